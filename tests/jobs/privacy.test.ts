import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { aCustomer, anAddress, anOrder, aParcel, mirrored } from "#tests/factories/order";
import { OF_NOBODY, OF_ORDERS, OF_THE_INBOX } from "#tests/factories/personal-tables";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { searchDatabase } from "#tests/setup/search-database";
import { type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { runTask } from "~/doors/job.server";
import { privacyTask } from "~/jobs/privacy.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";

/** Words that are nobody's but this person's; each must be gone everywhere. */
const CANARIES = [
  "Zephyrine",
  "Quillfeather",
  "zephyrine@canary.example",
  "+44 7700 900987",
  "13 Canary Wharfside",
  "QQ9 9ZZ",
  "TRACKCANARY",
  "Canarytown",
  "canarywords",
];
const [FIRST, LAST, EMAIL, PHONE, STREET, ZIP, TRACK, TOWN, WORDS] = CANARIES as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const CUSTOMER = "7654321000001";
const ORDER = "6543210000001";

let db: FreshDatabase;
let office: TokenOffice;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
});
afterAll(async () => {
  office.restore();
  await db.close();
});

const person = (over: Partial<ShopifyOrder> = {}) => {
  const address = anAddress({ name: `${FIRST} ${LAST}`, line1: STREET, zip: ZIP, phone: PHONE });
  const order = anOrder({
    id: ORDER,
    email: EMAIL,
    phone: PHONE,
    note: WORDS,
    tags: [WORDS],
    statusUrl: `https://shop.example/orders/${WORDS}`,
    shippingAddress: address,
    billingAddress: address,
    customer: aCustomer({
      id: CUSTOMER,
      email: EMAIL,
      firstName: FIRST,
      lastName: LAST,
      phone: PHONE,
      tags: [WORDS],
    }),
    ...over,
  });
  const parcel = aParcel(order.lines, {
    id: "5550001",
    tracking: [{ carrier: "Royal Mail", number: TRACK, url: `https://track.example/${TRACK}` }],
    events: [
      {
        id: "5560001",
        status: "in_transit",
        message: `Left ${TOWN}`,
        city: TOWN,
        country: "GB",
        happenedAt: new Date("2026-11-04T08:00:00Z"),
      },
    ],
  });
  parcel.lines = parcel.lines.map((line, at) => ({ ...line, id: String(5_570_001 + at) }));
  return {
    ...order,
    full: { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments: [parcel] },
  };
};

