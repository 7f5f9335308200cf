import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { type ReturnFactKind, returnFact } from "./facts";
import { withoutMarker } from "./marker";
import { insert } from "./new-return-store.server";
import { orderLinesOf } from "./order-facts-queries.server";
import { adoptedState, type ReturnState } from "./states";
import * as store from "./store.server";

/** What happened, for a return first seen in this state. One that is over already is only noted. */
const NEWS: Partial<Record<ReturnState, ReturnFactKind>> = {
  requested: "return.requested",
  approved: "return.approved",
};

/**
 * Makes a return that was made in Shopify's own admin (or by another app) ours too, and answers its id. Null
 * when we do not know yet what was sent of the order.
 */
export async function adoptReturn(
  tx: ShopTx,
  order: { orderId: string; currency: string },
  theirs: ShopifyReturn,
): Promise<string | null> {
  const traced = theirs.lines.flatMap((line) =>
    line.fulfilmentLineId ? [{ ...line, fulfilmentLineId: line.fulfilmentLineId }] : [],
  );
  const orderLines = await orderLinesOf(
    tx,
    traced.map((line) => line.fulfilmentLineId),
  );
  const lines = traced.flatMap((line) => {
    const orderLineId = orderLines.get(line.fulfilmentLineId);
    return orderLineId ? [{ ...line, orderLineId }] : [];
  });
  if (lines.length < traced.length) return null;
  const state = adoptedState(theirs.status);
  const id = await insert(tx, {
    orderId: order.orderId,
    requestKey: `shopify:${theirs.id}`,
    state,
    source: "shopify",
    note: null,
    decision: { rule: "shopify", policyVersion: 0, next: "review", grounds: null },
    currency: order.currency,
    shopifyReturnId: theirs.id,
    lines: lines.map((line) => ({
      orderLineId: line.orderLineId,
      fulfilmentLineId: line.fulfilmentLineId,
      quantity: line.quantity,
      reason: line.reason ?? "other-reason",
      note: withoutMarker(line.note),
      shopifyReturnLineId: line.id,
    })),
  });
  await store.save(tx, id, {
    ...(theirs.decline ? { declineReason: theirs.decline.reason, declineNote: theirs.decline.note } : {}),
    ...(state === "closed" ? { closedAt: tx.now } : {}),
  });
  const news = NEWS[state];
  if (news) await record(tx, returnFact(news, { id, orderId: order.orderId }, { kind: "shopify" }));
  return id;
}
