import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { runDue } from "#tests/setup/queue";
import type { Action } from "~/features/inbox/automation/actions";
import type { RuleSays } from "~/features/inbox/automation/rule";
import { saveMacro } from "~/features/inbox/automation/save-macro.server";
import { deleteRule, moveRule, saveRule, switchRule } from "~/features/inbox/automation/save-rule.server";
import { tryRule } from "~/features/inbox/automation/try-rule.server";
import { runsOfConversation, runsOfRule } from "~/features/inbox/automation-log-queries.server";
import { rulesOf } from "~/features/inbox/automation-store.server";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { reactions } from "~/jobs/reactions";
import { tasks } from "~/jobs/worker.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["automation_rule", "macro", "fact", "message", "conversation", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

const says = (part: Partial<RuleSays> = {}): RuleSays => ({
  name: "Parcels",
  on: "message",
  hours: null,
  match: "all",
  conditions: [{ about: "text", is: "is", of: ["where is my"] }],
  actions: [{ do: "tag", tag: "wismo" }],
  stops: false,
  ...part,
});
async function aRule(part: Partial<RuleSays> = {}, shop: Shop = db.shop): Promise<string> {
  const saved = await saveRule(shop, says(part), null, "Maya");
  if (!saved.ok) throw new Error(saved.refusal.code);
  await switchRule(shop, saved.value.id, true);
  return saved.value.id;
}
async function aMacro(text: string): Promise<string> {
  const saved = await saveMacro(db.shop, { name: "Answer", texts: { en: text }, actions: [] }, null, "Maya");
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.id;
}
/** Does what follows from everything that has happened in a shop, as the worker does. */
async function react(shop: Shop = db.shop): Promise<void> {
  const { rows } = await db.owner.query(`select id, kind from fact where "shopId" = $1 order by at, id`, [
    shop.id,
  ]);
  for (const { id, kind } of rows)
    if (reactions[kind]?.includes("apply-rules")) await runInboxJob(shop, "apply-rules", { factId: id });
}
const view = (id: string, shop: Shop = db.shop) => shop.transact((tx) => conversationView(tx, id));
const log = (id: string) => db.shop.transact((tx) => runsOfConversation(tx, id));
const sent = async (id: string) =>
  (await view(id))?.messages.filter(({ authorKind }) => authorKind === "system").map(({ text }) => text);

