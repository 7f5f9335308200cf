import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { fileLink } from "~/doors/file-link.server";
import { type GiftPass, readGiftPass } from "~/doors/gift-pass.server";
import { readForm } from "~/doors/read-form.server";
import { isUpload, readUpload } from "~/doors/read-upload.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage, storefrontPart } from "~/doors/storefront-answer.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { openOrder } from "~/features/orders/open-order.server";
import { type OrderDetail, orderDetails } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { type Frame, storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { changeDraft } from "~/features/returns/change-draft.server";
import { draftOf, draftToAdd, emptyDraft } from "~/features/returns/change-request.server";
import { mayQuote } from "~/features/returns/may-quote.server";
import { openRequest, turnPage } from "~/features/returns/open-request.server";
import { openReturn, returnChoice } from "~/features/returns/open-return.server";
import { PHOTO_LIMITS, type PhotoProblem, takePhotos } from "~/features/returns/photos.server";
import { type Draft, MOST_ORDERS, readDraft } from "~/features/returns/request-form";
import type { Scope } from "~/features/returns/request-scope.server";
import { isStep, type Step } from "~/features/returns/request-steps";
import { shopperReturn } from "~/features/returns/request-store.server";
import type { RequestView } from "~/features/returns/request-view";
import type { Fields } from "~/features/returns/schema";
import { sendRequest } from "~/features/returns/send-request.server";
import { takesGifts } from "~/features/returns/takes-gifts.server";
import type { About } from "~/features/returns/ui/frame";
import { GuestsOffPage, NeedCodePage } from "~/features/returns/ui/storefront-doors";
import { GiftsOffPage } from "~/features/returns/ui/storefront-gift";
import { QuoteLater, QuoteSoFar } from "~/features/returns/ui/storefront-quote";
import { SentPage } from "~/features/returns/ui/storefront-sent";
import { ReturnFormPage } from "~/features/returns/ui/storefront-start";
import { ReturnStatusPage } from "~/features/returns/ui/storefront-status";
import { shopFace } from "~/features/settings/queries.server";
import { type Address, addressLines } from "~/values/address";

/** The order that is named, seen by somebody who may return things of it, and their other orders. */
type Open = {
  visit: StorefrontVisit;
  frame: Frame;
  about: About;
  order: OrderDetail;
  others: string[];
  /** where parcels go */
  returnTo: Address;
  /** null: this is not somebody who was given it */
  gift: GiftPass | null;
};

/** Choosing what to send back; or, with `r`, where that return is. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const named = Object.fromEntries(new URL(request.url).searchParams);
      const open = await openFor(await storefront(request), named);
      if (open instanceof Response) return open;
      return named.r ? showReturn(open, named.r) : start(open, named);
    },
    () => <TroublePage request={request} />,
  );

/** Goes on with a request page by page, sends it, or takes a return back. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      if (isUpload(request)) return withPhotos(visit, request);
      const form = await readForm(request);
      const open = await openFor(visit, form);
      if (open instanceof Response) return open;
      return form.intent === "cancel" ? cancel(open, form.r ?? "") : goOn(open, form);
    },
    () => <TroublePage request={request} />,
  );

/** Who may return: signed-in shoppers their own; with a code, as the shop allows. Others get the page that says so. */
async function openFor(
  visit: StorefrontVisit,
  { t = "", o }: Record<string, string>,
): Promise<Open | Response> {
  const gift = readGiftPass(visit.shop, t);
  if (gift) return openGift(visit, gift, t);
  const named = o === undefined ? null : (orderIdSchema.safeParse(o).data ?? "0");
  const { customerId } = visit;
  const asked = { pass: readPass(visit.shop, t), customerId, named };
  const { face, opened } = await openOrder(visit.shop, asked, null);
  const frame = storefrontFrame(visit, face, opened?.order.locale);
  if (!opened) return absent(frame);
  const { order, level } = opened;
  if (level === "status") return storefrontPage(<NeedCodePage frame={frame} token={t} />, { status: 403 });
  const about = { orderId: order.id, orderName: order.name, token: t || null, gift: false };
  const mine = customerId !== null && customerId === order.customerId;
  if (!mine && !face.settings.returns.guests)
    return storefrontPage(<GuestsOffPage frame={frame} about={about} />, {
      status: statusOf["returns.guestsOff"],
    });
  const history = mine
    ? await visit.shop.transact((tx) => historyPage(tx, { customerId }, null))
    : opened.others;
  const others = (history?.orders ?? []).map(({ id }) => id).filter((id) => id !== order.id);
  const returnTo = face.settings.returns.address ?? face.profile.address;
  return { visit, frame, about, order, others, returnTo, gift: null };
}

/** Whoever was given it sees what is in the order, and nothing of who ordered it. */
async function openGift(visit: StorefrontVisit, gift: GiftPass, token: string): Promise<Open | Response> {
  const { face, found, offered } = await visit.shop.transact(async (tx) => ({
    face: await shopFace(tx),
    found: (await orderDetails(tx, [gift.orderId])).get(gift.orderId),
    offered: await takesGifts(tx),
  }));
  const frame = storefrontFrame(visit, face);
  if (!found || found.redacted) return absent(frame);
  if ("email" in gift && !offered)
    return storefrontPage(<GiftsOffPage frame={frame} />, { status: statusOf["returns.giftsOff"] });
  const nobody = { email: null, phone: null, customerName: null, customerId: null, note: null };
  const order = { ...found, ...nobody, billingAddress: null };
  const about = { orderId: order.id, orderName: order.name, token, gift: true };
  const returnTo = face.settings.returns.address ?? face.profile.address;
  return { visit, frame, about, order, others: [], returnTo, gift };
}

/** A gift's return is shown to the address it was asked for with, or by the link in a mail about it. */
const isTheirs = (gift: GiftPass | null, one: { id: string; giftEmail: string | null }): boolean =>
  gift === null || ("email" in gift ? gift.email === one.giftEmail : gift.returnId === one.id);

const absent = (frame: Frame) =>
  storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["returns.notFound"] });

