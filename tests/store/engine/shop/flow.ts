import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Order } from "../orders/model";
import { note } from "../orders/timeline";
import { globalId } from "../state/ids";

interface Args {
  handle?: string | null;
  payload?: Record<string, unknown> | null;
}

/** Flow's workflows are not run here: the order's timeline shows that a trigger began them, and with what. */
export function flowTriggerReceive(_: unknown, { handle, payload }: Args, { shop }: Context) {
  if (!handle || !payload) return { userErrors: [userError(["handle"], "Handle and payload are required")] };
  const { order_id: number, ...fields } = payload;
  if (number !== undefined) {
    const order = shop.node(globalId("Order", String(number))) as Order | undefined;
    if (typeof number !== "number" || order?.__typename !== "Order")
      return { userErrors: [userError(["payload"], "Order does not exist")] };
    note(shop, order, "flow_trigger_received", `Flow trigger ${handle}: ${JSON.stringify(fields)}`);
  }
  return { userErrors: [] };
}
