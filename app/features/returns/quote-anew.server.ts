import { orderDetail } from "~/features/orders/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { keptTerms, type Owed, type OwedAsk, owed, type Terms } from "./owed";
import { owedOrder } from "./owed-queries.server";
import { currentPolicy } from "./policy";
import type { Method, Outcome } from "./policy-schema";
import { policyTerms } from "./policy-terms";
import { type Quote, quoteOf, writeQuote } from "./quote";
import { creditAs } from "./quote-return.server";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

const NONE: ReadonlySet<string> = new Set();

/**
 * Fees and bonus by the policy in force, kept with the lines; what the shopper sees is written anew. Lines of
 * `promised` keep what was promised for them.
 */
export async function quoteAnew(
  tx: ShopTx,
  ours: KeptReturn,
  promised: ReadonlySet<string> = NONE,
): Promise<void> {
  const reckoned = await reckon(tx, ours, ours.lines.map(asked), promised);
  if (!reckoned) return;
  for (const line of reckoned.lines)
    if (line.id) await store.saveLine(tx, line.id, { restockingFee: line.restockingFee, bonus: line.bonus });
  await store.save(tx, ours.id, { quote: writeQuote(quoted(ours, reckoned)) });
}

/** What would come back for a return with more on it: as `quoteAnew` writes it once that is so. */
export async function quoteWith(
  tx: ShopTx,
  ours: KeptReturn,
  added: readonly OwedAsk[],
): Promise<Quote | null> {
  const promised = new Set(ours.lines.map((line) => line.id));
  const reckoned = await reckon(tx, ours, [...ours.lines.map(asked), ...added], promised);
  return reckoned && quoted(ours, reckoned);
}

async function reckon(
  tx: ShopTx,
  ours: KeptReturn,
  asks: readonly OwedAsk[],
  promised: ReadonlySet<string>,
): Promise<Owed | null> {
  const order = await orderDetail(tx, ours.orderId);
  if (!order) return null;
  const now = policyTerms(await currentPolicy(tx), {
    currency: ours.currency,
    method: ours.method as Method,
    rate: { total: order.total.amount, totalShop: order.totalShop.amount },
    creditAs: creditAs(order, ours.gift),
  });
  const then = keptTerms(ours.lines, 0n, now.creditAs);
  const of = (line: OwedAsk): Terms => (line.id && promised.has(line.id) ? then : now);
  const terms: Terms = {
    ...now,
    restockingFee: (line, value) => of(line).restockingFee(line, value),
    bonus: (line, base) => of(line).bonus(line, base),
  };
  return owed(terms, await owedOrder(tx, order, ours.id), asks);
}

const quoted = (ours: KeptReturn, reckoned: Owed): Quote =>
  quoteOf(reckoned, {
    method: ours.method as Method,
    refundBy: ours.refundBy?.toISOString() ?? null,
    shopify: null,
  });

const asked = ({
  id,
  orderLineId,
  quantity,
  reason,
  outcome,
  exchangePrice,
}: KeptReturn["lines"][number]): OwedAsk => ({
  ...{ id, orderLineId, quantity, reason, outcome: outcome as Outcome },
  exchange: exchangePrice === null ? null : { unitPrice: exchangePrice, tax: null },
});
