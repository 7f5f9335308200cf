import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { runDue, waitingJobs } from "#tests/setup/queue";
import { taskList } from "~/doors/job.server";
import { alone, unlessBusy } from "~/platform/database/alone.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { defineTask } from "~/platform/queue/task.server";
import { startQueueWorker } from "~/platform/queue/worker.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.owner.query("delete from graphile_worker._private_jobs");
  await db.owner.query("delete from fact");
});

const add = (payload: Record<string, unknown>, options = {}) =>
  db.shop.transact((tx) => enqueue(tx, "try-it", payload, options));
const inMs = async () =>
  (
    await db.owner.query<{ ms: number }>(
      "select extract(epoch from run_at - now())::float8 * 1000 as ms from graphile_worker._private_jobs",
    )
  ).rows.map((row) => row.ms);

describe("jobs", () => {
  it("exist if and only if their transaction does", async () => {
    const failing = db.shop.transact(async (tx) => {
      await enqueue(tx, "try-it", {});
      await record(tx, { kind: "test.done", key: "k", actor: "system" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await waitingJobs(db)).toEqual([]);
  });

  it("carry their shop, whatever the payload says", async () => {
    await add({ shopId: db.neighbour.id, a: 1 });
    expect(await waitingJobs(db)).toMatchObject([{ payload: { shopId: db.shop.id, a: 1 } }]);
  });

  it("under one key are one, and the later word counts", async () => {
    for (const a of [1, 2, 3]) await add({ a }, { key: "k", delayMs: 60_000 * a });
    expect(await waitingJobs(db)).toMatchObject([{ payload: { a: 3 } }]);
    expect((await inMs())[0]).toBeGreaterThan(170_000);
  });

  it("that keep their time are not put off by a stream of others", async () => {
    await add({ a: 1 }, { key: "k", delayMs: 1_000, keepTime: true });
    for (let at = 0; at < 5; at++) await add({ a: at }, { key: "k", delayMs: 60_000, keepTime: true });
    expect(await inMs()).toEqual([expect.toSatisfy((ms: number) => ms < 1_500)]);
  });
});

describe("the job door", () => {
  const outcomes: string[] = [];
  const throws: Record<string, () => Error> = {
    again: () => new TryAgain("later"),
    merchant: () => new NeedsMerchant("connect again"),
    never: () => new NeverMind("gone"),
    bug: () => new Error("ada@example.com shpat_canary"),
  };
  const list = taskList([
    defineTask({
      name: "try-it",
      schema: z.object({ what: z.string() }),
      run: async (_shop, { what }) => {
        const error = throws[what];
        if (error) throw error();
        outcomes.push(what);
      },
      needsMerchant: async (_shop, _payload, message) => void outcomes.push(message),
    }),
  ]);
  beforeEach(() => void outcomes.splice(0));

  it.each([
    ["fine", ["fine"], 0],
    ["merchant", ["connect again"], 0],
    ["never", [], 0],
    ["again", [], 1],
    ["bug", [], 1],
  ])("%s", async (what, said, waiting) => {
    await add({ what });
    await runDue(db, list);
    expect(outcomes).toEqual(said);
    const jobs = await waitingJobs(db);
    expect(jobs).toHaveLength(waiting);
    expect(JSON.stringify(jobs)).not.toMatch(/canary|ada@/);
  });

  it("on the last try the merchant is told", async () => {
    await add({ what: "again" }, { maxAttempts: 1 });
    await runDue(db, list);
    expect(outcomes).toEqual([expect.stringContaining("given up")]);
  });

  it("a job of no shop, or of a malformed one, does nothing for anybody", async () => {
    for (const payload of ["{}", '{"shopId":"evil.example"}', '{"shopId":""}'])
      await db.owner.query("select graphile_worker.add_job('try-it', $1::json)", [payload]);
    await runDue(db, list);
    expect(outcomes).toEqual([]);
  });
});

describe("facts", () => {
  it("twenty words of the same: one fact, one job, and one of them was first", async () => {
    const fact = { kind: "test.done", key: "same", actor: "system" } as const;
    const first = await Promise.all(
      Array.from({ length: 20 }, () => db.shop.transact((tx) => record(tx, fact))),
    );
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await waitingJobs(db)).toHaveLength(1);
    expect(await db.neighbour.transact((tx) => record(tx, fact))).toBe(true);
  });
});

describe("one at a time", () => {
  it("work of one name never overlaps, in this process or beside it; other names go on", async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((later) => setTimeout(later, 5));
      running--;
    };
    await Promise.all(Array.from({ length: 30 }, () => alone("name", work)));
    expect(most).toBe(1);
    expect(
      await Promise.race([
        alone("a", () => alone("b", async () => "inner")),
        new Promise((late) => setTimeout(late, 2_000)),
      ]),
    ).toBe("inner");
  });

  it("failing work lets the next one in", async () => {
    await expect(alone("name", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await alone("name", async () => "next")).toBe("next");
  });

  it("more waiting than there are connections: all are done, and the work finds connections of its own", async () => {
    const done = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        alone(`name-${at % 30}`, () => db.shop.transact((tx) => tx.db.fact.count())),
      ),
    );
    expect(done).toHaveLength(60);
  });

  it("busy work is not waited for", async () => {
    let end = () => {};
    const first = unlessBusy(["x", "y"], () => new Promise<void>((over) => (end = over)));
    await new Promise((later) => setTimeout(later, 50));
    const free: string[] = [];
    const busy = await unlessBusy(["x", "z"], async (isFree) => void free.push(...["x", "z"].filter(isFree)));
    expect([busy, free]).toEqual([true, ["z"]]);
    end();
    expect(await first).toBe(false);
    expect(await unlessBusy(["x"], async () => undefined)).toBe(false);
  });
});

describe("workers", () => {
  it("that are dead give their jobs back to the living, within seconds of being missed", async () => {
    await add({ what: "held" });
    await db.owner.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '21 seconds'",
    );
    const ran: string[] = [];
    const worker = await startQueueWorker(
      db.ownerUrl,
      { "try-it": async () => void ran.push("once") },
      "",
      2,
    );
    await expect.poll(() => ran, { timeout: 10_000 }).toEqual(["once"]);
    await worker.stop();
  });

  it("that live keep theirs, however long they hold them", async () => {
    await add({ what: "held" });
    await db.owner.query(`insert into worker_heartbeat values ('pool-alive', now() + interval '1 minute')`);
    await db.owner.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-alive', locked_at = now() - interval '1 hour'",
    );
    const ran: string[] = [];
    const worker = await startQueueWorker(
      db.ownerUrl,
      { "try-it": async () => void ran.push("once") },
      "",
      2,
    );
    await new Promise((moment) => setTimeout(moment, 500)); // its first heartbeat has looked for the dead
    await worker.stop();
    expect(ran).toEqual([]);
  });
});
