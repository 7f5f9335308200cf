import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCustomer } from "#tests/factories/order";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { mintCustomerToken } from "#tests/store/oauth/session-token";
import { env } from "~/env.server";
import type { AccountPage } from "~/features/returns/account-view";
import { policySchema } from "~/features/returns/policy-schema";
import { insertVersion } from "~/features/returns/policy-store.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
  const policy = policySchema.parse({
    windowDays: 60,
    autoApprove: true,
    reasons: { "damaged-or-defective": { photos: 1 } },
    outcomes: { refund: { on: true }, credit: { on: true } },
  });
  await db.shop.transact((tx) => insertVersion(tx, 1, policy, "Maya"));
});
afterAll(async () => {
  await site.close();
  await db.close();
});

const app = { apiKey: env.SHOPIFY_API_KEY, apiSecret: env.SHOPIFY_API_SECRET };
const bearer = (customerId: string) => ({
  authorization: `Bearer ${mintCustomerToken({ ...app, shop: SHOP, customerId: `gid://shopify/Customer/${customerId}` })}`,
});
async function ask(customerId: string, body: object) {
  const answer = await fetch(`${site.url}/account/return`, {
    method: "POST",
    headers: { ...bearer(customerId), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { page: AccountPage; made?: { page: string }[]; refused?: string };
  return { status: answer.status, ...said };
}
const order = (customerId: string, over: Partial<ShopifyOrder> = {}) =>
  aReturnableOrderIn(db.shop, db.neighbour, { customer: aCustomer({ id: customerId }), ...over });
const line = (id: string, over: object = {}) => ({
  orderLineId: id,
  quantity: 1,
  reason: "damaged-or-defective",
  answers: {},
  photos: [],
  outcome: null,
  variantId: null,
  search: "",
  ...over,
});

describe("a return in the customer's account", () => {
  it("goes page by page with the same refusals, and is the same return when sent twice", async () => {
    const mine = await order("9001");
    const id = mine.lines[0]?.id ?? "";
    const first = await ask("9001", { orderId: mine.id, locale: "de", draft: null });
    expect(first.status).toBe(200);
    expect(first.page).toMatchObject({ step: "items", auto: true, draft: { lines: [] } });
    expect(first.page.reasons.map((one) => one.label)).toContain("Zu klein");
    const draft = { ...first.page.draft, lines: [line(id, { quantity: 9 })] };
    const many = await ask("9001", { orderId: mine.id, draft, from: "items", to: "next" });
    expect(many.status).toBe(422);
    expect(many.page.problems).toEqual([
      { fieldId: `quantity-${id}`, message: "At most 2 of this item can be returned" },
    ]);
    const asked = { ...draft, lines: [line(id)] };
    const details = await ask("9001", { orderId: mine.id, draft: asked, from: "items", to: "next" });
    expect(details.page.step).toBe("details");

    const form = new FormData();
    const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    form.append(`photo-${id}`, new Blob([new Uint8Array(photo)]), "x.png");
    const upload = (customerId: string) =>
      fetch(`${site.url}/account/photos?order=${mine.id}`, {
        method: "POST",
        headers: bearer(customerId),
        body: form,
      });
    expect((await upload("9002")).status).toBe(404);
    const taken = (await (await upload("9001")).json()) as { photos: { line: string; tokens: string[] }[] };
    const photos = taken.photos[0]?.tokens ?? [];
    expect(photos).toHaveLength(1);

    const whole = { ...asked, method: "label", lines: [line(id, { photos, outcome: "credit" })] };
    const checked = await ask("9001", { orderId: mine.id, draft: whole, from: "how", to: "next" });
    expect(checked.page.step).toBe("check");
    expect(checked.page.quotes[0]?.rows.at(-1)).toMatchObject({ amount: "£14.50", sum: true });
    const [sent, again] = await Promise.all(
      [1, 2].map(() => ask("9001", { orderId: mine.id, draft: whole, from: "check", to: "send" })),
    );
    expect(sent?.made).toHaveLength(1);
    expect(again?.made).toEqual(sent?.made);
    const { rows } = await db.owner.query(`select * from "return" where "orderId" = $1`, [mine.id]);
    expect(rows).toMatchObject([{ state: "approved", shopId: SHOP }]);
  });

  it("is of one's own orders only", async () => {
    const mine = await order("9010");
    const theirs = await order("9011");
    const absent = await ask("9010", { orderId: "404", draft: null });
    const other = await ask("9010", { orderId: theirs.id, draft: null });
    expect([other.status, other.refused]).toEqual([absent.status, absent.refused]);
    expect(other.status).toBe(404);
    const begun = await ask("9010", { orderId: mine.id, draft: null });
    const smuggled = {
      ...begun.page.draft,
      alsoOrders: [theirs.id],
      lines: [line(theirs.lines[0]?.id ?? "", { reason: "style" })],
    };
    const refused = await ask("9010", { orderId: mine.id, draft: smuggled, from: "check", to: "send" });
    expect(refused.status).toBe(404);
    expect(refused.page.problems).toHaveLength(1);
  });

  it.each([
    ["nonsense", { orderId: "x" }],
    [
      "a hostile line",
      { orderId: "1", draft: { requestKey: "k", alsoOrders: [], lines: [{}], method: null, note: "" } },
    ],
    ["an unknown page", { orderId: "1", draft: null, to: "everything" }],
  ])("%s is refused", async (_name, body) => {
    expect(await ask("9001", body)).toMatchObject({ status: 400, refused: "input.invalid" });
  });

  it("needs a signed-in customer, and answers a browser's question", async () => {
    for (const path of ["/account/return", "/account/photos?order=1"]) {
      expect((await fetch(site.url + path, { method: "POST", body: "{}" })).status).toBe(401);
      const asked = await fetch(site.url + path, { method: "OPTIONS" });
      expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    }
  });
});
