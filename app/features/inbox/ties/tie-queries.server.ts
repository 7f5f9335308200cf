import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Money } from "~/values/money";
import type { KnownConversation } from "../store.server";
import { differs, firstOf, type Tie } from "./ties";

/**
 * The order that staff look at first, of a conversation `c`. Not `coalesce`: Postgres does not hold it for leakproof,
 * and below row security then reads a whole table instead of an index.
 */
export const FIRST_ORDER = prismaClient.Prisma.sql`
  case when c."firstOrderId" is null then c."orderId" else c."firstOrderId" end`;

type Row = { orderId: string; holderId: string; by: string | null; at: Date | null };

/**
 * The orders that a conversation is about, its own first, then those of what was merged into it, then what staff tied,
 * the earliest first; each once. At most 50.
 */
export async function tiesOf(tx: ShopTx, conversationId: string): Promise<Tie[]> {
  const rows = await tx.db.$queryRaw<Row[]>`
    with here as (
      select id, "orderId" from conversation where "shopId" = ${tx.shopId} and id = ${conversationId}
      union all
      select id, "orderId" from conversation where "shopId" = ${tx.shopId} and "mergedIntoId" = ${conversationId}),
    held as (
      select "orderId", id as "holderId", null as by, null::timestamptz as at from here where "orderId" is not null
      union all
      select t."orderId", t."conversationId", t."staffName", t.at from here
        join conversation_order t on t."shopId" = ${tx.shopId} and t."conversationId" = here.id and not t."wasOwn")
    select * from (
      select distinct on ("orderId") * from held
      order by "orderId", "holderId" <> ${conversationId}, at nulls first) once
    order by at nulls first, "holderId" <> ${conversationId}, "orderId" limit 50`;
  return rows.map(({ by, at, ...tie }) => ({ ...tie, by: by !== null && at ? { name: by, at } : null }));
}

/** What stands on this conversation and on those that were merged into it, of one order: where to take it off. */
export async function holdersOf(tx: ShopTx, conversationId: string, orderId: string): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select c.id from conversation c
    where c."shopId" = ${tx.shopId} and (c.id = ${conversationId} or c."mergedIntoId" = ${conversationId})
      and (c."orderId" = ${orderId} or exists (select from conversation_order t where t."shopId" = c."shopId"
        and t."conversationId" = c.id and t."orderId" = ${orderId} and not t."wasOwn"))
    order by c.id`;
  return rows.map(({ id }) => id);
}

/** Is it a parcel, or a return, of this order? */
export async function isPartOf(
  tx: ShopTx,
  orderId: string,
  part: "parcel" | "return",
  partId: string,
): Promise<boolean> {
  const where = { shopId: tx.shopId, id: partId, orderId };
  const count =
    part === "parcel" ? await tx.db.fulfilment.count({ where }) : await tx.db.return.count({ where });
  return count > 0;
}

/** The conversations that staff tied to an order, or that were its own until staff took them off; at most 200. */
export async function tiedTo(tx: ShopTx, orderId: string, wasOwn: boolean): Promise<string[]> {
  const rows = await tx.db.conversationOrder.findMany({
    where: { shopId: tx.shopId, orderId, wasOwn },
    orderBy: { id: "desc" },
    take: 200,
    select: { conversationId: true },
  });
  return rows.map(({ conversationId }) => conversationId);
}

/** An order beside a conversation, as staff choose among several. Its total is in the shopper's currency. */
export type OrderBeside = {
  id: string;
  name: string;
  placedAt: Date;
  total: Money;
  /** its person was erased */
  redacted: boolean;
  /** who tied it, and when; null: a shopper's own */
  by: Tie["by"];
  /** its shopper showed it to be theirs in this conversation, not in one that was merged into it */
  isOwn: boolean;
  isFirst: boolean;
  /** who ordered is not known to be who writes */
  differs: ReturnType<typeof differs>;
  customer: { id: string; name: string } | null;
};

export type OrdersBeside = {
  orders: OrderBeside[];
  /** the customer whose staff say the conversation is */
  filedUnder: { id: string; name: string } | null;
};

/** The orders that a conversation is about, the one to look at first before the others, and whose it is kept as. */
export async function ordersBeside(
  tx: ShopTx,
  one: Pick<KnownConversation, "id" | "email" | "customerId" | "firstOrderId">,
): Promise<OrdersBeside> {
  const ties = await tiesOf(tx, one.id);
  const first = firstOf(ties, one.firstOrderId);
  const rows = await tx.db.order.findMany({
    where: { shopId: tx.shopId, id: { in: ties.map(({ orderId }) => orderId) } },
    select: {
      ...{ id: true, name: true, placedAt: true, email: true, total: true, currency: true, redactedAt: true },
      customer: { select: { id: true, firstName: true, lastName: true, email: true } },
    },
  });
  const orders = ties.flatMap(({ orderId, holderId, by }) => {
    const row = rows.find(({ id }) => id === orderId);
    if (!row) return [];
    const { id, name, placedAt, email, customer } = row;
    const isOwn = by === null && holderId === one.id;
    return {
      ...{ id, name, placedAt, by, isOwn, isFirst: id === first, redacted: row.redactedAt !== null },
      total: { amount: row.total, currency: row.currency },
      differs: isOwn ? null : differs(one, { email, customerId: customer?.id ?? null }),
      customer: customer && { id: customer.id, name: nameOf(customer) },
    };
  });
  const filed = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: one.id } },
    select: { filedUnder: { select: { id: true, firstName: true, lastName: true, email: true } } },
  });
  return {
    orders: orders.sort((a, b) => Number(b.isFirst) - Number(a.isFirst)),
    filedUnder: filed?.filedUnder ? { id: filed.filedUnder.id, name: nameOf(filed.filedUnder) } : null,
  };
}

const nameOf = (customer: {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}): string => [customer.firstName, customer.lastName].filter(Boolean).join(" ") || customer.email || "";

type ToldFact = { id: string; kind: string; orderId: string | null; data: unknown };

/** The order or the customer that a conversation's facts of tying and filing name, by the fact's id. */
export async function namesInFacts(tx: ShopTx, facts: readonly ToldFact[]): Promise<Map<string, string>> {
  const tied = facts.filter(
    ({ kind }) => kind === "conversation.orderTied" || kind === "conversation.orderUntied",
  );
  const filed = facts.filter(({ kind }) => kind === "conversation.filed" || kind === "conversation.unfiled");
  const customerOf = ({ data }: ToldFact) => (data as { customerId?: string } | null)?.customerId ?? "";
  const ids = (found: (string | null)[]) => ({
    shopId: tx.shopId,
    id: { in: found.flatMap((id) => id ?? []) },
  });
  const orders =
    tied.length > 0
      ? await tx.db.order.findMany({
          where: ids(tied.map((fact) => fact.orderId)),
          select: { id: true, name: true },
        })
      : [];
  const customers =
    filed.length > 0
      ? await tx.db.customer.findMany({
          where: ids(filed.map(customerOf)),
          select: { id: true, firstName: true, lastName: true, email: true },
        })
      : [];
  const names = new Map([
    ...orders.map(({ id, name }): [string, string] => [`order ${id}`, name]),
    ...customers.map((one): [string, string] => [`customer ${one.id}`, nameOf(one)]),
  ]);
  return new Map(
    [
      ...tied.map((fact): [string, string | undefined] => [fact.id, names.get(`order ${fact.orderId}`)]),
      ...filed.map((fact): [string, string | undefined] => [
        fact.id,
        names.get(`customer ${customerOf(fact)}`),
      ]),
    ].filter((one): one is [string, string] => Boolean(one[1])),
  );
}
