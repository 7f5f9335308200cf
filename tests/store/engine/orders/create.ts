import { makeAddress } from "../customers/addresses";
import { createCustomer, customerByEmail, customerByPhone, sortedTags } from "../customers/customers";
import { fulfillAtOnce } from "../fulfillments/create";
import { openFulfillmentOrders } from "../fulfillments/open";
import { isAtLeast } from "../graphql/api-version";
import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { bagFromInput } from "../state/exchange-rates";
import type { Customer } from "../state/model";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";
import { orderPayload } from "../webhooks/order-payload";
import type { OrderCreateInput, OrderCreateOptions } from "./create-input";
import { addLine, addShippingLine, applyDiscountCode, spreadTaxes } from "./create-lines";
import { claimInventory } from "./inventory";
import type { Order } from "./model";
import { emptyOrder } from "./new-order";
import { financialStatus } from "./payments";
import { note } from "./timeline";
import { addTransaction } from "./transactions";

interface Args {
  order: OrderCreateInput;
  options?: OrderCreateOptions | null;
}

export function orderCreate(_: unknown, { order: input, options }: Args, context: Context) {
  const errors = inputErrors(input, context);
  if (errors.length > 0) return { order: null, userErrors: errors };
  const order = compose(input, context.shop);
  placeOrder(order, options ?? {}, input, context.shop);
  return { order, userErrors: [] };
}

function inputErrors(input: OrderCreateInput, { shop, version }: Context): UserError[] {
  const invalid = (field: string[], message: string, code = "INVALID") => [userError(field, message, code)];
  const lines = input.lineItems ?? [];
  if (lines.length === 0)
    return invalid(["order", "lineItems"], "Line items must have at least one line item");
  const processedAt = instantOf(input.processedAt);
  if (processedAt && processedAt > shop.now() && !isAtLeast(version, "2026-07")) {
    return invalid(["order", "processedAt"], "Processed at must be in the past", "PROCESSED_AT_INVALID");
  }
  if (input.customerId && input.customer) {
    const message = "Only one of customer_id or customer can be provided";
    return invalid(["order"], message, "REDUNDANT_CUSTOMER_FIELDS");
  }
  for (const [index, line] of lines.entries()) {
    const field = ["order", "lineItems", String(index)];
    if (line.quantity < 1) return invalid([...field, "quantity"], "Quantity must be greater than 0");
    const isKnown = Boolean(line.variantId && shop.variant(line.variantId));
    if (!isKnown && !line.title?.trim()) return invalid([...field, "title"], "Title can't be blank");
  }
  const rateless = missingRate(input);
  if (rateless) return invalid(rateless, "Tax line rate is missing", "TAX_LINE_RATE_MISSING");
  const associated = input.customer?.toAssociate?.id ?? input.customerId;
  if (associated && !shop.find<Customer>("Customer", associated)) {
    return invalid(["order", "customerId"], "Customer does not exist");
  }
  return [];
}

/** Where a tax line says no rate, as the path of the error. */
function missingRate(input: OrderCreateInput): string[] | undefined {
  const groups = [
    ...(input.lineItems ?? []).map((line, index) => ({ at: ["lineItems", String(index)], ...line })),
    ...(input.shippingLines ?? []).map((line, index) => ({ at: ["shippingLines", String(index)], ...line })),
    { at: [], taxLines: input.taxLines },
  ];
  for (const { at, taxLines } of groups) {
    const index = (taxLines ?? []).findIndex((tax) => String(tax.rate ?? "").trim() === "");
    if (index >= 0) return ["order", ...at, "taxLines", String(index), "rate"];
  }
  return undefined;
}

