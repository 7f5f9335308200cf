import type { ShopTx } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import type { ShopifyRefund } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";
import { entryKey } from "./action-ledger-store.server";
import {
  type Entry,
  type EntryKind,
  entriesOfReturn,
  isKeep,
  lockLedger,
  type Part,
  partsOf,
  setParts,
  voidEntry,
} from "./ledger-store.server";
import { type CameBack, paidWith } from "./sent-also";
import { lockOrder, lockReturns, noteProblem } from "./store.server";
import { staffWords } from "./words/staff";

/** A refund of Shopify's, and which of our returns, or of staff's actions on the order, it is of. */
export type CountedRefund = ShopifyRefund & { ofReturn: string | null; ofAction?: string | null };

/**
 * Counts Shopify's refunds of an order, whoever made them, each once by its number, per order and per line. One
 * that pays what we promised for a return is that promise. Money that went is a fact: promises that no longer
 * fit beside it are taken back, and their returns say so. Saying it twice changes nothing.
 */
export async function countRefunds(tx: ShopTx, orderId: string, refunds: CountedRefund[]): Promise<void> {
  if (refunds.length === 0) return;
  // Always in this order, so that nobody waits in a circle: the order, its returns, its ledger.
  await lockOrder(tx, orderId);
  await lockReturns(tx, orderId);
  if (!(await lockLedger(tx, orderId))) return;
  const taxesIncluded = await hasTaxesIncluded(tx, orderId);
  for (const refund of refunds) await countOne(tx, orderId, refund, taxesIncluded);
}

async function hasTaxesIncluded(tx: ShopTx, orderId: string): Promise<boolean> {
  const where = { shopId_id: { shopId: tx.shopId, id: orderId } };
  return (await tx.db.order.findUnique({ where, select: { taxesIncluded: true } }))?.taxesIncluded ?? false;
}

/** The two ways in which one refund goes out. */
const WAYS = ["refund", "credit"] as const;
type Way = (typeof WAYS)[number];

async function countOne(tx: ShopTx, orderId: string, refund: CountedRefund, taxesIncluded: boolean) {
  const known = await tx.db.ledgerEntry.findMany({
    where: { shopId: tx.shopId, OR: [{ shopifyRefundId: refund.id }, { externalId: creditOf(refund) }] },
  });
  const ours = refund.ofReturn
    ? await entriesOfReturn(tx, refund.ofReturn)
    : await entriesOfAction(tx, orderId, refund.ofAction ?? null);
  const amounts: Record<Way, bigint> = {
    refund: refund.amount.amount - refund.credit,
    credit: refund.credit,
  };
  const isAlone = amounts.refund === 0n && amounts.credit > 0n;
  for (const way of WAYS) {
    const amount = amounts[way];
    const number =
      way === "refund" || isAlone ? { shopifyRefundId: refund.id } : { externalId: creditOf(refund) };
    const entry =
      (known.find((one) => one.kind === way) as Entry | undefined) ??
      ours.find((one) => one.state === "intended" && one.kind === way && isKeep(one) === isForKept(refund));
    if (!entry && amount === 0n && (way === "credit" || isAlone || known.length > 0)) continue;
    if (entry?.state === "paid" && entry.amount >= amount) continue; // counted before
    if (entry && (amount > 0n || entry.state === "paid"))
      await settle(tx, orderId, entry, amount, { ...number, at: refund.at });
    else if (!entry) await insert(tx, orderId, refund, { kind: way, amount, number, taxesIncluded });
  }
}

/** What an action of this order promised; a note that names another order's is nobody's word. */
async function entriesOfAction(tx: ShopTx, orderId: string, actionId: string | null): Promise<Entry[]> {
  if (!actionId) return [];
  const rows = await tx.db.ledgerEntry.findMany({
    where: { shopId: tx.shopId, orderId, key: entryKey(actionId) },
  });
  return rows as Entry[];
}

const creditOf = (refund: ShopifyRefund) => `refund:${refund.id}`;

/** The note on a refund for things that stay with the shopper, by which it is recognised. */
export const KEPT_NOTE = " · kept";
/** … and on one for what a return took back without paying for it. */
export const RETURNED_NOTE = " · returned";
const isForKept = (refund: ShopifyRefund) => refund.note?.endsWith(KEPT_NOTE) ?? false;

type Number = { shopifyRefundId?: string; externalId?: string; at: Date };

/** What was promised has been paid; or more of it has arrived than was counted. Shopify's word on the amount counts. */
async function settle(
  tx: ShopTx,
  orderId: string,
  entry: Entry,
  amount: bigint,
  number: Number,
): Promise<void> {
  const parts = await partsOf(tx, entry.id);
  const [wanted, before] = [amount, entry.amount];
  const shares = wanted === before ? parts : scaled(parts, wanted, before);
  if (entry.state !== "voided") await voidEntry(tx, entry.id);
  const fits = await makeRoom(tx, orderId, entry.id, wanted, shares);
  await tx.db.ledgerEntry.update({
    where: { shopId_id: { shopId: tx.shopId, id: entry.id } },
    data: { ...number, amount: fits.amount },
  });
  await setParts(tx, entry.id, fits.parts);
  await tx.db.ledgerEntry.update({
    where: { shopId_id: { shopId: tx.shopId, id: entry.id } },
    data: { state: "paid" },
  });
}

