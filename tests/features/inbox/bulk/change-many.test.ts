import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { type BulkStep, bulkSchema, MOST_AT_ONCE } from "~/features/inbox/bulk/bulk";
import { changeMany } from "~/features/inbox/bulk/change-many.server";
import { undoMany } from "~/features/inbox/bulk/undo-many.server";
import { closeConversation, reopenConversation } from "~/features/inbox/change-conversation.server";
import { assignConversation } from "~/features/inbox/hand-on.server";
import { mergeConversations } from "~/features/inbox/merge-conversations.server";
import { snoozeConversation } from "~/features/inbox/snooze-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { tagConversation } from "~/features/inbox/tag-conversation.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(
    `insert into session (id, shop, state, "isOnline", "accessToken", "userId", "firstName", "lastName")
     values ($1 || '_42', $1, '', true, '', 42, 'Maya', 'Lind'), ($1 || '_43', $1, '', true, '', 43, 'Noor', null)`,
    [db.shop.id],
  );
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["fact", "message", "conversation", "rate_limit", "bulk_change"])
    await db.owner.query(`delete from ${table}`);
});

const MAYA = { id: "42", name: "Maya Lind" };
const NOOR = { id: "43", name: "Noor" };
const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));
const some = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push((await aConversation(db.shop)).conversationId);
  return ids;
};
const change = (step: BulkStep, ids: string[], by = MAYA) =>
  changeMany(db.shop, { step, which: { ids } }, by);
const undo = async (undoId: string | null, by = MAYA) => undoMany(db.shop, undoId ?? "", by);

describe("many at once", () => {
  it("are closed, and what was merged, is gone or is another shop's is told and left alone", async () => {
    const ids = await some(4);
    const [one, two, merged, into] = ids as [string, string, string, string];
    const theirs = (await aConversation(db.neighbour)).conversationId;
    await mergeConversations(db.shop, merged, into, "Noor");
    const answer = await change({ do: "close" }, [one, two, merged, theirs, newId()]);
    expect(answer).toMatchObject({
      done: 2,
      refused: [
        { code: "inbox.notFound", count: 2 },
        { code: "inbox.sameConversation", count: 1 },
      ],
    });
    expect(await view(one)).toMatchObject({ state: "closed" });
    expect(await view(into)).toMatchObject({ state: "open" });
    const next = await db.neighbour.transact((tx) => conversationView(tx, theirs));
    expect(next?.state).toBe("open");
  });

  it("are all that a list shows, without naming them", async () => {
    const [one, two, three] = (await some(3)) as [string, string, string];
    await tagConversation(db.shop, one, "vip");
    await tagConversation(db.shop, two, "vip");
    const all = { view: "open" as const, tag: "vip", team: "" };
    const step = { do: "assign" as const, staffId: NOOR.id };
    expect(await changeMany(db.shop, { step, which: { all } }, MAYA)).toMatchObject({ done: 2, refused: [] });
    expect(await view(one)).toMatchObject({ assignee: "Noor" });
    expect(await view(three)).toMatchObject({ assignee: null });
  });

  it("are tagged, put aside, opened again and made urgent as on their own pages", async () => {
    const ids = await some(2);
    await change({ do: "tag", tag: "late" }, ids);
    await change({ do: "prioritise", priority: "urgent" }, ids);
    expect(await change({ do: "snooze", wish: "nextWeek" }, ids)).toMatchObject({ done: 2, undoId: null });
    for (const id of ids)
      expect(await view(id)).toMatchObject({ tags: ["late"], priority: 3, state: "snoozed" });
    await change({ do: "reopen" }, ids);
    expect(await view(ids[0] ?? "")).toMatchObject({ state: "open" });
    const full = await view(ids[0] ?? "");
    for (let n = full?.tags.length ?? 0; n < 20; n++) await tagConversation(db.shop, ids[0] ?? "", `t${n}`);
    expect(await change({ do: "tag", tag: "more" }, ids)).toMatchObject({
      done: 1,
      refused: [{ code: "inbox.tooLong", count: 1 }],
    });
  });

  it("somebody unknown is given none", async () => {
    const ids = await some(2);
    expect(await change({ do: "assign", staffId: "99" }, ids)).toMatchObject({
      done: 0,
      refused: [{ code: "inbox.unknownStaff", count: 2 }],
      undoId: null,
    });
  });

  it("two who change the same at once both end, with one state", async () => {
    const ids = await some(6);
    const both = await Promise.all([
      change({ do: "close" }, ids),
      change({ do: "close" }, [...ids].reverse(), NOOR),
    ]);
    expect(both.map(({ done }) => done)).toEqual([6, 6]);
    const { rows } = await db.owner.query(
      `select count(*)::int as count from fact where kind = 'conversation.closed'`,
    );
    expect(rows[0].count).toBe(6);
  });

  it("are a bounded number, and a step that makes sense", () => {
    const ids = Array.from({ length: MOST_AT_ONCE + 1 }, () => newId());
    expect(bulkSchema.safeParse({ step: { do: "close" }, which: { ids } }).success).toBe(false);
    expect(bulkSchema.safeParse({ step: { do: "tag", tag: " , " }, which: { ids: [newId()] } }).success).toBe(
      false,
    );
    expect(bulkSchema.safeParse({ step: { do: "erase" }, which: { ids: [newId()] } }).success).toBe(false);
  });
});

