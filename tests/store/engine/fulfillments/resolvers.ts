import { type ConnectionArgs, connection, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { discountedTotal, forUnits, originalTotal } from "../orders/totals";
import { legacyId } from "../state/ids";
import { moneyBag, times } from "../state/money";
import { displayStatus, estimatedDeliveryAt, happenedAt, history } from "./events";
import type {
  Fulfillment,
  FulfillmentHold,
  FulfillmentLine,
  FulfillmentOrder,
  FulfillmentOrderLine,
} from "./model";
import { supportedActions } from "./open";
import { manualService } from "./service";

interface EventArgs extends ConnectionArgs {
  sortKey?: string | null;
}

export const fulfillmentResolvers: ResolverMap = {
  Fulfillment: resolversOf<Fulfillment>({
    displayStatus,
    legacyResourceId: (fulfillment) => String(legacyId(fulfillment.id)),
    inTransitAt: (fulfillment) => happenedAt(fulfillment, "IN_TRANSIT"),
    deliveredAt: (fulfillment) => happenedAt(fulfillment, "DELIVERED"),
    estimatedDeliveryAt,
    totalQuantity: (fulfillment) => fulfillment.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    requiresShipping: (fulfillment) => fulfillment.lineItems.some((line) => line.lineItem.requiresShipping),
    service: (_, __: never, { shop }: Context) => manualService(shop),
    trackingInfo: (fulfillment, { first }: { first?: number | null }) =>
      fulfillment.tracking.slice(0, first ?? undefined),
    fulfillmentLineItems: (fulfillment, args: ConnectionArgs) => nodeConnection(fulfillment.lineItems, args),
    fulfillmentOrders: (fulfillment, args: ConnectionArgs) => nodeConnection(ordersOf(fulfillment), args),
    events: (fulfillment, args: EventArgs) =>
      args.sortKey === "ID"
        ? nodeConnection(fulfillment.events, args)
        : connection(history(fulfillment), args, {
            id: (event) => event.id,
            value: (event) => sqlTime(event.happenedAt),
          }),
  }),
  FulfillmentLineItem: resolversOf<FulfillmentLine>({
    originalTotalSet: (line) =>
      moneyBag(forUnits(originalTotal(line.lineItem), line.quantity, line.lineItem), line.lineItem.order),
    discountedTotalSet: (line) =>
      moneyBag(forUnits(discountedTotal(line.lineItem), line.quantity, line.lineItem), line.lineItem.order),
  }),
  FulfillmentOrder: resolversOf<FulfillmentOrder>({
    assignedLocation: (order) => assignedLocation(order),
    destination: (order) => destination(order),
    supportedActions: (order) => supportedActions(order).map((action) => ({ action, externalUrl: null })),
    fulfillmentHolds: (order) => order.holds,
    lineItems: (order, args: ConnectionArgs) => nodeConnection(order.lineItems, args),
    fulfillments: (order, args: ConnectionArgs) =>
      nodeConnection(
        order.order.fulfillments.filter((each) => ordersOf(each).includes(order)),
        args,
      ),
    orderId: (order) => order.order.id,
    orderName: (order) => order.order.name,
    orderProcessedAt: (order) => order.order.processedAt,
    internationalDuties: () => null,
  }),
  FulfillmentOrderLineItem: resolversOf<FulfillmentOrderLine>({
    productTitle: (line) => line.lineItem.title,
    variantTitle: (line) => line.lineItem.variantTitle,
    sku: (line) => line.lineItem.sku,
    vendor: (line) => line.lineItem.vendor,
    requiresShipping: (line) => line.lineItem.requiresShipping,
    variant: (line) => line.lineItem.variant,
    image: () => null,
    inventoryItemId: (line) => line.lineItem.variant?.inventoryItem.id ?? null,
    originalUnitPriceSet: (line) => moneyBag(times(line.lineItem.unitPrice, 1), line.lineItem.order),
    weight: (line) => ({ unit: "GRAMS", value: line.lineItem.weightGrams }),
  }),
  FulfillmentHold: resolversOf<FulfillmentHold>({
    displayReason: (hold) => displayReason(hold.reason),
    heldByApp: () => null,
  }),
};

function ordersOf(fulfillment: Fulfillment): FulfillmentOrder[] {
  const orders = fulfillment.lineItems.map((line) => line.orderLine?.fulfillmentOrder);
  return [...new Set(orders.filter((order) => order !== undefined))];
}

function assignedLocation({ location }: FulfillmentOrder) {
  const { address } = location;
  return {
    name: location.name,
    location,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    countryCode: address.countryCode,
    phone: address.phone,
    province: address.province,
    zip: address.zip,
  };
}

function destination({ destination: address, order, destinationId }: FulfillmentOrder) {
  if (!address) return null;
  return {
    ...address,
    id: destinationId,
    email: order.email,
    countryCode: address.countryCodeV2,
    location: null,
  };
}

function displayReason(reason: string): string {
  const words = reason.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Cursors remember times the way the database writes them. */
function sqlTime(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)}.000000`;
}
