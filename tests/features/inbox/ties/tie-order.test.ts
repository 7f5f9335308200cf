import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { aCustomer, aLine, anOrder, aParcel, mirrored } from "#tests/factories/order";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { answerByMachine } from "~/features/inbox/automation/answer-by-machine.server";
import { fillMacro } from "~/features/inbox/automation/fill-macro.server";
import { saveMacro } from "~/features/inbox/automation/save-macro.server";
import { seenNow } from "~/features/inbox/automation-queries.server";
import { conversationsWith, writerOf } from "~/features/inbox/customer-queries.server";
import { listConversations } from "~/features/inbox/list-queries.server";
import { mergeConversations, separateConversation } from "~/features/inbox/merge-conversations.server";
import { exportConversations, forgetConversations } from "~/features/inbox/privacy.server";
import {
  allConversationsOfOrder,
  conversationsOfCustomer,
  conversationsOfOrder,
} from "~/features/inbox/queries.server";
import { splitConversation } from "~/features/inbox/split-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { fileUnder, unfile } from "~/features/inbox/ties/file-under.server";
import { sayAbout } from "~/features/inbox/ties/say-about.server";
import { lookFirstAt, tieOrder, untieOrder } from "~/features/inbox/ties/tie-order.server";
import { ordersBeside } from "~/features/inbox/ties/tie-queries.server";
import { askAction } from "~/features/returns/actions/ask-action.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["fact", "message", "inbound_mail", "conversation", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

const MAYA = { id: "42", name: "Maya" };
const STRANGER = "stranger@example.org";

/** An order of Ada's, and one with the same id next door. */
async function adas(over: Partial<ShopifyOrder> = {}): Promise<ShopifyOrder> {
  const order = await mirrored(db.shop, anOrder({ customer: aCustomer(), ...over }));
  await mirrored(db.neighbour, { ...order, name: `#N${order.id}` });
  return order;
}

/** Somebody whom the shop does not know writes a mail; answers the conversation that it begins. */
async function written(
  shop: Shop = db.shop,
  from = STRANGER,
  text = "Where is my present?",
): Promise<string> {
  const id = `<${newId()}@mail.example>`;
  const raw = Buffer.from(`From: ${from}\r\nMessage-ID: ${id}\r\nSubject: Hello\r\n\r\n${text}`);
  await shop.transact((tx) => keepMail(tx, { sender: from, recipient: mailboxAddress(shop.id), raw }));
  await runInboxJobs(db, shop);
  const { rows } = await db.owner.query(
    `select "conversationId" as id from message where "shopId" = $1 and "mailMessageId" is not null order by id desc limit 1`,
    [shop.id],
  );
  return rows[0].id;
}

const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));
async function beside(id: string, shop: Shop = db.shop) {
  return shop.transact(async (tx) => {
    const one = await conversationView(tx, id);
    if (!one) throw new Error("Not there");
    return ordersBeside(tx, one);
  });
}
const names = async (id: string) => (await beside(id)).orders.map(({ name }) => name);
const tie = (conversationId: string, orderId: string, shop = db.shop) =>
  tieOrder(shop, { conversationId, orderId }, MAYA);
const untie = (conversationId: string, orderId: string) =>
  untieOrder(db.shop, { conversationId, orderId }, MAYA);
const facts = async (id: string) =>
  (await view(id))?.facts.map(({ kind, detail }) => `${kind} ${detail}`) ?? [];
const found = async (q: string) =>
  (await db.shop.transact((tx) => listConversations(tx, { view: "open", q } as never, MAYA.id))).rows.map(
    ({ id }) => id,
  );