/** Everything a shop may come to hold of one person, and one order of somebody else's. */
async function fill(shop: Shop) {
  const order = await mirrored(shop, person());
  await mirrored(shop, anOrder({ id: "6543210000002", name: "#1002", email: "bo@other.example" }));
  await aConversation(shop, { order, text: `${WORDS}, said ${FIRST}` });
  const line = order.full?.fulfilments[0]?.lines[0];
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys({ shopId: "", ...row });
    return db.owner.query(
      `insert into "${table}" (${columns.map((name) => `"${name}"`)}) values (${columns.map((_, at) => `$${at + 1}`)})`,
      Object.values({ shopId: shop.id, ...row }),
    );
  };
  const now = new Date();
  const raw = Buffer.from(`From: ${EMAIL}\r\nSubject: ${WORDS}\r\n\r\n${FIRST} ${LAST}`);
  await insert("inbound_mail", {
    id: "mail-1",
    sender: EMAIL,
    recipient: "x@reply.example",
    raw,
    receivedAt: now,
  });
  for (const id of ["a4", "letter", "thermal"])
    await insert("file", {
      id,
      name: `${id}.pdf`,
      contentType: "application/pdf",
      size: 1,
      bytes: raw,
      createdAt: now,
    });
  await insert("return", {
    id: "return-1",
    rma: "RMA-1",
    orderId: order.id,
    requestKey: "key-1",
    state: "labelled",
    source: "shopper",
    note: WORDS,
    decision: {},
    declineNote: WORDS,
    giftEmail: EMAIL,
    currency: "GBP",
    requestedAt: now,
    updatedAt: now,
  });
  await insert("return_line", {
    id: "return-line-1",
    returnId: "return-1",
    orderLineId: line?.orderLineId,
    fulfilmentLineId: line?.id,
    quantity: 1,
    reason: "unwanted",
    note: WORDS,
    answers: JSON.stringify({ why: WORDS }),
    rejectReason: WORDS,
  });
  await insert("return_label", {
    id: "label-1",
    returnId: "return-1",
    a4FileId: "a4",
    letterFileId: "letter",
    thermalFileId: "thermal",
    trackingNumber: TRACK,
    trackingUrl: `https://track.example/${TRACK}`,
    createdAt: now,
  });
  await beside(insert, now);
  // A gift of somebody else's that they sent back: it is theirs, and the giver reads nothing of it.
  await insert("return", {
    ...{ id: "return-2", rma: "RMA-2", orderId: "6543210000002", requestKey: "key-2", state: "requested" },
    ...{ source: "shopper", note: WORDS, decision: {}, currency: "GBP", requestedAt: now, updatedAt: now },
    ...{ gift: true, giftEmail: EMAIL },
  });
  await insert("return_note", {
    ...{ id: "n-2", returnId: "return-2", text: WORDS, staffId: "1", actorName: "Maya", at: now },
  });
  for (const state of ["sent", "queued"])
    await insert("notification", {
      id: `notification-${state}`,
      key: `orderShipped:${state}`,
      kind: "orderShipped",
      orderId: order.id,
      recipient: EMAIL,
      locale: "en",
      state,
      createdAt: now,
    });
  await insert("lookup", {
    id: "lookup-1",
    at: now,
    visitor: "v",
    typed: "#1001",
    outcome: "found",
    orderId: order.id,
  });
  await insert("lookup", { id: "lookup-2", at: now, visitor: "v", typed: EMAIL, outcome: "notFound" });
  await insert("one_time_code", {
    id: newId(),
    emailKey: EMAIL,
    orderId: order.id,
    codeHash: "h",
    createdAt: now,
    expiresAt: now,
  });
  const bodies: [string, string, string][] = [
    ["orders/create", "done", JSON.stringify({ id: Number(ORDER), email: EMAIL, note: WORDS })],
    ["carts/update", "unknown", JSON.stringify({ token: "x", email: EMAIL.toUpperCase(), note: WORDS })],
    ["orders/updated", "parked", `{"email":"${EMAIL}","note":"${WORDS}`],
    ["customers/update", "received", JSON.stringify({ id: Number(CUSTOMER), first_name: FIRST })],
    ["fulfillments/create", "done", JSON.stringify({ order_id: Number(ORDER), tracking_number: TRACK })],
    ["orders/create", "done", JSON.stringify({ id: 65_432_100_000_011, email: "bo@other.example" })],
  ];
  for (const [at, [topic, state, body]] of bodies.entries())
    await insert("webhook_delivery", {
      id: `event-${at}/${topic}/digest`,
      topic,
      webhookId: `w-${at}`,
      body: deflateRawSync(Buffer.from(body)),
      state,
    });
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>;

/** What is kept beside a return, by people and carriers. */
async function beside(insert: Insert, now: Date) {
  const at = { returnId: "return-1", at: now };
  const url = `https://track.example/${TRACK}`;
  await insert("return_note", { id: "n", ...at, text: WORDS, staffId: "1", actorName: "Maya" });
  await insert("stray_item", { id: "s", ...at, kind: "wrong", title: "A mug", quantity: 1, note: WORDS });
  await insert("refund_approval", {
    ...{
      id: "a",
      returnId: "return-1",
      amount: 100,
      askedBy: "1",
      askedName: "Maya",
      askedAt: now,
      note: WORDS,
    },
  });
  await insert("label_purchase", {
    ...{
      id: "l",
      returnId: "return-1",
      key: "l",
      carrier: "postnl",
      state: "failed",
      externalId: "9",
      createdAt: now,
    },
    ...{ trackingNumber: TRACK, trackingUrl: url, reason: `${STREET} is not known` },
  });
  const bytes = Buffer.from(`a photo with ${LAST} on it`);
  await insert("file", {
    id: "photo",
    name: "p.jpg",
    contentType: "image/jpeg",
    size: 1,
    bytes,
    createdAt: now,
  });
  await insert("return_photo", {
    ...{
      id: "p",
      returnId: "return-1",
      returnLineId: "return-line-1",
      fileId: "photo",
      kind: "request",
      createdAt: now,
    },
  });
}

/** Every row of a shop, so that "nothing else changed" can be said of it. */
async function snapshot(shopId: string, tables: string[]): Promise<string> {
  const all: unknown[] = [];
  for (const table of tables) {
    const { rows } = await db.owner.query(`select * from "${table}" where "shopId" = $1 order by id`, [
      shopId,
    ]);
    all.push([table, rows]);
  }
  return JSON.stringify(all, (_key, value) => (typeof value === "bigint" ? String(value) : value));
}

const shopTables = async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shopId'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map((row) => row.name);
};

