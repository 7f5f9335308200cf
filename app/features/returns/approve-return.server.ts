import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { step } from "./states";
import * as store from "./store.server";

/**
 * Says yes to a requested return: Shopify is told, the label is made and the shopper hears of it. Refuses
 * `returns.notFound`, and `returns.alreadyDecided` when somebody was faster.
 */
export const approveReturn = (shop: Shop, returnId: string, by: Actor): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    const next = step(pending.state, "approve");
    if (!next.ok) return next;
    await store.save(tx, pending.id, { state: next.value, approvedAt: tx.now });
    await record(tx, returnFact("return.approved", pending, by));
    return ok(null);
  });
