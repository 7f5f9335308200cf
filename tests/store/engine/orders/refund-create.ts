import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { bagFromShop } from "../state/exchange-rates";
import type { Location } from "../state/model";
import { type Bag, formatted, type MoneyInput, toMinor } from "../state/money";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";
import type { LineItem, Order, Transaction } from "./model";
import { netPayment } from "./payments";
import { refundableQuantity } from "./quantities";
import { atPaymentRate, issueRefund, type RefundPlan } from "./refunds";
import { note } from "./timeline";
import { currentShipping } from "./totals";

export interface RefundLineInput {
  lineItemId: string;
  quantity: number;
  restockType?: string | null;
  locationId?: string | null;
}

export interface RefundMethodInput {
  storeCreditRefund?: { amount: MoneyInput; expiresAt?: string | null } | null;
}

interface RefundInput {
  orderId: string;
  note?: string | null;
  notify?: boolean | null;
  currency?: string | null;
  allowOverRefunding?: boolean | null;
  refundLineItems?: RefundLineInput[] | null;
  shipping?: { amount?: string | number | null; fullRefund?: boolean | null } | null;
  transactions?:
    | { amount: string | number; gateway: string; kind: string; orderId: string; parentId?: string | null }[]
    | null;
  refundMethods?: RefundMethodInput[] | null;
}

export function refundCreate(_: unknown, { input }: { input: RefundInput }, { shop }: Context) {
  const order = shop.find<Order>("Order", input.orderId);
  if (!order)
    return { refund: null, order: null, userErrors: [userError(["orderId"], "Order does not exist")] };
  const plan = planFor(shop, order, input);
  if ("message" in plan) return { refund: null, order, userErrors: [plan] };
  const refund = issueRefund(shop, order, plan);
  if (input.notify)
    note(shop, order, "mail_sent", `Refund notification email was sent to ${order.email ?? "the customer"}.`);
  return { refund, order, userErrors: [] };
}

function planFor(shop: ShopState, order: Order, input: RefundInput): RefundPlan | UserError {
  const lines: RefundPlan["lines"] = [];
  const taken = new Map<LineItem, number>();
  for (const [index, each] of (input.refundLineItems ?? []).entries()) {
    const field = ["refundLineItems", String(index)];
    const line = shop.find<LineItem>("LineItem", each.lineItemId);
    if (line?.order !== order) return userError([...field, "lineItemId"], "Line item does not exist");
    const wanted = (taken.get(line) ?? 0) + each.quantity;
    taken.set(line, wanted);
    if (each.quantity < 1) return userError([...field, "quantity"], "Quantity must be greater than 0");
    if (wanted > refundableQuantity(line)) {
      return userError([...field, "quantity"], "Quantity cannot refund more items than were purchased");
    }
    const restockType = each.restockType ?? "NO_RESTOCK";
    lines.push({
      line,
      quantity: each.quantity,
      restockType,
      location: locationFor(shop, each, restockType),
    });
  }
  const payments = paymentsFor(shop, order, input);
  if ("message" in payments) return payments;
  const storeCredit = creditsFor(order, input.refundMethods ?? []);
  const tooMuch = overRefund(order, payments, storeCredit ?? []);
  if (tooMuch) return tooMuch;
  return { lines, shipping: shippingFor(order, input), payments, storeCredit, note: input.note ?? null };
}

function locationFor(shop: ShopState, input: RefundLineInput, restockType: string): Location | null {
  if (restockType === "NO_RESTOCK") return null;
  const given = input.locationId ? shop.find<Location>("Location", input.locationId) : undefined;
  return given ?? shop.primaryLocation;
}

function paymentsFor(shop: ShopState, order: Order, input: RefundInput): RefundPlan["payments"] | UserError {
  const payments: RefundPlan["payments"] = [];
  for (const each of input.transactions ?? []) {
    if (each.kind !== "REFUND" && each.kind !== "VOID") {
      return userError(null, `Kind ${each.kind.toLowerCase()} is not a valid transaction`);
    }
    const parent = each.parentId ? shop.find<Transaction>("OrderTransaction", each.parentId) : undefined;
    if (parent?.order !== order) {
      return userError(["transactions"], "Transactions require a parent_id associated with the order");
    }
    payments.push({ parent, amount: amountOf(order, parent, each.amount, input.currency ?? null) });
  }
  return payments;
}

/** Amounts are in the currency named, or in the shop's. */
function amountOf(order: Order, parent: Transaction, amount: string | number, currency: string | null): Bag {
  if (currency === order.presentmentCurrency || order.currency === order.presentmentCurrency) {
    return atPaymentRate(parent, toMinor(amount, order.presentmentCurrency));
  }
  return bagFromShop(toMinor(amount, order.currency), order);
}

export function creditsFor(
  order: Order,
  methods: RefundMethodInput[],
): NonNullable<RefundPlan["storeCredit"]> {
  return methods.flatMap(({ storeCreditRefund }) => {
    if (!storeCreditRefund) return [];
    const presentment = toMinor(storeCreditRefund.amount.amount, storeCreditRefund.amount.currencyCode);
    const paid = order.transactions.find((each) => each.status === "SUCCESS");
    const amount = paid ? atPaymentRate(paid, presentment) : { shop: presentment, presentment };
    return [{ amount, expiresAt: instantOf(storeCreditRefund.expiresAt) }];
  });
}

/** Asking for over-refunding is not enough: no more is given back than was paid. */
function overRefund(
  order: Order,
  payments: { amount: Bag }[],
  credits: { amount: Bag }[],
): UserError | undefined {
  const wanted = [...payments, ...credits].reduce((sum, each) => sum + each.amount.presentment, 0);
  const paid = netPayment(order).presentment;
  if (wanted <= paid) return undefined;
  const currency = order.presentmentCurrency;
  const message = `Refund amount ${formatted(wanted, currency)} is greater than net payment received ${formatted(paid, currency)}`;
  return userError(null, message);
}

function shippingFor(order: Order, { shipping }: RefundInput): Bag {
  if (!shipping) return { shop: 0, presentment: 0 };
  const left = currentShipping(order);
  if (shipping.fullRefund) return left;
  if (shipping.amount == null) return { shop: 0, presentment: 0 };
  const presentment = Math.min(left.presentment, toMinor(shipping.amount, order.presentmentCurrency));
  const rate = left.presentment === 0 ? 0 : left.shop / left.presentment;
  return { shop: Math.round(presentment * rate), presentment };
}
