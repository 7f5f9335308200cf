import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Order } from "./model";
import { note, touch } from "./timeline";

interface Args {
  input: { id: string };
}

/** Archives an order; one that is archived already is left as it is. */
export function orderClose(_: unknown, { input }: Args, { shop }: Context) {
  const order = shop.find<Order>("Order", input.id);
  if (!order) return notFound();
  if (order.closedAt) return { order, userErrors: [] };
  order.closedAt = shop.now();
  note(shop, order, "closed", "This order was archived.");
  touch(shop, order);
  return { order, userErrors: [] };
}

export function orderOpen(_: unknown, { input }: Args, { shop }: Context) {
  const order = shop.find<Order>("Order", input.id);
  if (!order) return notFound();
  if (!order.closedAt) return { order, userErrors: [] };
  order.closedAt = null;
  note(shop, order, "re_opened", "This order was unarchived.");
  touch(shop, order);
  return { order, userErrors: [] };
}

function notFound() {
  return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
}
