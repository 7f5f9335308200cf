import type { ParcelState } from "./rules";

/** How an order stands, in one word: what a shopper wants to know first. */
export type OrderState =
  | "placed"
  | "noShipping"
  | "partlyShipped"
  | "onTheWay"
  | "delayed"
  | "outForDelivery"
  | "attempted"
  | "readyForPickup"
  | "problem"
  | "delivered"
  | "cancelled";

/** What an order's state follows from. */
export type OrderStanding = {
  cancelledAt: Date | null;
  fulfilmentStatus: string;
  lines: { needsShipping: boolean; currentQuantity: number }[];
  parcels: { state: ParcelState }[];
};

/** What asks for the shopper's attention comes before what merely goes on. */
const BY_URGENCY: readonly (readonly [ParcelState, OrderState])[] = [
  ["failed", "problem"],
  ["returned", "problem"],
  ["lost", "problem"],
  ["attempted", "attempted"],
  ["readyForPickup", "readyForPickup"],
  ["delayed", "delayed"],
  ["heldByCustoms", "delayed"],
  ["outForDelivery", "outForDelivery"],
];

/** How the order stands. Parcels speak first, since orders are not always marked as fulfilled. */
export function orderState(order: OrderStanding): OrderState {
  if (order.cancelledAt) return "cancelled";
  const parcels = order.parcels.filter(({ state }) => state !== "cancelled");
  const sent = parcels.filter(({ state }) => state !== "preparing");
  const toShip = order.lines.some((line) => line.needsShipping && line.currentQuantity > 0);
  if (sent.length === 0) return toShip || parcels.length > 0 ? "placed" : "noShipping";
  for (const [parcel, state] of BY_URGENCY) if (sent.some((one) => one.state === parcel)) return state;
  if (order.fulfilmentStatus === "partially_fulfilled" || sent.length < parcels.length)
    return "partlyShipped";
  return sent.every(({ state }) => state === "delivered") ? "delivered" : "onTheWay";
}

const GOOD = new Set<OrderState>(["delivered", "noShipping"]);
const WARNING = new Set<OrderState>(["delayed", "attempted", "problem", "cancelled"]);

/** Whether a state is good news, needs attention, or neither. */
export const toneOf = (state: OrderState): "good" | "warning" | "plain" =>
  GOOD.has(state) ? "good" : WARNING.has(state) ? "warning" : "plain";
