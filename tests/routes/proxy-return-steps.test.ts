import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCustomer, anAddress } from "#tests/factories/order";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { codeDigits } from "~/features/orders/one-time-code";
import { insertAccount } from "~/features/returns/label-store.server";
import { forgetOldPhotos } from "~/features/returns/photos.server";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { insertVersion } from "~/features/returns/policy-store.server";
import { saveProfile } from "~/features/settings/store.server";
import { sealCredentials } from "~/platform/carriers/credentials.server";
import { issueGiftPass } from "~/platform/gift-pass.server";
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
beforeEach(async () => {
  await db.owner.query("delete from rate_limit");
  await publish({});
});

const publish = (policy: PolicyInput) =>
  db.shop.transact((tx) =>
    insertVersion(tx, ++version, policySchema.parse({ windowDays: 60, ...policy }), "Maya"),
  );
const order = (over: Partial<ShopifyOrder> = {}) => aReturnableOrderIn(db.shop, db.neighbour, over);
const full = (one: ShopifyOrder) => issuePass(db.shop, { orderId: one.id, level: "full" });
const lineOf = (one: ShopifyOrder, at = 0) => one.lines[at]?.id ?? "";
const returnsOf = async (one: ShopifyOrder) =>
  (
    await db.owner.query(`select * from "return" where "shopId" = $1 and "orderId" = $2 order by id`, [
      db.shop.id,
      one.id,
    ])
  ).rows;
const linesOf = async (returnId: string) =>
  (await db.owner.query(`select * from return_line where "returnId" = $1 order by outcome`, [returnId])).rows;

const base = (one: ShopifyOrder, over: Record<string, string> = {}) => ({
  t: full(one),
  o: one.id,
  requestKey: newId(),
  [`pick-${lineOf(one)}`]: "1",
  [`reason-${lineOf(one)}`]: "too-small",
  ...over,
});

/** Posts as a browser does when the form has files. */
async function upload(
  fields: Record<string, string>,
  files: { name: string; bytes: Uint8Array; as?: string }[],
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes, as = "photo.jpg" } of files)
    form.append(name, new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), as);
  return fetch(site.url + shopperOn(site).sign("/return"), {
    method: "POST",
    body: form,
    headers: { "x-forwarded-for": "203.0.113.7" },
    redirect: "manual",
  });
}

const jpeg = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: "#3a6" } })
    .withExif({ IFD0: { Copyright: "Ada Rowntree" }, IFD3: { GPSLatitude: "53/1 57/1 0/1" } })
    .jpeg()
    .toBuffer();

