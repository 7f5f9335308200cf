import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { sendSoon } from "./queue.server";
import { kindOf } from "./registry";
import * as store from "./store.server";

/**
 * Sends a message anew that was given up. What has become untrue meanwhile is dropped by the sending itself.
 * Refuses with `notifications.notFound`, `notifications.tooOld` (no news any more) and `notifications.notFailed`.
 */
export const retryNotification = (shop: Shop, id: string, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const message = await store.writtenFrom(tx, id);
    const kind = message && kindOf(message.kind);
    if (!message || !kind) return refuse("notifications.notFound");
    if (tx.now.getTime() - message.createdAt.getTime() > kind.freshFor) return refuse("notifications.tooOld");
    if (!(await store.requeue(tx, id, staffName))) return refuse("notifications.notFailed");
    await sendSoon(tx, [id]);
    return ok(null);
  });
