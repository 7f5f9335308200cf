import { displayStatus } from "../fulfillments/events";
import type { Fulfillment, FulfillmentEvent } from "../fulfillments/model";
import { legacyId } from "../state/ids";
import type { ShopState } from "../state/shop";
import { addressPayload } from "./customer-payload";
import { lineItemPayload } from "./order-payload";

export function fulfillmentPayload(fulfillment: Fulfillment): Record<string, unknown> {
  const { order, tracking } = fulfillment;
  const urls = tracking.map((each) => each.url).filter(Boolean);
  const numbers = tracking.map((each) => each.number).filter(Boolean);
  return {
    id: legacyId(fulfillment.id),
    admin_graphql_api_id: fulfillment.id,
    order_id: legacyId(order.id),
    name: `${order.name}.${order.fulfillments.indexOf(fulfillment) + 1}`,
    status: fulfillment.status.toLowerCase(),
    service: "manual",
    shipment_status: fulfillment.events.length > 0 ? displayStatus(fulfillment).toLowerCase() : null,
    created_at: fulfillment.createdAt,
    updated_at: fulfillment.updatedAt,
    location_id: legacyId(fulfillment.location.id),
    origin_address: fulfillment.originAddress,
    email: order.email,
    destination: addressPayload(order.shippingAddress),
    tracking_company: tracking[0]?.company ?? null,
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    receipt: {},
    line_items: fulfillment.lineItems.map((line) => ({
      ...lineItemPayload(line.lineItem),
      quantity: line.quantity,
      fulfillment_line_item_id: legacyId(line.id),
    })),
  };
}

export function fulfillmentEventPayload(
  shop: ShopState,
  fulfillment: Fulfillment,
  event: FulfillmentEvent,
): Record<string, unknown> {
  return {
    id: legacyId(event.id),
    admin_graphql_api_id: event.id,
    fulfillment_id: legacyId(fulfillment.id),
    order_id: legacyId(fulfillment.order.id),
    shop_id: legacyId(shop.id),
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: event.happenedAt,
    estimated_delivery_at: event.estimatedDeliveryAt,
    created_at: event.createdAt,
    updated_at: event.createdAt,
    address1: event.address1,
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    latitude: event.latitude,
    longitude: event.longitude,
  };
}
