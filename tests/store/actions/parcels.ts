import { z } from "zod";
import { Refused, type Store } from "../store";
import { ask } from "./ask";
import { locate, orderNamed } from "./order-changes";
import { carrierNamed, trackingNumber } from "./tracking-numbers";

export const shipInput = orderNamed.extend({
  carrier: z.string().default("Royal Mail"),
  trackingNumber: z.string().optional(),
  /** Into how many parcels what is left is split. */
  parcels: z.number().int().min(1).max(10).default(1),
  notify: z.boolean().default(true),
});

interface FulfillmentOrderLine {
  id: string;
  remainingQuantity: number;
}

interface OpenFulfillmentOrders {
  order: {
    fulfillmentOrders: {
      nodes: { id: string; status: string; lineItems: { nodes: FulfillmentOrderLine[] } }[];
    };
  } | null;
}

interface PackedLine {
  fulfillmentOrderId: string;
  lineId: string;
}

/** Sends what has not been sent yet. */
export async function ship(
  store: Store,
  given: z.input<typeof shipInput>,
): Promise<{ id: string; fulfillments: string[] }> {
  const input = shipInput.parse(given);
  const { shop, id } = await locate(store, given);
  const units = await unsent(store, shop, id);
  if (units.length === 0) throw new Refused("Everything on this order has been sent");
  const carrier = carrierNamed(input.carrier);
  const fulfillments: string[] = [];
  for (const parcel of split(units, Math.min(input.parcels, units.length))) {
    const number =
      fulfillments.length === 0 && input.trackingNumber
        ? input.trackingNumber
        : trackingNumber(carrier, store.settings.random);
    fulfillments.push(
      await sendParcel(
        store,
        shop,
        parcel,
        { company: carrier.name, number, url: carrier.url(number) },
        input.notify,
      ),
    );
  }
  return { id, fulfillments };
}

async function unsent(store: Store, shop: string, id: string): Promise<PackedLine[]> {
  const { order } = await ask<OpenFulfillmentOrders>(
    store,
    shop,
    `query PanelUnsent($id: ID!) {
      order(id: $id) {
        fulfillmentOrders(first: 20) {
          nodes { id status lineItems(first: 100) { nodes { id remainingQuantity } } }
        }
      }
    }`,
    { id },
  );
  if (!order) throw new Refused("No such order", 404);
  return order.fulfillmentOrders.nodes
    .filter(({ status }) => ["OPEN", "IN_PROGRESS"].includes(status))
    .flatMap((one) =>
      one.lineItems.nodes.flatMap((line) =>
        Array<PackedLine>(line.remainingQuantity).fill({ fulfillmentOrderId: one.id, lineId: line.id }),
      ),
    );
}

const split = <Thing>(things: Thing[], into: number): Thing[][] =>
  Array.from({ length: into }, (_, at) =>
    things.slice(Math.round((at * things.length) / into), Math.round(((at + 1) * things.length) / into)),
  );

async function sendParcel(
  store: Store,
  shop: string,
  units: PackedLine[],
  trackingInfo: { company: string; number: string; url: string },
  notifyCustomer: boolean,
): Promise<string> {
  const byOrder = new Map<string, Map<string, number>>();
  for (const { fulfillmentOrderId, lineId } of units) {
    const lines = byOrder.get(fulfillmentOrderId) ?? new Map<string, number>();
    byOrder.set(fulfillmentOrderId, lines.set(lineId, (lines.get(lineId) ?? 0) + 1));
  }
  const lineItemsByFulfillmentOrder = [...byOrder].map(([fulfillmentOrderId, lines]) => ({
    fulfillmentOrderId,
    fulfillmentOrderLineItems: [...lines].map(([id, quantity]) => ({ id, quantity })),
  }));
  const { fulfillmentCreate } = await ask<{ fulfillmentCreate: { fulfillment: { id: string } } }>(
    store,
    shop,
    `mutation PanelShip($fulfillment: FulfillmentInput!) {
      fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } }
    }`,
    { fulfillment: { lineItemsByFulfillmentOrder, trackingInfo, notifyCustomer } },
  );
  return fulfillmentCreate.fulfillment.id;
}
