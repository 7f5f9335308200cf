import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, mailTo, runInboxJob, runInboxJobs } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { listConversations } from "~/features/inbox/list-queries.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { listSchema } from "~/features/inbox/schema";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { mailboxAddress, replyAddress } from "~/platform/channels/email/reply-address.server";
import { newId } from "~/values/ids";

let room: MailRoom;
let db: MailRoom["db"];
let door: MailRoom["door"];
let smtp: MailRoom["smtp"];
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, door, smtp } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("rate_limit", "fact", "message", "inbound_mail", "conversation"));

const ADA = { name: "Ada Rowntree", address: "ada.rowntree@example.com" };

/** Runs what follows from messages that came in, as the worker would. */
async function react() {
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from fact where "shopId" = $1 and kind = 'message.received' order by at`,
    [db.shop.id],
  );
  for (const { id } of rows) await runInboxJob(db.shop, "acknowledge", { factId: id });
  await runInboxJobs(db, db.shop);
}

async function written(mail: Parameters<typeof mailTo>[1] = {}) {
  await mailTo(door.port, {
    from: ADA,
    to: mailboxAddress(db.shop.id),
    subject: "Hello",
    text: "Help",
    ...mail,
  });
  await runInboxJobs(db, db.shop);
  await react();
}

const rows = async () =>
  (
    await db.owner.query(
      `select id, number, state, unread, "replyBy", "awaitingSince", "firstRepliedAt" from conversation order by number`,
    )
  ).rows;

describe("who writes", () => {
  it("hears at once by when somebody answers, in the thread, and that time is the clock", async () => {
    await written({ messageId: "<first@mail.example>" });
    expect(smtp.received).toHaveLength(1);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual([ADA.address]);
    expect(mail?.mail.text).toContain("a person answers it by");
    expect(mail?.mail.text).toContain("T-1001");
    expect(mail?.mail.html).toContain("We have your message</h1>"); // it is no answer yet
    expect(mail?.mail.inReplyTo).toBe("<first@mail.example>");
    expect(mail?.mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    const [one] = await rows();
    expect(one.replyBy.getTime()).toBeGreaterThan(Date.now());
    await react();
    await written({ subject: "And another thing" });
    expect(smtp.received).toHaveLength(1); // once a day for a sender, whatever they write
  });

  it("is what the list shows, not what a machine told them", async () => {
    await written({ text: "Where is my mug?" });
    expect(smtp.received).toHaveLength(1);
    const listed = await db.shop.transact((tx) => listConversations(tx, listSchema.parse({}), "42"));
    expect(listed.rows).toMatchObject([
      { preview: "Where is my mug?", lastDirection: "in", lastState: "sent" },
    ]);
  });

  it("is in the order's language", async () => {
    const { conversationId } = await aConversation(db.shop);
    await db.owner.query(`update conversation set locale = 'de' where id = $1`, [conversationId]);
    await react();
    expect(smtp.received[0]?.mail.text).toContain("antwortet Ihnen ein Mensch");
  });

  it("is promised nothing more once staff answered, and waits anew when writing again", async () => {
    const { conversationId } = await aConversation(db.shop);
    await react();
    const view = await db.shop.transact((tx) => conversationView(tx, conversationId));
    const reply = {
      conversationId,
      text: "Tomorrow",
      requestKey: newId(),
      seen: view?.lastMessageId ?? null,
    };
    // the machine's answer came after what staff had read, and is no reason to read again
    expect(await replyToConversation(db.shop, reply, { id: "42", name: "Maya" })).toMatchObject({ ok: true });
    expect((await rows())[0]).toMatchObject({ replyBy: null, awaitingSince: null, state: "waiting" });
    expect((await rows())[0].firstRepliedAt).not.toBeNull();
    await written({ to: replyAddress(db.shop.id, conversationId), text: "It is not here" });
    const [again] = await rows();
    expect(again).toMatchObject({ state: "open", unread: true });
    expect(again.replyBy.getTime()).toBeGreaterThan(Date.now());
  });

  it("nobody waits in a closed conversation", async () => {
    const { conversationId } = await aConversation(db.shop);
    await react();
    await closeConversation(db.shop, conversationId, "Maya");
    expect((await rows())[0]).toMatchObject({ replyBy: null, awaitingSince: null });
  });

  it.each([
    ["a machine", { headers: { "auto-submitted": "auto-replied" } }],
    ["a list", { headers: { "list-id": "<x.example>" } }],
    ["a mailbox nobody reads", { from: "no-reply@shop.example" }],
    ["a forged sender", { headers: { "authentication-results": "mx; dmarc=fail" } }],
  ])("unless it is %s: no mail goes", async (_who, mail) => {
    await written(mail);
    expect(smtp.received).toHaveLength(0);
  });

  it("unless the shop does not want it: the clock runs all the same", async () => {
    await db.owner.query(
      `insert into settings ("shopId", id, value, version, "updatedAt") values ($1, 'settings', '{"inbox":{"acknowledge":false}}', 1, now())
       on conflict ("shopId", id) do update set value = excluded.value`,
      [db.shop.id],
    );
    await written();
    expect(smtp.received).toHaveLength(0);
    expect((await rows())[0].replyBy).not.toBeNull();
    await db.owner.query("delete from settings");
  });
});

describe("a promise", () => {
  const facts = async () =>
    (
      await db.owner.query(`select kind from fact where kind like 'conversation.reply%' order by at`)
    ).rows.map((row) => row.kind);

  it("warns staff before it is broken, and says when it is, once each", async () => {
    const { conversationId } = await aConversation(db.shop);
    await react();
    await db.owner.query(`update conversation set unread = false, "replyBy" = now() + interval '1 minute'`);
    for (let twice = 0; twice < 2; twice++) await runInboxJob(db.shop, "watch-promise", { conversationId });
    expect(await facts()).toEqual(["conversation.replyDue"]);
    await db.owner.query(`update conversation set "replyBy" = now() - interval '1 minute'`);
    for (let twice = 0; twice < 2; twice++) await runInboxJob(db.shop, "watch-promise", { conversationId });
    expect(await facts()).toEqual(["conversation.replyDue", "conversation.replyLate"]);
    expect((await rows())[0].unread).toBe(true);
  });
});
