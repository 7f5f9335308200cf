import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type NewsRoom, openNewsRoom } from "#tests/factories/mail-room";
import { aCustomer, anAddress, anOrder, mirrored } from "#tests/factories/order";
import { NEIGHBOUR, SHOP } from "#tests/setup/database";
import { headerOf, openMailSink } from "#tests/setup/mail-sink";
import { runAll, runDue, waitingJobs } from "#tests/setup/queue";
import { env } from "~/env.server";
import { orderFact } from "~/features/orders/facts";
import { closeMail } from "~/platform/channels/email/send.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";

let room: NewsRoom;
let db: NewsRoom["db"];
let sink: NewsRoom["sink"];
beforeAll(async () => {
  room = await openNewsRoom();
  ({ db, sink } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("notification", "fact", "orders", "graphile_worker._private_jobs"));

const fresh = (over: Partial<ShopifyOrder> = {}) =>
  anOrder({ placedAt: new Date(Date.now() - 5_000), updatedAt: new Date(Date.now() - 5_000), ...over });
const outbox = async () =>
  (
    await db.owner.query<{
      shopId: string;
      kind: string;
      state: string;
      reason: string | null;
      attempts: number;
    }>(`select "shopId", kind, state, reason, attempts from notification order by "shopId", "createdAt"`)
  ).rows;

describe("a fact becomes at most one mail", () => {
  it("an order placed is confirmed, to its shopper, from its shop", async () => {
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect(sink.accepted).toMatchObject([{ to: ["ada.rowntree@example.com"], from: env.MAIL_FROM }]);
    expect(headerOf(sink.accepted[0]?.raw ?? "", "from")).toContain("Fern & Fable");
    expect(headerOf(sink.accepted[0]?.raw ?? "", "auto-submitted")).toBe("auto-generated");
    expect(await outbox()).toMatchObject([{ kind: "orderConfirmed", state: "sent", reason: null }]);
  });

  it("the same ids at two shops are a mail of each", async () => {
    const order = fresh();
    await mirrored(db.shop, order);
    await mirrored(db.neighbour, order);
    await runDue(db);
    expect((await outbox()).map((row) => row.shopId)).toEqual([SHOP, NEIGHBOUR].sort());
    expect(sink.accepted.map((mail) => headerOf(mail.raw, "from").includes("Neighbour")).sort()).toEqual([
      false,
      true,
    ]);
  });

  it("twenty times the fact, twenty times the news, twenty senders at once: one mail", async () => {
    const order = await mirrored(db.shop, fresh());
    const again = orderFact(order.id, { kind: "order.placed" });
    await Promise.all(Array.from({ length: 20 }, () => db.shop.transact((tx) => record(tx, again))));
    const { rows } = await db.owner.query<{ id: string }>("select id from fact");
    expect(rows).toHaveLength(1);
    const factId = rows[0]?.id ?? "";
    const add = (task: string, payload: object) =>
      db.owner.query("select graphile_worker.add_job($1, $2::json)", [
        task,
        JSON.stringify({ shopId: SHOP, ...payload }),
      ]);
    for (let i = 0; i < 20; i++) await add("notify", { factId });
    await runDue(db, undefined, 8);
    expect(await outbox()).toHaveLength(1);
    const notificationId = (await db.owner.query<{ id: string }>("select id from notification")).rows[0]?.id;
    await db.owner.query(`update notification set state = 'queued', "sentAt" = null`);
    Object.assign(sink, { accepted: [], texts: [], delayMs: 100 });
    for (let i = 0; i < 20; i++) await add("send-notification", { notificationId });
    await runDue(db, undefined, 20);
    await runAll(db);
    expect(sink.texts).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ state: "sent" }]);
  });
});

it("an order placed in the second of the installation is news: Shopify tells whole seconds", async () => {
  const installed = new Date(Math.floor(Date.now() / 1000) * 1000 + 700);
  await db.owner.query(`update shop set "installedAt" = $2 where id = $1`, [SHOP, installed]);
  await mirrored(db.shop, fresh({ placedAt: new Date(installed.getTime() - 700) }));
  await runDue(db);
  await db.owner.query(`update shop set "installedAt" = '2020-01-01' where id = $1`, [SHOP]);
  expect(await outbox()).toMatchObject([{ kind: "orderConfirmed", state: "sent" }]);
});

describe("news that is none", () => {
  const cases: [string, Partial<ShopifyOrder>, string][] = [
    ["no address", { email: null }, "noAddress"],
    ["too old", { placedAt: new Date(Date.now() - 49 * 3_600_000) }, "tooOld"],
    ["cancelled meanwhile", { cancelledAt: new Date() }, "noLongerTrue"],
    ["from before the installation", { placedAt: new Date("2019-12-31T00:00:00Z") }, "beforeInstall"],
  ];
  it.each(cases)("%s: kept with its reason, and not sent", async (_what, over, reason) => {
    await mirrored(db.shop, fresh(over));
    await runDue(db);
    expect(await outbox()).toContainEqual(
      expect.objectContaining({ kind: "orderConfirmed", state: "dropped", reason }),
    );
    expect(sink.accepted.filter((mail) => /confirm|we have your order/i.test(mail.subject))).toEqual([]);
  });

  it("cancelled between the outbox and the sending: dropped, and the cancellation is told", async () => {
    const order = await mirrored(db.shop, fresh());
    sink.answer = 451;
    await runDue(db);
    sink.answer = 250;
    await mirrored(db.shop, { ...order, cancelledAt: new Date(), updatedAt: new Date() });
    await runAll(db);
    const states = Object.fromEntries((await outbox()).map((row) => [row.kind, [row.state, row.reason]]));
    expect(states).toEqual({ orderConfirmed: ["dropped", "noLongerTrue"], orderCancelled: ["sent", null] });
    expect(sink.accepted).toHaveLength(1);
  });
});

