import { describe, expect, it } from "vitest";
import { type Answer, DOMAIN, TryShop } from "../try-shop";

const CREATE = `mutation ($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id status displayStatus }
    userErrors { field message }
  }
}`;

const LOOK = `query ($id: ID!) {
  order(id: $id) {
    displayFulfillmentStatus
    fulfillmentOrders(first: 5) { nodes { status } }
    fulfillments { id status displayStatus deliveredAt trackingInfo { company number url } }
  }
}`;

describe("sending parcels", () => {
  const create = async (shop: TryShop, order: Answer, quantity?: number) => {
    const fulfillmentOrder = order.fulfillmentOrders.nodes[0];
    const group: Record<string, unknown> = { fulfillmentOrderId: fulfillmentOrder.id };
    if (quantity)
      group.fulfillmentOrderLineItems = [{ id: fulfillmentOrder.lineItems.nodes[0].id, quantity }];
    return (await shop.ask(CREATE, { fulfillment: { lineItemsByFulfillmentOrder: [group] } }))
      .fulfillmentCreate;
  };

  it("sends a part, then the rest, then no more", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([3]);
    expect((await create(shop, order, 1)).userErrors).toEqual([]);
    expect((await shop.ask(LOOK, { id: order.id })).order).toMatchObject({
      displayFulfillmentStatus: "PARTIALLY_FULFILLED",
      fulfillmentOrders: { nodes: [{ status: "IN_PROGRESS" }] },
    });
    expect((await create(shop, order, 3)).userErrors).toEqual([
      { field: ["fulfillment"], message: "Invalid fulfillment order line item quantity requested." },
    ]);
    await create(shop, order);
    expect((await shop.ask(LOOK, { id: order.id })).order).toMatchObject({
      displayFulfillmentStatus: "FULFILLED",
      fulfillmentOrders: { nodes: [{ status: "CLOSED" }] },
    });
    expect((await create(shop, order)).userErrors).toHaveLength(1);
  });

  it("follows a parcel to the door", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1]);
    const { id } = await shop.ship(order);
    await shop.ask(
      `mutation ($id: ID!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id,
        trackingInfoInput: { company: "UPS", number: "1Z999AA10123456784" }) { userErrors { message } } }`,
      { id },
    );
    for (const status of ["IN_TRANSIT", "DELIVERED"]) {
      shop.wait(3600);
      shop.heard.length = 0;
      await shop.ask(
        `mutation ($id: ID!, $status: FulfillmentEventStatus!) {
          fulfillmentEventCreate(fulfillmentEvent: { fulfillmentId: $id, status: $status }) { userErrors { message } } }`,
        { id, status },
      );
      expect(shop.topics()).toContain("fulfillment_events/create");
    }
    const { fulfillments } = (await shop.ask(LOOK, { id: order.id })).order;
    expect(fulfillments).toMatchObject([
      {
        status: "SUCCESS",
        displayStatus: "DELIVERED",
        deliveredAt: "2026-11-02T11:00:00Z",
        trackingInfo: [{ company: "UPS", number: "1Z999AA10123456784" }],
      },
    ]);
    expect(fulfillments[0].trackingInfo[0].url).toContain("1Z999AA10123456784");
  });

  it("takes a fulfilment back", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1]);
    const { id } = await shop.ship(order);
    const cancelled = await shop.ask(
      "mutation ($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { field message } } }",
      { id },
    );
    expect(cancelled.fulfillmentCancel).toEqual({ fulfillment: { status: "CANCELLED" }, userErrors: [] });
    expect((await shop.ask(LOOK, { id: order.id })).order.displayFulfillmentStatus).toBe("UNFULFILLED");
  });

  it("holds a parcel back and lets it go", async () => {
    const shop = new TryShop();
    const order = await shop.placeOrder([1]);
    const { id } = order.fulfillmentOrders.nodes[0];
    const held = await shop.ask(
      `mutation ($id: ID!) { fulfillmentOrderHold(id: $id, fulfillmentHold: { reason: OTHER, reasonNotes: "Wait" }) {
        fulfillmentHold { id } userErrors { field message code } } }`,
      { id },
    );
    expect(held.fulfillmentOrderHold.userErrors).toEqual([]);
    expect((await shop.ask(LOOK, { id: order.id })).order).toMatchObject({
      displayFulfillmentStatus: "ON_HOLD",
      fulfillmentOrders: { nodes: [{ status: "ON_HOLD" }] },
    });
    await shop.ask(
      "mutation ($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { userErrors { message } } }",
      { id },
    );
    expect((await shop.ask(LOOK, { id: order.id })).order.fulfillmentOrders.nodes).toEqual([
      { status: "OPEN" },
    ]);
  });

  it("remembers what was promised at checkout", async () => {
    const shop = new TryShop();
    const { id } = await shop.placeOrder([1]);
    const maxDeliveryDateTime = new Date("2026-11-06T00:00:00Z");
    shop.shopify.promiseDelivery(DOMAIN, id, {
      maxDeliveryDateTime,
      fulfillBy: new Date("2026-11-03T00:00:00Z"),
    });
    const { order } = await shop.ask(
      `query ($id: ID!) { order(id: $id) { fulfillmentOrders(first: 1) { nodes {
        fulfillBy deliveryMethod { minDeliveryDateTime maxDeliveryDateTime } } } } }`,
      { id },
    );
    expect(order.fulfillmentOrders.nodes).toEqual([
      {
        fulfillBy: "2026-11-03T00:00:00Z",
        deliveryMethod: { minDeliveryDateTime: null, maxDeliveryDateTime: "2026-11-06T00:00:00Z" },
      },
    ]);
  });
});
