import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

type Prepared = { statement: string };
const ask = (name: string) =>
  db.shop.transact(
    (tx) => tx.db.$queryRaw<Record<string, unknown>[]>`select * from saved_view where name = ${name}`,
  );
/** What this transaction's connection has prepared. */
const preparedIn = () =>
  db.shop.transact(
    (tx) => tx.db.$queryRaw<Prepared[]>`select statement from pg_prepared_statements where ${1} = 1`,
  );

describe("statements are prepared once on a connection", () => {
  it("and run again by name", async () => {
    for (let times = 0; times < 3; times++) await ask("a");
    const ours = (await preparedIn()).filter(({ statement }) => statement.includes("from saved_view"));
    expect(ours).toHaveLength(1);
  });

  it("and no more of them than fit, however many there are", async () => {
    await db.shop.transact(async (tx) => {
      for (let many = 1; many < 260; many++)
        await tx.db.fact.count({ where: { id: { in: Array.from({ length: many }, (_, at) => `f${at}`) } } });
    });
    expect((await preparedIn()).length).toBeLessThanOrEqual(200);
    expect(await ask("a")).toEqual([]);
  });

  it("a failing statement leaves the connection usable", async () => {
    for (let times = 0; times < 2; times++)
      await expect(db.shop.transact((tx) => tx.db.$queryRaw`select 1 / (${0}::int)`)).rejects.toThrow(
        /division by zero/,
      );
    expect(await ask("a")).toEqual([]);
  });

  it("a column that a deploy adds under our feet fails at most one query of a connection", async () => {
    await ask("b");
    await db.owner.query("alter table saved_view add column added_meanwhile int");
    const first = await ask("b").then(
      () => "fine",
      (error: Error) => error.message,
    );
    expect(first).toMatch(/fine|cached plan/);
    for (let times = 0; times < 3; times++) expect(await ask("b")).toEqual([]);
  });
});