/** The first page; with `instead` that request as it stands, to be changed; with `add` to put more on that return. */
async function start(open: Open, { instead, add }: Fields): Promise<Response> {
  if (open.gift && !("email" in open.gift)) return absent(open.frame);
  const { shop } = open.visit;
  const draft = instead
    ? await draftOf(shop, open.order, instead)
    : add
      ? await draftToAdd(shop, open.order, add)
      : emptyDraft();
  if (!draft) return absent(open.frame);
  const view = await openRequest(shop, await scopeOf(open, []), draft, {
    checkTo: null,
    show: "items",
    live: await quotes(open),
  });
  return show(open, "items", view);
}

/** The orders of which things are offered: the one that was opened, and those of the same shopper they added. */
async function scopeOf({ visit, order, others, gift }: Open, also: string[]): Promise<Scope> {
  const added = others.filter((id) => also.includes(id));
  if (added.length === 0) return { orders: [order], moreOrders: others.length > 0, gift: gift !== null };
  const found = await visit.shop.transact((tx) => orderDetails(tx, added));
  const orders = [order, ...added.flatMap((id) => found.get(id) ?? [])];
  return { orders, moreOrders: others.length > added.length, gift: gift !== null };
}

async function show(open: Open, step: Step, view: RequestView): Promise<Response> {
  const { frame, about, order, visit } = open;
  const { returns } =
    step === "items" && !open.gift ? await returnChoice(visit.shop, order) : { returns: [] };
  const page = <ReturnFormPage frame={frame} about={about} view={view} step={step} returns={returns} />;
  const [first] = view.problems;
  return storefrontPage(page, { status: first ? statusOf[first.refusal.code] : 200 });
}

/** Does what the pressed button asks for. Everything that was typed comes back on whatever page follows. */
async function goOn(open: Open, fields: Fields, photos: PhotoProblem[] = []): Promise<Response> {
  if (open.gift && !("email" in open.gift)) return absent(open.frame);
  const { shop } = open.visit;
  const from = isStep(fields.step) ? fields.step : "items";
  const draft = readDraft(fields);
  if (!draft) {
    const scope = await scopeOf(open, []);
    const view = await openRequest(shop, scope, emptyDraft(), { checkTo: null, show: "items" });
    return show(open, "items", { ...view, problems: [{ ...NOT_OURS }] });
  }
  const go = fields.go ?? "next";
  const all = go === "more" ? { ...draft, alsoOrders: open.others.slice(0, MOST_ORDERS - 1) } : draft;
  const live = go !== "confirm" && (await quotes(open));
  if (go === "quote" && !live)
    return storefrontPart(<QuoteLater frame={open.frame} />, { status: statusOf["limits.tooMany"] });
  const scope = await scopeOf(open, all.alsoOrders);
  if (photos.length > 0) {
    const view = await openRequest(shop, scope, all, { checkTo: null, show: "details", live });
    const problems = photos.map((one) => ({ ...one, step: "details" as const }));
    return show(open, "details", { ...view, problems });
  }
  if (go === "confirm") return send(open, scope, all);
  if (go === "quote") {
    const view = await openRequest(shop, scope, all, { checkTo: null, show: from, live });
    return storefrontPart(<QuoteSoFar frame={open.frame} view={view} />);
  }
  const kept = await changeDraft(shop, scope, all, go);
  const back = go.startsWith("to-") ? go.slice(3) : go === "next" ? null : from;
  const to = isStep(back) ? back : "next";
  const turned = await turnPage(shop, scope, kept, { from, to, live });
  return show(open, turned.step, turned.view);
}

