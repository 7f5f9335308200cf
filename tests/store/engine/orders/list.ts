import { displayName } from "../customers/customers";
import { type ConnectionArgs, connection } from "../graphql/connection";
import type { Context } from "../graphql/resolvers";
import { numericId } from "../state/ids";
import { orderedMatches, search, type Term, textMatches, timeMatches } from "../state/search";
import type { Order } from "./model";
import { financialStatus } from "./payments";
import { fulfillmentStatus, returnStatus } from "./statuses";
import { currentTotal } from "./totals";

interface Args extends ConnectionArgs {
  query?: string | null;
  sortKey?: string | null;
}

export function orders(_: unknown, args: Args, { shop }: Context) {
  return listed(shop.orders, args);
}

export function ordersCount(
  _: unknown,
  { query, limit }: { query?: string | null; limit?: number | null },
  { shop }: Context,
) {
  const count = search(shop.orders, query, matches).length;
  const isCapped = limit != null && count > limit;
  return { count: isCapped ? limit : count, precision: isCapped ? "AT_LEAST" : "EXACT" };
}

export function listed(list: readonly Order[], args: Args) {
  const sortKey = args.sortKey ?? "PROCESSED_AT";
  const found = search(list, args.query, matches);
  const value = (order: Order) => sortValue(order, sortKey);
  found.sort((one, other) => compare(value(one), value(other)) || one.number - other.number);
  return connection(found, args, { id: (order) => order.id, value });
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sortValue(order: Order, key: string): string | number {
  switch (key) {
    case "CREATED_AT":
      return order.createdAt;
    case "UPDATED_AT":
      return order.updatedAt;
    case "ORDER_NUMBER":
      return order.number;
    case "ID":
      return Number(numericId(order.id));
    case "TOTAL_PRICE":
    case "CURRENT_TOTAL_PRICE":
      return currentTotal(order).shop;
    case "CUSTOMER_NAME":
      return order.customer ? displayName(order.customer) : "";
    case "FINANCIAL_STATUS":
      return financialStatus(order) ?? "";
    case "FULFILLMENT_STATUS":
      return fulfillmentStatus(order);
    default:
      return order.processedAt;
  }
}

/** `name:#1001` finds the order whether or not the hash is written. */
function nameMatches(order: Order, term: Term): boolean {
  return textMatches(order.name, term) || textMatches(order.name.replace(/^#/, ""), term);
}

function matches(order: Order, term: Term): boolean {
  switch (term.field) {
    case "name":
      return nameMatches(order, term);
    case "email":
      return textMatches(order.email, term);
    case "customer_id":
      return order.customer !== null && numericId(order.customer.id) === term.value;
    case "confirmation_number":
      return textMatches(order.confirmationNumber, term);
    case "id":
      return orderedMatches(Number(numericId(order.id)), term, Number(numericId(term.value)));
    case "created_at":
      return timeMatches(order.createdAt, term);
    case "updated_at":
      return timeMatches(order.updatedAt, term);
    case "processed_at":
      return timeMatches(order.processedAt, term);
    case "financial_status":
      return textMatches(financialStatus(order), term);
    case "fulfillment_status":
      return fulfillmentMatches(order, term);
    case "return_status":
      return textMatches(returnStatus(order), term);
    case "status":
      return statusMatches(order, term);
    case "tag":
      return order.tags.some((tag) => textMatches(tag, term));
    case "tag_not":
      return !order.tags.some((tag) => textMatches(tag, term));
    case "test":
      return textMatches(String(order.test), term);
    case "sku":
      return order.lineItems.some((line) => textMatches(line.sku, term));
    case null:
      return anywhere(order, term);
    default:
      // Shopify warns about a filter it does not know and goes on without it.
      return true;
  }
}

function fulfillmentMatches(order: Order, term: Term): boolean {
  const status = fulfillmentStatus(order);
  if (term.value.toLowerCase() === "shipped") return status === "FULFILLED";
  if (term.value.toLowerCase() === "partial") return status === "PARTIALLY_FULFILLED";
  return textMatches(status, term);
}

function statusMatches(order: Order, term: Term): boolean {
  switch (term.value.toLowerCase()) {
    case "open":
      return !order.closedAt && !order.cancelledAt;
    case "closed":
      return Boolean(order.closedAt);
    case "cancelled":
      return Boolean(order.cancelledAt);
    case "not_closed":
      return !order.closedAt;
    default:
      return true;
  }
}

function anywhere(order: Order, term: Term): boolean {
  const { customer, shippingAddress } = order;
  const texts = [
    order.email,
    customer ? displayName(customer) : null,
    shippingAddress?.zip,
    shippingAddress?.lastName,
    ...order.lineItems.map((line) => line.title),
  ];
  return (
    nameMatches(order, term) || texts.some((text) => text?.toLowerCase().includes(term.value.toLowerCase()))
  );
}
