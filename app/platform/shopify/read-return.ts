import { numberOf } from "~/values/ids";
import type { ReturnStateFragment } from "./generated";
import type { ShopifyRefund, ShopifyReturn } from "./nouns";
import { pair } from "./read-order";

const STATUS: Record<string, ShopifyReturn["status"]> = {
  REQUESTED: "requested",
  OPEN: "open",
  DECLINED: "declined",
  CANCELED: "cancelled",
  CLOSED: "closed",
};

/** Shopify's ReturnStatus in our spelling; one it adds later is read as open. */
export const readReturnStatus = (status: string): ShopifyReturn["status"] => STATUS[status] ?? "open";

/** The Admin API's return in our words. */
export function readReturn(one: ReturnStateFragment): ShopifyReturn {
  return {
    id: numberOf(one.id),
    name: one.name,
    orderId: numberOf(one.order.id),
    status: readReturnStatus(one.status),
    createdAt: new Date(one.createdAt),
    decline: one.decline ? { reason: one.decline.reason, note: one.decline.note ?? null } : null,
    lines: one.returnLineItems.nodes.map((line) => ({
      id: numberOf(line.id),
      fulfilmentLineId: "fulfillmentLineItem" in line ? numberOf(line.fulfillmentLineItem.id) : null,
      quantity: line.quantity,
      processed: line.processedQuantity,
      refunded: line.refundedQuantity,
      reason: line.returnReasonDefinition?.handle ?? null,
      note: line.customerNote || line.returnReasonNote || null,
    })),
    exchangeLines: one.exchangeLineItems.nodes.map((line) => readExchangeLine(line, one.order.taxesIncluded)),
    reverseOrders: one.reverseFulfillmentOrders.nodes.map((order) => ({
      gid: order.id,
      labelledDeliveryId: labelledDelivery(order.reverseDeliveries.nodes),
      lines: order.lineItems.nodes.map((line) => ({
        gid: line.id,
        fulfilmentLineId: line.fulfillmentLineItem ? numberOf(line.fulfillmentLineItem.id) : null,
        quantity: line.totalQuantity,
        disposed: line.dispositions.reduce((sum, each) => sum + each.quantity, 0),
      })),
    })),
    refunds: one.refunds.nodes.map(readRefund),
  };
}

type ExchangeLine = ReturnStateFragment["exchangeLineItems"]["nodes"][number];

function readExchangeLine(
  line: ExchangeLine,
  taxesIncluded: boolean,
): ShopifyReturn["exchangeLines"][number] {
  const sold = line.lineItems ?? [];
  const title = [sold[0]?.title, sold[0]?.variantTitle].filter(Boolean).join(", ");
  const taxOf = (item: (typeof sold)[number]) =>
    taxesIncluded ? 0n : item.taxLines.reduce((sum, tax) => sum + pair(tax.priceSet).presentment.amount, 0n);
  return {
    id: numberOf(line.id),
    variantId: line.variantId ? numberOf(line.variantId) : null,
    quantity: line.quantity,
    processed: line.processedQuantity,
    title: title || null,
    value: sold.reduce(
      (sum, item) => sum + pair(item.discountedTotalSet).presentment.amount + taxOf(item),
      0n,
    ),
  };
}

type Delivery =
  ReturnStateFragment["reverseFulfillmentOrders"]["nodes"][number]["reverseDeliveries"]["nodes"][number];

function labelledDelivery(deliveries: readonly Delivery[]): string | null {
  const labelled = deliveries.find(
    ({ deliverable }) => deliverable && "label" in deliverable && deliverable.label,
  );
  return labelled ? numberOf(labelled.id) : null;
}

/** How Shopify calls store credit among the ways to pay. */
const STORE_CREDIT = "shopify_store_credit";

type RefundState = ReturnStateFragment["refunds"]["nodes"][number];

/** The Admin API's refund in our words. */
export const readRefund = (refund: RefundState): ShopifyRefund => ({
  id: numberOf(refund.id),
  at: new Date(refund.createdAt ?? 0),
  amount: pair(refund.totalRefundedSet).presentment,
  credit: refund.transactions.nodes
    .filter((each) => each.gateway === STORE_CREDIT && each.status === "SUCCESS")
    .reduce((sum, each) => sum + pair(each.amountSet).presentment.amount, 0n),
  note: refund.note || null,
  lines: refund.refundLineItems.nodes.map((line) => ({
    orderLineId: numberOf(line.lineItem.id),
    quantity: line.quantity,
    subtotal: pair(line.subtotalSet).presentment.amount,
    tax: pair(line.totalTaxSet).presentment.amount,
  })),
});
