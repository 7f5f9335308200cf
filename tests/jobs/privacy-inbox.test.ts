import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { countedImport, importOf, mboxOf, takenImport } from "#tests/factories/past-mail";
import { OF_THE_INBOX } from "#tests/factories/personal-tables";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { searchDatabase } from "#tests/setup/search-database";
import { type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { runTask } from "~/doors/job.server";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { addNote } from "~/features/inbox/add-note.server";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { addPhotos } from "~/features/inbox/contact-store.server";
import { addEnclosure } from "~/features/inbox/mail-out/enclosure-store.server";
import { mergeConversations } from "~/features/inbox/merge-conversations.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { sitAtDesk } from "~/features/inbox/sit-at-desk.server";
import { tagConversation } from "~/features/inbox/tag-conversation.server";
import { saveConsent } from "~/features/notifications/text-store.server";
import { privacyTask } from "~/jobs/privacy.server";
import { barId } from "~/platform/channels/email/barred.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { mailboxAddress, replyAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

/** Nobody's but this person's. The last one stands in everything they wrote, or that staff wrote to them. */
const [NAME, EMAIL, PHONE, SECRET] = [
  "Zephyrine Quill",
  "zephyrine@canary.example",
  "+44 7700 900987",
  "velvetsecret",
];
/** The number as telephone networks write it (E.164). */
const DIALLED = PHONE.replaceAll(" ", "");
const CANARIES = [NAME, EMAIL, PHONE, DIALLED, SECRET];
const OTHER = "bo@other.example";
const CUSTOMER = "7654321000001";
const ORDER = "6543210000001";
const MAYA = { id: "42", name: "Maya" };

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

/** A mail as a provider hands it over: the envelope's sender is the provider's, not the writer's. */
async function mail(shop: Shop, to: string, from: string, text: string, head = "", sender = from) {
  const raw = Buffer.from(
    `From: ${from}\r\nMessage-ID: <${newId()}@x.example>\r\nSubject: About it\r\n${head}\r\n${text}`,
  );
  await shop.transact((tx) => keepMail(tx, { sender, recipient: to, raw }));
  await runInboxJobs(db, shop);
}

async function reply(shop: Shop, conversationId: string, text: string) {
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from message where "shopId" = $1 and "conversationId" = $2 and (direction = 'in' or "authorKind" = 'staff' and direction = 'out')
     order by at desc, id desc limit 1`,
    [shop.id, conversationId],
  );
  const asked = { conversationId, text, requestKey: newId(), seen: rows[0]?.id ?? null };
  expect(await replyToConversation(shop, asked, MAYA)).toMatchObject({ ok: true });
}

/** Everything of one person that the inbox can come to hold; answers the conversation of somebody else. */
async function fill(shop: Shop): Promise<{ others: string; mine: string; unfinished: string }> {
  const customer = aCustomer({ id: CUSTOMER, email: EMAIL, firstName: NAME, lastName: null, phone: PHONE });
  const order = await mirrored(shop, anOrder({ id: ORDER, email: EMAIL, phone: PHONE, customer }));
  const theirs = await mirrored(shop, anOrder({ id: "6543210000002", name: "#1002", email: OTHER }));
  const { conversationId: mine } = await aConversation(shop, { order, text: `${SECRET} in the form` });
  const { conversationId: others } = await aConversation(shop, { order: theirs, text: "Others' own words" });
  const writer = `${NAME} <${EMAIL}>`;
  await mail(shop, replyAddress(shop.id, mine), writer, `${SECRET} by mail`);
  await reply(shop, mine, `Dear ${NAME}, ${SECRET} is safe`);
  await addNote(shop, { conversationId: mine, text: `${SECRET} in a note`, requestKey: newId() }, MAYA);
  await tagConversation(shop, mine, `${SECRET} tag`);
  const draft = { isNote: false, text: `${SECRET} in a draft` };
  await sitAtDesk(shop, { conversationId: mine, isTyping: true, draft }, MAYA);
  await db.owner.query(
    `update conversation set "ratingAskedAt" = now(), rating = 0, "ratingComment" = $3, "ratedAt" = now() where "shopId" = $1 and id = $2`,
    [shop.id, mine, `${SECRET} in a rating`],
  );
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from message where "shopId" = $1 and "conversationId" = $2 order by at limit 1`,
    [shop.id, mine],
  );
  await shop.transact(async (tx) => {
    await addPhotos(tx, rows[0]?.id ?? "", [Buffer.from(`${SECRET} in a photo`)]);
    const bytes = Buffer.from(`${SECRET} in an enclosure`);
    const file = { name: `${SECRET}.pdf`, contentType: "application/pdf", isInline: false, bytes };
    await addEnclosure(tx, { conversationId: mine, staffId: MAYA.id }, file);
    await noteReading(tx, MAYA, ...lookedAt("conversation", mine, "inbox", CUSTOMER));
  });

  // In somebody else's conversation: as a writer, in Cc, and as somebody who was brought in.
  await mail(shop, replyAddress(shop.id, others), writer, `${SECRET} in others' conversation`);
  await mail(shop, replyAddress(shop.id, others), OTHER, "Others' mail", `Cc: ${EMAIL}\r\n`);
  await db.owner.query(
    `update conversation set participants = array_append(participants, $3) where "shopId" = $1 and id = $2`,
    [shop.id, others, EMAIL],
  );
  // A second one of theirs was merged into it, with what staff answered there.
  await closeConversation(shop, mine, MAYA.name);
  const { conversationId: second } = await aConversation(shop, { order, text: `${SECRET} once more` });
  await reply(shop, second, `${SECRET} answered before merging`);
  expect(await mergeConversations(shop, second, others, MAYA.name)).toMatchObject({ ok: true });
  // One that only the customer's number ties to them: they wrote from another address.
  await mail(shop, mailboxAddress(shop.id), "elsewhere@other-address.example", `${SECRET} from elsewhere`);
  await db.owner.query(
    `update conversation set "customerId" = $2 where "shopId" = $1 and email = 'elsewhere@other-address.example'`,
    [shop.id, CUSTOMER],
  );
  // Parked, and handed over by a provider.
  await mail(shop, mailboxAddress(shop.id), writer, `${SECRET} parked`, "", "bounces@provider.example");
  await db.owner.query(
    `update inbound_mail set state = 'parked' where "shopId" = $1 and sender = 'bounces@provider.example'`,
    [shop.id],
  );
  await db.owner.query(
    `delete from message where "shopId" = $1 and "inboundMailId" in (select id from inbound_mail where state = 'parked')`,
    [shop.id],
  );
  await db.owner.query(
    `insert into notification ("shopId", id, key, kind, "orderId", recipient, locale, state, reason, trace, "createdAt")
     values ($1, 'n', 'n', 'orderShipped', $2, $3, 'en', 'failed', $4, $5, now())`,
    [
      shop.id,
      ORDER,
      EMAIL,
      `550 5.1.1 <${EMAIL}> unknown`,
      JSON.stringify([{ at: "x", did: "failed", why: EMAIL }]),
    ],
  );
  const past = mboxOf([
    { id: "past@canary", from: writer, subject: `${SECRET} long ago`, text: `${SECRET} in an import` },
    { id: "past@other", from: OTHER, text: "Others' past" },
  ]);
  await takenImport(shop, { files: { past } });
  const later = mboxOf([{ id: "later@canary", from: writer, text: `${SECRET} waiting` }]);
  const { id: unfinished } = await countedImport(shop, { files: { later } });
  await beside(shop, mine, others, rows[0]?.id ?? "");
  await db.owner.query("delete from graphile_worker._private_jobs");
  return { others, mine, unfinished };
}

