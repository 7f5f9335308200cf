import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Action } from "~/features/inbox/automation/actions";
import { fillMacro } from "~/features/inbox/automation/fill-macro.server";
import type { MacroSays } from "~/features/inbox/automation/macro";
import { replyWithMacros } from "~/features/inbox/automation/reply-with-macros.server";
import { deleteMacro, saveMacro } from "~/features/inbox/automation/save-macro.server";
import { saveRule } from "~/features/inbox/automation/save-rule.server";
import { prioritise, reopenConversation } from "~/features/inbox/change-conversation.server";
import { draftOf } from "~/features/inbox/desk-store.server";
import { assignConversation } from "~/features/inbox/hand-on.server";
import { macroRows } from "~/features/inbox/macro-queries.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { tagConversation, untagConversation } from "~/features/inbox/tag-conversation.server";
import { takeBack } from "~/features/inbox/take-back.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const MAYA = { id: "42", name: "Maya Lind" };
const NOOR = { id: "43", name: "Noor" };
const says = (part: Partial<MacroSays> = {}): MacroSays => ({
  name: "Where is my order?",
  texts: { en: "Hi {{ customer.first_name }}, it is {{ order.name }}. {{ staff.first_name }}" },
  actions: [],
  ...part,
});
async function aMacro(part: Partial<MacroSays> = {}, shop = db.shop): Promise<string> {
  const saved = await saveMacro(shop, says(part), null, MAYA.name);
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.id;
}
const filled = async (conversationId: string, macroId: string, shop = db.shop) => {
  const done = await fillMacro(shop, conversationId, macroId, MAYA.name);
  return done.ok ? done.value : done.refusal.code;
};
const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));

describe("a macro", () => {
  it("has this conversation's values in it, in its shopper's language where there are words", async () => {
    const id = await aMacro({
      texts: { en: "Hi {{ order.name }} {{ staff.first_name }}", de: "Hallo {{ order.name }}" },
    });
    const english = await aConversation(db.shop);
    const german = await aConversation(db.shop, {
      order: await mirrored(db.shop, { ...anOrder(), locale: "de" }),
    });
    expect(await filled(english.conversationId, id)).toMatchObject({
      text: `Hi ${english.order.name} Maya`,
      blanks: [],
      locale: "en",
    });
    expect(await filled(german.conversationId, id)).toMatchObject({
      text: `Hallo ${german.order.name}`,
      locale: "de",
    });
  });

  it("gives the order's page only to the address that the order is of", async () => {
    const id = await aMacro({ texts: { en: "{{ order.url }} {{ return.url }}" } });
    const { conversationId, order } = await aConversation(db.shop);
    const own = await filled(conversationId, id);
    expect(own).toMatchObject({ text: expect.stringMatching(/\/order\?t=\S+ \S+\/return\?t=\S+&o=\d+$/) });
    expect(own).toMatchObject({ text: expect.stringContaining(`&o=${order.id}`) });
    await db.owner.query(`update conversation set email = 'else@example.com' where id = $1`, [
      conversationId,
    ]);
    expect(await filled(conversationId, id)).toMatchObject({ text: expect.not.stringContaining("?t=") });
  });

  it("is another shop's business as little as one that is not there", async () => {
    const [id, theirs] = [await aMacro(), await aMacro({}, db.neighbour)];
    const { conversationId } = await aConversation(db.shop);
    expect(await filled(conversationId, theirs)).toBe("automation.notFound");
    expect(await filled(conversationId, newId())).toBe("automation.notFound");
    expect(await filled(conversationId, theirs, db.neighbour)).toBe("inbox.notFound");
    expect(await deleteMacro(db.neighbour, id)).toMatchObject({ refusal: { code: "automation.notFound" } });
    const stolen = await saveMacro(db.neighbour, says(), { id, version: 1 }, "Next");
    expect(stolen).toMatchObject({ refusal: { code: "automation.notFound" } });
  });

  it("is refused with its line when it names what there is not, in any language or note", async () => {
    const wrong = await saveMacro(
      db.shop,
      says({ texts: { en: "Hi", de: "Hallo\n{{ order.nam }}" } }),
      null,
      "Maya",
    );
    expect(wrong).toMatchObject({
      refusal: { code: "automation.textWrong", detail: { where: "de", line: 2 } },
    });
    const note = await saveMacro(
      db.shop,
      says({ actions: [{ do: "note", text: "{{ no }}" }] }),
      null,
      "Maya",
    );
    expect(note).toMatchObject({ refusal: { code: "automation.textWrong", detail: { where: "note" } } });
  });

  it("is kept once by two who save at once, and not deleted while a rule answers with it", async () => {
    const id = await aMacro();
    const saves = await Promise.all(
      ["One", "Two"].map((name) => saveMacro(db.shop, says({ name }), { id, version: 1 }, name)),
    );
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    const rule = {
      name: "Answer",
      on: "message" as const,
      hours: null,
      match: "all" as const,
      conditions: [],
      actions: [{ do: "reply" as const, macroId: id }],
      stops: false,
    };
    expect(await saveRule(db.shop, rule, null, "Maya")).toMatchObject({ ok: true });
    expect(await deleteMacro(db.shop, id)).toMatchObject({ refusal: { code: "automation.inUse" } });
  });
});

