import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { changeRetention } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { RETENTION, RETENTION_CLASSES, readDays } from "~/features/settings/retention";
import { settingsSchema } from "~/features/settings/schema";
import { sweepRetention } from "~/jobs/retention.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const LONG_AGO = new Date("2016-01-02T00:00:00Z");

async function insert(shop: Shop, table: string, row: Record<string, unknown>) {
  const all = { shopId: shop.id, ...row };
  await db.owner.query(
    `insert into "${table}" (${Object.keys(all).map((name) => `"${name}"`)})
     values (${Object.keys(all).map((_, at) => `$${at + 1}`)})`,
    Object.values(all),
  );
}

/** One thing of each class, as old as given; answers its conversation. */
async function fill(shop: Shop, at: Date): Promise<string> {
  const order = await mirrored(shop, anOrder({ email: "ada@example.com" }));
  const { conversationId } = await aConversation(shop, { order });
  const raw = Buffer.from(
    "From: ada@example.com\r\nMessage-ID: <x@y>\r\nContent-Type: text/html\r\n\r\n<p>By mail</p>",
  );
  const recipient = replyAddress(shop.id, conversationId);
  await shop.transact((tx) => keepMail(tx, { sender: "ada@example.com", recipient, raw }));
  await runInboxJobs(db, shop);
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from message where "shopId" = $1 and "conversationId" = $2 order by at limit 1`,
    [shop.id, conversationId],
  );
  const file = { name: "a", contentType: "image/jpeg", size: 1, bytes: Buffer.from("x"), createdAt: at };
  for (const id of ["photo", "gathered", "enclosed", "unsent"]) await insert(shop, "file", { id, ...file });
  await insert(shop, "enclosure", {
    id: newId(at),
    conversationId,
    staffId: "1",
    messageId: rows[0]?.id,
    fileId: "enclosed",
    name: "a.pdf",
    contentType: "application/pdf",
    size: 1,
    isInline: false,
    createdAt: at,
  });
  await insert(shop, "message_photo", { id: newId(at), messageId: rows[0]?.id, fileId: "photo" });
  const files = [{ id: "gathered", name: "a", size: 1 }];
  await insert(shop, "privacy_request", {
    id: "r",
    topic: "data_request",
    receivedAt: at,
    completedAt: at,
    receipt: JSON.stringify({ files, counts: { orders: 1 } }),
  });
  await insert(shop, "webhook_delivery", {
    id: "w",
    topic: "orders/create",
    webhookId: "w",
    receivedAt: at,
    state: "done",
    body: deflateRawSync(Buffer.from("{}")),
  });
  await insert(shop, "lookup", { id: "l", at, visitor: "v", typed: "1001", outcome: "found" });
  const news = { kind: "orderShipped", recipient: "ada@example.com", locale: "en", createdAt: at };
  await insert(shop, "notification", { id: "sent", key: "a", state: "sent", ...news });
  await insert(shop, "notification", { id: "held", key: "b", state: "held", ...news });
  await insert(shop, "conversation_import", {
    id: newId(at),
    source: "mbox",
    ownAddresses: [],
    files: JSON.stringify([{ name: "a", size: 3 }]),
    state: "uploading",
    staffId: "1",
    staffName: "Maya",
    createdAt: at,
  });
  const asked = { orderId: order.id, email: "ada@example.com", locale: "en", askedAt: at };
  await insert(shop, "recommendation", { id: newId(at), ...asked });
  const staffId = "1";
  await insert(shop, "conversation_draft", {
    id: newId(at),
    conversationId,
    staffId,
    isNote: false,
    text: "Dear Ada",
    updatedAt: at,
  });
  await insert(shop, "enclosure", {
    id: newId(at),
    conversationId,
    staffId,
    fileId: "unsent",
    name: "b.pdf",
    contentType: "application/pdf",
    size: 1,
    isInline: false,
    createdAt: at,
  });
  await insert(shop, "automation_rule", { id: "rule", name: "r", position: 1, enabled: true, version: 1 });
  await insert(shop, "automation_run", {
    id: newId(at),
    ruleId: "rule",
    version: 1,
    conversationId,
    occasion: "o",
    outcome: "fired",
    conditions: "[]",
    at,
  });
  for (const state of ["done", "waiting", "pending"])
    await insert(shop, "order_action", {
      id: state,
      orderId: order.id,
      kind: "note",
      requestKey: state,
      asked: JSON.stringify({ of: "order", text: "Ada likes blue" }),
      cost: 500,
      state,
      askedBy: staffId,
      askedName: "Maya",
      askedAt: at,
    });
  const reading = { staffId: "1", staffName: "Maya", thing: "order", thingId: "1", screen: "order" };
  await insert(shop, "reading", { id: newId(at), ...reading, hour: at, at });
  await db.owner.query(`update inbound_mail set "receivedAt" = $2 where "shopId" = $1`, [shop.id, at]);
  return conversationId;
}

const counts = async (shop: Shop) => {
  const { rows } = await db.owner.query(
    `select (select count(*)::int from webhook_delivery where "shopId" = $1 and body <> '') as bodies,
       (select count(*)::int from webhook_delivery where "shopId" = $1) as deliveries,
       (select count(*)::int from inbound_mail where "shopId" = $1) as mails,
       (select count(*)::int from message_photo where "shopId" = $1)
         + (select count(*)::int from enclosure where "shopId" = $1 and "messageId" is not null) as photos,
       (select count(*)::int from conversation_draft where "shopId" = $1) as drafts,
       (select count(*)::int from enclosure where "shopId" = $1 and "messageId" is null) as unsent,
       (select count(*)::int from automation_run where "shopId" = $1) as runs,
       (select count(*)::int from order_action where "shopId" = $1) as actions,
       (select count(*)::int from order_action where "shopId" = $1 and asked <> '{}') as worded,
       (select count(*)::int from file where "shopId" = $1) as files,
       (select count(*)::int from lookup where "shopId" = $1) as lookups,
       (select count(*)::int from notification where "shopId" = $1 and recipient <> '') as addresses,
       (select count(*)::int from conversation_import where "shopId" = $1 and state = 'uploading') as imports,
       (select count(*)::int from recommendation where "shopId" = $1) as recommendations,
       (select count(*)::int from reading where "shopId" = $1) as readings,
       (select count(*)::int from conversation where "shopId" = $1) as conversations,
       (select count(*)::int from message where "shopId" = $1) as messages`,
    [shop.id],
  );
  return rows[0];
};
const ALL = {
  bodies: 1,
  deliveries: 1,
  mails: 1,
  photos: 2,
  files: 4,
  drafts: 1,
  unsent: 1,
  runs: 1,
  actions: 3,
  worded: 3,
  lookups: 1,
  addresses: 2,
  imports: 1,
  recommendations: 1,
  readings: 1,
};

it("lets go of each class when it is old, not before, and of nobody else's", async () => {
  const conversationId = await fill(db.shop, new Date());
  await sweepRetention(db.shop);
  expect(await counts(db.shop)).toMatchObject(ALL);

  for (const [table, column] of Object.entries({
    webhook_delivery: "receivedAt",
    inbound_mail: "receivedAt",
    lookup: "at",
    notification: "createdAt",
    conversation_import: "createdAt",
    reading: "at",
    recommendation: "askedAt",
    conversation_draft: "updatedAt",
    enclosure: "createdAt",
    automation_run: "at",
    order_action: "askedAt",
    privacy_request: "completedAt",
  }))
    await db.owner.query(`update ${table} set "${column}" = $2 where "shopId" = $1`, [db.shop.id, LONG_AGO]);
  await db.owner.query(
    `update message_photo set id = '0152001e-7c00-7000-8000-000000000000' where "shopId" = $1`,
    [db.shop.id],
  );
  await db.owner.query(
    `update enclosure set id = '0152001e-7c00-7000-8000-000000000000' where "shopId" = $1 and "messageId" is not null`,
    [db.shop.id],
  );
  await fill(db.neighbour, LONG_AGO);

  // Mails and photos of a conversation that is open stay, however old.
  await sweepRetention(db.shop);
  expect(await counts(db.shop)).toMatchObject({
    bodies: 0,
    deliveries: 1,
    mails: 1,
    photos: 2,
    files: 2,
    drafts: 0,
    unsent: 0,
    runs: 0,
    actions: 3,
    worded: 1,
    lookups: 0,
    addresses: 1,
    imports: 0,
    recommendations: 0,
    readings: 0,
  });
  const { rows: actions } = await db.owner.query(
    `select id, state, cost::int, "askedName" from order_action where "shopId" = $1 order by id`,
    [db.shop.id],
  );
  // What is at work keeps what it needs; of the others the books keep what, how much and by whom.
  expect(actions).toEqual([
    { id: "done", state: "done", cost: 500, askedName: "Maya" },
    { id: "pending", state: "pending", cost: 500, askedName: "Maya" },
    { id: "waiting", state: "withdrawn", cost: 500, askedName: "Maya" },
  ]);
  await closeConversation(db.shop, conversationId, "Maya");
  await sweepRetention(db.shop);
  expect(await counts(db.shop)).toMatchObject({
    mails: 0,
    photos: 0,
    files: 0,
    conversations: 1,
    messages: 2,
  });
  const view = await db.shop.transact((tx) => conversationView(tx, conversationId));
  expect(view?.messages.at(-1)).toMatchObject({ text: "By mail", hasHtml: false, inboundMailId: null });
  expect(await counts(db.neighbour)).toMatchObject(ALL);

  const { settings } = await db.shop.transact(shopFace);
  await changeRetention(db.shop, { ...settings.retention, conversations: 30 }, "Maya");
  await sweepRetention(db.shop);
  expect(await counts(db.shop)).toMatchObject({ conversations: 1 });
  await db.owner.query(`update conversation set "closedAt" = $2 where "shopId" = $1`, [db.shop.id, LONG_AGO]);
  await sweepRetention(db.shop);
  expect(await counts(db.shop)).toMatchObject({ conversations: 0, messages: 0 });

  // A file stays while its draft is written in, however old the file is.
  await db.owner.query(`update conversation_draft set "updatedAt" = $2 where "shopId" = $1`, [
    db.neighbour.id,
    new Date(),
  ]);
  await sweepRetention(db.neighbour);
  expect(await counts(db.neighbour)).toMatchObject({ drafts: 1, unsent: 1, runs: 0 });

  const noted = await db.owner.query(
    `select class, sum(removed)::int as removed from retention_sweep where "shopId" = $1 group by 1 having sum(removed) > 0 order by 1`,
    [db.shop.id],
  );
  expect(noted.rows.map((row) => row.class)).toEqual([...RETENTION_CLASSES].sort());
});

it("says what goes within a week", async () => {
  const soon = new Date(Date.now() - (RETENTION.lookups.days - 3) * 86_400_000);
  await insert(db.shop, "lookup", { id: "soon", at: soon, visitor: "v", typed: "1", outcome: "found" });
  await sweepRetention(db.shop);
  const { rows } = await db.owner.query(
    `select "dueSoon" from retention_sweep where "shopId" = $1 and class = 'lookups' order by at desc limit 1`,
    [db.shop.id],
  );
  expect(rows).toEqual([{ dueSoon: 1 }]);
});

it.each([
  ["lookups", "30", 30],
  ["lookups", "0", undefined],
  ["lookups", "", undefined],
  ["lookups", "400", undefined],
  ["lookups", "3.5", undefined],
  ["conversations", "", null],
  ["conversations", "365", 365],
] as const)("of %s reads %j as %j", (name, typed, days) => {
  expect(readDays(name, typed)).toBe(days);
});

it("a shop that decided nothing has the table's days", () => {
  const { retention } = settingsSchema.parse({});
  for (const name of RETENTION_CLASSES) expect(retention[name]).toBe(RETENTION[name].days);
  expect(settingsSchema.parse({ retention: { rawMails: null } }).retention).toMatchObject({
    rawMails: null,
    lookups: 90,
  });
  expect(settingsSchema.safeParse({ retention: { lookups: null } }).success).toBe(false);
});