const insert = (shop: Shop, table: string, row: Record<string, unknown>) => {
  const all = { shopId: shop.id, ...row };
  return db.owner.query(
    `insert into "${table}" (${Object.keys(all).map((name) => `"${name}"`)})
     values (${Object.keys(all).map((_, at) => `$${at + 1}`)})`,
    Object.values(all),
  );
};

/** What is kept of them beside their messages, by people and machines, in every column that may come to hold it. */
async function beside(shop: Shop, mine: string, others: string, messageId: string) {
  const now = new Date();
  const asked = { orderId: ORDER, email: EMAIL, locale: "en", askedAt: now };
  await insert(shop, "recommendation", {
    id: "nps",
    ...asked,
    score: 2,
    comment: `${SECRET} in a recommendation`,
  });
  await insert(shop, "automation_rule", { id: "rule", name: "r", position: 1, enabled: true, version: 1 });
  await insert(shop, "automation_run", {
    ...{
      id: "run",
      ruleId: "rule",
      version: 1,
      conversationId: mine,
      occasion: "o",
      outcome: "fired",
      at: now,
    },
    conditions: JSON.stringify([{ value: EMAIL, met: true }]),
    actions: JSON.stringify([{ action: { do: "note", text: `${SECRET} in a rule's note` }, refused: null }]),
  });
  for (const state of ["done", "waiting"])
    await insert(shop, "order_action", {
      ...{ id: `action-${state}`, orderId: ORDER, kind: "note", requestKey: state, state },
      ...{ askedBy: MAYA.id, askedName: MAYA.name, askedAt: now },
      asked: JSON.stringify({ text: `${SECRET} in an action` }),
      made: JSON.stringify({ orderName: `${SECRET} made` }),
      reason: `${EMAIL} was refused`,
    });
  await db.owner.query(
    `update message set folded = $3, reason = $4, undelivered = array[$5], before = $6 where "shopId" = $1 and id = $2`,
    [
      ...[shop.id, messageId, `${SECRET} folded`, `550 <${EMAIL}>`, EMAIL],
      JSON.stringify({ deeds: { was: { tags: [`${SECRET} before`] } } }),
    ],
  );
  // a copy of an answer to somebody else that their mail server refused
  await db.owner.query(
    `update message set cc = array[$3, 'else@other.example'], undelivered = array[$3] where "shopId" = $1 and "conversationId" = $2 and text = $4`,
    [shop.id, others, EMAIL, "Others' own words"],
  );
  await insert(shop, "message_file", {
    ...{ id: "named", messageId, place: 9, name: `${SECRET}.png`, contentType: "image/png", size: 1 },
    isInline: false,
  });
  await insert(shop, "import_file", {
    ...{ id: "elsewhere", importId: "gone", messageId, name: `${SECRET}.jpg`, state: "named" },
    address: `https://help-desk.example/${SECRET}`,
  });
  await insert(shop, "import_person", {
    id: "p",
    importId: "gone",
    email: EMAIL,
    name: NAME,
    isStaff: false,
  });
  await shop.transact((tx) =>
    saveConsent(tx, "sms", DIALLED, { transactional: "given", marketing: null }, "keyword"),
  );
  await insert(shop, "suppression", {
    ...{
      id: barId(EMAIL, "bounce"),
      channel: "email",
      address: EMAIL,
      scope: "everything",
      reason: "addressDead",
    },
    ...{ soft: "[]", since: now },
  });
}

