import type {
  ExchangeLine,
  Return,
  ReturnLine,
  ReverseDelivery,
  ReverseFulfillmentOrder,
} from "../returns/model";
import { legacyId } from "../state/ids";
import { priceSet } from "./money-payload";

function ref(record: { id: string }) {
  return { id: legacyId(record.id), admin_graphql_api_id: record.id };
}

export function returnPayload(each: Return): Record<string, unknown> {
  return {
    ...ref(each),
    status: each.status.toLowerCase(),
    name: each.name,
    order: ref(each.order),
    created_at: each.createdAt,
    closed_at: each.closedAt,
    total_return_line_items: each.lineItems.length,
    total_exchange_line_items: each.exchangeLineItems.length,
    return_line_items: each.lineItems.map(returnLine),
    exchange_line_items: each.exchangeLineItems.map(exchangeLine),
    return_shipping_fees: each.shippingFees.map((fee) => ({
      ...ref(fee),
      price: priceSet(fee.amount, each.order),
    })),
    ...(each.decline
      ? { decline: { reason: each.decline.reason.toLowerCase(), note: each.decline.note } }
      : {}),
  };
}

function returnLine(line: ReturnLine): Record<string, unknown> {
  return {
    ...ref(line),
    fulfillment_line_item: { ...ref(line.fulfillmentLine), line_item: ref(line.fulfillmentLine.lineItem) },
    quantity: line.quantity,
    processed_quantity: line.processedQuantity,
    refunded_quantity: line.refundedQuantity,
    return_reason: line.reason.toLowerCase(),
    return_reason_note: line.reasonNote,
    return_reason_definition: line.definition
      ? { ...ref(line.definition), handle: line.definition.handle, name: line.definition.name }
      : null,
    customer_note: line.customerNote,
    restocking_fee: line.restockingFee
      ? {
          ...ref(line.restockingFee),
          percentage: line.restockingFee.percentage,
          amount: priceSet(line.restockingFee.amount, line.return.order),
        }
      : null,
  };
}

function exchangeLine(line: ExchangeLine): Record<string, unknown> {
  const [added] = line.lineItems;
  return {
    ...ref(line),
    quantity: line.quantity,
    processed_quantity: line.processedQuantity,
    variant_id: line.variant ? legacyId(line.variant.id) : null,
    line_item: added ? ref(added) : null,
  };
}

export function reverseDeliveryPayload(delivery: ReverseDelivery): Record<string, unknown> {
  const { reverseFulfillmentOrder: reverse, label, tracking } = delivery;
  return {
    ...ref(delivery),
    reverse_fulfillment_order: ref(reverse),
    return: ref(reverse.return),
    order: ref(reverse.order),
    shipping_deliverable: {
      label: label
        ? { public_file_url: label.publicFileUrl, created_at: label.createdAt, updated_at: label.updatedAt }
        : null,
      tracking: tracking
        ? { carrier_name: tracking.carrierName, number: tracking.number, url: tracking.url }
        : null,
    },
    reverse_delivery_line_items: delivery.lineItems.map((line) => ({
      ...ref(line),
      quantity: line.quantity,
      reverse_fulfillment_order_line_item: ref(line.line),
    })),
  };
}

export function dispositionPayload(reverse: ReverseFulfillmentOrder): Record<string, unknown> {
  return {
    ...ref(reverse),
    status: reverse.status.toLowerCase(),
    return: ref(reverse.return),
    order: ref(reverse.order),
    reverse_fulfillment_order_line_items: reverse.lineItems.map((line) => ({
      ...ref(line),
      total_quantity: line.totalQuantity,
      fulfillment_line_item: ref(line.returnLine.fulfillmentLine),
      dispositions: line.dispositions.map((each) => ({
        ...ref(each),
        type: each.type.toLowerCase(),
        quantity: each.quantity,
        location_id: each.location ? legacyId(each.location.id) : null,
        created_at: each.createdAt,
      })),
    })),
  };
}
