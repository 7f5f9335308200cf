import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, mailTo, runInboxJobs } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { type MailDoor, startMailDoor } from "~/doors/mail.server";
import { addNote } from "~/features/inbox/add-note.server";
import { mergeConversations, separateConversation } from "~/features/inbox/merge-conversations.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { mailboxAddress, messageIdFor, replyAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let door: MailDoor;
beforeAll(async () => {
  [db, door] = await Promise.all([freshDatabase(), startMailDoor(0)]);
});
afterAll(async () => {
  await door.close();
  await db.close();
});
beforeEach(async () => {
  await db.owner.query("delete from rate_limit");
  await db.owner.query("delete from message");
  await db.owner.query("delete from inbound_mail");
  await db.owner.query("delete from conversation");
});

const ADA = { name: "Ada Rowntree", address: "ada.rowntree@example.com" };
const STRANGER = { name: "Mallory", address: "mallory@elsewhere.example" };

async function filed(mail: Parameters<typeof mailTo>[1], shop: Shop = db.shop) {
  await mailTo(door.port, { to: mailboxAddress(shop.id), ...mail });
  expect(await runInboxJobs(db, shop)).toBe(0);
  return conversations(shop);
}

/** The shop's conversations, the oldest first, as staff see them. */
async function conversations(shop: Shop = db.shop) {
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from conversation where "shopId" = $1 order by number`,
    [shop.id],
  );
  const views = await Promise.all(rows.map(({ id }) => shop.transact((tx) => conversationView(tx, id))));
  return views.flatMap((view) => view ?? []);
}

describe("merging", () => {
  async function two() {
    const { conversationId: first } = await aConversation(db.shop, { text: "One" });
    await filed({ from: ADA, subject: "Two", text: "Two" });
    const second = (await conversations()).find((one) => one.id !== first)?.id ?? "";
    return { first, second };
  }

  it("makes one of two, and separates them again as they were", async () => {
    const { first, second } = await two();
    expect(await mergeConversations(db.shop, second, first, "Maya")).toMatchObject({ ok: true });
    expect(await mergeConversations(db.shop, second, first, "Maya")).toMatchObject({ ok: true });
    let [one, other] = await conversations();
    expect(one?.messages.map(({ text }) => text)).toEqual(["One", "Two"]);
    expect(one?.merged.map(({ id }) => id)).toEqual([second]);
    expect(other).toMatchObject({ state: "closed", mergedIntoId: first, messages: [] });
    const late = await filed({
      from: ADA,
      to: replyAddress(db.shop.id, second),
      subject: "Re",
      text: "Three",
    });
    expect(late[0]?.messages.map(({ text }) => text)).toEqual(["One", "Two", "Three"]);
    expect(await separateConversation(db.shop, second, "Maya")).toMatchObject({ ok: true });
    [one, other] = await conversations();
    expect(one?.messages.map(({ text }) => text)).toEqual(["One", "Three"]);
    expect(other).toMatchObject({ state: "open", mergedIntoId: null });
    expect(other?.messages.map(({ text }) => text)).toEqual(["Two"]);
    expect(one?.facts.map(({ kind }) => kind)).toEqual(["conversation.merged", "conversation.separated"]);
  });

  it("keeps from the shopper what was said with somebody else", async () => {
    const order = await mirrored(db.shop, anOrder());
    const { conversationId: first } = await aConversation(db.shop, { text: "One", order });
    await filed({ from: STRANGER, subject: "Two", text: "Two" });
    const came = (await conversations()).find((one) => one.id !== first);
    const second = came?.id ?? "";
    const seen = came?.messages.at(-1)?.id ?? null;
    const by = { id: "42", name: "Maya" };
    const answer = { conversationId: second, text: "To Mallory", seen, requestKey: newId() };
    expect(await replyToConversation(db.shop, answer, by)).toMatchObject({ ok: true });
    await db.owner.query(`update message set "sendAfter" = null`);
    await mergeConversations(db.shop, second, first, "Maya");
    const [one] = await conversations();
    expect(one?.messages.map((message) => [message.text, message.authorKind])).toEqual([
      ["One", "shopper"],
      ["Two", "other"],
      ["To Mallory", "staff"],
    ]);
    expect(one?.messages[1]?.authorEmail).toBe(STRANGER.address);
    const shown = async () =>
      (await db.shop.transact((tx) => conversationsOfOrder(tx, order.id))).flatMap(({ messages }) =>
        messages.map(({ text }) => text),
      );
    expect(await shown()).toEqual(["One"]);
    await separateConversation(db.shop, second, "Maya");
    const [, other] = await conversations();
    expect(other?.messages.map(({ authorKind }) => authorKind)).toEqual(["shopper", "staff"]);
  });

  it("leaves nowhere to write but where the messages went", async () => {
    const { first, second } = await two();
    await mergeConversations(db.shop, second, first, "Maya");
    const refused = { ok: false, refusal: { code: "inbox.merged" } };
    const said = { conversationId: second, text: "Hello", requestKey: newId(), seen: null };
    const maya = { id: "42", name: "Maya" };
    expect(await replyToConversation(db.shop, said, maya)).toMatchObject(refused);
    expect(await addNote(db.shop, said, maya)).toMatchObject(refused);
    expect((await conversations())[1]).toMatchObject({ state: "closed", messages: [] });
    expect(await addNote(db.shop, { ...said, conversationId: first }, maya)).toMatchObject({ ok: true });
  });

  it("never goes in a circle, nor into another shop", async () => {
    const { first, second } = await two();
    await mergeConversations(db.shop, second, first, "Maya");
    const refused = { ok: false, refusal: { code: "inbox.sameConversation" } };
    expect(await mergeConversations(db.shop, first, second, "Maya")).toMatchObject(refused);
    expect(await mergeConversations(db.shop, first, first, "Maya")).toMatchObject(refused);
    const gone = { ok: false, refusal: { code: "inbox.notFound" } };
    expect(await mergeConversations(db.neighbour, second, first, "Maya")).toMatchObject(gone);
    expect(await mergeConversations(db.shop, newId(), first, "Maya")).toMatchObject(gone);
  });

  it("two staff who merge them into each other at once end with one of the two", async () => {
    const { first, second } = await two();
    const done = await Promise.all([
      mergeConversations(db.shop, first, second, "Maya"),
      mergeConversations(db.shop, second, first, "Noor"),
    ]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const all = await conversations();
    expect(all.flatMap((one) => one.messages)).toHaveLength(2);
    expect(all.filter((one) => one.mergedIntoId)).toHaveLength(1);
  });
});

describe("a mail to the shop's mailbox", () => {
  it("begins a conversation with a number of its own, about the writer's own order", async () => {
    const named = await mirrored(
      db.shop,
      anOrder({ name: "#1042", email: ADA.address, placedAt: new Date("2026-03-01T10:00:00Z") }),
    );
    await mirrored(db.shop, anOrder({ email: ADA.address, placedAt: new Date("2026-04-01T10:00:00Z") }));
    const [first] = await filed({
      from: ADA,
      subject: `Broken lamp, order ${named.name}`,
      text: "It is broken.",
    });
    expect(first).toMatchObject({
      state: "open",
      unread: true,
      number: 1001,
      email: ADA.address,
      name: ADA.name,
      orderId: named.id,
      subject: `Broken lamp, order ${named.name}`,
    });
    expect(first?.messages.map((one) => [one.authorKind, one.text])).toEqual([["shopper", "It is broken."]]);
    const all = await filed({ from: ADA, subject: "Another thing", text: "Hello" });
    expect(all.map((one) => one.number)).toEqual([1001, 1002]);
  });

  it("an answer to it by Message-ID joins it; the same mail twice is one", async () => {
    const mail = { from: ADA, subject: "Hello", text: "One", messageId: "<one@mail.example>" };
    await filed(mail);
    await filed({ ...mail, headers: { "x-hop": "again" } });
    const [only, ...others] = await filed({
      from: ADA,
      subject: "Re: Hello",
      text: "Two",
      inReplyTo: "<one@mail.example>",
    });
    expect(others).toEqual([]);
    expect(only?.messages.map((one) => one.text)).toEqual(["One", "Two"]);
  });

  it("a stranger who names an order or a ticket gets a new conversation, and staff a suggestion", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    const [known] = await conversations();
    const byOrder = await filed({
      from: STRANGER,
      subject: `Re: order ${order.name}`,
      text: "What did they buy?",
    });
    expect(byOrder).toHaveLength(2);
    expect(byOrder[1]).toMatchObject({
      orderId: null,
      customerId: null,
      suggested: { id: conversationId, by: "orderName" },
    });
    const byTicket = await filed({ from: STRANGER, subject: `[T-${known?.number}]`, text: "Me again" });
    expect(byTicket[2]).toMatchObject({
      orderId: null,
      suggested: { id: conversationId, by: "ticketNumber" },
    });
  });

  it("who answers one of ours from another address is shown as themselves", async () => {
    const { conversationId } = await aConversation(db.shop);
    const id = newId();
    await db.owner.query(
      `insert into message ("shopId", id, "conversationId", direction, "authorKind", text, state, at)
       values ($1, $2, $3, 'out', 'staff', 'Hello', 'sent', now())`,
      [db.shop.id, id, conversationId],
    );
    const [only, ...others] = await filed({
      from: STRANGER,
      subject: "Re",
      text: "I read along",
      inReplyTo: `<${messageIdFor(db.shop.id, id)}>`,
    });
    expect(others).toEqual([]);
    expect(only?.messages.at(-1)).toMatchObject({ authorKind: "other", authorEmail: STRANGER.address });
  });

  it("a reply address of another shop says nothing here", async () => {
    const next = await mirrored(db.neighbour, anOrder());
    const { conversationId } = await aConversation(db.neighbour, { order: next });
    const cc = replyAddress(db.neighbour.id, conversationId);
    const envelope = { from: STRANGER.address, to: mailboxAddress(db.shop.id) };
    const here = await filed({ from: STRANGER, cc, envelope, subject: "Re", text: "Show me" });
    expect(here).toHaveLength(1);
    expect(here[0]?.messages.map((one) => one.text)).toEqual(["Show me"]);
    expect((await conversations(db.neighbour))[0]?.messages).toHaveLength(1);
  });

  it("a forged sender is bound to nobody's orders", async () => {
    await mirrored(db.shop, anOrder({ email: ADA.address }));
    const [only] = await filed({
      from: ADA,
      subject: "Change my address",
      text: "Send it to me instead",
      headers: { "authentication-results": "mx.shop.example; dmarc=fail header.from=example.com" },
    });
    expect(only).toMatchObject({ orderId: null, customerId: null });
    expect(only?.messages[0]?.authorKind).toBe("other");
  });

  it("a machine's mail is kept closed, and a forged notice silences nobody", async () => {
    const [list] = await filed({
      from: STRANGER,
      subject: "Spring sale",
      text: "Buy!",
      headers: { "list-id": "<news.elsewhere.example>", precedence: "bulk" },
    });
    expect(list).toMatchObject({ state: "closed", unread: false });
    const notice = [
      "From: MAILER-DAEMON@elsewhere.example",
      `To: ${mailboxAddress(db.shop.id)}`,
      "Subject: Undelivered Mail Returned to Sender",
      "MIME-Version: 1.0",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Not delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; elsewhere.example",
      "",
      `Final-Recipient: rfc822; ${ADA.address}`,
      "Action: failed",
      "Status: 5.1.1",
      "",
      "--b--",
      "",
    ].join("\r\n");
    await filed({ envelope: { from: "", to: mailboxAddress(db.shop.id) }, raw: notice });
    const { rows } = await db.owner.query("select 1 from fact where kind = 'message.bounced'");
    expect(rows).toEqual([]);
  });

  it("lists what came with it by its first bytes, and whom it also went to", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    const [only] = await filed({
      from: ADA,
      cc: "friend@elsewhere.example",
      subject: "Photo",
      text: "See",
      attachments: [
        { filename: "lamp.png", content: png },
        { filename: "really.png", content: "<script>alert(1)</script>", contentType: "image/png" },
      ],
    });
    expect(only?.messages[0]?.files).toEqual([
      {
        ...{ place: 0, name: "lamp.png", contentType: "image/png", size: png.length, isInline: false },
        href: expect.stringMatching(/^\/mail-file\/[\w.-]+$/),
      },
      {
        ...{ place: 1, name: "really.png", contentType: "application/octet-stream", size: 25 },
        ...{ isInline: false, href: null },
      },
    ]);
    expect(only?.messages[0]?.cc).toEqual(["friend@elsewhere.example"]);
  });
});
