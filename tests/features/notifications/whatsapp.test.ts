import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { type MetaStandIn, openMeta } from "#tests/setup/meta";
import { runAll, waitingJobs } from "#tests/setup/queue";
import type { Site } from "#tests/setup/site";
import { openTwilio } from "#tests/setup/twilio";
import { env } from "~/env.server";
import { changeTexts } from "~/features/notifications/change-texts.server";
import { changeWhatsApp, whatsAppScreen } from "~/features/notifications/change-whatsapp.server";
import { eraseConsents } from "~/features/notifications/text-store.server";
import { closeMail } from "~/platform/channels/email/send.server";
import { partnerUrl } from "~/platform/partner-pass.server";

// From an order to a message by WhatsApp and back: a real queue and mail server, and Meta on this machine.

let db: FreshDatabase;
let sink: MailSink;
let site: Site;
let meta: MetaStandIn;
const NUMBER_ID = "106540352242922";
const TOKEN = `EAAG${"x".repeat(60)}`;
const SECRET = "d".repeat(32);
const PHONE = "+447700900123";

beforeAll(async () => {
  db = await freshDatabase();
  sink = await openMailSink();
  env.SMTP_URL = sink.url; // read when the first mail goes out
  site = await (await import("#tests/setup/site")).openSite();
  meta = await openMeta(TOKEN, NUMBER_ID);
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
});
afterAll(async () => {
  closeMail();
  await Promise.all([meta.close(), site.close(), sink.close()]);
  await db.close();
});
beforeEach(async () => {
  for (const table of ["notification", "fact", "orders", "contact_consent", "channel_account"])
    await db.owner.query(`delete from ${table}`);
  await db.owner.query("delete from graphile_worker._private_jobs");
  Object.assign(meta, { sent: [], answers: [], hangUps: 0 });
  await account();
});

const template = {
  name: "order_news",
  languages: ["de", "en_GB"],
  parameters: ["order.name" as const, "customer.first_name" as const, "parcel.carrier" as const],
};
const account = (over: Partial<Parameters<typeof changeWhatsApp>[1]> = {}) =>
  changeWhatsApp(
    db.shop,
    {
      ...{ phoneNumberId: NUMBER_ID, token: TOKEN, appSecret: SECRET, enabled: true, onlyAgreed: false },
      templates: { orderCancelled: template },
      ...over,
    },
    "Maya",
  );
/** An order with this number, cancelled a moment later: that goes to phones, its confirmation does not. */
async function anOrderOf(phone: string | null, shop = db.shop, rounds = 20): Promise<void> {
  const [at, later] = [new Date(Date.now() - 9_000), new Date(Date.now() - 2_000)];
  const order = await mirrored(shop, anOrder({ phone, placedAt: at, updatedAt: at }));
  await runAll(db);
  await mirrored(shop, { ...order, cancelledAt: later, updatedAt: later });
  await runAll(db, undefined, rounds);
}
type Row = { id: string; channel: string; state: string; reason: string | null; trace: { did: string }[] };
const texts = async () =>
  (
    await db.owner.query<Row>(
      `select id, channel, state, reason, trace from notification where channel <> 'email' order by id`,
    )
  ).rows;
const consents = async () =>
  (await db.owner.query(`select "shopId", channel, address, transactional, marketing from contact_consent`))
    .rows;

/** Meta posts to us, signed with this secret. */
function post(
  value: object,
  { secret = SECRET, shop = db.shop, numberId = NUMBER_ID } = {},
): Promise<Response> {
  const metadata = { display_phone_number: "15550783881", phone_number_id: numberId };
  const change = { field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } };
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [change] }],
  });
  return fetch(site.url + new URL(partnerUrl(shop.id)).pathname, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    },
  });
}
const wrote = (body: string, over?: Parameters<typeof post>[1]) =>
  post({ messages: [{ from: PHONE.slice(1), id: "wamid.in", type: "text", text: { body } }] }, over);
const state = (status: string, over: object = {}) =>
  post({
    statuses: [
      {
        ...{ id: meta.sent[0]?.wamid, status, timestamp: "1763790000", recipient_id: PHONE.slice(1) },
        biz_opaque_callback_data: meta.sent[0]?.body.biz_opaque_callback_data,
        ...over,
      },
    ],
  });

