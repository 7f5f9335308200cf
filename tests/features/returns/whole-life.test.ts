import { afterAll, beforeAll, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { approveReturn } from "~/features/returns/approve-return.server";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { declineReturn } from "~/features/returns/decline-return.server";
import type { Actor } from "~/features/returns/facts";
import { previewRefund } from "~/features/returns/preview-refund.server";
import { returnDetail, returnForMail } from "~/features/returns/queries.server";
import { receiveReturn } from "~/features/returns/receive-return.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { returnMoney, returnTimeline } from "~/features/returns/staff-queries.server";

const MAYA: Actor = { kind: "staff", id: "42", name: "Maya" };
const DONE = { ok: true, value: null };
let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());

it("goes from the request to the refund, and Shopify shows the same at every step", async () => {
  const order = await day.delivered();
  const id = await day.requested(order);
  await day.work();
  expect(await day.waiting()).toEqual([]);
  expect(await day.detail(id)).toMatchObject({ state: "requested", problem: null, note: "Runs small" });
  const { rma } = await day.detail(id);
  expect(await day.theirs(order.id)).toMatchObject([
    {
      status: "REQUESTED",
      returnLineItems: {
        nodes: [
          {
            quantity: 1,
            customerNote: `Runs small · ${rma}`,
            returnReasonDefinition: { handle: "too-small" },
          },
        ],
      },
    },
  ]);

  expect(await approveReturn(day.shop, id, MAYA)).toEqual(DONE);
  await day.work();
  const labelled = await day.detail(id);
  expect(labelled).toMatchObject({ state: "labelled", problem: null, label: { attached: true } });
  const [open] = await day.theirs(order.id);
  expect(open?.status).toBe("OPEN");
  const label = open?.reverseFulfillmentOrders.nodes[0]?.reverseDeliveries.nodes[0]?.deliverable.label;
  expect(label?.publicFileUrl).toContain(`${rma}-A4.pdf`);
  const file = day.store.shopify.readFile(new URL(label?.publicFileUrl ?? "").pathname);
  expect(Buffer.from(file?.bytes.subarray(0, 5) ?? []).toString()).toBe("%PDF-");

  const counts = { [labelled.items[0]?.id ?? ""]: 1 };
  expect(await receiveReturn(day.shop, id, counts, MAYA)).toEqual(DONE);
  const preview = await previewRefund(day.shop, id);
  expect(preview).toEqual({ kind: "amount", amount: { amount: 1950n, currency: "GBP" } });
  expect(await refundReturn(day.shop, id, { amount: 1950n, restock: true }, MAYA)).toEqual(DONE);
  expect(await day.shop.transact((tx) => returnMoney(tx, { id, orderId: order.id }))).toMatchObject({
    underWay: true,
  });
  await day.work();
  expect(await day.waiting()).toEqual([]);
  expect(await day.detail(id)).toMatchObject({
    state: "closed",
    problem: null,
    refund: { amount: 1950n, currency: "GBP" },
  });
  expect(await day.theirs(order.id)).toMatchObject([
    {
      status: "CLOSED",
      returnLineItems: { nodes: [{ quantity: 1, processedQuantity: 1 }] },
      reverseFulfillmentOrders: {
        nodes: [{ lineItems: { nodes: [{ dispositions: [{ type: "RESTOCKED", quantity: 1 }] }] } }],
      },
      refunds: { nodes: [{ totalRefundedSet: { presentmentMoney: { amount: "19.5" } } }] },
    },
  ]);
  const facts = await day.shop.transact((tx) => returnTimeline(tx, id));
  expect(facts.map((fact) => fact.kind)).toEqual([
    "return.closed",
    "return.refunded",
    "return.refundStarted",
    "return.received",
    "return.labelAttached",
    "return.labelled",
    "return.approved",
    "return.requested",
  ]);
  expect(await day.shop.transact((tx) => returnMoney(tx, { id, orderId: order.id }))).toMatchObject({
    underWay: false,
    otherwise: { amount: 0n },
  });
  const mail = await day.shop.transact((tx) => returnForMail(tx, id));
  expect(mail?.labels.map((one) => one.filename)).toEqual([
    `${rma}-A4.pdf`,
    `${rma}-Letter.pdf`,
    `${rma}-4x6.pdf`,
  ]);
  expect(await day.neighbour.transact((tx) => returnDetail(tx, id))).toBeNull();
});

it("auto-approves where the shop says so: an open return with a label, nobody asked", async () => {
  await day.settle({ autoApprove: true });
  const order = await day.delivered();
  const id = await day.requested(order);
  await day.settle({});
  await day.work();
  expect(await day.detail(id)).toMatchObject({ state: "labelled", problem: null, label: { attached: true } });
  expect(await day.theirs(order.id)).toMatchObject([{ status: "OPEN" }]);
  const facts = await day.shop.transact((tx) => returnTimeline(tx, id));
  expect(facts.map((fact) => fact.kind)).not.toContain("return.requested");
});

it("declines and cancels there what is declined and cancelled here", async () => {
  const order = await day.delivered();
  const declined = await day.requested(order);
  await day.work();
  const because = { reason: "OTHER" as const, note: "It was worn" };
  expect(await declineReturn(day.shop, declined, because, MAYA)).toEqual(DONE);
  await day.work();
  const cancelled = await day.requested(order);
  await day.work();
  expect(await cancelReturn(day.shop, cancelled, { kind: "shopper" })).toEqual(DONE);
  expect(await cancelReturn(day.shop, cancelled, { kind: "shopper" })).toEqual(DONE);
  await day.work();
  const statuses = (await day.theirs(order.id)).map((one) => one.status);
  expect(statuses.sort()).toEqual(["CANCELED", "DECLINED"]);
  expect(await approveReturn(day.shop, declined, MAYA)).toMatchObject({
    refusal: { code: "returns.alreadyDecided" },
  });
});

it("is never made at Shopify when it was cancelled before Shopify heard of it", async () => {
  const order = await day.delivered();
  const id = await day.requested(order);
  await cancelReturn(day.shop, id, { kind: "shopper" });
  await day.work();
  expect(await day.theirs(order.id)).toEqual([]);
  expect(await day.detail(id)).toMatchObject({ state: "cancelled", problem: null });
});

it("shoppers cannot cancel what has arrived", async () => {
  const id = await day.received(await day.delivered());
  expect(await cancelReturn(day.shop, id, { kind: "shopper" })).toMatchObject({
    refusal: { code: "returns.alreadyDecided" },
  });
});

it("without an address for parcels, says so, and goes on once there is one", async () => {
  const { retryReturn } = await import("~/features/returns/retry-return.server");
  const nowhere = { name: "", line1: "", city: "", country: "GB" };
  await day.settle({ address: nowhere });
  const id = await day.requested(await day.delivered());
  await approveReturn(day.shop, id, MAYA);
  await day.work();
  expect((await day.detail(id)).problem).toMatch(/^make-return-label: Nobody has said where parcels go/);
  await day.settle({});
  await retryReturn(day.shop, id);
  await day.work();
  expect(await day.detail(id)).toMatchObject({ state: "labelled", problem: null, label: { attached: true } });
});