describe("an order that staff tie", () => {
  it("stands beside the conversation, is on both timelines, and is how it is found", async () => {
    const order = await adas({ name: "#7001" });
    const id = await written();
    expect(await names(id)).toEqual([]);
    expect(await found("7001")).toEqual([]);
    expect(await tie(id, order.id)).toEqual({ ok: true, value: null });
    expect((await beside(id)).orders).toMatchObject([
      {
        id: order.id,
        isFirst: true,
        isOwn: false,
        differs: "another",
        by: { name: "Maya" },
        customer: { name: "Ada Rowntree" },
      },
    ]);
    expect(await facts(id)).toEqual(["conversation.orderTied #7001"]);
    const { rows } = await db.owner.query(`select kind, "orderId" from fact where kind like '%orderTied'`);
    expect(rows).toEqual([{ kind: "conversation.orderTied", orderId: order.id }]);
    expect(await found("7001")).toEqual([id]);
    const onOrder = await db.shop.transact((tx) => allConversationsOfOrder(tx, order.id));
    expect(onOrder.map((one) => one.id)).toEqual([id]);
    expect(await untie(id, order.id)).toMatchObject({ ok: true });
    expect(await names(id)).toEqual([]);
    expect(await found("7001")).toEqual([]);
    expect(await facts(id)).toContain("conversation.orderUntied #7001");
  });

  it("is tied once, however often and by however many at a time; and untied once", async () => {
    const order = await adas();
    const id = await written();
    const all = await Promise.all(Array.from({ length: 8 }, () => tie(id, order.id)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await facts(id)).toHaveLength(1);
    const { rows } = await db.owner.query(`select "orderId", "shopId" from conversation_order`);
    expect(rows).toEqual([{ orderId: order.id, shopId: db.shop.id }]);
    const off = await Promise.all(Array.from({ length: 8 }, () => untie(id, order.id)));
    expect(off.every(({ ok }) => ok)).toBe(true);
    expect(await facts(id)).toHaveLength(2);
    expect(await names(id)).toEqual([]);
  });

  it("is this shop's, there, and not erased; so is the conversation", async () => {
    const order = await adas();
    const id = await written();
    const next = await written(db.neighbour);
    expect(await tie(next, order.id)).toMatchObject({ refusal: { code: "inbox.notFound" } });
    expect(await tie(id, "404")).toMatchObject({ refusal: { code: "orders.notFound" } });
    const theirs = await mirrored(db.neighbour, anOrder());
    expect(await tie(id, theirs.id)).toMatchObject({ refusal: { code: "orders.notFound" } });
    await db.owner.query(`update orders set "redactedAt" = now() where "shopId" = $1 and id = $2`, [
      db.shop.id,
      order.id,
    ]);
    expect(await tie(id, order.id)).toMatchObject({ refusal: { code: "orders.notFound" } });
    expect((await db.owner.query(`select * from conversation_order`)).rows).toEqual([]);
    // the neighbour's conversation and order have the same ids as nobody's here
    expect(await tie(next, order.id, db.neighbour)).toMatchObject({ ok: true });
    expect((await beside(next, db.neighbour)).orders).toMatchObject([{ name: `#N${order.id}` }]);
  });

  it("is one of at most twenty", async () => {
    const id = await written();
    const orders = [];
    for (let count = 0; count < 21; count++) orders.push(await adas());
    const done = [];
    for (const order of orders) done.push((await tie(id, order.id)).ok);
    expect(done).toEqual([...Array(20).fill(true), false]);
  });

  it("comes after the conversation's own, unless staff look at it first", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    const other = await adas({ name: "#7100", email: "gift@example.com" });
    await tie(conversationId, other.id);
    expect(await names(conversationId)).toEqual([order.name, "#7100"]);
    expect(await lookFirstAt(db.shop, { conversationId, orderId: other.id })).toMatchObject({ ok: true });
    expect(await names(conversationId)).toEqual(["#7100", order.name]);
    expect(await lookFirstAt(db.shop, { conversationId, orderId: "404" })).toMatchObject({
      refusal: { code: "orders.notFound" },
    });
    await untie(conversationId, other.id);
    expect(await view(conversationId)).toMatchObject({ firstOrderId: null, orderId: order.id });
  });

  it("does not stop what is being done about it when it is untied", async () => {
    const order = await adas();
    const id = await written();
    await tie(id, order.id);
    const tags = {
      ...{ orderId: order.id, conversationId: id, kind: "tags", requestKey: newId() },
      asked: { of: "order", add: ["gift"], remove: [] },
    };
    const [asked, off] = await Promise.all([
      askAction(db.shop, tags, { kind: "staff", ...MAYA, owner: true }),
      untie(id, order.id),
    ]);
    expect(off.ok).toBe(true);
    expect(asked.ok).toBe(true);
    expect((await view(id))?.facts.some(({ kind }) => kind.startsWith("action."))).toBe(true);
  });
});

