import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { NewsContext } from "./rules";

export type FactToTell = NewsContext & {
  kind: string;
  key: string;
  orderId: string;
  returnId: string | null;
  locale: string | null;
};

/** The fact with what decides whether its news goes out; null when it is about no order. */
export async function factToTell(tx: ShopTx, factId: string): Promise<FactToTell | null> {
  const rows = await tx.db.$queryRaw<FactToTell[]>`
    select f.kind, f.key, f."orderId", f."returnId", f.at as "factAt", o.email, o."cancelledAt", o."placedAt",
           coalesce(o.locale, c.locale) as locale, s."installedAt"
    from fact f
    join orders o on o."shopId" = f."shopId" and o.id = f."orderId"
    left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
    join shop s on s.id = f."shopId"
    where f."shopId" = ${tx.shopId} and f.id = ${factId}`;
  return rows[0] ?? null;
}

type NewNotification = {
  key: string;
  kind: string;
  factId: string;
  orderId: string;
  returnId: string | null;
  recipient: string;
  locale: string;
  dropped: string | null;
};

/** Puts a message in the outbox, or notes why it stays out; null when its key was there already. */
export async function addNotification(tx: ShopTx, one: NewNotification): Promise<string | null> {
  const id = newId(tx.now);
  const { dropped, ...row } = one;
  const { count } = await tx.db.notification.createMany({
    data: [
      {
        ...row,
        shopId: tx.shopId,
        id,
        state: dropped ? "dropped" : "queued",
        reason: dropped,
        createdAt: tx.now,
      },
    ],
    skipDuplicates: true,
  });
  return count > 0 ? id : null;
}

export type QueuedNotification = {
  id: string;
  kind: string;
  factId: string | null;
  orderId: string;
  returnId: string | null;
  recipient: string;
  locale: string;
  data: Record<string, unknown>;
};

/** Takes a queued message to send it; null when it is no longer queued (sent, or given up). */
export async function takeQueued(tx: ShopTx, id: string): Promise<QueuedNotification | null> {
  const rows = await tx.db.$queryRaw<QueuedNotification[]>`
    update notification n set attempts = attempts + 1
    where n."shopId" = ${tx.shopId} and n.id = ${id} and n.state = 'queued'
    returning n.id, n.kind, n."factId", n."orderId", n."returnId", n.recipient, n.locale,
      coalesce((select f.data from fact f where f."shopId" = n."shopId" and f.id = n."factId"), '{}') as data`;
  return rows[0] ?? null;
}

export async function noteSent(tx: ShopTx, id: string, messageId: string): Promise<void> {
  await tx.db.$executeRaw`
    update notification set state = 'sent', "sentAt" = ${tx.now}, "messageId" = ${messageId}, reason = null
    where "shopId" = ${tx.shopId} and id = ${id}`;
}

/** Gives a message up, or notes why it was left out after all. */
export async function noteUnsent(
  tx: ShopTx,
  id: string,
  state: "failed" | "dropped",
  reason: string,
): Promise<void> {
  await tx.db.notification.updateMany({
    where: { shopId: tx.shopId, id, state: "queued" },
    data: { state, reason },
  });
}
