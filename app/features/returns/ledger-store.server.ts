import type { ShopTx } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import type { ShopifyRefund } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";

/** The payouts of an order. A constraint of the database keeps their sum within what was paid. */

export type Room = { currency: string; paid: bigint; paidOut: bigint };
export type Entry = { id: string; amount: bigint; state: string; shopifyRefundId: string | null };

/** The order's ledger, its row held until the transaction ends; null when nothing was paid yet. */
export async function lockLedger(tx: ShopTx, orderId: string): Promise<Room | null> {
  const rows = await tx.db.$queryRaw<Room[]>`
    select currency, paid, "paidOut" from ledger where "shopId" = ${tx.shopId} and id = ${orderId} for update`;
  return rows[0] ?? null;
}

const keyOf = (returnId: string) => `return:${returnId}`;

/** The payout promised or made for a return. */
export async function entryOfReturn(tx: ShopTx, returnId: string): Promise<Entry | null> {
  const where = { shopId_key: { shopId: tx.shopId, key: keyOf(returnId) } };
  const select = { id: true, amount: true, state: true, shopifyRefundId: true };
  return tx.db.ledgerEntry.findUnique({ where, select });
}

/** Shopify's numbers of the refunds of a return that are in the ledger. */
export async function countedRefunds(tx: ShopTx, returnId: string): Promise<Set<string>> {
  const rows = await entriesOfReturn(tx, returnId);
  return new Set(rows.flatMap((row) => row.shopifyRefundId ?? []));
}

/** What went back for a return, all its refunds together. */
export async function paidForReturn(tx: ShopTx, returnId: string): Promise<bigint> {
  const rows = await entriesOfReturn(tx, returnId);
  return rows.filter((row) => row.state === "paid").reduce((total, row) => total + row.amount, 0n);
}

/** By way of the order, whose entries are few and indexed. */
async function entriesOfReturn(tx: ShopTx, returnId: string) {
  const where = { shopId_id: { shopId: tx.shopId, id: returnId } };
  const about = await tx.db.return.findUnique({ where, select: { orderId: true } });
  if (!about) return [];
  return tx.db.ledgerEntry.findMany({ where: { shopId: tx.shopId, orderId: about.orderId, returnId } });
}

/** Promises a payout for a return, once: its key is made from the return. Asked again, the amount is changed. */
export async function intend(
  tx: ShopTx,
  about: { id: string; orderId: string },
  amount: bigint,
  actorName: string,
): Promise<void> {
  const unique = { shopId: tx.shopId, key: keyOf(about.id) };
  await tx.db.ledgerEntry.upsert({
    where: { shopId_key: unique },
    create: {
      ...unique,
      id: newId(tx.now),
      orderId: about.orderId,
      kind: "refund",
      amount,
      state: "intended",
      returnId: about.id,
      actorName,
      at: tx.now,
    },
    update: { amount, state: "intended", actorName, at: tx.now },
  });
}

/** Notes that Shopify paid what was intended (or another amount: Shopify's word counts). */
export async function notePaid(
  tx: ShopTx,
  orderId: string,
  entry: Entry,
  refund: ShopifyRefund | null,
): Promise<bigint> {
  const ledger = await lockLedger(tx, orderId);
  const held = entry.state === "voided" ? 0n : entry.amount;
  const room = ledger ? ledger.paid - ledger.paidOut + held : 0n;
  const amount = within(refund?.amount.amount || entry.amount, room);
  await tx.db.ledgerEntry.update({
    where: { shopId_id: { shopId: tx.shopId, id: entry.id } },
    data: {
      state: "paid",
      amount,
      at: refund?.at ?? tx.now,
      ...(refund ? { shopifyRefundId: refund.id } : {}),
    },
  });
  return amount;
}

export type CountedRefund = ShopifyRefund & { ofReturn: string | null };

/**
 * Counts Shopify's refunds of an order, whoever made them, each once by its number. One that pays what we
 * intended for a return is that entry. Saying it twice changes nothing.
 */
export async function countRefunds(tx: ShopTx, orderId: string, refunds: CountedRefund[]): Promise<void> {
  if (refunds.length === 0 || !(await lockLedger(tx, orderId))) return;
  for (const refund of refunds) {
    const where = { shopId_shopifyRefundId: { shopId: tx.shopId, shopifyRefundId: refund.id } };
    const known = await tx.db.ledgerEntry.findUnique({ where });
    const intended = known || !refund.ofReturn ? null : await entryOfReturn(tx, refund.ofReturn);
    if (known) {
      // money that was on its way when the refund was made, and has arrived
      if (refund.amount.amount > known.amount) await notePaid(tx, orderId, known, refund);
    } else if (intended?.state === "intended") await notePaid(tx, orderId, intended, refund);
    else await insertPaid(tx, orderId, refund);
  }
}

async function insertPaid(tx: ShopTx, orderId: string, refund: CountedRefund): Promise<void> {
  const ledger = await lockLedger(tx, orderId);
  if (!ledger) return;
  await tx.db.ledgerEntry.create({
    data: {
      shopId: tx.shopId,
      id: newId(tx.now),
      orderId,
      key: `shopify-refund:${refund.id}`,
      kind: "refund",
      amount: within(refund.amount.amount, ledger.paid - ledger.paidOut),
      state: "paid",
      shopifyRefundId: refund.id,
      returnId: refund.ofReturn,
      at: refund.at,
    },
  });
}

/** Staff may refund more than was paid in Shopify's admin; our ledger holds no more than it can. */
function within(amount: bigint, room: bigint): bigint {
  if (amount <= room) return amount;
  log.warn("a refund in Shopify is larger than what the order has left");
  return room > 0n ? room : 0n;
}