describe("the conversation's own order", () => {
  it("is taken off, and is its own again when that is undone", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    await untie(conversationId, order.id);
    expect(await view(conversationId)).toMatchObject({ orderId: null });
    expect(await names(conversationId)).toEqual([]);
    // the shopper still reads it where they wrote it; staff no longer see it there
    const seen = await db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(seen.map(({ id }) => id)).toEqual([conversationId]);
    expect(await db.shop.transact((tx) => allConversationsOfOrder(tx, order.id))).toEqual([]);
    await tie(conversationId, order.id);
    expect(await view(conversationId)).toMatchObject({ orderId: order.id });
    expect((await beside(conversationId)).orders).toMatchObject([{ isOwn: true, by: null, differs: null }]);
    expect((await db.owner.query(`select * from conversation_order`)).rows).toEqual([]);
  });
});

describe("a stranger whose conversation is tied to somebody's order", () => {
  it("is told nothing by machine, nor shown on the order's page, nor an owner to rules", async () => {
    const order = await adas({ name: "#7200" });
    const texts = { en: "{{ order.name }} is on its way. {{ order.url }}" };
    const macro = await saveMacro(db.shop, { name: "M", texts, actions: [] }, null, MAYA.name);
    if (!macro.ok) throw new Error(macro.refusal.code);
    const macroId = macro.value.id;
    const id = await written();
    await tie(id, order.id);
    await fileUnder(db.shop, { conversationId: id, orderId: order.id }, MAYA);
    const answer = { conversationId: id, macroId, key: newId() };
    expect(await answerByMachine(db.shop, answer)).toMatchObject({
      refusal: { code: "automation.unproven" },
    });
    expect(await db.shop.transact((tx) => conversationsOfOrder(tx, order.id))).toEqual([]);
    const account = order.customer?.id ?? "";
    expect(await db.shop.transact((tx) => conversationsOfCustomer(tx, account))).toEqual([]);
    const seen = await db.shop.transact((tx) => seenNow(tx, id, null));
    expect(seen?.situation).toMatchObject({ known: false, order: null });
    // staff's own macro speaks of it, and gives nobody a way into the order
    const filled = await fillMacro(db.shop, id, macroId, MAYA.name);
    expect(filled).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining("#7200 is on its way") },
    });
    expect(JSON.stringify(filled)).not.toContain("?t=");
  });

  it("is told nothing by machine of an order tied beside their own", async () => {
    const theirs = await adas({ name: "#7301", email: "eve@example.org" });
    const order = await adas({ name: "#7302" });
    const texts = { en: "It is {{ order.name }}." };
    const macro = await saveMacro(db.shop, { name: "M", texts, actions: [] }, null, MAYA.name);
    if (!macro.ok) throw new Error(macro.refusal.code);
    const { conversationId } = await aConversation(db.shop, { order: theirs });
    await tie(conversationId, order.id);
    await lookFirstAt(db.shop, { conversationId, orderId: order.id });
    const answer = { conversationId, macroId: macro.value.id, key: newId() };
    expect(await answerByMachine(db.shop, answer)).toMatchObject({ ok: true });
    const said = (await view(conversationId))?.messages.find(({ authorKind }) => authorKind === "system");
    expect(said?.text).toBe("It is #7301.");
  });
});

