import type { RetentionClass } from "~/features/settings/rules";
import type { ShopTx } from "~/platform/database/shop.server";
import { deleteFiles } from "~/platform/files/files.server";
import { newId } from "~/values/ids";
import { receiptSchema } from "./schema";

/** A request's files lie in its receipt. */
const withFiles = async (tx: ShopTx, before: Date, most: number) => {
  const rows = await tx.db.$queryRaw<{ id: string; receipt: unknown }[]>`
    select id, receipt from privacy_request where "shopId" = ${tx.shopId} and "completedAt" < ${before}
      and jsonb_array_length(coalesce(receipt -> 'files', '[]')) > 0
    order by "completedAt" limit ${most}`;
  return rows.map(({ id, receipt }) => ({ id, receipt: receiptSchema.parse(receipt) }));
};

/** What was gathered for shoppers long ago. The receipts stay. */
export const gatheredRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const requests = await withFiles(tx, before, most);
    for (const { id, receipt } of requests) {
      await deleteFiles(
        tx,
        receipt.files.map((file) => file.id),
      );
      await tx.db.privacyRequest.update({
        where: { shopId_id: { shopId: tx.shopId, id } },
        data: { receipt: { ...receipt, files: [] } },
      });
    }
    return requests.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await withFiles(tx, before, most)).length,
};

/** Notes of who looked at what. */
export const readingRetention = {
  sweep: (tx: ShopTx, before: Date, most: number): Promise<number> =>
    tx.db.$executeRaw`
      delete from reading where "shopId" = ${tx.shopId} and id in (
        select id from reading where "shopId" = ${tx.shopId} and at < ${before} order by at, id limit ${most})`,
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (
      await tx.db.reading.findMany({
        where: { shopId: tx.shopId, at: { lt: before } },
        take: most,
        select: { id: true },
      })
    ).length,
};

/** What a night's sweep did for a class: how much went, and how much is older than is kept within a week. */
export type Swept = { class: RetentionClass; olderThan: Date; removed: number; dueSoon: number };

export async function noteSwept(tx: ShopTx, swept: Swept): Promise<void> {
  await tx.db.retentionSweep.create({ data: { ...swept, shopId: tx.shopId, id: newId(tx.now), at: tx.now } });
}

/** What sweeps have noted longer ago than this goes, too. */
export async function forgetSweeps(tx: ShopTx, before: Date): Promise<void> {
  await tx.db.retentionSweep.deleteMany({ where: { shopId: tx.shopId, id: { lt: newId(before) } } });
}

/** The last sweep of each class, and how much went in all that are still noted. */
export const lastSweeps = (tx: ShopTx, classes: readonly RetentionClass[]) =>
  tx.db.$queryRaw<
    { class: RetentionClass; at: Date; removed: number; dueSoon: number; removedInAll: number }[]
  >`
    select wanted.class, last.at, last.removed, last."dueSoon",
      (select coalesce(sum(s.removed), 0)::int from retention_sweep s
       where s."shopId" = ${tx.shopId} and s.class = wanted.class) as "removedInAll"
    from unnest(${[...classes]}::text[]) wanted(class)
    cross join lateral (select at, removed, "dueSoon" from retention_sweep s
      where s."shopId" = ${tx.shopId} and s.class = wanted.class order by at desc limit 1) last`;
