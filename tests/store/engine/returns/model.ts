import type { FulfillmentLine } from "../fulfillments/model";
import type { LineItem, Order, Refund } from "../orders/model";
import type { Location, Variant } from "../state/model";
import type { Bag } from "../state/money";
import type { Instant } from "../state/time";
import type { ReasonDefinition } from "./reasons";

export type ReturnStatus = "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";

export interface Return {
  __typename: "Return";
  id: string;
  name: string;
  order: Order;
  status: ReturnStatus;
  createdAt: Instant;
  requestApprovedAt: Instant | null;
  closedAt: Instant | null;
  decline: { reason: string; note: string | null } | null;
  lineItems: ReturnLine[];
  exchangeLineItems: ExchangeLine[];
  shippingFees: ReturnFee[];
  reverseFulfillmentOrders: ReverseFulfillmentOrder[];
  refunds: Refund[];
}

export interface ReturnFee {
  __typename: "ReturnShippingFee" | "RestockingFee";
  id: string;
  order: Order;
  amount: Bag;
  percentage: number | null;
}

export interface ReturnLine {
  __typename: "ReturnLineItem";
  id: string;
  return: Return;
  fulfillmentLine: FulfillmentLine;
  quantity: number;
  processedQuantity: number;
  refundedQuantity: number;
  customerNote: string | null;
  reason: string;
  reasonNote: string;
  definition: ReasonDefinition | null;
  restockingFee: ReturnFee | null;
}

export interface ExchangeLine {
  __typename: "ExchangeLineItem";
  id: string;
  return: Return;
  variant: Variant | null;
  quantity: number;
  processedQuantity: number;
  unitPrice: Bag;
  discount: Bag;
  discountTitle: string | null;
  lineItems: LineItem[];
}

export interface ReverseFulfillmentOrder {
  __typename: "ReverseFulfillmentOrder";
  id: string;
  return: Return;
  order: Order;
  status: "OPEN" | "CLOSED" | "CANCELED";
  lineItems: ReverseFulfillmentOrderLine[];
  reverseDeliveries: ReverseDelivery[];
}

export interface ReverseFulfillmentOrderLine {
  __typename: "ReverseFulfillmentOrderLineItem";
  id: string;
  reverseFulfillmentOrder: ReverseFulfillmentOrder;
  returnLine: ReturnLine;
  totalQuantity: number;
  dispositions: Disposition[];
}

export interface Disposition {
  __typename: "ReverseFulfillmentOrderDisposition";
  id: string;
  type: string;
  quantity: number;
  location: Location | null;
  createdAt: Instant;
}

export interface ReverseDelivery {
  __typename: "ReverseDelivery";
  id: string;
  reverseFulfillmentOrder: ReverseFulfillmentOrder;
  lineItems: {
    __typename: "ReverseDeliveryLineItem";
    id: string;
    quantity: number;
    line: ReverseFulfillmentOrderLine;
  }[];
  label: { publicFileUrl: string | null; createdAt: Instant; updatedAt: Instant } | null;
  tracking: { number: string | null; url: string | null; carrierName: string | null } | null;
}
