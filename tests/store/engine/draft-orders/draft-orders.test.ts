import { describe, expect, it } from "vitest";
import { TryShop } from "../try-shop";

const CREATE = `mutation ($input: DraftOrderInput!) {
  draftOrderCreate(input: $input) {
    draftOrder {
      id name status
      totalDiscountsSet { shopMoney { amount } }
      totalPriceSet { shopMoney { amount } }
    }
    userErrors { field message }
  }
}`;

const COMPLETE = `mutation ($id: ID!) {
  draftOrderComplete(id: $id) {
    draftOrder {
      status
      order { displayFinancialStatus paymentGatewayNames tags totalPriceSet { shopMoney { amount } } }
    }
    userErrors { field message }
  }
}`;

const line = { title: "Vase", quantity: 2, originalUnitPrice: "20.00" };

describe("draft orders", () => {
  const shop = new TryShop();
  const create = async (input: Record<string, unknown>) =>
    (await shop.ask(CREATE, { input })).draftOrderCreate;

  it("adds up and becomes a paid order, once", async () => {
    const appliedDiscount = { value: 10, valueType: "PERCENTAGE" };
    const shippingLine = { title: "Courier", priceWithCurrency: { amount: "7.25", currencyCode: "USD" } };
    const { draftOrder } = await create({
      email: "ada@example.com",
      tags: ["replacement"],
      lineItems: [{ ...line, appliedDiscount }],
      shippingLine,
    });
    expect(draftOrder).toMatchObject({
      name: "#D1",
      status: "OPEN",
      totalDiscountsSet: { shopMoney: { amount: "4.0" } },
      totalPriceSet: { shopMoney: { amount: "43.25" } },
    });
    const complete = async () => (await shop.ask(COMPLETE, { id: draftOrder.id })).draftOrderComplete;
    expect(await complete()).toEqual({
      draftOrder: {
        status: "COMPLETED",
        order: {
          displayFinancialStatus: "PAID",
          paymentGatewayNames: ["manual"],
          tags: ["replacement"],
          totalPriceSet: { shopMoney: { amount: "43.25" } },
        },
      },
      userErrors: [],
    });
    expect((await complete()).userErrors).toEqual([{ field: null, message: "This order has been paid" }]);
  });

  it.each([
    [{ lineItems: [] }, null, "Add at least 1 product"],
    [{ lineItems: [{ quantity: 1 }] }, null, "Merchandise title is empty."],
    [
      { lineItems: [{ ...line, quantity: 0 }] },
      ["lineItems", "0", "quantity"],
      "Quantity must be greater than or equal to 1",
    ],
    [{ lineItems: [line], email: "nobody" }, ["email"], "Email is invalid"],
    [
      { lineItems: [line], appliedDiscount: { value: 120, valueType: "PERCENTAGE" } },
      ["appliedDiscount", "value"],
      "Applied discount value must be less than or equal to 100%",
    ],
  ])("refuses %j", async (input, field, message) => {
    expect(await create(input)).toEqual({ draftOrder: null, userErrors: [{ field, message }] });
  });
});
