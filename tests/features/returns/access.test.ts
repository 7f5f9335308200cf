import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA, wished } from "#tests/factories/return-outcome";
import { accessForPayout, accessForPolicy, accessOf, accessSentence } from "~/features/returns/access";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { policySchema } from "~/features/returns/policy-schema";
import { readProblem } from "~/features/returns/problem";
import { retryReturn } from "~/features/returns/retry-return.server";
import { profileOrNull } from "~/features/settings/queries.server";
import { refreshProfile } from "~/features/settings/refresh-profile.server";
import { missingAccess, OPTIONAL_SCOPES } from "~/platform/shopify/scopes";

describe("what needs the merchant's permission", () => {
  test("a policy that offers credit, for its gift cards too", () => {
    expect(accessForPolicy(policySchema.parse({}))).toEqual([]);
    const credit = policySchema.parse({ outcomes: { credit: { on: true } } });
    expect(accessForPolicy(credit)).toEqual(["storeCredit", "giftCards"]);
    const exchange = { outcomes: { exchange: { on: true } } };
    expect(accessForPolicy(policySchema.parse(exchange))).toEqual(["holds"]);
    const atOnce = policySchema.parse({ ...exchange, dearerExchange: { hold: false } });
    expect(accessForPolicy(atOnce)).toEqual([]);
  });

  test.each([
    [["refund", "exchange", "fee"], true, []],
    [["refund", "credit"], true, ["storeCredit"]],
    [["giftCard", "bonus"], true, ["giftCards"]],
    [["bonus"], true, ["storeCredit"]],
    [["bonus"], false, ["giftCards"]],
    [["credit", "bonus"], false, ["storeCredit", "giftCards"]],
  ] as const)("a payout of %s, account: %s", (open, hasAccount, wanted) =>
    expect(accessForPayout(open, hasAccount)).toEqual(wanted));

  test("nothing is missing before Shopify said what is allowed", () => {
    expect(missingAccess([], ["storeCredit"])).toEqual([]);
    expect(missingAccess(["write_orders"], ["storeCredit"])).toEqual(["storeCredit"]);
    expect(missingAccess([OPTIONAL_SCOPES.giftCards], ["storeCredit", "giftCards"])).toEqual(["storeCredit"]);
  });

  test("a kept problem says which", () => {
    for (const missing of [
      ["storeCredit"],
      ["giftCards"],
      ["holds"],
      ["storeCredit", "giftCards"],
    ] as const) {
      const kept = readProblem(`refund-return: ${accessSentence(missing)}`);
      expect(accessOf(kept)).toEqual(missing);
    }
    expect([accessOf(null), accessOf(readProblem("refund-return: Something else"))]).toEqual([[], []]);
  });
});

describe("a payout without it", () => {
  let day: ReturnDay;
  beforeAll(async () => {
    day = await openReturnDay();
    await inForce(day, { refund: { when: "onInspection" } });
  });
  afterAll(() => day?.close());
  const { storeCredit, giftCards } = OPTIONAL_SCOPES;

  async function accepted(wish: { outcome: string; bonus?: bigint }, more: { gift?: boolean } = {}) {
    const order = await day.delivered();
    const id = await wished(day, order, wish, more);
    await day.work();
    await approveReturn(day.shop, id, MAYA);
    await day.work();
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    return { id, order };
  }

  it("stops with what to allow, pays nothing, and goes on once it is allowed", async () => {
    day.store.installs.withdraw(day.shop.id, [storeCredit]);
    await refreshProfile(day.shop);
    const { id, order } = await accepted({ outcome: "credit", bonus: 100n });
    const stopped = readProblem((await day.detail(id)).problem);
    expect(accessOf(stopped)).toEqual(["storeCredit"]);
    expect((await ledgerOf(day, order.id)).map((entry) => entry.state)).toEqual(["intended", "intended"]);

    // Allowed, but no webhook has told us: Shopify is asked.
    day.store.installs.grant(day.shop.id, [storeCredit]);
    await retryReturn(day.shop, id);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect((await ledgerOf(day, order.id)).map((entry) => entry.state)).toEqual(["paid", "paid"]);
  });

  it("stops a gift's card too, and lets refunds pass", async () => {
    day.store.installs.withdraw(day.shop.id, [giftCards]);
    await refreshProfile(day.shop);
    const gift = await accepted({ outcome: "credit" }, { gift: true });
    expect(accessOf(readProblem((await day.detail(gift.id)).problem))).toEqual(["giftCards"]);
    const refund = await accepted({ outcome: "refund" });
    expect(await day.detail(refund.id)).toMatchObject({ state: "closed", problem: null });
  });

  it("keeps with the profile what the merchant allows, for this shop", async () => {
    day.store.installs.grant(day.shop.id, [giftCards]);
    await refreshProfile(day.shop);
    expect((await day.shop.transact(profileOrNull))?.scopes).toContain(giftCards);
    expect(await day.neighbour.transact(profileOrNull)).toBeNull();
  });
});
