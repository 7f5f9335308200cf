import type { ShopTx } from "~/platform/database/shop.server";
import { eraseBodies } from "./store.server";

/** Webhooks' bodies that are older than is kept. That they came stays, so that a copy is known. */
export const webhookRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const rows = await oldest(tx, before, most);
    await eraseBodies(
      tx,
      rows.map(({ id }) => id),
      "Older than is kept",
    );
    return rows.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldest(tx, before, most)).length,
};

const oldest = (tx: ShopTx, before: Date, most: number): Promise<{ id: string }[]> =>
  tx.db.$queryRaw<{ id: string }[]>`
    select id from webhook_delivery where "shopId" = ${tx.shopId} and "receivedAt" < ${before} and body <> ''
    order by "receivedAt" limit ${most}`;