describe("a conversation filed under a customer", () => {
  it("stands among theirs, until that is taken back", async () => {
    const order = await adas();
    const customerId = order.customer?.id ?? "";
    const id = await written();
    const filing = () => fileUnder(db.shop, { conversationId: id, orderId: order.id }, MAYA);
    expect(await filing()).toMatchObject({ refusal: { code: "orders.notFound" } }); // not about it
    await tie(id, order.id);
    await filing();
    await filing();
    expect((await beside(id)).filedUnder).toEqual({ id: customerId, name: "Ada Rowntree" });
    expect((await facts(id)).filter((told) => told.startsWith("conversation.filed"))).toEqual([
      "conversation.filed Ada Rowntree",
    ]);
    expect(await db.shop.transact((tx) => writerOf(tx, id))).toMatchObject({ customerId, orderId: null });
    const past = () => db.shop.transact((tx) => conversationsWith(tx, { customerId, email: null }, null));
    expect((await past()).latest.map((one) => one.id)).toEqual([id]);
    await unfile(db.shop, id, MAYA);
    await unfile(db.shop, id, MAYA);
    expect((await past()).count).toBe(0);
    expect((await beside(id)).filedUnder).toBeNull();
  });

  it("is not one whose writer has shown who they are, nor one about nobody's order", async () => {
    const order = await adas();
    const { conversationId } = await aConversation(db.shop, { order: await adas() });
    await tie(conversationId, order.id);
    expect(await fileUnder(db.shop, { conversationId, orderId: order.id }, MAYA)).toMatchObject({
      refusal: { code: "input.invalid" },
    });
    const till = await adas({ customer: null, email: null });
    const id = await written();
    await tie(id, till.id);
    expect((await beside(id)).orders).toMatchObject([{ differs: "unknown", customer: null }]);
    expect(await fileUnder(db.shop, { conversationId: id, orderId: till.id }, MAYA)).toMatchObject({
      refusal: { code: "orders.noCustomer" },
    });
  });
});

describe("the parcel or return that a conversation is about", () => {
  it("is said by staff, of an order that is tied, and macros speak of it", async () => {
    const lines = [aLine()];
    const parcels = ["AA111111111GB", "AA222222222GB"].map((number) =>
      aParcel(lines, { tracking: [{ carrier: "Royal Mail", number, url: null }] }),
    );
    const order = await adas({
      lines,
      full: { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments: parcels },
    });
    const strange = await adas();
    const id = await written();
    const macro = await saveMacro(
      db.shop,
      { name: "M", texts: { en: "Hi {{ customer.name }}: {{ parcel.tracking_number }}" }, actions: [] },
      null,
      MAYA.name,
    );
    if (!macro.ok) throw new Error(macro.refusal.code);
    const says = async () => {
      const filled = await fillMacro(db.shop, id, macro.value.id, MAYA.name);
      return filled.ok ? filled.value.text : filled.refusal.code;
    };
    const about = (orderId: string, partId: string | null, part: "parcel" | "return" = "parcel") =>
      sayAbout(db.shop, { conversationId: id, orderId, part, partId }, MAYA);
    const [one, two] = (
      await db.owner.query(
        `select f.id from fulfilment f where "shopId" = $1 and "orderId" = $2 order by tracking::text`,
        [db.shop.id, order.id],
      )
    ).rows;
    expect(await about(order.id, one.id)).toMatchObject({ refusal: { code: "orders.notFound" } }); // not tied
    await tie(id, order.id);
    for (const { id: parcelId, number } of [
      { id: one.id, number: "AA111111111GB" },
      { id: two.id, number: "AA222222222GB" },
    ]) {
      expect(await about(order.id, parcelId)).toMatchObject({ ok: true });
      expect(await about(order.id, parcelId)).toMatchObject({ ok: true });
      // who ordered it is not who writes
      expect(await says()).toBe(`Hi: ${number}`);
    }
    expect(await facts(id)).toHaveLength(3);
    expect(await about(order.id, "404")).toMatchObject({ refusal: { code: "orders.notFound" } });
    expect(await about(strange.id, one.id)).toMatchObject({ refusal: { code: "orders.notFound" } });
    expect(await about(order.id, one.id, "return")).toMatchObject({ refusal: { code: "orders.notFound" } });
    await untie(id, order.id);
    expect(await view(id)).toMatchObject({ parcelId: null });
  });

  it("may be a return", async () => {
    const order = await aReturnableOrderIn(db.shop, db.neighbour, { name: "#7700" });
    const partId = await aReturn(db.shop, order);
    const id = await written();
    await tie(id, order.id);
    const about = { conversationId: id, orderId: order.id, part: "return" as const, partId };
    expect(await sayAbout(db.neighbour, about, MAYA)).toMatchObject({ refusal: { code: "inbox.notFound" } });
    expect(await sayAbout(db.shop, about, MAYA)).toMatchObject({ ok: true });
    expect(await view(id)).toMatchObject({ returnId: partId });
    expect(await sayAbout(db.shop, { ...about, partId: null }, MAYA)).toMatchObject({ ok: true });
    expect(await view(id)).toMatchObject({ returnId: null });
  });
});

