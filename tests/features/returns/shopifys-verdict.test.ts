import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { requestReturn as requestInShopify } from "#tests/store/actions/returns";
import { requestReturn } from "~/features/returns/request-return.server";
import { shopifysVerdict } from "~/features/returns/shopifys-verdict.server";
import { newId } from "~/values/ids";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day.close());

const asked = (orderId: string, orderLineId: string) =>
  requestReturn(day.shop, {
    orderId,
    requestKey: newId(),
    lines: [{ orderLineId, quantity: 1, reason: "too-small" }],
    note: null,
  });

describe("Shopify's say in a request", () => {
  it("is asked, and noted when it agrees", async () => {
    const order = await day.delivered();
    const detail = await day.detail(await day.requested(order));
    expect(detail.decision).toMatchObject({ shopify: "asked", rule: "window" });
  });

  it("bars what Shopify has in a return that we have not heard of", async () => {
    const order = await day.delivered();
    await requestInShopify(day.store, { order: order.id });
    expect(await asked(order.id, order.lines[0]?.id ?? "")).toMatchObject({
      refusal: { code: "returns.shopifyBars", detail: { rule: "shopify" } },
    });
  });

  it("is done without when Shopify is away: ours alone", async () => {
    const order = await day.delivered();
    // a shop without access: what is asked of Shopify ends at once
    expect(await shopifysVerdict(day.neighbour, order.id)).toBe("silent");
  });
});
