import { type OrderDetail, orderDetail } from "~/features/orders/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { countWithin } from "~/platform/limits.server";
import { record } from "~/platform/queue/record.server";
import type { Pass } from "~/platform/shopper-pass.server";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { conversationStarted, messageReceived } from "./facts";
import { MOST_CHARACTERS, nowAwaiting } from "./rules";
import * as store from "./store.server";
import { words } from "./words";

const MOST_AN_HOUR = 5;
const HOUR_MS = 60 * 60_000;

/** Who is at the storefront: signed in, or holding a pass, or neither. */
export type Writer = { customerId: string | null; pass: Pass | null; visitor: string };

export type ShopperMessage = { orderId: string; text: string; requestKey: string };

export type Written = { conversationId: string; order: OrderDetail; isNew: boolean };

/**
 * A shopper writes from the page of their order. It joins the conversation about that order that is not
 * closed yet, or starts one. Sending the same form again changes nothing and answers the same. Refuses with
 * `inbox.notFound` when the order is not the writer's to see in full, `inbox.empty`, `inbox.tooLong` (beyond
 * MOST_CHARACTERS), and `limits.tooMany` after five an hour, counted for the visitor and for the order each.
 */
export const startConversation = (
  shop: Shop,
  message: ShopperMessage,
  writer: Writer,
): Promise<Result<Written>> =>
  shop.transact(async (tx) => {
    const order = await orderSeenBy(tx, message.orderId, writer);
    if (!order) return refuse("inbox.notFound");
    if (message.text.trim() === "") return refuse("inbox.empty");
    if (message.text.length > MOST_CHARACTERS) return refuse("inbox.tooLong", { most: MOST_CHARACTERS });
    await store.lockOrder(tx, order.id);
    const requestKey = `shopper:${order.id}:${message.requestKey}`;
    const known = await store.findByRequestKey(tx, requestKey);
    if (known) return ok({ conversationId: known.conversationId, order, isNew: false });
    const subjects = [`message by ${writer.visitor}`, `message about ${order.id}`];
    const { within } = await countWithin(tx, { subjects, most: MOST_AN_HOUR, windowMs: HOUR_MS });
    if (!within) return refuse("limits.tooMany");
    const conversationId = await write(tx, order, message.text, requestKey);
    return ok({ conversationId, order, isNew: true });
  });

/** The order, when the writer may see it in full: it is their account's, or their pass is to its address. */
export async function orderSeenBy(
  tx: ShopTx,
  orderId: string,
  { customerId, pass }: Writer,
): Promise<OrderDetail | null> {
  const order = await orderDetail(tx, orderId);
  if (!order || order.redacted) return null;
  if (customerId !== null && order.customerId === customerId) return order;
  if (pass?.level !== "full") return null;
  if (pass.orderId === orderId) return order;
  const proven = await orderDetail(tx, pass.orderId);
  return proven?.email && order.email && emailKey(proven.email) === emailKey(order.email) ? order : null;
}

async function write(tx: ShopTx, order: OrderDetail, text: string, requestKey: string): Promise<string> {
  const email = order.email ? emailKey(order.email) : "";
  const unfinished = await store.unfinishedOf(tx, order.id, email);
  const conversation =
    unfinished ??
    (await store.createConversation(tx, {
      subject: words(order.locale).subject(order.name),
      channel: "storefront",
      customerId: order.customerId,
      orderId: order.id,
      email,
      name: order.customerName,
      locale: order.locale,
      requestKey,
    }));
  const messageId = await store.addMessage(tx, {
    conversationId: conversation.id,
    direction: "in",
    authorKind: "shopper",
    authorName: order.customerName,
    authorEmail: email || null,
    text,
    state: "received",
    requestKey,
  });
  await store.saveConversation(tx, conversation.id, {
    state: "open",
    unread: true,
    lastMessageAt: tx.now,
    ...nowAwaiting(conversation, tx.now),
  });
  const about = { conversationId: conversation.id, orderId: order.id };
  if (!unfinished) await record(tx, conversationStarted(about));
  await record(tx, messageReceived(about, { id: messageId, authorKind: "shopper", automatic: null }));
  return conversation.id;
}
