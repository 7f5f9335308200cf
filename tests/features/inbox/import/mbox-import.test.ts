import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runInboxJobs } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { countedImport, importOf, mboxOf, type PastMail, takenImport } from "#tests/factories/past-mail";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { waitingJobs } from "#tests/setup/queue";
import { beginImport, stepImport, workOnImport } from "~/features/inbox/import/import-conversations.server";
import { isReconciled } from "~/features/inbox/import/progress";
import { listConversations } from "~/features/inbox/list-queries.server";
import { mailPage } from "~/features/inbox/mail-parts.server";
import { allConversationsOfOrder, conversationsOfOrder } from "~/features/inbox/queries.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of [
    "conversation_import",
    "imported_message",
    "import_thread",
    "message",
    "inbound_mail",
    "conversation",
    "fact",
    "notification",
  ])
    await db.owner.query(`delete from "${table}"`);
  await db.owner.query("delete from graphile_worker._private_jobs");
});

const ADA = "Ada Rowntree <ada@example.com>";
const SHOP_MAIL = "Fern Help <help@fern.example>";

/** An answer that stands before its question, as in files of Google Takeout; and a stranger's own thread. */
const MAILS: PastMail[] = [
  {
    id: "two@fern",
    from: SHOP_MAIL,
    to: "ada@example.com",
    subject: "Re: The blue scarf",
    text: "It is on its way.",
    answers: ["one@ada"],
    date: "Thu, 19 Nov 2020 11:00:00 +0000",
  },
  {
    id: "one@ada",
    from: ADA,
    subject: "The blue scarf",
    text: "Where is it?\n>From the start I asked.",
    date: "Thu, 19 Nov 2020 09:00:00 +0000",
  },
  { id: "other@bo", from: "bo@other.example", subject: "Wholesale", text: "Do you sell in bulk?" },
  {
    id: "three@ada",
    from: ADA,
    subject: "Re: The blue scarf",
    text: "Thank you!",
    answers: ["one@ada", "two@fern"],
    date: "Thu, 19 Nov 2020 12:00:00 +0000",
  },
  { id: "spam@x", from: "win@spam.example", text: "You won", head: "X-Gmail-Labels: Spam,Unread" },
];
const FILES = { "mail.mbox": mboxOf(MAILS) };

