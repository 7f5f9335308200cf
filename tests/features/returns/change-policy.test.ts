import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import {
  dropPolicyDraft,
  policyScreen,
  publishPolicy,
  revertPolicy,
  savePolicyDraft,
} from "~/features/returns/change-policy.server";
import { currentPolicy } from "~/features/returns/policy";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { returnDetail } from "~/features/returns/queries.server";
import { replayPolicy } from "~/features/returns/replay-policy.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(() => db.owner.query("truncate policy_version, settings, fact"));

const policy = (over: PolicyInput) => policySchema.parse(over);
const inForce = (shop: Shop) => shop.transact(currentPolicy);

async function saved(shop: Shop, over: PolicyInput, by = "Maya"): Promise<number> {
  const { seen } = await policyScreen(shop);
  const answer = await savePolicyDraft(shop, policy(over), seen, by);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return (await policyScreen(shop)).seen;
}
async function published(shop: Shop, over: PolicyInput): Promise<number> {
  const answer = await publishPolicy(shop, await saved(shop, over), "Maya");
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.version;
}

describe("before anything is published", () => {
  it("the older settings decide, under their version", async () => {
    const returns = { windowDays: 45, bufferDays: 3, finalSaleTag: "outlet", autoApprove: true };
    await db.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({ returns })));
    expect(await inForce(db.shop)).toMatchObject({
      windowDays: 45,
      bufferDays: 3,
      finalSaleTags: ["outlet"],
      autoApprove: true,
      version: 1,
    });
    expect(await inForce(db.neighbour)).toMatchObject({ windowDays: 30, version: 0 });
  });

  it("a draft decides nothing", async () => {
    await saved(db.shop, { windowDays: 7 });
    expect(await inForce(db.shop)).toMatchObject({ windowDays: 30 });
  });
});

describe("publishing", () => {
  it("puts the draft into force under a number that meant no policy before, and says by whom", async () => {
    await db.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({})));
    const version = await published(db.shop, { windowDays: 7 });
    expect(version).toBe(2);
    expect(await inForce(db.shop)).toMatchObject({ windowDays: 7, version: 2 });
    expect(await inForce(db.neighbour)).toMatchObject({ windowDays: 30 });
    const screen = await policyScreen(db.shop);
    expect(screen).toMatchObject({ draft: null, seen: 0, inForce: { version: 2, actorName: "Maya" } });
    const { rows } = await db.owner.query(
      `select "actorName", data from fact where kind = 'policy.published'`,
    );
    expect(rows).toEqual([{ actorName: "Maya", data: { version: 2 } }]);
  });

  it("refuses what contradicts itself, and keeps the draft", async () => {
    const seen = await saved(db.shop, { methods: [] });
    expect(await publishPolicy(db.shop, seen, "Maya")).toMatchObject({
      refusal: { code: "policy.contradicts" },
    });
    expect((await policyScreen(db.shop)).value.methods).toEqual([]);
  });

  it("refuses without a draft, and a draft that is another by now", async () => {
    expect(await publishPolicy(db.shop, 0, "Maya")).toMatchObject({ refusal: { code: "policy.noDraft" } });
    const seen = await saved(db.shop, { windowDays: 7 });
    expect(await savePolicyDraft(db.shop, policy({}), seen - 1, "Noa")).toMatchObject({
      refusal: { code: "policy.changedMeanwhile" },
    });
    expect(await publishPolicy(db.shop, seen - 1, "Noa")).toMatchObject({
      refusal: { code: "policy.changedMeanwhile" },
    });
  });

  it("twenty at once publish it once", async () => {
    const seen = await saved(db.shop, { windowDays: 7 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => publishPolicy(db.shop, seen, "Maya")));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    const { rows } = await db.owner.query("select count(*)::int from policy_version where version > 0");
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("an earlier version comes back as a draft, and is published as a new one", async () => {
    const first = await published(db.shop, { windowDays: 7 });
    await published(db.shop, { windowDays: 90 });
    expect((await revertPolicy(db.shop, first, "Noa")).ok).toBe(true);
    expect(await inForce(db.shop)).toMatchObject({ windowDays: 90 });
    const { seen, value, versions } = await policyScreen(db.shop);
    expect(value.windowDays).toBe(7);
    expect(versions.map((one) => one.version)).toEqual([2, 1]);
    expect(await publishPolicy(db.shop, seen, "Noa")).toMatchObject({ value: { version: 3 } });
  });

  it("another shop's version is as absent", async () => {
    await published(db.neighbour, { windowDays: 7 });
    expect(await revertPolicy(db.shop, 1, "Maya")).toMatchObject({ refusal: { code: "policy.notFound" } });
  });

  it("a draft can be thrown away", async () => {
    await saved(db.shop, { windowDays: 7 });
    await dropPolicyDraft(db.shop, "Maya");
    expect(await policyScreen(db.shop)).toMatchObject({ draft: null, value: { windowDays: 30 } });
  });
});

describe("with returns", () => {
  it("a return keeps the version that let it back, and a replay finds it", async () => {
    const version = await published(db.shop, { windowDays: 21, autoApprove: true });
    const order = await aReturnableOrderIn(db.shop, db.neighbour);
    const id = await aReturn(db.shop, order);
    const kept = await db.shop.transact((tx) => returnDetail(tx, id));
    expect(kept?.decision).toMatchObject({ policyVersion: version, next: "approve", shopify: "silent" });

    const said: [number, number][] = [];
    const onProgress = (done: number, of: number) => said.push([done, of]);
    const { replay, partial } = await replayPolicy(db.shop, policy({ windowDays: 1 }), { onProgress });
    expect(partial).toBe(false);
    // one return and its order
    expect([said[0], said.at(-1)]).toEqual([
      [0, 2],
      [2, 2],
    ]);
    const left = { signal: AbortSignal.abort(new Error("left")) };
    await expect(replayPolicy(db.shop, policy({}), left)).rejects.toThrow("left");
    expect(replay).toMatchObject({
      returns: 1,
      byRefusal: { "returns.windowClosed": 1 },
      changes: { newlyRefused: { count: 1, examples: [id] } },
    });
    const kinder = await replayPolicy(db.shop, policy({ review: { returnsAbove: 5 }, autoApprove: true }));
    expect(kinder.replay).toMatchObject({ table: { approve: { automatic: { count: 1 } } } });
    expect((await replayPolicy(db.neighbour, policy({}))).replay.returns).toBe(0);
  });
});
