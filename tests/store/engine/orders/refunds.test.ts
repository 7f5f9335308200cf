import { describe, expect, it } from "vitest";
import { type Answer, TryShop } from "../try-shop";

const REFUND = `mutation ($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund {
      totalRefundedSet { shopMoney { amount } }
      refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { shopMoney { amount } } } }
    }
    order { displayFinancialStatus }
    userErrors { field message }
  }
}`;

describe("refunding", () => {
  let keys = 0;
  const refund = async (shop: TryShop, input: Record<string, unknown>) => {
    keys += 1;
    return (await shop.ask(REFUND, { input, key: `key-${keys}` })).refundCreate;
  };
  const back = (order: Answer, amount: string) => ({
    orderId: order.id,
    kind: "REFUND",
    gateway: "bogus",
    amount,
    parentId: order.transactions[0].id,
  });

  it("gives back what a line cost", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([2]);
    await shop.ship(order);
    const input = {
      orderId: order.id,
      refundLineItems: [{ lineItemId: order.lineItems.nodes[0].id, quantity: 1, restockType: "NO_RESTOCK" }],
      transactions: [back(order, "20.00")],
    };
    expect(await refund(shop, input)).toEqual({
      refund: {
        totalRefundedSet: { shopMoney: { amount: "20.0" } },
        refundLineItems: {
          nodes: [{ quantity: 1, restockType: "NO_RESTOCK", subtotalSet: { shopMoney: { amount: "20.0" } } }],
        },
      },
      order: { displayFinancialStatus: "PARTIALLY_REFUNDED" },
      userErrors: [],
    });
  });

  it("refuses more units or more money than there were", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1]);
    const lineItemId = order.lineItems.nodes[0].id;
    const tooMany = await refund(shop, {
      orderId: order.id,
      refundLineItems: [{ lineItemId, quantity: 2, restockType: "NO_RESTOCK" }],
    });
    expect(tooMany.userErrors).toEqual([
      {
        field: ["refundLineItems", "0", "quantity"],
        message: "Quantity cannot refund more items than were purchased",
      },
    ]);
    const tooMuch = await refund(shop, { orderId: order.id, transactions: [back(order, "21.00")] });
    expect(tooMuch.userErrors).toEqual([
      { field: null, message: "Refund amount $21.00 is greater than net payment received $20.00" },
    ]);
  });

  it("suggests what a refund would be", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([2]);
    const { suggestedRefund } = (
      await shop.ask(
        `query ($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) { suggestedRefund(refundLineItems: $lines) {
          amountSet { shopMoney { amount } } suggestedTransactions { gateway kind amountSet { shopMoney { amount } } } } } }`,
        { id: order.id, lines: [{ lineItemId: order.lineItems.nodes[0].id, quantity: 1 }] },
      )
    ).order;
    expect(suggestedRefund).toEqual({
      amountSet: { shopMoney: { amount: "20.0" } },
      suggestedTransactions: [
        { gateway: "bogus", kind: "SUGGESTED_REFUND", amountSet: { shopMoney: { amount: "20.0" } } },
      ],
    });
  });
});
