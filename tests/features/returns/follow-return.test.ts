import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeliveredOrder, openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { MAYA, variant } from "#tests/factories/return-outcome";
import { refundOrder } from "#tests/store/actions/refund";
import { changeReturn, requestReturn } from "#tests/store/actions/returns";
import { followReturn } from "~/features/returns/follow-return.server";
import { returnsOfOrder } from "~/features/returns/queries.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { returnTimeline } from "~/features/returns/staff-queries.server";
import { returnPlus } from "~/features/returns/staff-return-queries.server";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());

type Made = {
  id: string;
  returnLineItems: { nodes: { id: string }[] };
  exchangeLineItems: { nodes: { id: string }[] };
};

const returns = (order: DeliveredOrder) => day.shop.transact((tx) => returnsOfOrder(tx, order.id));
const ledger = async (orderId: string) => {
  const { rows } = await day.owner.query<{ paidOut: number; entries: number }>(
    `select l."paidOut"::int as "paidOut", (select count(*)::int from ledger_entry e where e."orderId" = l.id) as entries
     from ledger l where l.id = $1`,
    [orderId],
  );
  return rows[0];
};

describe("a return made in Shopify's own admin", () => {
  it("becomes ours too, once, and is followed to its end", async () => {
    const order = await day.delivered();
    const theirs = await requestReturn(day.store, { order: order.name, things: 1 });
    await day.work();
    const [adopted, ...others] = await returns(order);
    expect(others).toEqual([]);
    expect(adopted).toMatchObject({ state: "requested", lines: [{ quantity: 1 }] });
    const id = adopted?.id ?? "";
    expect(await day.detail(id)).toMatchObject({
      source: "shopify",
      items: [{ note: "It does not fit me" }],
    });

    await changeReturn(day.store, { return: theirs.id, to: "approve" });
    await day.work();
    expect(await day.detail(id)).toMatchObject({
      state: "labelled",
      label: { attached: true },
      problem: null,
    });

    await changeReturn(day.store, { return: theirs.id, to: "close" });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed" });
    await changeReturn(day.store, { return: theirs.id, to: "reopen" });
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "labelled", closedAt: null });
    await changeReturn(day.store, { return: theirs.id, to: "close" });
    await day.work();
    const facts = await day.shop.transact((tx) => returnTimeline(tx, id));
    expect(facts.map((fact) => fact.kind)).toEqual([
      "return.closed",
      "return.reopened",
      "return.closed",
      "return.labelAttached",
      "return.labelled",
      "return.approved",
      "return.requested",
    ]);
    expect(await day.theirs(order.id)).toHaveLength(1);
  });

  it("with an exchange in it is ours with its goods: counted, shown, settled, and not payable again", async () => {
    const order = await day.delivered();
    const size = await variant(day, "ORG-TEE-XL");
    const { order: sent } = await day.ask<{
      order: { fulfillments: { fulfillmentLineItems: { nodes: { id: string }[] } }[] };
    }>(
      "query ($id: ID!) { order(id: $id) { fulfillments(first: 1) { fulfillmentLineItems(first: 1) { nodes { id } } } } }",
      { id: `gid://shopify/Order/${order.id}` },
    );
    const fulfillmentLineItemId = sent.fulfillments[0]?.fulfillmentLineItems.nodes[0]?.id;
    const made = await day.ask<{ returnCreate: { return: Made } }>(
      `mutation ($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id
        returnLineItems(first: 1) { nodes { id } } exchangeLineItems(first: 1) { nodes { id } } } userErrors { message } } }`,
      {
        input: {
          orderId: `gid://shopify/Order/${order.id}`,
          returnLineItems: [{ fulfillmentLineItemId, quantity: 1, returnReason: "SIZE_TOO_SMALL" }],
          exchangeLineItems: [{ variantId: `gid://shopify/ProductVariant/${size.id}`, quantity: 1 }],
        },
      },
    );
    await day.work();
    const [adopted] = await returns(order);
    const id = adopted?.id ?? "";
    expect((await day.shop.transact((tx) => returnPlus(tx, id)))?.sentAlso).toMatchObject([
      { quantity: 1, value: null },
    ]);
    const { return: theirs } = made.returnCreate;
    const processed = await day.ask<{ returnProcess: { userErrors: unknown[] } }>(
      "mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { message } } }",
      {
        input: {
          returnId: theirs.id,
          returnLineItems: [{ id: theirs.returnLineItems.nodes[0]?.id, quantity: 1 }],
          exchangeLineItems: [{ id: theirs.exchangeLineItems.nodes[0]?.id, quantity: 1 }],
        },
      },
    );
    expect(processed.returnProcess.userErrors).toEqual([]);
    await day.work();
    const plus = await day.shop.transact((tx) => returnPlus(tx, id));
    expect(plus?.sentAlso).toMatchObject([
      { quantity: 1, title: expect.stringContaining("XL"), value: { amount: 1_950n } },
    ]);
    expect(plus?.entries).toMatchObject([{ kind: "exchange", state: "paid", amount: { amount: 1_950n } }]);
    expect(["refunded", "closed"]).toContain((await day.detail(id)).state);
    const again = await refundReturn(day.shop, id, { amount: 1n, restock: false }, MAYA);
    expect(again.ok).toBe(false);
    await followReturn(day.shop, theirs.id.split("/").at(-1) ?? "");
    expect((await day.shop.transact((tx) => returnPlus(tx, id)))?.entries).toHaveLength(1);
  });

  it("waits for its order when that is not here yet", async () => {
    const { placeOrder } = await import("#tests/store/actions/place-order");
    const { ship } = await import("#tests/store/actions/parcels");
    const placed = await placeOrder(day.store, {});
    await ship(day.store, { order: placed.id });
    await requestReturn(day.store, { order: placed.name, things: 1 });
    await day.work();
    expect(await day.waiting()).toEqual([]);
    const id = placed.id.split("/").at(-1) ?? "";
    expect(await day.shop.transact((tx) => returnsOfOrder(tx, id))).toMatchObject([{ state: "requested" }]);
  });
});