type Inserted = { kind: EntryKind; amount: bigint; number: Omit<Number, "at">; taxesIncluded: boolean };

async function insert(tx: ShopTx, orderId: string, refund: CountedRefund, how: Inserted): Promise<void> {
  const lines = refund.lines.map((line) => ({
    orderLineId: line.orderLineId,
    amount: line.subtotal + (how.taxesIncluded ? 0n : line.tax),
  }));
  const sum = lines.reduce((total, line) => total + line.amount, 0n);
  // A refund may be less than its lines are worth (fees) or more (postage): lines carry their own part at most.
  const wanted = scaled(lines, how.amount < sum ? how.amount : sum, sum);
  const fits = await makeRoom(tx, orderId, null, how.amount, wanted);
  const id = newId(tx.now);
  const key = `shopify-refund:${refund.id}${how.number.externalId ? ":credit" : ""}`;
  await tx.db.ledgerEntry.create({
    data: {
      ...{ shopId: tx.shopId, id, orderId, key, kind: how.kind, amount: fits.amount },
      ...{ state: "paid", ...how.number, returnId: refund.ofReturn, at: refund.at },
    },
  });
  await setParts(tx, id, fits.parts);
}

/**
 * Counts goods worth `value` that were sent for a return without a promise of ours, as paid for with what came
 * back, once a return: more of them later is counted with them. Hold the return, and count its refunds first.
 */
export async function countGoods(
  tx: ShopTx,
  about: { id: string; orderId: string },
  value: bigint,
  came: readonly CameBack[],
): Promise<void> {
  if (!(await lockLedger(tx, about.orderId))) return;
  const unique = { shopId_key: { shopId: tx.shopId, key: `shopify-exchange:${about.id}` } };
  const before = await tx.db.ledgerEntry.findUnique({ where: unique });
  if (before && before.state !== "voided") await voidEntry(tx, before.id);
  const lines = await tx.db.ledgerLine.findMany({ where: { shopId: tx.shopId, orderId: about.orderId } });
  const left = new Map(lines.map((line) => [line.id, line.paid - line.paidOut]));
  const wanted = paidWith(value, came, left);
  const amount = wanted.reduce((sum, part) => sum + part.amount, 0n);
  const fits = await makeRoom(tx, about.orderId, before?.id ?? null, amount, wanted);
  const { id } = await tx.db.ledgerEntry.upsert({
    where: unique,
    create: {
      ...{ ...unique.shopId_key, id: newId(tx.now), orderId: about.orderId, returnId: about.id },
      ...{ kind: "exchange", amount: fits.amount, state: "voided", at: tx.now },
    },
    update: { amount: fits.amount },
  });
  await setParts(tx, id, fits.parts);
  await tx.db.ledgerEntry.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { state: "paid" },
  });
}

/** The same parts for another sum: each rounded down, the rest to the first that has some. */
function scaled(parts: readonly Part[], sum: bigint, of: bigint): Part[] {
  if (of <= 0n) return [];
  const cut = parts.map((part) => ({ ...part, amount: (part.amount * sum) / of }));
  const rest = sum - cut.reduce((total, part) => total + part.amount, 0n);
  const isWhole = parts.reduce((total, part) => total + part.amount, 0n) === of;
  return cut.map((part, at) => (at === 0 && isWhole ? { ...part, amount: part.amount + rest } : part));
}

/**
 * Makes room for money that went: takes back promises of the order, the newest first, until it fits. What does
 * not fit even then (staff may refund more than was paid) is cut: the ledger holds no more than it can.
 */
async function makeRoom(tx: ShopTx, orderId: string, except: string | null, amount: bigint, parts: Part[]) {
  const intended = await tx.db.ledgerEntry.findMany({
    where: {
      shopId: tx.shopId,
      orderId,
      state: "intended",
      kind: { not: "bonus" },
      id: { not: except ?? "" },
    },
    orderBy: { id: "desc" },
    select: { id: true, returnId: true },
  });
  for (;;) {
    const fits = await fitting(tx, orderId, amount, parts);
    const isWhole =
      fits.amount === amount && fits.parts.every((part, at) => part.amount === parts[at]?.amount);
    const next = isWhole ? undefined : intended.shift();
    if (!next) {
      if (!isWhole) log.warn({ orderId }, "a refund in Shopify is larger than what the order has left");
      return fits;
    }
    await voidEntry(tx, next.id);
    if (next.returnId)
      await noteProblem(tx, next.returnId, "refund-return", staffWords.problems.refundedMeanwhile);
  }
}

/** As much of it as the order and its lines have left. */
async function fitting(tx: ShopTx, orderId: string, amount: bigint, parts: Part[]) {
  const where = { shopId_id: { shopId: tx.shopId, id: orderId } };
  const ledger = await tx.db.ledger.findUnique({ where, include: { lines: true } });
  const left = ledger ? ledger.paid - ledger.paidOut : 0n;
  const leftOf = new Map(ledger?.lines.map((line) => [line.id, line.paid - line.paidOut]));
  const most = (wanted: bigint, room: bigint) => (wanted <= room ? wanted : room > 0n ? room : 0n);
  const cut = parts.map((part) => {
    const room = leftOf.get(part.orderLineId) ?? 0n;
    const fits = most(part.amount, room);
    leftOf.set(part.orderLineId, room - fits);
    return { ...part, amount: fits };
  });
  return { amount: most(amount, left), parts: cut };
}
