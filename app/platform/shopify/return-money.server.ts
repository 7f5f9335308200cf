import { gid, numberOf, type ShopId } from "~/values/ids";
import { decimalText, type Money } from "~/values/money";
import { shopify } from "./client.server";
import {
  type CurrencyCode,
  DisposeReturnedDocument,
  ProcessReturnDocument,
  RefundsOfOrderDocument,
  RestockLocationDocument,
  SuggestedOutcomeDocument,
} from "./generated";
import type { ShopifyRefund } from "./nouns";
import { pair } from "./read-order";
import { readRefund } from "./read-return";
import { type Changed, changed } from "./returns.server";

/** Money that goes back to a payment the order was bought with. */
export type Payment = { parentGid: string; amount: Money };

/** What Shopify would give back for things of a return, to the payments they were bought with. */
export type SuggestedRefund = {
  amount: Money | null;
  /** what it would have the shopper pay instead */
  invoice: Money | null;
  payments: Payment[];
};

type Units = { id: string; quantity: number };

/** Asks Shopify what it would refund, fees, taxes and what is sent instead reckoned in; amount null: nothing. */
export async function suggestRefund(
  shopId: ShopId,
  returnId: string,
  lines: Units[],
  exchange: Units[] = [],
): Promise<SuggestedRefund> {
  const answer = await shopify(shopId, SuggestedOutcomeDocument, {
    returnId: gid("Return", returnId),
    lines: lines.map((line) => ({ id: gid("ReturnLineItem", line.id), quantity: line.quantity })),
    exchange: exchange.map((line) => ({ id: gid("ExchangeLineItem", line.id), quantity: line.quantity })),
  });
  const transfer = answer.return?.suggestedFinancialOutcome?.financialTransfer;
  const nothing: SuggestedRefund = { amount: null, invoice: null, payments: [] };
  if (transfer?.__typename === "InvoiceReturnOutcome")
    return { ...nothing, invoice: pair(transfer.invoiced).presentment };
  if (transfer?.__typename !== "RefundReturnOutcome") return nothing;
  const payments = transfer.suggestedTransactions.flatMap(({ parentTransaction, amountSet }) =>
    parentTransaction ? [{ parentGid: parentTransaction.id, amount: pair(amountSet).presentment }] : [],
  );
  return { amount: pair(transfer.amount).presentment, invoice: null, payments };
}

/** Where returned things go back on the shelf, or null when the shop has no such place. */
export async function fetchRestockLocation(shopId: ShopId): Promise<string | null> {
  const { location } = await shopify(shopId, RestockLocationDocument, {});
  return location?.isActive ? location.id : null;
}

/** Where units went that came back: on a shelf, away, or nobody knows (they were not in the parcel). */
export type Disposing = {
  reverseLineGid: string;
  quantity: number;
  type: "RESTOCKED" | "NOT_RESTOCKED" | "MISSING";
  /** RESTOCKED only */
  locationGid: string | null;
};

export type Processing = {
  returnId: string;
  lines: (Units & { dispositions: Disposing[] })[];
  exchange: Units[];
  payments: Payment[];
  /** the part that goes out as store credit; amount 0: none */
  credit: Money;
  note: string;
};

/**
 * Processes a return: notes what came back, sends what goes out instead and gives the money back, in one step.
 * Shopify knows no idempotency here: callers hold the return's lock and look at what was processed first.
 */
export async function processReturn(
  shopId: ShopId,
  { returnId, lines, exchange, payments, credit, note }: Processing,
  asStaff?: string,
): Promise<Changed> {
  const pays = payments.length > 0 || credit.amount > 0n;
  const input = {
    returnId: gid("Return", returnId),
    notifyCustomer: false,
    note,
    returnLineItems: lines.map((line) => ({
      id: gid("ReturnLineItem", line.id),
      quantity: line.quantity,
      ...(line.dispositions.length > 0 ? { dispositions: line.dispositions.map(disposition) } : {}),
    })),
    ...(exchange.length > 0
      ? {
          exchangeLineItems: exchange.map(({ id, quantity }) => ({
            id: gid("ExchangeLineItem", id),
            quantity,
          })),
        }
      : {}),
    ...(pays
      ? {
          financialTransfer: {
            issueRefund: {
              orderTransactions: payments.map(transaction),
              ...(credit.amount > 0n
                ? { refundMethods: [{ storeCreditRefund: { amount: moneyInput(credit) } }] }
                : {}),
            },
          },
        }
      : {}),
  };
  const answer = await shopify(shopId, ProcessReturnDocument, { input }, { once: true, asStaff });
  return changed(answer.returnProcess);
}

const disposition = ({ reverseLineGid, quantity, type, locationGid }: Disposing) => ({
  reverseFulfillmentOrderLineItemId: reverseLineGid,
  quantity,
  dispositionType: type,
  ...(locationGid ? { locationId: locationGid } : {}),
});

/** Notes where things went after their return was processed. Not safe to repeat unseen: Shopify takes too many. */
export async function disposeReturned(shopId: ShopId, things: Disposing[]): Promise<string[]> {
  const inputs = things.map(disposition);
  const answer = await shopify(shopId, DisposeReturnedDocument, { inputs }, { once: true });
  return (answer.reverseFulfillmentOrderDispose?.userErrors ?? []).map((error) => error.code ?? "UNKNOWN");
}

const transaction = ({ parentGid, amount }: Payment) => ({
  parentId: parentGid,
  transactionAmount: moneyInput(amount),
});

/** An amount as the Admin API takes it. */
export const moneyInput = (money: Money) => ({
  amount: decimalText(money),
  currencyCode: money.currency as CurrencyCode,
});

export type OrderRefund = ShopifyRefund & { returnId: string | null };
export type OrderMoney = {
  refunds: OrderRefund[];
  /** what was paid in so far, and what went back of it, in the shopper's currency */
  received: bigint;
  refunded: bigint;
};

/** Every refund of an order, whoever made it, and what was paid in. Null when the shop has no such order. */
export async function fetchOrderMoney(shopId: ShopId, orderId: string): Promise<OrderMoney | null> {
  const { order } = await shopify(shopId, RefundsOfOrderDocument, { orderId: gid("Order", orderId) });
  if (!order) return null;
  return {
    received: pair(order.totalReceivedSet).presentment.amount,
    refunded: pair(order.totalRefundedSet).presentment.amount,
    refunds: order.refunds.map((refund) => ({
      ...readRefund(refund),
      returnId: refund.return ? numberOf(refund.return.id) : null,
    })),
  };
}
