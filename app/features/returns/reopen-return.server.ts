import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { reopenedState, step } from "./states";
import * as store from "./store.server";

/** Opens a closed return again, here and at Shopify. Refuses `returns.notFound`, `returns.notAllowedNow`. */
export const reopenReturn = (shop: Shop, returnId: string, by: Actor): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const closed = await store.lock(tx, returnId);
    if (!closed) return refuse("returns.notFound");
    const next = step(closed.state, "reopen");
    if (!next.ok) return refuse("returns.notAllowedNow", { state: closed.state });
    await store.save(tx, closed.id, { state: reopenedState(closed), closedAt: null });
    await record(tx, returnFact("return.reopened", closed, by, {}, tx.now.toISOString()));
    return ok(null);
  });
