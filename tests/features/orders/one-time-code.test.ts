import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { anOrder, mirrored } from "#tests/factories/order";
import { checkCode } from "~/features/orders/check-code.server";
import { forgetOldCodes } from "~/features/orders/forget-codes.server";
import { requestCode } from "~/features/orders/request-code.server";
import { codeSchema } from "~/features/orders/schema";
import { sendCode } from "~/features/orders/send-code.server";
import type { Shop } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import { signToken } from "~/platform/secrets.server";
import { issuePass, readPass, samePassFor } from "~/platform/shopper-pass.server";

let room: MailRoom;
let db: MailRoom["db"];
let smtp: MailRoom["smtp"];
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, smtp } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("rate_limit"));

const refused = (code: string) => ({ ok: false, refusal: { code } });
const ask = (orderId: string, visitor = "ada", shop: Shop = db.shop) =>
  requestCode(shop, { orderId, visitor });
const check = (orderId: string, digits: string, visitor = "ada", shop: Shop = db.shop) =>
  checkCode(shop, { orderId, digits, visitor });

/** Runs the task that followed each request for a code, as the queue would. */
async function sendAll(orderId: string, shop: Shop = db.shop) {
  const facts = await db.owner.query<{ id: string }>(
    `select id from fact where kind = 'code.requested' and "shopId" = $1 and "orderId" = $2 order by at`,
    [shop.id, orderId],
  );
  for (const { id } of facts.rows)
    await sendCode(shop, id).catch((error: unknown) => {
      if (!(error instanceof NeverMind)) throw error;
    });
  return smtp.received.map(({ mail }) => /\d{6}/.exec(mail.subject ?? "")?.[0] ?? "");
}

const notThis = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
const freshOrder = (over = {}) => mirrored(db.shop, anOrder(over));