const ask = (shop: Shop, topic: string, orders: string) =>
  runTask(
    privacyTask,
    {
      shopId: shop.id,
      topic,
      body: {
        shop_domain: shop.id,
        customer: { id: Number(CUSTOMER), email: EMAIL, phone: PHONE },
        [orders]: [Number(ORDER)],
      },
    },
    "1",
  );

const hits = async (shop: Shop) =>
  (await searchDatabase(db.owner, CANARIES))
    .filter(({ shopId }) => shopId === shop.id || shopId === null)
    .map(({ table, column }) => `${table}.${column}`);

describe("a person in the inbox", () => {
  let made: Awaited<ReturnType<typeof fill>>;
  beforeAll(async () => {
    made = await fill(db.shop);
    await fill(db.neighbour);
  }, 120_000);

  it("is found everywhere before", async () => {
    const found = new Set(await hits(db.shop));
    for (const place of [
      "automation_run.actions",
      "automation_run.conditions",
      "contact_consent.address",
      "import_file.address",
      "import_file.name",
      "import_person.email",
      "import_person.name",
      "message.before",
      "message.folded",
      "message.reason",
      "message.undelivered",
      "message_file.name",
      "order_action.asked",
      "order_action.made",
      "order_action.reason",
      "recommendation.comment",
      "recommendation.email",
      "suppression.address",
      "conversation.email",
      "conversation.participants",
      "conversation.ratingComment",
      "conversation_draft.text",
      "conversation_search.words",
      "conversation_tag.tag",
      "enclosure.name",
      "file.bytes",
      "import_part.bytes",
      "imported_message.person",
      "inbound_mail.raw",
      "message.authorEmail",
      "message.authorName",
      "message.cc",
      "message.text",
      "notification.reason",
      "notification.trace",
    ])
      expect(found, place).toContain(place);
    const tables = new Set([...found].map((place) => place.split(".")[0]));
    expect([...tables].sort()).toEqual(OF_THE_INBOX);
  });

  it("is handed over whole", async () => {
    await ask(db.shop, "data_request", "orders_requested");
    const { rows } = await db.owner.query<{ receipt: { files: { id: string }[] } }>(
      `select receipt from privacy_request where "shopId" = $1`,
      [db.shop.id],
    );
    const files = await db.owner.query<{ bytes: Buffer }>(
      `select bytes from file where "shopId" = $1 and id = any($2)`,
      [db.shop.id, rows[0]?.receipt.files.map(({ id }) => id)],
    );
    const all = files.rows.map(({ bytes }) => bytes.toString("utf8")).join("\n");
    for (const words of [
      "in the form",
      "by mail",
      "is safe",
      "in a note",
      "tag",
      "in a draft",
      "in a rating",
      "in others' conversation",
      "once more",
      "answered before merging",
      "from elsewhere",
      "parked",
      "in an import",
      "in a recommendation",
      "in a rule's note",
      "in an action",
    ])
      expect(all, words).toContain(`${SECRET} ${words}`);
    expect(all).toContain(Buffer.from(`${SECRET} in a photo`).toString("base64"));
    expect(all).not.toContain("Others' own words");
  });

  it("is erased everywhere but where somebody else's own mail names them, and nobody else is", async () => {
    const before = await hits(db.neighbour);
    await ask(db.shop, "redact_customer", "orders_to_redact");
    // What another person wrote is theirs, and the shop's to keep: the mail they sent says to whom they sent it.
    expect(await hits(db.shop)).toEqual(["inbound_mail.raw"]);
    const { rows } = await db.owner.query(
      `select sender from inbound_mail where "shopId" = $1 and position($2 in convert_from(raw, 'UTF8')) > 0`,
      [db.shop.id, EMAIL],
    );
    expect(rows).toEqual([{ sender: OTHER }]);
    expect(await hits(db.neighbour)).toEqual(before);
    const left = await db.owner.query<{ text: string }>(
      `select m.text from message m where m."shopId" = $1 and m."conversationId" = $2 order by m.at`,
      [db.shop.id, made.others],
    );
    expect(left.rows.map(({ text }) => text)).toEqual(["Others' own words", "Others' mail"]);
    const past = await db.owner.query(
      `select text from message where "shopId" = $1 and "importId" is not null`,
      [db.shop.id],
    );
    expect(past.rows).toEqual([{ text: "Others' past" }]);
  });

  it("an import that held them is ended, and the same file does not bring them back", async () => {
    expect(await importOf(db.shop, made.unfinished)).toMatchObject({ state: "failed", problem: "erased" });
    const again = mboxOf([{ id: "past@canary", from: `${NAME} <${EMAIL}>`, text: `${SECRET} in an import` }]);
    expect(await takenImport(db.shop, { files: { again } })).toMatchObject({ done: { messages: 0 } });
    expect(await hits(db.shop)).toEqual(["inbound_mail.raw"]);
  });

  it("who read it stays known, by its number", async () => {
    const { rows } = await db.owner.query(
      `select "staffName", thing, "thingId" from reading where "shopId" = $1 order by thing`,
      [db.shop.id],
    );
    expect(rows).toEqual([
      { staffName: "Maya", thing: "conversation", thingId: made.mine },
      { staffName: "Maya", thing: "customer", thingId: CUSTOMER },
    ]);
  });
});
