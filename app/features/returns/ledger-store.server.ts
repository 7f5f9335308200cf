import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { PayoutKind } from "./owed";

/** The payouts of an order. Constraints of the database keep their sums within what was paid, per order and per line. */

export type Room = { currency: string; paid: bigint; paidOut: bigint };
export type EntryKind = PayoutKind | "bonus";
export type Entry = {
  id: string;
  key: string;
  kind: EntryKind;
  amount: bigint;
  state: "intended" | "paid" | "voided";
  shopifyRefundId: string | null;
  externalId: string | null;
  lookedFrom: string | null;
  returnId: string | null;
};
/** What part of an amount is for which line of the order. */
export type Part = { orderLineId: string; amount: bigint };
/** A payout as it is promised. `keep`: paid for things that stay with the shopper, without a return at Shopify. */
export type Promised = { kind: EntryKind; keep: boolean; amount: bigint; parts: Part[] };

/**
 * The order's ledger, its row held until the transaction ends; null when nothing was paid yet. Its lines are
 * brought up to what the mirror says of them, never below what went out already.
 */
export async function lockLedger(tx: ShopTx, orderId: string): Promise<Room | null> {
  const rows = await tx.db.$queryRaw<Room[]>`
    select currency, paid, "paidOut" from ledger where "shopId" = ${tx.shopId} and id = ${orderId} for no key update`;
  if (rows[0]) await syncLedgerLines(tx, orderId);
  return rows[0] ?? null;
}

const syncLedgerLines = (tx: ShopTx, orderId: string) => tx.db.$executeRaw`
  insert into ledger_line as known ("shopId", id, "orderId", paid)
  select l."shopId", l.id, l."orderId", greatest(0, l.total + case when o."taxesIncluded" then 0 else l.tax end)
  from order_line l join orders o on o."shopId" = l."shopId" and o.id = l."orderId"
  where l."shopId" = ${tx.shopId} and l."orderId" = ${orderId}
  order by l.id
  on conflict ("shopId", id) do update set paid = greatest(known."paidOut", excluded.paid)
  where known.paid <> greatest(known."paidOut", excluded.paid)`;

/** The key that makes a payout of a return happen once. The plain refund's is the oldest and has no kind in it. */
export const keyOf = (returnId: string, { kind, keep }: Pick<Promised, "kind" | "keep">): string =>
  `return:${returnId}${keep ? ":keep" : kind === "refund" ? "" : `:${kind}`}`;

export const isKeep = (entry: Pick<Entry, "key">): boolean => entry.key.endsWith(":keep");

/** The payouts promised or made for a return by us, and those that staff made of it in Shopify's own admin. */
export async function entriesOfReturn(tx: ShopTx, returnId: string): Promise<Entry[]> {
  // By way of the order, whose entries are few and indexed.
  const where = { shopId_id: { shopId: tx.shopId, id: returnId } };
  const about = await tx.db.return.findUnique({ where, select: { orderId: true } });
  if (!about) return [];
  const rows = await tx.db.ledgerEntry.findMany({
    where: { shopId: tx.shopId, orderId: about.orderId, returnId },
    orderBy: { id: "asc" },
  });
  return rows as Entry[];
}

/** Those of them that we promised: staff's own have keys of their own. */
export const promisesOf = async (tx: ShopTx, returnId: string): Promise<Entry[]> =>
  (await entriesOfReturn(tx, returnId)).filter(
    (entry) => entry.key.startsWith(`return:${returnId}`) && entry.state !== "voided",
  );

/** What went to the shopper for a return, all its payouts together; a bonus is on top. */
export async function paidForReturn(tx: ShopTx, returnId: string): Promise<bigint> {
  const rows = await entriesOfReturn(tx, returnId);
  return rows
    .filter((row) => row.state === "paid" && ["refund", "credit", "giftCard"].includes(row.kind))
    .reduce((total, row) => total + row.amount, 0n);
}

/**
 * Promises payouts for a return, each once: its key is made from the return. Asked again, unpaid ones are
 * changed to what is asked now. Hold the order's ledger first: what does not fit throws.
 */
