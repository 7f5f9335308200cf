import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shopifyId } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { anOrderPayload, type Door, type OrderPayload, openDoor } from "#tests/factories/webhook";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runAll, waitingJobs } from "#tests/setup/queue";
import { env } from "~/env.server";
import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { closeMail } from "~/platform/channels/email/send.server";
import { TryAgain } from "~/platform/queue/failures";

// Orders that are hard to tell of, from Shopify's signed webhook to the mail server: no crash, no wrong news.

let db: FreshDatabase;
let door: Door;
let sink: MailSink;
let restore: () => void;

beforeAll(async () => {
  db = await freshDatabase();
  door = await openDoor();
  sink = await openMailSink();
  env.SMTP_URL = sink.url; // read when the first mail goes out
  await known(db.shop);
  await known(db.neighbour, { shopifyId: "77", name: "Neighbour" });
  await changeNotificationChoices(db.shop, () => ({ quiet: null }), "Maya");
  // Nobody answers for Shopify here: the news must go out from what the webhook says.
  const real = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TryAgain("Shopify is not asked here"));
  restore = () => {
    globalThis.fetch = real;
  };
});
afterAll(async () => {
  restore();
  closeMail();
  await Promise.all([sink.close(), door.close()]);
  await db.close();
});
beforeEach(async () => {
  for (const table of ["webhook_delivery", "notification", "fact", "orders", "customer"])
    await db.owner.query(`delete from ${table}`);
  await db.owner.query("delete from graphile_worker._private_jobs");
  sink.accepted.length = 0;
});

const outbox = async () =>
  (
    await db.owner.query<{ kind: string; state: string; reason: string | null }>(
      `select kind, state, reason from notification order by "createdAt", id`,
    )
  ).rows.map(({ kind, state, reason }) => [kind, state, reason].filter(Boolean).join(" "));
/** The order's webhook, read, and all that follows from it. */
async function ordered(given: OrderPayload): Promise<void> {
  const id = shopifyId();
  expect(await door.post({ body: anOrderPayload({ id, ...given }) })).toBe(200);
  await runAll(db, undefined, 2);
}
const plain = (raw: string) => raw.replace(/=\r?\n/g, "");

describe("an order", () => {
  const sent = ["orderConfirmed sent"];
  it.each<[string, OrderPayload, string[], RegExp | null]>([
    ["without an address", { email: null }, ["orderConfirmed dropped noAddress"], null],
    ["with an empty address", { email: "" }, ["orderConfirmed dropped noAddress"], null],
    ["with what is no address", { email: "ada at example" }, ["orderConfirmed dropped badAddress"], null],
    ["with two addresses", { email: "a@b.example,c@d.example" }, ["orderConfirmed dropped badAddress"], null],
    [
      "with a second header in its address",
      { email: "a@b.example\r\nBcc: x@evil.example" },
      ["orderConfirmed dropped badAddress"],
      null,
    ],
    ["with a second header in its name", { firstName: "Ada\r\nBcc: x@evil.example" }, sent, null],
    ["with a second header in its number", { name: "#1\r\nBcc: x@evil.example" }, sent, null],
    ["of five hundred things", { lines: 500 }, sent, null],
    ["that costs nothing", { total: "0.00" }, sent, /£0\.00|=C2=A30\.00/],
    ["that is a test", { over: { test: true } }, sent, null],
    [
      "cancelled a second later",
      { cancelledAt: new Date() },
      ["orderConfirmed dropped noLongerTrue", "orderCancelled sent"],
      null,
    ],
    ["in a currency without decimals", { currency: "JPY", total: "4700" }, sent, /4,700(?!\.)/],
    ["in a currency of three decimals", { currency: "KWD", total: "4.700" }, sent, /4\.700/],
    [
      "placed in 1970",
      { placedAt: new Date("1970-01-01T00:00:00Z"), updatedAt: new Date() },
      ["orderConfirmed dropped beforeInstall"],
      null,
    ],
    [
      "placed in the year 9999",
      { placedAt: new Date("9999-12-31T23:59:59Z"), updatedAt: new Date() },
      sent,
      null,
    ],
  ])("%s", async (_what, given, expected, says) => {
    await ordered(given);
    expect((await outbox()).sort()).toEqual([...expected].sort());
    const mails = sink.accepted;
    expect(mails).toHaveLength(expected.filter((one) => one.endsWith(" sent")).length);
    for (const mail of mails) {
      expect(mail.to).toEqual(["ada.rowntree@example.com"]);
      expect(mail.raw.split(/\r?\n\r?\n/)[0]).not.toMatch(/^bcc:/im);
      if (says) expect(plain(mail.raw)).toMatch(says);
    }
  });

  it("told by a clock an hour ahead, and then by the right one, is confirmed once", async () => {
    const id = shopifyId();
    const ahead = new Date(Date.now() + 3_600_000);
    await door.post({ body: anOrderPayload({ id, placedAt: ahead }), triggeredAt: ahead });
    await runAll(db, undefined, 2);
    await door.post({ body: anOrderPayload({ id }), topic: "orders/updated" });
    await runAll(db, undefined, 2);
    expect(await outbox()).toEqual(["orderConfirmed sent"]);
  });
});

describe("a payment that failed", () => {
  const tried = (orderId: string, over: object = {}) =>
    door.post({
      topic: "order_transactions/create",
      body: {
        ...{ id: Number(shopifyId()), order_id: Number(orderId), kind: "sale", status: "failure" },
        ...{ created_at: new Date().toISOString(), ...over },
      },
    });
  const facts = async () =>
    (
      await db.owner.query<{ key: string }>(
        `select "shopId", key from fact where kind = 'order.paymentFailed' order by key`,
      )
    ).rows;
  const at = () => new Date(Date.now() - 5_000);

  it("is a fact once for each kind of try, for its shop alone; what worked, or pays back, is none", async () => {
    const id = shopifyId();
    await door.post({ body: anOrderPayload({ id, over: { financial_status: "pending" } }) });
    for (const over of [{}, {}, { kind: "authorization", status: "error" }]) await tried(id, over);
    for (const over of [{ status: "success" }, { status: "pending" }, { kind: "refund" }, { order_id: null }])
      await tried(id, over);
    await runAll(db, undefined, 2);
    expect(await facts()).toEqual([
      { shopId: SHOP, key: `order.paymentFailed:${id}:try:authorization` },
      { shopId: SHOP, key: `order.paymentFailed:${id}:try:sale` },
    ]);
  });

  it("is told after a while, unless another try has worked by then", async () => {
    for (const status of ["pending", "paid"]) {
      const id = shopifyId();
      await door.post({
        body: anOrderPayload({ id, placedAt: at(), over: { financial_status: "pending" } }),
      });
      await runAll(db, undefined, 1);
      await tried(id);
      await runAll(db, undefined, 1);
      await db.owner.query(`update orders set "financialStatus" = $1 where id = $2`, [status, id]);
      await db.owner.query(`update notification set "heldUntil" = now() where kind = 'paymentFailed'`);
      await runAll(db, undefined, 2);
    }
    expect((await outbox()).filter((one) => one.startsWith("paymentFailed"))).toEqual([
      "paymentFailed sent",
      "paymentFailed dropped noLongerTrue",
    ]);
    expect((await waitingJobs(db)).filter(({ task }) => task === "read-webhooks")).toEqual([]);
  });
});