describe("a one-time code", () => {
  it("reaches the order's address, in its language, and opens it once", async () => {
    const order = await freshOrder({ email: "noa@example.com", locale: "he", customer: null });
    expect(await ask(order.id)).toEqual({ ok: true, value: null });
    const [digits = ""] = await sendAll(order.id);
    expect(smtp.received).toHaveLength(1);
    const { to, mail } = smtp.received[0] ?? { to: [], mail: null };
    expect(to).toEqual(["noa@example.com"]);
    expect(mail?.subject).toContain("הקוד שלכם");
    expect(mail?.html).toContain('dir="rtl"');
    expect(mail?.text).toContain(digits);
    expect(mail?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(await check(order.id, digits)).toEqual({ ok: true, value: null });
    expect(await check(order.id, digits)).toEqual(refused("orders.codeWrong"));
  });

  it("is not kept in clear, and its digits cannot be found from what is kept without the key", async () => {
    const order = await freshOrder();
    await ask(order.id);
    const [digits = ""] = await sendAll(order.id);
    const kept = await db.owner.query(
      "select one_time_code::text as a from one_time_code union all select fact::text from fact union all select lookup::text from lookup",
    );
    expect(digits).toMatch(/^\d{6}$/);
    expect(JSON.stringify(kept.rows)).not.toContain(`"${digits}"`);
    expect(JSON.stringify(kept.rows)).not.toContain(`,${digits},`);
  });

  it("sends the same digits under the same Message-ID when it is sent again", async () => {
    const order = await freshOrder();
    await ask(order.id);
    const first = await sendAll(order.id);
    const both = await sendAll(order.id);
    expect(new Set(both)).toEqual(new Set(first));
    expect(new Set(smtp.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it("works five tries long", async () => {
    const order = await freshOrder();
    await ask(order.id);
    const [digits = ""] = await sendAll(order.id);
    for (let at = 0; at < 5; at++)
      expect(await check(order.id, notThis(digits))).toEqual(refused("orders.codeWrong"));
    expect(await check(order.id, digits)).toEqual(refused("orders.codeWrong"));
  });

  it("lets one of many right tries at once through", async () => {
    const order = await freshOrder();
    await ask(order.id);
    const [digits = ""] = await sendAll(order.id);
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, at) => check(order.id, digits, `racer-${at}`)),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("ends within ten minutes, and is then neither taken nor sent", async () => {
    const order = await freshOrder();
    await ask(order.id);
    const lasts = await db.owner.query(
      `select extract(epoch from "expiresAt" - "createdAt") as s from one_time_code where "orderId" = $1`,
      [order.id],
    );
    expect(Number(lasts.rows[0]?.s)).toBeLessThanOrEqual(600);
    const [digits = ""] = await sendAll(order.id);
    await db.owner.query(`update one_time_code set "expiresAt" = now() - interval '1 second'`);
    expect(await check(order.id, digits)).toEqual(refused("orders.codeWrong"));
    await sendAll(order.id);
    expect(smtp.received).toHaveLength(1);
  });

  it("is the newest one only", async () => {
    const order = await freshOrder();
    await ask(order.id);
    const [old = ""] = await sendAll(order.id);
    await db.owner.query("delete from rate_limit");
    await ask(order.id);
    const newest = (await sendAll(order.id)).at(-1) ?? "";
    if (old !== newest) expect((await check(order.id, old)).ok).toBe(false);
    expect((await check(order.id, newest)).ok).toBe(true);
  });

  it("is of one shop: the neighbour's order of the same id and address is not opened by it", async () => {
    const order = await freshOrder({ email: "both@example.com" });
    await mirrored(db.neighbour, order);
    await ask(order.id);
    const [digits = ""] = await sendAll(order.id);
    expect((await check(order.id, digits, "ada", db.neighbour)).ok).toBe(false);
    expect((await check(order.id, digits)).ok).toBe(true);
  });
});

describe("limits", () => {
  it("sends at most one mail a minute and five an hour to an address, and answers alike", async () => {
    const orders = await Promise.all(
      Array.from({ length: 3 }, () => freshOrder({ email: "victim@example.com" })),
    );
    const sent = async () =>
      Number(
        (await db.owner.query(`select count(*) from one_time_code where "emailKey" = 'victim@example.com'`))
          .rows[0]?.count,
      );
    for (let at = 0; at < 50; at++)
      expect(await ask(orders[at % 3]?.id ?? "", `attacker-${at}`)).toEqual({ ok: true, value: null });
    expect(await sent()).toBe(1);
    for (let minute = 0; minute < 20; minute++) {
      // A minute passes: counts of one minute end, those of an hour do not.
      await db.owner.query(`update rate_limit set "windowStart" = "windowStart" - interval '61 seconds'`);
      await ask(orders[0]?.id ?? "", `attacker-later-${minute}`);
    }
    expect(await sent()).toBe(5);
  });

  it("refuses a visitor's 11th request in ten minutes", async () => {
    const order = await freshOrder();
    for (let at = 0; at < 10; at++) await ask(order.id, "flood");
    expect(await ask(order.id, "flood")).toEqual(refused("limits.tooMany"));
  });

  it("answers alike for an order without a usable address, and sends nothing", async () => {
    for (const email of [null, "a@example.com, b@example.com", "x@y\r\nBcc: z@example.com"]) {
      const order = await freshOrder({ email, customer: null });
      expect(await ask(order.id, `v-${email}`)).toEqual({ ok: true, value: null });
      await sendAll(order.id);
    }
    expect(smtp.received).toHaveLength(0);
  });

  it("refuses a visitor's 21st try in ten minutes", async () => {
    const order = await freshOrder();
    for (let at = 0; at < 20; at++) await check(order.id, "000000", "guesser");
    expect(await check(order.id, "000000", "guesser")).toEqual(refused("limits.tooMany"));
  });
});

describe("passes", () => {
  const pass = () => issuePass(db.shop, { orderId: "77", level: "full" });

  it("are of one shop, and neither forged nor over", () => {
    const token = pass();
    expect(readPass(db.shop, token)).toMatchObject({ orderId: "77", level: "full" });
    expect(readPass(db.neighbour, token)).toBeNull();
    const [body = "", tag = ""] = token.split(".");
    for (const forged of [
      body,
      `${body}.`,
      `${body}.${tag.slice(0, -2)}`,
      `${Buffer.from(`{"s":"${db.shop.id}","o":"78","l":"full","x":9999999999}`).toString("base64url")}.${tag}`,
      `.${tag}`,
      "x".repeat(5_000),
      "\u0000",
      "null",
    ])
      expect(readPass(db.shop, forged), forged).toBeNull();
    const over = signToken(
      "shopper pass",
      { s: db.shop.id, o: "77", l: "full" },
      new Date(Date.now() - 1_000),
    );
    expect(readPass(db.shop, over)).toBeNull();
  });

  it("do not live longer for being used for another order", () => {
    const ends = new Date(Date.now() + 90_000);
    const token = signToken("shopper pass", { s: db.shop.id, o: "77", l: "full" }, ends);
    const other = samePassFor(db.shop, token, "78") ?? "";
    expect(readPass(db.shop, other)).toMatchObject({ orderId: "78", level: "full" });
    const { x } = JSON.parse(Buffer.from(other.split(".")[0] ?? "", "base64url").toString());
    expect(x).toBe(Math.floor(ends.getTime() / 1000));
    expect(samePassFor(db.shop, `${token}x`, "78")).toBeNull();
  });
});

it.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["１２３-４５６", "123456"],
  ["١٢٣٤٥٦", "123456"],
  ["12345", null],
  ["1234567", null],
  ["12345a", null],
])("reads the code %j as %j", (typed, read) => {
  expect(codeSchema.safeParse(typed).data ?? null).toBe(read);
});

it("reads no code in 10,000 digits", () => {
  expect(codeSchema.safeParse("9".repeat(10_000)).success).toBe(false);
});

it("forgets codes and counts after a day", async () => {
  const order = await freshOrder();
  await ask(order.id);
  await forgetOldCodes(db.shop);
  const count = async (table: string) =>
    Number(
      (await db.owner.query(`select count(*) from ${table} where "shopId" = $1`, [db.shop.id])).rows[0]
        ?.count,
    );
  expect(await count("one_time_code")).toBeGreaterThan(0);
  expect(await count("rate_limit")).toBeGreaterThan(0);
  await db.owner.query(`update rate_limit set "windowStart" = now() - interval '25 hours'`);
  await forgetOldCodes(db.shop);
  expect(await count("rate_limit")).toBe(0);
});
