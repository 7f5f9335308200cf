import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { closeConversation, reopenConversation } from "~/features/inbox/change-conversation.server";
import { countConversations, listConversations } from "~/features/inbox/list-queries.server";
import { mergeConversations } from "~/features/inbox/merge-conversations.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { periodOf } from "~/features/inbox/report";
import { listSchema } from "~/features/inbox/schema";
import { attainment } from "~/features/inbox/sla/attainment-queries.server";
import { dueTargets } from "~/features/inbox/sla/follow-targets.server";
import { snoozeConversation } from "~/features/inbox/snooze-conversation.server";
import { splitConversation } from "~/features/inbox/split-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { tagConversation } from "~/features/inbox/tag-conversation.server";
import { takeBack } from "~/features/inbox/take-back.server";
import { changeTeam } from "~/features/inbox/teams/change-teams.server";
import { changeInboxSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import type { Shop } from "~/platform/database/shop.server";
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
  for (const table of ["fact", "message", "conversation", "settings", "rate_limit", "team"])
    await db.owner.query(`delete from ${table}`);
});

const MAYA = { id: "42", name: "Maya Lind" };
const NOOR = { id: "43", name: "Noor" };
const HOUR = 60;

async function targets(over: object = {}, shop: Shop = db.shop, more: object[] = []) {
  const policy = {
    id: "p1",
    name: "Everybody",
    counts: "calendar",
    targets: { firstReply: { normal: 2 * HOUR, high: HOUR, urgent: HOUR }, nextReply: { normal: 4 * HOUR } },
    warnMinutes: 30,
    since: "2026-01-01T00:00:00.000Z",
    ...over,
  };
  const { sla } = settingsSchema.parse({ inbox: { sla: [...more, policy] } }).inbox;
  const done = await changeInboxSettings(shop, { sla }, "Maya", null);
  expect(done.ok).toBe(true);
}

const row = async (id: string) => {
  const { rows } = await db.shop.transact((tx) => listConversations(tx, listSchema.parse({}), MAYA.id));
  return rows.find((one) => one.id === id);
};
const clocks = async (id: string) =>
  (
    await db.owner.query(
      `select metric, outcome, "endedAt" is null as open, "runningSince" is null as rests from sla_clock
       where "conversationId" = $1 order by "startedAt", metric`,
      [id],
    )
  ).rows;
const kinds = async (id: string) =>
  (
    await db.owner.query(
      `select kind from fact where "conversationId" = $1 and kind like 'conversation.target%' order by at`,
      [id],
    )
  ).rows.map(({ kind }) => kind);
/** As if its clocks had begun so much earlier. */
const pass = (id: string, interval: string) =>
  db.owner.query(
    `update sla_clock set "runningSince" = "runningSince" - $2::interval, "startedAt" = "startedAt" - $2::interval where "conversationId" = $1`,
    [id, interval],
  );
const answer = async (conversationId: string) => {
  const seen = (await db.shop.transact((tx) => conversationView(tx, conversationId)))?.lastMessageId ?? null;
  const done = await replyToConversation(
    db.shop,
    { conversationId, text: "Tomorrow", requestKey: newId(), seen },
    MAYA,
  );
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.messageId;
};

