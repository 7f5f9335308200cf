import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import type { DECLINE_REASONS } from "./schema";
import { step } from "./states";
import * as store from "./store.server";

/** Why, in Shopify's words for it, and what else to tell the shopper. */
export type Declining = { reason: (typeof DECLINE_REASONS)[number]; note: string | null };

/** Says no to a requested return. Refuses `returns.notFound`, and `returns.alreadyDecided`. */
export const declineReturn = (
  shop: Shop,
  returnId: string,
  { reason, note }: Declining,
  by: Actor,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    const next = step(pending.state, "decline");
    if (!next.ok) return next;
    await store.save(tx, pending.id, { state: next.value, declineReason: reason, declineNote: note });
    await record(tx, returnFact("return.declined", pending, by, { reason }));
    return ok(null);
  });
