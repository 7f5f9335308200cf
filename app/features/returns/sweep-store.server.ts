import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { AWAITED } from "./late-exchange";
import { isReplaced } from "./link-store.server";
import type { ReturnState } from "./states";

/** Notes that a return was compared with Shopify's just now. */
export async function noteChecked(tx: ShopTx, id: string): Promise<void> {
  await tx.db.$executeRaw`
    update "return" set "checkedAt" = ${tx.now} where "shopId" = ${tx.shopId} and id = ${id}`;
}

/** Returns that are not over, those that were not compared with Shopify's for longest first. */
export async function leastChecked(
  tx: ShopTx,
  most: number,
): Promise<{ id: string; shopifyReturnId: string | null }[]> {
  return tx.db.$queryRaw`
    select id, "shopifyReturnId" from unnest(${[...OPEN_STATES]}::text[]) as of(state), lateral (
      select id, "shopifyReturnId", "checkedAt" from "return" r
      where r."shopId" = ${tx.shopId} and r.state = of.state
      order by r."checkedAt" nulls first, r.id limit ${most}) open
    order by "checkedAt" nulls first, id limit ${most}`;
}

/** Which of these returns at Shopify are neither ours nor given up by us. */
export async function unknownAmong(tx: ShopTx, theirs: { id: string; orderId: string }[]): Promise<string[]> {
  const linked = await tx.db.return.findMany({
    where: { shopId: tx.shopId, shopifyReturnId: { in: theirs.map((one) => one.id) } },
    select: { shopifyReturnId: true },
  });
  const known = new Set(linked.map((one) => one.shopifyReturnId));
  const rest = theirs.filter((one) => !known.has(one.id));
  const unknown = [];
  for (const one of rest) if (!(await isReplaced(tx, one.orderId, one.id))) unknown.push(one.id);
  return unknown;
}

/** Notes what a sweep saw; old ones go, the last month is kept. */
export async function noteSweep(
  tx: ShopTx,
  sweep: { startedAt: Date; seen: number; recovered: number },
): Promise<void> {
  const month = new Date(tx.now.getTime() - 30 * 86_400_000);
  await tx.db.returnSweep.deleteMany({ where: { shopId: tx.shopId, startedAt: { lt: month } } });
  await tx.db.returnSweep.create({
    data: { ...sweep, shopId: tx.shopId, id: newId(tx.now), finishedAt: tx.now },
  });
}

const OPEN_STATES: readonly ReturnState[] = ["requested", "approved", "labelled", "received", "refunded"];

/** Returns that came and whose refund is promised for before `until`, unpaid; the most urgent first. */
export const dueBefore = (tx: ShopTx, until: Date, most: number): Promise<Due[]> =>
  tx.db.return.findMany({
    where: {
      shopId: tx.shopId,
      refundBy: { gte: longAgo(tx), lt: until },
      refundedAt: null,
      state: "received",
    },
    orderBy: { refundBy: "asc" },
    take: most,
    select: { id: true, orderId: true },
  });

/** Returns whose exchange was sent and whose parcel is late. */
export const overdueSince = (tx: ShopTx, now: Date, most: number): Promise<Due[]> =>
  tx.db.return.findMany({
    where: {
      ...{ shopId: tx.shopId, sendBackBy: { gte: longAgo(tx), lt: now }, receivedAt: null },
      state: { in: [...AWAITED] },
    },
    orderBy: { sendBackBy: "asc" },
    take: most,
    select: { id: true, orderId: true },
  });

/** Of these orders, those with a return that waits for a payment. */
export async function ordersAwaitingMoney(tx: ShopTx, orderIds: readonly string[]): Promise<string[]> {
  if (orderIds.length === 0) return [];
  // Asked at every order's change, so in plain SQL: the database client takes longer to plan than to ask.
  const rows = await tx.db.$queryRaw<{ orderId: string }[]>`
    select distinct "orderId" from "return" where "shopId" = ${tx.shopId} and "orderId" = any(${[...orderIds]})
      and ("heldUntil" is not null or "lateInvoicedAt" is not null and "latePaidAt" is null and "receivedAt" is null)`;
  return rows.map(({ orderId }) => orderId);
}

type Due = { id: string; orderId: string };

/** Returns whose exchange was sent and whose parcel is due within this time; nobody was reminded of older ones. */
export const dueBackBetween = (
  tx: ShopTx,
  from: Date,
  until: Date,
  most: number,
): Promise<(Due & { sendBackBy: Date | null })[]> =>
  tx.db.return.findMany({
    where: {
      ...{ shopId: tx.shopId, sendBackBy: { gt: from, lte: until }, receivedAt: null },
      state: { in: [...AWAITED] },
    },
    orderBy: { sendBackBy: "asc" },
    take: most,
    select: { id: true, orderId: true, sendBackBy: true },
  });

export type WaitingReturn = { id: string; isHeld: boolean; isInvoiced: boolean };

/** Returns that wait for a payment: goods that are held back, and invoices for a parcel that never came. */
export async function awaitingMoney(
  tx: ShopTx,
  most: number,
  orderId: string | null = null,
): Promise<WaitingReturn[]> {
  const of = { shopId: tx.shopId, ...(orderId ? { orderId } : {}) };
  const select = { id: true, heldUntil: true };
  const held = await tx.db.return.findMany({
    where: { ...of, heldUntil: { gte: longAgo(tx) } },
    orderBy: { heldUntil: "asc" },
    take: most,
    select,
  });
  const invoiced = await tx.db.return.findMany({
    where: { ...of, lateInvoicedAt: { gte: longAgo(tx) }, latePaidAt: null, receivedAt: null },
    orderBy: { lateInvoicedAt: "asc" },
    take: most,
    select,
  });
  return [
    ...held.map(({ id }) => ({ id, isHeld: true, isInvoiced: false })),
    ...invoiced.map(({ id }) => ({ id, isHeld: false, isInvoiced: true })),
  ];
}
/** What is older was warned of long ago. */
const longAgo = (tx: ShopTx) => new Date(tx.now.getTime() - 60 * 86_400_000);