describe("news by WhatsApp", () => {
  it("goes besides the mail, once, as the approved template in the reader's language", async () => {
    await anOrderOf("+44 7700 900123");
    await runAll(db);
    expect(meta.sent.map(({ body }) => body)).toEqual([
      {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: PHONE,
        type: "template",
        template: {
          name: "order_news",
          language: { code: "en_GB" },
          components: [
            {
              type: "body",
              parameters: [
                { type: "text", text: "#1001" },
                { type: "text", text: expect.stringMatching(/^\S+$/) },
                { type: "text", text: "–" },
              ],
            },
          ],
        },
        biz_opaque_callback_data: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect(await texts()).toMatchObject([{ channel: "whatsapp", state: "sent" }]);
  });

  it("does not go to who has not agreed, where that is wanted; START agrees", async () => {
    await account({ onlyAgreed: true });
    await anOrderOf(PHONE);
    expect(await texts()).toMatchObject([{ state: "suppressed", reason: "notAgreed" }]);
    await wrote("Start");
    await anOrderOf(PHONE);
    expect(meta.sent).toHaveLength(1);
  });

  it("goes in the place of a text message, not besides it; where it may not, the text message goes", async () => {
    const twilio = await openTwilio(`AC${"a".repeat(32)}:${"b".repeat(32)}`);
    try {
      const login = { accountSid: `AC${"a".repeat(32)}`, authToken: "b".repeat(32), from: "Fern" };
      const sms = { ...login, enabled: true, kinds: ["orderCancelled"], segmentPrice: null, currency: "GBP" };
      await changeTexts(db.shop, sms, "Maya");
      await anOrderOf(PHONE);
      await account({ onlyAgreed: true });
      await anOrderOf(PHONE);
      expect((await texts()).map(({ channel, state }) => [channel, state])).toEqual([
        ["whatsapp", "sent"],
        ["sms", "sent"],
      ]);
      expect([meta.sent.length, twilio.sent.length]).toEqual([1, 1]);
    } finally {
      await twilio.close();
    }
  });

  it("whose answer was lost is known by Meta's “sent”, and not sent again", async () => {
    meta.hangUps = 1;
    await anOrderOf(PHONE, db.shop, 5);
    expect(meta.sent).toHaveLength(1);
    expect(await texts()).toMatchObject([{ state: "queued", trace: [{ did: "tried", why: "noAnswer" }] }]);
    expect((await state("sent")).status).toBe(200);
    await runAll(db);
    expect(await waitingJobs(db)).toEqual([]);
    expect(meta.sent).toHaveLength(1);
    expect(await texts()).toMatchObject([{ state: "sent" }]);
  });

  it("of which nothing was heard for minutes is sent again", async () => {
    meta.hangUps = 1;
    await anOrderOf(PHONE, db.shop, 3);
    const longAgo = new Date(Date.now() - 180_000).toISOString();
    await db.owner.query(
      `update notification set trace = jsonb_set(trace, '{0,at}', to_jsonb($1::text)) where channel = 'whatsapp'`,
      [longAgo],
    );
    await runAll(db);
    expect(meta.sent).toHaveLength(2);
    expect(await texts()).toMatchObject([{ state: "sent" }]);
  });

  it("that Meta was too busy for is sent later", async () => {
    meta.answers = [{ status: 429, body: { error: { code: 130429 } } }];
    await anOrderOf(PHONE);
    expect(meta.sent).toHaveLength(1);
  });

  it.each([
    [404, 132001, "no such template"],
    [401, 190, "expired"],
    [400, 131026, "takes no WhatsApp"],
  ])("%d with code %d is given up, with the reason in words", async (status, code, reason) => {
    meta.answers = [{ status, body: { error: { code, message: `to ${PHONE}` } } }];
    await anOrderOf(PHONE);
    const [row] = await texts();
    expect(row).toMatchObject({ state: "failed", reason: expect.stringContaining(reason) });
    expect(row?.reason).not.toContain(PHONE);
    expect(await waitingJobs(db)).toEqual([]);
  });
});

describe("what comes back", () => {
  it("that it was sent, delivered and read is noted, once each, by our id or by Meta's", async () => {
    await anOrderOf(PHONE);
    for (const status of ["sent", "delivered", "delivered", "read"])
      expect((await state(status)).status).toBe(200);
    await state("read", { biz_opaque_callback_data: undefined });
    expect((await texts())[0]).toMatchObject({
      state: "sent",
      trace: [{ did: "delivered" }, { did: "read" }],
    });
    await state("failed", { biz_opaque_callback_data: undefined, errors: [{ code: 131042 }] });
    expect((await texts())[0]).toMatchObject({
      state: "failed",
      reason: "notDelivered",
      trace: [{}, {}, { did: "bounced", why: expect.stringContaining("pay") }],
    });
  });

  it("STOP ends WhatsApp, not text messages, and START brings back news of orders only", async () => {
    expect((await wrote("Stopp!")).status).toBe(200);
    expect(await consents()).toEqual([
      { shopId: SHOP, channel: "whatsapp", address: PHONE, transactional: "refused", marketing: "refused" },
    ]);
    await anOrderOf(PHONE);
    expect(meta.sent).toEqual([]);
    expect(await texts()).toMatchObject([{ state: "suppressed", reason: "optedOut" }]);
    await wrote("START");
    expect(await consents()).toMatchObject([{ transactional: "given", marketing: "refused" }]);
    expect(await db.shop.transact((tx) => eraseConsents(tx, ["+44 7700 900-123"]))).toBe(1);
  });

  it("is believed from nobody but Meta, of our number, and for its own shop", async () => {
    expect((await wrote("STOP", { secret: "e".repeat(32) })).status).toBe(401);
    expect((await wrote("STOP", { shop: db.neighbour })).status).toBe(401); // no account there
    expect((await wrote("STOP", { numberId: "999999999" })).status).toBe(200);
    expect(await consents()).toEqual([]);
  });

  it("a neighbour's message stays as it is, whatever id is given back", async () => {
    await anOrderOf(PHONE);
    const [mine] = await texts();
    await changeWhatsApp(
      db.neighbour,
      {
        ...{ phoneNumberId: NUMBER_ID, token: TOKEN, appSecret: SECRET, enabled: true, onlyAgreed: false },
        templates: {},
      },
      "Noa",
    );
    const failed = { id: meta.sent[0]?.wamid, status: "failed", biz_opaque_callback_data: mine?.id };
    expect((await post({ statuses: [failed] }, { shop: db.neighbour })).status).toBe(200);
    expect(await texts()).toMatchObject([{ state: "sent" }]);
  });

  it("the address is proven with the word of its own shop", async () => {
    const { verifyToken } = await db.shop.transact((tx) => whatsAppScreen(db.shop, tx));
    const ask = (word: string, shop = db.shop) => {
      const query = new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.verify_token": word,
        "hub.challenge": "1158201444",
      });
      return fetch(`${site.url}${new URL(partnerUrl(shop.id)).pathname}?${query}`);
    };
    const proven = await ask(verifyToken);
    expect([proven.status, await proven.text()]).toEqual([200, "1158201444"]);
    expect((await ask("x")).status).toBe(404);
    expect((await ask(verifyToken, db.neighbour)).status).toBe(404);
  });
});

it("what is typed is refused unless it makes an account; what is left empty stays, and secrets are ciphertext", async () => {
  expect(await account({ phoneNumberId: "twelve" })).toMatchObject({ ok: false });
  expect(await account({ token: "", appSecret: "", enabled: false })).toMatchObject({ ok: true });
  const screen = await db.shop.transact((tx) => whatsAppScreen(db.shop, tx));
  expect(screen).toMatchObject({ hasToken: true, hasSecret: true, enabled: false, phoneNumberId: NUMBER_ID });
  const { rows } = await db.owner.query<{ row: string }>(
    "select to_json(a)::text as row from channel_account a",
  );
  expect(rows[0]?.row).not.toContain(TOKEN);
  expect(rows[0]?.row).not.toContain(SECRET);
});
