import nodemailer from "nodemailer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { anOrder, aShippedOrder, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { headerOf, type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runAll, runDue } from "#tests/setup/queue";
import { type MailDoor, startMailDoor } from "~/doors/mail.server";
import { env } from "~/env.server";
import { eraseSuppressions, suppressedPage } from "~/features/notifications/suppression-store.server";
import { lift } from "~/features/notifications/take-bounce.server";
import { changeSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import { bounceAddress, replyAddress } from "~/platform/channels/email/reply-address.server";
import { closeMail } from "~/platform/channels/email/send.server";

// Mails go out to a real mail server, and what comes back of them comes in by our own door.

let db: FreshDatabase;
let sink: MailSink;
let door: MailDoor;
const ADA = "ada.rowntree@example.com";

beforeAll(async () => {
  db = await freshDatabase();
  [sink, door] = await Promise.all([openMailSink(), startMailDoor(0)]);
  env.SMTP_URL = sink.url; // read when the first mail goes out
  env.INBOUND_SMTP_PORT = door.port; // somebody listens: mails ask for their bounces
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
});
afterAll(async () => {
  closeMail();
  delete env.INBOUND_SMTP_PORT;
  await Promise.all([sink.close(), door.close()]);
  await db.close();
});
beforeEach(async () => {
  for (const table of [
    "notification",
    "fact",
    "message",
    "conversation",
    "orders",
    "suppression",
    "settings",
  ])
    await db.owner.query(`delete from ${table}`);
  await db.owner.query("delete from graphile_worker._private_jobs");
  Object.assign(sink, { accepted: [], texts: [] });
});

const outbox = async () =>
  (
    await db.owner.query<{ id: string; kind: string; state: string; reason: string | null }>(
      `select id, kind, state, reason from notification where "shopId" = $1 order by id`,
      [SHOP],
    )
  ).rows;
const suppressions = async () =>
  (
    await db.owner.query<{ id: string; shopId: string; scope: string; reason: string }>(
      `select id, "shopId", scope, reason from suppression order by "shopId", reason`,
    )
  ).rows;

const fresh = (over = {}) =>
  anOrder({ placedAt: new Date(Date.now() - 5_000), updatedAt: new Date(Date.now() - 5_000), ...over });
/** A new order's confirmation, sent. */
async function aMail() {
  await mirrored(db.shop, fresh());
  await runDue(db);
  const mail = sink.accepted.at(-1);
  if (!mail) throw new Error("no mail went out");
  return mail;
}

/** An order shipped, and then on the van: news one may do without. */
async function onTheVan(): Promise<void> {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  const order = aShippedOrder(
    { placedAt: ago(90), updatedAt: ago(60) },
    { shippedAt: ago(60), updatedAt: ago(60), estimatedAt: null },
  );
  await mirrored(db.shop, order);
  await runAll(db);
  const fulfilments = order.full.fulfilments.map((parcel) => ({
    ...parcel,
    displayStatus: "out_for_delivery",
    updatedAt: ago(5),
  }));
  await mirrored(db.shop, { ...order, updatedAt: ago(5), full: { ...order.full, fulfilments } });
  await runAll(db);
}

const report = (to: string, fields: string) =>
  [
    "From: MAILER-DAEMON@mx.example.com",
    `To: ${to}`,
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "MIME-Version: 1.0",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Your mail could not be delivered.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.com",
    "",
    `Final-Recipient: rfc822; ${ADA}`,
    fields,
    "",
    "--b--",
    "",
  ].join("\r\n");
const DEAD = "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown";
const FULL = "Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full";

/** A foreign mail server hands a mail to our door, with the empty sender of notices. */
async function comeBack(to: string, raw: string): Promise<void> {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: "", to: [to] }, raw });
  transport.close();
}

describe("a mail that nobody can get", () => {
  it("asks to come back to an address of its own, and bars its recipient when it does", async () => {
    const mail = await aMail();
    const [sent] = await outbox();
    expect(mail.from).toBe(bounceAddress(db.shop.id, sent?.id ?? ""));
    await comeBack(mail.from, report(mail.from, DEAD));
    await runDue(db);
    expect(await outbox()).toMatchObject([{ state: "failed", reason: "bounced" }]);
    expect(await suppressions()).toMatchObject([
      { shopId: SHOP, scope: "everything", reason: "addressDead" },
    ]);
    const before = sink.accepted.length;
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect(sink.accepted).toHaveLength(before);
    expect((await outbox()).at(-1)).toMatchObject({ state: "suppressed", reason: "addressDead" });
  });

  it("is not answered, nor is its notice kept", async () => {
    const { from } = await aMail();
    const before = sink.accepted.length;
    await comeBack(from, report(from, DEAD));
    await runAll(db);
    expect(sink.accepted).toHaveLength(before);
    expect((await db.owner.query("select 1 from inbound_mail")).rowCount).toBe(0);
  });

  it("is written to again once staff lift the bar, which the neighbour cannot", async () => {
    const { from } = await aMail();
    await comeBack(from, report(from, DEAD));
    await runDue(db);
    const page = await db.shop.transact((tx) => suppressedPage(tx, { after: null, before: null }));
    expect(page.rows).toMatchObject([{ address: ADA, reason: "addressDead", status: "5.1.1", until: null }]);
    const id = page.rows[0]?.id ?? "";
    expect(await lift(db.neighbour, id, "Eve")).toEqual({
      ok: false,
      refusal: { code: "notifications.notSuppressed" },
    });
    expect(await lift(db.shop, id, "Maya")).toMatchObject({ ok: true });
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect((await outbox()).at(-1)).toMatchObject({ state: "sent" });
  });

  it("at one shop says nothing of the other's", async () => {
    const { from } = await aMail();
    await comeBack(from, report(from, DEAD));
    await runDue(db);
    const before = sink.accepted.length;
    await mirrored(db.neighbour, fresh());
    await runDue(db);
    expect(sink.accepted).toHaveLength(before + 1);
  });

  it("is forgotten with its shopper", async () => {
    const { from } = await aMail();
    await comeBack(from, report(from, DEAD));
    await runDue(db);
    expect(await db.shop.transact((tx) => eraseSuppressions(tx, [ADA]))).toBe(1);
    expect(await suppressions()).toEqual([]);
  });
});

