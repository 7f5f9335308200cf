import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { allAccepted, inForce, ledgerOf, MAYA, variant, wished } from "#tests/factories/return-outcome";
import { refundOrder } from "#tests/store/actions/refund";
import { changeReturn, requestReturn as requestThere } from "#tests/store/actions/returns";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { payRefund } from "~/features/returns/pay-refund.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { returnTimeline } from "~/features/returns/staff-queries.server";
import { sweepReturns } from "~/features/returns/sweep-returns.server";
import { warnOfDue } from "~/features/returns/warn-of-due.server";

let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());
beforeEach(() => inForce(day, { refund: { when: "byHand" } }));

const kinds = async (id: string) =>
  (await day.shop.transact((tx) => returnTimeline(tx, id))).map((fact) => fact.kind);

type Line = { id: string; quantity: number; fulfillmentLineItem: { id: string } };
const linesThere = async (orderId: string) => {
  const { order } = await day.ask<{
    order: { returns: { nodes: { id: string; returnLineItems: { nodes: Line[] } }[] } };
  }>(
    `query ($id: ID!) { order(id: $id) { returns(first: 5, reverse: true) { nodes { id returnLineItems(first: 5) { nodes {
      id quantity ... on ReturnLineItem { fulfillmentLineItem { id } } } } } } } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  const [first] = order.returns.nodes;
  if (!first) throw new Error("No return there");
  return { id: first.id, lines: first.returnLineItems.nodes };
};

/** What staff do in Shopify's own admin: confirm what came, without paying for it. */
const processThere = async (orderId: string) => {
  const { id, lines } = await linesThere(orderId);
  const { returnProcess } = await day.ask<{ returnProcess: { userErrors: object[] } }>(
    `mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { message } } }`,
    { input: { returnId: id, returnLineItems: lines.map(({ id, quantity }) => ({ id, quantity })) } },
  );
  expect(returnProcess.userErrors).toEqual([]);
};

/** Nobody hears what Shopify tells until the sweep. */
const unheard = async (work: () => Promise<unknown>) => {
  await work();
  await day.owner.query(
    `delete from graphile_worker._private_jobs where task_id in (
       select id from graphile_worker._private_tasks where identifier in ('follow-return', 'refresh-order'))`,
  );
};

describe("processed in Shopify's admin without a refund", () => {
  it("counts as received, and can still be paid from here, once", async () => {
    const order = await day.delivered();
    const id = await day.requested(order);
    await approveReturn(day.shop, id, MAYA);
    await day.work();
    await processThere(order.id);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "received", problem: null });
    day.loseAnswerTo("CreateRefund");
    expect(await refundReturn(day.shop, id, { amount: 1_950n, restock: false }, MAYA)).toMatchObject({
      ok: true,
    });
    await day.work();
    expect(await day.detail(id)).toMatchObject({
      state: "closed",
      problem: null,
      refund: { amount: 1_950n },
    });
    expect(await ledgerOf(day, order.id)).toEqual([{ kind: "refund", amount: 1_950, state: "paid" }]);
    expect(await refundedThere(order.id)).toBeCloseTo(19.5);
  });
});

const refundedThere = async (orderId: string) => {
  const { order } = await day.ask<{
    order: { totalRefundedSet: { presentmentMoney: { amount: string } } };
  }>("query ($id: ID!) { order(id: $id) { totalRefundedSet { presentmentMoney { amount } } } }", {
    id: `gid://shopify/Order/${orderId}`,
  });
  return Number(order.totalRefundedSet.presentmentMoney.amount);
};

describe("both sides refund at once", () => {
  it("a refund of the whole order in Shopify's admin leaves nothing to pay here", async () => {
    const order = await day.delivered();
    const id = await day.received(order);
    await refundReturn(day.shop, id, { amount: 1_950n, restock: false }, MAYA);
    await unheard(() => refundOrder(day.store, { order: order.name }));
    const before = await refundedThere(order.id);
    await day.work();
    expect(await refundedThere(order.id)).toBe(before);
    expect(await day.detail(id)).toMatchObject({
      state: "received",
      problem: expect.stringContaining("refunded in Shopify meanwhile"),
    });
    expect((await ledgerOf(day, order.id)).every((entry) => entry.state === "paid")).toBe(true);
  });

  it("staff process and refund the same return there while the worker pays here: once", async () => {
    for (let round = 0; round < 3; round++) {
      const order = await day.delivered();
      const id = await day.received(order);
      await refundReturn(day.shop, id, { amount: 1_950n, restock: false }, MAYA);
      const { id: theirs, lines } = await linesThere(order.id);
      const { order: paid } = await day.ask<{ order: { transactions: { id: string }[] } }>(
        "query ($id: ID!) { order(id: $id) { transactions(first: 1) { id } } }",
        { id: `gid://shopify/Order/${order.id}` },
      );
      const there = () =>
        day.ask(
          `mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { userErrors { message } } }`,
          {
            input: {
              returnId: theirs,
              returnLineItems: lines.map(({ id, quantity }) => ({ id, quantity })),
              financialTransfer: {
                issueRefund: {
                  orderTransactions: [
                    {
                      parentId: paid.transactions[0]?.id,
                      transactionAmount: { amount: "19.50", currencyCode: "GBP" },
                    },
                  ],
                },
              },
            },
          },
        );
      const pause = new Promise((resolve) => setTimeout(resolve, round * 15));
      await Promise.allSettled([payRefund(day.shop, id), pause.then(there), payRefund(day.shop, id)]);
      await day.work();
      expect(await refundedThere(order.id)).toBeCloseTo(19.5);
      expect(await day.detail(id)).toMatchObject({ state: "closed", refund: { amount: 1_950n } });
      expect(await ledgerOf(day, order.id)).toEqual([{ kind: "refund", amount: 1_950, state: "paid" }]);
    }
  });
});

