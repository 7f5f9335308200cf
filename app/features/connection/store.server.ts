import type { ShopTx } from "~/platform/database/shop.server";
import { MOST_TRIES, pauseAfter } from "./rules";

export type KeptDelivery = {
  id: string;
  topic: string;
  triggeredAt: Date | null;
  receivedAt: Date;
  body: Uint8Array;
  attempts: number;
};

/** Takes up to `most` deliveries to read, oldest first. Two readers never take the same one. */
export function takeDeliveries(tx: ShopTx, most: number): Promise<KeptDelivery[]> {
  return tx.db.$queryRaw<KeptDelivery[]>`
    select id, topic, "triggeredAt", "receivedAt", body, attempts from webhook_delivery
    where "shopId" = ${tx.shopId} and state = 'received' and ("nextTryAt" is null or "nextTryAt" <= ${tx.now})
    order by "receivedAt" limit ${most} for update skip locked`;
}

/** Notes that a delivery was read: done, or of a topic we know nothing about. */
export async function noteRead(tx: ShopTx, ids: string[], state: "done" | "unknown"): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.$executeRaw`
    update webhook_delivery set state = ${state}, "doneAt" = ${tx.now}, reason = null
    where "shopId" = ${tx.shopId} and id = any(${ids})`;
}

/**
 * Notes a failure: tried again later, or parked when it is hopeless or was tried too often. Answers the pause
 * before the next try in milliseconds, or null when it is parked.
 */
export async function noteFailed(
  tx: ShopTx,
  delivery: Pick<KeptDelivery, "id" | "attempts">,
  reason: string,
  hopeless: boolean,
): Promise<number | null> {
  const attempts = delivery.attempts + 1;
  const parked = hopeless || attempts >= MOST_TRIES;
  const pause = parked ? null : pauseAfter(attempts);
  const nextTryAt = pause === null ? null : new Date(tx.now.getTime() + pause);
  await tx.db.webhookDelivery.update({
    where: { shopId_id: { shopId: tx.shopId, id: delivery.id } },
    data: { attempts, reason, nextTryAt, state: parked ? "parked" : "received" },
  });
  return pause;
}

/** Gives a parked delivery another chance; answers whether there was such a one. */
export async function unpark(tx: ShopTx, id: string): Promise<boolean> {
  const { count } = await tx.db.webhookDelivery.updateMany({
    where: { shopId: tx.shopId, id, state: "parked" },
    data: { state: "received", attempts: 0, nextTryAt: null, reason: null },
  });
  return count > 0;
}

/** Gives every parked delivery another chance; answers how many there were. */
export async function unparkAll(tx: ShopTx): Promise<number> {
  const { count } = await tx.db.webhookDelivery.updateMany({
    where: { shopId: tx.shopId, state: "parked" },
    data: { state: "received", attempts: 0, nextTryAt: null, reason: null },
  });
  return count;
}
