import { type OrderDetail, orderDetail } from "~/features/orders/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { SafeError } from "~/platform/log.server";
import { type CalculatedReturn, calculateReturn } from "~/platform/shopify/calculate-return.server";
import { addDays, dayIn } from "~/values/calendar";
import { ok, type Result, refuse } from "~/values/result";
import { type OwedAsk, type OwedOrder, owed, type Terms } from "./owed";
import { owedOrder } from "./owed-queries.server";
import type { ShopPolicy } from "./policy";
import type { Method, Outcome, PolicyValue } from "./policy-schema";
import { policyTerms } from "./policy-terms";
import { type Quote, quoteOf } from "./quote";
import { addWorkdays, endOfDay } from "./refund-by";

/** What somebody would like to send back, and to get for it. */
export type QuoteAsk = {
  method: Method;
  /** the recipient of a gift asks: what goes out reaches them, and the giver hears nothing */
  gift: boolean;
  lines: readonly {
    orderLineId: string;
    quantity: number;
    reason: string;
    outcome: Outcome;
    /** what is sent instead; `unitPrice` is of one, in the order's currency, where it is known */
    exchange?: { variantId: string; unitPrice: bigint | null } | null;
  }[];
};

/**
 * Works out what a shopper would get for these things, in the order's currency, fees and taxes reckoned in.
 * Refuses `returns.notFound`.
 */
export async function quoteReturn(
  shop: Shop,
  policy: ShopPolicy,
  orderId: string,
  ask: QuoteAsk,
): Promise<Result<Quote>> {
  const order = await shop.transact((tx) => orderDetail(tx, orderId));
  if (!order) return refuse("returns.notFound");
  const theirs = await shopifysReckoning(shop, order, ask);
  return ok(await shop.transact((tx) => quoteOnPaper(tx, policy, order, ask, theirs)));
}

/**
 * As `quoteReturn`, in the caller's transaction and without the network. `theirs` is what Shopify said a moment
 * ago, if anything: what is sent instead then has Shopify's price and tax, and the quote notes its figure.
 */
export async function quoteOnPaper(
  tx: ShopTx,
  policy: ShopPolicy,
  order: OrderDetail,
  ask: QuoteAsk,
  theirs: CalculatedReturn | null = null,
): Promise<Quote> {
  const from = await owedOrder(tx, order, null);
  const terms = policyTerms(policy, {
    currency: order.total.currency,
    method: ask.method,
    rate: { total: order.total.amount, totalShop: order.totalShop.amount },
    creditAs: creditAs(order, ask.gift),
  });
  const result = owed(terms, from, asksOf(ask, theirs));
  return quoteOf(result, {
    method: ask.method,
    refundBy: promisedBy(policy, policy.timeZone, tx.now).toISOString(),
    shopify: theirs && figureOf(from, theirs, result),
  });
}

/** Store credit needs a customer account, and a gift's recipient has none with this order. */
export const creditAs = (order: Pick<OrderDetail, "customerId">, gift: boolean): Terms["creditAs"] =>
  order.customerId === null || gift ? "giftCard" : "credit";

function asksOf(ask: QuoteAsk, theirs: CalculatedReturn | null): OwedAsk[] {
  const priced = [...(theirs?.exchange ?? [])];
  return ask.lines.map((line) => {
    const at = priced.findIndex(
      (one) => one.variantId === line.exchange?.variantId && one.quantity === line.quantity,
    );
    const [known] = at === -1 ? [] : priced.splice(at, 1);
    const { orderLineId, quantity, reason, outcome } = line;
    const unitPrice = known ? known.subtotal / BigInt(known.quantity) : (line.exchange?.unitPrice ?? null);
    return {
      ...{ id: null, orderLineId, quantity, reason, outcome },
      exchange: unitPrice === null ? null : { unitPrice, tax: known?.tax ?? null },
    };
  });
}

/** When the money is promised: the parcel's journey in calendar days, then working days at the shop. */
export function promisedBy(policy: PolicyValue, timeZone: string, now: Date): Date {
  const arrives = addDays(dayIn(now, timeZone), policy.bufferDays);
  return endOfDay(addWorkdays(arrives, policy.refund.withinDays), timeZone);
}

/** Shopify's worth of what comes back, less the same fees and goods as ours. */
function figureOf(from: OwedOrder, theirs: CalculatedReturn, ours: ReturnType<typeof owed>): bigint {
  const back = theirs.lines.reduce(
    (sum, line) => sum + line.subtotal + (from.taxesIncluded ? 0n : line.tax),
    0n,
  );
  return back - ours.exchange - ours.restockingFee - ours.returnFee;
}

/**
 * What Shopify makes of it; null when it cannot say, and then ours stands alone. It is asked only where its prices
 * change what the shopper gets, for what is sent instead: everything else is reckoned from what was paid.
 */
export async function shopifysReckoning(
  shop: Shop,
  order: OrderDetail,
  ask: QuoteAsk,
): Promise<CalculatedReturn | null> {
  const lines = sentAs(order, ask.lines);
  if (lines.length === 0 || !ask.lines.some((line) => line.exchange)) return null;
  const exchange = ask.lines.flatMap((line) =>
    line.exchange && line.outcome !== "replacement"
      ? [{ variantId: line.exchange.variantId, quantity: line.quantity }]
      : [],
  );
  try {
    return await calculateReturn(shop.id, { orderId: order.id, lines, exchange }, "storefront");
  } catch (error) {
    // Shopify is away, or the variant is gone: the shopper still sees what we make of it.
    // (TryAgain, NeedsMerchant and NeverMind are SafeErrors too.)
    if (error instanceof SafeError) return null;
    throw error;
  }
}

/** Which parcels' lines these units may be taken from; lines that name the same thing share its parcels. */
function sentAs(order: OrderDetail, asked: readonly { orderLineId: string; quantity: number }[]) {
  const free = order.parcels.flatMap((parcel) => parcel.lines).map((one) => ({ ...one }));
  return asked.flatMap(({ orderLineId, quantity }) => {
    let left = quantity;
    return free
      .filter((one) => one.orderLineId === orderLineId)
      .flatMap((one) => {
        const some = Math.min(left, one.quantity);
        left -= some;
        one.quantity -= some;
        return some > 0 ? [{ fulfilmentLineId: one.id, quantity: some }] : [];
      });
  });
}
