import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { restock } from "../orders/inventory";
import type { Location } from "../state/model";
import type { ShopState } from "../state/shop";
import { dispositionPayload } from "../webhooks/return-payload";
import type { ReverseFulfillmentOrderLine } from "./model";

export interface DisposeInput {
  reverseFulfillmentOrderLineItemId: string;
  quantity: number;
  dispositionType: string;
  locationId?: string | null;
}

interface Args {
  dispositionInputs: DisposeInput[];
}

export function reverseFulfillmentOrderDispose(
  _: unknown,
  { dispositionInputs: inputs }: Args,
  { shop }: Context,
) {
  const errors = disposeErrors(shop, inputs, ["dispositionInputs"]);
  if (errors.length > 0) return { reverseFulfillmentOrderLineItems: null, userErrors: errors };
  return { reverseFulfillmentOrderLineItems: dispose(shop, inputs), userErrors: [] };
}

/** More may be disposed of than came back: Shopify lets it pass. */
export function disposeErrors(shop: ShopState, inputs: DisposeInput[], field: string[]): UserError[] {
  if (inputs.length === 0) return [userError(field, "The array cannot be empty.", "BLANK")];
  const lines = inputs.map((input) => lineOf(shop, input));
  const locations = inputs.map((input) =>
    input.locationId ? shop.find<Location>("Location", input.locationId) : null,
  );
  const reverseOrders = new Set(lines.map((line) => line?.reverseFulfillmentOrder));
  if (reverseOrders.size !== 1 || reverseOrders.has(undefined)) {
    const message = "Cannot dispose items from more than one reverse fulfillment order.";
    return [userError(field, message, "INVALID")];
  }
  return inputs.flatMap((input, index) => {
    const at = [...field, String(index)];
    const errors: UserError[] = [];
    const isCustom = lines[index]?.returnLine.fulfillmentLine.lineItem.variant === null;
    if (input.dispositionType === "RESTOCKED" && isCustom) {
      const message = "RESTOCKED is an invalid disposition type for a custom line item.";
      errors.push(userError([...at, "dispositionType"], message, "INVALID"));
    }
    if (input.dispositionType === "RESTOCKED" && !input.locationId && !isCustom) {
      errors.push(userError([...at, "locationId"], "Location ID must be provided when restocking.", "BLANK"));
    }
    if (locations[index] === undefined)
      errors.push(userError([...at, "locationId"], "Location not found.", "NOT_FOUND"));
    return errors;
  });
}

export function dispose(shop: ShopState, inputs: DisposeInput[]): ReverseFulfillmentOrderLine[] {
  const touched = new Set<ReverseFulfillmentOrderLine>();
  for (const input of inputs) {
    const line = lineOf(shop, input);
    if (!line) continue;
    const location = input.locationId ? (shop.find<Location>("Location", input.locationId) ?? null) : null;
    line.dispositions.push(
      shop.record({
        __typename: "ReverseFulfillmentOrderDisposition" as const,
        id: shop.newId("ReverseFulfillmentOrderDisposition"),
        type: input.dispositionType,
        quantity: input.quantity,
        location,
        createdAt: shop.now(),
      }),
    );
    if (input.dispositionType === "RESTOCKED" && location) {
      restock(line.returnLine.fulfillmentLine.lineItem, location, input.quantity);
    }
    touched.add(line);
  }
  for (const line of touched) {
    const reverse = line.reverseFulfillmentOrder;
    shop.tell("reverse_fulfillment_orders/dispose", reverse, () => dispositionPayload(reverse));
  }
  return [...touched];
}

function lineOf(shop: ShopState, input: DisposeInput): ReverseFulfillmentOrderLine | undefined {
  const id = input.reverseFulfillmentOrderLineItemId;
  return shop.find<ReverseFulfillmentOrderLine>("ReverseFulfillmentOrderLineItem", id);
}
