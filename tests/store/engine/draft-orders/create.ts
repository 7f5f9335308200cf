import { randomBytes, randomUUID } from "node:crypto";
import { makeAddress } from "../customers/addresses";
import { sortedTags } from "../customers/customers";
import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Order } from "../orders/model";
import { currentQuantity } from "../orders/quantities";
import { bagFromShop } from "../state/exchange-rates";
import { numericId } from "../state/ids";
import type { Customer } from "../state/model";
import { type Bag, type Currencies, NOTHING, toMinor } from "../state/money";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";
import { type AppliedDiscountInput, type DraftLineInput, type DraftOrderInput, draftErrors } from "./input";
import type { AppliedDiscount, DraftLine, DraftOrder } from "./model";

export function draftOrderCreate(_: unknown, { input }: { input: DraftOrderInput }, { shop }: Context) {
  const userErrors = draftErrors(shop, input, []);
  if (userErrors.length > 0) return { draftOrder: null, userErrors };
  const draft = emptyDraft(shop, input.presentmentCurrencyCode ?? shop.details.currency);
  fill(shop, draft, input);
  return { draftOrder: draft, userErrors: [] };
}

export function draftOrderUpdate(
  _: unknown,
  { id, input }: { id: string; input: DraftOrderInput },
  { shop }: Context,
) {
  const draft = shop.find<DraftOrder>("DraftOrder", id);
  if (!draft) return { draftOrder: null, userErrors: [userError(null, "Draft order not found")] };
  // Lines that are not told stay as they are, so there is nothing to check about them.
  const userErrors = input.lineItems ? draftErrors(shop, input, ["input"]) : [];
  if (userErrors.length > 0) return { draftOrder: null, userErrors };
  fill(shop, draft, input);
  draft.updatedAt = shop.now();
  return { draftOrder: draft, userErrors: [] };
}

/** The same things once more, at their full price. */
export function draftOrderCreateFromOrder(_: unknown, { orderId }: { orderId: string }, { shop }: Context) {
  const order = shop.find<Order>("Order", orderId);
  if (!order) {
    return { draftOrder: null, userErrors: [userError(["orderId"], "Order does not exist")] };
  }
  const draft = emptyDraft(shop, order.presentmentCurrency);
  draft.email = order.email;
  draft.note = order.note;
  draft.tags = order.tags;
  draft.customer = order.customer;
  draft.customAttributes = order.customAttributes;
  draft.billingAddress = order.billingAddress;
  draft.shippingAddress = order.shippingAddress;
  for (const line of order.lineItems) {
    if (currentQuantity(line) === 0) continue;
    const { title, variant, sku, unitPrice, requiresShipping, taxable, weightGrams, customAttributes } = line;
    addLine(shop, draft, {
      title,
      variant,
      sku,
      quantity: currentQuantity(line),
      unitPrice,
      requiresShipping,
      taxable,
      weightGrams,
      customAttributes,
      appliedDiscount: null,
    });
  }
  return { draftOrder: draft, userErrors: [] };
}

function emptyDraft(shop: ShopState, presentmentCurrency: string): DraftOrder {
  shop.draftNumber += 1;
  const now = shop.now();
  const { domain, currency } = shop.details;
  const draft: DraftOrder = {
    __typename: "DraftOrder",
    id: shop.newId("DraftOrder"),
    name: `#D${shop.draftNumber}`,
    status: "OPEN",
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    invoiceSentAt: null,
    invoiceUrl: `https://${domain}/${numericId(shop.id)}/invoices/${randomBytes(16).toString("hex")}`,
    reserveInventoryUntil: null,
    currency,
    presentmentCurrency,
    email: null,
    phone: null,
    note: null,
    poNumber: null,
    tags: [],
    taxExempt: false,
    customAttributes: [],
    customer: null,
    billingAddress: null,
    shippingAddress: null,
    appliedDiscount: null,
    shippingLine: null,
    lineItems: [],
    order: null,
  };
  return shop.record(draft);
}

