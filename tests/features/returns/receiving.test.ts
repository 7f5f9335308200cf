import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA, variant, wished } from "#tests/factories/return-outcome";
import { askApproval, decideApproval } from "~/features/returns/approvals.server";
import { waitingApprovals } from "~/features/returns/approvals-store.server";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { receiveReturn } from "~/features/returns/receive-return.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { reopenReturn } from "~/features/returns/reopen-return.server";
import { runOutcome } from "~/features/returns/run-outcome.server";
import { findReturnByScan } from "~/features/returns/scan-queries.server";
import { noteReturnScan } from "~/features/returns/scan-return.server";
import { returnTimeline } from "~/features/returns/staff-queries.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { newId } from "~/values/ids";

const OWNER = { kind: "staff" as const, id: "1", name: "Olive", owner: true };
const NOA = { kind: "staff" as const, id: "43", name: "Noa" };
let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());
beforeEach(() => inForce(day, { refund: { when: "onInspection" } }));

const kinds = async (id: string) =>
  (await day.shop.transact((tx) => returnTimeline(tx, id))).map((fact) => fact.kind);

async function coming(quantity = 2, cart = "dozen") {
  const order = await day.delivered({ cart });
  const id = await day.requested(order, quantity);
  await approveReturn(day.shop, id, MAYA);
  await day.work();
  const [item] = (await day.detail(id)).items;
  return { order, id, lineId: item?.id ?? "" };
}

type Dispositions = { nodes: { type: string; quantity: number }[] };
const dispositions = async (orderId: string) => {
  const [theirs] = await day.theirs(orderId);
  return theirs?.reverseFulfillmentOrders.nodes.flatMap((order) =>
    order.lineItems.nodes.flatMap((line) => line.dispositions as Dispositions["nodes"]),
  );
};

describe("inspection", () => {
  it("pays for what was accepted only; what was not is taken off Shopify's return, with its reason kept", async () => {
    const { order, id, lineId } = await coming(3);
    const found = {
      lines: [
        {
          ...{ lineId, received: 3, accepted: 2, rejected: 1, rejectReason: "Worn outside" },
          disposition: "restock" as const,
        },
      ],
      strays: [{ kind: "unexpected" as const, title: "A left sock", quantity: 1 }],
    };
    expect(await inspectReturn(day.neighbour, id, found, MAYA)).toMatchObject({
      refusal: { code: "returns.notFound" },
    });
    expect(await inspectReturn(day.shop, id, found, MAYA)).toMatchObject({ value: { kind: "started" } });
    await day.work();
    const detail = await day.detail(id);
    expect(detail).toMatchObject({ state: "closed", problem: null });
    const [theirs] = await day.theirs(order.id);
    expect(theirs?.returnLineItems.nodes).toMatchObject([{ quantity: 2, processedQuantity: 2 }]);
    expect(await dispositions(order.id)).toEqual([{ type: "RESTOCKED", quantity: 2 }]);
    const line = await day.shop.transact((tx) =>
      tx.db.returnLine.findUnique({ where: { shopId_id: { shopId: tx.shopId, id: lineId } } }),
    );
    expect(line).toMatchObject({ quantity: 3, rejectedQuantity: 1, rejectReason: "Worn outside" });
    const strays = await day.shop.transact((tx) => tx.db.strayItem.findMany({ where: { returnId: id } }));
    expect(strays).toMatchObject([{ kind: "unexpected", title: "A left sock", actorName: "Maya" }]);
    const each = detail.refund?.amount ?? 0n;
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "refund", amount: Number(each), state: "paid" }]);
    expect(await kinds(id)).toContain("return.inspected");
  });

  it("without anything accepted pays nothing and ends the return, the sale of it stands", async () => {
    const { order, id, lineId } = await coming(1);
    await inspectReturn(
      day.shop,
      id,
      {
        lines: [
          { lineId, received: 1, accepted: 0, rejected: 1, rejectReason: "Not ours", disposition: "damaged" },
        ],
        strays: [],
      },
      MAYA,
    );
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null, refund: { amount: 0n } });
    expect(await ledgerOf(day, order.id)).toEqual([]);
  });

  it.each([
    ["somebody else's line", { lineId: newId() }, "returns.lineUnknown"],
    ["more than was asked for", { received: 9 }, "returns.quantityTooLarge"],
    ["more accepted than came", { received: 1, accepted: 2 }, "returns.quantityTooLarge"],
    ["less than nothing", { received: 1, accepted: -1 }, "input.invalid"],
    ["nothing at all", { received: 0, accepted: 0 }, "returns.nothingChosen"],
    ["a refusal without a word", { received: 2, accepted: 1, rejected: 1 }, "input.invalid"],
  ])("refuses %s", async (_, over, code) => {
    const { id, lineId } = await coming();
    const line = { lineId, received: 2, accepted: 2, rejected: 0, disposition: "restock" as const, ...over };
    const answer = await inspectReturn(day.shop, id, { lines: [line], strays: [] }, MAYA);
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
    expect(await day.detail(id)).toMatchObject({ state: "labelled", receivedAt: null });
  });
});