describe("what staff do in Shopify's own admin with a return of ours", () => {
  it.each([
    ["approve", "labelled"],
    ["decline", "declined"],
    ["cancel", "cancelled"],
  ] as const)("%s there: %s here", async (to, state) => {
    const order = await day.delivered();
    const id = await day.requested(order);
    await day.work();
    const [theirs] = await day.theirs(order.id);
    await changeReturn(day.store, { return: theirs?.id ?? "", to, note: "As agreed by phone" });
    await day.work();
    const ours = await day.detail(id);
    expect(ours).toMatchObject({ state, problem: null });
    if (to === "decline")
      expect(ours).toMatchObject({ declineReason: "OTHER", declineNote: "As agreed by phone" });
    expect(await day.theirs(order.id)).toHaveLength(1);
  });

  it("processed and refunded there is refunded here, and counted once", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    await refundThere(order);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "closed", refund: { amount: 1950n }, problem: null });
    expect(await ledger(order.id)).toEqual({ paidOut: 1950, entries: 1 });
  });

  it("while our own refund is promised, the one made there is that one", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    await refundReturn(
      day.shop,
      id,
      { amount: 1950n, restock: false },
      { kind: "staff", id: "", name: "Maya" },
    );
    await refundThere(order);
    await day.work();
    expect((await day.theirs(order.id))[0]?.refunds.nodes).toHaveLength(1);
    expect(await day.detail(id)).toMatchObject({ state: "closed", refund: { amount: 1950n }, problem: null });
    expect(await ledger(order.id)).toEqual({ paidOut: 1950, entries: 1 });
  });

  it("a refund without a return is counted too: no more can be refunded here than is left", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    await refundOrder(day.store, { order: order.name });
    await day.work();
    const after = await ledger(order.id);
    expect(after?.entries).toBe(1);
    expect(after?.paidOut).toBeGreaterThan(0);
    const tooLate = await refundReturn(day.shop, id, { amount: 1950n, restock: false }, { kind: "system" });
    expect(tooLate).toMatchObject({ refusal: { code: "returns.refundTooLarge", detail: { left: "0" } } });
  });
});

/** Staff process the order's return in Shopify's admin, and pay what Shopify suggests. */
async function refundThere(order: DeliveredOrder) {
  const [theirs] = await day.theirs(order.id);
  const { return: found } = await day.ask<{
    return: {
      returnLineItems: { nodes: { id: string; quantity: number }[] };
      order: { transactions: { id: string; kind: string }[] };
    };
  }>(
    `query P($id: ID!) { return(id: $id) { returnLineItems(first: 5) { nodes { id quantity } } order { transactions(first: 5) { id kind } } } }`,
    { id: theirs?.id },
  );
  const parent = found.order.transactions.find((one) => ["SALE", "CAPTURE"].includes(one.kind));
  const { returnProcess } = await day.ask<{ returnProcess: { userErrors: unknown[] } }>(
    `mutation P($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { message } } }`,
    {
      input: {
        returnId: theirs?.id,
        returnLineItems: found.returnLineItems.nodes.map(({ id, quantity }) => ({ id, quantity })),
        financialTransfer: {
          issueRefund: {
            orderTransactions: [
              { parentId: parent?.id, transactionAmount: { amount: "19.50", currencyCode: "GBP" } },
            ],
          },
        },
      },
    },
  );
  expect(returnProcess.userErrors).toEqual([]);
}
