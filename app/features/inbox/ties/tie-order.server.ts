import { tellChange } from "~/platform/database/changes.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import type { StaffMember } from "../people";
import { rebuildWords } from "../search-store.server";
import { type KnownConversation, lockConversation } from "../store.server";
import { orderTied, orderUntied } from "./facts";
import { holdersOf, tiesOf } from "./tie-queries.server";
import * as store from "./tie-store.server";
import { MOST_TIES } from "./ties";

type Named = { conversationId: string; orderId: string };

/**
 * Staff say that a conversation is about an order. They then see it beside the conversation and act on it there; its
 * writer gets no right to be told of it. Tied already, nothing changes. An order that was the conversation's own
 * before staff took it off is its own again. Refuses `inbox.notFound`, `inbox.merged`, `orders.notFound` (also when its
 * person was erased) and `inbox.tooManyOrders`.
 */
export const tieOrder = (
  shop: Shop,
  { conversationId, orderId }: Named,
  by: StaffMember,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.mergedIntoId) return refuse("inbox.merged");
    if (!(await store.isOrder(tx, orderId))) return refuse("orders.notFound");
    const ties = await tiesOf(tx, conversationId);
    if (ties.some((tie) => tie.orderId === orderId)) return ok(null);
    if (ties.length >= MOST_TIES) return refuse("inbox.tooManyOrders");
    const wasOwn = (await store.tieOf(tx, conversationId, orderId))?.wasOwn ?? false;
    await store.removeTie(tx, conversationId, orderId);
    if (wasOwn && conversation.orderId === null) await store.setOwn(tx, conversationId, orderId);
    else await store.addTie(tx, { conversationId, orderId, wasOwn: false }, by);
    await settle(tx, conversationId);
    await record(tx, orderTied(conversationId, orderId, by));
    return ok(null);
  });

/**
 * Staff say that a conversation is not about an order, be it its own or tied, here or where it was merged from. What was
 * begun about the order goes on. Not tied, nothing changes. Refuses `inbox.notFound` and `inbox.merged`.
 */
export const untieOrder = (
  shop: Shop,
  { conversationId, orderId }: Named,
  by: StaffMember,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const locked = await lockHolders(tx, conversationId, orderId);
    const conversation = locked.find(({ id }) => id === conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.mergedIntoId) return refuse("inbox.merged");
    const holders = await holdersOf(tx, conversationId, orderId);
    if (holders.length === 0) return ok(null);
    for (const holder of locked.filter(({ id }) => holders.includes(id)))
      await takeOff(tx, holder, orderId, by);
    await store.forgetParts(tx, [conversationId], [orderId]);
    await settle(tx, conversationId);
    await record(tx, orderUntied(conversationId, orderId, by));
    return ok(null);
  });

/** Staff choose which of its orders is looked at first. Refuses `inbox.notFound`, and `orders.notFound` for another. */
export const lookFirstAt = (shop: Shop, { conversationId, orderId }: Named): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    const ties = await tiesOf(tx, conversationId);
    if (!ties.some((tie) => tie.orderId === orderId)) return refuse("orders.notFound");
    await store.setFirst(tx, conversationId, orderId === conversation.orderId ? null : orderId);
    await tellChange(tx, { kind: "conversation", id: conversationId });
    return ok(null);
  });

/**
 * After a conversation's orders changed: the one to look at first is one of them, it is found by what they hold, and
 * open screens hear of it. Hold its row.
 */
export async function settle(tx: ShopTx, conversationId: string): Promise<void> {
  await settleFirst(tx, conversationId);
  await rebuildWords(tx, conversationId);
  await tellChange(tx, { kind: "conversation", id: conversationId });
}

/** The order to look at first is one of the conversation's, and said where it is not its own. Hold its row. */
export async function settleFirst(tx: ShopTx, conversationId: string): Promise<void> {
  const conversation = await lockConversation(tx, conversationId);
  if (!conversation) return;
  const { firstOrderId, orderId } = conversation;
  const ties = await tiesOf(tx, conversationId);
  const stands = firstOrderId !== null && ties.some((tie) => tie.orderId === firstOrderId);
  const first = stands ? firstOrderId : orderId === null ? (ties[0]?.orderId ?? null) : null;
  if (first !== firstOrderId) await store.setFirst(tx, conversationId, first);
}

async function takeOff(
  tx: ShopTx,
  holder: KnownConversation,
  orderId: string,
  by: StaffMember,
): Promise<void> {
  await store.removeTie(tx, holder.id, orderId);
  if (holder.orderId !== orderId) return;
  await store.setOwn(tx, holder.id, null);
  await store.addTie(tx, { conversationId: holder.id, orderId, wasOwn: true }, by);
}

/** The conversation, and those merged into it that hold the order; locked in the order in which merging locks. */
async function lockHolders(
  tx: ShopTx,
  conversationId: string,
  orderId: string,
): Promise<KnownConversation[]> {
  const ids = [...new Set([conversationId, ...(await holdersOf(tx, conversationId, orderId))])].sort();
  const locked: KnownConversation[] = [];
  for (const id of ids) {
    const conversation = await lockConversation(tx, id);
    if (conversation) locked.push(conversation);
  }
  return locked;
}
