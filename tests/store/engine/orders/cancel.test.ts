import { describe, expect, it } from "vitest";
import { TryShop } from "../try-shop";

const CANCEL = `mutation ($orderId: ID!, $refund: Boolean, $restock: Boolean!) {
  orderCancel(orderId: $orderId, reason: CUSTOMER, refund: $refund, restock: $restock) {
    job { id done }
    orderCancelUserErrors { field message code }
  }
}`;

const LOOK = `query ($id: ID!) {
  order(id: $id) {
    closed cancelledAt cancelReason displayFinancialStatus
    currentTotalPriceSet { shopMoney { amount } }
    totalRefundedSet { shopMoney { amount } }
    lineItems(first: 5) { nodes { currentQuantity } }
    fulfillmentOrders(first: 5) { nodes { status } }
  }
}`;

describe("cancelling an order", () => {
  const cancel = async (shop: TryShop, orderId: string, refund: boolean, restock = true) => {
    const { orderCancel } = await shop.ask(CANCEL, { orderId, refund, restock });
    await shop.shopify.settle();
    return orderCancel;
  };

  it("gives the money back, takes the lines off and archives", async () => {
    const shop = new TryShop();
    const { id } = await shop.placeOrder([2]);
    shop.heard.length = 0;
    expect(await cancel(shop, id, true)).toMatchObject({ job: { done: false }, orderCancelUserErrors: [] });
    expect((await shop.ask(LOOK, { id })).order).toMatchObject({
      closed: true,
      cancelReason: "CUSTOMER",
      displayFinancialStatus: "REFUNDED",
      currentTotalPriceSet: { shopMoney: { amount: "0.0" } },
      totalRefundedSet: { shopMoney: { amount: "40.0" } },
      lineItems: { nodes: [{ currentQuantity: 0 }] },
      fulfillmentOrders: { nodes: [{ status: "CLOSED" }] },
    });
    expect(shop.topics()).toEqual(
      expect.arrayContaining(["orders/cancelled", "refunds/create", "orders/updated"]),
    );
    expect((await cancel(shop, id, true)).orderCancelUserErrors).toEqual([
      {
        field: ["orderId"],
        message: "Cannot cancel an order that has already been canceled",
        code: "INVALID",
      },
    ]);
  });

  it("leaves a paid order open when the shop keeps the money", async () => {
    const shop = new TryShop();
    const { id } = await shop.placeOrder([1]);
    await cancel(shop, id, false, false);
    expect((await shop.ask(LOOK, { id })).order).toMatchObject({
      closed: false,
      displayFinancialStatus: "PAID",
      currentTotalPriceSet: { shopMoney: { amount: "20.0" } },
    });
  });

  it("empties and archives an order nobody paid for", async () => {
    const shop = new TryShop();
    const { id } = await shop.placeOrder([1], { transactions: [] });
    await cancel(shop, id, false, false);
    expect((await shop.ask(LOOK, { id })).order).toMatchObject({
      closed: true,
      displayFinancialStatus: null,
      currentTotalPriceSet: { shopMoney: { amount: "0.0" } },
    });
  });

  it("fails in the background while a return is open", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1]);
    await shop.openReturn(order, await shop.ship(order));
    expect(await cancel(shop, order.id, true)).toMatchObject({ orderCancelUserErrors: [] });
    expect((await shop.ask(LOOK, { id: order.id })).order.cancelledAt).toBeNull();
  });

  it("does not know every order", async () => {
    const shop = new TryShop();
    expect(await cancel(shop, "gid://shopify/Order/1", true)).toEqual({
      job: null,
      orderCancelUserErrors: [{ field: ["orderId"], message: "Order does not exist", code: "NOT_FOUND" }],
    });
  });
});
