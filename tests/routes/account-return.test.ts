import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCustomer } from "#tests/factories/order";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { mintCustomerToken } from "#tests/store/oauth/session-token";
import { env } from "~/env.server";
import type { AccountStatus } from "~/features/returns/account-status";
import type { AccountPage } from "~/features/returns/account-view";
import { MOST_QUOTES } from "~/features/returns/may-quote.server";
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
  const said = (await answer.json()) as {
    page: AccountPage;
    quotes: AccountPage["quotes"];
    made?: { id: string }[];
    refused?: string;
  };
  return { status: answer.status, ...said };
}
async function see(customerId: string, body: object) {
  const answer = await fetch(`${site.url}/account/returns`, {
    method: "POST",
    headers: { ...bearer(customerId), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { status?: AccountStatus; refused?: string };
  return { code: answer.status, said: said.status, refused: said.refused };
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
    expect(first.page).toMatchObject({ step: "items", draft: { lines: [] }, returns: [] });
    expect(first.page.says.onwards).toBe("Weiter");
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

  it("quotes what is chosen so far, and lets units of one line come back for different reasons", async () => {
    const mine = await order("9020");
    const id = mine.lines[0]?.id ?? "";
    const begun = await ask("9020", { orderId: mine.id, draft: null });
    const one = { ...begun.page.draft, lines: [line(id, { reason: "style", outcome: "refund" })] };
    const quoted = await ask("9020", { orderId: mine.id, draft: one, from: "how", to: "quote" });
    const two = { ...one, lines: [line(id, { reason: "style", outcome: "refund", quantity: 2 })] };
    const more = await ask("9020", { orderId: mine.id, draft: two, from: "how", to: "quote" });
    const amounts = [quoted, more].map(({ quotes }) => quotes[0]?.rows.at(-1)?.amount);
    expect(amounts).toEqual(["£14.50", "£29.00"]);
    await db.owner.query(`update rate_limit set count = $1 where "shopId" = $2`, [MOST_QUOTES, SHOP]);
    const late = await ask("9020", { orderId: mine.id, draft: two, from: "how", to: "quote" });
    expect([late.status, late.quotes]).toEqual([429, []]);
    const parted = await ask("9020", { orderId: mine.id, draft: one, from: "items", to: "split", row: id });
    expect(parted.page.draft.lines.map(({ part = 1 }) => part)).toEqual([1, 2]);
    expect(Object.keys(parted.page.asks)).toEqual([id, `${id}_2`]);
    const { draft } = parted.page;
    const whole = await ask("9020", {
      orderId: mine.id,
      draft,
      from: "items",
      to: "unsplit",
      row: `${id}_2`,
    });
    expect(whole.page.draft.lines).toHaveLength(1);
  });

  it("shows where a return is, changes it, takes it back, and does so for its customer only", async () => {
    await db.shop.transact((tx) =>
      insertVersion(tx, 2, policySchema.parse({ windowDays: 60, autoApprove: false }), "Maya"),
    );
    const mine = await order("9030");
    const theirs = await order("9031");
    const id = mine.lines[0]?.id ?? "";
    const begun = await ask("9030", { orderId: mine.id, draft: null });
    const draft = {
      ...begun.page.draft,
      method: "label",
      lines: [line(id, { reason: "style", outcome: "refund" })],
    };
    const sent = await ask("9030", { orderId: mine.id, draft, from: "check", to: "send" });
    const returnId = sent.made?.[0]?.id ?? "";
    const status = await see("9030", { orderId: mine.id, returnId, locale: "de-AT" });
    expect(status.said).toMatchObject({ tone: "info", cancel: { text: "Diese Rücksendung stornieren" } });
    expect(status.said?.add?.as).toBe("change");
    for (const refused of [
      await see("9031", { orderId: mine.id, returnId }),
      await see("9031", { orderId: theirs.id, returnId, do: "cancel" }),
      await see("9030", { orderId: mine.id, returnId: crypto.randomUUID() }),
    ])
      expect([refused.code, refused.refused]).toEqual([404, "returns.notFound"]);

    const foreign = await ask("9031", { orderId: theirs.id, draft: null, returnId });
    expect(foreign.status).toBe(404);
    const change = await ask("9030", { orderId: mine.id, draft: null, returnId });
    expect(change.page.draft).toMatchObject({ instead: returnId, lines: [{ orderLineId: id, quantity: 1 }] });
    const added = {
      ...change.page.draft,
      lines: change.page.draft.lines.map((one) => ({ ...one, quantity: 2 })),
    };
    const again = await ask("9030", { orderId: mine.id, draft: added, from: "check", to: "send" });
    const newId = again.made?.[0]?.id ?? "";
    expect((await see("9030", { orderId: mine.id, returnId })).said?.cancel).toBeNull();

    const cancelled = await see("9030", { orderId: mine.id, returnId: newId, do: "cancel" });
    expect(cancelled.said).toMatchObject({ cancel: null, steps: [], add: null });
    await db.owner.query(`update "return" set state = 'received' where id = $1`, [newId]);
    const late = await see("9030", { orderId: mine.id, returnId: newId, do: "cancel" });
    expect([late.code, late.said?.tooLate]).toEqual([409, expect.any(String)]);
  });

  it("puts more on an approved return", async () => {
    await db.shop.transact((tx) =>
      insertVersion(tx, 3, policySchema.parse({ windowDays: 60, autoApprove: true }), "Maya"),
    );
    const mine = await order("9040");
    const id = mine.lines[0]?.id ?? "";
    const begun = await ask("9040", { orderId: mine.id, draft: null });
    const lines = [line(id, { reason: "style", outcome: "refund" })];
    const draft = { ...begun.page.draft, method: "label", lines };
    const sent = await ask("9040", { orderId: mine.id, draft, from: "check", to: "send" });
    const returnId = sent.made?.[0]?.id ?? "";
    expect((await see("9040", { orderId: mine.id, returnId })).said?.add).toMatchObject({ as: "add" });
    const more = await ask("9040", { orderId: mine.id, draft: null, returnId, as: "add" });
    expect(more.page.draft).toMatchObject({ addTo: returnId, instead: null, method: "address", lines: [] });
    const added = { ...more.page.draft, lines };
    const again = await ask("9040", { orderId: mine.id, draft: added, from: "check", to: "send" });
    expect(again.made).toHaveLength(1);
    const { rows } = await db.owner.query<{ units: number }>(
      `select sum(l.quantity)::int as units from return_line l join "return" r on r.id = l."returnId"
       where r."orderId" = $1 and r.state <> 'cancelled'`,
      [mine.id],
    );
    expect(rows).toEqual([{ units: 2 }]);
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
    for (const path of ["/account/return", "/account/returns", "/account/photos?order=1"]) {
      expect((await fetch(site.url + path, { method: "POST", body: "{}" })).status).toBe(401);
      const asked = await fetch(site.url + path, { method: "OPTIONS" });
      expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    }
  });
});
