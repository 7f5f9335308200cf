import "./surroundings";
import { type PolicyValue, policySchema } from "~/features/returns/policy-schema";
import { replayPolicy } from "~/features/returns/replay-policy.server";
import {
  decideReturn,
  type ReturnableOrder,
  type ReturnPolicy,
  type ReturnRequest,
} from "~/features/returns/rules";
import { openDatabase } from "~/platform/database/database.server";
import { mintShop } from "~/platform/database/shop.server";
import { readShopId } from "~/values/ids";
import { answerQuestions } from "./part";

/** Decides returns in a process of its own, on one core, and replays a shop's past. */

const DAY = 86_400_000;
const NOW = new Date("2026-11-20T12:00:00Z");
const ORDERS = 1_000;

/** A policy that uses most of what there is. */
export const FULL: PolicyValue = policySchema.parse({
  autoApprove: true,
  windowRules: [
    { id: "never", when: { productTags: ["underwear"] }, windowDays: 0 },
    { id: "best", when: { customerTags: ["vip"] }, windowDays: 90 },
    { id: "linen", when: { countries: ["DE", "AT"], productTags: ["linen"] }, windowDays: 45 },
  ],
  holidays: [{ id: "season", from: "2026-11-01", to: "2026-12-24", until: "2027-01-31" }],
  reasons: { "damaged-or-defective": { photos: 1 } },
  outcomes: { credit: { on: true, bonus: { kind: "percent", percent: 10 } } },
  restockingFee: { kind: "percent", percent: 10 },
  returnFee: { kind: "flat", flat: 300 },
  shipping: { paidBy: "shopper", flat: 495 },
  review: { valueAbove: 20_000 },
});

/** Orders of three lines, delivered over six weeks, in a currency that is not the shop's. */
const orders: ReturnableOrder[] = Array.from({ length: ORDERS }, (_, at) => {
  const placed = Date.UTC(2026, 9, 1) + at * 3_600_000;
  const lines = [0, 1, 2].map((line) => `${at}-${line}`);
  return {
    lines: lines.map((id) => ({
      id,
      quantity: 2,
      currentQuantity: 2,
      giftCard: false,
      productTags: ["linen", "kitchen"],
      total: { amount: 2_900n, currency: "EUR" },
    })),
    parcels: [
      {
        state: "delivered",
        shippedAt: new Date(placed + DAY),
        deliveredAt: new Date(placed + 3 * DAY),
        lines: lines.map((id) => ({ id: `F${id}`, orderLineId: id, quantity: 2 })),
      },
    ],
    returned: [],
    placedAt: new Date(placed),
    country: "DE",
    tags: [],
    channel: "web",
    total: { amount: 9_295n, currency: "EUR" },
    totalShop: { amount: 7_944n, currency: "GBP" },
    customer: { tags: [], orders: 5, returns: 1 },
  };
});
const requests: ReturnRequest[] = orders.map((_, at) => ({
  lines: [
    {
      orderLineId: `${at}-${at % 3}`,
      quantity: 1,
      reason: "too-small",
      outcome: at % 2 ? "credit" : "refund",
    },
  ],
  method: "label",
}));

const POLICIES: Record<"plain" | "full", ReturnPolicy> = {
  plain: {
    ...{ windowDays: 30, bufferDays: 7, finalSaleTag: "final-sale", autoApprove: true },
    ...{ timeZone: "Europe/London", version: 1, outcomes: { credit: { on: true } } },
  },
  full: { ...FULL, timeZone: "Europe/London", version: 1 },
};

/** Decisions a second, for so long. */
function decide({ policy, ms }: { policy: "plain" | "full"; ms: number }): number {
  const by = POLICIES[policy];
  let [count, allowed] = [0, 0];
  const started = performance.now();
  while (performance.now() - started < ms)
    for (let at = 0; at < ORDERS; at++) {
      const [order, request] = [orders[at], requests[at]];
      if (order && request && decideReturn(by, order, request, NOW).ok) allowed++;
      count++;
    }
  if (allowed === 0 || (policy === "plain" && allowed === count))
    throw new Error("The bench decides nothing");
  return count / ((performance.now() - started) / 1_000);
}

async function replay({ databaseUrl, shop }: { databaseUrl: string; shop: string }) {
  const open = await openDatabase(databaseUrl);
  const id = readShopId(shop);
  if (!id) throw new Error("Not a shop");
  const { replay, ms } = await replayPolicy(mintShop(id), FULL);
  await open.close();
  return { returns: replay.returns, orders: replay.orders.count, ms };
}

answerQuestions({ decide, replay });
