import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { StaffMember } from "#tests/demo/people";
import { freePort, type Running, startProcess, untilReady } from "#tests/demo/processes";
import { type Stack, startStack } from "#tests/demo/stack";
import { mboxOf } from "#tests/factories/past-mail";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { openProxy, type TcpProxy } from "#tests/setup/tcp-proxy";
import { placeOrder } from "#tests/store/actions/place-order";
import { webhookHeaders } from "#tests/store/webhooks/send";
import { importedId } from "~/features/inbox/import/import-ids";
import { type EmbeddedPostgres, joinEmbeddedPostgres } from "~/platform/database/embedded.server";

// Really started processes of the build, killed and stopped in the middle of their work. One stack serves all;
// each test waits for what should become true, never for a time.

const CANARY = "canary-7f3a9";
const PATIENCE = { timeout: 60_000, interval: 100 };

let folder: string;
let postgres: EmbeddedPostgres;
let proxy: TcpProxy;
let sink: MailSink;
let stack: Stack;
let owner: pg.Pool;
let webPort: number;

const ownerAt = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => undefined);
  return pool;
};
/** The database's own address: the tests look at it past the proxy. */
const direct = (server: string) =>
  Object.assign(new URL(server), { pathname: `/demo_${process.pid}` }).toString();

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "aftercare-faults-"));
  postgres = await joinEmbeddedPostgres(path.join(folder, "postgres"));
  proxy = await openProxy(Number(new URL(postgres.url).port));
  sink = await openMailSink();
  const proxied = new URL(direct(postgres.url));
  proxied.port = String(proxy.port);
  stack = await startStack({
    folder,
    smtpUrl: sink.url,
    env: { DATABASE_URL: proxied.toString(), LOG_LEVEL: "info" },
  });
  owner = ownerAt(direct(postgres.url));
  webPort = Number(new URL(stack.appUrl).port);
}, 120_000);

afterAll(async () => {
  proxy?.mend();
  await owner?.end();
  await stack?.stop();
  await sink?.close();
  await proxy?.close();
  await postgres?.leave();
  for (const one of [folder, postgres?.folder]) if (one) fs.rmSync(one, { recursive: true, force: true });
}, 60_000);

afterEach(() => {
  proxy.mend();
  sink.delayMs = 0;
});

