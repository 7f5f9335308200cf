import { describe, expect, it } from "vitest";
import { type Answer, TryShop } from "../try-shop";

const usd = (amount: string) => ({ shopMoney: { amount, currencyCode: "USD" } });
const line = (more: Record<string, unknown> = {}) => ({
  title: "Mug",
  quantity: 1,
  requiresShipping: true,
  priceSet: usd("20.00"),
  ...more,
});

const CREATE = `mutation ($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) {
    order {
      id name displayFinancialStatus displayFulfillmentStatus returnStatus tags
      subtotalPriceSet { shopMoney { amount } }
      totalTaxSet { shopMoney { amount } }
      totalDiscountsSet { shopMoney { amount } }
      totalPriceSet { shopMoney { amount } presentmentMoney { amount currencyCode } }
      totalOutstandingSet { shopMoney { amount } }
      customer { email displayName }
    }
    userErrors { field message code }
  }
}`;

describe("placing an order", () => {
  const shop = new TryShop();

  it.each([
    [{ lineItems: [] }, ["order", "lineItems"], "Line items must have at least one line item", "INVALID"],
    [
      {
        lineItems: [line()],
        customerId: "gid://shopify/Customer/1",
        customer: { toUpsert: { email: "a@b.co" } },
      },
      ["order"],
      "Only one of customer_id or customer can be provided",
      "REDUNDANT_CUSTOMER_FIELDS",
    ],
  ])("refuses %j", async (order, field, message, code) => {
    const { orderCreate } = await shop.ask(CREATE, { order });
    expect(orderCreate).toEqual({ order: null, userErrors: [{ field, message, code }] });
  });

  it("adds up lines, discounts, taxes and shipping in both currencies", async () => {
    const order = {
      email: "ada@example.com",
      tags: ["zebra", "apple"],
      currency: "USD",
      presentmentCurrency: "EUR",
      lineItems: [
        {
          title: "Mug",
          quantity: 2,
          priceSet: {
            shopMoney: { amount: "20.00", currencyCode: "USD" },
            presentmentMoney: { amount: "18.00", currencyCode: "EUR" },
          },
          taxLines: [
            {
              title: "VAT",
              rate: 0.1,
              priceSet: {
                shopMoney: { amount: "3.60", currencyCode: "USD" },
                presentmentMoney: { amount: "3.24", currencyCode: "EUR" },
              },
            },
          ],
        },
      ],
      shippingLines: [
        {
          title: "Post",
          priceSet: {
            shopMoney: { amount: "5.00", currencyCode: "USD" },
            presentmentMoney: { amount: "4.50", currencyCode: "EUR" },
          },
        },
      ],
      discountCode: { itemPercentageDiscountCode: { code: "TEN", percentage: 10 } },
    };
    const { orderCreate } = await shop.ask(CREATE, { order });
    expect(orderCreate.userErrors).toEqual([]);
    expect(orderCreate.order).toMatchObject({
      displayFinancialStatus: null,
      displayFulfillmentStatus: "UNFULFILLED",
      returnStatus: "NO_RETURN",
      tags: ["apple", "zebra"],
      subtotalPriceSet: { shopMoney: { amount: "36.0" } },
      totalTaxSet: { shopMoney: { amount: "3.6" } },
      totalDiscountsSet: { shopMoney: { amount: "4.0" } },
      totalPriceSet: {
        shopMoney: { amount: "44.6" },
        presentmentMoney: { amount: "40.14", currencyCode: "EUR" },
      },
      customer: { email: "ada@example.com", displayName: "ada@example.com" },
    });
  });

  it("tells the world once", async () => {
    shop.heard.length = 0;
    await shop.placeOrder([1], { email: "new@example.com" });
    expect(shop.topics()).toEqual(["customers/create", "orders/create", "orders/paid"]);
    expect(new Set(shop.heard.map((each) => each.eventId)).size).toBe(1);
  });
});

