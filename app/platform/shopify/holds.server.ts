import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { FulfilmentsOfLinesDocument, HoldFulfilmentDocument, ReleaseFulfilmentDocument } from "./generated";

/** Work that a packer has been given of what is sent instead, and our hold on it. */
export type ExchangeWork = {
  gid: string;
  /** can it still be held back, or is it packed already? */
  isOpen: boolean;
  /** our own holds on it */
  holdGids: string[];
  /** of its lines, those of the exchange; others of the order may be in the same parcel */
  lines: { gid: string; quantity: number }[];
  isMixed: boolean;
};

const OPEN = ["OPEN", "SCHEDULED", "IN_PROGRESS", "ON_HOLD"];

/** What is under way of a return's exchange, with the holds of this name. Empty when Shopify has not made it yet. */
export async function fetchExchangeWork(
  shopId: ShopId,
  about: { orderId: string; returnId: string },
  handle: string,
): Promise<ExchangeWork[]> {
  const answer = await shopify(shopId, FulfilmentsOfLinesDocument, {
    orderId: gid("Order", about.orderId),
    returnId: gid("Return", about.returnId),
  });
  const lines = (answer.return?.exchangeLineItems.nodes ?? []).flatMap((one) => one.lineItems ?? []);
  const ours = new Set(lines.map((line) => numberOf(line.id)));
  return (answer.order?.fulfillmentOrders.nodes ?? []).flatMap((work) => {
    const open = work.lineItems.nodes.filter((line) => line.remainingQuantity > 0);
    const all = work.lineItems.nodes.filter((line) => ours.has(numberOf(line.lineItem.id)));
    if (all.length === 0) return [];
    const mine = open.filter((line) => all.includes(line));
    return [
      {
        gid: work.id,
        isOpen: OPEN.includes(work.status) && mine.length > 0,
        holdGids: work.fulfillmentHolds
          .filter((hold) => hold.heldByRequestingApp && hold.handle === handle)
          .map((hold) => hold.id),
        lines: mine.map((line) => ({ gid: line.id, quantity: line.remainingQuantity })),
        isMixed: mine.length < open.length,
      },
    ];
  });
}

/** Holds work back until it is paid for. The name makes it happen once. Answers why not, if not. */
export async function holdWork(
  shopId: ShopId,
  work: ExchangeWork,
  { handle, notes }: { handle: string; notes: string },
): Promise<string[]> {
  const fulfillmentOrderLineItems = work.lines.map((line) => ({ id: line.gid, quantity: line.quantity }));
  const { fulfillmentOrderHold: answer } = await shopify(shopId, HoldFulfilmentDocument, {
    id: work.gid,
    hold: {
      reason: "AWAITING_PAYMENT",
      reasonNotes: notes,
      handle,
      notifyMerchant: false,
      ...(work.isMixed ? { fulfillmentOrderLineItems } : {}),
    },
  });
  return codesOf(answer?.userErrors).filter((code) => code !== "DUPLICATE_FULFILLMENT_HOLD_HANDLE");
}

/** Lets it go; holds of others stay. Answers why not, if not. */
export async function releaseWork(shopId: ShopId, { gid: id, holdGids }: ExchangeWork): Promise<string[]> {
  if (holdGids.length === 0) return [];
  const answer = await shopify(shopId, ReleaseFulfilmentDocument, { id, holds: holdGids });
  return codesOf(answer.fulfillmentOrderReleaseHold?.userErrors);
}

type Errors = readonly { code?: string | null; field?: readonly string[] | null }[] | undefined;
const codesOf = (errors: Errors): string[] =>
  (errors ?? []).map(({ code, field }) => code ?? field?.at(-1) ?? "UNKNOWN");
