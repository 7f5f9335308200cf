import { orderDetail } from "~/features/orders/queries.server";
import { tellChange } from "~/platform/database/changes.server";
import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import type { StaffMember } from "../people";
import { lockConversation } from "../store.server";
import { conversationFiled, conversationUnfiled } from "./facts";
import { tiesOf } from "./tie-queries.server";
import * as store from "./tie-store.server";

/**
 * Staff say that a conversation is with the customer of one of its orders: that customer's orders and conversations
 * then stand beside it. The customer's account does not show it, and no machine takes its writer for them. Filed there
 * already, nothing changes. Refuses `inbox.notFound`, `inbox.merged`, `orders.notFound` for an order that it is not about,
 * `orders.noCustomer`, and `input.invalid` when its writer has shown who they are.
 */
export const fileUnder = (
  shop: Shop,
  { conversationId, orderId }: { conversationId: string; orderId: string },
  by: StaffMember,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.mergedIntoId) return refuse("inbox.merged");
    if (conversation.customerId) return refuse("input.invalid");
    const isAbout = (await tiesOf(tx, conversationId)).some((tie) => tie.orderId === orderId);
    const order = isAbout ? await orderDetail(tx, orderId) : null;
    if (!order || order.redacted) return refuse("orders.notFound");
    if (!order.customerId) return refuse("orders.noCustomer");
    const filed = await store.filedUnder(tx, conversationId);
    if (filed === order.customerId) return ok(null);
    await store.file(tx, conversationId, order.customerId);
    await record(tx, conversationFiled(conversationId, order.customerId, by));
    await tellChange(tx, { kind: "conversation", id: conversationId });
    return ok(null);
  });

/** Takes that back. Not filed, nothing changes. Refuses `inbox.notFound`. */
export const unfile = (shop: Shop, conversationId: string, by: StaffMember): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!(await lockConversation(tx, conversationId))) return refuse("inbox.notFound");
    const filed = await store.filedUnder(tx, conversationId);
    if (!filed) return ok(null);
    await store.file(tx, conversationId, null);
    await record(tx, conversationUnfiled(conversationId, filed, by));
    await tellChange(tx, { kind: "conversation", id: conversationId });
    return ok(null);
  });
