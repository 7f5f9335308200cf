import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCustomer, anAddress } from "#tests/factories/order";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { approveReturn } from "~/features/returns/approve-return.server";
import { returnFact } from "~/features/returns/facts";
import { makeLabel } from "~/features/returns/make-label.server";
import { returnDetail } from "~/features/returns/queries.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveProfile, saveSettings } from "~/features/settings/store.server";
import { record } from "~/platform/queue/record.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
  await db.shop.transact((tx) =>
    saveProfile(tx, {
      shopifyId: "1",
      name: "Fern & Fable",
      email: "hello@fern-and-fable.example",
      currency: "GBP",
      timeZone: "Europe/London",
      locale: "en",
      storefrontUrl: "https://fern-and-fable.myshopify.com",
      scopes: [],
      address: anAddress(),
    }),
  );
});
afterAll(async () => {
  await site.close();
  await db.close();
});
beforeEach(() => settle({}));

const settle = (returns: Record<string, unknown>) =>
  db.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({ returns })));
const order = (over: Partial<ShopifyOrder> = {}) => aReturnableOrderIn(db.shop, db.neighbour, over);
const full = (one: ShopifyOrder) => issuePass(db.shop, { orderId: one.id, level: "full" });
const form = (one: ShopifyOrder, over: Record<string, string> = {}) => {
  const line = one.lines[0]?.id ?? "";
  return {
    t: full(one),
    o: one.id,
    requestKey: newId(),
    [`pick-${line}`]: "1",
    [`quantity-${line}`]: "1",
    [`reason-${line}`]: "too-small",
    note: "",
    step: "check",
    go: "confirm",
    ...over,
  };
};
const returnsOf = async (one: ShopifyOrder) =>
  (await db.owner.query(`select * from "return" where "orderId" = $1`, [one.id])).rows;

describe("asking for a return", () => {
  it("offers what may come back, and says kindly why the rest may not", async () => {
    const mine = await order();
    const [towel, mug] = mine.lines;
    await db.owner.query(`update order_line set "productTags" = '{final-sale}' where id = $1`, [mug?.id]);
    const page = await (await shopperOn(site).get(`/return?t=${full(mine)}`)).text();
    expect(page).toContain(`name="pick-${towel?.id}"`);
    expect(page).not.toContain(`name="pick-${mug?.id}"`);
    expect(page).toContain("This was sold as final sale, so it cannot be returned.");
    expect(page).toMatch(/Can be returned until \d+ \w+ 20\d\d|Can be returned until \w+ \d+, 20\d\d/);
  });

  it("leads to the return, which says what happens next", async () => {
    const mine = await order();
    const shopper = shopperOn(site);
    const sent = await shopper.post("/return", form(mine, { note: "Runs {{ shop }} <b>small</b>" }));
    expect(sent.status).toBe(303);
    const place = sent.headers.get("location") ?? "";
    expect(place).toMatch(/^\/apps\/aftercare\/return\?/);
    const page = await (await shopper.get(place.replace("/apps/aftercare", ""))).text();
    const [kept] = await returnsOf(mine);
    expect(page).toContain(`Return ${kept.rma}`);
    expect(page).toContain("We are looking at your request");
    expect(page).toContain("Runs &#123;&#123; shop &#125;&#125; &lt;b&gt;small&lt;/b&gt;");
    expect(page).toContain("Cancel this return");
  });

  it("sent twenty times at once is one return", async () => {
    const mine = await order();
    // all there is of it: whoever comes second finds nothing left
    const fields = form(mine, { [`quantity-${mine.lines[0]?.id}`]: "2" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shopperOn(site).post("/return", fields)),
    );
    expect(answers.map((one) => one.status)).toEqual(Array(20).fill(303));
    expect(
      new Set(
        answers.map((one) => new URL(one.headers.get("location") ?? "", "http://x").searchParams.get("r")),
      ).size,
    ).toBe(1);
    expect(await returnsOf(mine)).toHaveLength(1);
  });

  it("says what to mend, and keeps what was chosen", async () => {
    const mine = await order();
    const line = mine.lines[0]?.id ?? "";
    const shopper = shopperOn(site);
    const none = await shopper.post("/return", { t: full(mine), o: mine.id, requestKey: newId() });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("Choose at least one item");
    const noReason = await shopper.post("/return", form(mine, { [`reason-${line}`]: "", note: "Keep me" }));
    const page = await noReason.text();
    expect(noReason.status).toBe(400);
    expect(page).toContain("Choose a reason for each item");
    expect(page).toContain("Keep me");
    expect(page).toMatch(new RegExp(`name="pick-${line}"[^>]*checked|checked[^>]*name="pick-${line}"`));
    const many = await shopper.post("/return", form(mine, { [`quantity-${line}`]: "99" }));
    expect(many.status).toBe(422);
    expect(await many.text()).toContain("At most 2 of this item can be returned");
    expect(await returnsOf(mine)).toEqual([]);
  });

  it.each([
    ["another order's line", { "pick-999": "1", "reason-999": "style" }, 404],
    ["a hostile line", { "pick-1' or 1=1": "1" }, 400],
    ["no key", { requestKey: "" }, 400],
    ["a quantity of NaN", (line: string) => ({ [`quantity-${line}`]: "1e9999" }), 400],
    ["less than none", (line: string) => ({ [`quantity-${line}`]: "-1" }), 400],
  ])("%s is refused", async (_name, over, status) => {
    const mine = await order();
    const fields = typeof over === "function" ? over(mine.lines[0]?.id ?? "") : over;
    const answer = await shopperOn(site).post("/return", form(mine, fields));
    expect(answer.status).toBe(status);
    expect(await returnsOf(mine)).toEqual([]);
  });
});

