import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { compose, placeOrder } from "../orders/create";
import type { OrderCreateInput } from "../orders/create-input";
import type { Discount, Order } from "../orders/model";
import { touch } from "../orders/timeline";
import { totalPrice } from "../orders/totals";
import { addTransaction } from "../orders/transactions";
import { allocate, type Bag, fixed, NOTHING } from "../state/money";
import type { ShopState } from "../state/shop";
import { type AppliedDiscount, type DraftOrder, discountedTotal, lineDiscount, orderDiscount } from "./model";

interface CompleteArgs {
  id: string;
  paymentPending?: boolean | null;
}

/** Makes the draft an order: paid by hand, or waiting for its payment. */
export function draftOrderComplete(_: unknown, { id, paymentPending }: CompleteArgs, { shop }: Context) {
  const draft = shop.find<DraftOrder>("DraftOrder", id);
  if (!draft) return { draftOrder: null, userErrors: [userError(["id"], "Draft order does not exist")] };
  if (draft.order) return { draftOrder: draft, userErrors: [userError(null, "This order has been paid")] };
  const order = asOrder(shop, draft);
  if (paymentPending) {
    order.declaredFinancialStatus = "PENDING";
    placeOrder(order, {}, {}, shop);
  } else {
    payByHand(shop, order);
    placeOrder(order, {}, {}, shop);
  }
  draft.order = order;
  draft.status = "COMPLETED";
  draft.completedAt = shop.now();
  draft.updatedAt = draft.completedAt;
  touch(shop, order);
  return { draftOrder: draft, userErrors: [] };
}

function payByHand(shop: ShopState, order: Order): void {
  addTransaction(shop, order, { kind: "SALE", gateway: "manual", amount: totalPrice(order) });
}

function asOrder(shop: ShopState, draft: DraftOrder): Order {
  const input: OrderCreateInput = {
    currency: draft.currency,
    presentmentCurrency: draft.presentmentCurrency,
    email: draft.email,
    phone: draft.phone,
    note: draft.note,
    poNumber: draft.poNumber,
    tags: draft.tags,
    lineItems: draft.lineItems.map((line) => ({
      variantId: line.variant?.id ?? null,
      title: line.title,
      sku: line.sku,
      quantity: line.quantity,
      priceSet: priceSet(line.unitPrice, draft),
      taxable: line.taxable,
      requiresShipping: line.requiresShipping,
      properties: line.customAttributes.map(({ key, value }) => ({ name: key, value: value ?? "" })),
    })),
    shippingLines: draft.shippingLine
      ? [
          {
            title: draft.shippingLine.title,
            code: "custom",
            source: "shopify",
            priceSet: priceSet(draft.shippingLine.price, draft),
          },
        ]
      : [],
    ...(draft.customer ? { customerId: draft.customer.id } : {}),
  };
  const order = compose(input, shop);
  order.customAttributes = draft.customAttributes;
  order.billingAddress = draft.billingAddress;
  order.shippingAddress = draft.shippingAddress;
  discountLines(order, draft);
  return order;
}

function priceSet(amount: Bag, { currency, presentmentCurrency }: DraftOrder) {
  return {
    shopMoney: { amount: fixed(amount.shop, currency), currencyCode: currency },
    presentmentMoney: {
      amount: fixed(amount.presentment, presentmentCurrency),
      currencyCode: presentmentCurrency,
    },
  };
}

function discountLines(order: Order, draft: DraftOrder): void {
  draft.lineItems.forEach((line, index) => {
    if (!line.appliedDiscount) return;
    const discount = asDiscount(line.appliedDiscount, lineDiscount(line), null);
    order.discounts.push(discount);
    order.lineItems[index]?.discountAllocations.push({ discount, amount: discount.amount });
  });
  const whole = draft.appliedDiscount;
  if (!whole) return;
  // The order names a draft's own discount among its codes.
  const discount = asDiscount(whole, orderDiscount(draft), whole.title ?? "Custom discount");
  order.discounts.push(discount);
  const weights = draft.lineItems.map((line) => discountedTotal(line).presentment);
  const parts = allocate(discount.amount, weights);
  order.lineItems.forEach((line, index) => {
    line.discountAllocations.push({ discount, amount: parts[index] ?? NOTHING });
  });
}

function asDiscount(given: AppliedDiscount, amount: Bag, code: string | null): Discount {
  const isPercentage = given.valueType === "PERCENTAGE";
  return {
    code,
    title: given.title,
    kind: isPercentage ? "percentage" : "fixed",
    percentage: isPercentage ? given.value : null,
    amount,
    targetType: "LINE_ITEM",
  };
}

export function draftOrderDelete(_: unknown, { input }: { input: { id: string } }, { shop }: Context) {
  const draft = shop.find<DraftOrder>("DraftOrder", input.id);
  if (!draft) return { deletedId: null, userErrors: [userError(["id"], "Draft order does not exist")] };
  shop.forget(draft.id);
  return { deletedId: draft.id, userErrors: [] };
}

interface InvoiceArgs {
  id: string;
  email?: { to?: string | null } | null;
}

export function draftOrderInvoiceSend(_: unknown, { id, email }: InvoiceArgs, { shop }: Context) {
  const draft = shop.find<DraftOrder>("DraftOrder", id);
  if (!draft) return { draftOrder: null, userErrors: [userError(null, "Draft order not found")] };
  const userErrors = [];
  if (!(email?.to ?? draft.email)) userErrors.push(userError(null, "To can't be blank"));
  if (draft.status === "COMPLETED") {
    const message = "Draft order Invoice can't be sent. This draft order is already paid.";
    userErrors.push(userError(null, message));
  }
  if (userErrors.length === 0) {
    draft.status = "INVOICE_SENT";
    draft.invoiceSentAt = shop.now();
  }
  return { draftOrder: draft, userErrors };
}
