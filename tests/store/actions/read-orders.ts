import type { Store } from "../store";
import { ask } from "./ask";

export interface OrderRow {
  id: string;
  name: string;
  createdAt: string;
  email: string | null;
  cancelledAt: string | null;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  returnStatus: string;
  statusPageUrl: string;
  customer: { id: string; displayName: string } | null;
  shippingAddress: { name: string | null; countryCodeV2: string | null } | null;
  currentTotalPriceSet: { presentmentMoney: { amount: string; currencyCode: string } };
  fulfillments: ParcelRow[];
}

export interface ParcelRow {
  id: string;
  name: string;
  status: string;
  displayStatus: string | null;
  createdAt: string;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  trackingInfo: { company: string | null; number: string | null; url: string | null }[];
}

const row = `fragment Row on Order {
  id name createdAt email cancelledAt displayFinancialStatus displayFulfillmentStatus returnStatus statusPageUrl
  customer { id displayName }
  shippingAddress { name countryCodeV2 }
  currentTotalPriceSet { presentmentMoney { amount currencyCode } }
  fulfillments(first: 20) {
    id name status displayStatus createdAt deliveredAt estimatedDeliveryAt
    trackingInfo(first: 5) { company number url }
  }
}`;

/** The newest orders first; `query` is Shopify's own search syntax. */
export async function listOrders(store: Store, shop: string, query = "", first = 50): Promise<OrderRow[]> {
  const { orders } = await ask<{ orders: { nodes: OrderRow[] } }>(
    store,
    shop,
    `query PanelOrders($first: Int!, $query: String) {
      orders(first: $first, query: $query, sortKey: CREATED_AT, reverse: true) { nodes { ...Row } }
    } ${row}`,
    { first, query: query || null },
  );
  return orders.nodes;
}