describe("who may return", () => {
  it("the signed-in customer their own, without a pass", async () => {
    const mine = await order({ customer: aCustomer({ id: "7001" }) });
    const shopper = shopperOn(site, { customerId: "7001" });
    expect((await shopper.get(`/return?o=${mine.id}`)).status).toBe(200);
    const stranger = shopperOn(site, { customerId: "7002" });
    expect((await stranger.get(`/return?o=${mine.id}`)).status).toBe(404);
    expect((await stranger.post("/return", { ...form(mine), t: "" })).status).toBe(404);
  });

  it("not a link that only shows where the order is", async () => {
    const mine = await order();
    const status = issuePass(db.shop, { orderId: mine.id, level: "status" });
    const page = await shopperOn(site).get(`/return?t=${status}`);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain("First we make sure it is you");
    expect((await shopperOn(site).post("/return", form(mine, { t: status }))).status).toBe(403);
    expect(await returnsOf(mine)).toEqual([]);
  });

  it("not guests, where the shop wants its shoppers signed in", async () => {
    await settle({ guests: false });
    const mine = await order({ customer: aCustomer({ id: "7010" }) });
    const guest = await shopperOn(site).get(`/return?t=${full(mine)}`);
    expect(guest.status).toBe(403);
    expect(await guest.text()).toContain("Please sign in to return something");
    expect((await shopperOn(site).post("/return", form(mine))).status).toBe(403);
    const signedIn = shopperOn(site, { customerId: "7010" });
    expect((await signedIn.get(`/return?o=${mine.id}`)).status).toBe(200);
  });

  it("nobody with another shop's pass, or in another shop", async () => {
    const mine = await order();
    const theirs = issuePass(db.neighbour, { orderId: mine.id, level: "full" });
    const wrong = await shopperOn(site).get(`/return?t=${theirs}`);
    const absent = await shopperOn(site).get(`/return?t=${full({ ...mine, id: "404" })}`);
    const elsewhere = await shopperOn(site, { shop: NEIGHBOUR }).get(`/return?t=${full(mine)}`);
    expect([wrong.status, absent.status, elsewhere.status]).toEqual([404, 404, 404]);
    expect(await wrong.text()).toBe(await absent.text());
  });
});

describe("a return's page", () => {
  it("is its order's only: another's is as absent", async () => {
    const [mine, other] = [await order(), await order()];
    const id = await aReturn(db.shop, other);
    const shopper = shopperOn(site);
    for (const r of [id, newId(), "x", "' or 1=1"]) {
      const answer = await shopper.get(`/return?t=${full(mine)}&r=${encodeURIComponent(r)}`);
      expect(answer.status).toBe(404);
      const cancel = await shopper.post("/return", { t: full(mine), o: mine.id, r, intent: "cancel" });
      expect(cancel.status).toBe(404);
    }
    expect(await db.shop.transact((tx) => returnDetail(tx, id))).toMatchObject({ state: "requested" });
  });

  it("is taken back until the carrier has the parcel", async () => {
    const mine = await order();
    const id = await aReturn(db.shop, mine);
    const cancel = () =>
      shopperOn(site).post("/return", { t: full(mine), o: mine.id, r: id, intent: "cancel" });
    expect((await cancel()).status).toBe(303);
    expect((await returnsOf(mine))[0].state).toBe("cancelled");
    const other = await aReturn(db.shop, mine);
    await approveReturn(db.shop, other, { kind: "system" });
    await db.shop.transact((tx) =>
      record(tx, returnFact("return.scanned", { id: other, orderId: mine.id }, { kind: "system" })),
    );
    const late = await shopperOn(site).post("/return", {
      t: full(mine),
      o: mine.id,
      r: other,
      intent: "cancel",
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("can no longer be cancelled here");
  });

  it("gives the label in three sizes, to whoever holds the link, and nobody else", async () => {
    const mine = await order({ locale: "he" });
    const id = await aReturn(db.shop, mine);
    await approveReturn(db.shop, id, { kind: "system" });
    await makeLabel(db.shop, id);
    const shopper = shopperOn(site);
    const page = await (await shopper.get(`/return?t=${full(mine)}&r=${id}`)).text();
    expect(page).toContain('dir="rtl"');
    expect(page).toContain("תווית ההחזרה שלכם");
    const links = [...page.matchAll(/href="\/apps\/aftercare(\/label\?f=[^"]+)"/g)].map(
      ([, link]) => link ?? "",
    );
    expect(links).toHaveLength(3);
    for (const link of links) {
      const pdf = await shopper.get(link);
      expect(pdf.headers.get("content-type")).toBe("application/pdf");
      expect(pdf.headers.get("x-content-type-options")).toContain("nosniff");
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
      expect((await shopperOn(site, { shop: NEIGHBOUR }).get(link)).status).toBe(404);
      expect((await shopper.get(`${link}x`)).status).toBe(404);
    }
    const file = (await db.owner.query("select id from file limit 1")).rows[0].id;
    expect((await shopper.get(`/label?f=${file}`)).status).toBe(404);
    expect((await shopper.get("/label")).status).toBe(404);
  });
});
