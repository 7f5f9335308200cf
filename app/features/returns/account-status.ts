import { formatDay, type Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/values/money";
import { accountQuote } from "./account-view";
import type { ReturnDetail } from "./queries.server";
import { travels } from "./request-steps";
import type { ShopperReturn } from "./request-store.server";
import { isReturnReason } from "./schema";
import {
  foundOf,
  isGoingOn,
  isOnItsWay,
  isToSend,
  isWaiting,
  mayAddTo,
  paidRows,
  reachedSteps,
  standInWords,
  stillExpected,
  wishOf,
} from "./shopper-status";
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
  const told = standInWords(one, mine, locale);
  const expected = stillExpected(one, mine);
  const things = one.lines.reduce((sum, line) => sum + line.quantity, 0);
  return {
    id: one.id,
    toOrder: says.order(around.orderName),
    title: says.title(one.rma),
    lead: says.lead(things, day(one.requestedAt)),
    tooLate: around.tooLate ? says.tooLate : null,
    state: {
      title: told.title,
      texts: [told.text, told.because, told.note].flatMap((text) => text || []),
    },
    tone: told.tone === "good" ? ("success" as const) : told.tone,
    steps: isGoingOn(one)
      ? reachedSteps(one, mine, locale).map(({ title, on }) => ({ title, on: on && day(on) }))
      : [],
    sending: isOnItsWay(one) && !mine.handedIn ? sendingOf(one, mine, locale, around) : null,
    itemsTitle: says.items,
    items: one.items.map((item) => ({
      id: item.id,
      title: [item.title, item.variantTitle].filter(Boolean).join(" · "),
      imageUrl: item.imageUrl,
      ...detailsOf(item, mine, locale, around.fileHref),
    })),
    photos: photosOf(mine.photos, locale, around.fileHref),
    facts: [
      { name: request.method, value: isToSend(one, mine) ? request.methods[mine.method].title : null },
      { name: says.refundBy, value: isWaiting(one, mine) && mine.refundBy ? day(mine.refundBy) : null },
      { name: says.sendBackBy, value: isOnItsWay(one) && mine.sendBackBy ? day(mine.sendBackBy) : null },
      { name: says.parcel, value: [mine.parcel?.carrier, mine.parcel?.number].filter(Boolean).join(" ") },
      ...paidRows(one, mine, locale).map(({ name, amount }) => ({
        name,
        value: formatMoney(amount, locale),
      })),
      { name: says.note, value: one.note },
    ].flatMap(({ name, value }) => (value ? [{ name, value }] : [])),
    expected: expected && { title: says.expected, ...accountQuote(expected, locale, around.timeZone) },
    track: mine.parcel?.url ? { href: mine.parcel.url, text: says.track } : null,
    together: mine.together.map((other) => ({
      id: other.id,
      orderId: other.orderId,
      text: `${other.rma}, ${says.order(other.orderName)}`,
    })),
    togetherTitle: says.together,
    ...waysOf(one, mine, locale, around.mayReturnMore),
  };
}

type Item = ReturnDetail["items"][number];

/** How many of a thing, why, what becomes of it; and what was found of it. */
function detailsOf(item: Item, mine: ShopperReturn, locale: Locale, fileHref: Around["fileHref"]) {
  const line = mine.lines.find((other) => other.id === item.id);
  const found = mine.inspected ? foundOf(line, locale) : null;
  return {
    details: [
      words(locale).status.quantity(item.quantity),
      isReturnReason(item.reason) ? words(locale).reasons[item.reason] : null,
      wishOf(line, locale),
    ].filter((text) => text !== null),
    found: [...(found?.texts ?? []), ...(found?.because ? [found.because] : [])],
    photos: photosOf(found?.photos ?? [], locale, fileHref),
  };
}

const photosOf = (photos: ShopperReturn["photos"], locale: Locale, fileHref: Around["fileHref"]) =>
  photos.map(({ fileId }, at) => ({
    href: fileHref(fileId),
    alt: words(locale).status.photo(at + 1),
  }));

/** What can be done with it now. */
function waysOf(one: ReturnDetail, mine: ShopperReturn, locale: Locale, mayReturnMore: boolean) {
  const says = words(locale).status;
  const isUndecided = one.state === "requested";
  const joins = !isUndecided && mayAddTo(one, mine);
  return {
    cancel: shopperMayCancel(one.state, mine.handedIn) ? { text: says.cancel, hint: says.cancelHint } : null,
    add:
      mayReturnMore && (isUndecided || joins)
        ? {
            text: says.addMore,
            hint: joins ? says.addHint : null,
            as: joins ? ("add" as const) : ("change" as const),
          }
        : null,
    another: mayReturnMore && !isUndecided && !joins ? says.another : null,
  };
}

/** How the parcel gets to the shop, by the way that was chosen; null when nothing has to be sent. */
function sendingOf(one: ReturnDetail, mine: ShopperReturn, locale: Locale, { fileHref, returnTo }: Around) {
  if (!mine.lines.some((line) => travels(line.outcome))) return null;
  const says = words(locale).status;
  const { label } = one;
  const way = mine.method === "store" || mine.method === "own" ? says.ways[mine.method] : null;
  const hasLabel = !way && label !== null;
  return {
    title: way?.title ?? says.label,
    texts: way ? [way.text] : [hasLabel ? says.labelText : says.making],
    /** the return's number, as a QR symbol too where it is scanned */
    code: way ? one.rma : null,
    qr: mine.method === "store",
    /** the carrier's own code, for its counters */
    carriersCode: mine.method === "qr" && label?.qr ? { ...says.ways.qr, href: fileHref(label.qr) } : null,
    address: way ? returnTo : [],
    labels: hasLabel
      ? (["a4", "letter", "thermal"] as const).map((size) => ({
          href: fileHref(label[size]),
          text: says.sizes[size],
        }))
      : [],
    reload: way || label ? null : says.reload,
    packTitle: says.pack,
    packing: hasLabel ? says.packing : [],
  };
}
