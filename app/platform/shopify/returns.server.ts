import { gid, numberOf, type ShopId } from "~/values/ids";
import { decimalText, type Money } from "~/values/money";
import { type CallOptions, shopify } from "./client.server";
import {
  ApproveReturnDocument,
  CancelReturnDocument,
  CloseReturnDocument,
  CreateOpenReturnDocument,
  type CurrencyCode,
  DeclineReturnDocument,
  RemoveFromReturnDocument,
  ReopenReturnDocument,
  RequestReturnDocument,
  ReturnByIdDocument,
  ReturnReasonsDocument,
  type ReturnStateFragment,
  ReturnsOfOrderDocument,
} from "./generated";
import type { ShopifyReturn } from "./nouns";
import { readReturn, readReturnStatus } from "./read-return";

/** What Shopify answers to a change: the return as it is now, or the codes of why not. */
export type Changed = { ok: true; return: ShopifyReturn } | { ok: false; codes: string[] };

/** A return with all we read of it, or null when the shop has no such return. */
export async function fetchReturn(shopId: ShopId, returnId: string): Promise<ShopifyReturn | null> {
  const answer = await shopify(shopId, ReturnByIdDocument, { id: gid("Return", returnId) });
  return answer.return ? readReturn(answer.return) : null;
}

/** Enough of a return to recognise one as ours. */
export type ReturnOutline = {
  id: string;
  status: ShopifyReturn["status"];
  lines: { fulfilmentLineId: string | null; quantity: number; note: string | null }[];
};

/** The order's latest returns, in outline, the newest first. */
export async function fetchReturnsOfOrder(shopId: ShopId, orderId: string): Promise<ReturnOutline[]> {
  const answer = await shopify(shopId, ReturnsOfOrderDocument, { orderId: gid("Order", orderId) });
  return (answer.order?.returns.nodes ?? []).map((one) => ({
    id: numberOf(one.id),
    status: readReturnStatus(one.status),
    lines: one.returnLineItems.nodes.map((line) => ({
      fulfilmentLineId: "fulfillmentLineItem" in line ? numberOf(line.fulfillmentLineItem.id) : null,
      quantity: line.quantity,
      note: line.customerNote || line.returnReasonNote || null,
    })),
  }));
}

export type NewReturn = {
  orderId: string;
  requestedAt: Date;
  /** `reason` is a handle of Shopify's library */
  lines: {
    fulfilmentLineId: string;
    quantity: number;
    reason: string;
    note: string;
    /** kept by the shop: Shopify knows restocking fees as a share of the price only, in percent */
    restockingPercent: number;
  }[];
  /** kept once for the return */
  shippingFee: Money;
  /** what is sent instead, with what is taken off its price of today; only a return that is open at once can have it */
  exchange: { variantId: string; quantity: number; discount: Money }[];
};

// Shopify's limits for the two notes.
const LONGEST_CUSTOMER_NOTE = 300;
const LONGEST_REASON_NOTE = 255;

/** Asks for a return that staff must approve. Not safe to repeat unseen: look at the order's returns first. */
export async function requestReturn(shopId: ShopId, wanted: NewReturn): Promise<Changed> {
  const reasons = await reasonIds(shopId, wanted);
  const returnLineItems = wanted.lines.map((line) => ({
    fulfillmentLineItemId: gid("FulfillmentLineItem", line.fulfilmentLineId),
    quantity: line.quantity,
    customerNote: line.note.slice(0, LONGEST_CUSTOMER_NOTE),
    ...restockingFee(line),
    ...reasons(line.reason),
  }));
  const input = { orderId: gid("Order", wanted.orderId), returnLineItems, ...shippingFee(wanted) };
  return changed((await shopify(shopId, RequestReturnDocument, { input }, { once: true })).returnRequest);
}

/** Makes a return that is approved already. Not safe to repeat unseen: look at the order's returns first. */
export async function openReturn(shopId: ShopId, wanted: NewReturn, asStaff?: string): Promise<Changed> {
  const reasons = await reasonIds(shopId, wanted);
  const returnLineItems = wanted.lines.map((line) => ({
    fulfillmentLineItemId: gid("FulfillmentLineItem", line.fulfilmentLineId),
    quantity: line.quantity,
    returnReasonNote: line.note.slice(0, LONGEST_REASON_NOTE),
    ...restockingFee(line),
    ...reasons(line.reason),
  }));
  const exchangeLineItems = wanted.exchange.map(({ variantId, quantity, discount }) => ({
    variantId: gid("ProductVariant", variantId),
    quantity,
    ...(discount.amount > 0n ? { appliedDiscount: { value: { amount: moneyInput(discount) } } } : {}),
  }));
  const input = {
    orderId: gid("Order", wanted.orderId),
    requestedAt: wanted.requestedAt.toISOString(),
    returnLineItems,
    ...(exchangeLineItems.length > 0 ? { exchangeLineItems } : {}),
    ...shippingFee(wanted),
  };
  const options: CallOptions = { once: true, asStaff };
  return changed((await shopify(shopId, CreateOpenReturnDocument, { input }, options)).returnCreate);
}

