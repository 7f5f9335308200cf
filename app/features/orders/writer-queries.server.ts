import type { ShopTx } from "~/platform/database/shop.server";

/** The order that somebody who writes a mail is likely to mean. */
export type WritersOrder = {
  id: string;
  name: string;
  customerId: string | null;
  locale: string;
};

/**
 * Of the orders placed with this address, the latest of those named (by `orderNameKey`), else the latest. Null
 * when nothing was ordered with it. Orders of other addresses are never answered, whatever is named.
 */
export async function orderOfWriter(
  tx: ShopTx,
  emailKey: string,
  nameKeys: string[],
): Promise<WritersOrder | null> {
  const rows = await tx.db.$queryRaw<WritersOrder[]>`
    with latest as (
      select id, name, "nameKey", "customerId", locale, "placedAt" from orders
      where "shopId" = ${tx.shopId} and "emailKey" = ${emailKey} and "redactedAt" is null
      order by "placedAt" desc, id desc limit 200)
    select id, name, "customerId", locale from latest
    order by "nameKey" = any(${nameKeys}) desc, "placedAt" desc, id desc limit 1`;
  return rows[0] ?? null;
}
