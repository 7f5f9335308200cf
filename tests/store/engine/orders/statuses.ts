import type { Order } from "./model";
import { fulfilledQuantity, unfulfilledQuantity } from "./quantities";

export function fulfillmentStatus(order: Order): string {
  const open = order.fulfillmentOrders.filter(
    (each) => each.status !== "CLOSED" && each.status !== "CANCELLED",
  );
  const isAnySent = order.lineItems.some((line) => fulfilledQuantity(line) > 0);
  const isAnyLeft = order.lineItems.some((line) => unfulfilledQuantity(line) > 0);
  if (isAnySent) return isAnyLeft ? "PARTIALLY_FULFILLED" : "FULFILLED";
  if (open.length > 0 && open.every((each) => each.status === "ON_HOLD")) return "ON_HOLD";
  if (open.length > 0 && open.every((each) => each.status === "SCHEDULED")) return "SCHEDULED";
  if (open.length > 0 && open.every((each) => each.status === "IN_PROGRESS")) return "IN_PROGRESS";
  return "UNFULFILLED";
}

/** One word for all returns; declined and cancelled ones count for nothing. */
export function returnStatus(order: Order): string {
  const statuses = order.returns.map((each) => each.status);
  if (statuses.includes("REQUESTED")) return "RETURN_REQUESTED";
  if (statuses.includes("OPEN")) return "IN_PROGRESS";
  return statuses.includes("CLOSED") ? "RETURNED" : "NO_RETURN";
}
