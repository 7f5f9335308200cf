import type { LineItem, Order, ShippingLine } from "../orders/model";
import { financialStatus, gatewayNames, outstanding } from "../orders/payments";
import { currentQuantity, fulfilledQuantity, unfulfilledQuantity } from "../orders/quantities";
import { fulfillmentStatus } from "../orders/statuses";
import * as totals from "../orders/totals";
import { taxLinesOf } from "../orders/views";
import { legacyId } from "../state/ids";
import type { TaxLine } from "../state/model";
import { type Bag, type Currencies, fixed, minus, NOTHING, plus, times } from "../state/money";
import { addressPayload, orderCustomerPayload } from "./customer-payload";
import { fulfillmentPayload } from "./fulfillment-payload";
import { price, priceSet } from "./money-payload";
import { refundPayload } from "./refund-payload";

/** A pair of fields REST always sends together. */
function pair(name: string, bag: Bag, currencies: Currencies) {
  return { [name]: price(bag, currencies), [`${name}_set`]: priceSet(bag, currencies) };
}

export function orderPayload(order: Order): Record<string, unknown> {
  return { ...identity(order), ...amounts(order), ...parts(order) };
}

function identity(order: Order): Record<string, unknown> {
  return {
    id: legacyId(order.id),
    admin_graphql_api_id: order.id,
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: order.customer?.emailMarketingState === "SUBSCRIBED",
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: order.cancelledAt,
    cart_token: null,
    checkout_id: null,
    checkout_token: null,
    client_details: null,
    closed_at: order.closedAt,
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: order.email,
    created_at: order.createdAt,
    currency: order.currency,
    customer_locale: order.customerLocale,
    device_id: null,
    duties_included: false,
    email: order.email ?? "",
    estimated_taxes: false,
    financial_status: financialStatus(order)?.toLowerCase() ?? null,
    fulfillment_status: restFulfillmentStatus(order),
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    payment_gateway_names: gatewayNames(order),
    phone: order.phone,
    po_number: order.poNumber,
    presentment_currency: order.presentmentCurrency,
    processed_at: order.processedAt,
    reference: null,
    referring_site: null,
    source_identifier: order.sourceIdentifier,
    source_name: order.sourceName,
    source_url: null,
    tags: order.tags.join(", "),
    tax_exempt: order.customer?.taxExempt ?? false,
    taxes_included: order.taxesIncluded,
    test: order.test,
    token: order.token,
    updated_at: order.updatedAt,
    user_id: null,
  };
}

function amounts(order: Order): Record<string, unknown> {
  const lineItems = plus(...totals.boughtLines(order).map(totals.originalTotal));
  return {
    ...pair("current_subtotal_price", totals.currentSubtotal(order), order),
    ...pair("current_total_discounts", totals.currentDiscounts(order), order),
    ...pair("current_total_price", totals.currentTotal(order), order),
    ...pair("current_total_tax", totals.currentTax(order), order),
    current_shipping_price_set: priceSet(totals.currentShipping(order), order),
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    ...pair("subtotal_price", totals.subtotal(order), order),
    total_cash_rounding_payment_adjustment_set: priceSet(NOTHING, order),
    total_cash_rounding_refund_adjustment_set: priceSet(NOTHING, order),
    ...pair("total_discounts", totals.totalDiscounts(order), order),
    ...pair("total_line_items_price", lineItems, order),
    total_outstanding: price(outstanding(order), order),
    ...pair("total_price", totals.totalPrice(order), order),
    total_shipping_price_set: priceSet(totals.shippingTotal(order), order),
    ...pair("total_tax", totals.totalTax(order), order),
    total_tip_received: fixed(0, order.currency),
    total_weight: order.lineItems.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0),
  };
}

