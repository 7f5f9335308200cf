import type { Store } from "../store";
import { ask } from "./ask";
import type { OrderRow, ParcelRow } from "./read-orders";

interface Money {
  presentmentMoney: { amount: string; currencyCode: string };
}

export interface OrderPage extends Omit<OrderRow, "fulfillments" | "shippingAddress"> {
  note: string | null;
  tags: string[];
  cancelReason: string | null;
  closed: boolean;
  currentSubtotalPriceSet: Money;
  currentShippingPriceSet: Money;
  currentTotalTaxSet: Money;
  totalPriceSet: Money;
  totalRefundedSet: Money;
  totalOutstandingSet: Money;
  shippingAddress: { formatted: string[]; phone: string | null } | null;
  lineItems: { nodes: OrderLine[] };
  fulfillments: (ParcelRow & {
    fulfillmentLineItems: {
      nodes: { id: string; quantity: number; lineItem: { id: string; name: string } }[];
    };
    events: { nodes: ParcelEvent[] };
  })[];
  returns: { nodes: ReturnRow[] };
  refunds: { id: string; createdAt: string | null; note: string | null; totalRefundedSet: Money }[];
  transactions: {
    id: string;
    kind: string;
    status: string;
    gateway: string | null;
    processedAt: string | null;
    amountSet: Money;
  }[];
  events: { nodes: { id: string; createdAt: string; message: string; appTitle: string | null }[] };
}

export interface OrderLine {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  currentQuantity: number;
  unfulfilledQuantity: number;
  refundableQuantity: number;
  product: { handle: string; productType: string } | null;
  discountedUnitPriceAfterAllDiscountsSet: Money;
  originalUnitPriceSet: Money;
}

export interface ParcelEvent {
  id: string;
  status: string;
  happenedAt: string;
  message: string | null;
  city: string | null;
}

export interface ReturnRow {
  id: string;
  name: string;
  status: string;
  createdAt: string;
  decline: { reason: string; note: string | null } | null;
  returnLineItems: {
    nodes: {
      id: string;
      quantity: number;
      refundedQuantity: number;
      processedQuantity: number;
      customerNote: string | null;
      returnReasonNote: string;
      fulfillmentLineItem?: { lineItem: { name: string } };
    }[];
  };
  reverseFulfillmentOrders: {
    nodes: {
      id: string;
      status: string;
      reverseDeliveries: {
        nodes: {
          id: string;
          deliverable: {
            label?: { publicFileUrl: string | null } | null;
            tracking?: { carrierName: string | null; number: string | null; url: string | null } | null;
          } | null;
        }[];
      };
    }[];
  };
}

const query = `query OrderPage($id: ID!) {
  order(id: $id) {
    id name createdAt email cancelledAt cancelReason closed note tags statusPageUrl
    displayFinancialStatus displayFulfillmentStatus returnStatus
    customer { id displayName }
    shippingAddress { formatted phone }
    currentSubtotalPriceSet { ...Shown } currentShippingPriceSet { ...Shown } currentTotalTaxSet { ...Shown }
    currentTotalPriceSet { ...Shown } totalPriceSet { ...Shown } totalRefundedSet { ...Shown } totalOutstandingSet { ...Shown }
    lineItems(first: 100) {
      nodes {
        id title variantTitle sku quantity currentQuantity unfulfilledQuantity refundableQuantity
        product { handle productType }
        originalUnitPriceSet { ...Shown } discountedUnitPriceAfterAllDiscountsSet { ...Shown }
      }
    }
    fulfillments(first: 20) {
      id name status displayStatus createdAt deliveredAt estimatedDeliveryAt
      trackingInfo(first: 5) { company number url }
      fulfillmentLineItems(first: 50) { nodes { id quantity lineItem { id name } } }
      events(first: 30, sortKey: HAPPENED_AT, reverse: true) { nodes { id status happenedAt message city } }
    }
    returns(first: 20) { nodes { ...ReturnRow } }
    refunds(first: 20) { id createdAt note totalRefundedSet { ...Shown } }
    transactions(first: 30) { id kind status gateway processedAt amountSet { ...Shown } }
    events(first: 60, sortKey: CREATED_AT, reverse: true) { nodes { id createdAt message appTitle } }
  }
}
fragment ReturnRow on Return {
  id name status createdAt
  decline { reason note }
  returnLineItems(first: 50) {
    nodes {
      id quantity refundedQuantity processedQuantity customerNote returnReasonNote
      ... on ReturnLineItem { fulfillmentLineItem { lineItem { name } } }
    }
  }
  reverseFulfillmentOrders(first: 10) {
    nodes {
      id status
      reverseDeliveries(first: 10) {
        nodes {
          id
          deliverable { ... on ReverseDeliveryShippingDeliverable { label { publicFileUrl } tracking { carrierName number url } } }
        }
      }
    }
  }
}
fragment Shown on MoneyBag { presentmentMoney { amount currencyCode } }`;

/** All there is to see about one order. */
export async function readOrder(store: Store, shop: string, id: string): Promise<OrderPage | undefined> {
  const { order } = await ask<{ order: OrderPage | null }>(store, shop, query, { id });
  return order ?? undefined;
}
