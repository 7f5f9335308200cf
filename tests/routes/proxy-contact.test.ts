import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runInboxJob } from "#tests/factories/conversation";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { exportConversations, forgetConversations } from "~/features/inbox/privacy.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await db.close();
});
beforeEach(async () => {
  for (const table of ["fact", "message_photo", "message", "conversation", "rate_limit", "file"])
    await db.owner.query(`delete from ${table}`);
});

/** An order, and one of the same id in the neighbour's shop. */
async function order(over: Partial<ShopifyOrder> = {}): Promise<ShopifyOrder> {
  const given = await mirrored(db.shop, anOrder(over));
  await mirrored(db.neighbour, { ...given, email: "neighbour@example.com", customer: aCustomer() });
  return given;
}

const full = (orderId: string) => issuePass(db.shop, { orderId, level: "full" });
const form = (over: Record<string, string> = {}) => ({
  reason: "wrong",
  text: "It came broken",
  requestKey: newId(),
  ...over,
});
const conversations = async () =>
  (await db.owner.query(`select * from conversation where "shopId" = $1 order by number`, [db.shop.id])).rows;

const photo = () =>
  sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: "#3a6" } })
    .withExif({ IFD0: { Copyright: "A shopper's name" }, IFD3: { GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();

async function send(fields: Record<string, string>, photos: Uint8Array[]) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const bytes of photos) body.append("photos", new Blob([new Uint8Array(bytes)]), "photo.jpg");
  return fetch(site.url + shopperOn(site).sign("/contact"), { method: "POST", body });
}

describe("the contact form", () => {
  it("begins a conversation about the order that was picked, with its photos made smaller and anonymous", async () => {
    const mine = await order();
    const answer = await send(form({ t: full(mine.id), orderId: mine.id }), [await photo()]);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("ada.rowntree@example.com");
    const [one] = await conversations();
    expect(one).toMatchObject({
      orderId: mine.id,
      channel: "storefront",
      reason: "wrong",
      verified: true,
      subject: `Damaged or wrong item (${mine.name})`,
      state: "open",
    });
    expect(one.awaitingSince).not.toBeNull();
    const { rows } = await db.owner.query(
      `select f.bytes from message_photo p join file f on f.id = p."fileId"`,
    );
    expect(rows).toHaveLength(1);
    const kept = await sharp(rows[0].bytes).metadata();
    expect(kept).toMatchObject({ width: 1_600, height: 800 });
    expect(kept.exif).toBeUndefined();
  });

  it("binds nobody's typed address to an order, and marks it", async () => {
    const mine = await order();
    const fields = form({ email: " Somebody@Example.com ", orderId: "" });
    expect((await shopperOn(site).post("/contact", fields)).status).toBe(200);
    const status = issuePass(db.shop, { orderId: mine.id, level: "status" });
    const picked = form({ email: "x@example.com", orderId: mine.id, t: status });
    expect((await shopperOn(site).post("/contact", picked)).status).toBe(404);
    const all = await conversations();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      orderId: null,
      customerId: null,
      email: "somebody@example.com",
      verified: false,
      subject: "Damaged or wrong item",
    });
  });

  it("takes the account's own order and no other's, nor another shop's pass", async () => {
    const mine = await order();
    const theirs = await order({ email: "them@example.com", customer: aCustomer({ id: "777" }) });
    const signedIn = shopperOn(site, { customerId: mine.customer?.id ?? "" });
    expect((await signedIn.post("/contact", form({ orderId: mine.id }))).status).toBe(200);
    expect((await signedIn.post("/contact", form({ orderId: theirs.id }))).status).toBe(404);
    const next = shopperOn(site, { shop: NEIGHBOUR });
    expect((await next.post("/contact", form({ orderId: mine.id, t: full(mine.id) }))).status).toBe(404);
    expect(await conversations()).toHaveLength(1);
  });

  it("shows where the order is before it asks, offers the orders, and asks strangers for an address", async () => {
    const mine = await order();
    const page = await (await shopperOn(site).get(`/contact?t=${full(mine.id)}`)).text();
    expect(page).toContain("We are preparing your order");
    expect(page).toContain(`<option value="${mine.id}" selected="">`);
    expect(page).not.toContain('name="email"');
    const stranger = await (await shopperOn(site).get(`/contact?o=${mine.id}`)).text();
    expect(stranger).toContain('name="email"');
    expect(stranger).not.toContain(mine.name);
    expect(stranger).not.toContain("preparing");
    const hebrew = await (await shopperOn(site).get("/contact?locale=he")).text();
    expect(hebrew).toContain('dir="rtl"');
    expect(hebrew).toContain("איפה ההזמנה שלי?");
    for (const place of ["/?by=number", `/order?t=${full(mine.id)}`])
      expect(await (await shopperOn(site).get(place)).text()).toContain("/apps/aftercare/contact");
    const signedIn = shopperOn(site, { customerId: mine.customer?.id ?? "" });
    const history = await (await signedIn.get("/")).text();
    expect(history).toContain(mine.name);
    expect(history).toContain("/apps/aftercare/contact");
  });

  it("gives back what was typed, with what to mend", async () => {
    const empty = await shopperOn(site).post(
      "/contact",
      form({ reason: "", text: " ", email: "no address" }),
    );
    expect(empty.status).toBe(400);
    const page = await empty.text();
    for (const words of ["Choose what it is about", "Write your message first", "Enter the e-mail address"])
      expect(page).toContain(words);
    expect(page).toContain("no address");
    const long = await shopperOn(site).post(
      "/contact",
      form({ text: "x".repeat(10_001), email: "a@example.com" }),
    );
    expect(long.status).toBe(400);
    const broken = await send(form({ email: "a@example.com" }), [Buffer.from("<svg/>")]);
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain("This photo could not be read");
    const four = await send(form({ email: "a@example.com" }), Array(4).fill(await photo()));
    expect(four.status).toBe(400);
    expect(await conversations()).toHaveLength(0);
  });

  it("is one conversation however often it is sent", async () => {
    const sent = form({ email: "a@example.com" });
    await Promise.all(Array.from({ length: 5 }, () => shopperOn(site).post("/contact", sent)));
    expect(await conversations()).toHaveLength(1);
  });

  it("fifty forms in one person's name: three conversations, and one mail", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        const visitor = shopperOn(site, { from: `203.0.113.${at}` });
        return (await visitor.post("/contact", form({ email: "victim@example.com" }))).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(47);
    const { rows } = await db.owner.query(`select id from fact where kind = 'message.received'`);
    // at the same time, as several workers would
    await Promise.all(rows.map(({ id }) => runInboxJob(db.shop, "acknowledge", { factId: id })));
    const mails = await db.owner.query(`select id from message where direction = 'out'`);
    expect(mails.rows).toHaveLength(1);
  });

  it("is exported and erased with its photos", async () => {
    expect((await send(form({ email: "canary@example.com" }), [await photo()])).status).toBe(200);
    const person = { emailKey: "canary@example.com", orderIds: [] };
    const { photos } = await db.shop.transact((tx) => exportConversations(tx, person));
    expect((await sharp(Buffer.from(photos[0]?.jpegBase64 ?? "", "base64")).metadata()).format).toBe("jpeg");
    await db.shop.transact((tx) => forgetConversations(tx, person));
    expect(await conversations()).toHaveLength(0);
    expect((await db.owner.query("select 1 from file")).rows).toHaveLength(0);
  });
});
