import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { fetchReturn } from "~/platform/shopify/returns.server";
import { adoptReturn } from "./adopt-return.server";
import { withdrawApprovals } from "./approvals-store.server";
import { countSentAlso } from "./count-sent-also.server";
import { type Actor, type ReturnFactKind, returnFact } from "./facts";
import { countRefunds } from "./ledger-count-store.server";
import { entriesOfReturn, voidPromises } from "./ledger-store.server";
import { linkReturn } from "./link-return.server";
import { idByShopifyId, isReplaced, unlinkedOfOrder } from "./link-store.server";
import { ourTwin, travelling } from "./marker";
import { oneAtATime } from "./one-at-a-time.server";
import { settleReturn } from "./settle-refund.server";
import { type Following, follow, mayStep, type ReturnState, reopenedState } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { noteChecked } from "./sweep-store.server";

const SHOPIFY: Actor = { kind: "shopify" };

/**
 * Follows what happened to a return at Shopify, whoever did it: one made in Shopify's own admin becomes ours
 * too, one of ours that we lost track of is found again. Reads the state of now, so late and repeated news
 * change nothing.
 */
export async function followReturn(shop: Shop, shopifyReturnId: string): Promise<void> {
  const take = async () => {
    const theirs = await fetchReturn(shop.id, shopifyReturnId);
    const orderId = theirs?.orderId;
    if (!theirs || !orderId) throw new NeverMind("The shop has no such return");
    if (!(await shop.transact((tx) => takeReturn(tx, orderId, theirs))))
      throw new TryAgain("The return's order is not here yet");
  };
  // Our own calls about a return are made one at a time: wait for the one whose news this may be, then look.
  const ours = await shop.transact((tx) => idByShopifyId(tx, shopifyReturnId));
  return ours ? oneAtATime(shop, ours, take) : take();
}

/** Answers false when the order, or what was sent of it, is not known yet; then it is asked for. */
async function takeReturn(tx: ShopTx, orderId: string, theirs: ShopifyReturn): Promise<boolean> {
  const order = await store.lockOrder(tx, orderId);
  // One that was given up for another is over, whatever is said of it.
  if (order && (await isReplaced(tx, orderId, theirs.id))) return true;
  const id =
    order && ((await knownId(tx, orderId, theirs)) ?? (await adoptReturn(tx, { ...order, orderId }, theirs)));
  if (!id) {
    const key = `refresh-order:${tx.shopId}:${orderId}`;
    await enqueue(tx, "refresh-order", { orderId }, { key });
    return false;
  }
  const ours = await store.lock(tx, id);
  if (!ours) return true;
  await linkReturn(tx, ours, theirs);
  await syncQuantities(tx, ours, theirs);
  await countRefunds(
    tx,
    orderId,
    theirs.refunds.map((refund) => ({ ...refund, ofReturn: id })),
  );
  const linked = await store.load(tx, id);
  const isExchanged = linked !== null && (await countSentAlso(tx, linked, theirs));
  await followProcessing(tx, ours, theirs, isExchanged);
  await noteChecked(tx, id);
  const latest = await store.load(tx, id);
  const following = latest && follow(latest.state, theirs.status);
  if (latest && following) await goAlong(tx, latest, theirs, following);
  return true;
}

async function knownId(tx: ShopTx, orderId: string, theirs: ShopifyReturn): Promise<string | null> {
  const linked = await idByShopifyId(tx, theirs.id);
  return linked ?? ourTwin(await unlinkedOfOrder(tx, orderId), theirs)?.id ?? null;
}

/**
 * Staff took something off a return in Shopify's admin: it may be returned again. What we took off it ourselves,
 * because it was not accepted, stays on ours.
 */
async function syncQuantities(tx: ShopTx, ours: KeptReturn, theirs: ShopifyReturn): Promise<void> {
  let gone = 0;
  for (const mine of ours.lines.filter((line) => line.shopifyReturnLineId !== null)) {
    const there = theirs.lines.find((line) => line.id === mine.shopifyReturnLineId)?.quantity ?? 0;
    const quantity = there + mine.rejectedQuantity;
    if (quantity >= mine.quantity) continue;
    gone += mine.quantity - quantity;
    if (quantity === 0) await store.dropLine(tx, mine.id);
    else {
      const receivedQuantity = Math.min(mine.receivedQuantity, quantity);
      const acceptedQuantity = Math.min(mine.acceptedQuantity, receivedQuantity - mine.rejectedQuantity);
      await store.saveLine(tx, mine.id, { quantity, receivedQuantity, acceptedQuantity });
    }
  }
  if (gone > 0)
    await record(tx, returnFact("return.changed", ours, SHOPIFY, { removed: gone }, tx.now.toISOString()));
}

/**
 * Staff processed all of it in Shopify's admin, or our own call's answer was lost: it came. When money went for
 * it too, or goods worth all of it, and nothing is promised any more, it is settled; else what is owed can still be paid from here.
 */
async function followProcessing(
  tx: ShopTx,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  isExchanged: boolean,
): Promise<void> {
  const allProcessed =
    theirs.lines.length > 0 && theirs.lines.every((line) => line.processed >= line.quantity);
  if (!allProcessed || !mayStep(ours.state, "refunded")) return;
  const entries = await entriesOfReturn(tx, ours.id);
  const isPaid = isExchanged || entries.some((entry) => entry.state === "paid" && entry.kind !== "exchange");
  // Paid before the parcel came: processing it then says nothing of its arrival.
  const paidEarly = ours.refundAmount !== null && !ours.receivedAt;
  if (!ours.receivedAt && !paidEarly) {
    const came = { receivedAt: tx.now, ...(ours.state === "closed" ? {} : { state: "received" as const }) };
    await store.save(tx, ours.id, came);
    for (const line of travelling(ours.lines))
      await store.saveLine(tx, line.id, { receivedQuantity: line.quantity });
    await record(tx, returnFact("return.received", ours, SHOPIFY));
  }
  if (isPaid) await settleReturn(tx, ours.id, SHOPIFY);
}

const FACTS: Record<Following, ReturnFactKind> = {
  approve: "return.approved",
  decline: "return.declined",
  cancel: "return.cancelled",
  close: "return.closed",
  reopen: "return.reopened",
};

async function goAlong(
  tx: ShopTx,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  following: Following,
): Promise<void> {
  const states: Record<Following, ReturnState> = {
    approve: "approved",
    decline: "declined",
    cancel: "cancelled",
    close: "closed",
    reopen: reopenedState(ours),
  };
  if (following === "decline" || following === "cancel" || following === "close") {
    await voidPromises(tx, ours);
    await withdrawApprovals(tx, ours.id);
  }
  await store.save(tx, ours.id, {
    state: states[following],
    ...(following === "approve" ? { approvedAt: tx.now } : {}),
    ...(following === "close" ? { closedAt: tx.now } : {}),
    ...(following === "reopen" ? { closedAt: null } : {}),
    ...(following === "decline"
      ? { declineReason: theirs.decline?.reason ?? "OTHER", declineNote: theirs.decline?.note ?? null }
      : {}),
  });
  const mayHappenAgain = following === "close" || following === "reopen";
  const again = mayHappenAgain ? tx.now.toISOString() : "";
  await record(tx, returnFact(FACTS[following], ours, SHOPIFY, {}, again));
}