/** May this page say what comes back so far? */
const quotes = ({ visit, order }: Open) => mayQuote(visit.shop, visit.visitor, order.id);

const NOT_OURS = { step: "items", refusal: { code: "input.invalid" }, row: null } as const;

async function send(open: Open, scope: Scope, draft: Draft): Promise<Response> {
  const { gift } = open;
  const sent = await sendRequest(open.visit.shop, scope, draft, gift && "email" in gift ? gift.email : null);
  if (sent.kind === "mend") return show(open, sent.step, sent.view);
  const { made, failed } = sent;
  const [only] = made;
  if (only && made.length === 1 && failed.length === 0) return leadTo(open, only.id, only.orderId);
  const { frame, about } = open;
  return storefrontPage(<SentPage frame={frame} about={about} made={made} failed={failed} />);
}

/** A form with photos: each is checked, cleaned and kept as it comes in, before anything else is done. */
async function withPhotos(visit: StorefrontVisit, request: Request): Promise<Response> {
  let open: Open | Response | null = null;
  const taking = takePhotos(visit.shop, visit.visitor);
  const read = await readUpload(request, PHOTO_LIMITS, async (file, before) => {
    open ??= await openFor(visit, before);
    if (open instanceof Response) throw open;
    await taking.take(open.order.id, file, before);
  });
  open ??= await openFor(visit, read.fields);
  if (open instanceof Response) return open;
  return goOn(open, { ...read.fields, ...taking.fields(read.fields) }, taking.problems(read));
}

async function showReturn(
  { visit, frame, about, order, returnTo, gift }: Open,
  returnId: string,
  tooLate = false,
): Promise<Response> {
  const one = await openReturn(visit.shop, order.id, returnId);
  const mine = one && (await visit.shop.transact((tx) => shopperReturn(tx, one.id)));
  if (!one || !mine || mine.gift !== about.gift || !isTheirs(gift, { ...mine, id: one.id }))
    return absent(frame);
  const { returnable } = await returnChoice(visit.shop, order);
  const href = (fileId: string) => frame.href("/label", { f: fileLink(visit.shop, fileId) });
  const page = (
    <ReturnStatusPage
      frame={frame}
      about={about}
      one={one}
      mine={mine}
      returnTo={addressLines(one.sendTo ?? returnTo, frame.locale)}
      photoHref={(fileId) => frame.href("/photo", { f: fileLink(visit.shop, fileId) })}
      labelHrefs={
        one.label && {
          a4: href(one.label.a4),
          letter: href(one.label.letter),
          thermal: href(one.label.thermal),
          qr: one.label.qr && href(one.label.qr),
        }
      }
      mayReturnMore={returnable.some((line) => line.bar === null)}
      tooLate={tooLate}
    />
  );
  return storefrontPage(page, { status: tooLate ? statusOf["returns.alreadyDecided"] : 200 });
}

async function cancel(open: Open, returnId: string): Promise<Response> {
  const { visit, frame, order, about, gift } = open;
  const one = await openReturn(visit.shop, order.id, returnId);
  const mine = one && (await visit.shop.transact((tx) => shopperReturn(tx, one.id)));
  if (!one || !mine || mine.gift !== about.gift || !isTheirs(gift, { ...mine, id: one.id }))
    return absent(frame);
  const cancelled = await cancelReturn(visit.shop, returnId, { kind: "shopper" });
  return cancelled.ok ? leadTo(open, returnId) : showReturn(open, returnId, true);
}

/** 303: the browser fetches the page anew with GET. */
const leadTo = ({ frame, about }: Open, returnId: string, orderId = about.orderId) =>
  new Response(null, {
    status: 303,
    headers: {
      location: frame.href("/return", { t: about.token, o: orderId, r: returnId }),
      "cache-control": "no-store",
    },
  });