async function conversations(shop: Shop = db.shop) {
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from conversation where "shopId" = $1 order by "createdAt", id`,
    [shop.id],
  );
  const views = await Promise.all(rows.map(({ id }) => shop.transact((tx) => conversationView(tx, id))));
  // when the screen was read is no part of what is kept
  return views.flatMap((view) => (view ? [{ ...view, readAt: null }] : []));
}

describe("a dry run", () => {
  it("counts what is there and takes nothing in", async () => {
    const one = await countedImport(db.shop, { files: FILES });
    expect(one.state).toBe("counted");
    expect(one.counted).toEqual({
      conversations: 2,
      messages: 4,
      people: 2,
      attachments: 0,
      filesElsewhere: 0,
      filesWithAddress: 0,
      columns: [],
      already: 0,
      undated: 0,
      matched: 0,
      strangeFiles: 0,
      skipped: { spam: 1 },
    });
    expect(await conversations()).toEqual([]);
  });

  it("a second import waits for the first", async () => {
    await countedImport(db.shop, { files: FILES });
    const asked = { source: "mbox" as const, ownAddresses: [], files: [{ name: "a", size: 1 }] };
    expect(await beginImport(db.shop, asked, { id: "1", name: "Noor" })).toMatchObject({
      refusal: { code: "imports.underWay" },
    });
    expect(await beginImport(db.neighbour, asked, { id: "1", name: "Noor" })).toMatchObject({ ok: true });
  });
});

describe("taking in", () => {
  it("keeps times, authors and threads, closed, tied to the order of the time, and as many as were counted", async () => {
    const order = anOrder({ email: "ada@example.com", placedAt: new Date("2020-11-10T10:00:00Z") });
    const later = anOrder({ id: "990001", name: "#2001", email: "ada@example.com" });
    for (const one of [order, later]) await mirrored(db.shop, one);
    const one = await takenImport(db.shop, { files: FILES });
    expect(one).toMatchObject({ state: "done", done: { conversations: 2, messages: 4, matched: 1 } });
    expect(one.counted && one.done && isReconciled(one.counted, one.done)).toBe(true);
    const [bulk, scarf] = (await conversations()).sort((a, b) => a.messages.length - b.messages.length);
    expect(bulk).toMatchObject({ subject: "Wholesale", email: "bo@other.example", orderId: null });
    expect(scarf).toMatchObject({
      subject: "The blue scarf",
      state: "closed",
      unread: false,
      email: "ada@example.com",
      name: "Ada Rowntree",
      orderId: order.id,
      createdAt: new Date("2020-11-19T09:00:00Z"),
    });
    expect(scarf?.messages).toMatchObject([
      { authorKind: "shopper", direction: "in", text: "Where is it?\nFrom the start I asked." },
      { authorKind: "staff", direction: "out", authorName: "Fern Help", state: "sent" },
      { authorKind: "shopper", text: "Thank you!", at: new Date("2020-11-19T12:00:00Z") },
    ]);
    const left = await db.owner.query("select 1 from import_part union all select 1 from import_person");
    expect(left.rows).toEqual([]);
  });

  it("a message without a date, or with one of the future, has the day it was brought", async () => {
    const files = {
      odd: mboxOf([
        { id: "future@x", from: ADA, date: "Thu, 19 Nov 2099 09:30:01 +0000" },
        { id: "none@x", from: ADA, date: "yesterday" },
      ]),
    };
    const one = await takenImport(db.shop, { files });
    expect(one).toMatchObject({ counted: { undated: 2 }, done: { messages: 2 } });
    for (const { messages } of await conversations()) expect(messages[0]?.at).toEqual(one.createdAt);
  });

  it("is found by search, and only here", async () => {
    await takenImport(db.shop, { files: FILES });
    const find = (shop: Shop) =>
      shop.transact((tx) =>
        listConversations(
          tx,
          { q: "scarf way", view: "open", tag: "", after: undefined, before: undefined } as never,
          "42",
        ),
      );
    expect((await find(db.shop)).rows).toMatchObject([{ email: "ada@example.com" }]);
    expect((await find(db.neighbour)).rows).toEqual([]);
  });

  it("sends nothing, starts no clock, and nothing follows from it", async () => {
    await takenImport(db.shop, { files: FILES });
    const facts = await db.owner.query(`select kind from fact where "shopId" = $1`, [db.shop.id]);
    expect(facts.rows).toEqual([{ kind: "inbox.imported" }]);
    const jobs = (await waitingJobs(db)).map(({ task }) => task);
    expect(jobs.filter((task) => !["import-conversations", "react"].includes(task))).toEqual([]);
    const moving = await db.owner.query(
      `select 1 from conversation where state <> 'closed' or "awaitingSince" is not null or "replyBy" is not null
         or "ratingAskedAt" is not null or unread
       union all select 1 from message where state = 'queued' union all select 1 from notification`,
    );
    expect(moving.rows).toEqual([]);
  });

  it("is on its order's page for staff, and not in the shopper's account", async () => {
    const order = anOrder({ email: "ada@example.com", placedAt: new Date("2020-11-10T10:00:00Z") });
    await mirrored(db.shop, order);
    await takenImport(db.shop, { files: FILES });
    expect(await db.shop.transact((tx) => conversationsOfOrder(tx, order.id))).toEqual([]);
    const staffSee = await db.shop.transact((tx) => allConversationsOfOrder(tx, order.id));
    expect(staffSee).toMatchObject([{ subject: "The blue scarf" }]);
  });

  it("the same file again adds nothing, nor does a copy in an archive", async () => {
    await takenImport(db.shop, { files: FILES });
    const before = await conversations();
    const again = await takenImport(db.shop, {
      files: {
        "all.zip": Buffer.from(zipSync({ "a.mbox": FILES["mail.mbox"], "b.txt": Buffer.from("no") })),
      },
    });
    expect(again).toMatchObject({
      counted: { messages: 0, already: 4, strangeFiles: 1 },
      done: { messages: 0, conversations: 0 },
    });
    expect(await conversations()).toEqual(before);
  });

  it("a second file continues the first one's conversations: received and sent mail lie apart", async () => {
    const [sent, ...received] = MAILS;
    await takenImport(db.shop, { files: { inbox: mboxOf(received) } });
    await takenImport(db.shop, { files: { sent: mboxOf(sent ? [sent] : []) } });
    const scarf = (await conversations()).find(({ subject }) => subject === "The blue scarf");
    expect(scarf?.messages.map(({ text }) => text)).toEqual([
      "Where is it?\nFrom the start I asked.",
      "It is on its way.",
      "Thank you!",
    ]);
  });

  it("goes on after a stop where it was, in counting and in taking in", async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({ id: `m${at}@x`, from: `p${at % 7}@example.com` }));
    const begun = await countedImport(db.shop, { files: { many: mboxOf(many) } });
    expect(begun.counted).toMatchObject({ messages: 130, conversations: 130, people: 7 });
    await stepImport(db.shop, begun.id, "run");
    let slices = 0;
    for (; (await importOf(db.shop, begun.id)).state === "running"; slices++)
      await workOnImport(db.shop, begun.id, 0);
    expect(slices).toBeGreaterThan(2);
    expect(await importOf(db.shop, begun.id)).toMatchObject({ done: { messages: 130, conversations: 130 } });
  });

  it("two workers at once take each message in once", async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ id: `m${at}@x`, from: "p@example.com" }));
    const { id } = await countedImport(db.shop, { files: { many: mboxOf(many) } });
    await stepImport(db.shop, id, "run");
    await Promise.all([workOnImport(db.shop, id), workOnImport(db.shop, id)]);
    await workOnImport(db.shop, id);
    expect(await importOf(db.shop, id)).toMatchObject({ state: "done", done: { messages: 60 } });
  });

  it("a later reply goes to its conversation and opens it", async () => {
    await takenImport(db.shop, { files: FILES });
    const raw = mboxOf([{ id: "new@ada", from: ADA, text: "One more thing", answers: ["two@fern"] }]);
    const mail = {
      sender: "ada@example.com",
      recipient: mailboxAddress(db.shop.id),
      raw: raw.subarray(raw.indexOf(10) + 1),
    };
    await db.shop.transact((tx) => keepMail(tx, mail));
    expect(await runInboxJobs(db, db.shop)).toBe(0);
    const scarf = (await conversations()).find(({ subject }) => subject === "The blue scarf");
    expect(scarf).toMatchObject({ state: "open" });
    expect(scarf?.messages.at(-1)).toMatchObject({ text: "One more thing", authorKind: "shopper" });
  });

  it("shows HTML made safe, and files by their bytes", async () => {
    const mail = mboxOf([
      {
        id: "html@x",
        from: ADA,
        head: "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
        text: '--b\nContent-Type: text/html\n\n<p onclick="x()">Hi<script>alert(1)</script></p>\n--b\nContent-Type: image/png; name="a.png"\nContent-Disposition: attachment\n\nnot a picture\n--b--',
      },
    ]);
    await takenImport(db.shop, { files: { mail } });
    const [one] = await conversations();
    const message = one?.messages[0];
    expect(message?.files).toMatchObject([{ name: "a.png", contentType: "application/octet-stream" }]);
    const page = await mailPage(db.shop, message?.id ?? "");
    expect(page?.html).toContain("Hi");
    expect(page?.html).not.toMatch(/script|onclick/);
  });
});

describe("undoing", () => {
  it("removes what came, but not a conversation in which somebody has written since", async () => {
    const { id } = await takenImport(db.shop, { files: FILES });
    await takenImport(db.neighbour, { files: FILES });
    const scarf = (await conversations()).find(({ subject }) => subject === "The blue scarf");
    await db.owner.query(
      `insert into message ("shopId", id, "conversationId", direction, "authorKind", text, state, at)
       values ($1, 'live', $2, 'out', 'staff', 'New', 'sent', now())`,
      [db.shop.id, scarf?.id],
    );
    expect(await stepImport(db.shop, id, "remove")).toMatchObject({ ok: true });
    await workOnImport(db.shop, id);
    expect(await importOf(db.shop, id)).toMatchObject({ state: "removed", done: { stayed: 1 } });
    expect((await conversations()).map(({ subject }) => subject)).toEqual(["The blue scarf"]);
    expect(await conversations(db.neighbour)).toHaveLength(2);
    const again = await takenImport(db.shop, { files: FILES });
    expect(again).toMatchObject({ counted: { messages: 1, already: 3 }, done: { messages: 1 } });
  });

  it("a step that is not the next is refused, and another shop's import is none", async () => {
    const { id } = await countedImport(db.shop, { files: FILES });
    expect(await stepImport(db.shop, id, "remove")).toMatchObject({ refusal: { code: "imports.notNow" } });
    expect(await stepImport(db.neighbour, id, "run")).toMatchObject({ refusal: { code: "inbox.notFound" } });
  });

  it("a broken archive says so, and its files are gone", async () => {
    const bytes = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(50, 7)]);
    expect(await countedImport(db.shop, { files: { "a.gz": bytes } })).toMatchObject({
      state: "failed",
      problem: "unreadable",
    });
    expect((await db.owner.query("select 1 from import_part")).rows).toEqual([]);
  });
});
