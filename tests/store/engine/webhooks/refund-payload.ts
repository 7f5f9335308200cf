import type { Refund, Transaction } from "../orders/model";
import { legacyId } from "../state/ids";
import { fixed, NOTHING } from "../state/money";
import { price, priceSet } from "./money-payload";
import { lineItemPayload } from "./order-payload";

export function refundPayload(refund: Refund): Record<string, unknown> {
  const { order } = refund;
  return {
    id: legacyId(refund.id),
    admin_graphql_api_id: refund.id,
    order_id: legacyId(order.id),
    created_at: refund.createdAt,
    processed_at: refund.createdAt,
    note: refund.note,
    user_id: null,
    restock: refund.lineItems.some((line) => line.restocked),
    return: refund.return ? { id: legacyId(refund.return.id), admin_graphql_api_id: refund.return.id } : null,
    duties: [],
    total_duties_set: priceSet(NOTHING, order),
    additional_fees: [],
    total_additional_fees_set: priceSet(NOTHING, order),
    refund_shipping_lines: refund.shipping.map((each) => ({
      id: legacyId(each.id),
      shipping_line_id: legacyId(each.line.id),
      subtotal_amount_set: priceSet(each.subtotal, order),
      tax_amount_set: priceSet(each.tax, order),
    })),
    order_adjustments: refund.adjustments.map((each) => ({
      id: legacyId(each.id),
      order_id: legacyId(order.id),
      refund_id: legacyId(refund.id),
      amount: price(each.amount, order),
      amount_set: priceSet(each.amount, order),
      tax_amount: price(each.tax, order),
      tax_amount_set: priceSet(each.tax, order),
      kind: "refund_discrepancy",
      reason: "Refund discrepancy",
    })),
    refund_line_items: refund.lineItems.map((each) => ({
      id: legacyId(each.id),
      line_item_id: legacyId(each.lineItem.id),
      location_id: each.location ? legacyId(each.location.id) : null,
      quantity: each.quantity,
      restock_type: each.restockType.toLowerCase(),
      subtotal: Number(fixed(each.subtotal.shop, order.currency)),
      subtotal_set: priceSet(each.subtotal, order),
      total_tax: Number(fixed(each.totalTax.shop, order.currency)),
      total_tax_set: priceSet(each.totalTax, order),
      line_item: lineItemPayload(each.lineItem),
    })),
    transactions: refund.transactions.map(transactionPayload),
  };
}

export function transactionPayload(transaction: Transaction): Record<string, unknown> {
  const { order, parent } = transaction;
  return {
    id: legacyId(transaction.id),
    admin_graphql_api_id: transaction.id,
    order_id: legacyId(order.id),
    kind: transaction.kind.toLowerCase(),
    gateway: transaction.gateway,
    status: transaction.status.toLowerCase(),
    message: null,
    created_at: transaction.createdAt,
    processed_at: transaction.processedAt,
    test: transaction.test,
    authorization: transaction.authorizationCode,
    parent_id: parent ? legacyId(parent.id) : null,
    location_id: null,
    user_id: null,
    device_id: null,
    error_code: transaction.errorCode,
    source_name: order.sourceName,
    receipt: transaction.receiptJson ?? {},
    amount: fixed(transaction.amount.presentment, order.presentmentCurrency),
    currency: order.presentmentCurrency,
    payment_id: `${order.name}.${order.transactions.indexOf(transaction) + 1}`,
    total_unsettled_set: priceSet(NOTHING, order),
    manual_payment_gateway: transaction.gateway === "manual",
  };
}
