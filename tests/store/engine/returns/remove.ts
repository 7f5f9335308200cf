import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { returnPayload } from "../webhooks/return-payload";
import { close, notFound, refuse } from "./lifecycle";
import type { ExchangeLine, Return, ReturnLine } from "./model";

interface Args {
  returnId: string;
  returnLineItems?: { returnLineItemId: string; quantity: number }[] | null;
  exchangeLineItems?: { exchangeLineItemId: string; quantity: number }[] | null;
}

/** Takes units out of a return that have not been processed; an emptied return closes. */
export function removeFromReturn(_: unknown, args: Args, { shop }: Context) {
  const from = shop.find<Return>("Return", args.returnId);
  if (!from) return refuse(notFound(["returnId"]));
  if (!["OPEN", "REQUESTED"].includes(from.status)) {
    return refuse(userError(["returnId"], "Return status is invalid.", "INVALID_STATE"));
  }
  const returned = (args.returnLineItems ?? []).map((input) => ({
    line: shop.find<ReturnLine>("ReturnLineItem", input.returnLineItemId),
    quantity: input.quantity,
  }));
  const exchanged = (args.exchangeLineItems ?? []).map((input) => ({
    line: shop.find<ExchangeLine>("ExchangeLineItem", input.exchangeLineItemId),
    quantity: input.quantity,
  }));
  const problem =
    check(from, returned, "returnLineItems", "Return") ??
    check(from, exchanged, "exchangeLineItems", "Exchange");
  if (problem) return refuse(problem);
  for (const { line, quantity } of returned) if (line) removeReturned(from, line, quantity);
  for (const { line, quantity } of exchanged) if (line) line.quantity -= quantity;
  from.exchangeLineItems = from.exchangeLineItems.filter((line) => line.quantity > 0);
  shop.tell("returns/update", from, () => returnPayload(from));
  const isEmpty = from.lineItems.length === 0 && from.exchangeLineItems.length === 0;
  return isEmpty ? close(shop, from) : { return: from, userErrors: [] };
}

type Removal = { line: ReturnLine | ExchangeLine | undefined; quantity: number };

function check(from: Return, removals: Removal[], list: string, noun: string) {
  for (const [index, { line, quantity }] of removals.entries()) {
    const field = [list, String(index)];
    if (line?.return !== from) {
      const id = noun === "Return" ? "returnLineItemId" : "exchangeLineItemId";
      return userError([...field, id], `${noun} line item not found.`, "NOT_FOUND");
    }
    if (quantity < 1) return userError(null, "Quantity must be greater than 0", "GREATER_THAN");
    if (quantity > line.quantity - line.processedQuantity) {
      return userError([...field, "quantity"], `${noun} line item has an invalid quantity.`, "INVALID");
    }
  }
  return undefined;
}

function removeReturned(from: Return, line: ReturnLine, quantity: number): void {
  line.quantity -= quantity;
  for (const reverse of from.reverseFulfillmentOrders) {
    for (const expected of reverse.lineItems) {
      if (expected.returnLine === line) expected.totalQuantity = line.quantity;
    }
    reverse.lineItems = reverse.lineItems.filter((each) => each.totalQuantity > 0);
  }
  from.lineItems = from.lineItems.filter((each) => each.quantity > 0);
}
