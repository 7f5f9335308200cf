import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA } from "#tests/factories/return-outcome";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { readQuote } from "~/features/returns/quote";
import { refundReturn } from "~/features/returns/refund-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import * as store from "~/features/returns/store.server";
import { newId } from "~/values/ids";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());
beforeEach(() =>
  inForce(day, { refund: { when: "byHand" }, outcomes: { refund: { on: true }, credit: { on: true } } }),
);

it("units of one line for different reasons are so at Shopify, are counted together, and are paid each its way", async () => {
  const order = await day.delivered({ cart: "few" });
  const thing = order.lines.find((line) => line.quantity > 1);
  const row = (reason: "too-small" | "damaged-or-defective", outcome: "credit" | "refund", quantity = 1) => ({
    ...{ orderLineId: thing?.id ?? "", quantity, reason, outcome },
  });
  const most = thing?.quantity ?? 0;
  const ask = (lines: ReturnType<typeof row>[], shop = day.shop) =>
    requestReturn(shop, { orderId: order.id, requestKey: newId(), lines, note: null });
  expect(await ask([row("too-small", "credit"), row("damaged-or-defective", "refund", most)])).toMatchObject({
    refusal: { code: "returns.quantityTooLarge", detail: { most } },
  });
  const asked = await ask([row("too-small", "credit"), row("damaged-or-defective", "refund", most - 1)]);
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { id } = asked.value;
  await approveReturn(day.shop, id, MAYA);
  await day.work();
  const [there] = await day.theirs(order.id);
  expect(there?.returnLineItems.nodes.map((line) => line.quantity).sort()).toEqual([1, most - 1].sort());
  const kept = await day.shop.transact((tx) => store.load(tx, id));
  expect(kept?.lines.map(({ reason, outcome }) => [reason, outcome])).toEqual([
    ["too-small", "credit"],
    ["damaged-or-defective", "refund"],
  ]);
  expect(new Set(kept?.lines.map((line) => line.shopifyReturnLineId)).size).toBe(2);
  expect(await ask([row("too-small", "refund")])).toMatchObject({ ok: false });

  const quote = readQuote(kept?.quote);
  await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
  await refundReturn(
    day.shop,
    id,
    { amount: (quote?.refund ?? 0n) + (quote?.credit ?? 0n), restock: false },
    MAYA,
  );
  await day.work();
  expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
  const entries = await ledgerOf(day, order.id);
  const paid = (kind: string) => entries.find((entry) => entry.kind === kind)?.amount;
  expect([paid("refund"), paid("credit") ?? paid("giftCard")]).toEqual([
    Number(quote?.refund),
    Number((quote?.credit ?? 0n) + (quote?.giftCard ?? 0n)),
  ]);
});
