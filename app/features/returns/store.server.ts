import { randomBytes } from "node:crypto";
import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { linkPhotos } from "./photo-store.server";
import { rmaFrom } from "./rma";
import type { TakenLine } from "./rules";
import type { KeptDecision } from "./schema";
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

/** The return that an earlier submit of the same form made, if any. */
export async function byRequestKey(tx: ShopTx, requestKey: string): Promise<KeptReturn | null> {
  const where = { shopId_requestKey: { shopId: tx.shopId, requestKey } };
  const row = await tx.db.return.findUnique({ where, include: { lines: true } });
  return row && kept(row);
}

export async function idByShopifyId(tx: ShopTx, shopifyReturnId: string): Promise<string | null> {
  const where = { shopId_shopifyReturnId: { shopId: tx.shopId, shopifyReturnId } };
  return (await tx.db.return.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** The return of this order with this number, or null. */
export async function idByRma(tx: ShopTx, orderId: string, rma: string): Promise<string | null> {
  const where = { shopId_rma: { shopId: tx.shopId, rma } };
  const row = await tx.db.return.findUnique({ where, select: { id: true, orderId: true } });
  return row?.orderId === orderId ? row.id : null;
}

/** Gives up the return at Shopify that was ours: another will be made, which gets the label too. */
export async function noteReplaced(tx: ShopTx, id: string, shopifyReturnId: string): Promise<void> {
  await save(tx, id, { shopifyReturnId: null, replacedIds: { push: shopifyReturnId } });
  await tx.db.returnLine.updateMany({
    where: { shopId: tx.shopId, returnId: id },
    data: { shopifyReturnLineId: null, shopifyExchangeLineId: null },
  });
  await tx.db.returnLabel.updateMany({
    where: { shopId: tx.shopId, returnId: id },
    data: { attachedAt: null, shopifyReverseDeliveryId: null },
  });
}

/** Was this return at Shopify given up for another one of the order? */
export async function isReplaced(tx: ShopTx, orderId: string, shopifyReturnId: string): Promise<boolean> {
  const where = { shopId: tx.shopId, orderId, replacedIds: { has: shopifyReturnId } };
  return (await tx.db.return.count({ where })) > 0;
}

/** Returns of the order that Shopify has not been told of, or whose answer was lost. */
export async function unlinkedOfOrder(tx: ShopTx, orderId: string): Promise<KeptReturn[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId, shopifyReturnId: null },
    include: { lines: true },
    orderBy: { requestedAt: "asc" },
  });
  return rows.map(kept);
}

/** The numbers Shopify gave to this order's returns, as far as we know them. */
export async function linkedIds(tx: ShopTx, orderId: string): Promise<string[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId, shopifyReturnId: { not: null } },
    select: { shopifyReturnId: true },
  });
  return rows.flatMap((row) => row.shopifyReturnId ?? []);
}

/** What this order's returns hold, in whatever state they are; without what `except` holds. */
export async function takenLines(
  tx: ShopTx,
  orderId: string,
  except: string | null = null,
): Promise<TakenLine[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId, ...(except ? { id: { not: except } } : {}) },
    select: {
      state: true,
      lines: { select: { orderLineId: true, fulfilmentLineId: true, quantity: true } },
    },
  });
  return rows.flatMap((row) => row.lines.map((line) => ({ ...line, state: row.state as ReturnState })));
}

/** How many returns of the order were asked for since then. */
export const askedSince = (tx: ShopTx, orderId: string, since: Date): Promise<number> =>
  tx.db.return.count({ where: { shopId: tx.shopId, orderId, requestedAt: { gte: since } } });

export type NewReturn = {
  orderId: string;
  requestKey: string;
  state: ReturnState;
  source: "shopper" | "staff" | "shopify";
  note: string | null;
  decision: KeptDecision;
  currency: string;
  shopifyReturnId?: string;
  lines: NewReturnLine[];
  /** absent for a return that Shopify made */
  asked?: {
    method: string;
    /** as `writeQuote` writes it */
    quote: object | null;
    groupId: string | null;
    giftEmail: string | null;
    refundBy: Date | null;
    /** the return at Shopify that this one takes the place of */
    replaces: string | null;
  };
};

export type NewReturnLine = {
  orderLineId: string;
  fulfilmentLineId: string;
  quantity: number;
  reason: string;
  note: string | null;
  shopifyReturnLineId?: string;
  outcome?: string;
  answers?: Record<string, string>;
  exchangeVariantId?: string | null;
  exchangeTitle?: string | null;
  exchangePrice?: bigint | null;
  restockingFee?: bigint;
  bonus?: bigint;
  photoIds?: readonly string[];
};

const MOST_TRIES = 8;

