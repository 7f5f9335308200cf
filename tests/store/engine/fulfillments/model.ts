import type { LineItem, Order } from "../orders/model";
import type { Address, Location } from "../state/model";
import type { Instant } from "../state/time";

export interface FulfillmentOrder {
  __typename: "FulfillmentOrder";
  id: string;
  order: Order;
  status: string;
  requestStatus: string;
  location: Location;
  createdAt: Instant;
  updatedAt: Instant;
  fulfillAt: Instant | null;
  fulfillBy: Instant | null;
  destination: Address | null;
  destinationId: string;
  deliveryMethod: DeliveryMethod | null;
  lineItems: FulfillmentOrderLine[];
  holds: FulfillmentHold[];
  progressReported: boolean;
}

export interface FulfillmentOrderLine {
  __typename: "FulfillmentOrderLineItem";
  id: string;
  fulfillmentOrder: FulfillmentOrder;
  lineItem: LineItem;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface DeliveryMethod {
  __typename: "DeliveryMethod";
  id: string;
  methodType: string;
  presentedName: string | null;
  serviceCode: string | null;
  minDeliveryDateTime: Instant | null;
  maxDeliveryDateTime: Instant | null;
}

export interface FulfillmentHold {
  __typename: "FulfillmentHold";
  id: string;
  reason: string;
  reasonNotes: string | null;
  handle: string;
  heldByRequestingApp: boolean;
}

export interface Fulfillment {
  __typename: "Fulfillment";
  id: string;
  name: string;
  order: Order;
  status: string;
  createdAt: Instant;
  updatedAt: Instant;
  location: Location;
  originAddress: Record<string, string | null> | null;
  tracking: { company: string | null; number: string | null; url: string | null }[];
  lineItems: FulfillmentLine[];
  events: FulfillmentEvent[];
}

export interface FulfillmentLine {
  __typename: "FulfillmentLineItem";
  id: string;
  fulfillment: Fulfillment;
  lineItem: LineItem;
  orderLine: FulfillmentOrderLine | null;
  quantity: number;
}

export interface FulfillmentEvent {
  __typename: "FulfillmentEvent";
  id: string;
  status: string;
  message: string | null;
  happenedAt: Instant;
  createdAt: Instant;
  estimatedDeliveryAt: Instant | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
}
