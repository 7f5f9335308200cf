import { z } from "zod";
import type { Address } from "~/values/address";
import { type Money, type MoneyPair, readMoney } from "~/values/money";
import type { ShopifyCustomer, ShopifyOrder, ShopifyOrderLine } from "./nouns";

// The order as webhooks carry it (REST shape, 2026-07). Only what is read is demanded, with bounds.
const id = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);
const text = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .transform((value) => value || null);
const time = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const money = z.object({ amount: z.string().max(30), currency_code: z.string().length(3) });
const bag = z.object({ shop_money: money, presentment_money: money });
const tags = z
  .string()
  .max(20_000)
  .nullish()
  .transform((list) =>
    (list ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  );

const address = z
  .object({
    first_name: text(255),
    last_name: text(255),
    company: text(255),
    address1: text(500),
    address2: text(500),
    city: text(255),
    province_code: text(10),
    zip: text(30),
    country_code: text(2),
    phone: text(50),
  })
  .nullish();

const customer = z
  .object({
    id,
    email: text(254),
    first_name: text(255),
    last_name: text(255),
    phone: text(50),
    tags,
    updated_at: time.nullish(),
  })
  .nullish();

const line = z.object({
  id,
  title: z.string().max(1_000),
  variant_title: text(1_000),
  sku: text(255),
  product_id: id.nullish(),
  variant_id: id.nullish(),
  quantity: z.number().int().min(0),
  current_quantity: z.number().int().min(0).nullish(),
  price_set: bag,
  requires_shipping: z.boolean().nullish(),
  gift_card: z.boolean().nullish(),
  tax_lines: z
    .array(z.object({ price_set: bag }))
    .max(100)
    .nullish(),
  discount_allocations: z
    .array(z.object({ amount_set: bag }))
    .max(100)
    .nullish(),
});

const order = z.object({
  id,
  name: z.string().min(1).max(100),
  confirmation_number: text(50),
  email: text(254),
  phone: text(50),
  customer_locale: text(20),
  currency: z.string().length(3),
  presentment_currency: z.string().length(3).nullish(),
  subtotal_price_set: bag,
  total_discounts_set: bag,
  total_shipping_price_set: bag,
  total_tax_set: bag,
  total_price_set: bag,
  total_outstanding: z.string().max(30).nullish(),
  financial_status: text(40),
  payment_gateway_names: z.array(z.string().max(255)).max(50).nullish(),
  fulfillment_status: text(40),
  shipping_lines: z
    .array(z.object({ title: text(255) }))
    .max(100)
    .nullish(),
  shipping_address: address,
  billing_address: address,
  customer,
  note: z
    .string()
    .nullish()
    .transform((note) => note?.slice(0, 5_000) || null),
  tags,
  test: z.boolean().nullish(),
  taxes_included: z.boolean().nullish(),
  source_name: text(255),
  processed_at: time.nullish(),
  created_at: time,
  updated_at: time,
  cancelled_at: time.nullish(),
  closed_at: time.nullish(),
  order_status_url: z.url().max(2_000).nullish(),
  line_items: z.array(line).max(1_000),
});

export type OrderWebhook = {
  order: ShopifyOrder;
  /** Shopify's number of the shop it is an order of, as its status address says; null when it does not say */
  ofShop: string | null;
};

/** A webhook's order in our words. Throws when it is not one: the delivery is then parked. */
export function readOrderWebhook(body: unknown): OrderWebhook {
  const says = order.parse(body);
  const total = pair(says.total_price_set);
  const owed = says.total_outstanding
    ? readMoney(says.total_outstanding, total.presentment.currency).amount
    : null;
  const read: ShopifyOrder = {
    id: says.id,
    name: says.name,
    confirmationNumber: says.confirmation_number,
    email: says.email,
    phone: says.phone,
    locale: says.customer_locale,
    currency: says.presentment_currency ?? says.currency,
    currencyShop: says.currency,
    subtotal: pair(says.subtotal_price_set),
    discount: pair(says.total_discounts_set),
    shipping: pair(says.total_shipping_price_set),
    tax: pair(says.total_tax_set),
    total,
    refunded: { presentment: { ...total.presentment, amount: 0n }, shop: { ...total.shop, amount: 0n } },
    paid: paidSoFar(says.financial_status ?? "pending", total.presentment, owed),
    financialStatus: says.financial_status ?? "pending",
    ...(says.payment_gateway_names ? { gateways: says.payment_gateway_names } : {}),
    fulfilmentStatus:
      says.fulfillment_status === "partial"
        ? "partially_fulfilled"
        : (says.fulfillment_status ?? "unfulfilled"),
    shippingTitle: says.shipping_lines?.[0]?.title ?? null,
    shippingAddress: readAddress(says.shipping_address),
    billingAddress: readAddress(says.billing_address),
    note: says.note,
    tags: says.tags,
    test: says.test ?? false,
    taxesIncluded: says.taxes_included ?? false,
    channel: says.source_name,
    placedAt: says.processed_at ?? says.created_at,
    updatedAt: says.updated_at,
    cancelledAt: says.cancelled_at ?? null,
    closedAt: says.closed_at ?? null,
    statusUrl: says.order_status_url ?? null,
    customer: says.customer ? readCustomer(says.customer, says.updated_at) : null,
    lines: says.line_items.map(readLine),
    full: null,
  };
  return { order: read, ofShop: shopNumberIn(says.order_status_url ?? null) };
}

/** https://shop.example/548380009/orders/… : the first number is the shop's, also under its own domain. */
function shopNumberIn(statusUrl: string | null): string | null {
  return statusUrl ? (/^\/(\d+)\/orders\//.exec(new URL(statusUrl).pathname)?.[1] ?? null) : null;
}

/** A webhook does not say what was received: a paid order's total, or what is no longer owed. */
function paidSoFar(status: string, total: Money, owed: bigint | null): bigint {
  if (["paid", "partially_refunded", "refunded"].includes(status)) return total.amount;
  if (status === "partially_paid" && owed !== null) return total.amount - owed;
  return 0n;
}

function readLine(says: z.infer<typeof line>): ShopifyOrderLine {
  const price = pair(says.price_set);
  const off = (says.discount_allocations ?? []).map((one) => pair(one.amount_set));
  const rest = (each: Money, reductions: Money[]): Money => ({
    amount: reductions.reduce((left, one) => left - one.amount, each.amount * BigInt(says.quantity)),
    currency: each.currency,
  });
  return {
    id: says.id,
    title: says.title,
    variantTitle: says.variant_title,
    sku: says.sku,
    productId: says.product_id ?? null,
    variantId: says.variant_id ?? null,
    productTags: null,
    collections: null,
    bundleId: null,
    imageUrl: null,
    quantity: says.quantity,
    currentQuantity: says.current_quantity ?? says.quantity,
    price,
    total: {
      presentment: rest(
        price.presentment,
        off.map((one) => one.presentment),
      ),
      shop: rest(
        price.shop,
        off.map((one) => one.shop),
      ),
    },
    tax: (says.tax_lines ?? []).reduce((sum, one) => sum + pair(one.price_set).presentment.amount, 0n),
    needsShipping: says.requires_shipping ?? true,
    giftCard: says.gift_card ?? false,
  };
}

function readCustomer(says: NonNullable<z.infer<typeof customer>>, fallback: Date): ShopifyCustomer {
  return {
    id: says.id,
    email: says.email,
    firstName: says.first_name,
    lastName: says.last_name,
    phone: says.phone,
    locale: null,
    tags: says.tags,
    updatedAt: says.updated_at ?? fallback,
  };
}

function readAddress(says: z.infer<typeof address>): Address | null {
  if (!says) return null;
  return {
    name: [says.first_name, says.last_name].filter(Boolean).join(" ") || null,
    company: says.company,
    line1: says.address1,
    line2: says.address2,
    city: says.city,
    province: says.province_code,
    zip: says.zip,
    country: says.country_code,
    phone: says.phone,
  };
}

const pair = (says: z.infer<typeof bag>): MoneyPair => ({
  presentment: readMoney(says.presentment_money.amount, says.presentment_money.currency_code),
  shop: readMoney(says.shop_money.amount, says.shop_money.currency_code),
});
