import { gid, numberOf, type ShopId } from "~/values/ids";
import { decimalText, type Money } from "~/values/money";
import { shopify } from "./client.server";
import {
  type CurrencyCode,
  ProcessReturnDocument,
  RefundsOfOrderDocument,
  RestockLocationDocument,
  SuggestedOutcomeDocument,
} from "./generated";
import type { ShopifyRefund } from "./nouns";
import { pair } from "./read-order";
import { readRefund } from "./read-return";
import { type Changed, changed } from "./returns.server";

/** What Shopify would give back for things of a return, to the payments they were bought with. */
export type SuggestedRefund = {
  amount: Money | null;
  payments: { parentGid: string; amount: Money }[];
};

/** Asks Shopify what it would refund, fees and taxes reckoned in; amount null: nothing. */
export async function suggestRefund(
  shopId: ShopId,
  returnId: string,
  lines: { id: string; quantity: number }[],
): Promise<SuggestedRefund> {
  const answer = await shopify(shopId, SuggestedOutcomeDocument, {
    returnId: gid("Return", returnId),
    lines: lines.map((line) => ({ id: gid("ReturnLineItem", line.id), quantity: line.quantity })),
  });
  const transfer = answer.return?.suggestedFinancialOutcome?.financialTransfer;
  if (transfer?.__typename !== "RefundReturnOutcome") return { amount: null, payments: [] };
  const payments = transfer.suggestedTransactions.flatMap(({ parentTransaction, amountSet }) =>
    parentTransaction ? [{ parentGid: parentTransaction.id, amount: pair(amountSet).presentment }] : [],
  );
  return { amount: pair(transfer.amount).presentment, payments };
}

/** Where returned things go back on the shelf, or null when the shop has no such place. */
export async function fetchRestockLocation(shopId: ShopId): Promise<string | null> {
  const { location } = await shopify(shopId, RestockLocationDocument, {});
  return location?.isActive ? location.id : null;
}

export type Processing = {
  returnId: string;
  lines: {
    id: string;
    quantity: number;
    /** where the warehouse expects it; null when Shopify named none */
    reverseLineGid: string | null;
    /** back on the shelf at this location, or not */
    locationGid: string | null;
  }[];
  payments: { parentGid: string; amount: Money }[];
};

/**
 * Processes a return: notes what came back and gives the money back, in one step. Shopify knows no
 * idempotency here: callers hold the return's lock and look at what was processed first.
 */
export async function processReturn(
  shopId: ShopId,
  { returnId, lines, payments }: Processing,
  asStaff?: string,
): Promise<Changed> {
  const input = {
    returnId: gid("Return", returnId),
    notifyCustomer: false,
    returnLineItems: lines.map((line) => ({
      id: gid("ReturnLineItem", line.id),
      quantity: line.quantity,
      ...(line.reverseLineGid
        ? { dispositions: [disposition(line.reverseLineGid, line.quantity, line.locationGid)] }
        : {}),
    })),
    ...(payments.length > 0
      ? { financialTransfer: { issueRefund: { orderTransactions: payments.map(transaction) } } }
      : {}),
  };
  const answer = await shopify(shopId, ProcessReturnDocument, { input }, { once: true, asStaff });
  return changed(answer.returnProcess);
}

const disposition = (reverseFulfillmentOrderLineItemId: string, quantity: number, location: string | null) =>
  location
    ? {
        reverseFulfillmentOrderLineItemId,
        quantity,
        dispositionType: "RESTOCKED" as const,
        locationId: location,
      }
    : { reverseFulfillmentOrderLineItemId, quantity, dispositionType: "NOT_RESTOCKED" as const };

const transaction = ({ parentGid, amount }: { parentGid: string; amount: Money }) => ({
  parentId: parentGid,
  transactionAmount: { amount: decimalText(amount), currencyCode: amount.currency as CurrencyCode },
});

export type OrderRefund = ShopifyRefund & { returnId: string | null };

/** Every refund of an order, whoever made it. */
export async function fetchRefunds(shopId: ShopId, orderId: string): Promise<OrderRefund[]> {
  const answer = await shopify(shopId, RefundsOfOrderDocument, { orderId: gid("Order", orderId) });
  return (answer.order?.refunds ?? []).map((refund) => ({
    ...readRefund(refund),
    returnId: refund.return ? numberOf(refund.return.id) : null,
  }));
}