const restockingFee = ({ restockingPercent: percentage }: NewReturn["lines"][number]) =>
  percentage > 0 ? { restockingFee: { percentage } } : {};

const shippingFee = ({ shippingFee: fee }: NewReturn) =>
  fee.amount > 0n ? { returnShippingFee: { amount: moneyInput(fee) } } : {};

const moneyInput = (money: Money) => ({
  amount: decimalText(money),
  currencyCode: money.currency as CurrencyCode,
});

/** Approves a request. Shopify's own mail about it stays off: the shopper hears from us. */
export async function approveReturn(shopId: ShopId, returnId: string, asStaff?: string): Promise<Changed> {
  const input = { id: gid("Return", returnId), notifyCustomer: false };
  return changed((await shopify(shopId, ApproveReturnDocument, { input }, { asStaff })).returnApproveRequest);
}

export type Decline = { reason: "FINAL_SALE" | "RETURN_PERIOD_ENDED" | "OTHER"; note: string | null };

export async function declineReturn(
  shopId: ShopId,
  returnId: string,
  { reason, note }: Decline,
  asStaff?: string,
): Promise<Changed> {
  const id = gid("Return", returnId);
  const input = {
    id,
    declineReason: reason,
    declineNote: note?.slice(0, 500) ?? null,
    notifyCustomer: false,
  };
  return changed((await shopify(shopId, DeclineReturnDocument, { input }, { asStaff })).returnDeclineRequest);
}

export async function cancelReturn(shopId: ShopId, returnId: string, asStaff?: string): Promise<Changed> {
  const id = gid("Return", returnId);
  return changed((await shopify(shopId, CancelReturnDocument, { id }, { asStaff })).returnCancel);
}

export async function closeReturn(shopId: ShopId, returnId: string, asStaff?: string): Promise<Changed> {
  const id = gid("Return", returnId);
  return changed((await shopify(shopId, CloseReturnDocument, { id }, { asStaff })).returnClose);
}

/** Opens a closed return again. */
export async function reopenReturn(shopId: ShopId, returnId: string, asStaff?: string): Promise<Changed> {
  const id = gid("Return", returnId);
  return changed((await shopify(shopId, ReopenReturnDocument, { id }, { asStaff })).returnReopen);
}

/** Takes units off a return that have not been processed: the sale of them stands. Not safe to repeat unseen. */
export async function removeFromReturn(
  shopId: ShopId,
  returnId: string,
  lines: { id: string; quantity: number }[],
  asStaff?: string,
): Promise<Changed> {
  const variables = {
    returnId: gid("Return", returnId),
    lines: lines.map(({ id, quantity }) => ({ returnLineItemId: gid("ReturnLineItem", id), quantity })),
  };
  const answer = await shopify(shopId, RemoveFromReturnDocument, variables, { once: true, asStaff });
  return changed(answer.removeFromReturn);
}

type Payload =
  | {
      return?: ReturnStateFragment | null;
      userErrors: readonly { code?: string | null; field?: readonly string[] | null }[];
    }
  | null
  | undefined;

/** A payload of the Admin API in our words. Messages are left out: they may quote what a person typed. */
export function changed(payload: Payload): Changed {
  if (payload?.return && payload.userErrors.length === 0)
    return { ok: true, return: readReturn(payload.return) };
  const codes = (payload?.userErrors ?? []).map(
    ({ code, field }) => `${code ?? "UNKNOWN"} ${field?.filter((part) => !/^\d+$/.test(part)).at(-1) ?? ""}`,
  );
  return { ok: false, codes: codes.map((code) => code.trim()) };
}

const OTHER = "other-reason";

/** How each reason is named to Shopify: by its id in the library, or by the old list where it has none. */
async function reasonIds(shopId: ShopId, { lines }: NewReturn) {
  const handles = [...new Set([...lines.map((line) => line.reason), OTHER])];
  const { returnReasonDefinitions } = await shopify(shopId, ReturnReasonsDocument, { handles });
  const known = new Map(
    returnReasonDefinitions.nodes.filter((one) => !one.deleted).map((one) => [one.handle, one.id]),
  );
  return (reason: string) => {
    const id = known.get(reason) ?? known.get(OTHER);
    return id ? { returnReasonDefinitionId: id } : { returnReason: "OTHER" as const };
  };
}
