import type { ShopTx } from "~/platform/database/shop.server";

/** Whose messages: sent to one of these addresses (as they were written), or about one of these orders. */
export type Recipient = { emailKeys: string[]; orderIds: string[] };

/** The messages to a person: what they were about and when, not their texts, which are not kept. */
export const exportNotifications = (tx: ShopTx, { emailKeys, orderIds }: Recipient) =>
  tx.db.$queryRaw<Record<string, unknown>[]>`
    select kind, "orderId", recipient, locale, state, reason, "createdAt", "sentAt" from notification
    where "shopId" = ${tx.shopId} and ("orderId" = any(${orderIds}) or lower(recipient) = any(${emailKeys}))
    order by "createdAt"`;

/**
 * Takes a person's address off the outbox, with what mail servers said of it; what still waited there is not sent.
 * Answers how many rows had it.
 */
export const eraseRecipients = (tx: ShopTx, { emailKeys, orderIds }: Recipient): Promise<number> =>
  tx.db.$executeRaw`
    update notification set recipient = '',
      reason = case when state in ('queued', 'held', 'failed') then 'redacted' else reason end,
      trace = '[]',
      "heldUntil" = null,
      state = case when state in ('queued', 'held') then 'dropped' else state end
    where "shopId" = ${tx.shopId} and ("orderId" = any(${orderIds}) or lower(recipient) = any(${emailKeys}))
      and (recipient <> '' or state in ('queued', 'held'))`;