describe("a rule", () => {
  it("tags what says so, once, and says why; the neighbour's conversation is the neighbour's", async () => {
    const id = await aRule();
    const { conversationId } = await aConversation(db.shop);
    const quiet = await aConversation(db.shop, { text: "Thank you!" });
    const next = await aConversation(db.neighbour);
    for (let twice = 0; twice < 2; twice++) await react();
    await react(db.neighbour);
    expect(await view(conversationId)).toMatchObject({ tags: ["wismo"] });
    expect(await view(quiet.conversationId)).toMatchObject({ tags: [] });
    expect(await view(next.conversationId, db.neighbour)).toMatchObject({ tags: [] });
    expect(await log(conversationId)).toEqual([
      expect.objectContaining({
        ruleId: id,
        ruleName: "Parcels",
        version: 1,
        outcome: "fired",
        conditions: [
          { condition: { about: "text", is: "is", of: ["where is my"] }, holds: true, value: "where is my" },
        ],
        actions: [{ action: { do: "tag", tag: "wismo" }, refused: null }],
      }),
    ]);
    expect(await log(quiet.conversationId)).toMatchObject([{ outcome: "unmet", actions: null }]);
    const page = await db.shop.transact((tx) => runsOfRule(tx, id));
    expect(page.rows.map(({ outcome }) => outcome).sort()).toEqual(["fired", "unmet"]);
    const foreign = await db.neighbour.transact((tx) => runsOfRule(tx, id));
    expect(foreign.rows).toEqual([]);
  });

  it("does everything that staff can, each by its own use case, and notes what was refused", async () => {
    await db.owner.query(
      `insert into session (id, shop, state, "isOnline", "accessToken", "userId", "firstName")
       values ($1 || '_42', $1, '', true, '', 42, 'Maya') on conflict do nothing`,
      [db.shop.id],
    );
    const actions: Action[] = [
      { do: "tag", tag: "wismo" },
      { do: "prioritise", priority: "urgent" },
      { do: "assign", id: "42", name: "Maya" },
      { do: "assign", id: "77", name: "Nobody" },
      { do: "note", text: "About {{ order.name }}{{ parcel.carrier }}" },
      { do: "snooze", until: 3 },
      { do: "close" },
    ];
    await aRule({ actions });
    const { conversationId, order } = await aConversation(db.shop);
    await react();
    const after = await view(conversationId);
    expect(after).toMatchObject({ tags: ["wismo"], priority: 3, assigneeId: "42", state: "closed" });
    expect(
      after?.messages.map(({ direction, text, authorName }) => ({ direction, text, authorName })),
    ).toContainEqual({
      direction: "note",
      text: `About ${order.name}`,
      authorName: "Rule “Parcels”",
    });
    expect(after?.facts.map(({ kind, actor, actorName }) => `${kind} ${actor} ${actorName}`)).toEqual([
      "conversation.assigned system Rule “Parcels”",
      "conversation.snoozed system Rule “Parcels”",
      "conversation.closed system Rule “Parcels”",
    ]);
    const [run] = await log(conversationId);
    expect(run?.actions?.map(({ refused }) => refused)).toEqual([
      ...[null, null, null, "inbox.unknownStaff", null, null, null],
    ]);
  });

  it("follows by the worker's own queue, and the acknowledgement follows it", async () => {
    await aRule();
    const { conversationId } = await aConversation(db.shop);
    const { react: fan, "apply-rules": apply, acknowledge } = tasks;
    if (!fan || !apply || !acknowledge) throw new Error("No such tasks");
    await runDue(db, { react: fan, "apply-rules": apply, acknowledge });
    const after = await view(conversationId);
    expect(after).toMatchObject({ tags: ["wismo"], replyBy: expect.any(Date) });
    expect(await sent(conversationId)).toHaveLength(1);
  });

  it("that is off, or deleted, is not looked at; another order, and stopping, decide who comes first", async () => {
    const [first, second, third] = [
      await aRule({ name: "One", actions: [{ do: "tag", tag: "one" }], stops: true }),
      await aRule({ name: "Two", actions: [{ do: "tag", tag: "two" }] }),
      await aRule({ name: "Three", actions: [{ do: "tag", tag: "three" }] }),
    ];
    await switchRule(db.shop, third, false);
    const one = await aConversation(db.shop);
    await react();
    expect(await view(one.conversationId)).toMatchObject({ tags: ["one"] });
    expect(
      (await log(one.conversationId)).map(({ ruleName, outcome }) => `${ruleName} ${outcome}`).sort(),
    ).toEqual(["One fired", "Two stopped"]);
    expect(await moveRule(db.neighbour, second, -1)).toMatchObject({
      refusal: { code: "automation.notFound" },
    });
    await moveRule(db.shop, second, -1);
    expect((await db.shop.transact(rulesOf)).map(({ name }) => name)).toEqual(["Two", "One", "Three"]);
    await deleteRule(db.shop, first);
    const two = await aConversation(db.shop);
    await react();
    expect(await view(two.conversationId)).toMatchObject({ tags: ["two"] });
    expect((await log(one.conversationId)).map(({ ruleName }) => ruleName)).toContain("One"); // the log stays
  });

  it("never begins another, nor itself: what a rule closes is not closed for rules", async () => {
    await aRule({ name: "Close", actions: [{ do: "close" }] });
    await aRule({
      name: "Open",
      on: "closed",
      conditions: [],
      actions: [{ do: "reopen" }, { do: "tag", tag: "loop" }],
    });
    const { conversationId } = await aConversation(db.shop);
    for (let thrice = 0; thrice < 3; thrice++) await react();
    expect(await view(conversationId)).toMatchObject({ state: "closed", tags: [] });
    expect((await log(conversationId)).map(({ ruleName }) => ruleName)).toEqual(["Close"]);
    // the same by somebody's hand is looked at
    const other = await aConversation(db.shop, { text: "Thanks" });
    await closeConversation(db.shop, other.conversationId, "Maya");
    await react();
    expect(await view(other.conversationId)).toMatchObject({ state: "open", tags: ["loop"] });
  });

  it("keeps what it said: what was decided by one version is done by it", async () => {
    const id = await aRule();
    const again = await saveRule(db.shop, says({ actions: [{ do: "close" }] }), { id, version: 1 }, "Noor");
    expect(again).toMatchObject({ ok: true });
    const late = await saveRule(db.shop, says(), { id, version: 1 }, "Maya");
    expect(late).toMatchObject({ refusal: { code: "automation.changedMeanwhile" } });
    const foreign = await saveRule(db.neighbour, says(), { id, version: 2 }, "Next");
    expect(foreign).toMatchObject({ refusal: { code: "automation.notFound" } });
    expect(await db.shop.transact(rulesOf)).toMatchObject([{ id, version: 2, actions: [{ do: "close" }] }]);
  });

  it("that was interrupted is finished later as it was decided, and writes nothing twice", async () => {
    const actions: Action[] = [
      { do: "note", text: "Look" },
      { do: "tag", tag: "wismo" },
    ];
    const id = await aRule({ actions });
    const { conversationId } = await aConversation(db.shop);
    await react();
    // as if the worker had died before it could say that all was done; meanwhile the rule is another
    await db.owner.query(`update automation_run set actions = null`);
    await db.owner.query(`delete from conversation_tag`);
    await saveRule(db.shop, says({ actions: [{ do: "close" }] }), { id, version: 1 }, "Maya");
    await react();
    const after = await view(conversationId);
    expect(after).toMatchObject({ tags: ["wismo"], state: "open" });
    expect(after?.messages.filter(({ direction }) => direction === "note")).toHaveLength(1);
    expect(await log(conversationId)).toMatchObject([
      { version: 1, actions: [{ refused: null }, { refused: null }] },
    ]);
  });

  it("for no answer looks when the time has come, and once for each time somebody waits", async () => {
    await aRule({ on: "unanswered", hours: 4, conditions: [] });
    const { conversationId } = await aConversation(db.shop);
    await react();
    const job = { conversationId, hours: 4 };
    const { rows } = await db.owner.query(
      `select run_at > now() + interval '3 hours' as later from graphile_worker.jobs where key like '%' || $1`,
      [`unanswered:${conversationId}:4`],
    );
    expect(rows).toEqual([{ later: true }]);
    await runInboxJob(db.shop, "apply-unanswered", job);
    expect(await log(conversationId)).toEqual([]); // too early
    await db.owner.query(`update conversation set "awaitingSince" = now() - interval '5 hours'`);
    for (let twice = 0; twice < 2; twice++) await runInboxJob(db.shop, "apply-unanswered", job);
    expect(await log(conversationId)).toMatchObject([{ outcome: "fired" }]);
    await db.owner.query(`update conversation set "awaitingSince" = null`);
    await runInboxJob(db.shop, "apply-unanswered", job);
    expect(await log(conversationId)).toHaveLength(1);
  });
});

