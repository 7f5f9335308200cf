import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anAddress } from "#tests/factories/order";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { MOST_QUOTES } from "~/features/returns/may-quote.server";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { insertVersion } from "~/features/returns/policy-store.server";
import { saveProfile } from "~/features/settings/store.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let site: Site;
let version = 0;
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
beforeEach(() => publish({}));

const publish = (policy: PolicyInput) =>
  db.shop.transact((tx) =>
    insertVersion(tx, ++version, policySchema.parse({ windowDays: 60, ...policy }), "Maya"),
  );
/** Two towels for 29.00 and a mug for 18.00, as the factory has them. */
const order = (over: Partial<ShopifyOrder> = {}) => aReturnableOrderIn(db.shop, db.neighbour, over);
const pass = (one: ShopifyOrder) => issuePass(db.shop, { orderId: one.id, level: "full" });
const lineOf = (one: ShopifyOrder, at = 0) => one.lines[at]?.id ?? "";
const post = async (fields: Record<string, string>) => {
  const answer = await shopperOn(site).post("/return", fields);
  return { status: answer.status, type: answer.headers.get("content-type"), page: await answer.text() };
};
const base = (one: ShopifyOrder, more: Record<string, string> = {}) => ({
  ...{ t: pass(one), o: one.id, requestKey: newId() },
  [`pick-${lineOf(one)}`]: "1",
  [`quantity-${lineOf(one)}`]: "2",
  [`reason-${lineOf(one)}`]: "too-small",
  ...more,
});
const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
/** The amounts a quote shows, in their order. */
const amountsIn = (html: string) => {
  const [, table = ""] = /<table class="aftercare-amounts">(.*?)<\/table>/s.exec(html) ?? [];
  return [...table.matchAll(/[−-]?[£€]\d+\.\d\d/g)].map(([amount]) => amount);
};
const returnsOf = async (one: ShopifyOrder) =>
  (
    await db.owner.query(`select * from "return" where "orderId" = $1 and "shopId" = $2`, [
      one.id,
      db.shop.id,
    ])
  ).rows;
const linesOf = async (returnId: string) =>
  (await db.owner.query(`select * from return_line where "returnId" = $1 order by id`, [returnId])).rows;