/** Writes a new return under a number that no other return of the shop has. Answers its id. */
export async function insert(tx: ShopTx, { lines, decision, asked, ...made }: NewReturn): Promise<string> {
  const id = newId(tx.now);
  const { quote, replaces, ...wanted } = asked ?? {};
  for (let tries = 0; ; tries++) {
    const row = {
      ...made,
      ...wanted,
      ...(quote ? { quote } : {}),
      ...(replaces ? { replacedIds: [replaces] } : {}),
      gift: Boolean(asked?.giftEmail),
      shopId: tx.shopId,
      id,
      rma: rmaFrom(randomBytes(16)),
      decision,
      requestedAt: tx.now,
      approvedAt: made.state === "approved" ? tx.now : null,
    };
    const { count } = await tx.db.return.createMany({ data: [row], skipDuplicates: true });
    if (count === 1) break;
    if (tries >= MOST_TRIES) throw new Error("No free return number was found");
  }
  await insertLines(tx, id, lines);
  return id;
}

/** Adds lines to a return, with the photos that were handed over for them. */
export async function insertLines(
  tx: ShopTx,
  returnId: string,
  lines: readonly NewReturnLine[],
): Promise<void> {
  const ids = lines.map(() => newId(tx.now)).sort();
  const rows = lines.map((line, at) => ({ ...line, id: ids[at] ?? newId(tx.now) }));
  await tx.db.returnLine.createMany({
    data: rows.map(({ photoIds: _photoIds, ...line }) => ({ ...line, shopId: tx.shopId, returnId })),
  });
  for (const { id, photoIds } of rows)
    if (photoIds) await linkPhotos(tx, photoIds, { returnId, returnLineId: id });
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

/** Which lines of the order the fulfilment lines are of; those we do not know are left out. */
export async function orderLinesOf(tx: ShopTx, fulfilmentLineIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.db.fulfilmentLine.findMany({
    where: { shopId: tx.shopId, id: { in: fulfilmentLineIds } },
    select: { id: true, orderLineId: true },
  });
  return new Map(rows.map((row) => [row.id, row.orderLineId]));
}

/** Which of these order lines can go back on the shelf: Shopify keeps stock of variants only. */
export async function shelvable(tx: ShopTx, lines: readonly { orderLineId: string }[]): Promise<Set<string>> {
  const rows = await tx.db.orderLine.findMany({
    where: { shopId: tx.shopId, id: { in: lines.map((line) => line.orderLineId) }, variantId: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}

/** Who bought the order, by Shopify's number; null: nobody with an account. */
export async function customerOf(tx: ShopTx, orderId: string): Promise<string | null> {
  const where = { shopId_id: { shopId: tx.shopId, id: orderId } };
  return (await tx.db.order.findUnique({ where, select: { customerId: true } }))?.customerId ?? null;
}

/** The latest of these kinds of facts, and who did it. */
export const latestFact = (
  tx: ShopTx,
  returnId: string,
  kinds: string[],
): Promise<{ kind: string; actor: string } | null> =>
  tx.db.fact.findFirst({
    where: { shopId: tx.shopId, returnId, kind: { in: kinds } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { kind: true, actor: true },
  });

/** When a fact of this kind was noted last; null: never. */
export async function factAt(tx: ShopTx, returnId: string, kind: string): Promise<Date | null> {
  const where = { shopId: tx.shopId, returnId, kind };
  const row = await tx.db.fact.findFirst({ where, orderBy: { at: "desc" }, select: { at: true } });
  return row?.at ?? null;
}

/** Did its shopper put things on this return after it was approved? */
export const wasAddedTo = async (tx: ShopTx, returnId: string): Promise<boolean> =>
  (await tx.db.fact.count({
    where: { shopId: tx.shopId, returnId, kind: "return.changed", actor: "shopper" },
  })) > 0;

/** What the latest fact of a kind says beside its ids: who of the staff did it, and how they wanted it. */
export async function factData(tx: ShopTx, returnId: string, kind: string): Promise<Record<string, unknown>> {
  const row = await tx.db.fact.findFirst({
    where: { shopId: tx.shopId, returnId, kind },
    orderBy: { at: "desc" },
    select: { data: true },
  });
  return (row?.data ?? {}) as Record<string, unknown>;
}

type Stray = { kind: string; title: string; sku?: string | null; quantity: number; note?: string | null };

/** Writes what nobody asked to return, instead of what was noted before. */
export async function keepStrays(
  tx: ShopTx,
  returnId: string,
  strays: readonly Stray[],
  actorName: string | null,
): Promise<void> {
  await tx.db.strayItem.deleteMany({ where: { shopId: tx.shopId, returnId } });
  await tx.db.strayItem.createMany({
    data: strays.map(({ kind, title, sku, quantity, note }) => ({
      ...{ shopId: tx.shopId, id: newId(tx.now), returnId, at: tx.now, actorName },
      ...{ kind, title, quantity, sku: sku ?? null, note: note ?? null },
    })),
  });
}
