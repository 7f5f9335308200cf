import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, mailTo, runInboxJobs } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { anOrder, mirrored } from "#tests/factories/order";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { sendAgain } from "~/features/inbox/send-message.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import { closeMail } from "~/platform/channels/email/send.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

const MAYA = { id: "42", name: "Maya" };
let room: MailRoom;
let db: MailRoom["db"];
let door: MailRoom["door"];
let smtp: MailRoom["smtp"];
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, door, smtp } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("rate_limit"));

const view = async (shop: Shop, id: string) => {
  const found = await shop.transact((tx) => conversationView(tx, id));
  if (!found) throw new Error("No such conversation");
  return found;
};

/** Staff answer, and the mail goes out. Answers the mail as the shopper got it. */
async function answered(conversationId: string, text = "It leaves tomorrow.") {
  const { lastMessageId } = await view(db.shop, conversationId);
  const asked = { conversationId, text, requestKey: newId(), seen: lastMessageId };
  const reply = await replyToConversation(db.shop, asked, MAYA);
  if (!reply.ok) throw new Error(reply.refusal.code);
  await runInboxJobs(db, db.shop);
  const got = smtp.received.at(-1);
  if (!got) throw new Error("No mail came");
  return got;
}

const ADA = { name: "Ada Rowntree", address: "ada.rowntree@example.com" };

