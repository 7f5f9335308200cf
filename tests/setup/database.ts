import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { mintShop, type Shop } from "~/platform/database/shop.server";
import { noteInstalled } from "~/platform/database/shops.server";
import { readShopId } from "~/values/ids";

/** Two shops that every integration test has: the one it is about, and a neighbour with the same ids. */
export const SHOP = "fern-and-fable.myshopify.com";
export const NEIGHBOUR = "neighbour.myshopify.com";

export type FreshDatabase = Database & { owner: pg.Pool; shop: Shop; neighbour: Shop };

/** A database of this file's own, open for the app, with both shops installed. Close it after the file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, drop } = await cloneDatabase();
  const open = await openDatabase(url);
  const owner = new pg.Pool({ connectionString: url, max: 4 });
  owner.on("error", () => undefined);
  const [shop, neighbour] = [shopOf(SHOP), shopOf(NEIGHBOUR)];
  const longAgo = new Date("2020-01-01T00:00:00Z");
  for (const one of [shop, neighbour]) await noteInstalled(one.id, longAgo);
  const close = async () => {
    await open.close();
    await owner.end();
    await drop();
  };
  return { ...open, owner, shop, neighbour, close };
}

/** A clone of the migrated template, and how to drop it. */
export async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const template = new URL(inject("template"));
  const source = template.pathname.slice(1);
  const clone = `${source}_${randomUUID().replaceAll("-", "")}`;
  const at = (database: string) => Object.assign(new URL(template), { pathname: `/${database}` }).toString();
  await asOwner(at("postgres"), async (owner) => {
    // Two files must not clone at once: Postgres wants the template to itself.
    await owner.query("select pg_advisory_lock(1)");
    await owner.query(`create database "${clone}" template "${source}"`);
  });
  const drop = () =>
    asOwner(at("postgres"), async (owner) => {
      await owner.query(`drop database if exists "${clone}" with (force)`);
    });
  return { url: at(clone), drop };
}

async function asOwner(server: string, work: (owner: pg.Client) => Promise<void>) {
  const owner = new pg.Client({ connectionString: server });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

export function shopOf(domain: string): Shop {
  const id = readShopId(domain);
  if (!id) throw new Error(`Not a shop: ${domain}`);
  return mintShop(id);
}