describe("a process that dies in the middle", () => {
  it.each([
    "ProcessReturn",
    "RefundsOfOrder",
    "ReturnById",
    "CreditStoreCredit",
    "CreditsOfCustomer",
  ])("at %s: the payout is made once, whole", async (operation) => {
    const order = await day.delivered();
    const id = await wished(day, order, { outcome: "credit", bonus: 77n });
    await approveReturn(day.shop, id, MAYA);
    await day.work();
    await inspectReturn(day.shop, id, await allAccepted(day, id), MAYA);
    await refundReturn(day.shop, id, { amount: 1_950n, restock: false }, MAYA);
    const before = await creditOf(order.id);
    // The answer never arrives: what follows in this run is never done, as if the process had been killed there.
    day.loseAnswerTo(operation);
    await payRefund(day.shop, id).catch(() => undefined);
    await Promise.all(
      [payRefund(day.shop, id), payRefund(day.shop, id)].map((one) => one.catch(() => undefined)),
    );
    await day.work();
    expect((await creditOf(order.id)) - before).toBeCloseTo(20.27);
    expect(await day.detail(id)).toMatchObject({ state: "closed", problem: null });
    expect(await ledgerOf(day, order.id)).toEqual([
      { kind: "bonus", amount: 77, state: "paid" },
      { kind: "credit", amount: 1_950, state: "paid" },
    ]);
  });

  it("while it makes an exchange return: one open return with its goods, the request given up", async () => {
    for (const operation of ["CancelReturn", "CreateOpenReturn", "CalculateReturn"]) {
      const order = await day.delivered();
      const size = await variant(day, "ORG-TEE-L");
      const wish = { outcome: "exchange", exchangeVariantId: size.id, exchangePrice: size.price };
      const id = await wished(day, order, wish);
      await day.work();
      await approveReturn(day.shop, id, MAYA);
      day.loseAnswerTo(operation);
      await day.work();
      const statuses = (await day.theirs(order.id)).map((one) => one.status).sort();
      expect(statuses, operation).toEqual(["CANCELED", "OPEN"]);
      expect(await day.detail(id), operation).toMatchObject({ state: "labelled", problem: null });
    }
  });
});

const creditOf = async (orderId: string) => {
  const { order } = await day.ask<{
    order: { customer: { storeCreditAccounts: { nodes: { balance: { amount: string } }[] } } };
  }>(
    "query ($id: ID!) { order(id: $id) { customer { storeCreditAccounts(first: 3) { nodes { balance { amount } } } } } }",
    { id: `gid://shopify/Order/${orderId}` },
  );
  return Number(order.customer.storeCreditAccounts.nodes[0]?.balance.amount ?? 0);
};

describe("the sweep of returns", () => {
  it("finds what no webhook told: returns made, approved and closed there; and counts them", async () => {
    const [known, made] = [await day.delivered(), await day.delivered()];
    const id = await day.requested(known);
    await day.work();
    const { id: theirs } = await linesThere(known.id);
    await unheard(() => changeReturn(day.store, { return: theirs, to: "approve" }));
    await unheard(() => requestThere(day.store, { order: made.name, things: 1 }));
    await sweepReturns(day.shop);
    await day.work();
    expect((await day.detail(id)).state).toBe("labelled");
    const adopted = await day.shop.transact((tx) => tx.db.return.findMany({ where: { orderId: made.id } }));
    expect(adopted).toMatchObject([{ source: "shopify", state: "requested" }]);
    const sweeps = await day.shop.transact((tx) => tx.db.returnSweep.findMany());
    expect(sweeps.at(-1)?.recovered).toBeGreaterThanOrEqual(2);
    await unheard(() => changeReturn(day.store, { return: theirs, to: "close" }));
    await sweepReturns(day.shop);
    expect((await day.detail(id)).state).toBe("closed");
    expect(await day.neighbour.transact((tx) => tx.db.returnSweep.count())).toBe(0);
  });
});

it("warns of a promised refund before it is missed, and of a parcel that is late, once each", async () => {
  const [due, late] = [await day.received(await day.delivered()), await day.requested(await day.delivered())];
  const other = await day.received(await day.delivered());
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  await day.owner.query(`update return set "refundBy" = $2 where id = $1`, [due, hours(20)]);
  await day.owner.query(`update return set "refundBy" = $2 where id = $1`, [other, hours(30)]);
  await day.owner.query(`update return set state = 'labelled', "sendBackBy" = $2 where id = $1`, [
    late,
    hours(-1),
  ]);
  await warnOfDue(day.shop);
  await warnOfDue(day.shop);
  expect((await kinds(due)).filter((kind) => kind === "return.refundDue")).toHaveLength(1);
  expect((await kinds(late)).filter((kind) => kind === "return.exchangeOverdue")).toHaveLength(1);
  expect(await kinds(other)).not.toContain("return.refundDue");
});
