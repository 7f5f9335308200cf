import type { ShopifyReturn } from "~/platform/shopify/nouns";
import type { Disposing } from "~/platform/shopify/return-money.server";
import { type OwedReturn, type PaidLine, paidUnits } from "./payout";

type OurLine = PaidLine & {
  orderLineId: string;
  fulfilmentLineId: string;
  shopifyReturnLineId: string | null;
  shopifyExchangeLineId: string | null;
  rejectedQuantity: number;
  disposition: string | null;
  locationId: string | null;
};
type Ours = Omit<OwedReturn, "lines"> & { lines: readonly OurLine[] };

const expectedOf = (theirs: ShopifyReturn, fulfilmentLineId: string) =>
  theirs.reverseOrders
    .flatMap((order) => order.lines)
    .find((one) => one.fulfilmentLineId === fulfilmentLineId);

/** What is paid for and Shopify has not processed yet; empty when all of it is done there. */
export const toProcess = (ours: Ours, theirs: ShopifyReturn) =>
  ours.lines.flatMap((mine) => {
    const line = theirs.lines.find((one) => one.id === mine.shopifyReturnLineId);
    const quantity = Math.min(paidUnits(mine, ours), line?.quantity ?? 0) - (line?.processed ?? 0);
    if (!line || quantity <= 0) return [];
    return [{ id: line.id, quantity, mine, expected: expectedOf(theirs, mine.fulfilmentLineId) ?? null }];
  });
export type ToProcess = ReturnType<typeof toProcess>[number];

/**
 * What is to be sent instead and Shopify has not sent yet: as many as are paid for by what comes back. What staff
 * put on the return in Shopify's admin belongs to no line of ours, and goes as it is.
 */
export const toSend = (ours: Ours, theirs: ShopifyReturn) =>
  theirs.exchangeLines
    .map((line) => {
      const mine = ours.lines.find((one) => one.shopifyExchangeLineId === line.id);
      const wanted = mine ? Math.min(line.quantity, paidUnits(mine, ours)) : line.quantity;
      return { id: line.id, quantity: wanted - line.processed };
    })
    .filter((line) => line.quantity > 0);

/** Units that were not accepted and are still on Shopify's return: the sale of them stands. */
export const toRemove = (ours: Ours, theirs: ShopifyReturn) =>
  ours.lines.flatMap((mine) => {
    const line = theirs.lines.find((one) => one.id === mine.shopifyReturnLineId);
    if (!line || mine.rejectedQuantity === 0) return [];
    const quantity = Math.min(
      line.quantity - (mine.quantity - mine.rejectedQuantity),
      line.quantity - line.processed,
    );
    return quantity > 0 ? [{ id: line.id, quantity }] : [];
  });

type Shelves = {
  /** order lines whose things can go back on a shelf: Shopify keeps stock of variants only */
  shelvable: ReadonlySet<string>;
  /** the shop's own shelf, as a global id; null: it has none */
  shelf: string | null;
  /** do things go there of which nobody said where? */
  restock: boolean;
  gidOf(locationId: string): string;
};

/**
 * Where the units at hand go. Never more than Shopify still expects: it would take too many without a word.
 * Nobody knows before the parcel came.
 */
export function dispositionsOf(
  { mine, quantity, expected }: Pick<ToProcess, "mine" | "quantity" | "expected">,
  shelves: Shelves,
): Disposing[] {
  const open = Math.min(quantity, (expected?.quantity ?? 0) - (expected?.disposed ?? 0));
  if (!expected || open <= 0) return [];
  const wanted = mine.disposition === "restock" || (mine.disposition === null && shelves.restock);
  const place = mine.locationId ? shelves.gidOf(mine.locationId) : shelves.shelf;
  const locationGid = wanted && shelves.shelvable.has(mine.orderLineId) ? place : null;
  const type = locationGid ? "RESTOCKED" : mine.disposition === "missing" ? "MISSING" : "NOT_RESTOCKED";
  return [{ reverseLineGid: expected.gid, quantity: open, type, locationGid }];
}
