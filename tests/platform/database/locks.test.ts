import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { record } from "~/platform/queue/record.server";

/** Tables that are not one shop's: each with the reason why. */
const NOT_OF_A_SHOP: Record<string, string> = {
  session: "Shopify's library reads and writes it before a shop is known; its tokens are encrypted",
  shop: "the register of shops itself: a domain and two times",
  worker_heartbeat: "which worker processes are alive",
  _prisma_migrations: "which migrations ran",
};

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

type Table = { name: string; rls: boolean; forced: boolean; policies: number; owner: string; pk: string[] };

async function tables(): Promise<Table[]> {
  const { rows } = await db.owner.query<Table>(`
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      pg_get_userbyid(c.relowner) as owner,
      coalesce((select array_agg(a.attname::text order by k.n) from pg_constraint p
        cross join lateral unnest(p.conkey) with ordinality k(col, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.col
        where p.conrelid = c.oid and p.contype = 'p'), '{}') as pk
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  return rows;
}

describe("one shop never sees another", () => {
  it("lock 3: every table of a shop has row-level security, forced, with a policy", async () => {
    for (const table of await tables()) {
      if (NOT_OF_A_SHOP[table.name]) continue;
      expect(table, `${table.name}: row-level security`).toMatchObject({
        rls: true,
        forced: true,
        policies: 1,
      });
    }
  });

  it("lock 3: the app's role owns nothing and cannot pass by the policies", async () => {
    for (const table of await tables()) expect(table.owner, table.name).not.toMatch(/^aftercare_app/);
    const { rows } = await db.owner.query(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname like 'aftercare_app%'",
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows) expect(Object.values(row)).toEqual([false, false, false, false]);
  });

  it("lock 4: every primary key starts with the shop", async () => {
    for (const table of await tables()) {
      if (NOT_OF_A_SHOP[table.name]) continue;
      expect(table.pk, `${table.name}: primary key`).toEqual(["shopId", "id"]);
    }
  });

  it("lock 4: every foreign key carries the shop", async () => {
    const { rows } = await db.owner.query<{ name: string; columns: string[]; target: string[] }>(`
      select conrelid::regclass || '.' || conname as name,
        array(select attname::text from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k) as columns,
        array(select attname::text from unnest(confkey) k join pg_attribute a on a.attrelid = confrelid and a.attnum = k) as target
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
    expect(rows.length).toBeGreaterThan(10);
    for (const key of rows) {
      expect(key.columns, key.name).toContain("shopId");
      expect(key.target, key.name).toContain("shopId");
    }
  });

  it("without the setting no row is seen and none can be written", async () => {
    await db.shop.transact((tx) => record(tx, { kind: "test.seen", key: "seen", actor: "system" }));
    expect((await db.pool.query("select * from fact")).rows).toEqual([]);
    await expect(
      db.pool.query(
        `insert into fact ("shopId", id, key, kind, actor, data, at) values ($1, 'x', 'x', 'x', 'system', '{}', now())`,
        [db.shop.id],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("another shop's row is neither seen nor written, and the setting does not stay on the connection", async () => {
    await db.shop.transact((tx) => record(tx, { kind: "test.mine", key: "mine", actor: "system" }));
    const seen = await db.neighbour.transact((tx) => tx.db.fact.findMany({ where: { shopId: db.shop.id } }));
    expect(seen).toEqual([]);
    await expect(
      db.neighbour.transact((tx) =>
        tx.db.rateLimit.create({ data: { shopId: db.shop.id, id: "x", windowStart: new Date(), count: 1 } }),
      ),
    ).rejects.toThrow();
    for (let i = 0; i < 20; i++) expect((await db.pool.query("select * from fact")).rows).toEqual([]);
  });

  it("a foreign key cannot point across shops", async () => {
    const at = new Date();
    await db.shop.transact((tx) =>
      tx.db.conversation.create({
        data: {
          shopId: tx.shopId,
          id: "c1",
          subject: "",
          state: "open",
          channel: "storefront",
          email: "a@example.com",
          locale: "en",
          createdAt: at,
          lastMessageAt: at,
        },
      }),
    );
    const theirs = {
      id: "m1",
      conversationId: "c1",
      direction: "in",
      authorKind: "shopper",
      text: "",
      state: "received",
      at,
    };
    await expect(
      db.neighbour.transact((tx) => tx.db.message.create({ data: { shopId: tx.shopId, ...theirs } })),
    ).rejects.toThrow(/foreign key/i);
  });

  it("the app's role cannot read the queue or change its own rights", async () => {
    await expect(db.pool.query("select * from graphile_worker._private_jobs")).rejects.toThrow(
      /permission denied/,
    );
    await expect(db.pool.query("alter table fact disable row level security")).rejects.toThrow(/owner/);
  });
});
