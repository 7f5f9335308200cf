import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { saveMacro } from "~/features/inbox/automation/save-macro.server";
import { saveRule } from "~/features/inbox/automation/save-rule.server";
import { rulesOf } from "~/features/inbox/automation-store.server";
import { macrosOf } from "~/features/inbox/macro-store.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { startingMacros, startingRules } from "~/features/inbox/words/starting-automation";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  office.scopes["43"] = "read_orders";
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const MACROS = "/app/settings/macros";
const RULES = "/app/settings/rules";
const send = (address: string, body: object, sub = "42") =>
  fetch(`${site.url}${address}`, {
    method: "POST",
    headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const read = (address: string) => fetch(`${site.url}${address}`, { headers: bearer(sessionToken()) });
const shown = async (address: string) =>
  (await site.get(`${address}${embedded(sessionToken())}`, bearer(sessionToken()))).text();
const macro = (part: object = {}) => ({ ...startingMacros.lookingIntoIt, ...part });
const rule = (part: object = {}) => ({ ...startingRules.vip, ...part });
const macros = (shop = db.shop) => shop.transact((tx) => macrosOf(tx, 10));

describe("macros", () => {
  test("begin with one that is offered, are kept, changed and deleted", async () => {
    expect(await shown(MACROS)).toContain("No macros yet");
    expect(await shown(`${MACROS}/new`)).toContain("New macro");
    const made = await send(`${MACROS}/new.data`, { intent: "save", version: null, says: macro() });
    expect(made.status).toBe(202);
    const [kept] = await macros();
    expect(kept).toMatchObject({ name: "We are looking into it", version: 1, uses: 0 });
    expect(await macros(db.neighbour)).toEqual([]);
    const at = `${MACROS}/${kept?.id}`;
    expect(
      (await send(`${at}.data`, { intent: "save", version: 1, says: macro({ name: "Two" }) })).status,
    ).toBe(200);
    const late = await send(`${at}.data`, { intent: "save", version: 1, says: macro({ name: "Three" }) });
    expect(late.status).toBe(409);
    expect(await shown(at)).toContain("Two");
    expect((await send(`${at}.data`, { intent: "delete" })).status).toBe(202);
    expect(await macros()).toEqual([]);
  });

  test("that cannot be written are refused with the line, and those who only read change nothing", async () => {
    const says = macro({ texts: { en: "Hi\n{{ order.nope }}" } });
    const wrong = await send(`${MACROS}/new.data`, { intent: "save", version: null, says });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("English, line 2: undefined variable: order.nope");
    expect((await send(`${MACROS}/new.data`, { intent: "save", version: null, says: {} })).status).toBe(400);
    const by = { intent: "save", version: null, says: macro() };
    expect((await send(`${MACROS}/new.data`, by, "43")).status).toBe(403);
    expect(await macros()).toEqual([]);
  });

  test("read as they will in a conversation, before and after they are saved", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    const text = "It is {{ order.name }}{{ parcel.carrier }}.";
    const preview = await send(`${MACROS}/preview`, { conversationId, locale: "en", text });
    expect(await preview.json()).toEqual({ text: `It is ${order.name}.`, blanks: ["parcel.carrier"] });
    expect((await send(`${MACROS}/preview`, { conversationId, locale: "en", text: "{{ x" })).status).toBe(
      422,
    );
    const saved = await saveMacro(db.shop, { name: "Short", texts: { en: text }, actions: [] }, null, "Maya");
    const id = saved.ok ? saved.value.id : "";
    const list = await read(`/app/inbox/${conversationId}/macros`);
    expect(await list.json()).toMatchObject({ macros: [{ id, name: "Short" }] });
    const filled = await read(`/app/inbox/${conversationId}/macros?macro=${id}`);
    expect(await filled.json()).toMatchObject({ filled: { text: `It is ${order.name}.` } });
  });

  test("do what was left on the answer when it is sent", async () => {
    const { conversationId } = await aConversation(db.shop);
    const view = await db.shop.transact((tx) => conversationView(tx, conversationId));
    const form = {
      intent: "reply",
      text: "Soon",
      requestKey: newId(),
      seen: view?.lastMessageId ?? "",
      macroIds: newId(),
      actions: JSON.stringify([{ do: "tag", tag: "Told" }, { do: "close" }]),
    };
    const post = (fields: Record<string, string>) =>
      site.post(`/app/inbox/${conversationId}.data`, fields, bearer(sessionToken()));
    expect((await post({ ...form, actions: "[{]" })).status).toBe(400);
    expect((await post({ ...form, actions: '[{"do":"reply","macroId":"x"}]' })).status).toBe(400);
    expect((await post(form)).status).toBe(200);
    const after = await db.shop.transact((tx) => conversationView(tx, conversationId));
    expect(after).toMatchObject({ tags: ["told"], state: "closed" });
  });
});

describe("rules", () => {
  test("are off when they are made, switched on, moved, tried and deleted", async () => {
    expect(await shown(RULES)).toContain("No rules yet");
    for (const name of ["One", "Two"])
      expect(
        (await send(`${RULES}/new.data`, { intent: "save", version: null, says: rule({ name }) })).status,
      ).toBe(202);
    const [one, two] = await db.shop.transact(rulesOf);
    expect([one, two]).toMatchObject([
      { name: "One", enabled: false },
      { name: "Two", enabled: false },
    ]);
    expect((await send(`${RULES}.data`, { intent: "switch", id: one?.id, enabled: true })).status).toBe(200);
    expect((await send(`${RULES}.data`, { intent: "move", id: two?.id, by: -1 })).status).toBe(200);
    expect(await db.shop.transact(rulesOf)).toMatchObject([{ name: "Two" }, { name: "One", enabled: true }]);
    expect(await shown(RULES)).toContain("if it is a VIP (tag “vip”). Then: set the priority to high.");
    const tried = await send(`${RULES}/try`, rule());
    expect(await tried.json()).toMatchObject({ fired: 0, looked: expect.any(Number) });
    expect((await send(`${RULES}/${one?.id}.data`, { intent: "delete" })).status).toBe(202);
    expect(await db.shop.transact(rulesOf)).toMatchObject([{ name: "Two" }]);
    expect((await send(`${RULES}/${two?.id}.data`, { intent: "delete" }, "43")).status).toBe(403);
  });

  test("and macros of another shop are as those that are not there", async () => {
    const says = startingRules.vip;
    if (!says) throw new Error("No such rule");
    const theirs = await saveRule(db.neighbour, says, null, "Next");
    const words = await saveMacro(db.neighbour, startingMacros.whereIsIt, null, "Next");
    const ids = [theirs.ok ? theirs.value.id : "", words.ok ? words.value.id : ""];
    for (const [at, id] of [
      [RULES, ids[0]],
      [MACROS, ids[1]],
    ] as const) {
      const [foreign, absent] = [await read(`${at}/${id}.data`), await read(`${at}/${newId()}.data`)];
      expect(foreign.status).toBe(404);
      expect(absent.status).toBe(404);
      expect((await send(`${at}/${id}.data`, { intent: "delete" })).status).toBe(404);
    }
    const answer = rule({ actions: [{ do: "reply", macroId: ids[1] }] });
    expect((await send(`${RULES}/new.data`, { intent: "save", version: null, says: answer })).status).toBe(
      404,
    );
    expect(await macros(db.neighbour)).toHaveLength(1);
  });

  test("say on the conversation why they fired, and not", async () => {
    const { conversationId } = await aConversation(db.shop);
    const here = await read(`/app/inbox/${conversationId}/rules`);
    expect(await here.json()).toMatchObject({ runs: [], reading: { currency: expect.any(String) } });
    expect((await read("/app/inbox/nothing/rules")).status).toBe(404);
  });
});
