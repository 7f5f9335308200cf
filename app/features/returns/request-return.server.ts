import { type OrderDetail, orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import type { CalculatedReturn } from "~/platform/shopify/calculate-return.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Chosen, choose } from "./choose-instead.server";
import { customerHistory } from "./customer-history-queries.server";
import { titleOf } from "./exchange-choices";
import { type Actor, returnFact } from "./facts";
import { groupWith, join, joins, lockToJoin } from "./join-return.server";
import { insert, type NewReturnLine } from "./new-return-store.server";
import { shareOf } from "./owed";
import { soon } from "./patience";
import { releasePhotos } from "./photo-store.server";
import { currentPolicy, returnable, type ShopPolicy } from "./policy";
import { type Quote, writeQuote } from "./quote";
import { type QuoteAsk, quoteOnPaper, shopifysReckoning } from "./quote-return.server";
import { needsVariant } from "./request-steps";
import { joinedBefore } from "./request-store.server";
import { type Allowed, decideReturn, type ReturnRequest, type ShopifyVerdict } from "./rules";
import { keepDecision, type RequestReturn } from "./schema";
import { shopifysVerdict } from "./shopifys-verdict.server";
import { type Grace, withGrace } from "./staff-grace";
import * as store from "./store.server";

/** Asking and cancelling in turn costs mails and calls: nobody needs it more often than this. */
const MOST_A_DAY = 20;
const dayBefore = (now: Date) => new Date(now.getTime() - 86_400_000);

export type Requested = { id: string; next: Allowed["next"] };

/**
 * Asks for a return. Whether the asker may see the order is the door's business; whether the things may come
 * back is decided here, anew, with the order held: the same form sent twenty times at once is one return.
 * Answers the return's id. Refuses as `decideReturn` does, `returns.notFound` for an order that is not the
 * shop's, `limits.tooMany` beyond 20 a day for one order, `returns.exchangeMissing` and `returns.soldOut` for
 * what cannot be sent instead. `insteadOf` ends an undecided request of the order in the same breath; refuses
 * `returns.alreadyDecided` when it was decided meanwhile. With `addTo` it is put on that return where it can be
 * (`mayJoin`), and that return's id is answered; else it is one of its own, in one group with it. `grace`: staff
 * ask for the shopper, and grant more than the policy.
 */
export async function requestReturn(
  shop: Shop,
  request: RequestReturn,
  by: Actor = { kind: "shopper" },
  grace: Grace | null = null,
): Promise<Result<Requested>> {
  const verdict = shopifysVerdict(shop, request.orderId);
  const instead = await sentInstead(shop, request, grace);
  if (!instead.ok || "id" in instead.value) return instead as Result<Requested>;
  const { chosen, reckoning } = instead.value;
  const shopify = await verdict;
  return shop.transact((tx) => decide(tx, request, by, chosen, { shopify, reckoning, grace }));
}

/** What Shopify said before the order was held: what may come back, and what it makes of what is sent instead. */
type Told = { shopify: ShopifyVerdict; reckoning: CalculatedReturn | null; grace: Grace | null };

/** What was chosen to be sent instead, at Shopify's prices. Nobody is asked when nothing was. */
async function sentInstead(
  shop: Shop,
  request: RequestReturn,
  grace: Grace | null,
): Promise<Result<{ chosen: Chosen; reckoning: CalculatedReturn | null } | Requested>> {
  if (!request.lines.some((line) => line.quantity > 0 && needsVariant(line.outcome ?? null)))
    return ok({ chosen: new Map(), reckoning: null });
  const before = await shop.transact((tx) => prepare(tx, request, grace));
  if (!before.ok || "id" in before.value) return before as Result<Requested>;
  const { order, allowed, shopCurrency } = before.value;
  const chosen = await choose(shop, order, shopCurrency, request);
  if (!chosen.ok) return chosen;
  const asked = quoteAsk(request, allowed, chosen.value);
  return ok({ chosen: chosen.value, reckoning: await soon(shopifysReckoning(shop, order, asked)) });
}

type Prepared = { order: OrderDetail; allowed: Allowed; shopCurrency: string };

/** What Shopify is asked about, and what it need not be asked about: a request that is refused anyway. */
async function prepare(
  tx: ShopTx,
  request: RequestReturn,
  grace: Grace | null,
): Promise<Result<Prepared | Requested>> {
  const order = await orderDetail(tx, request.orderId);
  if (!order) return refuse("returns.notFound");
  const earlier = await earlierOf(tx, request, order.id);
  if (earlier) return earlier;
  const policy = withGrace(await currentPolicy(tx), grace);
  const decision = await decisionOf(tx, policy, order, request);
  if (!decision.ok) return decision;
  const { profile } = await shopFace(tx);
  return ok({ order, allowed: decision.value, shopCurrency: profile.currency });
}

async function earlierOf(
  tx: ShopTx,
  request: RequestReturn,
  orderId: string,
): Promise<Result<Requested> | null> {
  const [joined] = request.addTo ? await joinedBefore(tx, request.addTo, [request.requestKey]) : [];
  if (joined?.orderId === orderId) return ok({ id: joined.id, next: "approve" });
  const earlier = await store.byRequestKey(tx, request.requestKey);
  if (!earlier) return null;
  if (earlier.orderId !== orderId) return refuse("input.invalid", { rule: "requestKey" });
  return ok({ id: earlier.id, next: earlier.state === "requested" ? "review" : "approve" });
}

async function decisionOf(
  tx: ShopTx,
  policy: ShopPolicy,
  order: OrderDetail,
  request: RequestReturn,
  shopify?: ShopifyVerdict,
) {
  const taken = await store.takenLines(tx, order.id, request.insteadOf ?? null);
  const customer = await customerHistory(tx, order, policy.review.days);
  return decideReturn(policy, returnable(order, taken, { customer, shopify }), asRules(request), tx.now);
}

/** The request as the rules read it. */
const asRules = ({ lines, method, giftEmail }: RequestReturn): ReturnRequest => ({
  lines: lines.map(({ photoIds, ...line }) => ({ ...line, photos: photoIds?.length ?? 0 })),
  method,
  gift: Boolean(giftEmail),
});

/** What the quote that is kept is of: the promise to the shopper. */
function quoteAsk(request: RequestReturn, allowed: Allowed, chosen: Chosen): QuoteAsk {
  const asked = request.lines.flatMap((line, at) => {
    if (line.quantity === 0) return [];
    const { orderLineId, quantity, reason } = line;
    const one = chosen.get(at);
    const exchange = one ? { variantId: one.variant.id, unitPrice: one.variant.price.amount } : null;
    return [{ orderLineId, quantity, reason, outcome: line.outcome ?? null, exchange }];
  });
  const lines = asked.map((line, at) => ({
    ...line,
    outcome: line.outcome ?? allowed.decisions[at]?.outcome ?? ("refund" as const),
  }));
  return { method: allowed.method, gift: Boolean(request.giftEmail), lines };
}

/** Decides with the order held, and keeps the return. */
async function decide(
  tx: ShopTx,
  request: RequestReturn,
  by: Actor,
  chosen: Chosen,
  { shopify, reckoning, grace }: Told,
): Promise<Result<Requested>> {
  const locked = await store.lockOrder(tx, request.orderId);
  const order = locked && (await orderDetail(tx, request.orderId));
  if (!order) return refuse("returns.notFound");
  const earlier = await earlierOf(tx, request, order.id);
  if (earlier) return earlier;
  if ((await store.askedSince(tx, order.id, dayBefore(tx.now))) >= MOST_A_DAY)
    return refuse("limits.tooMany");
  const before = await replaced(tx, request);
  if (!before.ok) return before;
  const verdict = withReleased(shopify, before.value);
  const policy = withGrace(await currentPolicy(tx), grace);
  const decision = await decisionOf(tx, policy, order, request, verdict);
  if (!decision.ok) return decision;
  const quote = await quoteOnPaper(tx, policy, order, quoteAsk(request, decision.value, chosen), reckoning);
  if (before.value) await giveWay(tx, before.value, by);

  const { next, method, decisions } = decision.value;
  const lines = linesOf(request, decision.value, chosen, quote);
  const first = await lockToJoin(tx, request);
  const what = {
    ...{ next, method, giftEmail: request.giftEmail ?? null },
    outcomes: decisions.map(({ outcome }) => outcome),
  };
  if (first && (await joins(tx, first, what))) {
    await join(tx, first, lines, by, request.requestKey);
    return ok({ id: first.id, next });
  }
  const auto = next === "approve";
  const id = await insert(tx, {
    orderId: order.id,
    requestKey: request.requestKey,
    state: auto ? "approved" : "requested",
    source: by.kind === "staff" ? "staff" : "shopper",
    note: request.note ?? null,
    decision: keepDecision(decision.value),
    currency: order.total.currency,
    lines,
    asked: {
      method,
      quote: writeQuote(quote),
      groupId: (await groupWith(tx, first, what)) ?? request.groupId ?? null,
      giftEmail: request.giftEmail ?? null,
      refundBy: quote.refundBy ? new Date(quote.refundBy) : null,
      replaces: before.value?.shopifyReturnId ?? null,
    },
  });
  const about = { id, orderId: order.id };
  await record(
    tx,
    auto ? returnFact("return.approved", about, by, { auto }) : returnFact("return.requested", about, by),
  );
  return ok({ id, next });
}

/** The request that this one takes the place of, held; null when it takes none's. */
async function replaced(
  tx: ShopTx,
  { insteadOf, orderId }: RequestReturn,
): Promise<Result<store.KeptReturn | null>> {
  if (!insteadOf) return ok(null);
  const before = await store.lock(tx, insteadOf);
  if (!before || before.orderId !== orderId) return refuse("returns.notFound");
  return before.state === "requested"
    ? ok(before)
    : refuse("returns.alreadyDecided", { state: before.state });
}

/** Shopify still counts what the request that gives way holds. */
const withReleased = (shopify: ShopifyVerdict, before: store.KeptReturn | null): ShopifyVerdict =>
  shopify === "silent" || !before?.shopifyReturnId ? shopify : [...shopify, ...before.lines];

/** Ends a request that another one takes the place of. Its photos can go on with that one. */
async function giveWay(tx: ShopTx, before: store.KeptReturn, by: Actor): Promise<void> {
  await releasePhotos(tx, before.id);
  await store.save(tx, before.id, { state: "cancelled" });
  await record(tx, returnFact("return.changed", before, by, {}, "replaced"));
}

/**
 * The lines as they are kept: one for each parcel's line that something is taken from, with its share of what
 * was quoted for the asked line.
 */
export function linesOf(
  request: Pick<RequestReturn, "lines">,
  { lines, decisions }: Pick<Allowed, "lines" | "decisions">,
  chosen: Chosen,
  quote: Quote,
): NewReturnLine[] {
  const asked = request.lines.flatMap((line, at) => (line.quantity > 0 ? [at] : []));
  const before = new Map<number, number>();
  return lines.map(({ asked: of, ...taken }) => {
    const line = request.lines[of];
    const place = asked.indexOf(of);
    const from = before.get(of) ?? 0;
    before.set(of, from + taken.quantity);
    const quoted = quote.lines[place];
    const part = (amount: bigint) => shareOf(amount, line?.quantity ?? 1, from, from + taken.quantity);
    const one = chosen.get(of);
    return {
      ...taken,
      reason: line?.reason ?? "other-reason",
      note: null,
      outcome: decisions[place]?.outcome ?? "refund",
      ...(line?.answers && Object.keys(line.answers).length > 0 ? { answers: line.answers } : {}),
      ...(one
        ? {
            exchangeVariantId: one.variant.id,
            exchangeTitle: titleOf(one),
            exchangePrice: one.variant.price.amount,
          }
        : {}),
      restockingFee: part(quoted?.restockingFee ?? decisions[place]?.restockingFee.amount ?? 0n),
      bonus: part(quoted?.bonus ?? decisions[place]?.bonus.amount ?? 0n),
      ...(from === 0 && line?.photoIds ? { photoIds: line.photoIds } : {}),
    };
  });
}
