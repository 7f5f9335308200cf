import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { shopperLocale } from "~/platform/i18n/shopper-locale";
import { newId } from "~/values/ids";
import { type Decided, decideAll, type News, recipientOf } from "./decide.server";
import { factsToTell } from "./facts-store.server";
import { lookAgainLater, sendSoon } from "./queue.server";
import { kindsFor } from "./registry";
import { addNotifications, type NewNotification, settleHeld } from "./store.server";

/**
 * Turns facts into at most one message a kind and fact: the key is the fact's own, so replays add nothing.
 * What does not go out, or not yet, is kept too, with its reason.
 */
export const notify = (shop: Shop, factIds: string[]): Promise<void> =>
  shop.transact(async (tx) => {
    const facts = await factsToTell(tx, factIds);
    const news = facts.flatMap((fact) =>
      kindsFor(fact.kind).map((kind): News => ({ id: newId(tx.now), kind, fact, own: {}, since: null })),
    );
    if (news.length === 0) return;
    const face = await shopFace(tx);
    const { decided, others } = await decideAll(tx, face, news);
    const written = await addNotifications(
      tx,
      decided.map((one) => toRow(one, face)),
    );
    await settleHeld(
      tx,
      others.filter((one) => one.mergedInto !== null && written.has(one.mergedInto)),
    );
    await putOnTheirWay(
      tx,
      decided.map(({ outcome }) => outcome).filter(({ id }) => written.has(id)),
    );
  });

/** Jobs for what is to be sent, and for what is to be looked at again. */
export async function putOnTheirWay(tx: ShopTx, outcomes: Decided["outcome"][]): Promise<void> {
  await sendSoon(
    tx,
    outcomes.filter(({ state }) => state === "queued").map(({ id }) => id),
  );
  await lookAgainLater(
    tx,
    outcomes.flatMap(({ heldUntil }) => heldUntil ?? []),
  );
}

const toRow = ({ news: { kind, fact }, outcome }: Decided, { profile }: ShopFace): NewNotification => ({
  ...outcome,
  // Kinds that share a fact share its key: of those only one is told.
  key: `${kind.applies ? kind.fact : kind.key}:${fact.key}`,
  kind: kind.key,
  factId: fact.id,
  orderId: fact.orderId,
  returnId: fact.returnId,
  conversationId: fact.conversationId,
  recipient: recipientOf(kind, fact) ?? "",
  locale: shopperLocale({ order: fact.locale, customer: fact.customerLocale, shop: profile.locale }),
});
