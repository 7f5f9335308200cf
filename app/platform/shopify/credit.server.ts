import { gid, numberOf, type ShopId } from "~/values/ids";
import { type Money, readMoney } from "~/values/money";
import { shopify } from "./client.server";
import {
  CreateGiftCardDocument,
  CreateRefundDocument,
  CreditStoreCreditDocument,
  CreditsOfCustomerDocument,
  OrderOutstandingDocument,
  RefundablePaymentsDocument,
  SendOrderInvoiceDocument,
  SuggestedRefundDocument,
} from "./generated";
import type { ShopifyRefund } from "./nouns";
import { pair } from "./read-order";
import { readRefund } from "./read-return";
import { moneyInput } from "./return-money.server";

/** What Shopify answers to a payout: its number, or the codes of why not. */
export type Paid = { ok: true; id: string } | { ok: false; codes: string[] };

type Codes = readonly { code?: string | null; field?: readonly string[] | null }[];
const codesOf = (errors: Codes) => errors.map(({ code, field }) => code ?? field?.at(-1) ?? "UNKNOWN");

/** The shopper's latest credits in a currency, the newest first. */
export async function fetchCredits(
  shopId: ShopId,
  customerId: string,
  currency: string,
): Promise<{ id: string; amount: bigint }[]> {
  const { customer } = await shopify(shopId, CreditsOfCustomerDocument, { id: gid("Customer", customerId) });
  return (customer?.storeCreditAccounts.nodes ?? [])
    .filter((account) => account.balance.currencyCode === currency)
    .flatMap((account) => account.transactions.nodes)
    .flatMap((each) =>
      "id" in each && each.id
        ? [{ id: numberOf(each.id), amount: readMoney(each.amount.amount, currency).amount }]
        : [],
    );
}

/**
 * Puts money on the shopper's store credit. Shopify knows no idempotency here: look at their credits first.
 * `notify`: Shopify tells the shopper of it.
 */
export async function giveCredit(
  shopId: ShopId,
  customerId: string,
  amount: Money,
  notify = false,
): Promise<Paid> {
  const { storeCreditAccountCredit: answer } = await shopify(
    shopId,
    CreditStoreCreditDocument,
    { id: gid("Customer", customerId), input: { creditAmount: moneyInput(amount), notify } },
    { once: true },
  );
  const made = answer?.storeCreditAccountTransaction;
  return made ? { ok: true, id: numberOf(made.id) } : { ok: false, codes: codesOf(answer?.userErrors ?? []) };
}

/** Makes a gift card with this code. A code that is there already is refused (TAKEN): that is how it is made once. */
export async function createGiftCard(
  shopId: ShopId,
  { code, amount, note }: { code: string; amount: Money; note: string },
): Promise<Paid> {
  const input = { code, initialAmount: moneyInput(amount), note };
  const { giftCardCreate: answer } = await shopify(shopId, CreateGiftCardDocument, { input }, { once: true });
  const made = answer?.giftCard;
  return made ? { ok: true, id: numberOf(made.id) } : { ok: false, codes: codesOf(answer?.userErrors ?? []) };
}

export type PlainRefund = {
  orderId: string;
  /** what it is for: to the payments of these things the money goes back */
  lines: { orderLineId: string; quantity: number }[];
  /** are they noted as refunded? Not when a return took them back: Shopify would take them off the order twice */
  noteLines: boolean;
  amount: Money;
  /** the part that goes out as store credit, beside `amount`; in minor units */
  credit: bigint;
  note: string;
  /** the same key, the same refund, however often it is asked for */
  key: string;
};

export type Refunded = { ok: true; refund: ShopifyRefund } | { ok: false; codes: string[] };

/** Gives money back without a return, to the payments the things were bought with. Safe to repeat by its key. */
export async function refundWithoutReturn(
  shopId: ShopId,
  { orderId, lines, noteLines, amount, credit, note, key }: PlainRefund,
  asStaff?: string,
): Promise<Refunded> {
  const order = gid("Order", orderId);
  const refundLineItems = lines.map((line) => ({
    lineItemId: gid("LineItem", line.orderLineId),
    quantity: line.quantity,
    restockType: "NO_RESTOCK" as const,
  }));
  const { order: asked } = await shopify(shopId, SuggestedRefundDocument, {
    orderId: order,
    lines: refundLineItems,
  });
  const transactions = paidBack(
    order,
    amount,
    (asked?.suggestedRefund?.suggestedTransactions ?? []).map((each) => ({ ...each, most: each.amountSet })),
  );
  if (!transactions) return { ok: false, codes: ["NOT_REFUNDABLE"] };
  const currency = moneyInput(amount).currencyCode;
  const input = {
    ...{ orderId: order, currency, notify: false, note, transactions },
    ...(noteLines ? { refundLineItems } : {}),
    ...(credit > 0n
      ? { refundMethods: [{ storeCreditRefund: { amount: moneyInput({ ...amount, amount: credit }) } }] }
      : {}),
  };
  const { refundCreate } = await shopify(
    shopId,
    CreateRefundDocument,
    { input, key },
    { once: true, asStaff },
  );
  if (refundCreate?.refund) return { ok: true, refund: readRefund(refundCreate.refund) };
  return {
    ok: false,
    codes: (refundCreate?.userErrors ?? []).map(({ field }) => field?.at(-1) ?? "UNKNOWN"),
  };
}