describe("undoing", () => {
  it("twice at once, and while somebody else changes one, is once for each", async () => {
    const ids = await some(4);
    const { undoId } = await change({ do: "close" }, ids);
    const [first = ""] = ids;
    const [one, other] = await Promise.all([
      undo(undoId),
      undo(undoId),
      assignConversation(db.shop, first, NOOR.id, NOOR),
    ]);
    expect([one, other].filter(({ ok }) => ok)).toMatchObject([{ value: { done: 4, refused: [] } }]);
    expect([one, other].filter(({ ok }) => !ok)).toMatchObject([{ refusal: { code: "inbox.notFound" } }]);
    const { rows } = await db.owner.query(
      `select "conversationId" as id from fact where kind = 'conversation.reopened' order by 1`,
    );
    expect(rows.map(({ id }) => id)).toEqual([...ids].sort());
    for (const id of ids) expect(await view(id)).toMatchObject({ state: "open" });
    expect(await view(first)).toMatchObject({ assigneeId: NOOR.id });
  });

  it("makes each what it was: open with its promise, waiting, asleep", async () => {
    const ids = await some(3);
    const [open, waiting, asleep] = ids as [string, string, string];
    await db.owner.query(`update conversation set "replyBy" = now() + interval '1 hour' where id = $1`, [
      open,
    ]);
    await db.owner.query(`update conversation set state = 'waiting', "awaitingSince" = null where id = $1`, [
      waiting,
    ]);
    await snoozeConversation(db.shop, asleep, "nextWeek", "Maya");
    const before = await Promise.all(ids.map(view));
    const { undoId } = await change({ do: "close" }, ids);
    expect(await undo(undoId, NOOR)).toMatchObject({ refusal: { code: "inbox.notFound" } });
    expect(await undoMany(db.neighbour, undoId ?? "", MAYA)).toMatchObject({
      refusal: { code: "inbox.notFound" },
    });
    expect(await undo(undoId)).toMatchObject({ ok: true, value: { done: 3, refused: [] } });
    const after = await Promise.all(ids.map(view));
    const kept = (one: Awaited<ReturnType<typeof view>>) => [one?.state, one?.replyBy, one?.snoozedUntil];
    expect(after.map(kept)).toEqual(before.map(kept));
    const { rows } = await db.owner.query(
      `select count(*)::int as count from conversation where "awaitingSince" is null and "closedAt" is null`,
    );
    expect(rows[0].count).toBe(1);
    expect(await undo(undoId)).toMatchObject({ refusal: { code: "inbox.notFound" } }); // once
  });

  it("leaves alone what was closed before, and what somebody changed since", async () => {
    const [before, again, one] = (await some(3)) as [string, string, string];
    await closeConversation(db.shop, before, "Noor");
    const { undoId } = await change({ do: "close" }, [before, again, one]);
    await reopenConversation(db.shop, again, "Noor");
    expect(await undo(undoId)).toMatchObject({
      value: { done: 1, refused: [{ code: "inbox.changedSince", count: 1 }] },
    });
    expect(await view(before)).toMatchObject({ state: "closed" });
    expect(await view(one)).toMatchObject({ state: "open" });
  });

  it("gives back to whom it was, unless it is another's since", async () => {
    const [noors, nobodys, moved] = (await some(3)) as [string, string, string];
    await assignConversation(db.shop, noors, NOOR.id, MAYA);
    const { undoId } = await change({ do: "assign", staffId: MAYA.id }, [noors, nobodys, moved]);
    await assignConversation(db.shop, moved, NOOR.id, MAYA);
    await undo(undoId);
    expect(await view(noors)).toMatchObject({ assignee: "Noor" });
    expect(await view(nobodys)).toMatchObject({ assignee: null });
    expect(await view(moved)).toMatchObject({ assignee: "Noor" });
  });

  it("takes a tag off only where it was put on", async () => {
    const [had, had2, none] = (await some(3)) as [string, string, string];
    for (const id of [had, had2]) await tagConversation(db.shop, id, "vip");
    const put = await change({ do: "tag", tag: "vip" }, [had, none]);
    await undo(put.undoId);
    expect((await view(had))?.tags).toEqual(["vip"]);
    expect((await view(none))?.tags).toEqual([]);
    const taken = await change({ do: "untag", tag: "vip" }, [had2, none]);
    await undo(taken.undoId);
    expect((await view(had2))?.tags).toEqual(["vip"]);
    expect((await view(none))?.tags).toEqual([]);
  });
});