export async function promise(
  tx: ShopTx,
  about: { id: string; orderId: string },
  promised: readonly Promised[],
  actorName: string,
): Promise<void> {
  const known = await entriesOfReturn(tx, about.id);
  const keys = new Set(promised.map((one) => keyOf(about.id, one)));
  for (const entry of known)
    if (entry.state === "intended" && !keys.has(entry.key)) await voidEntry(tx, entry.id);
  for (const one of promised) {
    const key = keyOf(about.id, one);
    const earlier = known.find((entry) => entry.key === key);
    if (earlier?.state === "paid") continue;
    if (earlier) await voidEntry(tx, earlier.id); // its parts are taken off before others are put on
    const { kind, amount } = one;
    const said = { kind, amount, state: "intended", actorName, at: tx.now, returnId: about.id };
    const unique = { shopId: tx.shopId, key };
    const { id } = await tx.db.ledgerEntry.upsert({
      where: { shopId_key: unique },
      create: { ...unique, ...said, state: "voided", id: newId(tx.now), orderId: about.orderId },
      update: { ...said, state: "voided" },
    });
    await setParts(tx, id, one.parts);
    await tx.db.ledgerEntry.update({
      where: { shopId_id: { shopId: tx.shopId, id } },
      data: { state: "intended" },
    });
  }
}

/** Puts an entry's parts on its lines, instead of any it had. */
export async function setParts(tx: ShopTx, entryId: string, parts: readonly Part[]): Promise<void> {
  await tx.db.ledgerEntryLine.deleteMany({ where: { shopId: tx.shopId, entryId } });
  const sums = new Map<string, bigint>();
  for (const part of parts)
    if (part.amount > 0n) sums.set(part.orderLineId, (sums.get(part.orderLineId) ?? 0n) + part.amount);
  await tx.db.ledgerEntryLine.createMany({
    data: [...sums].sort().map(([orderLineId, amount]) => ({
      ...{ shopId: tx.shopId, id: newId(tx.now), entryId },
      ...{ orderLineId, amount },
    })),
  });
}

export const partsOf = (tx: ShopTx, entryId: string): Promise<Part[]> =>
  tx.db.ledgerEntryLine.findMany({
    where: { shopId: tx.shopId, entryId },
    select: { orderLineId: true, amount: true },
    orderBy: { orderLineId: "asc" },
  });

/** Takes a promise back: it counts nothing any more. */
export async function voidEntry(tx: ShopTx, id: string): Promise<void> {
  await tx.db.ledgerEntry.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { state: "voided" },
  });
}

/** Takes back what was promised for a return and not paid: it ended otherwise. */
export async function voidPromises(tx: ShopTx, about: { id: string; orderId: string }): Promise<void> {
  await lockLedger(tx, about.orderId);
  for (const entry of await promisesOf(tx, about.id))
    if (entry.state === "intended") await voidEntry(tx, entry.id);
}

/** Notes that a promise was kept, as it was promised. `externalId`: Shopify's number of the credit or gift card. */
export async function noteKept(
  tx: ShopTx,
  entry: Pick<Entry, "id">,
  externalId: string | null = null,
): Promise<void> {
  await tx.db.ledgerEntry.update({
    where: { shopId_id: { shopId: tx.shopId, id: entry.id } },
    data: { state: "paid", at: tx.now, ...(externalId ? { externalId } : {}) },
  });
}

/** Notes the newest of the shopper's credits before ours is asked for, once: what is newer may be ours. */
export async function noteLooked(tx: ShopTx, entryId: string, newest: string): Promise<void> {
  await tx.db.ledgerEntry.updateMany({
    where: { shopId: tx.shopId, id: entryId, lookedFrom: null },
    data: { lookedFrom: newest },
  });
}

/** Which of these numbers of Shopify's some payout has already. */
export async function takenExternals(tx: ShopTx, externalIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db.ledgerEntry.findMany({
    where: { shopId: tx.shopId, externalId: { in: [...externalIds] } },
    select: { externalId: true },
  });
  return new Set(rows.flatMap((row) => row.externalId ?? []));
}
