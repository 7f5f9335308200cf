import { formatDay, type Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/values/money";
import { accountQuote } from "./account-view";
import type { ReturnDetail } from "./queries.server";
import { travels } from "./request-steps";
import type { ShopperReturn } from "./request-store.server";
import { isReturnReason } from "./schema";
import { shopperMayCancel } from "./states";
import { words } from "./words";

export type AccountStatus = ReturnType<typeof accountStatus>;

type Around = {
  orderName: string;
  timeZone: string;
  fileHref(fileId: string): string;
  /** where parcels go, line by line */
  returnTo: string[];
  /** may something else of the order be returned? */
  mayReturnMore: boolean;
  /** cancelling was tried too late */
  tooLate: boolean;
};

/**
 * Where a return is, as the customer account's extension draws it: what the storefront's page of it says, ready to
 * be shown.
 */
export function accountStatus(one: ReturnDetail, mine: ShopperReturn, locale: Locale, around: Around) {
  const { status: says, request } = words(locale);
  const day = (at: Date) => formatDay(at, locale, around.timeZone);
  const things = one.lines.reduce((sum, line) => sum + line.quantity, 0);
  const goesOn = one.state !== "declined" && one.state !== "cancelled";
  const waits = goesOn && one.refundedAt === null;
  const undecided = one.state === "requested";
  return {
    id: one.id,
    toOrder: says.order(around.orderName),
    title: says.title(one.rma),
    lead: says.lead(things, day(one.requestedAt)),
    tooLate: around.tooLate ? says.tooLate : null,
    state: { title: says.states[one.state].title, texts: stateTexts(one, mine, locale) },
    tone:
      one.state === "declined"
        ? ("warning" as const)
        : undecided || !goesOn
          ? ("info" as const)
          : ("success" as const),
    steps: goesOn ? stepsOf(one, locale, day) : [],
    sending: isUnderWay(one) && !mine.handedIn ? sendingOf(one, mine, locale, around) : null,
    itemsTitle: says.items,
    items: one.items.map((item) => ({
      id: item.id,
      title: [item.title, item.variantTitle].filter(Boolean).join(" · "),
      imageUrl: item.imageUrl,
      details: [
        says.quantity(item.quantity),
        isReturnReason(item.reason) ? words(locale).reasons[item.reason] : null,
        wishOf(item.id, mine, locale),
      ].filter((text) => text !== null),
    })),
    photos: mine.photos.map(({ fileId }, at) => ({ href: around.fileHref(fileId), alt: says.photo(at + 1) })),
    facts: [
      { name: request.method, value: goesOn ? request.methods[mine.method].title : null },
      {
        name: says.refundBy,
        value: waits && one.state !== "closed" && mine.refundBy ? day(mine.refundBy) : null,
      },
      { name: says.sendBackBy, value: isUnderWay(one) && mine.sendBackBy ? day(mine.sendBackBy) : null },
      {
        name: says.parcel,
        value: [mine.parcel?.carrier, mine.parcel?.number].filter(Boolean).join(" ") || null,
      },
      { name: says.refund, value: one.refundedAt && one.refund ? formatMoney(one.refund, locale) : null },
      { name: words(locale).form.note, value: one.note },
    ].flatMap(({ name, value }) => (value ? [{ name, value }] : [])),
    expected:
      mine.quote && waits
        ? { title: says.expected, ...accountQuote(mine.quote, locale, around.timeZone) }
        : null,
    track: mine.parcel?.url ? { href: mine.parcel.url, text: says.track } : null,
    together: mine.together.map((other) => ({
      id: other.id,
      orderId: other.orderId,
      text: `${other.rma}, ${says.order(other.orderName)}`,
    })),
    togetherTitle: says.together,
    cancel: shopperMayCancel(one.state, mine.handedIn) ? { text: says.cancel, hint: says.cancelHint } : null,
    add: undecided && around.mayReturnMore ? says.addMore : null,
    another: !undecided && around.mayReturnMore ? says.another : null,
  };
}

const isUnderWay = ({ state }: ReturnDetail) => state === "approved" || state === "labelled";

/** What happens next. How it travels says it better than the state does, while it is on its way. */
function stateTexts(one: ReturnDetail, mine: ShopperReturn, locale: Locale): string[] {
  const { status: says, request } = words(locale);
  const reason = one.declineReason === "RETURN_PERIOD_ENDED" || one.declineReason === "FINAL_SALE";
  if (one.state === "declined")
    return [
      says.declineReasons[reason ? (one.declineReason as "FINAL_SALE") : "OTHER"],
      ...(one.declineNote ? [one.declineNote] : []),
    ];
  if (isUnderWay(one) && !mine.lines.some((line) => travels(line.outcome))) return [says.nothingToSend];
  const { text } =
    isUnderWay(one) && mine.method !== "label" ? request.methods[mine.method] : says.states[one.state];
  return text ? [text] : [];
}

function stepsOf(one: ReturnDetail, locale: Locale, day: (at: Date) => string) {
  const says = words(locale).status.steps;
  return [
    { title: says.requested, on: one.requestedAt },
    { title: says.approved, on: one.approvedAt },
    { title: says.received, on: one.receivedAt },
    { title: says.refunded, on: one.refundedAt },
  ].map(({ title, on }) => ({ title, on: on && day(on) }));
}

function wishOf(id: string, mine: ShopperReturn, locale: Locale): string | null {
  const says = words(locale).request;
  const line = mine.lines.find((other) => other.id === id);
  if (!line) return null;
  const { title } = says.outcomes[line.outcome];
  return line.exchangeTitle ? says.outcomeWith(title, line.exchangeTitle) : title;
}

/** How the parcel gets to the shop, by the way that was chosen; null when nothing has to be sent. */
function sendingOf(one: ReturnDetail, mine: ShopperReturn, locale: Locale, { fileHref, returnTo }: Around) {
  const says = words(locale).status;
  if (!mine.lines.some((line) => travels(line.outcome))) return null;
  const withLabel = mine.method === "label" || mine.method === "address" || mine.method === "qr";
  const way = mine.method === "label" || mine.method === "address" ? null : says.ways[mine.method];
  const { label } = one;
  return {
    title: way?.title ?? says.label,
    texts: way ? [way.text] : [label ? says.labelText : says.making],
    code: way ? one.rma : null,
    /** shown as a QR symbol where it is scanned */
    qr: mine.method === "qr" || mine.method === "store",
    address: way && mine.method !== "qr" ? returnTo : [],
    labels:
      withLabel && label
        ? (["a4", "letter", "thermal"] as const).map((size) => ({
            href: fileHref(label[size]),
            text: says.sizes[size],
          }))
        : [],
    reload: withLabel && !label ? says.reload : null,
    packTitle: says.pack,
    packing: withLabel && label ? says.packing : [],
  };
}
