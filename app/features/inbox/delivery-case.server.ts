import { orderDetail } from "~/features/orders/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { emailKey } from "~/values/keys";
import { conversationClosedBySystem, conversationOpenedBySystem } from "./delivery-case-facts";
import { deliveryFact, findCase, hasPersonWritten } from "./delivery-case-store.server";
import * as store from "./store.server";
import { setPart } from "./ties/tie-store.server";
import { words as shopperWords } from "./words";
import { staffWords } from "./words/staff";

const words = staffWords.deliveryCase;

/**
 * A delivery is worrying: staff find it in the inbox before the shopper asks. It joins the conversation about
 * the order that is not closed yet, or starts one, with a note of what is the matter. An order without an
 * address, or one that was erased, has nobody to write to. Run again, nothing changes.
 */
export const openDeliveryCase = (shop: Shop, factId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const fact = await deliveryFact(tx, factId);
    const order = fact && (await orderDetail(tx, fact.orderId));
    if (!fact || !order?.email || order.redacted) return;
    await store.lockOrder(tx, order.id);
    const requestKey = keyOf(fact);
    if (await store.findByRequestKey(tx, requestKey)) return;
    const email = emailKey(order.email);
    const unfinished = await store.unfinishedOf(tx, order.id, email);
    const conversation =
      unfinished ??
      (await store.createConversation(tx, {
        // an answer is mailed under it, so it is in the shopper's own language
        subject: shopperWords(order.locale).subject(order.name),
        channel: "system",
        customerId: order.customerId,
        orderId: order.id,
        email,
        name: order.customerName,
        locale: order.locale,
        requestKey,
      }));
    if (!conversation.parcelId) await setPart(tx, conversation.id, "parcel", fact.data.fulfilmentId);
    await note(tx, conversation.id, words.opened(fact.data), requestKey);
    await store.saveConversation(tx, conversation.id, { state: "open", unread: true, lastMessageAt: tx.now });
    if (!unfinished)
      await record(tx, conversationOpenedBySystem({ conversationId: conversation.id, orderId: order.id }));
  });

/**
 * The delivery worries nobody any more: it came, or is on time again. A conversation in which nobody has
 * written is closed; in one with people in it, a note says so.
 */
export const closeDeliveryCase = (shop: Shop, factId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const fact = await deliveryFact(tx, factId);
    if (!fact) return;
    await store.lockOrder(tx, fact.orderId);
    const found = await findCase(tx, keyOf(fact));
    const conversation = found && (await store.lockConversation(tx, found.conversationId));
    const solvedKey = `${keyOf(fact)}:solved`;
    if (!conversation || conversation.state === "closed" || (await store.findByRequestKey(tx, solvedKey)))
      return;
    await note(tx, conversation.id, words.solved, solvedKey);
    if (await hasPersonWritten(tx, conversation.id)) return;
    await store.saveConversation(tx, conversation.id, { state: "closed", unread: false, closedAt: tx.now });
    const about = { conversationId: conversation.id, orderId: conversation.orderId };
    await record(tx, conversationClosedBySystem(about, solvedKey));
  });

/** What opens a case and what solves it name it alike. */
const keyOf = ({ orderId, data }: { orderId: string; data: { fulfilmentId: string; episode: number } }) =>
  `delivery:${orderId}:${data.fulfilmentId}:${data.episode}`;

const note = (tx: ShopTx, conversationId: string, text: string, requestKey: string) =>
  store.addMessage(tx, {
    conversationId,
    direction: "note",
    authorKind: "system",
    authorName: null,
    authorEmail: null,
    text,
    state: "received",
    requestKey,
  });
