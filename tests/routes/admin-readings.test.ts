import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import {
  lookedAt,
  noteReading,
  READINGS_PER_PAGE,
  readingsPage,
} from "~/features/customers/readings-store.server";
import { addPhotos } from "~/features/inbox/contact-store.server";
import { fileToken } from "~/platform/files/links.server";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const get = (path: string, shop?: string, sub = "42") => {
  const token = sessionToken({ sub, ...(shop ? { shop } : {}) });
  const asked = embedded(token, shop);
  return site.get(`${path}${path.includes("?") ? asked.replace("?", "&") : asked}`, bearer(token));
};

const noted = async () => {
  const { rows } = await db.owner.query(
    `select distinct "staffId", thing, "thingId", screen from reading where "shopId" = $1 order by thing, "thingId"`,
    [db.shop.id],
  );
  return rows;
};

it("notes who opened what, once an hour, by ids only, and nothing of what is not there", async () => {
  const order = await mirrored(db.shop, anOrder({ email: "ada@example.com" }));
  const { conversationId } = await aConversation(db.shop, { order });
  await mirrored(db.neighbour, order);
  const { conversationId: elsewhere } = await aConversation(db.neighbour, { order });
  for (let visit = 0; visit < 3; visit++) {
    expect((await get(`/app/inbox/${conversationId}`)).status).toBe(200);
    expect((await get(`/app/orders/${order.id}`)).status).toBe(200);
    expect((await get("/app/orders?q=ada%40example.com")).status).toBe(200);
  }
  expect((await get(`/app/inbox/${elsewhere}`)).status).toBe(404);
  const staff = { staffId: "42" };
  expect(await noted()).toEqual([
    { ...staff, thing: "conversation", thingId: conversationId, screen: "inbox" },
    ...(order.customer
      ? ["inbox", "orders"].map((screen) => ({
          ...staff,
          thing: "customer",
          thingId: order.customer?.id,
          screen,
        }))
      : []),
    { ...staff, thing: "order", thingId: order.id, screen: "orders" },
    { ...staff, thing: "search", thingId: "", screen: "orders" },
  ]);
  const { rows } = await db.owner.query(`select * from reading`);
  expect(JSON.stringify(rows)).not.toMatch(/ada@example|Rowntree/i);

  const count = async () => (await db.owner.query(`select 1 from reading where thing = 'return'`)).rowCount;
  const look = (at: string) =>
    db.shop.transact((tx) =>
      noteReading(
        { ...tx, now: new Date(at) },
        { id: "42", name: "Maya" },
        ...lookedAt("return", "r", "returns"),
      ),
    );
  for (const at of ["2026-11-22T10:00:00Z", "2026-11-22T10:59:59Z"]) await look(at);
  expect(await count()).toBe(1);
  await look("2026-11-22T11:00:00Z");
  expect(await count()).toBe(2);
});

it("notes who opened a file by its link, and who saw an order in Shopify's own admin", async () => {
  const order = await mirrored(db.shop, anOrder());
  const { conversationId } = await aConversation(db.shop, { order });
  const fileId = await db.shop.transact(async (tx) => {
    const message = await tx.db.message.findFirstOrThrow({ where: { shopId: tx.shopId, conversationId } });
    await addPhotos(tx, message.id, [Buffer.from("a photo")]);
    return (
      await tx.db.messagePhoto.findFirstOrThrow({ where: { shopId: tx.shopId, messageId: message.id } })
    ).fileId;
  });
  const page = await (await get(`/app/inbox/${conversationId}`)).text();
  const [href = ""] = page.match(/\/files\/[\w.~-]+/) ?? [];
  const ofFile = async () => (await noted()).filter(({ thing }) => thing === "file");
  expect(await ofFile()).toEqual([]);
  for (let time = 0; time < 2; time++) expect((await fetch(`${site.url}${href}`)).status).toBe(200);
  expect(await ofFile()).toEqual([{ staffId: "42", thing: "file", thingId: fileId, screen: "inbox" }]);
  const { rows: names } = await db.owner.query(
    `select distinct "staffName" from reading where "staffId" = '42'`,
  );
  expect(names).toHaveLength(1);

  // A shopper's link to the same file is nobody's reading of the staff's, nor is one that leads nowhere.
  const later = new Date(Date.now() + 60_000);
  const by = { staffId: "43", screen: "inbox" };
  for (const [token, status] of [
    [fileToken(db.shop.id, fileId, later), 200],
    [fileToken(db.shop.id, "gone", later, by), 404],
    [fileToken(db.neighbour.id, fileId, later, by), 404],
  ] as const)
    expect((await fetch(`${site.url}/files/${token}`)).status).toBe(status);
  expect(await ofFile()).toHaveLength(1);

  for (let time = 0; time < 2; time++)
    await site.get(`/app/returns/of-order/${order.id}`, bearer(sessionToken({ sub: "44" })));
  expect((await noted()).filter(({ staffId }) => staffId === "44")).toEqual([
    ...(order.customer
      ? [{ staffId: "44", thing: "customer", thingId: order.customer.id, screen: "shopify" }]
      : []),
    { staffId: "44", thing: "order", thingId: order.id, screen: "shopify" },
  ]);
});