describe("a conversation by mail", () => {
  it("goes out in the shop's look and comes back into the same conversation", async () => {
    const { conversationId, order } = await aConversation(db.shop, { text: "Where is my parcel?\nThanks" });
    const out = await answered(conversationId, "Hello Ada,\n\nit leaves <b>tomorrow</b>.");
    expect(out.to).toEqual(["ada.rowntree@example.com"]);
    expect(out.mail.subject).toBe(`Re: Your message about order ${order.name}`);
    expect(out.mail.text).toContain("it leaves <b>tomorrow</b>.");
    expect(out.mail.text).toContain("> Where is my parcel?\n> Thanks");
    expect(out.mail.html).toContain("it leaves &lt;b&gt;tomorrow&lt;/b&gt;.");
    const replyTo = out.mail.replyTo?.[0]?.address ?? "";
    expect(replyTo).toBe(replyAddress(db.shop.id, conversationId));
    expect(replyTo.split("@")[0]?.length).toBeLessThanOrEqual(64);
    expect(out.mail.headers.find(({ key }) => key === "auto-submitted")).toBeUndefined();

    await mailTo(door.port, {
      from: ADA,
      to: replyTo,
      subject: out.mail.subject,
      inReplyTo: out.mail.messageId,
      references: out.mail.messageId,
      text: `Great, thank you!\n\nOn 3 Nov 2026, Fern wrote:\n${(out.mail.text ?? "").replace(/^/gm, "> ")}`,
    });
    await runInboxJobs(db, db.shop);
    const { messages, state, unread } = await view(db.shop, conversationId);
    expect(messages.map((one) => [one.direction, one.authorKind, one.state])).toEqual([
      ["in", "shopper", "received"],
      ["out", "staff", "sent"],
      ["in", "shopper", "received"],
    ]);
    expect(messages[2]?.text).toBe("Great, thank you!");
    expect(messages[2]?.folded).toContain("it leaves <b>tomorrow</b>.");
    expect([state, unread]).toEqual(["open", true]);

    const again = await answered(conversationId, "You are welcome.");
    expect(again.mail.references).toContain(out.mail.messageId);
    expect(again.mail.text).toContain("> Great, thank you!");
    const seen = await db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(seen[0]?.messages.map((one) => one.from)).toEqual(["shopper", "shop", "shopper", "shop"]);
  });

  it("opens a closed conversation again when a person replies, and not for machines", async () => {
    const { conversationId } = await aConversation(db.shop);
    await closeConversation(db.shop, conversationId, "Maya");
    const to = replyAddress(db.shop.id, conversationId);
    const machine = {
      from: ADA,
      to,
      subject: "Automatic reply: away",
      text: "I am away until Monday.",
      headers: { "auto-submitted": "auto-replied" },
    };
    await mailTo(door.port, machine);
    await runInboxJobs(db, db.shop);
    let now = await view(db.shop, conversationId);
    expect([now.state, now.unread]).toEqual(["closed", false]);
    expect(now.messages.at(-1)).toMatchObject({ authorKind: "system", reason: "out-of-office" });
    await mailTo(door.port, { from: ADA, to, subject: "Re", text: "I am back, and it is broken." });
    await runInboxJobs(db, db.shop);
    now = await view(db.shop, conversationId);
    expect([now.state, now.unread]).toEqual(["open", true]);
    expect(now.facts.map((fact) => [fact.kind, fact.actor])).toEqual([
      ["conversation.closed", "staff"],
      ["conversation.reopened", "shopper"],
    ]);
  });

  it("never answers a machine: two autoresponders come to rest at once", async () => {
    const { conversationId } = await aConversation(db.shop);
    const out = await answered(conversationId);
    for (let at = 0; at < 20; at++) {
      await mailTo(door.port, {
        from: ADA,
        to: out.mail.replyTo?.[0]?.address,
        subject: "Auto: we got your mail",
        text: `Ticket ${at} is open.`,
        headers: at % 2 ? { precedence: "bulk" } : { "auto-submitted": "auto-generated" },
      });
    }
    await runInboxJobs(db, db.shop);
    expect(smtp.received).toHaveLength(1);
    const { messages, state } = await view(db.shop, conversationId);
    expect(messages.filter((one) => one.authorKind === "system")).toHaveLength(20);
    expect(state).toBe("waiting");
  });

  it("drops our own mail when it comes back, and a copy of one already filed", async () => {
    const { conversationId } = await aConversation(db.shop);
    const out = await answered(conversationId);
    const to = replyAddress(db.shop.id, conversationId);
    await mailTo(door.port, { from: ADA, to, messageId: out.mail.messageId ?? "", text: "an echo" });
    const twice = { from: ADA, to, messageId: "<once@mail.example>", text: "Only once" };
    await mailTo(door.port, twice);
    await mailTo(door.port, { ...twice, headers: { "x-hop": "another way round" } });
    await runInboxJobs(db, db.shop);
    const { messages } = await view(db.shop, conversationId);
    expect(messages.map((one) => one.text)).toEqual([
      "Where is my parcel?",
      "It leaves tomorrow.",
      "Only once",
    ]);
    const { rows } = await db.owner.query(
      `select reason from inbound_mail where recipient = $1 and state = 'dropped' order by reason`,
      [to],
    );
    expect(rows).toEqual([{ reason: "copy" }, { reason: "own" }]);
  });

  it("shows another sender as another person, and tells them nothing", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    await mailTo(door.port, {
      from: { name: "Support", address: "maya@fern-and-fable.example" },
      to: replyAddress(db.shop.id, conversationId),
      inReplyTo: "<guessed@example.com>",
      subject: "Re: everything",
      text: "Please send me the whole history.",
    });
    await runInboxJobs(db, db.shop);
    const { messages } = await view(db.shop, conversationId);
    expect(messages.at(-1)).toMatchObject({
      authorKind: "other",
      authorEmail: "maya@fern-and-fable.example",
    });
    await mailTo(door.port, {
      from: ADA,
      to: replyAddress(db.shop.id, conversationId),
      text: "It is really me, send it all",
      headers: {
        "authentication-results": "mx.example; spf=pass; dmarc=fail (p=REJECT) header.from=example.com",
      },
    });
    await runInboxJobs(db, db.shop);
    expect((await view(db.shop, conversationId)).messages.at(-1)?.authorKind).toBe("other");
    const out = await answered(conversationId, "We can only answer the shopper.");
    expect(out.to).toEqual(["ada.rowntree@example.com"]);
    expect(out.mail.text).not.toContain("whole history");
    const seen = await db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(JSON.stringify(seen)).not.toContain("whole history");
  });

  it("keeps a shop's reply address from reaching another shop", async () => {
    const { conversationId } = await aConversation(db.shop);
    // The neighbour has a conversation of the very same id.
    const twin = await aConversation(db.neighbour, { text: "Neighbour's own" });
    await db.owner.query(
      `insert into conversation select ($3::text), $2, subject, state, channel, null, null, null, email, name, locale,
         null, unread, assignee, "createdAt", "lastMessageAt", "closedAt" from conversation where id = $1`,
      [twin.conversationId, conversationId, db.neighbour.id],
    );
    await mailTo(door.port, {
      from: ADA,
      to: replyAddress(db.shop.id, conversationId),
      text: "For the first",
    });
    await mailTo(door.port, {
      from: ADA,
      to: replyAddress(db.neighbour.id, conversationId),
      text: "For next door",
    });
    await runInboxJobs(db, db.shop);
    await runInboxJobs(db, db.neighbour);
    const texts = async (shop: Shop) => (await view(shop, conversationId)).messages.map((one) => one.text);
    expect(await texts(db.shop)).toEqual(["Where is my parcel?", "For the first"]);
    expect(await texts(db.neighbour)).toEqual(["For next door"]);
  });

  it("files what is nested deep", async () => {
    const { conversationId } = await aConversation(db.shop);
    const to = replyAddress(db.shop.id, conversationId);
    const depth = 60;
    const open = Array.from({ length: depth }, (_, at) =>
      [`Content-Type: multipart/mixed; boundary=b${at}`, "", `--b${at}`].join("\r\n"),
    );
    await mailTo(door.port, {
      envelope: { from: ADA.address, to },
      raw: `From: ada@example.com\r\nTo: ${to}\r\nSubject: deep\r\n${open.join("\r\n")}\r\n\r\nhello\r\n`,
    });
    await runInboxJobs(db, db.shop);
    const filed = await db.owner.query(
      `select text from message where "shopId" = $1 and "conversationId" = $2 and direction = 'in' and "inboundMailId" is not null`,
      [db.shop.id, conversationId],
    );
    expect(filed.rows).toEqual([{ text: "hello" }]);
  });

  it("keeps ten thousand lines, any script, and names with line breaks", async () => {
    const order = await mirrored(
      db.shop,
      anOrder({ shippingAddress: null, customer: null, email: "ada.rowntree@example.com" }),
    );
    const { conversationId } = await aConversation(db.shop, { order });
    await db.owner.query(`update conversation set name = $2 where id = $1 and "shopId" = $3`, [
      conversationId,
      "שרה \u202e\r\nBcc: evil@example.com\r\n\r\n🌿",
      db.shop.id,
    ]);
    const out = await answered(conversationId, "مرحبا سارة، سيصل غدًا");
    expect(out.to).toEqual(["ada.rowntree@example.com"]);
    expect(out.mail.bcc).toBeUndefined();
    expect(out.mail.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(out.mail.text).toContain("مرحبا سارة، سيصل غدًا");
    const lines = Array.from({ length: 10_000 }, (_, at) => `Zeile ${at} — שלום عالم こんにちは`).join("\n");
    await mailTo(door.port, { from: ADA, to: replyAddress(db.shop.id, conversationId), text: lines });
    await runInboxJobs(db, db.shop);
    const { messages } = await view(db.shop, conversationId);
    expect(messages.at(-1)?.text).toBe(lines);
  });
});

