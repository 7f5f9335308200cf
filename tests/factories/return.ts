import { requestReturn } from "~/features/returns/request-return.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";
import { aDeliveredOrder, mirrored } from "./order";

/** An order that reached the shopper two days ago, here and (same ids, other person) in the neighbour's shop. */
export async function aReturnableOrderIn(
  shop: Shop,
  neighbour: Shop,
  over: Partial<ShopifyOrder> = {},
): Promise<ShopifyOrder> {
  const deliveredAt = new Date(Date.now() - 2 * 86_400_000);
  const order = aDeliveredOrder(over, {
    deliveredAt,
    shippedAt: new Date(deliveredAt.getTime() - 86_400_000),
  });
  await mirrored(neighbour, { ...order, email: "neighbour@example.com" });
  return mirrored(shop, order);
}

/** A return of one of the order's first line. Answers its id. */
export async function aReturn(shop: Shop, order: ShopifyOrder): Promise<string> {
  const asked = await requestReturn(shop, {
    orderId: order.id,
    requestKey: newId(),
    lines: [{ orderLineId: order.lines[0]?.id ?? "", quantity: 1, reason: "too-small" }],
    note: "Runs <b>small</b>",
  });
  if (!asked.ok) throw new Error(asked.refusal.code);
  return asked.value.id;
}