describe("the quote while choosing", () => {
  it("is on every page that asks something, for the script and the button alike", async () => {
    await publish({ outcomes: { refund: { on: true }, credit: { on: true } }, methods: ["label", "own"] });
    const mine = await order();
    const empty = await (await shopperOn(site).get(`/return?t=${pass(mine)}`)).text();
    expect(empty).toContain("Tick what comes back");
    expect(empty).toMatch(/<script defer="" src="[^"]+\/storefront-quote\.js">/);
    const fields = base(mine, { step: "items" });
    const button = await post({ ...fields, go: "stay" });
    const script = await post({ ...fields, go: "quote" });
    expect(script).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
    expect(script.page).toMatch(/^<h2 class="aftercare-quote-title"/);
    expect(button.page).toContain(script.page);
    expect(amountsIn(script.page)).toEqual(["£29.00", "£29.00"]);
    const how = await post({ ...fields, go: "next" });
    expect(how.page).toContain("data-aftercare-requote");
    const credit = await post({ ...hiddenIn(how.page), [`outcome-${lineOf(mine)}`]: "credit", go: "quote" });
    expect(credit.page).toContain("Store credit");
  });

  it("leaves out what cannot be reckoned, and says nothing of what is not theirs", async () => {
    const [mine, other] = [await order(), await order({ email: "somebody@example.com" })];
    const many = await post(base(mine, { [`quantity-${lineOf(mine)}`]: "3", step: "items", go: "quote" }));
    expect(amountsIn(many.page)).toEqual([]);
    expect(many.page).toContain("once everything is chosen");
    const forged = base(mine, { [`pick-${lineOf(other)}`]: "1", step: "items", go: "quote" });
    expect(amountsIn((await post(forged)).page)).toEqual(["£29.00", "£29.00"]);
    expect((await post({ ...base(mine), t: "forged", go: "quote" })).status).toBe(404);
    const neighbour = shopperOn(site, { shop: NEIGHBOUR });
    expect((await neighbour.post("/return", base(mine, { go: "quote" }))).status).toBe(404);
    expect(await returnsOf(mine)).toEqual([]);
  });

  it("is left out beyond so many in ten minutes, and everything else goes on", async () => {
    const [mine, other] = [await order(), await order()];
    const from = "203.0.113.99";
    const here = shopperOn(site, { from });
    const fields = base(mine, { step: "items" });
    const first = await here.post("/return", { ...fields, go: "quote" });
    expect(first.status).toBe(200);
    // all but one of them at once
    await db.owner.query(`update rate_limit set count = $1 where count = 1 and "windowStart" > $2`, [
      MOST_QUOTES - 1,
      new Date(db.shop.now().getTime() - 60_000),
    ]);
    expect((await here.post("/return", { ...fields, go: "quote" })).status).toBe(200);
    const late = await here.post("/return", { ...fields, go: "quote" });
    const said = await late.text();
    expect(late.status).toBe(429);
    expect(said).toMatch(/^<h2 class="aftercare-quote-title"/);
    expect(said).toContain("once everything is chosen");
    expect(amountsIn(said)).toEqual([]);
    const page = await here.get(`/return?t=${pass(mine)}`);
    expect(page.status).toBe(200);
    const check = await here.post("/return", { ...fields, go: "next" });
    expect(check.status).toBe(200);
    expect(amountsIn(await check.text())).toEqual(["£29.00", "£29.00"]);
    const elsewhere = await shopperOn(site, { from: "203.0.113.98" }).post("/return", {
      ...base(other, { step: "items" }),
      go: "quote",
    });
    expect(elsewhere.status).toBe(200);
  });

  const KINDS: [string, PolicyInput, Record<string, string>, string[]][] = [
    ["a refund", {}, {}, ["£29.00"]],
    [
      "fees, percent and flat",
      {
        restockingFee: { kind: "percent", percent: 10 },
        returnFee: { kind: "flat", flat: 350 },
      },
      {},
      ["£29.00", "-£2.90", "-£3.50", "£22.60"],
    ],
    [
      "credit with a bonus",
      { outcomes: { credit: { on: true, bonus: { kind: "percent", percent: 10 } } } },
      { outcome: "credit" },
      ["£29.00", "£2.90", "£31.90"],
    ],
    [
      "a fee that is waived for the reason",
      { restockingFee: { kind: "percent", percent: 10, waivedReasons: ["too-small"] } },
      {},
      ["£29.00"],
    ],
    [
      "postage for the label only",
      { shipping: { paidBy: "shopper", flat: 400 }, methods: ["label", "own"] },
      { method: "own" },
      ["£29.00"],
    ],
  ];

  it.each(KINDS)("is what is promised: %s", async (_name, policy, chosen, shown) => {
    await publish(policy);
    const mine = await order();
    const { outcome, method } = chosen;
    const fields = base(mine, {
      ...(outcome ? { [`outcome-${lineOf(mine)}`]: outcome } : {}),
      ...(method ? { method } : {}),
      step: "how",
    });
    const live = await post({ ...fields, go: "quote" });
    const amounts = amountsIn(live.page);
    for (const amount of shown) expect(amounts.map((one) => one.replace("−", "-"))).toContain(amount);
    const check = await post({ ...fields, go: "next" });
    expect(amountsIn(check.page)).toEqual(amounts);
    const sent = await shopperOn(site).post("/return", { ...hiddenIn(check.page), go: "confirm" });
    expect(sent.status).toBe(303);
    const [kept] = await returnsOf(mine);
    const status = await (await shopperOn(site).get(`/return?t=${pass(mine)}&r=${kept.id}`)).text();
    expect(amountsIn(status)).toEqual(amounts);
  });
});