const run = (shop: Shop, topic: string, body: Record<string, unknown>) =>
  runTask(privacyTask, { shopId: shop.id, topic, body: { shop_domain: shop.id, ...body } }, "1");

const redact = (shop: Shop) =>
  run(shop, "redact_customer", {
    customer: { id: Number(CUSTOMER), email: EMAIL, phone: PHONE },
    orders_to_redact: [Number(ORDER)],
  });

const hitsOf = async (shopId: string) =>
  (await searchDatabase(db.owner, CANARIES)).filter((hit) => hit.shopId === shopId || hit.shopId === null);

beforeEach(async () => {
  for (const table of await shopTables()) await db.owner.query(`truncate "${table}" cascade`);
  await db.owner.query("truncate session");
  await db.owner.query(`update shop set "uninstalledAt" = null`);
  await db.owner.query(
    `insert into shop (id, "installedAt") values ($1, '2020-01-01'), ($2, '2020-01-01') on conflict do nothing`,
    [SHOP, NEIGHBOUR],
  );
  await db.owner.query("delete from graphile_worker._private_jobs");
  await fill(db.shop);
  await fill(db.neighbour);
});

describe("customers/redact", () => {
  test("of every table somebody has decided whether it may hold something of a person", async () => {
    const decided = [...new Set([...OF_ORDERS, ...OF_THE_INBOX, ...OF_NOBODY])];
    expect(decided.sort()).toEqual((await shopTables()).sort());
  });

  test("the search finds the canaries before, in every kind of table", async () => {
    const tables = new Set((await hitsOf(SHOP)).map((hit) => hit.table));
    expect([...tables].sort()).toEqual(OF_ORDERS);
  });

  test("no canary is left anywhere, and the neighbour's are untouched", async () => {
    const tables = await shopTables();
    const before = await snapshot(NEIGHBOUR, tables);
    await redact(db.shop);
    expect(await hitsOf(SHOP)).toEqual([]);
    expect(await snapshot(NEIGHBOUR, tables)).toBe(before);
  });

  test("numbers and amounts stay for the books, other people's orders as they were", async () => {
    await redact(db.shop);
    const { rows } = await db.owner.query(
      `select id, name, total, email, "customerId" from orders where "shopId" = $1 order by id`,
      [SHOP],
    );
    expect(rows).toEqual([
      { id: ORDER, name: "#1001", total: "5095", email: null, customerId: CUSTOMER },
      expect.objectContaining({ id: "6543210000002", email: "bo@other.example" }),
    ]);
    const left = await db.owner.query(`select id from webhook_delivery where "shopId" = $1 and body <> '' `, [
      SHOP,
    ]);
    expect(left.rows).toEqual([{ id: "event-5/orders/create/digest" }]);
  });

  test("a message that waited is not sent, and a webhook that waited is not read", async () => {
    await redact(db.shop);
    const mail = await db.owner.query(
      `select state, reason from notification where "shopId" = $1 and id = $2`,
      [SHOP, "notification-queued"],
    );
    expect(mail.rows).toEqual([{ state: "dropped", reason: "redacted" }]);
    const waiting = await db.owner.query(
      `select 1 from webhook_delivery where "shopId" = $1 and state in ('received', 'parked')`,
      [SHOP],
    );
    expect(waiting.rows).toEqual([]);
  });

  test("the receipt counts what was erased; a repeat changes nothing", async () => {
    await redact(db.shop);
    const receipts = () =>
      db.owner.query(`select topic, receipt from privacy_request where "shopId" = $1`, [SHOP]);
    const { rows } = await receipts();
    expect(rows).toEqual([
      {
        topic: "redact_customer",
        receipt: expect.objectContaining({
          customerId: CUSTOMER,
          counts: expect.objectContaining({
            webhooks: 5,
            conversations: 1,
            messages: 1,
            mails: 1,
            returns: 2,
            files: 4,
            notifications: 2,
            customers: 1,
            orders: 1,
            lookups: 2,
            codes: 1,
          }),
        }),
      },
    ]);
    const tables = (await shopTables()).filter((name) => name !== "privacy_request");
    const before = await snapshot(SHOP, tables);
    await redact(db.shop);
    expect(await snapshot(SHOP, tables)).toBe(before);
    expect(await hitsOf(SHOP)).toEqual([]);
  });

  test("a late message of Shopify's does not bring the person back", async () => {
    await redact(db.shop);
    await mirrored(
      db.shop,
      person({ updatedAt: new Date("2026-12-24T12:00:00Z"), financialStatus: "refunded" }),
    );
    expect(await hitsOf(SHOP)).toEqual([]);
    const { rows } = await db.owner.query(
      `select "financialStatus" from orders where "shopId" = $1 and id = $2`,
      [SHOP, ORDER],
    );
    expect(rows).toEqual([{ financialStatus: "refunded" }]);
  });

  test("what was gathered for the person before goes, too", async () => {
    await run(db.shop, "data_request", {
      customer: { id: CUSTOMER, email: EMAIL },
      orders_requested: [ORDER],
    });
    await redact(db.shop);
    expect(await hitsOf(SHOP)).toEqual([]);
  });

  test("a request that names another shop does nothing", async () => {
    await run(db.shop, "redact_customer", { shop_domain: NEIGHBOUR, customer: { email: EMAIL } });
    expect((await hitsOf(SHOP)).length).toBeGreaterThan(10);
  });
});

