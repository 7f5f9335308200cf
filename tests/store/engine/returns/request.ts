import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Order } from "../orders/model";
import { note } from "../orders/timeline";
import { convert } from "../state/exchange-rates";
import { type MoneyInput, toMinor } from "../state/money";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";
import { returnPayload } from "../webhooks/return-payload";
import { addExchangeLine, type ExchangeLineInput, exchangeErrors } from "./exchanges";
import { addReturnLine, lineErrors, type ReturnLineInput } from "./lines";
import type { Return } from "./model";
import { expectGoods, newReturn } from "./open-return";

export interface ReturnShippingFeeInput {
  amount: MoneyInput;
}

interface RequestArgs {
  input: {
    orderId: string;
    returnLineItems: ReturnLineInput[];
    returnShippingFee?: ReturnShippingFeeInput | null;
  };
}

/** A shopper asks; a merchant will decide. */
export function returnRequest(_: unknown, { input }: RequestArgs, { shop }: Context) {
  const order = shop.find<Order>("Order", input.orderId);
  const errors = order ? checked(shop, order, input.returnLineItems, "input") : [orderNotFound("input")];
  if (!order || errors.length > 0) return { return: null, userErrors: errors };
  const made = newReturn(shop, order, "REQUESTED", shop.now());
  for (const line of input.returnLineItems) addReturnLine(shop, made, line);
  if (input.returnShippingFee) addShippingFee(shop, made, input.returnShippingFee);
  note(shop, order, "return_requested", `Return ${made.name} was requested.`);
  shop.tell("returns/request", made, () => returnPayload(made));
  return { return: made, userErrors: [] };
}

interface CreateArgs {
  returnInput: RequestArgs["input"] & {
    exchangeLineItems?: ExchangeLineInput[] | null;
    requestedAt?: string | null;
  };
}

/** A return that needs nobody's approval: open at once, exchange lines and all. */
export function returnCreate(_: unknown, { returnInput: input }: CreateArgs, { shop }: Context) {
  const order = shop.find<Order>("Order", input.orderId);
  const errors = order
    ? checked(shop, order, input.returnLineItems, "returnInput")
    : [orderNotFound("returnInput")];
  if (errors.length === 0) errors.push(...exchangeErrors(shop, input.exchangeLineItems ?? [], "returnInput"));
  if (!order || errors.length > 0) return { return: null, userErrors: errors };
  const made = newReturn(shop, order, "OPEN", instantOf(input.requestedAt) ?? shop.now());
  for (const line of input.returnLineItems) addReturnLine(shop, made, line);
  for (const line of input.exchangeLineItems ?? []) addExchangeLine(shop, made, line);
  if (input.returnShippingFee) addShippingFee(shop, made, input.returnShippingFee);
  expectGoods(shop, made);
  note(shop, order, "return_created", `Return ${made.name} was created.`);
  shop.tell("returns/approve", made, () => returnPayload(made));
  return { return: made, userErrors: [] };
}

function checked(shop: ShopState, order: Order, lines: ReturnLineInput[], root: string): UserError[] {
  if (lines.length === 0)
    return [userError([root, "returnLineItems"], "The array cannot be empty.", "BLANK")];
  return lineErrors(shop, order, lines, root);
}

function orderNotFound(root: string): UserError {
  return userError([root, "orderId"], "Order not found.", "NOT_FOUND");
}

function addShippingFee(shop: ShopState, made: Return, input: ReturnShippingFeeInput): void {
  made.shippingFees.push({
    __typename: "ReturnShippingFee",
    id: shop.newId("Fee"),
    order: made.order,
    amount: feeAmount(made.order, input.amount),
    percentage: null,
  });
}

export function feeAmount(order: Order, { amount, currencyCode }: MoneyInput) {
  const minor = toMinor(amount, currencyCode);
  return {
    shop: convert(minor, currencyCode, order.currency),
    presentment: convert(minor, currencyCode, order.presentmentCurrency),
  };
}
