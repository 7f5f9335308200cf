import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, type Page, pageOf, readCursor } from "~/values/cursor";
import { orderNameKey } from "~/values/keys";
import type { Money } from "~/values/money";
import { readRma } from "./rma";
import type { ReturnState } from "./states";
import { RETURN_STATES } from "./states";
import { type ReturnTab, TAB_STATES } from "./tabs";

/** A return in the staff's list. */
export type ReturnRow = {
  id: string;
  rma: string;
  orderName: string;
  customer: string | null;
  /** how many things */
  things: number;
  state: ReturnState;
  /** something only staff can mend */
  stuck: boolean;
  requestedAt: Date;
  refund: Money | null;
};

export const RETURNS_PER_PAGE = 25;

type Asked = { tab: ReturnTab; query: string; after?: string | undefined; before?: string | undefined };

/**
 * Returns in a tab's states, the latest first; with `query`, those of that number or order, whatever their
 * state. `after` and `before` are cursors of an earlier page.
 */
export async function returnsPage(tx: ShopTx, asked: Asked): Promise<Page<ReturnRow>> {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const place = placeOf(after, before);
  const rows = asked.query ? await found(tx, asked.query, place) : await inStates(tx, asked.tab, place);
  return pageOf(rows, RETURNS_PER_PAGE, { after, before }, (row) => ({ at: row.requestedAt, id: row.id }));
}

type Place = { where: Prisma.ReturnWhereInput; direction: "asc" | "desc" };

function placeOf(after: Cursor | null, before: Cursor | null): Place {
  const from = before ?? after;
  const direction = before ? "asc" : "desc";
  if (!from) return { where: {}, direction };
  const beyond = before ? "gt" : "lt";
  return {
    direction,
    where: {
      requestedAt: { [before ? "gte" : "lte"]: from.at },
      OR: [{ requestedAt: { [beyond]: from.at } }, { requestedAt: from.at, id: { [beyond]: from.id } }],
    },
  };
}

/** Each state is read by its own index, and what they give is merged. */
async function inStates(tx: ShopTx, tab: ReturnTab, place: Place): Promise<ReturnRow[]> {
  const states = TAB_STATES[tab];
  if (!states) return read(tx, {}, place);
  const parts = [];
  for (const state of states) parts.push(await read(tx, { state }, place));
  const sign = place.direction === "asc" ? 1 : -1;
  const key = (row: ReturnRow) => `${row.requestedAt.toISOString()} ${row.id}`;
  return parts
    .flat()
    .sort((a, b) => (key(a) < key(b) ? -sign : sign))
    .slice(0, RETURNS_PER_PAGE + 1);
}

const MOST_ORDERS = 50;
/** The highest text there is, for "starts with" as a range that the plain index can answer. */
const LAST = "\u{10FFFF}";

async function found(tx: ShopTx, query: string, place: Place): Promise<ReturnRow[]> {
  const rma = readRma(query);
  const numbered = rma ? await read(tx, { rma }, place) : [];
  if (numbered.length > 0) return numbered;
  const key = orderNameKey(query);
  if (!key) return [];
  const orders = await tx.db.order.findMany({
    where: { shopId: tx.shopId, nameKey: { gte: key, lt: key + LAST }, returns: { some: {} } },
    orderBy: { nameKey: "asc" },
    take: MOST_ORDERS,
    select: { id: true },
  });
  return read(tx, { orderId: { in: orders.map((order) => order.id) } }, place);
}

async function read(tx: ShopTx, which: Prisma.ReturnWhereInput, place: Place): Promise<ReturnRow[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, ...which, ...place.where },
    orderBy: [{ requestedAt: place.direction }, { id: place.direction }],
    take: RETURNS_PER_PAGE + 1,
    select: {
      id: true,
      rma: true,
      state: true,
      problem: true,
      requestedAt: true,
      refundedAt: true,
      refundAmount: true,
      currency: true,
      lines: { select: { quantity: true } },
      order: {
        select: { name: true, email: true, customer: { select: { firstName: true, lastName: true } } },
      },
    },
  });
  return rows.map(({ order, lines, ...row }) => ({
    id: row.id,
    rma: row.rma,
    orderName: order.name,
    customer: [order.customer?.firstName, order.customer?.lastName].filter(Boolean).join(" ") || order.email,
    things: lines.reduce((sum, line) => sum + line.quantity, 0),
    state: row.state as ReturnState,
    stuck: row.problem !== null,
    requestedAt: row.requestedAt,
    refund:
      row.refundedAt && row.refundAmount !== null
        ? { amount: row.refundAmount, currency: row.currency }
        : null,
  }));
}

/** Counting stops here: beyond it the exact number helps nobody. */
export const COUNTED_AT_MOST = 1_000;

/** How many returns are in each state, each counted up to `COUNTED_AT_MOST` + 1. */
export async function countReturns(tx: ShopTx): Promise<Record<ReturnState, number>> {
  const rows = await tx.db.$queryRaw<{ state: ReturnState; count: number }[]>`
    select s.state, (select count(*)::int from (
        select from "return" r where r."shopId" = ${tx.shopId} and r.state = s.state limit ${COUNTED_AT_MOST + 1}) counted) as count
    from unnest(${[...RETURN_STATES]}::text[]) s(state)`;
  return Object.fromEntries(rows.map((row) => [row.state, row.count])) as Record<ReturnState, number>;
}

export type ReturnFact = {
  id: string;
  kind: string;
  actor: string;
  actorName: string | null;
  at: Date;
};

/** What happened to a return, the latest first. */
export const returnTimeline = (tx: ShopTx, returnId: string): Promise<ReturnFact[]> =>
  tx.db.fact.findMany({
    where: { shopId: tx.shopId, returnId },
    orderBy: { at: "desc" },
    take: 100,
    select: { id: true, kind: true, actor: true, actorName: true, at: true },
  });

export type ReturnMoney = {
  paid: Money;
  /** what went back for the order's other reasons, and other returns */
  otherwise: Money;
  left: Money;
  /** a refund of this return is promised and on its way */
  underWay: boolean;
};

/** What was paid for the order and what went back, with this return's own payout apart. */
export async function returnMoney(
  tx: ShopTx,
  about: { id: string; orderId: string },
): Promise<ReturnMoney | null> {
  const ledger = await tx.db.ledger.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: about.orderId } },
    include: { entries: { where: { returnId: about.id, state: { not: "voided" } } } },
  });
  if (!ledger) return null;
  const money = (amount: bigint): Money => ({ amount, currency: ledger.currency });
  const own = ledger.entries.reduce((sum, entry) => sum + entry.amount, 0n);
  return {
    paid: money(ledger.paid),
    otherwise: money(ledger.paidOut - own),
    left: money(ledger.paid - ledger.paidOut),
    underWay: ledger.entries.some((entry) => entry.state === "intended"),
  };
}