/** A PNG of a few hundred bytes that claims, and would decode to, so many pixels. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(Math.ceil(side / 8) + 1);
  const data = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

const photosOf = async () => (await db.owner.query("select * from return_photo")).rows;
const tokensIn = (page: string, line: string) =>
  new RegExp(`name="photos-${line}" value="([^"]*)"`).exec(page)?.[1]?.split(" ") ?? [];

describe("page by page", () => {
  it("asks only what the policy leaves open: two pages where everything is settled", async () => {
    const mine = await order();
    const shopper = shopperOn(site);
    const checked = await shopper.post("/return", base(mine, { step: "items", go: "next" }));
    const page = await checked.text();
    expect(checked.status).toBe(200);
    expect(page).toContain("Step 2 of 2");
    expect(page).toContain("Is everything right?");
    expect(page).toContain("£14.50");
    const fields = hiddenIn(page);
    expect(fields).toMatchObject({ [`outcome-${lineOf(mine)}`]: "refund", method: "address", step: "check" });
    const all = { ...fields, [`quantity-${lineOf(mine)}`]: "1", go: "confirm" };
    const sent = await shopper.post("/return", all);
    expect(sent.status).toBe(303);
    const again = await shopper.post("/return", all);
    expect(again.headers.get("location")).toBe(sent.headers.get("location"));
    const [kept] = await returnsOf(mine);
    expect(kept).toMatchObject({ method: "address", state: "requested", gift: false });
    expect(kept.quote).toMatchObject({ refund: "1450", total: "1450" });
    expect(kept.refundBy).toBeInstanceOf(Date);
  });

  it("keeps several things with their own reasons, wishes and answers, and comes back to any page", async () => {
    await publish({
      reasons: {
        "damaged-or-defective": {
          questions: [{ id: "worn", text: "Worn?", kind: "yesNo", refuse: ["yes"] }],
        },
      },
      outcomes: { refund: { on: true }, credit: { on: true, bonus: { kind: "percent", percent: 10 } } },
      methods: ["label", "own"],
    });
    const mine = await order();
    const [towel, mug] = [lineOf(mine), lineOf(mine, 1)];
    const shopper = shopperOn(site);
    const next = async (fields: Record<string, string>) => {
      const answer = await shopper.post("/return", fields);
      return { status: answer.status, page: await answer.text() };
    };
    const one = await next(
      base(mine, {
        [`pick-${mug}`]: "1",
        [`reason-${mug}`]: "damaged-or-defective",
        step: "items",
        go: "next",
      }),
    );
    expect(one.page).toContain("Worn?");
    const unanswered = await next({ ...hiddenIn(one.page), go: "next" });
    expect(unanswered.status).toBe(422);
    expect(unanswered.page).toContain("Answer every question");
    const two = await next({ ...hiddenIn(one.page), [`answer-${mug}-worn`]: "no", go: "next" });
    expect(two.page).toContain("You get £1.45 on top.");
    const undecided = await next({ ...hiddenIn(two.page), [`outcome-${towel}`]: "credit", go: "next" });
    expect(undecided.status).toBe(422);
    expect(undecided.page).toContain("Choose what you would like for each item");
    expect(undecided.page).toMatch(new RegExp(`id="outcome-${towel}-credit"[^>]*checked`));
    const three = await next({
      ...hiddenIn(two.page),
      [`outcome-${towel}`]: "credit",
      [`outcome-${mug}`]: "refund",
      method: "own",
      go: "next",
    });
    expect(three.page).toContain("Step 4 of 4");
    for (const amount of ["£18.00", "£15.95"]) expect(three.page).toContain(amount);
    const back = await next({ ...hiddenIn(three.page), go: "to-items" });
    expect(back.page).toMatch(new RegExp(`id="pick-${mug}"[^>]*checked`));
    const sent = await shopper.post("/return", { ...hiddenIn(three.page), go: "confirm" });
    expect(sent.status).toBe(303);
    const [kept] = await returnsOf(mine);
    expect(kept.method).toBe("own");
    expect(await linesOf(kept.id)).toMatchObject([
      { outcome: "credit", reason: "too-small", bonus: "145", answers: null },
      { outcome: "refund", reason: "damaged-or-defective", bonus: "0", answers: { worn: "no" } },
    ]);
  });

  it("says so when the answer does not let it back, and when an outcome was forged", async () => {
    await publish({
      reasons: {
        "too-small": { questions: [{ id: "worn", text: "Worn?", kind: "yesNo", refuse: ["yes"] }] },
      },
    });
    const mine = await order();
    const line = lineOf(mine);
    const shopper = shopperOn(site);
    const worn = await shopper.post(
      "/return",
      base(mine, { [`answer-${line}-worn`]: "yes", step: "check", go: "confirm" }),
    );
    expect(worn.status).toBe(422);
    expect(await worn.text()).toContain("With this answer the item cannot come back");
    const forged = await shopper.post(
      "/return",
      base(mine, {
        [`answer-${line}-worn`]: "no",
        [`outcome-${line}`]: "keep",
        method: "store",
        step: "check",
        go: "confirm",
      }),
    );
    expect(forged.status).toBe(303);
    const [kept] = await returnsOf(mine);
    expect(kept.method).toBe("address");
    expect(await linesOf(kept.id)).toMatchObject([{ outcome: "refund" }]);
  });
});

it("a return's page says how it travels: a code to show, an address, the way by label", async () => {
  await publish({ autoApprove: true, methods: ["label", "qr", "store", "own", "address"] });
  const account = { carrier: "shippo", name: "Shippo", position: 0 };
  const credentials = sealCredentials({ apiToken: "shippo_test_token" });
  await db.shop.transact((tx) => insertAccount(tx, { ...account, credentials }));
  const seen: Record<string, string> = {};
  for (const method of ["label", "qr", "store", "own", "address"]) {
    const mine = await order();
    const sent = await shopperOn(site).post("/return", base(mine, { method, step: "check", go: "confirm" }));
    expect(sent.status).toBe(303);
    const [kept] = await returnsOf(mine);
    expect(kept.method).toBe(method);
    seen[method] = await (await shopperOn(site).get(`/return?t=${full(mine)}&r=${kept.id}`)).text();
    expect(seen[method]).toContain("Cancel this return");
    expect(seen[method]).toContain("You have it by");
  }
  // Our own code is for our own counter; a carrier's is shown once the carrier has given it.
  expect(Object.keys(seen).filter((method) => seen[method]?.includes("<svg"))).toEqual(["store"]);
  expect(Object.keys(seen).filter((method) => seen[method]?.includes("12 Larkspur Lane"))).toEqual([
    "store",
    "own",
  ]);
  expect(seen.own).toContain("United Kingdom");
  expect(Object.keys(seen).filter((method) => seen[method]?.includes("Your return label"))).toEqual([
    "label",
    "qr",
    "address",
  ]);
});

describe("orders of every kind", () => {
  it("a bundle whose parts belong together", async () => {
    await publish({ bundles: "whole" });
    const mine = await order();
    await db.owner.query(`update order_line set "bundleId" = 'b1' where "orderId" = $1`, [mine.id]);
    const part = await shopperOn(site).post("/return", base(mine, { step: "items", go: "next" }));
    expect(part.status).toBe(422);
    expect(await part.text()).toContain("bought as a set");
  });

  it("one of which only a part was sent, and one that was edited", async () => {
    const sent = await order();
    await db.owner.query(`update fulfilment_line set quantity = 1 where "orderLineId" = $1`, [lineOf(sent)]);
    const two = { [`quantity-${lineOf(sent)}`]: "2", step: "items", go: "next" };
    const many = await shopperOn(site).post("/return", base(sent, two));
    expect(many.status).toBe(422);
    expect(await many.text()).toContain("At most 1 of this item");
    const edited = await order();
    await db.owner.query(`update order_line set "currentQuantity" = 1 where id = $1`, [lineOf(edited)]);
    const one = await shopperOn(site).post("/return", base(edited, { step: "items", go: "next" }));
    expect(await one.text()).toContain("£14.50");
    const both = { [`quantity-${lineOf(edited)}`]: "2", step: "items", go: "next" };
    expect((await shopperOn(site).post("/return", base(edited, both))).status).toBe(422);
  });
});

describe("returns of several orders", () => {
  it("are one request: one return an order, with one group", async () => {
    const email = `several-${newId()}@example.com`;
    const [mine, other] = [await order({ name: "#S1", email }), await order({ name: "#S2", email })];
    const stranger = await order({ name: "#S3", email: "somebody@example.com" });
    const shopper = shopperOn(site);
    const first = await (await shopper.get(`/return?t=${full(mine)}`)).text();
    expect(first).toContain("Add items from your other orders");
    const more = await shopper.post("/return", base(mine, { step: "items", go: "more" }));
    const page = await more.text();
    expect(page).toContain("Order #S2");
    expect(page).not.toContain("#S3");
    expect(page).toMatch(new RegExp(`id="pick-${lineOf(mine)}"[^>]*checked`));
    const both = {
      ...hiddenIn(page),
      ...base(mine),
      [`pick-${lineOf(other)}`]: "1",
      [`reason-${lineOf(other)}`]: "style",
      also: `${other.id} ${stranger.id}`,
      step: "check",
      go: "confirm",
    };
    const forged = await shopper.post("/return", {
      ...both,
      [`pick-${lineOf(stranger)}`]: "1",
      [`reason-${lineOf(stranger)}`]: "style",
    });
    expect(forged.status).toBe(404);
    expect(await returnsOf(stranger)).toEqual([]);
    const sent = await shopper.post("/return", both);
    expect(sent.status).toBe(200);
    expect(await sent.text()).toContain("Your returns");
    const [[one], [two]] = [await returnsOf(mine), await returnsOf(other)];
    expect(one.groupId).toBe(two.groupId);
    expect(one.groupId).not.toBeNull();
    const again = await shopper.post("/return", both);
    expect(again.status).toBe(200);
    expect(await returnsOf(other)).toHaveLength(1);
    const status = await (await shopper.get(`/return?t=${full(mine)}&r=${one.id}`)).text();
    expect(status).toContain(two.rma);
  });
});

describe("changing a request", () => {
  it("takes its place, until it is decided", async () => {
    const mine = await order();
    const id = await aReturn(db.shop, mine);
    const shopper = shopperOn(site);
    const page = await (await shopper.get(`/return?t=${full(mine)}&o=${mine.id}&instead=${id}`)).text();
    expect(page).toMatch(new RegExp(`id="pick-${lineOf(mine)}"[^>]*checked`));
    const fields = {
      ...hiddenIn(page),
      ...base(mine),
      instead: id,
      [`quantity-${lineOf(mine)}`]: "2",
      step: "check",
      go: "confirm",
    };
    const sent = await shopper.post("/return", fields);
    expect(sent.status).toBe(303);
    const [before, after] = await returnsOf(mine);
    expect([before.state, after.state]).toEqual(["cancelled", "requested"]);
    expect(await linesOf(after.id)).toMatchObject([{ quantity: 2 }]);
    const late = await shopper.post("/return", { ...fields, requestKey: newId() });
    expect(late.status).toBe(422);
    expect(await returnsOf(mine)).toHaveLength(2);
    const absent = await shopper.get(`/return?t=${full(mine)}&o=${mine.id}&instead=${newId()}`);
    expect(absent.status).toBe(404);
  });
});

describe("photos", () => {
  beforeEach(async () => {
    await db.owner.query("delete from return_photo");
    await publish({ reasons: { "too-small": { photos: 1 } } });
  });

  it("are cleaned, kept small, shown to whoever may, and become the return's", async () => {
    const mine = await order();
    const line = lineOf(mine);
    const fields = base(mine, { step: "details", go: "next" });
    const answer = await upload(fields, [{ name: `photo-${line}`, bytes: await jpeg(4_000, 3_000) }]);
    const page = await answer.text();
    expect(page).toContain("Is everything right?");
    const [token = ""] = tokensIn(page, line);
    const { rows } = await db.owner.query(`select f.* from file f join return_photo p on p."fileId" = f.id`);
    const seen = await sharp(rows[0].bytes).metadata();
    expect(seen).toMatchObject({ format: "jpeg", width: 1_600, height: 1_200 });
    expect([seen.exif, seen.xmp, seen.iptc, seen.icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(rows[0].bytes.includes("Rowntree")).toBe(false);
    const sent = await shopperOn(site).post("/return", { ...hiddenIn(page), go: "confirm" });
    expect(sent.status).toBe(303);
    const [kept] = await returnsOf(mine);
    const [keptLine] = await linesOf(kept.id);
    expect(await photosOf()).toMatchObject([{ returnId: kept.id, returnLineId: keptLine.id }]);
    const status = await (await shopperOn(site).get(`/return?t=${full(mine)}&r=${kept.id}`)).text();
    const [, link = ""] = /src="\/apps\/aftercare(\/photo\?f=[^"]+)"/.exec(status) ?? [];
    const shown = await shopperOn(site).get(link);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(shown.headers.get("x-content-type-options")).toContain("nosniff");
    expect((await shopperOn(site, { shop: NEIGHBOUR }).get(link)).status).toBe(404);
    // the same photo is nobody else's, of no other order, and with one return only
    const other = await order();
    const stolen = base(other, { [`photos-${lineOf(other)}`]: token, step: "check", go: "confirm" });
    expect((await shopperOn(site).post("/return", stolen)).status).toBe(422);
    const twice = base(mine, { [`photos-${line}`]: token, step: "check", go: "confirm" });
    expect((await shopperOn(site).post("/return", twice)).status).toBe(422);
  });

  it.each([
    ["an SVG", async () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), 422],
    ["a zip", async () => Buffer.from("PK\u0003\u0004 rest of a zip"), 422],
    ["an empty JPEG", async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 422],
    ["a bomb of 20,000 × 20,000 pixels", async () => bomb(20_000), 422],
    ["a PDF that says it is a JPEG", async () => Buffer.from("%PDF-1.7 …"), 422],
    ["13 MB", async () => Buffer.concat([await jpeg(), Buffer.alloc(13 * 1024 * 1024)]), 413],
    ["200 MB", async () => Buffer.concat([await jpeg(), Buffer.alloc(200 * 1024 * 1024)]), 413],
  ])("%s is refused, and everything else stays", async (_name, bytes, status) => {
    const mine = await order();
    const line = lineOf(mine);
    const fields = base(mine, { note: "Keep me", step: "details", go: "next" });
    const answer = await upload(fields, [{ name: `photo-${line}`, bytes: await bytes() }]);
    const page = await answer.text();
    expect(answer.status).toBe(status);
    expect(page).toMatch(/could not be read|larger than 12 MB/);
    expect(hiddenIn(page)).toMatchObject({ note: "Keep me", [`reason-${line}`]: "too-small" });
    expect(await photosOf()).toEqual([]);
  });

  it("200 MB that are no form are cut off", async () => {
    const mine = await order();
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1024 * 1024;
        if (read > 200 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const path = shopperOn(site).sign("/return");
    const declared = await fetch(site.url + path, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "x".repeat(10),
    });
    expect(declared.status).toBe(400);
    const answer = await fetch(site.url + path, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body,
      duplex: "half",
    } as RequestInit).catch(() => null);
    if (answer) expect([400, 413]).toContain(answer.status);
    expect(read).toBeLessThan(120 * 1024 * 1024);
    expect(await returnsOf(mine)).toEqual([]);
  });

  it("at most eight of a thing, and forty forms an hour", async () => {
    const mine = await order();
    const line = lineOf(mine);
    const small = await jpeg(40, 40);
    const nine = Array.from({ length: 9 }, () => ({ name: `photo-${line}`, bytes: small }));
    const answer = await upload(base(mine, { step: "details", go: "next" }), nine);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("At most 8 photos");
    expect(tokensIn(page, line)).toHaveLength(8);
    const dropped = await shopperOn(site).post("/return", { ...hiddenIn(page), go: `drop-${line}-0` });
    expect(tokensIn(await dropped.text(), line)).toHaveLength(7);
    await db.owner.query("update rate_limit set count = 40");
    const limited = await upload(base(mine, { step: "details", go: "next" }), nine.slice(0, 1));
    expect(limited.status).toBe(429);
    expect(await limited.text()).toContain("many photos");
  });

  it("nobody sends for an order that is not theirs", async () => {
    const mine = await order({ customer: aCustomer({ id: "7700" }) });
    const status = issuePass(db.shop, { orderId: mine.id, level: "status" });
    const fields = { ...base(mine, { step: "details", go: "next" }), t: status };
    expect((await upload(fields, [{ name: `photo-${lineOf(mine)}`, bytes: await jpeg() }])).status).toBe(403);
    expect(await photosOf()).toEqual([]);
  });

  it("that no return took are forgotten after a day", async () => {
    const mine = await order();
    const fields = base(mine, { step: "details", go: "next" });
    await upload(fields, [{ name: `photo-${lineOf(mine)}`, bytes: await jpeg() }]);
    await forgetOldPhotos(db.shop);
    expect(await photosOf()).toHaveLength(1);
    await db.owner.query(`update return_photo set "createdAt" = now() - interval '25 hours'`);
    await forgetOldPhotos(db.neighbour);
    expect(await photosOf()).toHaveLength(1);
    await forgetOldPhotos(db.shop);
    expect(await photosOf()).toEqual([]);
  });
});

/** The hidden fields of the page's form, as a browser sends them. */
function hiddenIn(page: string): Record<string, string> {
  const found = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
}

