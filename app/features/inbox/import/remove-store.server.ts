import type { ShopTx } from "~/platform/database/shop.server";

/**
 * The next of an import's conversations, by id, each with whether somebody has written in it since: those stay. One
 * that another import made counts by what this one put into it.
 */
export const threadsAfter = (
  tx: ShopTx,
  importId: string,
  after: string,
  most: number,
): Promise<{ id: string; isLive: boolean }[]> =>
  tx.db.$queryRaw<{ id: string; isLive: boolean }[]>`
    with page as (
      select distinct "threadId" as id from imported_message
      where "shopId" = ${tx.shopId} and "importId" = ${importId} and "threadId" > ${after}
      order by "threadId" limit ${most})
    select page.id, exists (select from message m where m."shopId" = ${tx.shopId}
      and m."conversationId" = page.id and m."importId" is null) as "isLive" from page order by page.id`;

/** Removes what an import put into these conversations, and those that are empty then. */
export async function removeFrom(tx: ShopTx, importId: string, threadIds: string[]): Promise<void> {
  const { shopId } = tx;
  const mails = await tx.db.message.findMany({
    where: { shopId, importId, conversationId: { in: threadIds }, inboundMailId: { not: null } },
    select: { inboundMailId: true },
  });
  await tx.db.message.deleteMany({ where: { shopId, importId, conversationId: { in: threadIds } } });
  await tx.db.$executeRaw`
    delete from inbound_mail m where m."shopId" = ${shopId}
      and m.id = any(${mails.flatMap(({ inboundMailId }) => inboundMailId ?? [])}::text[])
      and not exists (select from message x where x."shopId" = m."shopId" and x."inboundMailId" = m.id)`;
  await tx.db.conversation.deleteMany({
    where: { shopId, id: { in: threadIds }, importId: { not: null }, messages: { none: {} } },
  });
  await tx.db.importedMessage.deleteMany({ where: { shopId, importId, threadId: { in: threadIds } } });
  await tx.db.$executeRaw`
    delete from import_thread t where t."shopId" = ${shopId} and t."threadId" = any(${threadIds})
      and not exists (select from conversation c where c."shopId" = t."shopId" and c.id = t."threadId")`;
}

/** Which of these conversations are still there. */
export async function thoseThere(tx: ShopTx, ids: string[]): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, id: { in: ids } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