describe("exactly one recipient (43)", () => {
  it.each([
    "ada@example.com\r\nBcc: eve@evil.example",
    "ada@example.com,eve@evil.example",
    "ada@example.com;eve@evil.example",
    '"ada eve@evil.example"@example.com',
    "ada@example.com eve@evil.example",
    "<ada@example.com>",
    "Ada <ada@example.com>",
    "ada@example.com(comment)",
    "ada",
    "@example.com",
    "ada@localhost",
    "ada@[127.0.0.1]",
    "ada@exämple.com\n",
    `${"a".repeat(250)}@example.com`,
  ])("%j is refused, and nothing goes out", async (email) => {
    await mirrored(db.shop, fresh({ email }));
    await runAll(db, undefined, 2);
    expect(sink.texts).toEqual([]);
    expect(await outbox()).toMatchObject([{ state: "dropped", reason: "badAddress" }]);
  });

  it.each([
    "o'neil+shop@example.co.uk",
    "a.b-c_d@sub.example.com",
    "UPPER@example.com",
  ])("%s is one mailbox", async (email) => {
    await mirrored(db.shop, fresh({ email }));
    await runDue(db);
    expect(sink.accepted.map((mail) => mail.to)).toEqual([[email]]);
  });

  it("a name with line breaks, quotes and another address names nobody else", async () => {
    const name = 'Ada"\r\nBcc: eve@evil.example\r\n <eve@evil.example>, x';
    await mirrored(
      db.shop,
      fresh({
        customer: aCustomer({ firstName: name, lastName: null }),
        shippingAddress: anAddress({ name }),
        name: "#1\r\nBcc: eve@evil.example",
      }),
    );
    await runDue(db);
    expect(sink.accepted.map((mail) => mail.to)).toEqual([["ada.rowntree@example.com"]]);
    const head = (sink.accepted[0]?.raw ?? "").split("\r\n\r\n")[0] ?? "";
    expect(head).not.toMatch(/^bcc:/im);
    expect(headerOf(head, "subject")).not.toContain("\n");
  });
});

describe("a mail server in trouble", () => {
  it("5: down, then up: sent once, later", async () => {
    await sink.close();
    closeMail();
    for (let i = 0; i < 5; i++) await mirrored(db.shop, fresh());
    await runDue(db);
    expect((await outbox()).map((row) => row.state)).toEqual(Array(5).fill("queued"));
    await sink.reopen();
    await runAll(db);
    expect(sink.accepted).toHaveLength(5);
    expect(new Set(sink.texts).size).toBe(5);
    expect((await outbox()).map((row) => row.state)).toEqual(Array(5).fill("sent"));
    expect(await waitingJobs(db)).toEqual([]);
  });

  it("one recipient refused for good: failed with its reason, the others go", async () => {
    sink.refuse.set("gone@example.com", 550);
    await mirrored(db.shop, fresh({ email: "gone@example.com" }));
    for (const email of ["a@example.com", "b@example.com"]) await mirrored(db.shop, fresh({ email }));
    await runAll(db);
    expect(sink.accepted.map((mail) => mail.to[0]).sort()).toEqual(["a@example.com", "b@example.com"]);
    const failed = (await outbox()).filter((row) => row.state === "failed");
    expect(failed).toMatchObject([{ reason: expect.stringContaining("550") }]);
  });

  it("one recipient refused for now (greylisting): sent once, later", async () => {
    sink.refuse.set("slow@example.com", 451);
    await mirrored(db.shop, fresh({ email: "slow@example.com" }));
    await runDue(db);
    expect(await outbox()).toMatchObject([{ state: "queued" }]);
    sink.refuse.clear();
    await runAll(db);
    expect(sink.accepted).toHaveLength(1);
  });

  it("6: the line breaks after the text: at most one more, with the same Message-ID", async () => {
    sink.dropAfterText = 1;
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect(sink.texts).toHaveLength(1); // not again at once, by itself
    await runAll(db);
    expect(sink.accepted).toHaveLength(1);
    expect(sink.texts).toHaveLength(2);
    expect(new Set(sink.texts).size).toBe(1);
    expect(await outbox()).toMatchObject([{ state: "sent" }]);
  });

  it("a greeting that refuses everybody is our trouble, not the mail's: nothing is given up", async () => {
    await sink.close();
    closeMail();
    const rude = await openMailSink({
      onConnect: (_session, done) => done(Object.assign(new Error("No"), { responseCode: 554 })),
    });
    env.SMTP_URL = rude.url;
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect(await outbox()).toMatchObject([{ state: "queued" }]);
    await rude.close();
    closeMail();
    env.SMTP_URL = sink.url;
    await sink.reopen();
    await runAll(db);
    expect(sink.accepted).toHaveLength(1);
  });

  it("tried for days and given up: shown as failed, with a reason", async () => {
    sink.answer = 451;
    await mirrored(db.shop, fresh());
    await runDue(db);
    await db.owner.query("update graphile_worker._private_jobs set attempts = 24, run_at = now()");
    await runDue(db);
    expect(await outbox()).toMatchObject([{ state: "failed", reason: expect.stringMatching(/given up/) }]);
  });
});