describe("merged and split conversations", () => {
  it("show the orders of both, and each its own again when they are separated", async () => {
    const [one, two] = [await adas({ name: "#7401" }), await adas({ name: "#7402" })];
    const [from, into] = [await written(), await written(db.shop, "other@example.org")];
    await tie(from, one.id);
    await mergeConversations(db.shop, from, into, MAYA.name);
    expect(await tie(from, two.id)).toMatchObject({ refusal: { code: "inbox.merged" } });
    expect(await tie(into, one.id)).toMatchObject({ ok: true }); // it is there already
    expect(await view(into)).toMatchObject({ firstOrderId: one.id });
    await tie(into, two.id);
    expect(await names(into)).toEqual(["#7401", "#7402"]);
    await separateConversation(db.shop, from, MAYA.name);
    expect(await names(into)).toEqual(["#7402"]);
    expect(await names(from)).toEqual(["#7401"]);
    expect(await view(into)).toMatchObject({ firstOrderId: two.id });
  });

  it("lose an order that came with the other when staff untie it", async () => {
    const { conversationId: from, order } = await aConversation(db.shop);
    const into = await written();
    await mergeConversations(db.shop, from, into, MAYA.name);
    expect((await beside(into)).orders).toMatchObject([
      { id: order.id, by: null, isOwn: false, differs: "another" },
    ]);
    await untie(into, order.id);
    expect(await names(into)).toEqual([]);
    await tie(into, order.id);
    expect((await beside(into)).orders).toMatchObject([{ by: { name: "Maya" } }]);
  });

  it("go on about the same orders when a part with the same person is split off", async () => {
    const order = await adas();
    const { conversationId, order: own } = await aConversation(db.shop);
    await aConversation(db.shop, { order: own, text: "Two" });
    await tie(conversationId, order.id);
    const messages =
      (await view(conversationId))?.messages.filter(({ direction }) => direction === "in") ?? [];
    const part = { conversationId, messageIds: [messages.at(-1)?.id ?? ""], requestKey: newId() };
    const split = await splitConversation(db.shop, part, MAYA.name);
    if (!split.ok) throw new Error(split.refusal.code);
    expect(await names(split.value.conversationId)).toEqual([own.name, order.name]);
  });
});

describe("somebody who asks to be forgotten", () => {
  it("leaves a stranger's conversation without their order; one filed as theirs is given out and goes", async () => {
    const order = await adas({ name: "#7501" });
    const customerId = order.customer?.id ?? "";
    const [strangers, filed] = [
      await written(),
      await written(db.shop, "adas.other@example.org", "It is me"),
    ];
    for (const id of [strangers, filed]) await tie(id, order.id);
    await fileUnder(db.shop, { conversationId: filed, orderId: order.id }, MAYA);
    const person = { emailKey: "ada.rowntree@example.com", orderIds: [order.id], customerIds: [customerId] };
    const given = await db.shop.transact((tx) => exportConversations(tx, person));
    expect(given.conversations.map(({ id }) => id)).toEqual([filed]);
    expect(given.conversations).toMatchObject([{ orders: [{ orderId: order.id }] }]);
    await db.shop.transact((tx) => forgetConversations(tx, person));
    expect(await view(filed)).toBeNull();
    expect(await names(strangers)).toEqual([]);
    expect(await view(strangers)).toMatchObject({ firstOrderId: null });
    expect(await found("7501")).toEqual([]);
    expect((await db.owner.query(`select * from conversation_order`)).rows).toEqual([]);
  });

  it("takes what they began about their order along, though staff said it was about another", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    await untie(conversationId, order.id);
    const person = { emailKey: null, orderIds: [order.id] };
    await db.shop.transact((tx) => forgetConversations(tx, person));
    expect(await view(conversationId)).toBeNull();
  });
});
