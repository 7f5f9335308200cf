import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { addNote } from "~/features/inbox/add-note.server";
import { closeConversation, markSeen, prioritise } from "~/features/inbox/change-conversation.server";
import {
  assignConversation,
  followConversation,
  unassignConversation,
} from "~/features/inbox/hand-on.server";
import { countConversations, listConversations } from "~/features/inbox/list-queries.server";
import { listSchema } from "~/features/inbox/schema";
import { snoozeConversation } from "~/features/inbox/snooze-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { tagConversation, untagConversation } from "~/features/inbox/tag-conversation.server";
import { shopTags } from "~/features/inbox/tag-store.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  for (const shop of [db.shop, db.neighbour])
    await db.owner.query(
      `insert into session (id, shop, state, "isOnline", "accessToken", "userId", "firstName", "lastName")
       values ($1 || '_42', $1, '', true, '', 42, 'Maya', 'Lind'), ($1 || $2, $1, '', true, '', $3, $4, null)`,
      shop === db.shop ? [shop.id, "_43", 43, "Noor"] : [shop.id, "_77", 77, "Next"],
    );
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["fact", "message", "conversation", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

const MAYA = { id: "42", name: "Maya Lind" };
const NOOR = { id: "43", name: "Noor" };
const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));
const listed = async (asked: Record<string, string>, staffId = MAYA.id) => {
  const { rows } = await db.shop.transact((tx) => listConversations(tx, listSchema.parse(asked), staffId));
  return rows.map(({ id }) => id);
};
const counts = (staffId = MAYA.id) => db.shop.transact((tx) => countConversations(tx, staffId));
const note = (conversationId: string, text: string, by = MAYA) =>
  addNote(db.shop, { conversationId, text, requestKey: newId() }, by);

describe("what is put aside", () => {
  it("has a place of its own until its time, and comes back then", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(await snoozeConversation(db.shop, conversationId, "nextWeek", "Maya")).toMatchObject({ ok: true });
    expect(await listed({ view: "snoozed" })).toEqual([conversationId]);
    expect(await counts()).toMatchObject({ open: 0, snoozed: 1 });
    const { rows: jobs } = await db.owner.query(
      `select run_at > now() + interval '1 hour' as later from graphile_worker.jobs where key like '%' || $1`,
      [`wake:${conversationId}`],
    );
    expect(jobs).toEqual([{ later: true }]);
    await runInboxJob(db.shop, "wake-conversation", { conversationId });
    expect(await view(conversationId)).toMatchObject({ state: "snoozed" }); // too early
    await db.owner.query(`update conversation set "snoozedUntil" = now() - interval '1 minute'`);
    for (let twice = 0; twice < 2; twice++)
      await runInboxJob(db.shop, "wake-conversation", { conversationId });
    const woken = await view(conversationId);
    expect(woken).toMatchObject({ state: "open", unread: true, snoozedUntil: null });
    expect(woken?.facts.map(({ kind }) => kind)).toEqual(["conversation.snoozed", "conversation.woke"]);
  });

  it("wakes at once when its shopper writes, and is awake when it is closed", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    await snoozeConversation(db.shop, conversationId, "tomorrow", "Maya");
    await aConversation(db.shop, { order, text: "Please hurry" });
    expect(await view(conversationId)).toMatchObject({ state: "open", unread: true, snoozedUntil: null });
    await snoozeConversation(db.shop, conversationId, "tomorrow", "Maya");
    await closeConversation(db.shop, conversationId, "Maya");
    expect(await view(conversationId)).toMatchObject({ state: "closed", snoozedUntil: null });
  });

  it("is not what is next door, nor until a time that has passed", async () => {
    const { conversationId } = await aConversation(db.neighbour);
    const refused = await snoozeConversation(db.shop, conversationId, "tomorrow", "Maya");
    expect(refused).toMatchObject({ refusal: { code: "inbox.notFound" } });
    const mine = await aConversation(db.shop);
    const past = await snoozeConversation(db.shop, mine.conversationId, { day: "2020-01-01" }, "Maya");
    expect(past).toMatchObject({ refusal: { code: "inbox.noTime" } });
  });
});

