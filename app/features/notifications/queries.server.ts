import type { ShopTx } from "~/platform/database/shop.server";
import { CONFIRMATION_RESENT } from "./facts-store.server";

/** A message to a shopper, for staff: the address is masked. */
export type NotificationRow = {
  id: string;
  kind: string;
  state: string;
  reason: string | null;
  recipient: string;
  createdAt: Date;
  sentAt: Date | null;
  heldUntil: Date | null;
};

const MOST_PER_ORDER = 50;

/** The messages about an order, the latest first; at most 50. */
export async function notificationsOf(tx: ShopTx, orderId: string): Promise<NotificationRow[]> {
  const rows = await tx.db.notification.findMany({
    where: { shopId: tx.shopId, orderId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_PER_ORDER,
    select: {
      id: true,
      kind: true,
      state: true,
      reason: true,
      recipient: true,
      createdAt: true,
      sentAt: true,
      heldUntil: true,
    },
  });
  return rows.map((row) => ({ ...row, recipient: masked(row.recipient) }));
}

/** A confirmation that staff let go out again, and what became of it. */
export type ResentRow = { id: string; state: string; reason: string | null; by: string; at: Date };

/** The confirmations of an order that staff let go out again, the latest first; at most 10. */
export const resentOf = (tx: ShopTx, orderId: string): Promise<ResentRow[]> =>
  tx.db.$queryRaw<ResentRow[]>`
    select n.id, n.state, n.reason, f."actorName" as by, n."createdAt" as at
    from notification n join fact f on f."shopId" = n."shopId" and f.id = n."factId"
    where n."shopId" = ${tx.shopId} and n."orderId" = ${orderId} and f.kind = ${CONFIRMATION_RESENT}
    order by n."createdAt" desc limit 10`;

/** "ada@example.com" → "a…@example.com": enough to recognise, too little to copy. */
export function masked(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? address && "…" : `${address.slice(0, 1)}…${address.slice(at)}`;
}

export type FailedMail = {
  id: string;
  kind: string;
  orderId: string | null;
  reason: string | null;
  createdAt: Date;
};

/** Messages that were given up, the latest first; at most 50. */
export const failedMails = (tx: ShopTx): Promise<FailedMail[]> =>
  tx.db.notification.findMany({
    where: { shopId: tx.shopId, state: "failed" },
    orderBy: { createdAt: "desc" },
    take: MOST_PER_ORDER,
    select: { id: true, kind: true, orderId: true, reason: true, createdAt: true },
  });

export type MailCounts = {
  /** confirmations sent; counted up to `most` */
  confirmed: number;
  /** seconds from the order to its confirmation's acceptance by the mail server: the median of the last 500 */
  medianSeconds: number | null;
  /** messages that could not be delivered to the mail server; counted up to `most` */
  failed: number;
};

/** How the mails since `since` went. */
export async function mailCounts(tx: ShopTx, since: Date, most: number): Promise<MailCounts> {
  const rows = await tx.db.$queryRaw<MailCounts[]>`
    with confirmed as (
      select "orderId", "sentAt" from notification
      where "shopId" = ${tx.shopId} and state = 'sent' and "createdAt" >= ${since} and kind = 'orderConfirmed'
        and channel = 'email' and key not like ${`%:${CONFIRMATION_RESENT}:%`}
      order by "createdAt" desc limit ${most}),
    latest as (
      select extract(epoch from c."sentAt" - o."placedAt")::float8 as seconds
      from (select * from confirmed limit 500) c
      join orders o on o."shopId" = ${tx.shopId} and o.id = c."orderId")
    select (select count(*)::int from confirmed) as confirmed,
      (select percentile_cont(0.5) within group (order by greatest(seconds, 0)) from latest) as "medianSeconds",
      (select count(*)::int from (
        select 1 from notification
        where "shopId" = ${tx.shopId} and state = 'failed' and "createdAt" >= ${since} limit ${most}) f) as failed`;
  const [row] = rows;
  return row ?? { confirmed: 0, medianSeconds: null, failed: 0 };
}
