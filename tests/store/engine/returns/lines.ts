import type { FulfillmentLine } from "../fulfillments/model";
import { type UserError, userError } from "../graphql/errors";
import type { Order } from "../orders/model";
import { directlyRefundedQuantity, quantityInReturns } from "../orders/quantities";
import { discountedTotal, forUnits } from "../orders/totals";
import { share } from "../state/money";
import type { ShopState } from "../state/shop";
import type { Return, ReturnFee, ReturnLine } from "./model";
import { definitionFor, enumFor, REASONS } from "./reasons";

export interface ReturnLineInput {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReason?: string | null;
  returnReasonDefinitionId?: string | null;
  returnReasonNote?: string | null;
  customerNote?: string | null;
  restockingFee?: { percentage: number } | null;
}

const LONGEST_CUSTOMER_NOTE = 300;
const LONGEST_REASON_NOTE = 255;

/** Units of a fulfilment line that may still come back. */
export function returnableQuantity(line: FulfillmentLine): number {
  const taken = line.lineItem.order.returns
    .filter((each) => ["REQUESTED", "OPEN", "CLOSED"].includes(each.status))
    .flatMap((each) => each.lineItems)
    .filter((each) => each.fulfillmentLine === line)
    .reduce((sum, each) => sum + each.quantity, 0);
  const kept =
    line.lineItem.quantity - quantityInReturns(line.lineItem) - directlyRefundedQuantity(line.lineItem);
  return Math.max(0, Math.min(line.quantity - taken, kept));
}

/** A shopper's request and a merchant's return have the same lines, but are told off in different words. */
export function lineErrors(
  shop: ShopState,
  order: Order,
  lines: ReturnLineInput[],
  root: string,
): UserError[] {
  const isRequest = root === "input";
  const taken = new Map<FulfillmentLine, number>();
  for (const [index, input] of lines.entries()) {
    const field = [root, "returnLineItems", String(index)];
    const line = shop.find<FulfillmentLine>("FulfillmentLineItem", input.fulfillmentLineItemId);
    if (line?.lineItem.order !== order) {
      return [
        userError([...field, "fulfillmentLineItemId"], "Fulfillment Line Item was not found.", "NOT_FOUND"),
      ];
    }
    const reason = isRequest ? requestReasonError(input, field) : createReasonError(input, field);
    if (reason) return [reason];
    if (input.quantity < 1) {
      return [userError([...field, "quantity"], "Quantity must be greater than 0", "GREATER_THAN")];
    }
    const wanted = (taken.get(line) ?? 0) + input.quantity;
    taken.set(line, wanted);
    if (line.fulfillment.status !== "SUCCESS" || wanted > returnableQuantity(line)) {
      return [userError([...field, "quantity"], "Return line item has an invalid quantity.", "INVALID")];
    }
    const fee = input.restockingFee?.percentage;
    if (fee != null && (fee < 0 || fee > 100)) {
      const message = "Restocking fee percentage must be between 0 and 100";
      return [userError([...field, "restockingFee", "percentage"], message, "INVALID")];
    }
  }
  return [];
}

function requestReasonError(input: ReturnLineInput, field: string[]): UserError | undefined {
  const missing = definitionProblem(input, field);
  if (missing) return missing;
  if (!input.returnReason && !input.returnReasonDefinitionId) {
    return userError([...field, "returnReason"], "Return reason can't be blank", "BLANK");
  }
  if ((input.customerNote ?? "").length > LONGEST_CUSTOMER_NOTE) {
    const message = `Customer note is too long (maximum is ${LONGEST_CUSTOMER_NOTE} characters)`;
    return userError([...field, "customerNote"], message, "TOO_LONG");
  }
  return undefined;
}

function createReasonError(input: ReturnLineInput, field: string[]): UserError | undefined {
  const missing = definitionProblem(input, field);
  if (missing) return missing;
  if (!input.returnReason && !input.returnReasonDefinitionId) {
    const message = "Return line items Either return reason or return reason definition must be provided";
    return userError(field, message, "NOT_FOUND");
  }
  const note = input.returnReasonNote ?? "";
  if (input.returnReason === "OTHER" && !input.returnReasonDefinitionId && !note.trim()) {
    const message =
      'Return line items return reason note The note is required when the return reason is "Other"';
    return userError([...field, "returnReasonNote"], message, "BLANK");
  }
  if (note.length > LONGEST_REASON_NOTE) {
    const message = `Return line items return reason note is too long (maximum is ${LONGEST_REASON_NOTE} characters)`;
    return userError([...field, "returnReasonNote"], message, "TOO_LONG");
  }
  return undefined;
}

function definitionProblem(input: ReturnLineInput, field: string[]): UserError | undefined {
  const id = input.returnReasonDefinitionId;
  if (!id || REASONS.some((each) => each.id === id)) return undefined;
  return userError(
    [...field, "returnReasonDefinitionId"],
    "Return reason definition was not found.",
    "NOT_FOUND",
  );
}

export function addReturnLine(shop: ShopState, to: Return, input: ReturnLineInput): ReturnLine {
  const line = shop.find<FulfillmentLine>("FulfillmentLineItem", input.fulfillmentLineItemId);
  if (!line) throw new Error("Return lines are checked before they are added");
  const definition = REASONS.find((each) => each.id === input.returnReasonDefinitionId);
  const reason = input.returnReason ?? (definition ? enumFor(definition) : "UNKNOWN");
  const added: ReturnLine = shop.record({
    __typename: "ReturnLineItem",
    id: shop.newId("ReturnLineItem"),
    return: to,
    fulfillmentLine: line,
    quantity: input.quantity,
    processedQuantity: 0,
    refundedQuantity: 0,
    customerNote: input.customerNote ?? null,
    reason,
    reasonNote: input.returnReasonNote ?? "",
    definition: definition ?? definitionFor(reason),
    restockingFee: input.restockingFee ? restockingFee(shop, line, input) : null,
  });
  to.lineItems.push(added);
  return added;
}

function restockingFee(shop: ShopState, line: FulfillmentLine, input: ReturnLineInput): ReturnFee {
  const percentage = input.restockingFee?.percentage ?? 0;
  return {
    __typename: "RestockingFee",
    id: shop.newId("Fee"),
    order: line.lineItem.order,
    amount: restockingAmount(line, input.quantity, percentage),
    percentage,
  };
}

/** A share of what the returned units cost after discounts. */
export function restockingAmount(line: FulfillmentLine, quantity: number, percentage: number) {
  const price = forUnits(discountedTotal(line.lineItem), quantity, line.lineItem);
  return share(price, Math.round(percentage * 1e7), 1e9);
}
