import { openFulfillmentOrder } from "../fulfillments/open";
import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { variantTitle } from "../orders/create-lines";
import type { LineItem, Order, Transaction } from "../orders/model";
import { netPayment, refundableOf } from "../orders/payments";
import { creditsFor, type RefundMethodInput } from "../orders/refund-create";
import { atPaymentRate, issueRefund, type RefundPlan } from "../orders/refunds";
import { note, touch } from "../orders/timeline";
import { currentShipping } from "../orders/totals";
import { atMost, formatted, type MoneyInput, NOTHING, share, toMinor } from "../state/money";
import type { ShopState } from "../state/shop";
import { returnPayload } from "../webhooks/return-payload";
import { type DisposeInput, dispose, disposeErrors } from "./dispose";
import { notFound, refuse } from "./lifecycle";
import type { ExchangeLine, Return, ReturnLine } from "./model";

export interface RefundShippingInput {
  fullRefund?: boolean | null;
  shippingRefundAmount?: MoneyInput | null;
}

interface ProcessInput {
  returnId: string;
  returnLineItems?: { id: string; quantity: number; dispositions?: DisposeInput[] | null }[] | null;
  exchangeLineItems?: { id: string; quantity: number }[] | null;
  refundShipping?: RefundShippingInput | null;
  financialTransfer?: {
    issueRefund?: {
      orderTransactions: { parentId: string; transactionAmount: MoneyInput }[];
      refundMethods?: RefundMethodInput[] | null;
      allowOverRefunding?: boolean | null;
    } | null;
  } | null;
  note?: string | null;
  notifyCustomer?: boolean | null;
}

/** Confirms what came back and what goes out, and moves the money that was asked for. The return stays open. */
export function returnProcess(_: unknown, { input }: { input: ProcessInput }, { shop }: Context) {
  const found = shop.find<Return>("Return", input.returnId);
  if (!found) return refuse(notFound(["input", "returnId"]));
  if (found.status !== "OPEN") {
    return refuse(userError(["input", "returnId"], "Return status is invalid.", "INVALID_STATE"));
  }
  const errors = [...lineErrors(shop, found, input), ...exchangeErrors(shop, found, input)];
  if (errors.length > 0) return { return: null, userErrors: errors };
  const payments = paymentsFor(shop, found.order, input);
  if ("message" in payments) return refuse(payments);
  confirmLines(shop, input);
  sendExchanges(shop, found, input);
  refund(shop, found, input, payments);
  const { order } = found;
  note(shop, order, "return_processed", `Return ${found.name} was processed.`);
  if (input.notifyCustomer)
    note(shop, order, "mail_sent", `Refund notification email was sent to ${order.email ?? "the customer"}.`);
  shop.tell("returns/process", found, () => returnPayload(found));
  touch(shop, order);
  return { return: found, userErrors: [] };
}

function lineErrors(shop: ShopState, found: Return, input: ProcessInput): UserError[] {
  for (const [index, each] of (input.returnLineItems ?? []).entries()) {
    const field = ["input", "returnLineItems", String(index)];
    const line = shop.find<ReturnLine>("ReturnLineItem", each.id);
    if (line?.return !== found)
      return [userError([...field, "id"], "Return line item not found.", "NOT_FOUND")];
    if (each.quantity < 1 || each.quantity > line.quantity - line.processedQuantity) {
      return [userError([...field, "quantity"], "Return line item has an invalid quantity.", "INVALID")];
    }
    if (!each.dispositions?.length) continue;
    const wrong = disposeErrors(shop, each.dispositions, [...field, "dispositions"]);
    if (wrong.length > 0) return wrong;
  }
  return [];
}

function exchangeErrors(shop: ShopState, found: Return, input: ProcessInput): UserError[] {
  for (const [index, each] of (input.exchangeLineItems ?? []).entries()) {
    const field = ["input", "exchangeLineItems", String(index)];
    const line = shop.find<ExchangeLine>("ExchangeLineItem", each.id);
    if (line?.return !== found)
      return [userError([...field, "id"], "Exchange line item not found.", "NOT_FOUND")];
    if (each.quantity < 1 || each.quantity > line.quantity - line.processedQuantity) {
      return [userError([...field, "quantity"], "Exchange line item has an invalid quantity.", "INVALID")];
    }
  }
  return [];
}