describe("when the money goes", () => {
  it("by hand: nothing by itself", async () => {
    await inForce(day, { refund: { when: "byHand" } });
    const { id } = await coming();
    const answer = await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    expect(answer).toEqual({ ok: true, value: { kind: "waits" } });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "received", refundedAt: null });
  });

  it("on receipt", async () => {
    await inForce(day, { refund: { when: "onReceipt" } });
    const { id, lineId } = await coming();
    await receiveReturn(day.shop, id, { [lineId]: 2 }, MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
  });

  it("on the carrier's first scan: the return stays open until the parcel is here, then its things find their place", async () => {
    await inForce(day, { refund: { when: "onScan" } });
    const { order, id } = await coming();
    const number = `RT${order.id}`;
    await day.shop.transact((tx) =>
      tx.db.returnLabel.updateMany({ where: { returnId: id }, data: { trackingNumber: number } }),
    );
    const scanned = (tracking: string, shop = day.shop) =>
      shop.transact((tx) => noteReturnScan(tx, tracking, new Date()));
    expect(await scanned("RT0")).toBe(false);
    expect(await scanned(number, day.neighbour)).toBe(false);
    expect(await scanned(number)).toBe(true);
    expect(await scanned(number)).toBe(true);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "refunded", problem: null, receivedAt: null });
    expect(await day.theirs(order.id)).toMatchObject([{ status: "OPEN" }]);
    expect(await dispositions(order.id)).toEqual([]);
    const again = await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    expect(again).toEqual({ ok: true, value: { kind: "nothing" } });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await dispositions(order.id)).toEqual([{ type: "RESTOCKED", quantity: 2 }]);
    expect((await ledgerOf(day, order.id)).length).toBe(1);
  });

  it("at once for whom the policy trusts", async () => {
    await inForce(day, {
      refund: { when: "instantForTrusted" },
      trusted: { ordersAtLeast: 1, rateAtMost: 100 },
    });
    const { order, id } = await coming();
    expect(await day.detail(id)).toMatchObject({ state: "refunded", problem: null });
    expect(await ledgerOf(day, order.id)).toMatchObject([{ kind: "refund", state: "paid" }]);
  });

  it("an instant exchange goes out on approval, its parcel is due, and the payout is not made again", async () => {
    await inForce(day, {
      refund: { when: "onInspection" },
      instantExchange: { on: true, trustedOnly: false, deadlineDays: 10 },
    });
    const order = await day.delivered();
    const size = await variant(day, "ORG-TEE-XL");
    const wish = { outcome: "exchange", exchangeVariantId: size.id, exchangePrice: size.price };
    const id = await wished(day, order, wish);
    await day.work();
    await approveReturn(day.shop, id, MAYA);
    await day.work();
    const row = await day.shop.transact((tx) =>
      tx.db.return.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } }),
    );
    expect(row?.exchangeSentAt).toBeInstanceOf(Date);
    const days = ((row?.sendBackBy?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(9);
    expect(days).toBeLessThan(11.1);
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "exchange", amount: 1_950, state: "paid" }]);
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "exchange", amount: 1_950, state: "paid" }]);
    expect((await kinds(id)).filter((kind) => kind === "return.exchangeSent")).toHaveLength(1);
  });
});

