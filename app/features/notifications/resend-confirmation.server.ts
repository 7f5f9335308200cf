import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import { tellChange } from "~/platform/database/changes.server";
import type { Shop } from "~/platform/database/shop.server";
import { type Fact, record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { isMailbox } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { CONFIRMATION_RESENT, factIdOf } from "./facts-store.server";
import { orderConfirmed } from "./kinds/order-confirmed";
import { sendSoon } from "./queue.server";
import { whyNotNow } from "./rules";
import { standingOf } from "./standing";
import { addNotifications } from "./store.server";

export type Resend = {
  orderId: string;
  /** the conversation beside which it was asked for */
  conversationId: string | null;
  /** made with the form: a repeated send is the same message */
  requestKey: string;
};

/**
 * Staff let an order's confirmation be sent again, whatever was sent before: it goes into the outbox as it would be
 * written now, and stands on the timeline. Answers the message's id. Refuses `orders.notFound`,
 * `notifications.noAddress`, and `notifications.notConfirmable` when the order was cancelled or delivered, or the shop
 * sends no confirmations or has paused them.
 */
export const resendConfirmation = (
  shop: Shop,
  { orderId, conversationId, requestKey }: Resend,
  staffName: string,
): Promise<Result<{ notificationId: string | null }>> =>
  shop.transact(async (tx) => {
    const order = await orderDetail(tx, orderId);
    if (!order || order.redacted) return refuse("orders.notFound");
    if (!order.email || !isMailbox(order.email)) return refuse("notifications.noAddress");
    const { settings } = await shopFace(tx);
    if (whyNotNow(orderConfirmed, settings.notifications, standingOf(order, {})))
      return refuse("notifications.notConfirmable");
    const fact: Fact = {
      kind: CONFIRMATION_RESENT,
      key: `${CONFIRMATION_RESENT}:${requestKey}`,
      orderId,
      ...(conversationId ? { conversationId } : {}),
      actor: "staff",
      actorName: staffName,
    };
    if (!(await record(tx, fact))) return ok({ notificationId: null });
    const id = newId(tx.now);
    const outcome = { state: "queued" as const, reason: null, heldUntil: null, mergedInto: null, step: null };
    await addNotifications(tx, [
      {
        ...{ ...outcome, id, key: `${orderConfirmed.key}:${fact.key}`, kind: orderConfirmed.key, data: {} },
        ...{ factId: (await factIdOf(tx, fact.key)) ?? "", orderId, returnId: null, conversationId },
        recipient: order.email,
        locale: order.locale,
      },
    ]);
    await sendSoon(tx, [id]);
    if (conversationId) await tellChange(tx, { kind: "conversation", id: conversationId });
    return ok({ notificationId: id });
  });
