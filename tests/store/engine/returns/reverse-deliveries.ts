import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { note } from "../orders/timeline";
import type { ShopState } from "../state/shop";
import { reverseDeliveryPayload } from "../webhooks/return-payload";
import type { ReverseDelivery, ReverseFulfillmentOrder, ReverseFulfillmentOrderLine } from "./model";

interface TrackingInput {
  number?: string | null;
  url?: string | null;
}

interface CreateArgs {
  reverseFulfillmentOrderId: string;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  labelInput?: { fileUrl: string } | null;
  trackingInput?: TrackingInput | null;
  notifyCustomer?: boolean | null;
}

type Lines = { line: ReverseFulfillmentOrderLine; quantity: number }[];

export function reverseDeliveryCreateWithShipping(_: unknown, args: CreateArgs, { shop }: Context) {
  const reverse = shop.find<ReverseFulfillmentOrder>(
    "ReverseFulfillmentOrder",
    args.reverseFulfillmentOrderId,
  );
  if (!reverse) {
    return refuse(
      userError(["reverseFulfillmentOrderId"], "Reverse fulfillment order was not found.", "NOT_FOUND"),
    );
  }
  const lines = linesOf(shop, reverse, args);
  if ("message" in lines) return refuse(lines);
  const made: ReverseDelivery = shop.record({
    __typename: "ReverseDelivery",
    id: shop.newId("ReverseDelivery"),
    reverseFulfillmentOrder: reverse,
    lineItems: lines.map(({ line, quantity }) =>
      shop.record({
        __typename: "ReverseDeliveryLineItem" as const,
        id: shop.newId("ReverseDeliveryLineItem"),
        quantity,
        line,
      }),
    ),
    label: null,
    tracking: null,
  });
  reverse.reverseDeliveries.push(made);
  attach(shop, made, args);
  return { reverseDelivery: made, userErrors: [] };
}

interface UpdateArgs {
  reverseDeliveryId: string;
  labelInput?: { fileUrl: string } | null;
  trackingInput?: TrackingInput | null;
  notifyCustomer?: boolean | null;
}

export function reverseDeliveryShippingUpdate(_: unknown, args: UpdateArgs, { shop }: Context) {
  const delivery = shop.find<ReverseDelivery>("ReverseDelivery", args.reverseDeliveryId);
  if (!delivery) {
    return refuse(userError(["reverseDeliveryId"], "Reverse delivery was not found.", "NOT_FOUND"));
  }
  attach(shop, delivery, args);
  return { reverseDelivery: delivery, userErrors: [] };
}

/** No lines means all of them. Across the lines no more may travel than is coming back. */
function linesOf(shop: ShopState, reverse: ReverseFulfillmentOrder, args: CreateArgs): Lines | UserError {
  if (args.reverseDeliveryLineItems.length === 0) {
    return reverse.lineItems.map((line) => ({ line, quantity: line.totalQuantity }));
  }
  const lines: Lines = [];
  for (const [index, input] of args.reverseDeliveryLineItems.entries()) {
    const field = ["reverseDeliveryLineItems", String(index)];
    const id = input.reverseFulfillmentOrderLineItemId;
    const line = shop.find<ReverseFulfillmentOrderLine>("ReverseFulfillmentOrderLineItem", id);
    if (line?.reverseFulfillmentOrder !== reverse) {
      return userError([...field, "reverseFulfillmentOrderLineItemId"], "must exist");
    }
    const before = lines.filter((each) => each.line === line).reduce((sum, each) => sum + each.quantity, 0);
    if (before + input.quantity > line.totalQuantity) {
      return userError([...field, "quantity"], "cannot deliver more items than are returned");
    }
    lines.push({ line, quantity: input.quantity });
  }
  return lines;
}

function attach(
  shop: ShopState,
  delivery: ReverseDelivery,
  args: Omit<UpdateArgs, "reverseDeliveryId">,
): void {
  const now = shop.now();
  if (args.labelInput) {
    const publicFileUrl = shop.publicUrl(args.labelInput.fileUrl);
    delivery.label = { publicFileUrl, createdAt: delivery.label?.createdAt ?? now, updatedAt: now };
  }
  if (args.trackingInput) {
    const { number = null, url = null } = args.trackingInput;
    delivery.tracking = { number, url, carrierName: null };
  }
  const { order } = delivery.reverseFulfillmentOrder;
  if (args.notifyCustomer)
    note(shop, order, "mail_sent", `Return label email was sent to ${order.email ?? "the customer"}.`);
  shop.tell("reverse_deliveries/attach_deliverable", delivery, () => reverseDeliveryPayload(delivery));
}

function refuse(error: UserError) {
  return { reverseDelivery: null, userErrors: [error] };
}
