import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runAll } from "#tests/setup/queue";
import type { Site } from "#tests/setup/site";
import { openTwilio, type TwilioStandIn } from "#tests/setup/twilio";
import { env } from "~/env.server";
import { changeTexts } from "~/features/notifications/change-texts.server";
import { eraseRecipients } from "~/features/notifications/privacy-store.server";
import { releaseHeld } from "~/features/notifications/release-held.server";
import { eraseConsents } from "~/features/notifications/text-store.server";
import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { closeMail } from "~/platform/channels/email/send.server";
import { partnerUrl } from "~/platform/partner-pass.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";

// From an order to a message on a phone and back: a real queue and mail server, and Twilio on this machine.

let db: FreshDatabase;
let sink: MailSink;
let site: Site;
let twilio: TwilioStandIn;
const SID = `AC${"a".repeat(32)}`;
const TOKEN = "b".repeat(32);
const PHONE = "+447700900123";

beforeAll(async () => {
  db = await freshDatabase();
  sink = await openMailSink();
  env.SMTP_URL = sink.url; // read when the first mail goes out
  site = await (await import("#tests/setup/site")).openSite();
  twilio = await openTwilio(`${SID}:${TOKEN}`);
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
});
afterAll(async () => {
  closeMail();
  await Promise.all([twilio.close(), site.close(), sink.close()]);
  await db.close();
});
beforeEach(async () => {
  for (const table of [
    "notification",
    "fact",
    "return_line",
    '"return"',
    "orders",
    "contact_consent",
    "channel_account",
  ])
    await db.owner.query(`delete from ${table}`);
  await db.owner.query("delete from graphile_worker._private_jobs");
  sink.accepted.length = 0;
  Object.assign(twilio, { sent: [], answers: [], hangUps: 0 });
  await account();
});

const account = (over: Partial<Parameters<typeof changeTexts>[1]> = {}) =>
  changeTexts(
    db.shop,
    {
      ...{ accountSid: SID, authToken: TOKEN, from: "+15005550006", enabled: true },
      ...{ kinds: ["orderCancelled", "orderConfirmed"], segmentPrice: 42_000n, currency: "GBP" },
      ...over,
    },
    "Maya",
  );
/** An order with this number, cancelled a moment later: that goes to phones, its confirmation does not. */
async function anOrderOf(phone: string | null, shop = db.shop): Promise<void> {
  const [at, later] = [new Date(Date.now() - 9_000), new Date(Date.now() - 2_000)];
  const order = await mirrored(shop, anOrder({ phone, placedAt: at, updatedAt: at }));
  await runAll(db);
  await mirrored(shop, { ...order, cancelledAt: later, updatedAt: later });
  await runAll(db);
}
const texts = async () =>
  (
    await db.owner.query<{
      id: string;
      shopId: string;
      state: string;
      reason: string | null;
      trace: object[];
    }>(`select id, "shopId", state, reason, trace from notification where channel = 'sms' order by id`)
  ).rows;
const consents = async () =>
  (await db.owner.query(`select "shopId", address, transactional, marketing from contact_consent`)).rows;

/** Twilio posts to us, signed with this token. */
function post(url: string, fields: Record<string, string>, token = TOKEN): Promise<Response> {
  const signed =
    url +
    Object.keys(fields)
      .sort()
      .map((name) => name + fields[name])
      .join("");
  return fetch(site.url + new URL(url).pathname, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "x-twilio-signature": createHmac("sha1", token).update(signed).digest("base64") },
  });
}
const wrote = (Body: string, over: Record<string, string> = {}) =>
  post(partnerUrl(db.shop.id), { MessageSid: "SM1", From: PHONE, To: "+15005550006", Body, ...over });