type Payable = {
  gateway?: string | null;
  parentTransaction?: { id: string } | null;
  /** the most of it that goes back this way */
  most: Parameters<typeof pair>[0] | null;
};

/** An amount as it goes back to payments, the first as much as it can take; null when they cannot take it all. */
function paidBack(order: string, amount: Money, payments: Payable[]) {
  let left = amount.amount;
  const parts = payments.flatMap(({ gateway, parentTransaction, most }) => {
    const room = most ? pair(most).presentment.amount : 0n;
    const part = room < left ? room : left;
    if (part <= 0n || !parentTransaction) return [];
    left -= part;
    return [
      {
        ...{ orderId: order, kind: "REFUND" as const, gateway: gateway ?? "" },
        ...{ parentId: parentTransaction.id, amount: moneyInput({ ...amount, amount: part }).amount },
      },
    ];
  });
  return left > 0n ? null : parts;
}

/** What a refund is for; `shelf`: where it goes back to, off the packing list when it has not been sent. */
export type RefundedLine = {
  orderLineId: string;
  quantity: number;
  shelf: { location: string; unsent: boolean } | null;
};

export type PaymentRefund = Pick<PlainRefund, "orderId" | "amount" | "note" | "key"> & {
  lines: RefundedLine[];
};

/**
 * Gives an amount back to the payments of an order, the oldest first, whatever it is for. Safe to repeat by its
 * key. Answers why not, in Shopify's words where it says any.
 */
export async function refundPayments(
  shopId: ShopId,
  { orderId, lines, amount, note, key }: PaymentRefund,
  asStaff?: string,
): Promise<{ ok: true } | { ok: false; why: string }> {
  const order = gid("Order", orderId);
  const { order: asked } = await shopify(shopId, RefundablePaymentsDocument, { orderId: order });
  const transactions = paidBack(
    order,
    amount,
    (asked?.suggestedRefund?.suggestedTransactions ?? []).map((each) => ({
      ...each,
      most: each.maximumRefundableSet ?? null,
    })),
  );
  if (!transactions) return { ok: false, why: "" };
  const input = {
    ...{ orderId: order, currency: moneyInput(amount).currencyCode, notify: false, note, transactions },
    refundLineItems: lines.map(({ orderLineId, quantity, shelf }) => ({
      ...{ lineItemId: gid("LineItem", orderLineId), quantity },
      ...(shelf
        ? {
            restockType: shelf.unsent ? ("CANCEL" as const) : ("RETURN" as const),
            locationId: shelf.location,
          }
        : { restockType: "NO_RESTOCK" as const }),
    })),
  };
  const { refundCreate } = await shopify(
    shopId,
    CreateRefundDocument,
    { input, key },
    { once: true, asStaff },
  );
  if (refundCreate?.refund) return { ok: true };
  return { ok: false, why: (refundCreate?.userErrors ?? []).map(({ message }) => message).join(" ") };
}

/** What the shopper still owes on the order, in their currency; below 0: what the shop owes. */
export async function fetchOutstanding(shopId: ShopId, orderId: string): Promise<Money | null> {
  const { order } = await shopify(shopId, OrderOutstandingDocument, { id: gid("Order", orderId) });
  return order ? pair(order.totalOutstandingSet).presentment : null;
}

/** Mails the shopper Shopify's own invoice of what is outstanding, with its link to pay. Answers why not, if not. */
export async function sendInvoice(shopId: ShopId, orderId: string): Promise<string[]> {
  const { orderInvoiceSend: answer } = await shopify(
    shopId,
    SendOrderInvoiceDocument,
    { id: gid("Order", orderId) },
    { once: true },
  );
  return codesOf(answer?.userErrors ?? []);
}
