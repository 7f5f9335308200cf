import { randomBytes } from "node:crypto";
import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { rmaFrom } from "./rma";
import type { TakenLine } from "./rules";
import type { KeptDecision } from "./schema";
import type { ReturnState } from "./states";

/** A return as it is kept, with its lines. */
export type KeptReturn = Omit<Prisma.ReturnGetPayload<{ include: { lines: true } }>, "state"> & {
  state: ReturnState;
};

const kept = (row: Prisma.ReturnGetPayload<{ include: { lines: true } }>): KeptReturn => ({
  ...row,
  state: row.state as ReturnState,
});

const key = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });

/**
 * Holds the order's row until the transaction ends, so that returns of one order are asked for and adopted
 * one at a time. Null when the shop has no such order.
 */
export async function lockOrder(tx: ShopTx, orderId: string): Promise<{ currency: string } | null> {
  const rows = await tx.db.$queryRaw<{ currency: string }[]>`
    select currency from orders where "shopId" = ${tx.shopId} and id = ${orderId} for update`;
  return rows[0] ?? null;
}

/** The return, its row held until the transaction ends; null when the shop has no such return. */
export async function lock(tx: ShopTx, id: string): Promise<KeptReturn | null> {
  await tx.db.$queryRaw`select 1 from "return" where "shopId" = ${tx.shopId} and id = ${id} for update`;
  return load(tx, id);
}

export async function load(tx: ShopTx, id: string): Promise<KeptReturn | null> {
  const row = await tx.db.return.findUnique({ where: key(tx, id), include: { lines: true } });
  return row && kept(row);
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

/** What this order's returns hold, in whatever state they are. */
export async function takenLines(tx: ShopTx, orderId: string): Promise<TakenLine[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, orderId },
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
  lines: {
    orderLineId: string;
    fulfilmentLineId: string;
    quantity: number;
    reason: string;
    note: string | null;
    shopifyReturnLineId?: string;
  }[];
};

const MOST_TRIES = 8;

/** Writes a new return under a number that no other return of the shop has. Answers its id. */
export async function insert(tx: ShopTx, { lines, decision, ...made }: NewReturn): Promise<string> {
  const id = newId(tx.now);
  for (let tries = 0; ; tries++) {
    const row = {
      ...made,
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
  await tx.db.returnLine.createMany({
    data: lines.map((line) => ({ ...line, shopId: tx.shopId, id: newId(tx.now), returnId: id })),
  });
  return id;
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

/** What the latest fact of a kind says beside its ids: who of the staff did it, and how they wanted it. */
export async function factData(tx: ShopTx, returnId: string, kind: string): Promise<Record<string, unknown>> {
  const row = await tx.db.fact.findFirst({
    where: { shopId: tx.shopId, returnId, kind },
    orderBy: { at: "desc" },
    select: { data: true },
  });
  return (row?.data ?? {}) as Record<string, unknown>;
}

export type KeptLabel = Prisma.ReturnLabelGetPayload<object>;

export async function labelOf(tx: ShopTx, returnId: string): Promise<KeptLabel | null> {
  return tx.db.returnLabel.findUnique({ where: { shopId_returnId: { shopId: tx.shopId, returnId } } });
}

export async function insertLabel(
  tx: ShopTx,
  label: Pick<KeptLabel, "returnId" | "a4FileId" | "letterFileId" | "thermalFileId">,
): Promise<void> {
  await tx.db.returnLabel.create({
    data: { ...label, shopId: tx.shopId, id: newId(tx.now), createdAt: tx.now },
  });
}

export async function noteAttached(tx: ShopTx, returnId: string, deliveryId: string | null): Promise<void> {
  await tx.db.returnLabel.updateMany({
    where: { shopId: tx.shopId, returnId, attachedAt: null },
    data: { attachedAt: tx.now, shopifyReverseDeliveryId: deliveryId },
  });
}
