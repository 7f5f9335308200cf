import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { NewsContext } from "./rules";

export type FactToTell = NewsContext & {
  id: string;
  kind: string;
  key: string;
  orderId: string;
  returnId: string | null;
  locale: string | null;
};

/** The facts with what decides whether their news goes out; one that is about no order is left out. */
export const factsToTell = (tx: ShopTx, factIds: string[]): Promise<FactToTell[]> =>
  tx.db.$queryRaw<FactToTell[]>`
    select f.id, f.kind, f.key, f."orderId", f."returnId", f.at as "factAt", o.email, o."cancelledAt", o."placedAt",
           coalesce(o.locale, c.locale) as locale, s."installedAt"
    from fact f
    join orders o on o."shopId" = f."shopId" and o.id = f."orderId"
    left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
    join shop s on s.id = f."shopId"
    where f."shopId" = ${tx.shopId} and f.id = any(${factIds}) order by f.id`;

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

/**
 * Puts messages in the outbox, or notes why they stay out. Answers the ids of those that are to be sent: one
 * whose key was there already is not.
 */
export async function addNotifications(tx: ShopTx, some: NewNotification[]): Promise<string[]> {
  if (some.length === 0) return [];
  const rows = JSON.stringify(some.map((one) => ({ ...one, id: newId(tx.now) })));
  const added = await tx.db.$queryRaw<{ id: string; state: string }[]>`
    insert into notification ("shopId", id, key, kind, "factId", "orderId", "returnId", recipient, locale, state, reason, "createdAt")
    select ${tx.shopId}, id, key, kind, "factId", "orderId", "returnId", recipient, locale,
           case when dropped is null then 'queued' else 'dropped' end, dropped, ${tx.now}
    from json_to_recordset(${rows}::json) as n(id text, key text, kind text, "factId" text, "orderId" text,
      "returnId" text, recipient text, locale text, dropped text)
    order by id on conflict ("shopId", key) do nothing
    returning id, state`;
  return added.filter((one) => one.state === "queued").map((one) => one.id);
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

/** Takes queued messages to send them; one no longer queued (sent, or given up) is left out. */
export const takeQueued = (tx: ShopTx, ids: string[]): Promise<QueuedNotification[]> =>
  tx.db.$queryRaw<QueuedNotification[]>`
    update notification n set attempts = attempts + 1
    where n."shopId" = ${tx.shopId} and n.id = any(${ids}) and n.state = 'queued'
    returning n.id, n.kind, n."factId", n."orderId", n."returnId", n.recipient, n.locale,
      coalesce((select f.data from fact f where f."shopId" = n."shopId" and f.id = n."factId"), '{}') as data`;

export type SentNotification = { id: string; messageId: string };

export async function noteSent(tx: ShopTx, sent: SentNotification[]): Promise<void> {
  await tx.db.$executeRaw`
    update notification n set state = 'sent', "sentAt" = ${tx.now}, "messageId" = s.message_id, reason = null
    from unnest(${sent.map((one) => one.id)}::text[], ${sent.map((one) => one.messageId)}::text[]) as s(id, message_id)
    where n."shopId" = ${tx.shopId} and n.id = s.id`;
}

/** Gives messages up, or notes why they were left out after all. */
export async function noteUnsent(
  tx: ShopTx,
  ids: string[],
  state: "failed" | "dropped",
  reason: string,
): Promise<void> {
  await tx.db.notification.updateMany({
    where: { shopId: tx.shopId, id: { in: ids }, state: "queued" },
    data: { state, reason },
  });
}
