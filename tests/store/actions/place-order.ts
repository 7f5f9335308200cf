import { z } from "zod";
import { Refused, type Store } from "../store";
import { ask } from "./ask";
import { type CartLine, cartNamed } from "./carts";
import { customerFor } from "./customers";
import type { MoneyBag } from "./money";
import { priceSale } from "./pricing";
import { type Shopper, shopperNamed } from "./shoppers";

export const placeOrderInput = z.object({
  shop: z.string().optional(),
  /** A shopper's key, or a person of one's own. */
  shopper: z.string().default("ada"),
  /** A cart's key; `lines` wins. */
  cart: z.string().default("few"),
  lines: z
    .array(
      z.object({
        variantId: z.string().optional(),
        sku: z.string().optional(),
        quantity: z.number().int().min(1).default(1),
      }),
    )
    .optional(),
  currency: z.string().length(3).optional(),
  paid: z.boolean().default(true),
  note: z.string().optional(),
  tags: z.array(z.string()).optional(),
  /** In the shop's currency. */
  shippingPrice: z.string().default("4.95"),
  shippingTitle: z.string().default("Standard"),
  discountPercent: z.number().min(0).max(100).default(0),
  email: z.string().optional(),
  processedAt: z.string().optional(),
});

export interface PlacedOrder {
  id: string;
  name: string;
  email: string | null;
  statusPageUrl: string;
  total: { amount: string; currencyCode: string };
}

interface OrderCreated {
  orderCreate: {
    order: { id: string; name: string; email: string | null; statusPageUrl: string; totalPriceSet: MoneyBag };
  };
}

export async function placeOrder(
  store: Store,
  given: z.input<typeof placeOrderInput> = {},
): Promise<PlacedOrder> {
  const input = placeOrderInput.parse(given);
  const shop = store.shop(input.shop);
  const shopper = shopperNamed(input.shopper);
  if (!shopper) throw new Refused(`No shopper is called ${input.shopper}`);
  const buyer = input.email ? { ...shopper, email: input.email } : shopper;
  const lines = fill(store, shop.domain, input.cart, input.lines);
  const pricing = priceSale({
    lines,
    shopCurrency: shop.currency,
    country: shop.country,
    presentmentCurrency: presentmentOf(shop, input.currency ?? shopper.currency),
    postage: { title: input.shippingTitle, price: input.shippingPrice },
    discountPercent: input.discountPercent,
    paid: input.paid,
  });
  const customer = buyer.guest ? undefined : await customerFor(store, shop.domain, buyer);
  const { orderCreate } = await ask<OrderCreated>(store, shop.domain, orderCreateMutation, {
    order: { ...orderInput(buyer, customer, input), ...pricing },
    options: { inventoryBehaviour: "DECREMENT_IGNORING_POLICY", sendReceipt: true },
  });
  const { id, name, email, statusPageUrl, totalPriceSet } = orderCreate.order;
  promise(store, shop.domain, id);
  return { id, name, email, statusPageUrl, total: totalPriceSet.presentmentMoney };
}

const DAY = 86_400_000;

/** What the checkout promised: out within a day, there in two to four. */
function promise(store: Store, domain: string, id: string) {
  const inDays = (days: number) => new Date(store.clock.now().getTime() + days * DAY);
  store.shopify.promiseDelivery(domain, id, {
    minDeliveryDateTime: inDays(2),
    maxDeliveryDateTime: inDays(4),
    fulfillBy: inDays(1),
  });
}

const orderCreateMutation = `mutation PanelOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order {
      id name email statusPageUrl
      totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
    }
    userErrors { field message }
  }
}`;

type Input = z.output<typeof placeOrderInput>;

function orderInput(buyer: Shopper, customerId: string | undefined, input: Input): Record<string, unknown> {
  const address = {
    ...buyer.address,
    firstName: buyer.firstName,
    lastName: buyer.lastName,
    phone: buyer.phone,
  };
  const note = input.note ?? buyer.note;
  return {
    email: buyer.email,
    phone: buyer.phone,
    shippingAddress: address,
    billingAddress: address,
    ...(customerId ? { customer: { toAssociate: { id: customerId } } } : {}),
    ...(note ? { note } : {}),
    ...(input.tags ? { tags: input.tags } : {}),
    ...(input.processedAt ? { processedAt: input.processedAt } : {}),
    sourceName: "web",
  };
}

function fill(store: Store, shop: string, cart: string, lines: Input["lines"]): CartLine[] {
  const catalogue = store.shopify.catalogue(shop);
  if (!lines) {
    const chosen = cartNamed(cart);
    if (!chosen) throw new Refused(`No cart is called ${cart}`);
    return chosen.fill(catalogue);
  }
  return lines.map((wanted) => {
    for (const product of catalogue.products) {
      const variant = product.variants.find(
        (one) => one.id === wanted.variantId || (wanted.sku && one.sku === wanted.sku),
      );
      if (variant) return { product: product.title, variant, quantity: wanted.quantity };
    }
    throw new Refused(`The shop sells nothing called ${wanted.sku ?? wanted.variantId ?? "that"}`);
  });
}

/** A shopper pays in their own currency where the shop takes it, else in the shop's. */
function presentmentOf(shop: { currency: string; presentmentCurrencies: string[] }, wish: string): string {
  return shop.presentmentCurrencies.includes(wish) ? wish : shop.currency;
}
