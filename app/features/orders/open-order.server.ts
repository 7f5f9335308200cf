import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import type { Cursor } from "~/values/cursor";
import { type HistoryPage, historyPage, ownerOf } from "./history-queries.server";
import { type Asked, maySee } from "./may-see-order";
import { type OrderDetail, orderDetail } from "./queries.server";

export type OpenedOrder = {
  face: ShopFace;
  /** null: nothing may be shown, or there is nothing */
  opened: {
    level: "everything" | "status";
    order: OrderDetail;
    /** the other orders of the same address, for who proved it by a code */
    others: HistoryPage | null;
  } | null;
};

/** Opens an order for a shopper as far as they may see it. `after` pages through their other orders. */
export const openOrder = (shop: Shop, asked: Asked, after: Cursor | null): Promise<OpenedOrder> =>
  shop.transact(async (tx): Promise<OpenedOrder> => {
    const face = await shopFace(tx);
    const id = asked.named ?? asked.pass?.orderId;
    const wanted = id ? await ownerOf(tx, id) : null;
    const passOwner =
      asked.pass && asked.pass.orderId !== id ? await ownerOf(tx, asked.pass.orderId) : wanted;
    const level = maySee(asked, wanted, passOwner);
    const order = id && level !== "nothing" ? await orderDetail(tx, id) : null;
    if (!order || level === "nothing") return { face, opened: null };
    const proven = level === "everything" && asked.pass?.level === "full" ? wanted?.emailKey : null;
    const others = proven ? await historyPage(tx, { emailKey: proven }, after) : null;
    return { face, opened: { level, order, others: others && without(others, order.id) } };
  });

const without = (page: HistoryPage, orderId: string): HistoryPage => ({
  ...page,
  orders: page.orders.filter(({ id }) => id !== orderId),
});
