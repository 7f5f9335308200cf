import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { changeInboxSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";

let room: MailRoom;
let db: MailRoom["db"];
let smtp: MailRoom["smtp"];
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, smtp } = room);
});
afterAll(() => room.close());

it("a missed target is mailed to the named address: the ticket and the way to it, nothing of the shopper", async () => {
  const policy = {
    id: "p1",
    name: "Everybody",
    counts: "calendar",
    targets: { firstReply: { normal: 10 } },
    onMiss: { mailTo: "boss@shop.example" },
    since: "2020-01-01T00:00:00.000Z",
  };
  const { sla } = settingsSchema.parse({ inbox: { sla: [policy] } }).inbox;
  await changeInboxSettings(db.shop, { sla }, "Maya", null);
  const { conversationId } = await aConversation(db.shop, { text: "My secret" });
  await db.owner.query(`update sla_clock set "runningSince" = "runningSince" - interval '1 hour'`);
  await runInboxJob(db.shop, "watch-targets", { conversationId });
  const { rows } = await db.owner.query("select id from sla_clock");
  const clockId = rows[0].id;
  for (let twice = 0; twice < 2; twice++) await runInboxJob(db.shop, "mail-missed-target", { clockId });
  const ids = new Set(smtp.received.map(({ mail }) => mail.messageId));
  expect(ids.size).toBe(1); // tried again it is the same mail
  const [first] = smtp.received;
  expect(first?.to).toEqual(["boss@shop.example"]);
  expect(first?.mail.subject).toBe("T-1001: first reply is overdue");
  expect(first?.mail.text).toContain(`/app/inbox/${conversationId}`);
  for (const secret of ["My secret", "Ada", "ada.rowntree"]) {
    expect(first?.mail.text).not.toContain(secret);
    expect(first?.mail.html).not.toContain(secret);
  }
  // a policy that is gone, or a neighbour's clock, is mailed to nobody
  await changeInboxSettings(db.shop, { sla: [] }, "Maya", null);
  await runInboxJob(db.shop, "mail-missed-target", { clockId });
  await runInboxJob(db.neighbour, "mail-missed-target", { clockId });
  expect(smtp.received).toHaveLength(2);
});
