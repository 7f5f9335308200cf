import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";

/** Has the order read anew from Shopify; asked twice before it ran, it runs once. */
export const askForOrder = (tx: ShopTx, orderId: string): Promise<void> =>
  enqueue(tx, "refresh-order", { orderId }, { key: `refresh-order:${tx.shopId}:${orderId}` });
