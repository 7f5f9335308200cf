import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { TakenLine } from "./rules";
import type { ReturnState } from "./states";

/** A return as it is kept, with its lines. */
export type KeptReturn = Omit<Prisma.ReturnGetPayload<{ include: { lines: true } }>, "state"> & {
  state: ReturnState;
};

/** A row as a return. */
export const kept = (row: Prisma.ReturnGetPayload<{ include: { lines: true } }>): KeptReturn => ({
  ...row,
  // as they were asked for: of amounts that cannot be shared out evenly each keeps its own part
  lines: [...row.lines].sort((a, b) => (a.id < b.id ? -1 : 1)),
  state: row.state as ReturnState,
});

const key = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });

// "No key update" keeps others from changing a row, yet lets them point at it: rows that reference it are checked
// while it is held (a ledger that is changed twice is, in Postgres), and nobody waits in a circle.

/**
 * Holds the order's row until the transaction ends, so that returns of one order are asked for and adopted
 * one at a time. Null when the shop has no such order.
 */
export async function lockOrder(tx: ShopTx, orderId: string): Promise<{ currency: string } | null> {
  const rows = await tx.db.$queryRaw<{ currency: string }[]>`
    select currency from orders where "shopId" = ${tx.shopId} and id = ${orderId} for no key update`;
  return rows[0] ?? null;
}

/** The return, its row held until the transaction ends; null when the shop has no such return. */
export async function lock(tx: ShopTx, id: string): Promise<KeptReturn | null> {
  await tx.db
    .$queryRaw`select 1 from "return" where "shopId" = ${tx.shopId} and id = ${id} for no key update`;
  return load(tx, id);
}

/** Holds all returns of an order. Hold the order first. */
export async function lockReturns(tx: ShopTx, orderId: string): Promise<void> {
  await tx.db.$queryRaw`
    select 1 from "return" where "shopId" = ${tx.shopId} and "orderId" = ${orderId} order by id for no key update`;
}

export async function load(tx: ShopTx, id: string): Promise<KeptReturn | null> {
  const row = await tx.db.return.findUnique({ where: key(tx, id), include: { lines: true } });
  return row && kept(row);
}

/** As `load`, for many by their ids; those the shop does not have are left out. */
export async function loadMany(tx: ShopTx, ids: string[]): Promise<KeptReturn[]> {
  const where = { shopId: tx.shopId, id: { in: ids } };
  return (await tx.db.return.findMany({ where, include: { lines: true } })).map(kept);
}

// What every request for a return begins with is in plain SQL: the database client takes longer to plan than to ask.

/** The return that an earlier submit of the same form made, if any. */
export async function byRequestKey(
  tx: ShopTx,
  requestKey: string,
): Promise<{ id: string; orderId: string; state: ReturnState } | null> {
  const rows = await tx.db.$queryRaw<{ id: string; orderId: string; state: ReturnState }[]>`
    select id, "orderId", state from "return" where "shopId" = ${tx.shopId} and "requestKey" = ${requestKey}`;
  return rows[0] ?? null;
}

/** What this order's returns hold, in whatever state they are; without what `except` holds. */
export const takenLines = (tx: ShopTx, orderId: string, except: string | null = null): Promise<TakenLine[]> =>
  tx.db.$queryRaw<TakenLine[]>`
    select r.state, l."orderLineId", l."fulfilmentLineId", l.quantity
    from "return" r join return_line l on l."shopId" = r."shopId" and l."returnId" = r.id
    where r."shopId" = ${tx.shopId} and r."orderId" = ${orderId} and r.id is distinct from ${except}`;

/** How many returns of the order were asked for since then. */
export async function askedSince(tx: ShopTx, orderId: string, since: Date): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "return"
    where "shopId" = ${tx.shopId} and "orderId" = ${orderId} and "requestedAt" >= ${since}`;
  return row?.count ?? 0;
}

/** Notes what changed of a return. */
export async function save(
  tx: ShopTx,
  id: string,
  changes: Prisma.ReturnUncheckedUpdateInput,
): Promise<void> {
  await tx.db.return.update({ where: key(tx, id), data: changes });
}

export async function saveLine(
  tx: ShopTx,
  id: string,
  changes: Prisma.ReturnLineUncheckedUpdateInput,
): Promise<void> {
  await tx.db.returnLine.update({ where: key(tx, id), data: changes });
}

export async function dropLine(tx: ShopTx, id: string): Promise<void> {
  await tx.db.returnLine.deleteMany({ where: { shopId: tx.shopId, id } });
}

/** What only the merchant can mend, shown on the return: the task that stopped and why. */
export async function noteProblem(tx: ShopTx, id: string, task: string, message: string): Promise<void> {
  await tx.db.return.updateMany({
    where: { shopId: tx.shopId, id },
    data: { problem: `${task}: ${message}` },
  });
}

/** Takes a task's problem off the return, now that it got through. Another task's problem stays. */
export async function clearProblem(tx: ShopTx, id: string, task: string): Promise<void> {
  await tx.db.return.updateMany({
    where: { shopId: tx.shopId, id, problem: { startsWith: `${task}: ` } },
    data: { problem: null },
  });
}
