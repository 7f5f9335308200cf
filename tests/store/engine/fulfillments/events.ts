import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";
import { fulfillmentEventPayload, fulfillmentPayload } from "../webhooks/fulfillment-payload";
import type { Fulfillment, FulfillmentEvent } from "./model";

export interface EventInput {
  status: string;
  message?: string | null;
  happenedAt?: string | null;
  estimatedDeliveryAt?: string | null;
  address1?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
  zip?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

export function fulfillmentEventCreate(
  _: unknown,
  { fulfillmentEvent: input }: { fulfillmentEvent: EventInput & { fulfillmentId: string } },
  { shop }: Context,
) {
  const fulfillment = shop.find<Fulfillment>("Fulfillment", input.fulfillmentId);
  if (!fulfillment) {
    const field = ["fulfillmentEvent", "fulfillmentId"];
    return { fulfillmentEvent: null, userErrors: [userError(field, "Fulfillment does not exist.")] };
  }
  return { fulfillmentEvent: addEvent(shop, fulfillment, input), userErrors: [] };
}

export function addEvent(shop: ShopState, fulfillment: Fulfillment, input: EventInput): FulfillmentEvent {
  const now = shop.now();
  const event: FulfillmentEvent = shop.record({
    __typename: "FulfillmentEvent",
    id: shop.newId("FulfillmentEvent"),
    status: input.status,
    message: input.message ?? null,
    happenedAt: instantOf(input.happenedAt) ?? now,
    createdAt: now,
    estimatedDeliveryAt: instantOf(input.estimatedDeliveryAt),
    address1: input.address1 ?? null,
    city: input.city ?? null,
    province: input.province ?? null,
    country: input.country ?? null,
    zip: input.zip ?? null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
  });
  fulfillment.events.push(event);
  fulfillment.updatedAt = now;
  shop.tell("fulfillment_events/create", event, () => fulfillmentEventPayload(shop, fulfillment, event));
  shop.tell("fulfillments/update", fulfillment, () => fulfillmentPayload(fulfillment));
  return event;
}

/** Events in the order they happened. */
export function history(fulfillment: Fulfillment): FulfillmentEvent[] {
  return [...fulfillment.events].sort((one, other) => one.happenedAt.localeCompare(other.happenedAt));
}

export function displayStatus(fulfillment: Fulfillment): string {
  if (fulfillment.status === "CANCELLED") return "CANCELED";
  return history(fulfillment).at(-1)?.status ?? "FULFILLED";
}

export function happenedAt(fulfillment: Fulfillment, status: string): string | null {
  return history(fulfillment).find((event) => event.status === status)?.happenedAt ?? null;
}

export function estimatedDeliveryAt(fulfillment: Fulfillment): string | null {
  return history(fulfillment).findLast((event) => event.estimatedDeliveryAt)?.estimatedDeliveryAt ?? null;
}