describe("an answer by machine", () => {
  const GREETS = "Hi {{ customer.first_name }}, {{ order.name }} is on its way.";

  it("goes to the order's own shopper, once, as a machine's; and no acknowledgement beside it", async () => {
    await aRule({ actions: [{ do: "reply", macroId: await aMacro(GREETS) }] });
    const { conversationId, order } = await aConversation(db.shop);
    for (let twice = 0; twice < 2; twice++) await react();
    const { rows } = await db.owner.query(
      `select payload->>'factId' as id from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'acknowledge'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) await runInboxJob(db.shop, "acknowledge", { factId: id });
    expect(await sent(conversationId)).toEqual([expect.stringContaining(`${order.name} is on its way.`)]);
    const after = await view(conversationId);
    expect(after).toMatchObject({ state: "open" }); // nobody has answered
    expect(after?.replyBy).not.toBeNull(); // and somebody will
  });

  it("to a second message of the same day is refused, and the log says so", async () => {
    await aRule({ actions: [{ do: "reply", macroId: await aMacro("Soon.") }] });
    const { conversationId, order } = await aConversation(db.shop);
    await react();
    await aConversation(db.shop, { order, text: "Where is my order, again?" });
    await react();
    expect(await sent(conversationId)).toEqual(["Soon."]);
    const refused = (await log(conversationId))
      .flatMap(({ actions }) => actions ?? [])
      .map((one) => one.refused);
    expect(refused.sort()).toEqual(["inbox.noAnswerByMachine", null]);
  });

  it("never tells a stranger of an order, whether they typed an address or wrote as another", async () => {
    await aRule({ actions: [{ do: "reply", macroId: await aMacro(GREETS) }] });
    const typed = await aConversation(db.shop);
    await db.owner.query(`update conversation set verified = false where id = $1`, [typed.conversationId]);
    const spoofed = await aConversation(db.shop);
    await db.owner.query(`update message set "authorKind" = 'other' where "conversationId" = $1`, [
      spoofed.conversationId,
    ]);
    const elsewhere = await aConversation(db.shop);
    await db.owner.query(`update conversation set email = 'else@example.com' where id = $1`, [
      elsewhere.conversationId,
    ]);
    await react();
    for (const { conversationId } of [typed, spoofed, elsewhere]) {
      expect(await sent(conversationId)).toEqual([]);
      const [run] = await log(conversationId);
      expect(run?.actions?.[0]?.refused).toMatch(/^(automation\.unproven|inbox\.noAnswerByMachine)$/);
    }
  });

  it.each([
    ["dmarc=pass header.from=example.com", []],
    ["spf=pass; dkim=pass header.d=elsewhere.example", ["automation.unproven"]],
    [null, ["automation.unproven"]],
  ])("tells of the order by mail only whom a mail server vouches for: %s", async (checks, refused) => {
    await aRule({ actions: [{ do: "reply", macroId: await aMacro(GREETS) }] });
    const { conversationId, order } = await aConversation(db.shop);
    const head = checks ? `Authentication-Results: mx.example; ${checks}\r\n` : "";
    await db.owner.query(
      `insert into inbound_mail ("shopId", id, sender, recipient, raw, state, "receivedAt")
       values ($1, $2, $3, 'in@example.com', $4, 'done', now())`,
      [
        db.shop.id,
        conversationId,
        order.email,
        Buffer.from(`${head}From: ${order.email}\r\n\r\nWhere is my order?`),
      ],
    );
    await db.owner.query(
      `update message set "inboundMailId" = "conversationId" where "conversationId" = $1`,
      [conversationId],
    );
    await react();
    expect(await sent(conversationId)).toHaveLength(refused.length === 0 ? 1 : 0);
    const [run] = await log(conversationId);
    expect(run?.actions?.flatMap((one) => one.refused ?? [])).toEqual(refused);
  });

  it("with a gap where a number should stand is not sent", async () => {
    await aRule({ actions: [{ do: "reply", macroId: await aMacro("It is {{ parcel.tracking_number }}.") }] });
    const { conversationId } = await aConversation(db.shop);
    await react();
    expect(await sent(conversationId)).toEqual([]);
    expect(await log(conversationId)).toMatchObject([{ actions: [{ refused: "automation.blank" }] }]);
  });

  it("is never given to automatic mail: no rule is looked at for it", async () => {
    await aRule({ conditions: [], actions: [{ do: "reply", macroId: await aMacro("Soon.") }] });
    const { conversationId } = await aConversation(db.shop);
    await db.owner.query(`update message set reason = 'out-of-office', "authorKind" = 'system'`);
    await react();
    expect(await log(conversationId)).toEqual([]);
  });
});

describe("a try", () => {
  it("counts and shows what would have happened, and changes nothing", async () => {
    const one = await aConversation(db.shop);
    await aConversation(db.shop, { text: "Thank you!" });
    await aConversation(db.neighbour);
    const before = await db.owner.query(`select count(*) from fact`);
    const trial = await tryRule(db.shop, says());
    expect(trial).toMatchObject({ looked: 2, fired: 1, unproven: 0 });
    expect(trial.would).toMatchObject([
      { conversationId: one.conversationId, conditions: [{ holds: true }] },
    ]);
    expect(trial.wouldNot).toMatchObject([{ conditions: [{ holds: false, value: null }] }]);
    for (const on of ["ratedBadly", "closed", "replyDue", "replyLate"] as const)
      expect(await tryRule(db.shop, says({ on })), on).toMatchObject({ looked: 0, fired: 0 });
    const waited = says({ on: "unanswered", hours: 2, conditions: [] });
    expect(await tryRule(db.shop, waited)).toMatchObject({ looked: 0 });
    await db.owner.query(
      `update conversation set "awaitingSince" = now() - interval '3 hours' where id = $1`,
      [one.conversationId],
    );
    expect(await tryRule(db.shop, waited)).toMatchObject({ looked: 1, fired: 1 });
    await react();
    expect(await view(one.conversationId)).toMatchObject({ tags: [], state: "open" });
    expect((await db.owner.query(`select count(*) from fact`)).rows).toEqual(before.rows);
    expect((await db.owner.query(`select from automation_run`)).rows).toEqual([]);
  });
});