function fill(shop: ShopState, draft: DraftOrder, input: DraftOrderInput): void {
  const customerId = input.purchasingEntity?.customerId ?? input.customerId;
  if (customerId) draft.customer = shop.find<Customer>("Customer", customerId) ?? null;
  if (input.email !== undefined) draft.email = input.email;
  draft.email ??= draft.customer?.email ?? null;
  draft.phone = input.phone ?? draft.phone;
  draft.note = input.note ?? draft.note;
  draft.poNumber = input.poNumber ?? draft.poNumber;
  if (input.tags) draft.tags = sortedTags(input.tags);
  draft.taxExempt = input.taxExempt ?? draft.taxExempt;
  if (input.customAttributes) {
    draft.customAttributes = input.customAttributes.map(({ key, value }) => ({ key, value }));
  }
  draft.reserveInventoryUntil = instantOf(input.reserveInventoryUntil) ?? draft.reserveInventoryUntil;
  if (input.billingAddress) draft.billingAddress = makeAddress(shop, input.billingAddress);
  if (input.shippingAddress) draft.shippingAddress = makeAddress(shop, input.shippingAddress);
  if (input.appliedDiscount) draft.appliedDiscount = discount(input.appliedDiscount, draft);
  if (input.shippingLine) {
    const { title, price, priceWithCurrency } = input.shippingLine;
    draft.shippingLine = {
      title: title ?? "Custom",
      price: bag(priceWithCurrency?.amount ?? price ?? 0, draft),
    };
  }
  if (!input.lineItems) return;
  draft.lineItems = [];
  for (const line of input.lineItems) addLine(shop, draft, known(shop, draft, line));
}

type NewLine = Omit<DraftLine, "__typename" | "id" | "uuid" | "draft">;

/** A variant sells at its own price unless overridden; a custom line is what it says it is. */
function known(shop: ShopState, draft: DraftOrder, input: DraftLineInput): NewLine {
  const variant = (input.variantId && shop.variant(input.variantId)) || null;
  const told = input.originalUnitPriceWithCurrency?.amount ?? input.originalUnitPrice ?? 0;
  const unitPrice = variant
    ? input.priceOverride
      ? bag(input.priceOverride.amount, draft)
      : bagFromShop(variant.priceMinor, draft)
    : bag(told, draft);
  return {
    title: variant?.product.title ?? input.title ?? "",
    variant,
    sku: variant ? variant.sku : (input.sku ?? null),
    quantity: input.quantity,
    unitPrice,
    requiresShipping: variant?.inventoryItem.requiresShipping ?? input.requiresShipping ?? true,
    taxable: input.taxable ?? true,
    weightGrams: variant?.inventoryItem.weightGrams ?? 0,
    customAttributes: (input.customAttributes ?? []).map(({ key, value }) => ({ key, value })),
    appliedDiscount: input.appliedDiscount ? discount(input.appliedDiscount, draft) : null,
  };
}

function addLine(shop: ShopState, draft: DraftOrder, line: NewLine): void {
  draft.lineItems.push(
    shop.record({
      __typename: "DraftOrderLineItem" as const,
      id: shop.newId("DraftOrderLineItem"),
      uuid: randomUUID(),
      draft,
      ...line,
    }),
  );
}

function discount(input: AppliedDiscountInput, currencies: Currencies): AppliedDiscount {
  return {
    title: input.title ?? null,
    description: input.description ?? "",
    value: input.value,
    valueType: input.valueType,
    fixed: input.valueType === "FIXED_AMOUNT" ? bag(input.value, currencies) : NOTHING,
  };
}

/** Draft orders are priced in the shopper's currency. */
function bag(amount: string | number, currencies: Currencies): Bag {
  const minor = toMinor(amount, currencies.presentmentCurrency);
  const { presentment } = bagFromShop(minor, {
    currency: currencies.presentmentCurrency,
    presentmentCurrency: currencies.currency,
  });
  return { shop: presentment, presentment: minor };
}
