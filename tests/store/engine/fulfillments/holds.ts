import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { touch } from "../orders/timeline";
import type { FulfillmentHold, FulfillmentOrder } from "./model";

const MOST_HOLDS = 10;
const LONGEST_HANDLE = 64;

interface HoldArgs {
  id: string;
  fulfillmentHold: { reason: string; reasonNotes?: string | null; handle?: string | null };
}

export function fulfillmentOrderHold(
  _: unknown,
  { id, fulfillmentHold: input }: HoldArgs,
  { shop }: Context,
) {
  const held = shop.find<FulfillmentOrder>("FulfillmentOrder", id);
  const problem = held ? holdProblem(held, input.handle ?? "") : notFound();
  if (!held || problem) {
    return {
      fulfillmentHold: null,
      fulfillmentOrder: null,
      remainingFulfillmentOrder: null,
      userErrors: [problem],
    };
  }
  const hold: FulfillmentHold = shop.record({
    __typename: "FulfillmentHold",
    id: shop.newId("FulfillmentHold"),
    reason: input.reason,
    reasonNotes: input.reasonNotes ?? null,
    handle: input.handle ?? "",
    heldByRequestingApp: true,
  });
  held.holds.push(hold);
  held.status = "ON_HOLD";
  held.updatedAt = shop.now();
  shop.tell("fulfillment_orders/placed_on_hold", held, () => holdPayload(held));
  touch(shop, held.order);
  return { fulfillmentHold: hold, fulfillmentOrder: held, remainingFulfillmentOrder: null, userErrors: [] };
}

function notFound(): UserError {
  return userError(["id"], "Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND");
}

function holdProblem(held: FulfillmentOrder, handle: string): UserError | undefined {
  if (!["OPEN", "IN_PROGRESS", "ON_HOLD", "SCHEDULED"].includes(held.status)) {
    return userError(["id"], "The fulfillment order is not in a valid state to be put on hold.", null);
  }
  if (handle.length > LONGEST_HANDLE) {
    const field = ["fulfillmentHold", "handle"];
    return userError(field, `Handle is too long (maximum is ${LONGEST_HANDLE} characters)`, null);
  }
  if (held.holds.some((hold) => hold.handle === handle)) {
    const message =
      "The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.";
    return userError(["fulfillmentHold", "handle"], message, "DUPLICATE_FULFILLMENT_HOLD_HANDLE");
  }
  if (held.holds.length >= MOST_HOLDS) {
    const message =
      "The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to 10 holds on a single fulfillment order at any one time.";
    return userError(["id"], message, "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED");
  }
  return undefined;
}

interface ReleaseArgs {
  id: string;
  holdIds?: string[] | null;
}

export function fulfillmentOrderReleaseHold(_: unknown, { id, holdIds }: ReleaseArgs, { shop }: Context) {
  const held = shop.find<FulfillmentOrder>("FulfillmentOrder", id);
  if (!held) return { fulfillmentOrder: null, userErrors: [notFound()] };
  held.holds = holdIds ? held.holds.filter((hold) => !holdIds.includes(hold.id)) : [];
  if (held.holds.length === 0 && held.status === "ON_HOLD") held.status = "OPEN";
  held.updatedAt = shop.now();
  shop.tell("fulfillment_orders/hold_released", held, () => holdPayload(held));
  touch(shop, held.order);
  return { fulfillmentOrder: held, userErrors: [] };
}

interface DeadlineArgs {
  fulfillmentOrderIds: string[];
  fulfillmentDeadline: string;
}

export function fulfillmentOrdersSetFulfillmentDeadline(_: unknown, args: DeadlineArgs, { shop }: Context) {
  const found = args.fulfillmentOrderIds.map((id) => shop.find<FulfillmentOrder>("FulfillmentOrder", id));
  if (found.some((each) => !each)) {
    const error = userError(
      null,
      "The fulfillment orders could not be found.",
      "FULFILLMENT_ORDERS_NOT_FOUND",
    );
    return { success: false, userErrors: [error] };
  }
  for (const each of found) if (each) each.fulfillBy = args.fulfillmentDeadline;
  return { success: true, userErrors: [] };
}

function holdPayload(held: FulfillmentOrder): Record<string, unknown> {
  return { fulfillment_order: { id: held.id, status: held.status.toLowerCase() } };
}