describe("what is due next", () => {
  it("stands in the list and on the conversation, and ends with the answer", async () => {
    await targets();
    const { conversationId, order } = await aConversation(db.shop);
    const begun = await row(conversationId);
    expect(begun?.slaMetric).toBe("firstReply");
    const left = (begun?.slaDueAt?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(1.9 * 3_600_000);
    expect(left).toBeLessThanOrEqual(2 * 3_600_000);
    await answer(conversationId);
    expect(await db.shop.transact((tx) => conversationView(tx, conversationId))).toMatchObject({
      slaDueAt: null,
    });
    expect(await clocks(conversationId)).toMatchObject([{ metric: "firstReply", outcome: "met" }]);
    await aConversation(db.shop, { order, text: "Still nothing" });
    expect(await row(conversationId)).toMatchObject({ slaMetric: "nextReply" });
  });

  it("is shown beside every other that runs in the conversation, the first of them first", async () => {
    await targets({ targets: { firstReply: { normal: 2 * HOUR }, resolution: { normal: 8 * HOUR } } });
    const { conversationId } = await aConversation(db.shop);
    const due = (shop: Shop) => shop.transact((tx) => dueTargets(tx, conversationId));
    const [first, second, ...more] = await due(db.shop);
    expect([first?.metric, second?.metric, more]).toEqual(["firstReply", "resolution", []]);
    expect(first && second && second.at.getTime() - first.at.getTime()).toBe(6 * 3_600_000);
    expect(await due(db.neighbour)).toEqual([]);
    await closeConversation(db.shop, conversationId, MAYA.name);
    expect(await due(db.shop)).toEqual([]);
  });

  it("costs nothing without targets, and is nothing next door", async () => {
    await targets({}, db.neighbour);
    const { conversationId } = await aConversation(db.shop);
    expect(await row(conversationId)).toMatchObject({ slaMetric: null });
    expect(await clocks(conversationId)).toEqual([]);
  });

  it("rests while the next answer is put aside, and goes on when an answer is taken back", async () => {
    await targets();
    const { conversationId, order } = await aConversation(db.shop);
    const messageId = await answer(conversationId);
    expect(await takeBack(db.shop, conversationId, messageId, MAYA)).toMatchObject({ ok: true });
    expect(await clocks(conversationId)).toMatchObject([{ metric: "firstReply", outcome: null, open: true }]);
    await answer(conversationId);
    await aConversation(db.shop, { order, text: "And?" });
    await snoozeConversation(db.shop, conversationId, "nextWeek", "Maya");
    expect(await clocks(conversationId)).toMatchObject([
      {},
      { metric: "nextReply", rests: true, open: true },
    ]);
    await reopenConversation(db.shop, conversationId, "Maya");
    expect(await row(conversationId)).toMatchObject({ slaMetric: "nextReply" });
  });

  it("of messages split off counts since they were written, as does the answer that is owed", async () => {
    await targets();
    const { conversationId, order } = await aConversation(db.shop);
    await answer(conversationId);
    for (const text of ["Second", "Third"]) await aConversation(db.shop, { order, text });
    const long = await db.owner.query<{ id: string; at: Date }>(
      `update message set at = at - case text when 'Tomorrow' then interval '9 hours' when 'Second' then interval '3 hours' else interval '1 hour' end
       where "conversationId" = $1 and text in ('Tomorrow', 'Second', 'Third') returning id, at, text`,
      [conversationId],
    );
    const messages = long.rows.filter((one) => "text" in one && one.text !== "Tomorrow");
    expect(messages).toHaveLength(2);
    for (const { id, at } of messages) {
      const asked = { conversationId, messageIds: [id], requestKey: newId() };
      const split = await splitConversation(db.shop, asked, "Maya");
      const into = split.ok ? split.value.conversationId : "";
      const shown = await db.shop.transact((tx) => conversationView(tx, into));
      expect(shown).toMatchObject({
        state: "open",
        slaMetric: "firstReply",
        slaDueAt: new Date(at.getTime() + 2 * 3_600_000),
        replyBy: expect.any(Date),
      });
    }
  });

  it("is that of the first policy that fits, by its tag", async () => {
    const vip = {
      id: "vip",
      name: "VIP",
      counts: "calendar",
      tags: ["vip"],
      targets: { firstReply: { normal: 10 } },
      since: "2026-01-01T00:00:00.000Z",
    };
    await targets({}, db.shop, [vip]);
    const { conversationId } = await aConversation(db.shop);
    await tagConversation(db.shop, conversationId, "vip");
    const left = ((await row(conversationId))?.slaDueAt?.getTime() ?? 0) - Date.now();
    expect(left).toBeLessThanOrEqual(10 * 60_000);
  });

  it("goes where a conversation is merged to, and counts once", async () => {
    await targets();
    const [one, into] = [await aConversation(db.shop), await aConversation(db.shop)];
    await mergeConversations(db.shop, one.conversationId, into.conversationId, "Maya");
    expect(await clocks(one.conversationId)).toMatchObject([{ outcome: "dropped" }]);
    expect(await clocks(into.conversationId)).toMatchObject([{ open: true }]);
  });

  it("follows when targets are changed or removed, for what waits already", async () => {
    const { conversationId } = await aConversation(db.shop);
    const refit = async () => {
      const { rows } = await db.owner.query(
        `select id from fact where "shopId" = $1 and kind = 'settings.changed' order by at desc, id desc limit 1`,
        [db.shop.id],
      );
      await runInboxJob(db.shop, "refit-targets", { factId: rows[0].id });
    };
    await targets();
    await refit();
    expect(await row(conversationId)).toMatchObject({ slaMetric: "firstReply" });
    await changeInboxSettings(db.shop, { sla: [] }, "Maya", null);
    for (let twice = 0; twice < 2; twice++) await refit();
    expect(await row(conversationId)).toMatchObject({ slaMetric: null });
    expect(await clocks(conversationId)).toMatchObject([{ outcome: "dropped", open: false }]);
  });
});

describe("what is missed", () => {
  const watch = (conversationId: string) => runInboxJob(db.shop, "watch-targets", { conversationId });

  it("is warned of before, and told with its steps taken, once each however often it is looked at", async () => {
    const team = await changeTeam(db.shop, {
      ...{ do: "keep", id: null, name: "Night shift", handOut: "none", memberIds: [NOOR.id] },
    });
    if (!team.ok) throw new Error(team.refusal.code);
    await targets({
      onMiss: { raiseTo: "high", assign: { to: "team", id: team.value.id }, mailTo: "boss@shop.example" },
    });
    const { conversationId } = await aConversation(db.shop);
    await db.owner.query(`update conversation set unread = false`);
    await watch(conversationId);
    expect(await kinds(conversationId)).toEqual([]);
    await pass(conversationId, "100 minutes");
    for (let twice = 0; twice < 2; twice++) await watch(conversationId);
    expect(await kinds(conversationId)).toEqual(["conversation.targetSoon"]);
    await pass(conversationId, "30 minutes");
    await Promise.all([watch(conversationId), watch(conversationId)]);
    await watch(conversationId);
    expect(await kinds(conversationId)).toEqual(["conversation.targetSoon", "conversation.targetMissed"]);
    const view = await db.shop.transact((tx) => conversationView(tx, conversationId));
    expect(view).toMatchObject({ priority: 2, unread: true, teamId: team.value.id });
    expect(view?.facts.at(-1)).toMatchObject({ kind: "conversation.targetMissed", toName: "Night shift" });
    const { rows: mails } = await db.owner.query(
      `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'mail-missed-target'`,
    );
    expect(mails[0].count).toBe(1);
    // answered late, it stays missed, and counts once
    await answer(conversationId);
    expect(await clocks(conversationId)).toMatchObject([{ outcome: "missed", open: false }]);
  });

  it("though somebody answers at that very moment is missed, and told at most once", async () => {
    await targets();
    const { conversationId } = await aConversation(db.shop);
    await pass(conversationId, "3 hours");
    await Promise.all([answer(conversationId), watch(conversationId), watch(conversationId)]);
    expect(await clocks(conversationId)).toMatchObject([{ outcome: "missed", open: false }]);
    expect((await kinds(conversationId)).length).toBeLessThanOrEqual(1);
    await watch(conversationId);
    expect((await kinds(conversationId)).length).toBeLessThanOrEqual(1);
  });

  it("is in the view of what is due, the soonest due first, and counted; not next door", async () => {
    await targets();
    const [one, two, three] = [
      await aConversation(db.shop),
      await aConversation(db.shop),
      await aConversation(db.shop),
    ];
    const due = (id: string, soonAt: string, dueAt: string) =>
      db.owner.query(
        `update conversation set "slaSoonAt" = now() + $2::interval, "slaDueAt" = now() + $3::interval where id = $1`,
        [id, soonAt, dueAt],
      );
    // warned long before, or shortly: what counts is when they are due
    await due(one.conversationId, "-1 hour", "2 hours");
    await due(two.conversationId, "-5 minutes", "25 minutes");
    const { rows } = await db.shop.transact((tx) =>
      listConversations(tx, listSchema.parse({ view: "due" }), MAYA.id),
    );
    expect(rows.map(({ id }) => id)).toEqual([two.conversationId, one.conversationId]);
    expect(rows.map(({ id }) => id)).not.toContain(three.conversationId);
    expect(await db.shop.transact((tx) => countConversations(tx, MAYA.id))).toMatchObject({ due: 2 });
    expect(await db.neighbour.transact((tx) => countConversations(tx, MAYA.id))).toMatchObject({ due: 0 });
  });

  it("a closed conversation's clocks are not looked at", async () => {
    await targets();
    const { conversationId } = await aConversation(db.shop);
    await closeConversation(db.shop, conversationId, "Maya");
    await pass(conversationId, "5 hours");
    await watch(conversationId);
    expect(await kinds(conversationId)).toEqual([]);
  });
});

describe("how often targets are met", () => {
  it("is counted by policy, in the days in which that was certain; nothing next door", async () => {
    await targets();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.push((await aConversation(db.shop)).conversationId);
    const [met, missed, long] = ids as [string, string, string];
    await pass(missed, "3 hours");
    for (const id of ids) await answer(id);
    await db.owner.query(
      `update sla_clock set "judgedAt" = now() - interval '40 days' where "conversationId" = $1`,
      [long],
    );
    const of = { ...periodOf(30, new Date(), "UTC"), timeZone: "UTC" };
    expect(await db.shop.transact((tx) => attainment(tx, of))).toEqual([
      { policyId: "p1", name: "Everybody", metric: "firstReply", met: 1, missed: 1 },
    ]);
    expect(await clocks(met)).toMatchObject([{ outcome: "met" }]);
    expect(await db.neighbour.transact((tx) => attainment(tx, of))).toEqual([]);
  });
});
