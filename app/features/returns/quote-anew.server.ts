import { orderDetail } from "~/features/orders/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { type OwedAsk, owed } from "./owed";
import { owedOrder } from "./owed-queries.server";
import { currentPolicy } from "./policy";
import type { Method, Outcome } from "./policy-schema";
import { policyTerms } from "./policy-terms";
import { quoteOf, writeQuote } from "./quote";
import { creditAs } from "./quote-return.server";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

/** Fees and bonus by the policy in force, kept with the lines; what the shopper sees is written anew. */
export async function quoteAnew(tx: ShopTx, ours: KeptReturn): Promise<void> {
  const order = await orderDetail(tx, ours.orderId);
  if (!order) return;
  const terms = policyTerms(await currentPolicy(tx), {
    currency: ours.currency,
    method: ours.method as Method,
    rate: { total: order.total.amount, totalShop: order.totalShop.amount },
    creditAs: creditAs(order, ours.gift),
  });
  const reckoned = owed(terms, await owedOrder(tx, order, ours.id), ours.lines.map(asked));
  for (const line of reckoned.lines)
    if (line.id) await store.saveLine(tx, line.id, { restockingFee: line.restockingFee, bonus: line.bonus });
  const refundBy = ours.refundBy?.toISOString() ?? null;
  const quote = quoteOf(reckoned, { method: ours.method as Method, refundBy, shopify: null });
  await store.save(tx, ours.id, { quote: writeQuote(quote) });
}

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