it("a full mailbox is counted once a mail; the third within a month gives the address a rest", async () => {
  for (const times of [1, 2, 3]) {
    const { from } = await aMail();
    await comeBack(from, report(from, FULL));
    await comeBack(from, report(from, FULL)); // the same notice again
    await runDue(db);
    expect(await suppressions()).toMatchObject([
      { scope: times < 3 ? "none" : "everything", reason: "bouncing" },
    ]);
  }
  await mirrored(db.shop, fresh());
  await runDue(db);
  expect((await outbox()).at(-1)).toMatchObject({ state: "suppressed", reason: "bouncing" });
  await db.owner.query(`update suppression set until = now() - interval '1 second'`); // a week later
  await mirrored(db.shop, fresh());
  await runDue(db);
  expect((await outbox()).at(-1)).toMatchObject({ state: "sent" });
});

describe("what else comes to a bounce address", () => {
  it.each([
    [
      "an answering machine",
      "Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nI am away until Monday.",
    ],
    [
      "a delay",
      report("x@y.example", "Action: delayed\r\nStatus: 4.4.1\r\nDiagnostic-Code: smtp; 451 4.4.1 timeout"),
    ],
    ["bytes", "\u0000\u0001\u0002 no mail at all"],
  ])("%s changes nothing", async (_what, raw) => {
    const { from } = await aMail();
    await comeBack(from, raw);
    await runAll(db);
    expect(await suppressions()).toEqual([]);
    expect((await outbox())[0]).toMatchObject({ state: "sent" });
  });

  it("nothing, at an address that somebody made up", async () => {
    const { from } = await aMail();
    const forged = from.replace(/^b\.(.)/, (_all, letter: string) => `b.${letter === "a" ? "b" : "a"}`);
    await expect(comeBack(forged, report(forged, DEAD))).rejects.toMatchObject({ responseCode: 550 });
  });
});

const complaint = (to: string) =>
  [
    "From: fbl@provider.example",
    `To: ${to}`,
    "Subject: complaint",
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    "MIME-Version: 1.0",
    "",
    "--b",
    "Content-Type: message/feedback-report",
    "",
    "Feedback-Type: abuse",
    "User-Agent: Provider/1",
    "Version: 1",
    `Original-Rcpt-To: ${ADA}`,
    "",
    "--b--",
    "",
  ].join("\r\n");

it("who complains still hears of what matters, and of nothing else", async () => {
  const { from } = await aMail();
  await comeBack(from, complaint(from));
  await runDue(db);
  expect(await suppressions()).toMatchObject([{ scope: "optional", reason: "complained" }]);
  expect(await outbox()).toMatchObject([{ state: "sent" }]);
  await onTheVan();
  const states = new Map((await outbox()).map((row) => [row.kind, row]));
  expect(states.get("outForDelivery")).toMatchObject({ state: "suppressed", reason: "complained" });
});

describe("the sender's own domain", () => {
  it("unsigned, keeps the return path that SPF speaks for", async () => {
    const value = settingsSchema.parse({ mail: { fromAddress: "hello@fern.example" } });
    await changeSettings(db.shop, value, "Staff");
    expect((await aMail()).from).toBe("hello@fern.example");
  });
});

it("an answer of staff that comes back is filed with its conversation, and bars the address", async () => {
  const { conversationId } = await aConversation(db.shop);
  const to = replyAddress(db.shop.id, conversationId);
  await comeBack(to, report(to, DEAD));
  await runAll(db);
  expect(await suppressions()).toMatchObject([{ shopId: SHOP, scope: "everything", reason: "addressDead" }]);
});

it("mail of a kind one may do without offers to end it with one click, the rest does not", async () => {
  await onTheVan();
  const sent = (await outbox()).filter(({ state }) => state === "sent");
  expect(sent.map(({ kind }) => kind)).toContain("outForDelivery");
  for (const { id, kind } of sent) {
    const raw = sink.accepted.find(({ messageId }) => messageId.includes(id))?.raw ?? "";
    const optional = kind === "outForDelivery";
    expect(headerOf(raw, "list-unsubscribe"), kind).toMatch(
      optional ? /^<http:\/\/localhost:3000\/unsubscribe\/[\w-]+\.[\w-]+>$/ : /^$/,
    );
    expect(headerOf(raw, "list-unsubscribe-post"), kind).toBe(optional ? "List-Unsubscribe=One-Click" : "");
  }
});