describe("who may", () => {
  const limits = (everybody: number | null, people: object[] = []) =>
    day.shop.transact((tx) =>
      saveSettings(tx, settingsSchema.parse({ staff: { limits: { everybody, people } } })),
    );

  it("above their limit a payout waits for one who may; nobody grants their own", async () => {
    await limits(1_000, [{ staffId: NOA.id, name: "Noa", limit: 10_000 }]);
    const { order, id } = await coming();
    const asked = await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    expect(asked).toMatchObject({ value: { kind: "needsApproval", limit: 1_000n } });
    const [waiting] = await day.shop.transact((tx) => waitingApprovals(tx, 10));
    const approval = waiting?.id ?? "";
    const amount = waiting?.amount ?? 0n;
    expect(await refundReturn(day.shop, id, { amount, restock: true }, MAYA)).toMatchObject({
      refusal: { code: "returns.needsApproval", detail: { approvalId: approval } },
    });
    expect(await decideApproval(day.shop, approval, "grant", MAYA)).toMatchObject({
      refusal: { code: "staff.forbidden" },
    });
    expect(await decideApproval(day.neighbour, approval, "grant", OWNER)).toMatchObject({
      refusal: { code: "returns.notFound" },
    });
    await day.work();
    expect(await ledgerOf(day, order.id)).toEqual([]);
    expect(await decideApproval(day.shop, approval, "grant", NOA)).toMatchObject({
      value: { kind: "started" },
    });
    expect(await decideApproval(day.shop, approval, "grant", OWNER)).toMatchObject({
      refusal: { code: "returns.alreadyDecided" },
    });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null, refund: { amount } });
    expect(await kinds(id)).toEqual(
      expect.arrayContaining(["return.approvalAsked", "return.approvalGranted"]),
    );
  });

  it("a refused one pays nothing, and the owner may pay it without asking", async () => {
    await limits(0);
    const { order, id, lineId } = await coming(1);
    await receiveReturn(day.shop, id, { [lineId]: 1 }, MAYA);
    const asked = await askApproval(day.shop, id, { amount: 100n, restock: false }, MAYA);
    const approvalId = asked.ok ? asked.value.approvalId : "";
    expect(await decideApproval(day.shop, approvalId, "refuse", OWNER)).toEqual({
      ok: true,
      value: { kind: "nothing" },
    });
    await day.work();
    expect(await ledgerOf(day, order.id)).toEqual([]);
    const amount = (await day.detail(id)).refund?.amount ?? 0n;
    expect(amount).toBe(0n);
    expect(await runOutcome(day.shop, id, OWNER)).toMatchObject({ value: { kind: "started" } });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    await limits(null);
  });
});

describe("finding a return at the bench", () => {
  it("by its number, its label's tracking number, its order's name and Shopify's name of it; not next door's", async () => {
    const { order, id } = await coming(1);
    const { rma } = await day.detail(id);
    await day.shop.transact((tx) =>
      tx.db.returnLabel.updateMany({
        where: { returnId: id },
        data: { trackingNumber: "9405511899223197428490" },
      }),
    );
    const found = (text: string, shop = day.shop) =>
      shop.transact(async (tx) => (await findReturnByScan(tx, text)).map((one) => one.id));
    for (const text of [
      rma,
      rma.toLowerCase(),
      `https://fern-and-fable.example/r/${rma}`,
      "9405511899223197428490",
      "9405 5118 9922 3197 4284 90",
      "420100019405511899223197428490",
      order.name,
      `${order.name}-R1`,
    ])
      expect(await found(text), text).toEqual([id]);
    for (const text of ["", "RMA-", "'; drop table", "1".repeat(5_000)])
      expect(await found(text)).toEqual([]);
    expect(await found(rma, day.neighbour)).toEqual([]);
  });
});

it("a closed return can be opened again, here and at Shopify, and stays open", async () => {
  const { order, id, lineId } = await coming(1);
  await receiveReturn(day.shop, id, { [lineId]: 1 }, MAYA);
  await refundReturn(day.shop, id, { amount: 0n, restock: false }, MAYA);
  await day.work();
  if ((await day.detail(id)).state !== "closed") await runOutcome(day.shop, id, OWNER).then(() => day.work());
  expect(await day.detail(id)).toMatchObject({ state: "closed" });
  expect(await reopenReturn(day.shop, id, MAYA)).toEqual({ ok: true, value: null });
  await day.work();
  expect(await day.theirs(order.id)).toMatchObject([{ status: "OPEN" }]);
  expect((await day.detail(id)).state).not.toBe("closed");
  expect(await reopenReturn(day.shop, id, MAYA)).toMatchObject({
    refusal: { code: "returns.notAllowedNow" },
  });
});
