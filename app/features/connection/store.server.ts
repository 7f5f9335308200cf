import type { ShopTx } from "~/platform/database/shop.server";
import { MOST_TRIES, pauseAfter } from "./rules";

export type KeptDelivery = {
  id: string;
  topic: string;
  triggeredAt: Date | null;
  receivedAt: Date;
  /** deflated, in Base64: bytes would come through Prisma as an array of numbers */
  body: string;
  attempts: number;
};

/** Takes up to `most` deliveries to read, oldest first. Two readers never take the same one. */
export function takeDeliveries(tx: ShopTx, most: number): Promise<KeptDelivery[]> {
  return tx.db.$queryRaw<KeptDelivery[]>`
    select id, topic, "triggeredAt", "receivedAt", encode(body, 'base64') as body, attempts
    from webhook_delivery
    where "shopId" = ${tx.shopId} and state = 'received' and ("nextTryAt" is null or "nextTryAt" <= now())
    order by "receivedAt" limit ${most} for update skip locked`;
}

/** How a delivery ended: read, of a topic we know nothing about, or too late for a shop that is gone. */
export type End = "done" | "unknown" | "gone";

export async function noteRead(tx: ShopTx, ids: string[], end: End): Promise<void> {
  if (ids.length === 0) return;
  const [state, reason] = end === "gone" ? ["done", "The shop had removed the app"] : [end, null];
  await tx.db.$executeRaw`
    update webhook_delivery set state = ${state}, "doneAt" = ${tx.now}, reason = ${reason}, "nextTryAt" = null
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
  // By the database's clock, as the reader's job: it must not wake a moment before its delivery is due.
  await tx.db.$executeRaw`
    update webhook_delivery set attempts = ${attempts}, reason = ${reason}, state = ${parked ? "parked" : "received"},
      "nextTryAt" = date_trunc('milliseconds', now()) + ${pause}::float8 * interval '1 millisecond'
    where "shopId" = ${tx.shopId} and id = ${delivery.id}`;
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

/** Kept bodies by id, after `after`, those already emptied left out. */
export const bodiesAfter = (
  tx: ShopTx,
  after: string,
  most: number,
): Promise<{ id: string; body: Uint8Array }[]> =>
  tx.db.$queryRaw<{ id: string; body: Uint8Array }[]>`
    select id, body from webhook_delivery
    where "shopId" = ${tx.shopId} and id > ${after} and body <> ''
    order by id limit ${most}`;

/** Empties bodies. What was not read yet never will be: it would have to be read from what is erased. Staff read why. */
export async function eraseBodies(
  tx: ShopTx,
  ids: string[],
  because: "Erased on request" | "Older than is kept" = "Erased on request",
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.$executeRaw`
    update webhook_delivery set body = '',
      reason = case when state in ('received', 'parked') then ${because} else reason end,
      state = case when state in ('received', 'parked') then 'done' else state end
    where "shopId" = ${tx.shopId} and id = any(${ids})`;
}