/** Puts an order together without placing it. */
export function compose(input: OrderCreateInput, shop: ShopState): Order {
  const currency =
    input.currency ?? input.lineItems?.find((line) => line.priceSet)?.priceSet?.shopMoney.currencyCode;
  const shopCurrency = currency ?? shop.details.currency;
  const order = emptyOrder(shop, {
    currency: shopCurrency,
    presentmentCurrency: input.presentmentCurrency ?? shopCurrency,
    name: input.name ?? null,
  });
  const processedAt = instantOf(input.processedAt);
  order.processedAt = processedAt && processedAt < order.createdAt ? processedAt : order.createdAt;
  order.closedAt = instantOf(input.closedAt);
  order.customer = customerFor(input, shop);
  order.email = input.email ?? order.customer?.email ?? null;
  order.phone = input.phone ?? null;
  order.note = input.note ?? null;
  order.poNumber = input.poNumber ?? null;
  order.tags = sortedTags(input.tags ?? []);
  order.test = input.test ?? false;
  order.taxesIncluded = input.taxesIncluded ?? false;
  order.customAttributes = (input.customAttributes ?? []).map(({ key, value }) => ({ key, value }));
  order.sourceName = input.sourceName ?? "aftercare";
  order.sourceIdentifier = input.sourceIdentifier ?? null;
  order.declaredFinancialStatus = input.financialStatus ?? null;
  order.customerLocale = order.customer?.locale ?? null;
  if (input.billingAddress) order.billingAddress = makeAddress(shop, input.billingAddress);
  if (input.shippingAddress) order.shippingAddress = makeAddress(shop, input.shippingAddress);
  for (const line of input.lineItems ?? []) addLine(shop, order, line);
  for (const line of input.shippingLines ?? []) addShippingLine(shop, order, line);
  if (input.discountCode) applyDiscountCode(order, input.discountCode);
  if (input.taxLines) spreadTaxes(order, input.taxLines);
  return order;
}

/** The order is real from here on: it can be found, is paid for, waits for its parcels, and is told of. */
export function placeOrder(
  order: Order,
  options: OrderCreateOptions,
  input: OrderCreateInput,
  shop: ShopState,
): void {
  shop.record(order);
  shop.orders.push(order);
  for (const each of input.transactions ?? []) {
    addTransaction(shop, order, {
      kind: each.kind ?? "SALE",
      status: each.status ?? "SUCCESS",
      gateway: each.gateway ?? "",
      amount: bagFromInput(each.amountSet, order),
      test: each.test ?? false,
      processedAt: instantOf(each.processedAt),
      authorizationCode: each.authorizationCode ?? null,
      receiptJson: each.receiptJson,
    });
  }
  if (options.inventoryBehaviour && options.inventoryBehaviour !== "BYPASS") claimInventory(shop, order);
  openFulfillmentOrders(shop, order, order.lineItems);
  note(shop, order, "placed", `${shop.details.name} placed this order.`);
  if (options.sendReceipt)
    note(shop, order, "mail_sent", `Order confirmation email was sent to ${order.email}.`);
  shop.tell("orders/create", order, () => orderPayload(order));
  if (financialStatus(order) === "PAID") shop.tell("orders/paid", order, () => orderPayload(order));
  if (order.customer) order.customer.updatedAt = shop.now();
  if (input.fulfillment) {
    const { trackingCompany, trackingNumber, shipmentStatus } = input.fulfillment;
    fulfillAtOnce(shop, order, {
      company: trackingCompany ?? null,
      number: trackingNumber ?? null,
      shipmentStatus: shipmentStatus ?? null,
    });
  } else if (input.fulfillmentStatus === "FULFILLED") fulfillAtOnce(shop, order, null);
}

function customerFor(input: OrderCreateInput, shop: ShopState): Customer | null {
  const id = input.customer?.toAssociate?.id ?? input.customerId ?? input.customer?.toUpsert?.id;
  if (id) return shop.find<Customer>("Customer", id) ?? null;
  const details = input.customer?.toUpsert;
  const email = details?.email ?? input.email;
  const phone = details?.phone ?? input.phone;
  const known = (email && customerByEmail(shop, email)) || (phone && customerByPhone(shop, phone)) || null;
  if (known && details) {
    known.firstName = details.firstName ?? known.firstName;
    known.lastName = details.lastName ?? known.lastName;
    known.note = details.note ?? known.note;
    if (details.tags) known.tags = sortedTags([...known.tags, ...details.tags]);
  }
  if (known) return known;
  if (!email && !phone) return null;
  return createCustomer(shop, {
    ...details,
    email: email ?? null,
    phone: details?.phone ?? (email ? null : phone) ?? null,
  });
}
