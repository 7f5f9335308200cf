import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { BROWSER, bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { policySchema } from "~/features/returns/policy-schema";
import { readLine } from "~/features/returns/replay-lines";

/** The policy's screen, asked as Shopify's admin asks for it. */

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  Object.assign(office.scopes, { "42": "write_orders,write_returns", "43": "read_returns" });
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const send = async (body: unknown, sub = "42") => {
  const answer = await fetch(`${site.url}/app/settings/policy.data`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
  });
  return { status: answer.status, text: await answer.text() };
};
const versions = async () =>
  (await db.owner.query(`select "shopId", version, "actorName" from policy_version order by version`)).rows;
const draftSeen = async () => {
  const { rows } = await db.owner.query<{ at: Date }>(
    `select "savedAt" as at from policy_version where version = 0`,
  );
  return rows[0]?.at.getTime() ?? 0;
};

describe("the policy's screen", () => {
  test("who may only look sees it and changes nothing", async () => {
    const seen = await site.get(`/app/settings/policy${embedded(sessionToken({ sub: "43" }))}`, {
      "user-agent": BROWSER,
    });
    expect(seen.status).toBe(200);
    expect(await seen.text()).toContain("Your account may look at the policy");
    const value = policySchema.parse({});
    expect((await send({ intent: "save", value, seen: 0 }, "43")).status).toBe(403);
    expect(await versions()).toEqual([]);
  });

  test.each([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["what nobody can do", { intent: "destroy" }],
    ["a window that is no number", { intent: "save", seen: 0, value: { windowDays: "thirty" } }],
    ["a window without end", { intent: "save", seen: 0, value: { windowDays: 9_999 } }],
    ["a thousand rules", { intent: "save", seen: 0, value: { windowRules: Array(51).fill({ id: "a" }) } }],
    ["an amount below nothing", { intent: "save", seen: 0, value: { minimumValue: -1 } }],
  ])("refuses %s, and keeps nothing", async (_name, body) => {
    const { status, text } = await send(body);
    expect(status).toBe(400);
    expect(text).toContain("Please correct the marked fields");
    expect(await versions()).toEqual([]);
  });

  test("saves a draft, says what contradicts itself, publishes it when it no longer does", async () => {
    const broken = policySchema.parse({ methods: [] });
    expect((await send({ intent: "save", value: broken, seen: 0 })).status).toBe(200);
    const refused = await send({ intent: "publish", seen: await draftSeen() });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("It contradicts itself");

    const value = policySchema.parse({ windowDays: 21 });
    expect((await send({ intent: "save", value, seen: await draftSeen() })).status).toBe(200);
    const published = await send({ intent: "publish", seen: await draftSeen() });
    expect(published.text).toContain("Version 1 is in force now");
    expect(await versions()).toEqual([{ shopId: SHOP, version: 1, actorName: "Maya" }]);
  });

  test("a draft that somebody else changed meanwhile is not overwritten; theirs is shown next", async () => {
    const seen = await draftSeen();
    expect((await send({ intent: "save", value: policySchema.parse({ windowDays: 14 }), seen })).status).toBe(
      200,
    );
    const second = await send({ intent: "save", value: policySchema.parse({ windowDays: 99 }), seen });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Someone else changed the draft while you were editing.");
    const { rows } = await db.owner.query(
      `select value->'windowDays' as days from policy_version where version = 0`,
    );
    expect(rows).toEqual([{ days: 14 }]);
    expect((await send({ intent: "drop" })).status).toBe(200);
  });

  const replay = (body: unknown, sub = "42") =>
    fetch(`${site.url}/app/settings/policy/replay`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
    });

  test("runs a draft over the past without keeping it, and says how far it is", async () => {
    const answer = await replay(policySchema.parse({}));
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await answer.text()).trimEnd().split("\n").map(readLine);
    expect(lines[0]).toEqual({ done: 0, of: 0 });
    expect(lines.at(-1)).toMatchObject({ replayed: { partial: false, replay: { returns: 0 } } });
    expect(await draftSeen()).toBe(0);
  });

  test("runs nothing that is no policy, and nothing for who may only look", async () => {
    expect((await replay({ minimumValue: -1 })).status).toBe(400);
    expect((await replay(policySchema.parse({}), "43")).status).toBe(403);
  });
});
