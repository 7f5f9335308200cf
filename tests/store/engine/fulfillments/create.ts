import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Order } from "../orders/model";
import { fulfillmentStatus } from "../orders/statuses";
import { note, touch } from "../orders/timeline";
import { legacyId } from "../state/ids";
import type { ShopState } from "../state/shop";
import { fulfillmentPayload } from "../webhooks/fulfillment-payload";
import { addEvent } from "./events";
import type { Fulfillment, FulfillmentOrder, FulfillmentOrderLine } from "./model";
import { type TrackingInput, trackingFrom } from "./tracking";

interface Args {
  fulfillment: {
    lineItemsByFulfillmentOrder: {
      fulfillmentOrderId: string;
      fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null;
    }[];
    notifyCustomer?: boolean | null;
    originAddress?: Record<string, string | null> | null;
    trackingInfo?: TrackingInput | null;
  };
  message?: string | null;
}

type Picked = { line: FulfillmentOrderLine; quantity: number }[];

export function fulfillmentCreate(_: unknown, { fulfillment: input }: Args, { shop }: Context) {
  const refuse = (message: string) => ({
    fulfillment: null,
    userErrors: [userError(["fulfillment"], message)],
  });
  const picked: Picked = [];
  const orders = new Set<Order>();
  for (const group of input.lineItemsByFulfillmentOrder) {
    const fulfillmentOrder = shop.find<FulfillmentOrder>("FulfillmentOrder", group.fulfillmentOrderId);
    if (!fulfillmentOrder) return refuse("Fulfillment order does not exist.");
    const problem = statusProblem(fulfillmentOrder);
    if (problem) return refuse(problem);
    const lines = pick(fulfillmentOrder, group.fulfillmentOrderLineItems);
    if (typeof lines === "string") return refuse(lines);
    picked.push(...lines);
    orders.add(fulfillmentOrder.order);
  }
  const [order] = orders;
  if (!order || picked.length === 0) return refuse("Fulfillment order line items can't be blank.");
  if (orders.size > 1) return refuse("All fulfillment orders must belong to the same order.");
  const made = fulfill(shop, order, picked, trackingFrom(input.trackingInfo));
  made.originAddress = input.originAddress ?? null;
  if (input.notifyCustomer) {
    note(
      shop,
      order,
      "mail_sent",
      `Shipping confirmation email was sent to ${order.email ?? "the customer"}.`,
    );
  }
  return { fulfillment: made, userErrors: [] as UserError[] };
}

function statusProblem(fulfillmentOrder: FulfillmentOrder): string | undefined {
  if (["OPEN", "IN_PROGRESS"].includes(fulfillmentOrder.status)) return undefined;
  const status = fulfillmentOrder.status.toLowerCase();
  return `Fulfillment order ${legacyId(fulfillmentOrder.id)} has an unfulfillable status= ${status}.`;
}

function pick(
  fulfillmentOrder: FulfillmentOrder,
  wanted?: { id: string; quantity: number }[] | null,
): Picked | string {
  if (!wanted || wanted.length === 0) {
    return fulfillmentOrder.lineItems
      .filter((line) => line.remainingQuantity > 0)
      .map((line) => ({ line, quantity: line.remainingQuantity }));
  }
  const picked: Picked = [];
  for (const { id, quantity } of wanted) {
    const line = fulfillmentOrder.lineItems.find((each) => each.id === id);
    if (!line) return "Fulfillment order line item does not exist.";
    if (quantity < 1 || quantity > line.remainingQuantity) {
      return "Invalid fulfillment order line item quantity requested.";
    }
    picked.push({ line, quantity });
  }
  return picked;
}

export function fulfill(
  shop: ShopState,
  order: Order,
  picked: Picked,
  tracking: Fulfillment["tracking"],
): Fulfillment {
  const now = shop.now();
  const location = picked[0]?.line.fulfillmentOrder.location ?? shop.primaryLocation;
  const made: Fulfillment = shop.record({
    __typename: "Fulfillment",
    id: shop.newId("Fulfillment"),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    order,
    status: "SUCCESS",
    createdAt: now,
    updatedAt: now,
    location,
    originAddress: null,
    tracking,
    lineItems: [],
    events: [],
  });
  for (const { line, quantity } of picked) {
    line.remainingQuantity -= quantity;
    made.lineItems.push(
      shop.record({
        __typename: "FulfillmentLineItem" as const,
        id: shop.newId("FulfillmentLineItem"),
        fulfillment: made,
        lineItem: line.lineItem,
        orderLine: line,
        quantity,
      }),
    );
  }
  for (const fulfillmentOrder of new Set(picked.map(({ line }) => line.fulfillmentOrder))) {
    const isDone = fulfillmentOrder.lineItems.every((line) => line.remainingQuantity === 0);
    fulfillmentOrder.status = isDone ? "CLOSED" : "IN_PROGRESS";
    fulfillmentOrder.updatedAt = now;
  }
  order.fulfillments.push(made);
  const units = picked.reduce((sum, { quantity }) => sum + quantity, 0);
  note(
    shop,
    order,
    "fulfillment_success",
    `${units} item${units === 1 ? "" : "s"} fulfilled from ${location.name}.`,
  );
  shop.tell("fulfillments/create", made, () => fulfillmentPayload(made));
  const isWhole = fulfillmentStatus(order) === "FULFILLED";
  touch(shop, order, isWhole ? "orders/fulfilled" : "orders/partially_fulfilled");
  return made;
}

/** An order that arrives already sent. */
export function fulfillAtOnce(
  shop: ShopState,
  order: Order,
  sent: { company: string | null; number: string | null; shipmentStatus: string | null } | null,
): void {
  const picked = order.fulfillmentOrders.flatMap((each) =>
    each.lineItems.map((line) => ({ line, quantity: line.remainingQuantity })),
  );
  const tracking = sent?.number ? trackingFrom({ company: sent.company, number: sent.number }) : [];
  const made = fulfill(shop, order, picked, tracking);
  if (sent?.shipmentStatus) addEvent(shop, made, { status: sent.shipmentStatus });
}