describe("a gift", () => {
  const credit: PolicyInput = { outcomes: { refund: { on: true }, credit: { on: true } } };
  const status = (one: ShopifyOrder) => issuePass(db.shop, { orderId: one.id, level: "status" });

  /** Proves an address as the mail would let its reader do, and answers the pass. */
  async function proven(one: ShopifyOrder, address: string): Promise<string> {
    const shopper = shopperOn(site);
    const asked = await shopper.post("/gift", { t: status(one), address });
    expect(await asked.text()).toContain("Code from the mail");
    const { rows } = await db.owner.query(
      `select id from one_time_code where "emailKey" = $1 order by "createdAt" desc limit 1`,
      [address],
    );
    const code = codeDigits(db.shop.id, rows[0].id);
    const entered = await shopper.post("/gift", { t: status(one), address, code });
    expect(entered.status).toBe(303);
    return new URL(entered.headers.get("location") ?? "", "http://x").searchParams.get("t") ?? "";
  }

  it("comes back for credit; who gave it sees and hears nothing", async () => {
    await publish(credit);
    const mine = await order({ name: "#G1" });
    const found = await (await shopperOn(site).get(`/order?t=${status(mine)}`)).text();
    expect(found).toContain("Was this a gift to you?");
    const t = await proven(mine, "noa.levi@example.com");
    const shopper = shopperOn(site);
    const items = await (await shopper.get(`/return?t=${t}`)).text();
    expect(items).not.toMatch(/Rowntree|Larkspur|£/);
    const checked = await (
      await shopper.post("/return", base(mine, { t, step: "items", go: "next" }))
    ).text();
    expect(checked).toContain("What it is worth");
    const fields = hiddenIn(checked);
    expect(fields[`outcome-${lineOf(mine)}`]).toBe("credit");
    const forged = { ...fields, [`outcome-${lineOf(mine)}`]: "refund", go: "confirm" };
    const sent = await shopper.post("/return", forged);
    expect(sent.status).toBe(303);
    const [kept] = await returnsOf(mine);
    expect(kept).toMatchObject({ gift: true, giftEmail: "noa.levi@example.com" });
    expect(await linesOf(kept.id)).toMatchObject([{ outcome: "credit" }]);
    const page = await shopper.get((sent.headers.get("location") ?? "").replace("/apps/aftercare", ""));
    expect(await page.text()).toContain(kept.rma);
    // the giver
    const giver = shopperOn(site);
    expect(await (await giver.get(`/return?t=${full(mine)}`)).text()).not.toContain(kept.rma);
    expect((await giver.get(`/return?t=${full(mine)}&r=${kept.id}`)).status).toBe(404);
    expect(
      (await giver.post("/return", { t: full(mine), o: mine.id, r: kept.id, intent: "cancel" })).status,
    ).toBe(404);
    // somebody else who was given part of the same order, and the link in the mail
    const other = await proven(mine, "somebody.else@example.com");
    expect((await giver.get(`/return?t=${other}&r=${kept.id}`)).status).toBe(404);
    const link = issueGiftPass(db.shop, { orderId: mine.id, returnId: kept.id });
    expect((await giver.get(`/return?t=${link}&r=${kept.id}`)).status).toBe(200);
    expect((await giver.get(`/return?t=${link}`)).status).toBe(404);
    expect((await shopperOn(site, { shop: NEIGHBOUR }).get(`/return?t=${link}&r=${kept.id}`)).status).toBe(
      404,
    );
  });

  it("needs an address of one's own, a right code, and a shop that takes gifts", async () => {
    await publish(credit);
    const mine = await order();
    const shopper = shopperOn(site);
    for (const address of ["ADA.rowntree@example.com", "no address", "a@b.c\r\nBcc: x@y.z", ""])
      expect((await shopper.post("/gift", { t: status(mine), address })).status).toBe(422);
    await shopper.post("/gift", { t: status(mine), address: "noa@example.com" });
    const wrong = await shopper.post("/gift", {
      t: status(mine),
      address: "noa@example.com",
      code: "000000",
    });
    expect(wrong.status).toBe(403);
    expect((await shopper.get("/gift?t=nothing")).status).toBe(404);
    await publish({});
    expect((await shopper.get(`/gift?t=${status(mine)}`)).status).toBe(422);
    expect(await (await shopper.get(`/order?t=${status(mine)}`)).text()).not.toContain("a gift to you");
  });
});