describe("units of one line for different reasons", () => {
  const TWO: PolicyInput = { outcomes: { refund: { on: true }, credit: { on: true } }, methods: ["label"] };

  it("are split by a button, wished for apart, quoted together, kept apart and changed apart", async () => {
    await publish(TWO);
    const mine = await order();
    const line = lineOf(mine);
    const parted = await post(base(mine, { step: "items", go: `split-${line}` }));
    expect(parted.status).toBe(200);
    expect(parted.page).toContain(`id="reason-${line}_2"`);
    expect(parted.page).toMatch(new RegExp(`id="quantity-${line}".*?<option value="1" selected`, "s"));
    const rows = {
      ...hiddenIn(parted.page),
      ...base(mine, { [`quantity-${line}`]: "1", [`quantity-${line}_2`]: "1" }),
    };
    const unsaid = await post({ ...rows, go: "next" });
    expect(unsaid.status).toBe(400);
    expect(unsaid.page).toContain(`href="#reason-${line}_2"`);
    const items = { ...rows, [`reason-${line}_2`]: "damaged-or-defective" };
    const many = await post({ ...items, [`quantity-${line}_2`]: "2", go: "next" });
    expect(many.status).toBe(422);
    expect(many.page).toContain("At most 2 of this item");
    const how = await post({ ...items, go: "next" });
    const wishes = { [`outcome-${line}`]: "credit", [`outcome-${line}_2`]: "refund" };
    const check = await post({ ...hiddenIn(how.page), ...wishes, go: "next" });
    expect(amountsIn(check.page)).toEqual(["£29.00", "£14.50", "£14.50"]);
    const sent = await shopperOn(site).post("/return", { ...hiddenIn(check.page), go: "confirm" });
    expect(sent.status).toBe(303);
    const [kept] = await returnsOf(mine);
    expect(await linesOf(kept.id)).toMatchObject([
      { orderLineId: line, quantity: 1, reason: "too-small", outcome: "credit" },
      { orderLineId: line, quantity: 1, reason: "damaged-or-defective", outcome: "refund" },
    ]);
    expect(kept.quote).toMatchObject({ credit: "1450", refund: "1450" });
    // all of it is taken, and opening it again shows both parts
    const full = await post(base(mine, { [`quantity-${line}`]: "1", step: "items", go: "next" }));
    expect(full.status).toBe(422);
    const again = await shopperOn(site).get(`/return?t=${pass(mine)}&o=${mine.id}&instead=${kept.id}`);
    const page = await again.text();
    expect(page).toContain(`id="reason-${line}_2"`);
    const joined = await post({ ...hiddenIn(page), step: "items", go: `unsplit-${line}_2` });
    expect(joined.page).not.toContain(`id="reason-${line}_2"`);
  });

  it("do not make worth little what together is not: a thing is kept by the worth of all of it", async () => {
    await publish({
      outcomes: { refund: { on: true }, keep: { on: true, under: 1500 } },
      methods: ["label"],
    });
    const mine = await order();
    const line = lineOf(mine);
    const one = await post(base(mine, { [`quantity-${line}`]: "1", step: "items", go: "next" }));
    expect(one.page).toContain("Refund without sending it back");
    const two = {
      ...base(mine, { [`quantity-${line}`]: "1", [`pick-${line}_2`]: "1", [`quantity-${line}_2`]: "1" }),
      [`reason-${line}_2`]: "style",
    };
    const both = await post({ ...two, step: "items", go: "next" });
    expect(both.page).not.toContain("Refund without sending it back");
  });
});

describe("putting more on a return", () => {
  it("shows what comes back for all of it before it is sent, and promises just that", async () => {
    await publish({ autoApprove: true, methods: ["label"], returnFee: { kind: "flat", flat: 300 } });
    const mine = await order();
    const [towel, mug] = [lineOf(mine), lineOf(mine, 1)];
    const sent = await shopperOn(site).post(
      "/return",
      base(mine, { [`quantity-${towel}`]: "1", step: "check", go: "confirm" }),
    );
    expect(sent.status).toBe(303);
    const [one] = await returnsOf(mine);
    const status = await (await shopperOn(site).get(`/return?t=${pass(mine)}&r=${one.id}`)).text();
    expect(status).toContain("Add items to this return");
    const form = await shopperOn(site).get(`/return?t=${pass(mine)}&o=${mine.id}&add=${one.id}`);
    const hidden = hiddenIn(await form.text());
    expect(hidden).toMatchObject({ addTo: one.id });
    const chosen = { ...hidden, [`pick-${mug}`]: "1", [`reason-${mug}`]: "style" };
    const check = await post({ ...chosen, go: "next" });
    expect(amountsIn(check.page)).toEqual(["£32.50", "-£3.00", "£29.50"]);
    const confirm = { ...hiddenIn(check.page), go: "confirm" };
    const added = await shopperOn(site).post("/return", confirm);
    expect(added.status).toBe(303);
    expect(added.headers.get("location")).toContain(`r=${one.id}`);
    const twice = await shopperOn(site).post("/return", confirm);
    expect(twice.headers.get("location")).toBe(added.headers.get("location"));
    const now = await returnsOf(mine);
    expect(now).toHaveLength(1);
    expect(now[0]).toMatchObject({ id: one.id, rma: one.rma, quote: { refund: "2950", returnFee: "300" } });
    expect(await linesOf(one.id)).toHaveLength(2);
    const other = await order();
    const strange = await shopperOn(site).get(`/return?t=${pass(other)}&o=${other.id}&add=${one.id}`);
    expect(strange.status).toBe(404);
  });
});
