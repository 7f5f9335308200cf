import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { PatientPool } from "~/platform/queue/patient-pool.server";

let db: FreshDatabase;
let pool: PatientPool;
beforeAll(async () => {
  db = await freshDatabase();
  pool = new PatientPool({ connectionString: db.ownerUrl, max: 2 });
  pool.on("error", () => undefined);
});
afterAll(async () => {
  await pool.end();
  await db.close();
});

it("a connection lost in the middle of a query is a reason to try again", async () => {
  const client = await pool.connect();
  client.on("error", () => undefined);
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  // waited for from the beginning: it may fail before the other connection's answer is here
  const cut = expect(client.query("select pg_sleep(30)")).rejects.toMatchObject({ code: "57P03" });
  await db.owner.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await cut;
  await expect(client.query("select 1")).rejects.toMatchObject({ code: "57P03" });
  client.release(true);
});

it("so is a server that cannot be reached", async () => {
  const nowhere = new PatientPool({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
  await expect(nowhere.connect()).rejects.toMatchObject({ code: "57P03" });
  await nowhere.end();
});

it("an error of SQL stays what it is, and a query that works answers", async () => {
  await expect(pool.query("select 1/0")).rejects.toMatchObject({ code: "22012" });
  expect((await pool.query("select 2 as two")).rows).toEqual([{ two: 2 }]);
});