describe("customers/data_request", () => {
  test("gathers what is held of the person, of nobody else, once", async () => {
    const ask = () =>
      run(db.shop, "data_request", {
        customer: { id: Number(CUSTOMER), email: EMAIL, phone: PHONE },
        orders_requested: [Number(ORDER)],
        data_request: { id: 9 },
      });
    await ask();
    await ask();
    const { rows } = await db.owner.query(`select receipt from privacy_request where "shopId" = $1`, [SHOP]);
    expect(rows).toHaveLength(1);
    const files = rows[0].receipt.files as { id: string; name: string }[];
    expect(files.map((file) => file.name)).toEqual([
      `shopper-${CUSTOMER}.json`,
      "mail-1.eml",
      "return-photo-1-p.jpg",
    ]);
    const all = await db.owner.query(
      `select bytes from file where "shopId" = $1 and id = any($2) order by name desc`,
      [SHOP, files.map((file) => file.id)],
    );
    const said = all.rows.map((row) => row.bytes.toString("utf8")).join("\n");
    for (const canary of CANARIES) expect(said, canary).toContain(canary);
    expect(said).not.toContain("bo@other.example");
    expect(said).not.toContain(NEIGHBOUR);
  });
});

test("a giver's data holds nothing of what became of their gift", async () => {
  await run(db.shop, "data_request", {
    customer: { id: null, email: "bo@other.example" },
    orders_requested: ["6543210000002"],
  });
  const { rows } = await db.owner.query(
    `select bytes from file where "shopId" = $1 and name like 'shopper-%' or name like 'return-photo%'`,
    [SHOP],
  );
  expect(rows).toHaveLength(1);
  const said = rows[0].bytes.toString("utf8");
  expect(said).toContain("#1002");
  for (const canary of CANARIES) expect(said, canary).not.toContain(canary);
});

describe("shop/redact", () => {
  const uninstall = () => db.owner.query(`update shop set "uninstalledAt" = now() where id = $1`, [SHOP]);

  test("nothing of the shop is left in any table but its receipts; the neighbour keeps everything", async () => {
    await db.owner.query(
      `insert into session (id, shop, state, "accessToken") values ('offline_${SHOP}', $1, '', 'x'), ('offline_${NEIGHBOUR}', $2, '', 'x')`,
      [SHOP, NEIGHBOUR],
    );
    const tables = await shopTables();
    const before = await snapshot(NEIGHBOUR, tables);
    await uninstall();
    await run(db.shop, "redact_shop", {});
    for (const table of tables) {
      const { rows } = await db.owner.query(`select * from "${table}" where "shopId" = $1`, [SHOP]);
      expect(rows, table).toHaveLength(table === "privacy_request" ? 1 : 0);
    }
    const left = await db.owner.query(`select shop from session union all select id from shop`);
    expect(left.rows).toEqual([{ shop: NEIGHBOUR }, { shop: NEIGHBOUR }]);
    expect(await snapshot(NEIGHBOUR, tables)).toBe(before);
    expect(await hitsOf(SHOP)).toEqual([]);
  });

  test("the receipt says how much of what; a repeat changes nothing", async () => {
    await uninstall();
    await run(db.shop, "redact_shop", {});
    const first = await snapshot(SHOP, ["privacy_request"]);
    expect(first).toContain('"orders":2');
    await run(db.shop, "redact_shop", {});
    const { rows } = await db.owner.query(`select receipt from privacy_request where "shopId" = $1`, [SHOP]);
    expect(rows[0].receipt.counts.orders).toBe(2);
  });

  test("erases when the news of the removal never came: Shopify does not know our access any more", async () => {
    await run(db.shop, "redact_shop", {});
    expect(await hitsOf(SHOP)).toEqual([]);
  });
});
