import prismaClient from "@prisma/client";
import { database } from "./database.server";
import type { Shop, ShopTx } from "./shop.server";

/** Rows a statement: a big shop is erased in many short transactions, none of which holds anybody up. */
const AT_A_TIME = 5_000;

/** Receipts of privacy requests hold numbers only, and are what proves that the rest is gone. */
const KEPT = "privacy_request";

/**
 * Erases every row of a shop in every table that has one, as the catalogue names them, so that a new table
 * cannot be forgotten. Receipts stay. Answers how many rows of which table are gone. Run again after a crash,
 * it goes on where it stopped.
 */
export async function eraseShopRows(shop: Shop): Promise<Record<string, number>> {
  const erased: Record<string, number> = {};
  for (const table of await shop.transact(tablesChildrenFirst)) {
    let rows = 0;
    for (let last = AT_A_TIME; last === AT_A_TIME; rows += last)
      last = await shop.transact((tx) => eraseSome(tx, table));
    if (rows > 0) erased[table] = rows;
  }
  return erased;
}

/** Takes a shop out of the register. */
export async function eraseRegistration(shop: Shop): Promise<void> {
  await database().prisma.shop.deleteMany({ where: { id: shop.id } });
}

const eraseSome = (tx: ShopTx, table: string): Promise<number> => {
  const { raw, sql } = prismaClient.Prisma;
  const name = raw(`"${table.replaceAll('"', '""')}"`);
  return tx.db.$executeRaw(sql`
    delete from ${name} where "shopId" = ${tx.shopId} and id in (
      select id from ${name} where "shopId" = ${tx.shopId} limit ${AT_A_TIME})`);
};

/** The tables that hold rows of shops, each before those it points to. */
async function tablesChildrenFirst(tx: ShopTx): Promise<string[]> {
  const tables = await tx.db.$queryRaw<{ name: string }[]>`
    select c.relname::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'shopId' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> ${KEPT}
    order by 1`;
  const links = await tx.db.$queryRaw<{ child: string; parent: string }[]>`
    select child.relname::text as child, parent.relname::text as parent from pg_constraint k
    join pg_class child on child.oid = k.conrelid
    join pg_class parent on parent.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid and child.relnamespace = 'public'::regnamespace`;
  const left = new Set(tables.map((table) => table.name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !links.some((link) => link.parent === name && left.has(link.child)),
    );
    if (free.length === 0) throw new Error("Tables point to each other in a circle");
    for (const name of free) {
      left.delete(name);
      ordered.push(name);
    }
  }
  return ordered;
}