describe("finding orders", () => {
  const LIST = `query ($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys, $reverse: Boolean) {
    orders(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: $reverse) {
      nodes { name updatedAt } pageInfo { hasNextPage endCursor }
    }
  }`;

  async function aFew() {
    const shop = new TryShop();
    const orders: Answer[] = [];
    for (const email of ["ada@example.com", "bob@example.com", "ada@example.com"]) {
      orders.push(await shop.placeOrder([1], { email }));
      shop.wait(60);
    }
    const names = async (variables: Record<string, unknown>) =>
      (await shop.ask(LIST, { first: 10, ...variables })).orders.nodes.map((each: Answer) => each.name);
    return { shop, orders, names };
  }

  it("searches by name, email, customer, confirmation number and time", async () => {
    const { orders, names } = await aFew();
    expect(await names({ query: "name:#1002" })).toEqual(["#1002"]);
    expect(await names({ query: "name:1002" })).toEqual(["#1002"]);
    expect(await names({ query: "email:ada@example.com" })).toEqual(["#1001", "#1003"]);
    expect(await names({ query: `customer_id:${orders[1].customer.id.split("/").pop()}` })).toEqual([
      "#1002",
    ]);
    expect(await names({ query: `confirmation_number:${orders[2].confirmationNumber}` })).toEqual(["#1003"]);
    expect(await names({ query: "updated_at:>='2026-11-02T09:01:00Z'" })).toEqual(["#1002", "#1003"]);
    expect(await names({ query: "created_at:<2026-11-02T09:01:00Z" })).toEqual(["#1001"]);
    expect(await names({ query: "name:#1002 OR name:#1003" })).toEqual(["#1002", "#1003"]);
    expect(await names({ query: "name:#1002 email:ada@example.com" })).toEqual([]);
  });

  it("pages forwards and backwards without losing an order that moves", async () => {
    const { shop, orders, names } = await aFew();
    expect(await names({ sortKey: "CREATED_AT", reverse: true })).toEqual(["#1003", "#1002", "#1001"]);
    const first = (await shop.ask(LIST, { first: 1, sortKey: "UPDATED_AT" })).orders;
    expect(first).toMatchObject({ nodes: [{ name: "#1001" }], pageInfo: { hasNextPage: true } });
    await shop.ask('mutation ($id: ID!) { tagsAdd(id: $id, tags: ["moved"]) { userErrors { message } } }', {
      id: orders[0].id,
    });
    const after = first.pageInfo.endCursor;
    expect(await names({ after, sortKey: "UPDATED_AT" })).toEqual(["#1002", "#1003", "#1001"]);
  });
});

describe("changing an order", () => {
  const UPDATE = `mutation ($input: OrderInput!) {
    orderUpdate(input: $input) { order { note email tags } userErrors { field message } }
  }`;

  it("changes what it is told and refuses the rest", async () => {
    const shop = new TryShop();
    const { id } = await shop.placeOrder();
    const update = async (input: Record<string, unknown>) => (await shop.ask(UPDATE, { input })).orderUpdate;
    expect(await update({ id, note: "Ring twice", tags: ["b", "a"] })).toEqual({
      order: { note: "Ring twice", email: "ada@example.com", tags: ["a", "b"] },
      userErrors: [],
    });
    expect((await update({ id })).userErrors).toEqual([
      { field: null, message: "No valid update parameters have been provided" },
    ]);
    expect((await update({ id: "gid://shopify/Order/1", note: "x" })).userErrors).toEqual([
      { field: ["id"], message: "Order does not exist" },
    ]);
  });

  it("is edited from a draft of itself", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([2]);
    const begun = await shop.ask(
      `mutation ($id: ID!) { orderEditBegin(id: $id) {
        calculatedOrder { id lineItems(first: 5) { nodes { id quantity } } } userErrors { message } } }`,
      { id: order.id },
    );
    const { id, lineItems } = begun.orderEditBegin.calculatedOrder;
    await shop.ask(
      `mutation ($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 1) {
        userErrors { message } } }`,
      { id, line: lineItems.nodes[0].id },
    );
    shop.heard.length = 0;
    const done = await shop.ask(
      `mutation ($id: ID!) { orderEditCommit(id: $id, notifyCustomer: false) {
        order { edited lineItems(first: 5) { nodes { quantity currentQuantity } }
          currentTotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } } }
        userErrors { message } } }`,
      { id },
    );
    expect(done.orderEditCommit).toMatchObject({
      order: {
        edited: true,
        lineItems: { nodes: [{ quantity: 2, currentQuantity: 1 }] },
        currentTotalPriceSet: { shopMoney: { amount: "20.0" } },
      },
      userErrors: [],
    });
    expect(shop.topics()).toContain("orders/edited");
  });

  it("is marked as paid once", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1], { transactions: [], financialStatus: "PENDING" });
    const pay = () =>
      shop.ask(
        `mutation ($id: ID!) { orderMarkAsPaid(input: { id: $id }) {
          order { displayFinancialStatus transactions { kind gateway } } userErrors { field message } } }`,
        { id: order.id },
      );
    expect((await pay()).orderMarkAsPaid).toMatchObject({
      order: { displayFinancialStatus: "PAID", transactions: [{ kind: "SALE", gateway: "manual" }] },
      userErrors: [],
    });
    expect((await pay()).orderMarkAsPaid.userErrors).toEqual([
      { field: ["id"], message: "Order cannot be marked as paid." },
    ]);
  });
});