describe("whose it is", () => {
  it("is anybody's who opened the app here, and they hear of it", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(await listed({ view: "unassigned" })).toEqual([conversationId]);
    expect(await assignConversation(db.shop, conversationId, NOOR.id, MAYA)).toMatchObject({ ok: true });
    expect(await view(conversationId)).toMatchObject({ assignee: "Noor", assigneeId: "43" });
    expect(await listed({ view: "mine" }, NOOR.id)).toEqual([conversationId]);
    expect(await listed({ view: "unassigned" })).toEqual([]);
    expect(await listed({ view: "mine" })).toEqual([]);
    expect((await view(conversationId))?.facts).toMatchObject([{ actorName: "Maya Lind", toName: "Noor" }]);
    const { rows } = await db.shop.transact((tx) => listConversations(tx, listSchema.parse({}), NOOR.id));
    expect(rows[0]?.hasNews).toBe(true);
    await unassignConversation(db.shop, conversationId, NOOR);
    expect(await counts(NOOR.id)).toMatchObject({ mine: 0, unassigned: 1 });
  });

  it("is nobody's who works elsewhere", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(await assignConversation(db.shop, conversationId, "77", MAYA)).toMatchObject({
      refusal: { code: "inbox.unknownStaff" },
    });
    const next = await aConversation(db.neighbour);
    expect(await assignConversation(db.shop, next.conversationId, "43", MAYA)).toMatchObject({
      refusal: { code: "inbox.notFound" },
    });
  });
});

describe("who follows", () => {
  it("is whom a note mentions; it is for them until they have seen it", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    await note(conversationId, "@noor, may we refund this? (@next, @Maya Lind)");
    expect(
      (await view(conversationId))?.followers.map(({ staffId, newsAt }) => [staffId, newsAt !== null]),
    ).toEqual([
      ["42", false],
      ["43", true],
    ]);
    expect(await listed({ view: "forMe" }, NOOR.id)).toEqual([conversationId]);
    expect(await listed({ view: "forMe" })).toEqual([]);
    await markSeen(db.shop, conversationId, NOOR);
    expect(await listed({ view: "forMe" }, NOOR.id)).toEqual([]);
    await note(conversationId, "Yes", NOOR);
    expect(await listed({ view: "forMe" })).toEqual([conversationId]);
    expect(await listed({ view: "forMe" }, NOOR.id)).toEqual([]); // their own words are no news
    await aConversation(db.shop, { order, text: "Hello?" });
    expect(await counts(NOOR.id)).toMatchObject({ forMe: 1 });
  });

  it("is whoever wants, until they do not", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    await followConversation(db.shop, conversationId, true, MAYA);
    await aConversation(db.shop, { order, text: "Hello?" });
    expect(await listed({ view: "forMe" })).toEqual([conversationId]);
    await assignConversation(db.shop, conversationId, MAYA.id, MAYA);
    expect(await listed({ view: "forMe" })).toEqual([conversationId]); // once, though for two reasons
    await unassignConversation(db.shop, conversationId, MAYA);
    await followConversation(db.shop, conversationId, false, MAYA);
    expect(await listed({ view: "forMe" })).toEqual([]);
  });
});

describe("tags", () => {
  it("are added once, found by, listed by, counted and taken off", async () => {
    const { conversationId } = await aConversation(db.shop);
    const other = await aConversation(db.shop);
    for (const id of [conversationId, conversationId, other.conversationId])
      expect(await tagConversation(db.shop, id, "vip customer")).toMatchObject({ ok: true });
    await tagConversation(db.shop, conversationId, "broken");
    expect((await view(conversationId))?.tags).toEqual(["broken", "vip customer"]);
    expect(await db.shop.transact(shopTags)).toEqual([
      { tag: "broken", count: 1 },
      { tag: "vip customer", count: 2 },
    ]);
    expect(await db.neighbour.transact(shopTags)).toEqual([]);
    expect(await listed({ tag: "VIP Customer" })).toEqual([other.conversationId, conversationId]);
    expect(await listed({ q: "broken" })).toEqual([conversationId]);
    await untagConversation(db.shop, conversationId, "broken");
    expect(await listed({ q: "broken" })).toEqual([]);
    expect(await listed({ tag: "broken" })).toEqual([]);
  });

  it("are no more than twenty, and none next door", async () => {
    const { conversationId } = await aConversation(db.shop);
    for (let n = 0; n < 20; n++) await tagConversation(db.shop, conversationId, `tag ${n}`);
    const refused = { refusal: { code: "inbox.tooLong" } };
    expect(await tagConversation(db.shop, conversationId, "one more")).toMatchObject(refused);
    expect(await tagConversation(db.neighbour, conversationId, "x")).toMatchObject({
      refusal: { code: "inbox.notFound" },
    });
  });
});

it("what is late is by how long, and how urgent it is stands beside it", async () => {
  const [one, two, kept] = [
    await aConversation(db.shop),
    await aConversation(db.shop),
    await aConversation(db.shop),
  ];
  const due = (id: string, by: string) =>
    db.owner.query(`update conversation set "replyBy" = now() + $2::interval where id = $1`, [id, by]);
  await due(one.conversationId, "-1 hour");
  await due(two.conversationId, "-2 hours");
  await due(kept.conversationId, "1 hour");
  await prioritise(db.shop, one.conversationId, "urgent");
  expect(await listed({ view: "late" })).toEqual([two.conversationId, one.conversationId]);
  expect(await counts()).toMatchObject({ late: 2 });
  expect(await view(one.conversationId)).toMatchObject({ priority: 3 });
});
