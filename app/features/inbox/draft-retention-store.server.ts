import type { ShopTx } from "~/platform/database/shop.server";

/** Drafts nobody wrote in since then. */
const oldDrafts = (tx: ShopTx, before: Date, most: number) =>
  tx.db.conversationDraft.findMany({
    where: { shopId: tx.shopId, updatedAt: { lt: before } },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });

/** Files put with an answer before then and never sent. One whose draft was written in since stays with it. */
const oldFiles = (tx: ShopTx, before: Date, most: number) =>
  tx.db.$queryRaw<{ id: string }[]>`
    select e.id from enclosure e
    where e."shopId" = ${tx.shopId} and e."messageId" is null and e."createdAt" < ${before}
      and not exists (select from conversation_draft d where d."shopId" = e."shopId"
        and d."conversationId" = e."conversationId" and d."staffId" = e."staffId" and d."updatedAt" >= ${before})
    order by e."createdAt" limit ${most}`;

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** What staff were writing and did not send, and what they put with it. */
export const draftRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const [drafts, files] = [
      idsOf(await oldDrafts(tx, before, most)),
      idsOf(await oldFiles(tx, before, most)),
    ];
    // Somebody may have written on, or sent it, meanwhile.
    await tx.db.conversationDraft.deleteMany({
      where: { shopId: tx.shopId, id: { in: drafts }, updatedAt: { lt: before } },
    });
    await tx.db.enclosure.deleteMany({ where: { shopId: tx.shopId, id: { in: files }, messageId: null } });
    return drafts.length + files.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    Math.min(most, (await oldDrafts(tx, before, most)).length + (await oldFiles(tx, before, most)).length),
};
