import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { countedImport, importOf, takenImport } from "#tests/factories/past-mail";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { stepImport, workOnImport } from "~/features/inbox/import/import-conversations.server";
import { isReconciled } from "~/features/inbox/import/progress";
import { sampleTable } from "~/features/inbox/import/sample-table";
import { listConversations } from "~/features/inbox/list-queries.server";
import { listSchema } from "~/features/inbox/schema";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { csvLine } from "~/values/csv";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["conversation_import", "imported_message", "import_thread", "message", "conversation"])
    await db.owner.query(`delete from "${table}"`);
});

async function conversations() {
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from conversation where "shopId" = $1 order by "createdAt", id`,
    [db.shop.id],
  );
  return Promise.all(rows.map(({ id }) => db.shop.transact((tx) => conversationView(tx, id))));
}

const csv = (file: string | Buffer) => ({
  source: "csv" as const,
  files: { "t.csv": Buffer.from(file) },
  own: [],
});

it("the sample is brought along: a conversation with its messages, and one of which nothing more is known", async () => {
  const one = await takenImport(db.shop, { ...csv(sampleTable()), own: ["@your-shop.com"] });
  expect(one).toMatchObject({
    state: "done",
    counted: { conversations: 2, messages: 2, people: 2, skipped: {}, undated: 0 },
    done: { conversations: 2, messages: 2 },
  });
  const [talk, bare] = await conversations();
  expect(talk).toMatchObject({ state: "closed", tags: ["shipping", "vip"] });
  expect(talk?.messages).toMatchObject([
    { direction: "in", authorKind: "shopper", authorName: "Ada Rowntree" },
    { direction: "out", authorName: "Maya" },
  ]);
  expect(bare).toMatchObject({ subject: "Sizes", email: "bo@example.com", state: "closed", messages: [] });
  expect(
    (await db.owner.query('select 1 from conversation where "shopId" <> $1', [db.shop.id])).rowCount,
  ).toBe(0);
});

const TICKETS =
  csvLine(["Ticket id", "Subject", "Initial channel", "Creation date", "Customer email", "Survey score"]) +
  csvLine(["88", "Ingredients of #1001", "email", "2026-01-02T03:04:05", "bo@other.example", 5]) +
  csvLine(["89", "Late", "chat", "2026-01-03T03:04:05", "ada@example.com", null]) +
  csvLine(["90", "Offer", "email", "", "win@spam.example", null]);

it("a table of tickets names its unread columns first, then brings conversations without a message", async () => {
  await mirrored(db.shop, anOrder({ email: "bo@other.example", placedAt: new Date("2025-12-20T10:00:00Z") }));
  const counted = await countedImport(db.shop, csv(TICKETS));
  expect(counted.counted).toMatchObject({ conversations: 3, messages: 0, people: 3, matched: 1, undated: 1 });
  expect(counted.counted?.columns).toContainEqual({ name: "Survey score", as: null });
  expect(counted.counted?.columns).toContainEqual({ name: "Ticket id", as: "conversation" });
  expect(await conversations()).toEqual([]);
  await stepImport(db.shop, counted.id, "run");
  await workOnImport(db.shop, counted.id);
  const done = await importOf(db.shop, counted.id);
  expect(done).toMatchObject({ state: "done", done: { conversations: 3, messages: 0, matched: 1 } });
  expect(done.counted && done.done && isReconciled(done.counted, done.done)).toBe(true);
  const found = await conversations();
  expect(found.map((one) => [one?.subject, one?.messages.length])).toEqual([
    ["Ingredients of #1001", 0],
    ["Late", 0],
    ["Offer", 0],
  ]);
  expect(found[0]?.cameFrom).toEqual({ source: "csv", ref: "88" });
  const asked = listSchema.parse({ view: "closed" });
  const listed = await db.shop.transact((tx) => listConversations(tx, asked, "42"));
  expect(listed.rows).toMatchObject([
    { preview: null, email: "win@spam.example" },
    { preview: null, email: "ada@example.com" },
    { preview: null, email: "bo@other.example" },
  ]);
  const sought = await db.shop.transact((tx) => listConversations(tx, { ...asked, q: "ingredients" }, "42"));
  expect(sought.rows).toMatchObject([{ email: "bo@other.example", orderName: "#1001" }]);

  const again = await countedImport(db.shop, csv(TICKETS));
  expect(again.counted).toMatchObject({ conversations: 0, messages: 0, already: 0 });
  await stepImport(db.shop, again.id, "giveUp");
  await workOnImport(db.shop, again.id);
  await stepImport(db.shop, counted.id, "remove");
  await workOnImport(db.shop, counted.id);
  expect(await conversations()).toEqual([]);
  expect((await db.owner.query("select 1 from imported_message")).rowCount).toBe(0);
});

it("what was said later joins the conversation that was only named, wherever in an archive it lies", async () => {
  await takenImport(db.shop, csv(TICKETS));
  const said =
    csvLine(["ticket id", "date", "from", "text"]) +
    csvLine(["88", "2026-01-05", "bo@other.example", "Is it vegan?"]);
  const zip = zipSync({
    "big.csv": Buffer.from(`id,text\n${"900,x\n".repeat(10)}`),
    "said.csv": Buffer.from(said),
  });
  const one = await takenImport(db.shop, { source: "csv", files: { "t.zip": Buffer.from(zip) }, own: [] });
  expect(one).toMatchObject({ state: "done", counted: { messages: 2, strangeFiles: 0 } });
  const joined = (await conversations()).find((each) => each?.cameFrom?.ref === "88");
  expect(joined?.messages).toMatchObject([{ text: "Is it vegan?", authorKind: "shopper" }]);
});

it("a large table stops and goes on where it stopped, packed or not", async () => {
  const rows = Array.from({ length: 230 }, (_, at) =>
    csvLine([
      String(at % 100),
      `2026-01-01 10:${String(at % 60).padStart(2, "0")}`,
      "ada@example.com",
      `Line ${at}`,
    ]),
  );
  const table = csvLine(["conversation", "date", "from", "text"]) + rows.join("");
  for (const bytes of [Buffer.from(table), gzipSync(table)]) {
    const one = await countedImport(db.shop, csv(bytes));
    expect(one.counted).toMatchObject({ messages: 230, conversations: 100 });
    await stepImport(db.shop, one.id, "run");
    for (let turn = 0; turn < 20 && (await importOf(db.shop, one.id)).state === "running"; turn++)
      await workOnImport(db.shop, one.id, 0);
    expect(await importOf(db.shop, one.id)).toMatchObject({ state: "done", done: { messages: 230 } });
    await stepImport(db.shop, one.id, "remove");
    await workOnImport(db.shop, one.id);
  }
});

it("what is no table of conversations is passed over and said", async () => {
  const one = await countedImport(db.shop, csv("Name,Phone\nAda,1\n"));
  expect(one.counted).toMatchObject({ strangeFiles: 1, conversations: 0, columns: [] });
});
