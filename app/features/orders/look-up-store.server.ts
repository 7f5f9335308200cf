import { z } from "zod";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

/** What a look-up compares with. */
export type Candidate = { id: string; emailKey: string | null; postcodeKey: string | null };

/** Orders of this name, the newest first. Names are the merchant's, and may repeat; a few are enough. */
export const ordersNamed = (tx: ShopTx, nameKey: string, most: number): Promise<Candidate[]> =>
  tx.db.$queryRaw<Candidate[]>`
    select id, "emailKey", "postcodeKey" from orders
    where "shopId" = ${tx.shopId} and "nameKey" = ${nameKey} and "redactedAt" is null
    order by "placedAt" desc limit ${most}`;

export const OUTCOMES = ["found", "notFound", "limited", "codeSent", "codeRight", "codeWrong"] as const;
export type LookupOutcome = (typeof OUTCOMES)[number];

/** Notes a look-up for the merchant: who (a digest), what was typed as the order, and what came of it. */
export async function noteLookup(
  tx: ShopTx,
  lookup: { visitor: string; typed: string; outcome: LookupOutcome; orderId: string | null },
): Promise<void> {
  // People type their address into the wrong field; the log is about orders.
  const typed = [...lookup.typed.replace(/\S*@\S*/g, "…@…")].slice(0, 40).join("");
  await tx.db.$executeRaw`
    insert into lookup ("shopId", id, at, visitor, typed, outcome, "orderId")
    values (${tx.shopId}, ${newId(tx.now)}, ${tx.now}, ${lookup.visitor}, ${typed}, ${lookup.outcome}, ${lookup.orderId})`;
}

/** To whom an order's codes go; null when there is no such order. */
export async function orderAddress(
  tx: ShopTx,
  orderId: string,
): Promise<{ name: string; email: string | null; emailKey: string | null } | null> {
  return tx.db.order.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: orderId } },
    select: { name: true, email: true, emailKey: true },
  });
}

export type NewCode = { id: string; emailKey: string; orderId: string; codeHash: string; expiresAt: Date };

export async function saveCode(tx: ShopTx, code: NewCode): Promise<void> {
  await tx.db.oneTimeCode.create({ data: { ...code, shopId: tx.shopId, createdAt: tx.now } });
}

/** The code that a request asked for, while it can still be used. */
export async function liveCode(
  tx: ShopTx,
  factId: string,
): Promise<{ id: string; orderId: string; emailKey: string } | null> {
  const fact = await tx.db.fact.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: factId } },
    select: { data: true },
  });
  const says = z.object({ codeId: z.string() }).safeParse(fact?.data);
  if (!says.success) return null;
  return tx.db.oneTimeCode.findFirst({
    where: { shopId: tx.shopId, id: says.data.codeId, usedAt: null, expiresAt: { gt: tx.now } },
    select: { id: true, orderId: true, emailKey: true },
  });
}

/**
 * Uses up one try of the newest live code of an address, its row locked until the transaction ends; null
 * when there is none, or its tries are used up.
 */
export async function takeTry(
  tx: ShopTx,
  emailKey: string,
  mostTries: number,
): Promise<{ id: string; codeHash: string } | null> {
  const rows = await tx.db.$queryRaw<{ id: string; codeHash: string }[]>`
    update one_time_code set tries = tries + 1
    where "shopId" = ${tx.shopId} and "usedAt" is null and tries < ${mostTries} and id = (
      select id from one_time_code
      where "shopId" = ${tx.shopId} and "emailKey" = ${emailKey} and "usedAt" is null and "expiresAt" > ${tx.now}
      order by "createdAt" desc limit 1)
    returning id, "codeHash"`;
  return rows[0] ?? null;
}

/** A code works once. */
export async function noteUsed(tx: ShopTx, codeId: string): Promise<void> {
  await tx.db.oneTimeCode.updateMany({
    where: { shopId: tx.shopId, id: codeId },
    data: { usedAt: tx.now },
  });
}

/** Forgets codes made before a time. Our ids sort by time. */
export async function forgetCodes(tx: ShopTx, before: Date): Promise<void> {
  await tx.db.oneTimeCode.deleteMany({ where: { shopId: tx.shopId, id: { lt: newId(before) } } });
}

/** Look-ups that are older than is kept. */
export const lookupRetention = {
  sweep: (tx: ShopTx, before: Date, most: number): Promise<number> =>
    tx.db.$executeRaw`
      delete from lookup where "shopId" = ${tx.shopId} and id in (
        select id from lookup where "shopId" = ${tx.shopId} and at < ${before} order by at limit ${most})`,
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (
      await tx.db.lookup.findMany({
        where: { shopId: tx.shopId, at: { lt: before } },
        take: most,
        select: { id: true },
      })
    ).length,
};
