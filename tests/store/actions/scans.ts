import { z } from "zod";
import { Refused, type Store } from "../store";
import { ask } from "./ask";
import { gid } from "./customers";
import { locate } from "./order-changes";

/** What carriers say, in the words people use for it. */
const scans = {
  label: { status: "LABEL_PRINTED", message: "Label printed" },
  collected: { status: "CARRIER_PICKED_UP", message: "Collected by the carrier" },
  in_transit: { status: "IN_TRANSIT", message: "Arrived at the sorting centre" },
  out_for_delivery: { status: "OUT_FOR_DELIVERY", message: "With the driver" },
  attempted: { status: "ATTEMPTED_DELIVERY", message: "No one was in" },
  delayed: { status: "DELAYED", message: "Held up by bad weather" },
  ready_for_pickup: { status: "READY_FOR_PICKUP", message: "Waiting at the parcel shop" },
  delivered: { status: "DELIVERED", message: "Handed over" },
  returned: { status: "FAILURE", message: "Returned to sender" },
  failure: { status: "FAILURE", message: "Could not be delivered" },
} as const;

export type Scan = keyof typeof scans;
export const scanKinds = Object.keys(scans) as Scan[];

export const scanInput = z.object({
  shop: z.string().optional(),
  /** The parcel; or an order, meaning all its parcels. */
  fulfillment: z.string().optional(),
  order: z.string().optional(),
  scan: z.enum(Object.keys(scans) as [Scan, ...Scan[]]),
  message: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  happenedAt: z.string().optional(),
  estimatedDeliveryAt: z.string().optional(),
});

export async function scanParcel(
  store: Store,
  given: z.input<typeof scanInput>,
): Promise<{ events: string[] }> {
  const input = scanInput.parse(given);
  const shop = store.shop(input.shop).domain;
  const parcels = input.fulfillment
    ? [gid("Fulfillment", input.fulfillment)]
    : await parcelsOf(store, shop, input.order);
  if (parcels.length === 0) throw new Refused("Nothing has been sent yet");
  const events: string[] = [];
  for (const fulfillmentId of parcels) {
    const { fulfillmentEventCreate } = await ask<{
      fulfillmentEventCreate: { fulfillmentEvent: { id: string } };
    }>(
      store,
      shop,
      `mutation PanelScan($event: FulfillmentEventInput!) {
        fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } }
      }`,
      { event: eventInput(store, fulfillmentId, input) },
    );
    events.push(fulfillmentEventCreate.fulfillmentEvent.id);
  }
  return { events };
}

function eventInput(
  store: Store,
  fulfillmentId: string,
  input: z.output<typeof scanInput>,
): Record<string, unknown> {
  const { status, message } = scans[input.scan];
  const optional = {
    city: input.city,
    country: input.country,
    estimatedDeliveryAt: input.estimatedDeliveryAt,
  };
  return {
    fulfillmentId,
    status,
    message: input.message ?? message,
    happenedAt: input.happenedAt ?? store.clock.now().toISOString(),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

async function parcelsOf(store: Store, shop: string, order: string | undefined): Promise<string[]> {
  if (!order) throw new Refused("Name a parcel or an order");
  const { id } = await locate(store, { shop, order });
  const found = await ask<{ order: { fulfillments: { id: string }[] } | null }>(
    store,
    shop,
    `query PanelParcels($id: ID!) { order(id: $id) { fulfillments(first: 20) { id } } }`,
    { id },
  );
  return found.order?.fulfillments.map((one) => one.id) ?? [];
}