function parts(order: Order): Record<string, unknown> {
  return {
    billing_address: addressPayload(order.billingAddress),
    customer: order.customer ? orderCustomerPayload(order.customer, order.currency) : null,
    discount_codes: order.discounts.map((each) => ({
      code: each.code,
      amount: price(each.amount, order),
      type: each.kind === "fixed" ? "fixed_amount" : each.kind,
    })),
    discount_applications: order.discounts.map((each) => ({
      target_type: each.targetType.toLowerCase(),
      type: each.code ? "discount_code" : "manual",
      value: String(each.percentage ?? price(each.amount, order)),
      value_type: each.percentage === null ? "fixed_amount" : "percentage",
      allocation_method: "across",
      target_selection: "all",
      code: each.code,
    })),
    fulfillments: order.fulfillments.map(fulfillmentPayload),
    line_items: order.lineItems.map(lineItemPayload),
    payment_terms: null,
    refunds: order.refunds.map(refundPayload),
    shipping_address: addressPayload(order.shippingAddress),
    shipping_lines: order.shippingLines.map((line) => shippingLinePayload(line, order)),
    tax_lines: taxLinesOf(order).map((line) => taxLinePayload(line, order)),
  };
}

export function lineItemPayload(line: LineItem): Record<string, unknown> {
  const { order } = line;
  return {
    id: legacyId(line.id),
    admin_graphql_api_id: line.id,
    attributed_staffs: [],
    current_quantity: currentQuantity(line),
    fulfillable_quantity: unfulfilledQuantity(line),
    fulfillment_service: "manual",
    fulfillment_status: lineFulfillmentStatus(line),
    gift_card: line.isGiftCard,
    grams: line.weightGrams,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    price: price(line.unitPrice, order),
    price_set: priceSet(line.unitPrice, order),
    product_exists: line.product !== null,
    product_id: line.product ? legacyId(line.product.id) : null,
    properties: line.customAttributes.map(({ key, value }) => ({ name: key, value })),
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: price(totals.lineLevelDiscountOf(line), order),
    total_discount_set: priceSet(totals.lineLevelDiscountOf(line), order),
    variant_id: line.variant ? legacyId(line.variant.id) : null,
    variant_inventory_management: line.variant?.inventoryItem.tracked ? "shopify" : null,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: line.taxLines.map((each) => taxLinePayload(each, order)),
    duties: [],
    discount_allocations: line.discountAllocations.map(({ discount, amount }) => ({
      amount: price(amount, order),
      amount_set: priceSet(amount, order),
      discount_application_index: Math.max(0, order.discounts.indexOf(discount)),
    })),
  };
}

function taxLinePayload(line: TaxLine, currencies: Currencies) {
  return {
    channel_liable: line.channelLiable,
    price: price(line.price, currencies),
    price_set: priceSet(line.price, currencies),
    rate: line.rate,
    title: line.title,
  };
}

function shippingLinePayload(line: ShippingLine, order: Order) {
  const discounted = minus(line.price, line.discount);
  return {
    id: legacyId(line.id),
    carrier_identifier: null,
    code: line.code,
    current_discounted_price_set: priceSet(discounted, order),
    discounted_price: price(discounted, order),
    discounted_price_set: priceSet(discounted, order),
    is_removed: line.isRemoved,
    phone: null,
    price: price(line.price, order),
    price_set: priceSet(times(line.price, 1), order),
    requested_fulfillment_service_id: null,
    source: line.source,
    title: line.title,
    tax_lines: line.taxLines.map((each) => taxLinePayload(each, order)),
    discount_allocations: [],
  };
}

function restFulfillmentStatus(order: Order): string | null {
  const status = fulfillmentStatus(order);
  if (status === "FULFILLED") return "fulfilled";
  return status === "PARTIALLY_FULFILLED" ? "partial" : null;
}

function lineFulfillmentStatus(line: LineItem): string | null {
  if (fulfilledQuantity(line) === 0) return null;
  return unfulfilledQuantity(line) === 0 ? "fulfilled" : "partial";
}
