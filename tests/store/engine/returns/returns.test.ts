import { beforeEach, describe, expect, test } from "vitest";
import { type Answer, TryShop } from "../try-shop";

let shop: TryShop;
let order: Answer;
let sent: Answer;

beforeEach(async () => {
  shop = new TryShop();
  order = await shop.placeOrder([2, 1]);
  sent = await shop.ship(order);
});

const lineId = () => sent.fulfillmentLineItems.nodes[0].id as string;

const REQUEST = `mutation ($input: ReturnRequestInput!) {
  returnRequest(input: $input) { return { id status } userErrors { field message code } }
}`;
const CREATE = `mutation ($input: ReturnInput!) {
  returnCreate(returnInput: $input) { return { id status } userErrors { field message code } }
}`;

const request = async (lines: unknown[]) =>
  (await shop.ask(REQUEST, { input: { orderId: order.id, returnLineItems: lines } })).returnRequest;
const create = async (lines: unknown[]) =>
  (await shop.ask(CREATE, { input: { orderId: order.id, returnLineItems: lines } })).returnCreate;

describe("what is refused when goods are asked back", () => {
  test.each([
    [
      "no reason",
      {},
      ["input", "returnLineItems", "0", "returnReason"],
      "Return reason can't be blank",
      "BLANK",
    ],
    [
      "more than was bought",
      { returnReason: "STYLE", quantity: 3 },
      ["input", "returnLineItems", "0", "quantity"],
      "Return line item has an invalid quantity.",
      "INVALID",
    ],
    [
      "a line of nobody's",
      { returnReason: "STYLE", fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/1" },
      ["input", "returnLineItems", "0", "fulfillmentLineItemId"],
      "Fulfillment Line Item was not found.",
      "NOT_FOUND",
    ],
    [
      "a long note",
      { returnReason: "STYLE", customerNote: "x".repeat(301) },
      ["input", "returnLineItems", "0", "customerNote"],
      "Customer note is too long (maximum is 300 characters)",
      "TOO_LONG",
    ],
  ])("request: %s", async (_, over, field, message, code) => {
    const answer = await request([{ fulfillmentLineItemId: lineId(), quantity: 1, ...over }]);
    expect(answer).toEqual({ return: null, userErrors: [{ field, message, code }] });
  });

  test("create: no reason, and other without a note", async () => {
    const bare = { fulfillmentLineItemId: lineId(), quantity: 1 };
    expect((await create([bare])).userErrors).toEqual([
      {
        field: ["returnInput", "returnLineItems", "0"],
        message: "Return line items Either return reason or return reason definition must be provided",
        code: "NOT_FOUND",
      },
    ]);
    expect((await create([{ ...bare, returnReason: "OTHER" }])).userErrors).toEqual([
      {
        field: ["returnInput", "returnLineItems", "0", "returnReasonNote"],
        message:
          'Return line items return reason note The note is required when the return reason is "Other"',
        code: "BLANK",
      },
    ]);
    expect((await request([{ ...bare, returnReason: "OTHER" }])).return.status).toBe("REQUESTED");
  });

  test("units in one return are not free for another, until it is declined", async () => {
    const all = [{ fulfillmentLineItemId: lineId(), quantity: 2, returnReason: "STYLE" }];
    const first = (await request(all)).return;
    expect((await request(all)).userErrors[0].code).toBe("INVALID");
    await shop.ask(
      `mutation ($id: ID!) { returnDeclineRequest(input: { id: $id, declineReason: FINAL_SALE }) { return { id } } }`,
      {
        id: first.id,
      },
    );
    expect((await request(all)).return.status).toBe("REQUESTED");
  });
});

describe("which state leads where", () => {
  const step = async (name: string, id: string) => {
    const decision = name.endsWith("Request");
    const input =
      name === "returnDeclineRequest" ? "input: { id: $id, declineReason: OTHER }" : "input: { id: $id }";
    const query = `mutation ($id: ID!) { ${name}(${decision ? input : "id: $id"}) { return { status } userErrors { field message code } } }`;
    return (await shop.ask(query, { id }))[name];
  };
  const requested = async () =>
    (await request([{ fulfillmentLineItemId: lineId(), quantity: 1, returnReason: "STYLE" }])).return
      .id as string;
  const invalid = (field: string[], message: string) => ({
    return: null,
    userErrors: [{ field, message, code: "INVALID_STATE" }],
  });
  const badStatus = invalid(["id"], "Return status is invalid.");

  test("a request can be neither closed nor reopened", async () => {
    const id = await requested();
    expect(await step("returnClose", id)).toEqual(badStatus);
    expect(await step("returnReopen", id)).toEqual(badStatus);
  });

  test("only a request can be decided", async () => {
    const id = await requested();
    expect((await step("returnApproveRequest", id)).return.status).toBe("OPEN");
    expect(await step("returnApproveRequest", id)).toEqual(
      invalid(
        ["input", "id"],
        "Return is not approvable. Only returns with status REQUESTED can be approved.",
      ),
    );
    expect(await step("returnDeclineRequest", id)).toEqual(
      invalid(
        ["input", "id"],
        "Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.",
      ),
    );
  });

  test("declined stays declined", async () => {
    const id = await requested();
    expect((await step("returnDeclineRequest", id)).return.status).toBe("DECLINED");
    expect(await step("returnDeclineRequest", id)).toEqual(
      invalid(["input", "id"], "The return is already declined."),
    );
    expect(await step("returnClose", id)).toEqual(badStatus);
  });

  test("closing, reopening and cancelling twice change nothing", async () => {
    const { id } = await shop.openReturn(order, sent);
    for (const [name, status] of [
      ["returnClose", "CLOSED"],
      ["returnClose", "CLOSED"],
      ["returnReopen", "OPEN"],
      ["returnReopen", "OPEN"],
      ["returnCancel", "CANCELED"],
      ["returnCancel", "CANCELED"],
    ] as const) {
      expect((await step(name, id)).return.status).toBe(status);
    }
  });

  test("what was processed cannot be cancelled", async () => {
    const open = await shop.openReturn(order, sent);
    await shop.ask(
      `mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { return { id } } }`,
      {
        input: {
          returnId: open.id,
          returnLineItems: [{ id: open.returnLineItems.nodes[0].id, quantity: 1 }],
        },
      },
    );
    expect(await step("returnCancel", open.id)).toEqual(invalid(["id"], "Return is not cancelable."));
  });

  test("a return that does not exist", async () => {
    const answer = await step("returnApproveRequest", "gid://shopify/Return/1");
    expect(answer.userErrors).toEqual([
      { field: ["input", "id"], message: "Return not found.", code: "NOT_FOUND" },
    ]);
  });
});

describe("taking lines out", () => {
  const REMOVE = `mutation ($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]) {
    removeFromReturn(returnId: $id, returnLineItems: $lines) {
      return { status totalQuantity order { returnStatus } }
      userErrors { field message code }
    }
  }`;
  const remove = async (open: Answer, quantity: number) => {
    const lines = [{ returnLineItemId: open.returnLineItems.nodes[0].id, quantity }];
    return (await shop.ask(REMOVE, { id: open.id, lines })).removeFromReturn;
  };

  test("none, too many, some, all", async () => {
    const open = await shop.openReturn(order, sent, 2);
    expect((await remove(open, 0)).userErrors).toEqual([
      { field: null, message: "Quantity must be greater than 0", code: "GREATER_THAN" },
    ]);
    expect((await remove(open, 3)).userErrors).toEqual([
      {
        field: ["returnLineItems", "0", "quantity"],
        message: "Return line item has an invalid quantity.",
        code: "INVALID",
      },
    ]);
    expect((await remove(open, 1)).return).toMatchObject({ status: "OPEN", totalQuantity: 1 });
    expect((await remove(open, 1)).return).toEqual({
      status: "CLOSED",
      totalQuantity: 0,
      order: { returnStatus: "RETURNED" },
    });
  });
});

describe("receiving goods", () => {
  const DISPOSE = `mutation ($inputs: [ReverseFulfillmentOrderDisposeInput!]!) {
    reverseFulfillmentOrderDispose(dispositionInputs: $inputs) {
      reverseFulfillmentOrderLineItems { totalQuantity dispositions { type quantity } }
      userErrors { field message code }
    }
  }`;
  const dispose = async (inputs: unknown[]) =>
    (await shop.ask(DISPOSE, { inputs })).reverseFulfillmentOrderDispose;
  const lineOf = (open: Answer) => open.reverseFulfillmentOrders.nodes[0].lineItems.nodes[0].id as string;

  test("refusals", async () => {
    const open = await shop.openReturn(order, sent);
    const other = await shop.openReturn(order, sent);
    const notRestocked = (id: string) => ({
      reverseFulfillmentOrderLineItemId: id,
      quantity: 1,
      dispositionType: "NOT_RESTOCKED",
    });
    expect((await dispose([])).userErrors).toEqual([
      { field: ["dispositionInputs"], message: "The array cannot be empty.", code: "BLANK" },
    ]);
    expect((await dispose([notRestocked(lineOf(open)), notRestocked(lineOf(other))])).userErrors).toEqual([
      {
        field: ["dispositionInputs"],
        message: "Cannot dispose items from more than one reverse fulfillment order.",
        code: "INVALID",
      },
    ]);
    const restocked = {
      ...notRestocked(lineOf(open)),
      dispositionType: "RESTOCKED",
      locationId: "gid://shopify/Location/1",
    };
    expect((await dispose([restocked])).userErrors).toEqual([
      {
        field: ["dispositionInputs", "0", "dispositionType"],
        message: "RESTOCKED is an invalid disposition type for a custom line item.",
        code: "INVALID",
      },
      { field: ["dispositionInputs", "0", "locationId"], message: "Location not found.", code: "NOT_FOUND" },
    ]);
  });

  test("more than came back is let through", async () => {
    const open = await shop.openReturn(order, sent);
    const answer = await dispose([
      { reverseFulfillmentOrderLineItemId: lineOf(open), quantity: 5, dispositionType: "MISSING" },
    ]);
    expect(answer.reverseFulfillmentOrderLineItems).toEqual([
      { totalQuantity: 1, dispositions: [{ type: "MISSING", quantity: 5 }] },
    ]);
  });

  test("an id of another type is an error of the request", async () => {
    const body = await shop.body(DISPOSE, {
      inputs: [{ reverseFulfillmentOrderLineItemId: order.id, quantity: 1, dispositionType: "MISSING" }],
    });
    expect(body.errors).toEqual([
      {
        message: `Invalid id: ${order.id}`,
        locations: [{ line: 2, column: 5 }],
        extensions: { code: "RESOURCE_NOT_FOUND" },
        path: ["reverseFulfillmentOrderDispose"],
      },
    ]);
    expect(body.data).toEqual({ reverseFulfillmentOrderDispose: null });
  });
});

test("a quote is negative for what comes back and positive for fees and what goes out", async () => {
  const variant = shop.shopify.catalogue("try-me.myshopify.com").products[0]?.variants[0];
  const { returnCalculate } = await shop.ask(
    `query ($input: CalculateReturnInput!) {
      returnCalculate(input: $input) {
        returnLineItems { quantity subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } restockingFee { percentage amountSet { shopMoney { amount } } } }
        exchangeLineItems { quantity subtotalSet { shopMoney { amount } } }
        returnShippingFee { amountSet { shopMoney { amount } } }
      }
    }`,
    {
      input: {
        orderId: order.id,
        returnLineItems: [
          { fulfillmentLineItemId: lineId(), quantity: 1, restockingFee: { percentage: 10 } },
        ],
        exchangeLineItems: [{ variantId: variant?.id, quantity: 1 }],
        returnShippingFee: { amount: { amount: "4.95", currencyCode: "USD" } },
      },
    },
  );
  expect(returnCalculate).toEqual({
    returnLineItems: [
      {
        quantity: 1,
        subtotalSet: { shopMoney: { amount: "-20.0" } },
        totalTaxSet: { shopMoney: { amount: "0.0" } },
        restockingFee: { percentage: 10, amountSet: { shopMoney: { amount: "2.0" } } },
      },
    ],
    exchangeLineItems: [{ quantity: 1, subtotalSet: { shopMoney: { amount: "89.0" } } }],
    returnShippingFee: { amountSet: { shopMoney: { amount: "4.95" } } },
  });
});

test("an exchange goes out when it is processed, and the difference is invoiced", async () => {
  const variant = shop.shopify.catalogue("try-me.myshopify.com").products[0]?.variants[0];
  const { returnCreate } = await shop.ask(
    `mutation ($input: ReturnInput!) {
      returnCreate(returnInput: $input) { return { id returnLineItems(first: 5) { nodes { id } } exchangeLineItems(first: 5) { nodes { id } } } userErrors { message } }
    }`,
    {
      input: {
        orderId: order.id,
        returnLineItems: [{ fulfillmentLineItemId: lineId(), quantity: 1, returnReason: "STYLE" }],
        exchangeLineItems: [{ variantId: variant?.id, quantity: 1 }],
      },
    },
  );
  const made = returnCreate.return;
  const lines = [{ id: made.returnLineItems.nodes[0].id, quantity: 1 }];
  const exchanged = [{ id: made.exchangeLineItems.nodes[0].id, quantity: 1 }];
  const outcome = await shop.ask(
    `query ($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $exchanged: [SuggestedOutcomeExchangeLineItemInput!]!) {
      return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $exchanged) {
        financialTransfer { __typename ... on InvoiceReturnOutcome { amount { shopMoney { amount } } } } } }
    }`,
    { id: made.id, lines, exchanged },
  );
  expect(outcome.return.suggestedFinancialOutcome.financialTransfer).toEqual({
    __typename: "InvoiceReturnOutcome",
    amount: { shopMoney: { amount: "69.0" } },
  });
  const { returnProcess } = await shop.ask(
    `mutation ($input: ReturnProcessInput!) {
      returnProcess(input: $input) {
        return {
          exchangeLineItems(first: 5) { nodes { processedQuantity lineItems { title } } }
          order { totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } }
            fulfillmentOrders(first: 5) { nodes { status } } }
        }
        userErrors { message }
      }
    }`,
    { input: { returnId: made.id, returnLineItems: lines, exchangeLineItems: exchanged } },
  );
  expect(returnProcess.return).toEqual({
    exchangeLineItems: { nodes: [{ processedQuantity: 1, lineItems: [{ title: "Merino jumper" }] }] },
    order: {
      totalPriceSet: { shopMoney: { amount: "60.0" } },
      currentTotalPriceSet: { shopMoney: { amount: "129.0" } },
      totalOutstandingSet: { shopMoney: { amount: "69.0" } },
      fulfillmentOrders: { nodes: [{ status: "CLOSED" }, { status: "OPEN" }] },
    },
  });
});
