import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { insertVersion } from "~/features/returns/policy-store.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let site: Site;
let version = 0;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
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
const order = (over: Partial<ShopifyOrder> = {}) => aReturnableOrderIn(db.shop, db.neighbour, over);
const pass = (one: ShopifyOrder) => issuePass(db.shop, { orderId: one.id, level: "full" });
const lineOf = (one: ShopifyOrder, at = 0) => one.lines[at]?.id ?? "";
const base = (one: ShopifyOrder, more: Record<string, string> = {}) => ({
  ...{ t: pass(one), o: one.id, requestKey: newId(), note: "Keep me" },
  [`pick-${lineOf(one)}`]: "1",
  [`quantity-${lineOf(one)}`]: "2",
  [`reason-${lineOf(one)}`]: "too-small",
  ...more,
});
const post = async (fields: Record<string, string>) => {
  const answer = await shopperOn(site).post("/return", fields);
  return { status: answer.status, page: await answer.text(), to: answer.headers.get("location") ?? "" };
};
const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
const returnsOf = async (one: ShopifyOrder) =>
  (
    await db.owner.query(`select * from "return" where "orderId" = $1 and "shopId" = $2 order by id`, [
      one.id,
      db.shop.id,
    ])
  ).rows;
const photosOf = async (returnId: string) =>
  (await db.owner.query(`select * from return_photo where "returnId" = $1 order by id`, [returnId])).rows;

describe("what changes while a form is filled in", () => {
  it("a window that closed meanwhile is said with its day, and what was typed stays", async () => {
    const mine = await order();
    const check = await post(base(mine, { step: "items", go: "next" }));
    expect(check.status).toBe(200);
    await db.owner.query(
      `update fulfilment set "deliveredAt" = now() - interval '62 days', "shippedAt" = now() - interval '63 days'
       where "orderId" = $1`,
      [mine.id],
    );
    await db.owner.query(`update orders set "placedAt" = now() - interval '64 days' where id = $1`, [
      mine.id,
    ]);
    const late = await post({ ...hiddenIn(check.page), go: "confirm" });
    expect(late.status).toBe(422);
    expect(late.page).toMatch(/The return period ended on \d|The return period ended on \w+ \d/);
    expect(await returnsOf(mine)).toEqual([]);
  });

  it("of many requests for the same units at once one is made, and the others are told kindly", async () => {
    const mine = await order();
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => post(base(mine, { step: "check", go: "confirm" }))),
    );
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(1);
    const others = sent.filter(({ status }) => status !== 303);
    expect(others.map(({ status }) => status)).toEqual(Array(5).fill(422));
    for (const { page } of others) {
      expect(page).toContain("All of it has been returned already, or is in a return.");
      expect(page).toContain("Please check your return");
      expect(page).toContain("Keep me");
    }
    expect(await returnsOf(mine)).toHaveLength(1);
  });

  it("what was refunded in Shopify meanwhile does not come back a second time", async () => {
    const mine = await order();
    await db.owner.query(`update order_line set "currentQuantity" = 1 where id = $1`, [lineOf(mine)]);
    const both = await post(base(mine, { step: "items", go: "next" }));
    expect(both.status).toBe(422);
    expect(both.page).toContain("At most 1 of this item");
    expect(both.page).toContain("Keep me");
    const parts = {
      [`quantity-${lineOf(mine)}`]: "1",
      [`pick-${lineOf(mine)}_2`]: "1",
      [`quantity-${lineOf(mine)}_2`]: "1",
      [`reason-${lineOf(mine)}_2`]: "style",
    };
    const split = await post(base(mine, { ...parts, step: "check", go: "confirm" }));
    expect(split.status).toBe(422);
    expect(split.page).toContain("At most 1 of this item");
    expect(await returnsOf(mine)).toEqual([]);
  });

  it.each([
    ["a row that is none", "_1"],
    ["a row beyond all", "_99"],
    ["a hostile row", "_2' or 1=1"],
  ])("%s is refused", async (_name, row) => {
    const mine = await order();
    const forged = await post(
      base(mine, { [`pick-${lineOf(mine)}${row}`]: "1", step: "check", go: "confirm" }),
    );
    expect(forged.status).toBe(400);
    expect(await returnsOf(mine)).toEqual([]);
  });
});

describe("a request that is changed", () => {
  it("keeps its photos with the parts they were taken for, and gives up those that are taken out", async () => {
    await publish({ reasons: { "damaged-or-defective": { photos: 1 } }, methods: ["label"] });
    const mine = await order();
    const line = lineOf(mine);
    const fields = base(mine, {
      [`quantity-${line}`]: "1",
      [`pick-${line}_2`]: "1",
      [`quantity-${line}_2`]: "1",
      [`reason-${line}_2`]: "damaged-or-defective",
      step: "details",
      go: "next",
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const background of ["#3a6", "#a36"]) {
      const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .jpeg()
        .toBuffer();
      form.append(`photo-${line}_2`, new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), "photo.jpg");
    }
    const shown = await fetch(site.url + shopperOn(site).sign("/return"), { method: "POST", body: form });
    const check = await shown.text();
    expect(check).toContain("Is everything right?");
    expect((await post({ ...hiddenIn(check), go: "confirm" })).status).toBe(303);
    const [before] = await returnsOf(mine);
    const had = await photosOf(before.id);
    expect(had).toHaveLength(2);

    const opened = await shopperOn(site).get(`/return?t=${pass(mine)}&o=${mine.id}&instead=${before.id}`);
    const again: Record<string, string> = {
      ...hiddenIn(await opened.text()),
      ...fields,
      instead: before.id,
      requestKey: newId(),
    };
    expect(again[`photos-${line}_2`]?.split(" ")).toHaveLength(2);
    expect(again[`photos-${line}`]).toBeUndefined();
    const dropped = await post({ ...again, step: "details", go: `drop-${line}_2-0` });
    const kept = { ...hiddenIn(dropped.page), [`quantity-${line}_2`]: "1" };
    expect(kept[`photos-${line}_2`]?.split(" ")).toHaveLength(1);
    expect((await post({ ...kept, step: "check", go: "confirm" })).status).toBe(303);
    const [old, now] = await returnsOf(mine);
    expect([old.state, now.state]).toEqual(["cancelled", "requested"]);
    const has = await photosOf(now.id);
    expect(has.map((photo) => photo.fileId)).toEqual([had[1].fileId]);
    const { rows } = await db.owner.query(`select reason from return_line where id = $1`, [
      has[0].returnLineId,
    ]);
    expect(rows).toEqual([{ reason: "damaged-or-defective" }]);
    expect(await photosOf(old.id)).toEqual([]);
    // a photo that was given up belongs to nobody, and goes within a day
    const { rows: free } = await db.owner.query(`select "fileId" from return_photo where "returnId" is null`);
    expect(free).toEqual([{ fileId: had[0].fileId }]);
  });
});
