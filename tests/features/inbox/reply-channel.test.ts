import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailTo, runInboxJobs } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { contactUs } from "~/features/inbox/contact-us.server";
import { conversationsOfCustomer, conversationsOfOrder } from "~/features/inbox/queries.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { writeAgain } from "~/features/inbox/write-again.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import { newId } from "~/values/ids";

const ADA = { name: "Ada Rowntree", address: "ada.rowntree@example.com" };
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

/** Staff answer the latest message; answers the mails that left. */
async function answered(conversationId: string, text: string) {
  const { rows } = await db.owner.query(
    `select id from message where "conversationId" = $1 and (direction = 'in' or "authorKind" = 'staff')
     order by at desc, id desc limit 1`,
    [conversationId],
  );
  const reply = { conversationId, text, requestKey: newId(), seen: rows[0].id };
  expect((await replyToConversation(db.shop, reply, { id: "42", name: "Maya" })).ok).toBe(true);
  await runInboxJobs(db, db.shop);
  return smtp.received;
}

const form = (over: object) => ({
  orderId: null,
  reason: "wrong" as const,
  text: "It broke",
  email: "",
  requestKey: newId(),
  ...over,
});
const inEnglish = { photos: [], locale: "en" as const };

describe("an answer comes back where the question was asked", () => {
  it("a form's by mail to the address that was typed, and nowhere else", async () => {
    const writer = { customerId: null, pass: null, visitor: newId() };
    const typed = form({ email: "somebody@example.com" });
    const begun = await contactUs(db.shop, typed, writer, { ...inEnglish, channel: "storefront" });
    if (!begun.ok) throw new Error(begun.refusal.code);
    const mails = await answered(begun.value.conversationId, "A new one leaves today.");
    expect(mails.map(({ to }) => to)).toEqual([["somebody@example.com"]]);
    expect(mails[0]?.mail.text).toContain("A new one leaves today.");
  });

  it("the account's in the account, with a mail that tells of it; what is answered by mail is there, too", async () => {
    const order = await mirrored(db.shop, anOrder({ customer: aCustomer({ id: "951" }) }));
    await mirrored(db.neighbour, order);
    const writer = { customerId: "951", pass: null, visitor: newId() };
    const asked = form({ orderId: order.id });
    const begun = await contactUs(db.shop, asked, writer, { ...inEnglish, channel: "account" });
    if (!begun.ok) throw new Error(begun.refusal.code);
    const { conversationId } = begun.value;
    const [mail] = await answered(conversationId, "A new one leaves today.");
    expect(mail?.to).toEqual([ADA.address]);
    const again = { conversationId, text: "In green, please", requestKey: newId() };
    await writeAgain(db.shop, again, { customerId: "951", visitor: newId() }, []);
    await mailTo(door.port, {
      from: ADA,
      to: mail?.mail.replyTo?.[0]?.address ?? "",
      subject: mail?.mail.subject,
      inReplyTo: mail?.mail.messageId,
      text: "Or in blue",
    });
    await runInboxJobs(db, db.shop);
    const [seen] = await db.shop.transact((tx) => conversationsOfCustomer(tx, "951"));
    expect(seen?.messages.map(({ from, text }) => [from, text])).toEqual([
      ["shopper", "It broke"],
      ["shop", "A new one leaves today."],
      ["shopper", "In green, please"],
      ["shopper", "Or in blue"],
    ]);
    expect(await db.neighbour.transact((tx) => conversationsOfCustomer(tx, "951"))).toEqual([]);
  });

  it("a mail's by mail, in its thread", async () => {
    const order = await mirrored(db.shop, anOrder());
    await mailTo(door.port, {
      from: ADA,
      to: mailboxAddress(db.shop.id),
      subject: `About ${order.name}`,
      messageId: "<asked-by-mail@example.com>",
      text: "Where is it?",
    });
    await runInboxJobs(db, db.shop);
    const { rows } = await db.owner.query(
      `select "conversationId" as id from message where "mailMessageId" like '%asked-by-mail@example.com%'`,
    );
    const [mail] = await answered(rows[0].id, "It arrives tomorrow.");
    expect(mail?.to).toEqual([ADA.address]);
    expect(mail?.mail.inReplyTo).toBe("<asked-by-mail@example.com>");
    expect(mail?.mail.subject).toBe(`Re: About ${order.name}`);
    const told = await db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(told[0]?.messages).toHaveLength(2);
  });
});
