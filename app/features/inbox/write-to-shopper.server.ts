import { orderDetail } from "~/features/orders/queries.server";
import { messageIdFor } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { messageWritten } from "./facts";
import { signatureOf } from "./mail-out/signature-store.server";
import type { StaffMember } from "./people";
import { MOST_CHARACTERS, nowAnswered } from "./rules";
import * as store from "./store.server";
import { words } from "./words";

export type FirstMessage = { orderId: string; text: string; requestKey: string };

/**
 * Staff write to an order's shopper of their own accord. It joins the conversation about the order that is not
 * closed yet, or starts one. Sending the same form again changes nothing. Refuses `inbox.notFound` when there
 * is no such order or it has no address to write to, `inbox.empty`, `inbox.tooLong`.
 */
export const writeToShopper = (
  shop: Shop,
  { orderId, text, requestKey }: FirstMessage,
  by: StaffMember,
): Promise<Result<{ conversationId: string }>> =>
  shop.transact(async (tx) => {
    const order = await orderDetail(tx, orderId);
    if (!order?.email || order.redacted) return refuse("inbox.notFound");
    if (text.trim() === "") return refuse("inbox.empty");
    if (text.length > MOST_CHARACTERS) return refuse("inbox.tooLong", { most: MOST_CHARACTERS });
    await store.lockOrder(tx, orderId);
    const key = `staff:${orderId}:${requestKey}`;
    const known = await store.findByRequestKey(tx, key);
    if (known) return ok({ conversationId: known.conversationId });
    const email = emailKey(order.email);
    const conversation =
      (await store.unfinishedOf(tx, orderId, email)) ??
      (await store.createConversation(tx, {
        subject: words(order.locale).subject(order.name),
        channel: "email",
        customerId: order.customerId,
        orderId,
        email,
        name: order.customerName,
        locale: order.locale,
        requestKey: key,
      }));
    const id = newId(tx.now);
    await store.addMessage(
      tx,
      {
        conversationId: conversation.id,
        direction: "out",
        authorKind: "staff",
        authorName: by.name,
        authorId: by.id,
        authorEmail: null,
        text,
        folded: (await signatureOf(tx, by.id)) || null,
        cc: conversation.participants,
        state: "queued",
        requestKey: key,
        mailMessageId: messageIdFor(shop.id, id),
      },
      id,
    );
    await store.saveConversation(tx, conversation.id, {
      state: "waiting",
      unread: false,
      lastMessageAt: tx.now,
      ...nowAnswered(conversation, tx.now),
    });
    const about = { conversationId: conversation.id, orderId };
    await record(tx, messageWritten(about, { id, attempts: 0 }, by.name));
    return ok({ conversationId: conversation.id });
  });
