import { expect, test } from "vitest";
import { TryShop } from "./try-shop";

test("a whole life: bought, sent, asked back, approved, labelled, received, refunded, closed", async () => {
  const shop = new TryShop();
  const order = await shop.placeOrder([2]);
  const fulfillment = await shop.ship(order);
  shop.heard.length = 0;

  const line = fulfillment.fulfillmentLineItems.nodes[0];
  const asked = await shop.ask(
    `mutation ($input: ReturnRequestInput!) {
      returnRequest(input: $input) {
        return { id name status totalQuantity requestApprovedAt order { returnStatus } reverseFulfillmentOrders(first: 5) { nodes { id } }
          returnLineItems(first: 5) { nodes { id customerNote processableQuantity returnReasonDefinition { handle } } } }
        userErrors { code field message }
      }
    }`,
    {
      input: {
        orderId: order.id,
        returnLineItems: [
          {
            fulfillmentLineItemId: line.id,
            quantity: 1,
            returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/7",
            customerNote: "Sleeves too short",
          },
        ],
      },
    },
  );
  const requested = asked.returnRequest.return;
  expect(requested).toMatchObject({
    name: "#1001-R1",
    status: "REQUESTED",
    totalQuantity: 1,
    requestApprovedAt: null,
    order: { returnStatus: "RETURN_REQUESTED" },
    reverseFulfillmentOrders: { nodes: [] },
  });
  expect(requested.returnLineItems.nodes[0]).toMatchObject({
    customerNote: "Sleeves too short",
    returnReasonDefinition: { handle: "too-small" },
  });

  shop.wait(60);
  const approved = (
    await shop.ask(
      `mutation ($id: ID!) {
        returnApproveRequest(input: { id: $id }) {
          return { status requestApprovedAt order { returnStatus }
            reverseFulfillmentOrders(first: 5) { nodes { id status lineItems(first: 5) { nodes { id totalQuantity } } } } }
          userErrors { code field message }
        }
      }`,
      { id: requested.id },
    )
  ).returnApproveRequest.return;
  expect(approved).toMatchObject({
    status: "OPEN",
    requestApprovedAt: "2026-11-02T09:01:00Z",
    order: { returnStatus: "IN_PROGRESS" },
  });
  const reverse = approved.reverseFulfillmentOrders.nodes[0];

  const staged = await shop.ask(`mutation {
    stagedUploadsCreate(input: [{ resource: RETURN_LABEL, filename: "label.pdf", mimeType: "application/pdf", httpMethod: POST }]) {
      stagedTargets { url resourceUrl parameters { name value } } userErrors { field message }
    }
  }`);
  const [target] = staged.stagedUploadsCreate.stagedTargets;
  const label = new TextEncoder().encode("%PDF-1.7");
  expect(shop.shopify.stagedUpload(new URL(target.url).pathname, label, "application/pdf")).toBe(true);
  const delivery = (
    await shop.ask(
      `mutation ($id: ID!, $label: ReverseDeliveryLabelInput, $tracking: ReverseDeliveryTrackingInput) {
        reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], labelInput: $label, trackingInput: $tracking) {
          reverseDelivery {
            reverseDeliveryLineItems(first: 5) { nodes { quantity } }
            deliverable { ... on ReverseDeliveryShippingDeliverable { label { publicFileUrl } tracking { number carrierName } } }
          }
          userErrors { code field message }
        }
      }`,
      { id: reverse.id, label: { fileUrl: target.resourceUrl }, tracking: { number: "RET1" } },
    )
  ).reverseDeliveryCreateWithShipping.reverseDelivery;
  expect(delivery.reverseDeliveryLineItems.nodes).toEqual([{ quantity: 1 }]);
  expect(delivery.deliverable.tracking).toEqual({ number: "RET1", carrierName: null });
  const { publicFileUrl } = delivery.deliverable.label;
  expect(publicFileUrl).toMatch(/^https:\/\/cdn\.shopify\.com\//);
  expect(shop.shopify.readFile(publicFileUrl)?.bytes).toEqual(label);

  const outcome = (
    await shop.ask(
      `query ($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!) {
        return(id: $id) {
          suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: []) {
            financialTransfer {
              ... on RefundReturnOutcome {
                amount { presentmentMoney { amount } }
                suggestedTransactions { parentTransaction { id } amountSet { presentmentMoney { amount currencyCode } } }
              }
            }
          }
        }
      }`,
      { id: requested.id, lines: [{ id: requested.returnLineItems.nodes[0].id, quantity: 1 }] },
    )
  ).return.suggestedFinancialOutcome.financialTransfer;
  expect(outcome.amount.presentmentMoney.amount).toBe("20.0");

  const [payment] = outcome.suggestedTransactions;
  const processed = (
    await shop.ask(
      `mutation ($input: ReturnProcessInput!) {
        returnProcess(input: $input) {
          return {
            status
            returnLineItems(first: 5) { nodes { processedQuantity unprocessedQuantity refundedQuantity processableQuantity refundableQuantity } }
            refunds(first: 5) { nodes { totalRefundedSet { shopMoney { amount } } } }
            order {
              displayFinancialStatus
              currentTotalPriceSet { shopMoney { amount } }
              totalOutstandingSet { shopMoney { amount } }
              lineItems(first: 5) { nodes { quantity currentQuantity refundableQuantity } }
            }
          }
          userErrors { code field message }
        }
      }`,
      {
        input: {
          returnId: requested.id,
          returnLineItems: [
            {
              id: requested.returnLineItems.nodes[0].id,
              quantity: 1,
              dispositions: [
                {
                  reverseFulfillmentOrderLineItemId: reverse.lineItems.nodes[0].id,
                  quantity: 1,
                  dispositionType: "NOT_RESTOCKED",
                },
              ],
            },
          ],
          financialTransfer: {
            issueRefund: {
              orderTransactions: [
                {
                  parentId: payment.parentTransaction.id,
                  transactionAmount: payment.amountSet.presentmentMoney,
                },
              ],
            },
          },
        },
      },
    )
  ).returnProcess.return;
  expect(processed).toEqual({
    status: "OPEN",
    returnLineItems: {
      nodes: [
        {
          processedQuantity: 1,
          unprocessedQuantity: 0,
          refundedQuantity: 1,
          processableQuantity: 0,
          refundableQuantity: 0,
        },
      ],
    },
    refunds: { nodes: [{ totalRefundedSet: { shopMoney: { amount: "20.0" } } }] },
    order: {
      displayFinancialStatus: "PARTIALLY_REFUNDED",
      currentTotalPriceSet: { shopMoney: { amount: "20.0" } },
      totalOutstandingSet: { shopMoney: { amount: "0.0" } },
      lineItems: { nodes: [{ quantity: 2, currentQuantity: 1, refundableQuantity: 1 }] },
    },
  });

  const closed = await shop.ask(
    `mutation ($id: ID!) { returnClose(id: $id) { return { status closedAt order { returnStatus } } userErrors { code } } }`,
    { id: requested.id },
  );
  expect(closed.returnClose.return).toEqual({
    status: "CLOSED",
    closedAt: "2026-11-02T09:01:00Z",
    order: { returnStatus: "RETURNED" },
  });
  expect(shop.topics()).toEqual([
    "returns/request",
    "returns/approve",
    "reverse_deliveries/attach_deliverable",
    "reverse_fulfillment_orders/dispose",
    "refunds/create",
    "order_transactions/create",
    "returns/process",
    "orders/updated",
    "returns/close",
  ]);
});

test("what one event causes shares an event id, and the payload is the REST body", async () => {
  const shop = new TryShop();
  const order = await shop.placeOrder([1]);
  const made = shop.heard.filter((event) => event.topic.startsWith("orders/"));
  expect(new Set(made.map((event) => event.eventId)).size).toBe(1);
  expect(made[0]).toMatchObject({ shop: "try-me.myshopify.com", topic: "orders/create" });
  expect(made[0]?.payload).toMatchObject({
    admin_graphql_api_id: order.id,
    name: "#1001",
    order_number: 1001,
    financial_status: "paid",
    fulfillment_status: null,
    email: "ada@example.com",
    total_price: "20.00",
    line_items: [{ title: "Thing 1", price: "20.00", quantity: 1, fulfillable_quantity: 1 }],
  });
  await shop.ship(order);
  const sent = shop.heard.find((event) => event.topic === "fulfillments/create");
  expect(sent?.payload).toMatchObject({ status: "success", order_id: Number(order.id.split("/").pop()) });
});