describe("an answer with macros", () => {
  it("does what was left on it once it is kept, and counts a use; sent twice it is one", async () => {
    const actions: Action[] = [
      { do: "tag", tag: "answered" },
      { do: "prioritise", priority: "high" },
      { do: "assign", id: "77", name: "Gone" },
      { do: "note", text: "Told about {{ order.name }}" },
      { do: "close" },
    ];
    const id = await aMacro({ name: "Uses", actions });
    const { conversationId, order } = await aConversation(db.shop);
    const seen = (await view(conversationId))?.lastMessageId ?? null;
    const reply = { conversationId, text: "It is here", requestKey: newId(), seen, macroIds: [id], actions };
    for (let twice = 0; twice < 2; twice++)
      expect(await replyWithMacros(db.shop, reply, MAYA)).toMatchObject({
        value: { notDone: [{ do: "assign", name: "Gone" }] },
      });
    const after = await view(conversationId);
    expect(after).toMatchObject({ state: "closed", tags: ["answered"], priority: 2 });
    const written = after?.messages
      .filter(({ authorName }) => authorName === MAYA.name)
      .map(({ text }) => text);
    expect(written).toEqual(["It is here", `Told about ${order.name}`]);
    const rows = await db.shop.transact(macroRows);
    expect(rows.find((one) => one.id === id)).toMatchObject({ uses: 1, usedAt: expect.any(Date) });
  });

  it("that is refused does nothing", async () => {
    const id = await aMacro({ name: "Unsent" });
    const { conversationId } = await aConversation(db.shop);
    const reply = { conversationId, text: "Late", requestKey: newId(), seen: null, macroIds: [id] };
    const done = await replyWithMacros(db.shop, { ...reply, actions: [{ do: "close" }] }, MAYA);
    expect(done).toMatchObject({ refusal: { code: "inbox.alreadySent" } });
    expect(await view(conversationId)).toMatchObject({ state: "open" });
    const rows = await db.shop.transact(macroRows);
    expect(rows.find((one) => one.id === id)).toMatchObject({ uses: 0 });
  });

  /** An answer with everything that macros do; and how its conversation was before. */
  async function answered(extra: Action[] = []) {
    const { conversationId } = await aConversation(db.shop);
    await assignConversation(db.shop, conversationId, NOOR.id, NOOR);
    await tagConversation(db.shop, conversationId, "gone soon");
    const before = await view(conversationId);
    const actions: Action[] = [
      { do: "tag", tag: "answered" },
      { do: "untag", tag: "gone soon" },
      { do: "prioritise", priority: "high" },
      { do: "assign", id: MAYA.id, name: MAYA.name },
      { do: "note", text: "Told" },
      ...extra,
    ];
    const reply = { conversationId, text: "It is here", requestKey: newId(), macroIds: [], actions };
    const done = await replyWithMacros(db.shop, { ...reply, seen: before?.lastMessageId ?? null }, MAYA);
    if (!done.ok) throw new Error(done.refusal.code);
    return { conversationId, before, messageId: done.value.messageId };
  }
  const shownOf = (one: Awaited<ReturnType<typeof view>>) => ({
    ...{ state: one?.state, tags: one?.tags, priority: one?.priority, assigneeId: one?.assigneeId },
    texts: one?.messages.map(({ text }) => text),
  });

  it.each([
    [{ do: "close" }],
    [{ do: "snooze", until: 3 }],
    [],
  ] as Action[][])("taken back, takes back what came with it (%j)", async (...extra) => {
    const { conversationId, before, messageId } = await answered(extra);
    expect(shownOf(await view(conversationId))).not.toEqual(shownOf(before));
    const [one, other] = await Promise.all([
      takeBack(db.shop, conversationId, messageId, MAYA),
      takeBack(db.shop, conversationId, messageId, MAYA),
    ]);
    // twice at once is once
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect(shownOf(await view(conversationId))).toEqual(shownOf(before));
    expect((await db.shop.transact((tx) => draftOf(tx, conversationId, MAYA.id)))?.text).toBe("It is here");
    const { rows } = await db.owner.query(
      `select position('answered' in words::text) > 0 as found from conversation_search where id = $1`,
      [conversationId],
    );
    expect(rows).toEqual([{ found: false }]);
  });

  it("taken back, leaves alone what somebody changed since", async () => {
    const { conversationId, messageId } = await answered([{ do: "close" }]);
    await assignConversation(db.shop, conversationId, "44", { id: "44", name: "Ida" });
    await reopenConversation(db.shop, conversationId, NOOR);
    await prioritise(db.shop, conversationId, "urgent");
    await untagConversation(db.shop, conversationId, "answered");
    await tagConversation(db.shop, conversationId, "gone soon");
    expect(await takeBack(db.shop, conversationId, messageId, MAYA)).toMatchObject({ ok: true });
    expect(shownOf(await view(conversationId))).toMatchObject({
      ...{ state: "open", tags: ["gone soon"], priority: 3, assigneeId: "44" },
    });
  });
});