const count = async (table: string, where = "true") =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from "${table}" where ${where}`)).rows[0]?.n;
const lastWorker = () => stack.workers.at(-1) as Running;
const lastWeb = () => stack.webs.at(-1) as Running;
const isUp = (one: Running) => one.child.exitCode === null && one.child.signalCode === null;

let placed = 0;
/** Places orders of shoppers with addresses of their own; answers the addresses. */
async function place(orders: number): Promise<string[]> {
  const addresses: string[] = [];
  for (let at = 0; at < orders; at++) {
    const email = `${CANARY}-${++placed}@shopper.example`;
    await placeOrder(stack.store, { shopper: "guest", cart: "single", email, note: `${CANARY} note` });
    addresses.push(email);
  }
  return addresses;
}
const mailsTo = (address: string) => sink.accepted.filter((mail) => mail.to.includes(address)).length;
const unmailed = (addresses: string[]) => addresses.filter((address) => mailsTo(address) === 0).length;
const doubled = (addresses: string[]) => addresses.filter((address) => mailsTo(address) > 1);

/** Every order has its row, its fact and its mail, once. */
async function allOnce(addresses: string[]) {
  await expect.poll(() => unmailed(addresses), PATIENCE).toBe(0);
  expect(doubled(addresses)).toEqual([]);
  const list = addresses.map((address) => `'${address}'`).join(",");
  expect(await count("orders", `"emailKey" in (${list})`)).toBe(addresses.length);
  expect(
    await count(
      "fact",
      `kind = 'order.placed' and "orderId" in (select id from orders where "emailKey" in (${list}))`,
    ),
  ).toBe(addresses.length);
}

/** Uploads a file of past mails as staff do, and has it counted; answers what takes the next step. */
async function uploaded(file: Buffer): Promise<(step: string) => Promise<unknown>> {
  const staff = new StaffMember(stack, stack.store.shop().domain);
  const files = [{ name: "past.mbox", size: file.length }];
  const asked = { source: "mbox", ownAddresses: "", files };
  const { id } = JSON.parse(await staff.give("/app/inbox/imports/begin", asked)) as { id: string };
  const step = (name: string) => staff.give(`/app/inbox/imports/${id}/step`, { step: name });
  await staff.give(`/app/inbox/imports/${id}/piece?file=0&place=0`, file);
  await step("count");
  return step;
}

/** Holds a message that was planned: whoever takes it in waits there, in the middle of a transaction. */
async function heldMessage(key: string) {
  const holder = new pg.Client({ connectionString: direct(postgres.url) });
  await holder.connect();
  await holder.query("begin");
  const id = importedId(key, new Date("2020-11-19T09:30:01Z"));
  const held = await holder.query(
    "select pg_backend_pid() as pid from imported_message where id = $1 for update",
    [id],
  );
  expect(held.rowCount).toBe(1);
  const waiting = () => count("pg_stat_activity", `${held.rows[0].pid} = any(pg_blocking_pids(pid))`);
  return { waiting, release: () => holder.end() };
}

it("the stack is up, and knows its shops", async () => {
  await expect.poll(() => count("shop_profile"), PATIENCE).toBe(2);
}, 60_000);

describe("processes that are killed", () => {
  it("3: kill -9 a worker that holds many jobs: all are done within a minute, none twice", async () => {
    sink.delayMs = 3_000;
    const addresses = await place(30);
    await expect.poll(() => sink.busy(), PATIENCE).toBeGreaterThan(3);
    const before = sink.accepted.length;
    await lastWorker().kill();
    const killedAt = Date.now();
    sink.delayMs = 0;
    await stack.startWorker();
    await allOnce(addresses);
    expect(Date.now() - killedAt).toBeLessThan(60_000);
    expect(before).toBeLessThan(placed);
  }, 120_000);

  it("2: kill -9 the web process between commit and reply; redelivered: one row, one mail", async () => {
    await allOnce(await place(1)); // so that a connection is open
    const before = (await count("webhook_delivery", "topic = 'orders/create'")) ?? 0;
    proxy.mute(); // Postgres commits, and its answer never comes
    const addresses = await place(1);
    await expect.poll(() => count("webhook_delivery", "topic = 'orders/create'"), PATIENCE).toBe(before + 1);
    await lastWeb().kill();
    proxy.mend();
    await stack.startWeb(webPort);
    await expect
      .poll(
        () =>
          stack.store.webhooks
            .log()
            .filter((one) => one.topic === "orders/create" && one.state !== "delivered"),
        PATIENCE,
      )
      .toEqual([]);
    await allOnce(addresses);
    const tried = stack.store.webhooks
      .log()
      .filter((one) => one.topic === "orders/create" && one.attempts.length > 1);
    expect(tried.length).toBeGreaterThan(0);
  }, 120_000);

  it("kill -9 a worker twice in the middle of an import: every conversation is there once, as counted", async () => {
    const mails = Array.from({ length: 300 }, (_, at) => ({
      id: `${at}@past.example`,
      from: `${CANARY}-past${Math.floor(at / 2)}@shopper.example`,
      answers: at % 2 === 1 ? [`${at - 1}@past.example`] : [],
    }));
    const step = await uploaded(mboxOf(mails));
    const state = async () =>
      (await owner.query<{ state: string }>("select state from conversation_import")).rows[0]?.state;
    await expect.poll(state, PATIENCE).toBe("counted");
    const held = await Promise.all(
      [100, 200].map(async (at) => ({ at, ...(await heldMessage(`mail:${at}@past.example`)) })),
    );
    await step("run");
    for (const { at, waiting, release } of held) {
      await expect.poll(waiting, PATIENCE).toBe(1);
      await lastWorker().kill();
      await release();
      expect(await count("message", `"importId" is not null`)).toBe(at);
      await stack.startWorker();
    }
    await expect.poll(state, PATIENCE).toBe("done");
    expect([
      await count("conversation", `"importId" is not null`),
      await count("message", `"importId" is not null`),
    ]).toEqual([150, 300]);
    expect(await count("inbound_mail", "state = 'done'")).toBe(300);
    const { rows } = await owner.query("select counted, done from conversation_import");
    expect(rows).toMatchObject([
      { counted: { conversations: 150, messages: 300 }, done: { conversations: 150, messages: 300 } },
    ]);
    expect(await count("import_part")).toBe(0);
  }, 180_000);

  it("1: kill -9 Postgres under load: every acknowledged delivery is there, and all goes on by itself", async () => {
    const addresses = await place(10);
    const pid = Number(
      fs.readFileSync(path.join(postgres.folder, "data/postmaster.pid"), "utf8").split("\n")[0],
    );
    const placing = place(20);
    await sleep(150);
    process.kill(pid, "SIGKILL");
    addresses.push(...(await placing));
    postgres = await rejoin();
    proxy.mend(Number(new URL(postgres.url).port));
    await owner.end();
    owner = ownerAt(direct(postgres.url));
    await expect.poll(async () => (await fetch(`${stack.appUrl}/readyz`)).status, PATIENCE).toBe(200);
    expect([isUp(lastWeb()), isUp(lastWorker())]).toEqual([true, true]);
    await allOnce(addresses);
    const acknowledged = stack.store.webhooks
      .log()
      .filter((one) => one.topic === "orders/create" && one.attempts.some(({ status }) => status === 200));
    const { rows } = await owner.query<{ id: string }>("select id from webhook_delivery");
    const kept = new Set(rows.map((row) => row.id.split("/")[0]));
    expect(acknowledged.filter((one) => !kept.has(one.eventId))).toEqual([]);
  }, 180_000);
});

it("Postgres hangs without a word for a while: web and worker find their way back", async () => {
  await allOnce(await place(1));
  proxy.hold();
  const addresses = await place(2);
  // long enough for every query, heartbeat and connection of both processes to run into it
  await sleep(12_000);
  proxy.mend();
  await allOnce(addresses);
  expect([isUp(lastWeb()), isUp(lastWorker())]).toEqual([true, true]);
}, 90_000);

/** Postgres takes a moment to notice that the children of a killed server are gone. */
async function rejoin(): Promise<EmbeddedPostgres> {
  for (let tries = 0; ; tries++) {
    try {
      return await joinEmbeddedPostgres(path.join(folder, "postgres"));
    } catch (error) {
      if (tries > 20) throw error;
      await sleep(500);
    }
  }
}

describe("processes that are asked to stop", () => {
  it("web: a request under way is answered, what was acknowledged is kept, and the next one takes over", async () => {
    const delivery = stack.store.webhooks.log().find((one) => one.topic === "orders/create");
    if (!delivery) throw new Error("No webhook was sent before");
    const body = Buffer.from(delivery.body);
    const post = (eventId: string, slow = false) =>
      new Promise<number>((resolve) => {
        const headers = {
          ...webhookHeaders({ ...delivery, eventId }, stack.env.SHOPIFY_API_SECRET ?? ""),
          "content-length": body.length,
        };
        const request = http.request(`${stack.appUrl}/webhooks`, { method: "POST", headers, agent: false });
        request.on("response", (response) => resolve(response.resume().statusCode ?? 0));
        request.on("error", () => resolve(0));
        request.write(body.subarray(0, 100));
        if (slow) setTimeout(() => request.end(body.subarray(100)), 700);
        else request.end(body.subarray(100));
      });
    const slow = post("slow-one", true);
    await sleep(100); // it is under way before the signal comes
    const web = lastWeb();
    const load = Array.from({ length: 200 }, (_, at) => post(`load-${at}`));
    const stopping = web.stop();
    expect(await slow).toBe(200);
    const statuses = await Promise.all(load);
    await stopping;
    expect(web.child.exitCode).toBe(0);
    expect(statuses.filter((status) => status !== 200 && status !== 0)).toEqual([]);
    await stack.startWeb(webPort);
    const acknowledged = statuses.flatMap((status, at) => (status === 200 ? [`load-${at}`] : []));
    const { rows } = await owner.query<{ id: string }>(
      "select split_part(id, '/', 1) as id from webhook_delivery",
    );
    const kept = new Set(rows.map((row) => row.id));
    expect([...acknowledged, "slow-one"].filter((id) => !kept.has(id))).toEqual([]);
  }, 60_000);

  it("worker: finishes what it holds, gives back the rest, and no mail is lost or doubled", async () => {
    sink.delayMs = 600;
    const addresses = await place(25);
    await expect.poll(() => sink.busy(), PATIENCE).toBeGreaterThan(3);
    const worker = lastWorker();
    await worker.stop();
    expect(worker.child.exitCode).toBe(0);
    sink.delayMs = 0;
    await stack.startWorker();
    await allOnce(addresses);
  }, 90_000);
});

it("addresses that are none, and requests that are none, leave the web process standing", async () => {
  const lines = [
    "GET // HTTP/1.1",
    "GET http:// HTTP/1.1",
    "OPTIONS * HTTP/1.1",
    "GET /%ff%fe HTTP/1.1",
    "GET /\\..\\ HTTP/1.1",
    "BREW /pot HTCPCP/1.0",
  ];
  for (const line of lines)
    await new Promise<void>((done) => {
      const socket = net.connect(webPort, "127.0.0.1", () =>
        socket.end(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`),
      );
      socket.on("error", () => done());
      socket.resume().on("close", () => done());
    });
  expect((await fetch(`${stack.appUrl}/healthz`)).status).toBe(200);
  expect(isUp(lastWeb())).toBe(true);
});