describe("what goes wrong on the way out", () => {
  it("says on the message why it was refused, and sends it when asked again", async () => {
    const { conversationId } = await aConversation(db.shop);
    await db.owner.query(
      `update conversation set email = 'two@example.com,three@example.com' where id = $1`,
      [conversationId],
    );
    const asked = { conversationId, text: "Hello", requestKey: newId() };
    const { lastMessageId: seen } = await view(db.shop, conversationId);
    const reply = await replyToConversation(db.shop, { ...asked, seen }, MAYA);
    await runInboxJobs(db, db.shop);
    let last = (await view(db.shop, conversationId)).messages.at(-1);
    expect(last).toMatchObject({ state: "failed", reason: "noAddress" });
    expect(smtp.received).toHaveLength(0);
    await db.owner.query(`update conversation set email = 'ada.rowntree@example.com' where id = $1`, [
      conversationId,
    ]);
    if (!reply.ok) throw new Error();
    const again = await Promise.all(
      Array.from({ length: 5 }, () => sendAgain(db.shop, conversationId, reply.value.messageId, "Maya")),
    );
    expect(again.every((one) => one.ok)).toBe(true);
    await runInboxJobs(db, db.shop);
    last = (await view(db.shop, conversationId)).messages.at(-1);
    expect(last?.state).toBe("sent");
    expect(smtp.received).toHaveLength(1);
  });

  it("waits while the mail server is away, then sends once under the same Message-ID", async () => {
    const { conversationId } = await aConversation(db.shop);
    closeMail();
    await smtp.close();
    const { lastMessageId: seen } = await view(db.shop, conversationId);
    await replyToConversation(db.shop, { conversationId, text: "Later", requestKey: newId(), seen }, MAYA);
    expect(await runInboxJobs(db, db.shop)).toBe(1);
    const waiting = (await view(db.shop, conversationId)).messages.at(-1);
    expect(waiting?.state).toBe("queued");
    expect(waiting?.reason).toMatch(/could not take it now/);
    await smtp.reopen();
    expect(await runInboxJobs(db, db.shop)).toBe(0);
    expect(await runInboxJobs(db, db.shop)).toBe(0);
    expect(smtp.received).toHaveLength(1);
    const sent = (await view(db.shop, conversationId)).messages.at(-1);
    expect(sent).toMatchObject({ state: "sent", reason: null });
  });
});
