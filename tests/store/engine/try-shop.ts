import {
  createShopify,
  type ExecuteRequest,
  type GraphQLBody,
  type Shopify,
  type WebhookEvent,
} from "./index";

/** A shop to try things in, and short ways to set the scene. For tests of the engine. */
export const DOMAIN = "try-me.myshopify.com";

// Answers are read by path in tests; their shape is what the tests are about.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Answer = any;

export class TryShop {
  readonly shopify: Shopify;
  readonly heard: WebhookEvent[] = [];
  clock = new Date("2026-11-02T09:00:00Z");

  constructor({ currency = "USD", country = "US", planPointsPerSecond = 100 } = {}) {
    this.shopify = createShopify({ now: () => this.clock, planPointsPerSecond });
    this.shopify.addShop({
      domain: DOMAIN,
      name: "Try Me",
      currency,
      country,
      timezone: "UTC",
      email: "owner@try-me.example",
    });
    this.shopify.onWebhook((event) => void this.heard.push(event));
  }

  wait(seconds: number): void {
    this.clock = new Date(this.clock.getTime() + seconds * 1000);
  }

  async body(
    query: string,
    variables: Record<string, unknown> = {},
    more: Partial<ExecuteRequest> = {},
  ): Promise<GraphQLBody> {
    const request = { shop: DOMAIN, apiVersion: "2026-07", throttle: false, query, variables, ...more };
    return (await this.shopify.execute(request)).body;
  }

  /** The data of a request that must not fail. */
  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    more: Partial<ExecuteRequest> = {},
  ): Promise<Answer> {
    const body = await this.body(query, variables, more);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  }

  topics(): string[] {
    return this.heard.map((event) => event.topic);
  }

  /** Places a paid order of custom lines, 20.00 each, and says what it is made of. */
  async placeOrder(quantities: number[] = [2], order: Record<string, unknown> = {}): Promise<Answer> {
    const total = quantities.reduce((sum, each) => sum + each * 20, 0);
    const lineItems = quantities.map((quantity, index) => ({
      title: `Thing ${index + 1}`,
      quantity,
      requiresShipping: true,
      priceSet: { shopMoney: { amount: "20.00", currencyCode: "USD" } },
    }));
    const transactions = [
      { gateway: "bogus", amountSet: { shopMoney: { amount: `${total}.00`, currencyCode: "USD" } } },
    ];
    const { orderCreate } = await this.ask(PLACE, {
      order: { email: "ada@example.com", lineItems, transactions, ...order },
    });
    if (orderCreate.userErrors.length > 0) throw new Error(JSON.stringify(orderCreate.userErrors));
    return orderCreate.order;
  }

  async ship(order: Answer): Promise<Answer> {
    const groups = order.fulfillmentOrders.nodes.map((each: { id: string }) => ({
      fulfillmentOrderId: each.id,
    }));
    const { fulfillmentCreate } = await this.ask(SHIP, {
      fulfillment: { lineItemsByFulfillmentOrder: groups },
    });
    if (fulfillmentCreate.userErrors.length > 0)
      throw new Error(JSON.stringify(fulfillmentCreate.userErrors));
    return fulfillmentCreate.fulfillment;
  }

  async openReturn(order: Answer, fulfillment: Answer, quantity = 1): Promise<Answer> {
    const line = fulfillment.fulfillmentLineItems.nodes[0];
    const returnLineItems = [{ fulfillmentLineItemId: line.id, quantity, returnReason: "STYLE" }];
    const { returnCreate } = await this.ask(OPEN_RETURN, { input: { orderId: order.id, returnLineItems } });
    if (returnCreate.userErrors.length > 0) throw new Error(JSON.stringify(returnCreate.userErrors));
    return returnCreate.return;
  }
}

const PLACE = `mutation ($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) {
    order {
      id name confirmationNumber
      customer { id }
      lineItems(first: 10) { nodes { id } }
      transactions { id }
      fulfillmentOrders(first: 5) { nodes { id lineItems(first: 10) { nodes { id } } } }
    }
    userErrors { field message code }
  }
}`;

const SHIP = `mutation ($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id fulfillmentLineItems(first: 10) { nodes { id quantity } } }
    userErrors { field message }
  }
}`;

const OPEN_RETURN = `mutation ($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return {
      id name status
      returnLineItems(first: 10) { nodes { id } }
      reverseFulfillmentOrders(first: 5) { nodes { id lineItems(first: 10) { nodes { id } } } }
    }
    userErrors { field message code }
  }
}`;