it("two workers race for the same jobs: none runs twice", async () => {
  const second = await stack.startWorker();
  await allOnce(await place(40));
  await second.stop();
}, 90_000);

it("several web and worker processes start at once on an empty database: migrated once, all ready", async () => {
  const name = `faults_empty_${process.pid}`;
  const admin = ownerAt(Object.assign(new URL(postgres.url), { pathname: "/postgres" }).toString());
  await admin.query(`create database "${name}"`);
  const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).toString();
  const started: Running[] = [];
  try {
    const ready = (["web", "web", "worker", "worker"] as const).map(async (kind) => {
      const port = await freePort();
      const own = kind === "web" ? { PORT: String(port) } : { HEALTH_PORT: String(port) };
      const one = startProcess(kind, { ...stack.env, ...own, DATABASE_URL: url }, path.join(folder, "logs"));
      started.push(one);
      await untilReady(`http://127.0.0.1:${port}/readyz`, one);
    });
    await Promise.all(ready);
    const fresh = ownerAt(url);
    const { rows } = await fresh.query(
      `select migration_name, count(*)::int as times from "_prisma_migrations" group by 1 having count(*) > 1 or count(finished_at) = 0`,
    );
    await fresh.end();
    expect(rows).toEqual([]);
  } finally {
    await Promise.all(started.map((one) => one.stop()));
    await admin.query(`drop database if exists "${name}" with (force)`);
    await admin.end();
  }
}, 120_000);

it("50: after all of this no log holds an address, a note, a token or a secret", async () => {
  const logs = fs
    .readdirSync(path.join(folder, "logs"))
    .map((file) => fs.readFileSync(path.join(folder, "logs", file), "utf8"));
  const text = logs.join("\n");
  expect(text.split("\n").length).toBeGreaterThan(50);
  const secrets = [
    CANARY,
    "Larkspur",
    "Whitcombe",
    stack.env.SHOPIFY_API_SECRET ?? "",
    "shpat_",
    "shprt_",
    "shpua_",
    "eyJ",
  ];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});