it("is read by whoever may everything, of one person or thing, and handed out as a file", async () => {
  office.scopes["77"] = "read_orders,write_orders,read_customers";
  await get("/app/inbox", undefined, "77");
  await get("/app/inbox", NEIGHBOUR, "88");
  const all = await (await get("/app/privacy/readings")).text();
  expect(all).toContain("Inbox");
  const [order] = (await noted()).filter(({ thing }) => thing === "order");
  const one = await (await get(`/app/privacy/readings?of=${order.thingId}`)).text();
  expect(one).toContain(`/app/orders/${order.thingId}`);
  const exported = async (query: string) =>
    (await (await site.get(`/app/privacy/readings/export${query}`, bearer(sessionToken()))).text())
      .trim()
      .split("\r\n");
  expect(await exported("?staff=77")).toHaveLength(2);
  expect(await exported("?staff=88")).toHaveLength(1);
  expect((await exported("")).length).toBeGreaterThan(4);
  expect((await get("/app/privacy/readings", undefined, "77")).status).toBe(403);
  expect((await site.get("/app/privacy/readings/export", bearer("a.b.c"))).status).toBe(401);
});

it("a file gathered for a shopper is handed out to whoever may, and who took it is noted", async () => {
  const file = { id: "f", name: "shopper-1.json", size: 2 };
  for (const shop of [db.shop, db.neighbour]) {
    await db.owner.query(
      `insert into file ("shopId", id, name, "contentType", size, bytes, "createdAt")
       values ($1, 'f', 'shopper-1.json', 'application/octet-stream', 2, $2, now()), ($1, 'g', 'other', 'application/octet-stream', 2, $2, now())`,
      [shop.id, Buffer.from(shop.id)],
    );
    await db.owner.query(
      `insert into privacy_request ("shopId", id, topic, "receivedAt", "completedAt", receipt)
       values ($1, 'r', 'data_request', now(), now(), $2)`,
      [shop.id, { files: [file] }],
    );
  }
  const take = (query: string, sub = "42") =>
    site.get(`/app/privacy/file?${query}`, bearer(sessionToken({ sub })));
  const taken = await take("request=r&file=f");
  expect(await taken.text()).toBe(db.shop.id);
  expect(taken.headers.get("content-disposition")).toMatch(/^attachment/);
  expect((await noted()).filter(({ thing }) => thing === "gatheredFile")).toEqual([
    { staffId: "42", thing: "gatheredFile", thingId: "f", screen: "privacy" },
  ]);
  for (const query of ["request=r&file=g", "request=q&file=f", "request=r", ""])
    expect((await take(query)).status, query).toBe(404);
  office.scopes["78"] = "read_orders";
  expect((await take("request=r&file=f", "78")).status).toBe(403);
});

it("turns its pages forth and back without losing or repeating a row", async () => {
  await db.owner.query("delete from reading");
  await db.owner.query(
    `insert into reading ("shopId", id, "staffId", "staffName", thing, "thingId", screen, hour, at)
     select s, 'r' || lpad(n::text, 4, '0'), '42', 'Maya', 'order', n::text, 'orders', now(), timestamptz '2026-01-01' + (n / 3) * interval '1 minute'
     from generate_series(1, 130) n, unnest(array[$1, $2]) s`,
    [db.shop.id, db.neighbour.id],
  );
  const read = (asked: { after?: string; before?: string }) =>
    db.shop.transact((tx) => readingsPage(tx, { staff: "42", ...asked }));
  const first = await read({});
  const second = await read({ after: first.next ?? "" });
  const third = await read({ after: second.next ?? "" });
  const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(130);
  expect(third.next).toBeNull();
  expect(first.rows).toHaveLength(READINGS_PER_PAGE);
  expect((await read({ before: third.previous ?? "" })).rows).toEqual(second.rows);
});

it("how long data is kept is changed by whoever may everything, and told what cannot be", async () => {
  const shown = await (await get("/app/privacy/retention")).text();
  expect(shown).toContain("Mails as they came");
  const save = (draft: Record<string, string>, sub = "42") =>
    fetch(`${site.url}/app/privacy/retention.data`, {
      method: "POST",
      headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
      body: JSON.stringify(draft),
    });
  const draft = {
    webhookBodies: "14",
    rawMails: "",
    photos: "730",
    conversations: "",
    drafts: "30",
    automationRuns: "90",
    orderActions: "",
    lookups: "90",
    notificationAddresses: "365",
    gatheredFiles: "60",
    importFiles: "7",
    readings: "365",
  };
  expect((await save(draft)).status).toBe(200);
  expect((await save({ ...draft, lookups: "0" })).status).toBe(422);
  expect((await save({})).status).toBe(422);
  expect((await save(draft, "77")).status).toBe(403);
  const { rows } = await db.owner.query(
    `select value -> 'retention' as retention from settings where "shopId" = $1`,
    [db.shop.id],
  );
  expect(rows[0].retention).toMatchObject({
    webhookBodies: 14,
    rawMails: null,
    drafts: 30,
    orderActions: null,
    lookups: 90,
  });
});
