import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { followConversation } from "~/features/inbox/hand-on.server";
import { exportConversations, forgetConversations } from "~/features/inbox/privacy.server";
import { sitAtDesk } from "~/features/inbox/sit-at-desk.server";
import { tagConversation } from "~/features/inbox/tag-conversation.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const CANARY = "canary.person@example.com";

async function mail(shop: Shop, to: string, from: string, text: string) {
  const raw = Buffer.from(`From: ${from}\r\nMessage-ID: <${Math.random()}@x.example>\r\n\r\n${text}`);
  await shop.transact((tx) => keepMail(tx, { sender: from, recipient: to, raw }));
}

it("exports and erases a person's words everywhere, and nobody else's", async () => {
  const [mine, theirs] = [
    await mirrored(db.shop, anOrder({ email: "Canary.Person@example.com" })),
    await mirrored(db.shop, anOrder({ email: "other@example.com" })),
  ];
  const one = await aConversation(db.shop, { order: mine, text: "Canary words in the form" });
  const other = await aConversation(db.shop, { order: theirs, text: "Other words" });
  const neighbour = await mirrored(db.neighbour, { ...mine });
  await aConversation(db.neighbour, { order: neighbour, text: "Canary words next door" });
  await mail(db.shop, replyAddress(db.shop.id, one.conversationId), CANARY, "Canary words by mail");
  await mail(db.shop, replyAddress(db.shop.id, other.conversationId), CANARY, "Canary words elsewhere");
  await mail(db.shop, "r.gone@x.example", CANARY, "Canary words that were parked");
  await mail(db.shop, replyAddress(db.shop.id, other.conversationId), "other@example.com", "Other mail");
  await runInboxJobs(db, db.shop);
  const noor = { id: "43", name: "Noor" };
  for (const { conversationId } of [one, other]) {
    const whose = conversationId === one.conversationId ? "Canary" : "Other";
    await tagConversation(db.shop, conversationId, `${whose.toLowerCase()} tag`);
    const draft = { isNote: false, text: `${whose} words in a draft` };
    await sitAtDesk(db.shop, { conversationId, isTyping: true, draft }, noor);
    await followConversation(db.shop, conversationId, true, noor);
  }
  const person = { emailKey: CANARY, orderIds: [mine.id] };
  const found = JSON.stringify(await db.shop.transact((tx) => exportConversations(tx, person)));
  for (const words of ["in the form", "by mail", "elsewhere", "in a draft"])
    expect(found).toContain(`Canary words ${words}`);
  expect(found).toContain("canary tag");
  expect(found).not.toMatch(/Other (words|mail)|other tag|next door/);

  const gone = await db.shop.transact((tx) => forgetConversations(tx, person));
  expect(gone).toEqual({ conversations: 2, messages: 4, mails: 3 });
  const left = await db.owner.query(
    `select m.text from message m where m."shopId" = $1
     union all select convert_from(raw, 'UTF8') from inbound_mail where "shopId" = $1
     union all select email from conversation where "shopId" = $1
     union all select text from conversation_draft where "shopId" = $1
     union all select tag from conversation_tag where "shopId" = $1
     union all select data::text from fact where "shopId" = $1 and "conversationId" is not null`,
    [db.shop.id],
  );
  const everything = JSON.stringify(left.rows);
  expect(everything).not.toMatch(/canary/i);
  expect(everything).toContain("Other words");
  expect(everything).toContain("Other mail");
  const here = await db.owner.query(
    `select "conversationId" as id from conversation_follower union all select "conversationId" from conversation_presence`,
  );
  expect(here.rows).toEqual([{ id: other.conversationId }, { id: other.conversationId }]);
  const nextDoor = await db.owner.query(`select text from message where "shopId" = $1`, [db.neighbour.id]);
  expect(nextDoor.rows).toEqual([{ text: "Canary words next door" }]);
});