describe("news to a phone", () => {
  it("goes besides the mail, once, to the order's number", async () => {
    await anOrderOf("+44 7700 900123");
    await runAll(db);
    expect(twilio.sent.map(({ form }) => form)).toMatchObject([{ To: PHONE, From: "+15005550006" }]);
    expect(twilio.sent[0]?.form.Body).toMatch(/#1001.*\nhttps:.*\nReply STOP to end$/);
    expect(await texts()).toMatchObject([{ shopId: SHOP, state: "sent" }]);
  });

  it("does not go without a number, for another kind, with the account off, or for the neighbour", async () => {
    await anOrderOf(null);
    await anOrderOf(PHONE, db.neighbour);
    await account({ kinds: ["orderShipped"] });
    await anOrderOf(PHONE);
    await account({ enabled: false });
    await anOrderOf(PHONE);
    expect(twilio.sent).toEqual([]);
    expect(await texts()).toEqual([]);
  });

  it("whose answer was lost is found at Twilio, not sent again", async () => {
    twilio.hangUps = 1;
    await anOrderOf(PHONE);
    expect(twilio.sent).toHaveLength(1);
    expect(await texts()).toMatchObject([{ state: "sent" }]);
  });

  it("that Twilio was too busy for is sent later", async () => {
    twilio.answers = [{ status: 429, body: { code: 20429 } }];
    await anOrderOf(PHONE);
    expect(twilio.sent).toHaveLength(1);
  });

  it("to a number that takes none is given up; to who has opted out there, never tried again", async () => {
    twilio.answers = [{ status: 400, body: { code: 21614 } }];
    await anOrderOf(PHONE);
    expect(await texts()).toMatchObject([{ state: "failed" }]);
    twilio.answers = [{ status: 400, body: { code: 21610 } }];
    await anOrderOf(PHONE);
    await anOrderOf(PHONE);
    expect((await texts()).map(({ state }) => state)).toEqual(["failed", "suppressed", "suppressed"]);
    expect(twilio.sent).toEqual([]);
  });

  it("to what is no number is left out, with its reason", async () => {
    await anOrderOf("call me");
    expect(await texts()).toMatchObject([{ state: "dropped", reason: "badNumber" }]);
  });
});

describe("news of a return, and of money", () => {
  /** Something happened, and all it waits for is over. */
  async function happened(fact: Parameters<typeof record>[1]): Promise<void> {
    await db.shop.transact((tx) => record(tx, fact));
    await runAll(db);
    await db.owner.query(`update notification set "heldUntil" = now() where state = 'held'`);
    await releaseHeld(db.shop);
    await runAll(db);
  }

  /** A return of an order with a number, of which it is said that it arrived. */
  async function received(over: { gift?: boolean; email?: string | null } = {}): Promise<string> {
    const { email = "ada.rowntree@example.com" } = over;
    const order = await aReturnableOrderIn(db.shop, db.neighbour, { phone: PHONE, email });
    const returnId = await aReturn(db.shop, order);
    await db.owner.query("delete from graphile_worker._private_jobs");
    if (over.gift) await db.owner.query(`update "return" set gift = true, "giftEmail" = 'g@example.com'`);
    const about = { orderId: order.id, returnId, actor: "staff" as const };
    await happened({ kind: "return.received", key: newId(), ...about });
    return returnId;
  }

  it("goes to the number of whoever ordered, with the return's number", async () => {
    await account({ kinds: ["returnReceived"] });
    const returnId = await received();
    const { rows } = await db.owner.query(`select rma from "return" where id = $1`, [returnId]);
    expect(twilio.sent).toHaveLength(1);
    expect(twilio.sent[0]?.form.Body).toContain(rows[0].rma);
    expect(twilio.sent[0]?.form.Body).toMatch(/^[^\n]*Your return has arrived[^\n]*\nhttps:/);
    const kept = await db.owner.query(`select "returnId", state from notification where channel = 'sms'`);
    expect(kept.rows).toEqual([{ returnId, state: "sent" }]);
  });

  it("goes there in the mail's place, where the order has no address", async () => {
    await account({ kinds: ["returnReceived"] });
    await received({ email: null });
    expect(twilio.sent.map(({ form }) => form.To)).toEqual([PHONE]);
  });

  it("of a gift goes to nobody's phone", async () => {
    await account({ kinds: ["returnReceived"] });
    await received({ gift: true });
    expect(sink.accepted.length).toBe(1);
    expect(twilio.sent).toEqual([]);
  });

  it("tells of a refund", async () => {
    await account({ kinds: ["orderRefunded"] });
    const at = new Date(Date.now() - 9_000);
    const order = await mirrored(db.shop, anOrder({ phone: PHONE, placedAt: at, updatedAt: at }));
    await runAll(db);
    const data = { amount: "1450" };
    await happened({ kind: "order.refunded", key: newId(), orderId: order.id, actor: "shopify", data });
    expect(twilio.sent.map(({ form }) => form.Body)).toEqual([
      expect.stringContaining("Your refund is on its way"),
    ]);
  });
});

describe("an order without an address", () => {
  const mails = async () =>
    (
      await db.owner.query(
        `select n.kind, n.state, n.reason, t.channel as told from notification n
         left join notification t on t."shopId" = n."shopId" and t.id = n."mergedInto"
         where n.channel = 'email' order by n.id`,
      )
    ).rows;
  async function byPhone(over: Partial<ShopifyOrder>): Promise<void> {
    const [at, later] = [new Date(Date.now() - 9_000), new Date(Date.now() - 2_000)];
    const order = await mirrored(db.shop, anOrder({ email: null, ...over, placedAt: at, updatedAt: at }));
    await runAll(db);
    await mirrored(db.shop, { ...order, cancelledAt: later, updatedAt: later });
    await runAll(db);
  }

  it("is told of by phone, once, and what does not go to phones says so", async () => {
    await byPhone({ phone: PHONE });
    await runAll(db);
    expect(twilio.sent.map(({ form }) => form.To)).toEqual([PHONE]);
    expect(await mails()).toEqual([
      { kind: "orderConfirmed", state: "dropped", reason: "notForPhones", told: null },
      { kind: "orderCancelled", state: "merged", reason: "byPhone", told: "sms" },
    ]);
    expect(sink.accepted.length).toBe(0);
  });

  it("nor a number, or with the account off, is told of to nobody", async () => {
    await byPhone({ phone: null });
    await account({ enabled: false });
    await byPhone({ phone: PHONE });
    expect((await mails()).map(({ kind, reason }) => [kind, reason])).toEqual([
      ["orderConfirmed", "noAddress"],
      ["orderCancelled", "noAddress"],
      ["orderConfirmed", "notForPhones"],
      ["orderCancelled", "notForPhones"],
    ]);
    expect(twilio.sent).toEqual([]);
  });

  it("is told that a parcel is back on track, since it was told by phone that it is late", async () => {
    await account({ kinds: ["deliveryLate", "deliveryBackOnTrack"] });
    await changeNotificationChoices(db.shop, () => ({ quiet: null }), "Maya");
    const order = await mirrored(db.shop, anOrder({ email: null, phone: PHONE }));
    for (const kind of ["delivery.late", "delivery.backOnTrack"]) {
      const fact = { kind, key: `${kind}:${order.id}`, orderId: order.id, actor: "system" as const };
      await db.shop.transact((tx) => record(tx, fact));
      await runAll(db);
    }
    expect((await mails()).slice(1)).toEqual([
      { kind: "deliveryLate", state: "merged", reason: "byPhone", told: "sms" },
      { kind: "deliveryBackOnTrack", state: "merged", reason: "byPhone", told: "sms" },
    ]);
    expect(twilio.sent).toHaveLength(2);
  });

  it("whose owner has ended messages stays silent, with the reason", async () => {
    await wrote("STOP");
    await byPhone({ phone: PHONE });
    expect(await texts()).toMatchObject([{ state: "suppressed", reason: "optedOut" }]);
    expect((await mails()).at(-1)).toMatchObject({ state: "merged", told: "sms" });
  });

  it("that was redacted while it waited is told of to nobody", async () => {
    const at = new Date(Date.now() - 9_000);
    const order = await mirrored(
      db.shop,
      anOrder({ email: null, phone: PHONE, placedAt: at, updatedAt: at }),
    );
    await runAll(db);
    const later = new Date(Date.now() - 2_000);
    await mirrored(db.shop, { ...order, cancelledAt: later, updatedAt: later });
    await db.owner.query(`update notification set state = 'queued' where kind = 'orderCancelled'`);
    await db.shop.transact((tx) => eraseRecipients(tx, { emailKeys: [], orderIds: [order.id] }));
    await db.owner.query(`update orders set "redactedAt" = now()`);
    await runAll(db);
    expect(twilio.sent).toEqual([]);
  });
});

describe("what comes back", () => {
  it("STOP ends everything in any language, START brings back news of orders only", async () => {
    const answer = await wrote("Arrêt !");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<Message>Fern &amp; Fable");
    expect(await consents()).toEqual([
      { shopId: SHOP, address: PHONE, transactional: "refused", marketing: "refused" },
    ]);
    await anOrderOf(PHONE);
    expect(twilio.sent).toEqual([]);
    expect(await texts()).toMatchObject([{ state: "suppressed", reason: "optedOut" }]);
    await wrote("START");
    expect(await consents()).toMatchObject([{ transactional: "given", marketing: "refused" }]);
  });

  it("HELP explains and changes nothing; what Twilio has answered is not answered again", async () => {
    expect(await (await wrote("help")).text()).toContain("/apps/aftercare");
    expect(await consents()).toEqual([]);
    const answer = await wrote("STOP", { OptOutType: "STOP" });
    expect(await answer.text()).toMatch(/<Response><\/Response>$/);
    expect(await consents()).toHaveLength(1);
  });

  it("is forgotten with its owner, however the shop wrote the number", async () => {
    await wrote("STOP");
    expect(await db.neighbour.transact((tx) => eraseConsents(tx, [PHONE]))).toBe(0);
    expect(await db.shop.transact((tx) => eraseConsents(tx, ["+44 7700 900-123"]))).toBe(1);
    expect(await consents()).toEqual([]);
  });

  it("what became of a message is noted, once", async () => {
    await anOrderOf(PHONE);
    const url = twilio.sent[0]?.form.StatusCallback ?? "";
    for (let times = 0; times < 2; times++)
      expect((await post(url, { MessageSid: "SM1", MessageStatus: "delivered" })).status).toBe(200);
    expect((await texts())[0]).toMatchObject({ state: "sent", trace: [{ did: "delivered" }] });
    await post(url, { MessageSid: "SM1", MessageStatus: "undelivered", ErrorCode: "30005" });
    expect((await texts())[0]).toMatchObject({ state: "failed", reason: "notDelivered" });
  });

  it("is believed from nobody but Twilio, and for its own shop", async () => {
    expect((await wrote("STOP", {})).status).toBe(200);
    await db.owner.query("delete from contact_consent");
    const fields = { MessageSid: "SM1", From: PHONE, Body: "STOP" };
    expect((await post(partnerUrl(db.shop.id), fields, "c".repeat(32))).status).toBe(401);
    expect((await post(partnerUrl(db.neighbour.id), fields)).status).toBe(401); // no account there
    expect((await post(`${env.SHOPIFY_APP_URL}/partner/made.up`, fields)).status).toBe(404);
    expect(await consents()).toEqual([]);
  });
});

it("the database holds the token as ciphertext, and the neighbour no account", async () => {
  const { rows } = await db.owner.query<{ row: string }>(
    "select to_json(a)::text as row from channel_account a",
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(TOKEN);
  expect(rows[0]?.row).not.toContain(NEIGHBOUR);
});