function paymentsFor(shop: ShopState, order: Order, input: ProcessInput): RefundPlan["payments"] | UserError {
  const wanted = input.financialTransfer?.issueRefund?.orderTransactions ?? [];
  const payments: RefundPlan["payments"] = [];
  for (const [index, { parentId, transactionAmount }] of wanted.entries()) {
    const field = ["input", "financialTransfer", "issueRefund", "orderTransactions", String(index)];
    const parent = shop.find<Transaction>("OrderTransaction", parentId);
    if (parent?.order !== order)
      return userError([...field, "parentId"], "Parent transaction not found.", "NOT_FOUND");
    const minor = toMinor(transactionAmount.amount, transactionAmount.currencyCode);
    if (transactionAmount.currencyCode !== order.presentmentCurrency) {
      const message = "Currency must match the presentment currency of the order.";
      return userError([...field, "transactionAmount", "currencyCode"], message, "INVALID");
    }
    if (minor > refundableOf(parent).presentment) {
      const money = (each: number) => formatted(each, order.presentmentCurrency);
      const message = `Refund amount ${money(minor)} is greater than net payment received ${money(netPayment(order).presentment)}`;
      return userError([...field, "transactionAmount"], message, "INVALID");
    }
    payments.push({ parent, amount: atPaymentRate(parent, minor) });
  }
  return payments;
}

function confirmLines(shop: ShopState, input: ProcessInput): void {
  for (const { id, quantity, dispositions } of input.returnLineItems ?? []) {
    const line = shop.find<ReturnLine>("ReturnLineItem", id);
    if (line) line.processedQuantity += quantity;
    if (dispositions?.length) dispose(shop, dispositions);
  }
}

/** Exchanged goods join the order and wait to be packed. */
function sendExchanges(shop: ShopState, found: Return, input: ProcessInput): void {
  const packed: { line: LineItem; quantity: number }[] = [];
  for (const { id, quantity } of input.exchangeLineItems ?? []) {
    const exchange = shop.find<ExchangeLine>("ExchangeLineItem", id);
    if (!exchange) continue;
    const line = exchangedLine(shop, exchange, quantity);
    exchange.processedQuantity += quantity;
    exchange.lineItems.push(line);
    found.order.lineItems.push(line);
    packed.push({ line, quantity });
  }
  if (packed.length > 0) openFulfillmentOrder(shop, found.order, packed);
}

function exchangedLine(shop: ShopState, exchange: ExchangeLine, quantity: number): LineItem {
  const { variant } = exchange;
  const discount = share(exchange.discount, quantity, exchange.quantity);
  const given = {
    code: null,
    title: exchange.discountTitle,
    kind: "fixed" as const,
    percentage: null,
    amount: discount,
    targetType: "LINE_ITEM" as const,
  };
  return shop.record({
    __typename: "LineItem",
    id: shop.newId("LineItem"),
    order: exchange.return.order,
    title: variant?.product.title ?? "",
    variantTitle: variantTitle(variant),
    sku: variant?.sku ?? null,
    vendor: variant?.product.vendor ?? null,
    product: variant?.product ?? null,
    variant,
    quantity,
    removedQuantity: 0,
    unitPrice: exchange.unitPrice,
    discountAllocations: discount.presentment > 0 ? [{ discount: given, amount: discount }] : [],
    taxLines: [],
    taxable: variant?.taxable ?? false,
    requiresShipping: variant?.inventoryItem.requiresShipping ?? true,
    isGiftCard: false,
    weightGrams: variant?.inventoryItem.weightGrams ?? 0,
    customAttributes: [],
    isExchange: true,
  });
}

function refund(shop: ShopState, found: Return, input: ProcessInput, payments: RefundPlan["payments"]): void {
  const transfer = input.financialTransfer?.issueRefund;
  const shipping = shippingToRefund(found.order, input.refundShipping ?? null);
  if (!transfer) return;
  const lines: RefundPlan["lines"] = [];
  for (const { id, quantity } of input.returnLineItems ?? []) {
    const line = shop.find<ReturnLine>("ReturnLineItem", id);
    if (!line) continue;
    line.refundedQuantity += quantity;
    lines.push({ line: line.fulfillmentLine.lineItem, quantity, restockType: "NO_RESTOCK", location: null });
  }
  const storeCredit = creditsFor(found.order, transfer.refundMethods ?? []);
  const made = issueRefund(shop, found.order, {
    lines,
    shipping,
    payments,
    storeCredit,
    note: input.note ?? null,
    return: found,
  });
  found.refunds.push(made);
}

export function shippingToRefund(order: Order, input: RefundShippingInput | null) {
  const left = currentShipping(order);
  if (input?.fullRefund) return left;
  if (!input?.shippingRefundAmount) return NOTHING;
  const presentment = toMinor(input.shippingRefundAmount.amount, input.shippingRefundAmount.currencyCode);
  return atMost(share(left, presentment, left.presentment || 1), left);
}
