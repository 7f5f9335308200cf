import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { travelling } from "./marker";

type OurLine = {
  fulfilmentLineId: string;
  shopifyReturnLineId: string | null;
  quantity: number;
  rejectedQuantity: number;
  outcome: string;
};

/**
 * Units that staff took off our return and that Shopify's still has; none when it was told before. `trimmed`: the
 * fulfilment lines of which something was taken off. What else there is on Shopify's return is left alone: staff
 * may have put it there.
 */
export function toTrim(
  ours: readonly OurLine[],
  theirs: Pick<ShopifyReturn, "lines">,
  trimmed: ReadonlySet<string>,
): { id: string; quantity: number }[] {
  const removals: { id: string; quantity: number }[] = [];
  for (const fulfilmentLineId of trimmed) {
    const mine = travelling(ours).filter((line) => line.fulfilmentLineId === fulfilmentLineId);
    const there = theirs.lines.filter((line) => line.fulfilmentLineId === fulfilmentLineId);
    const wanted = sum(mine.map((line) => line.quantity - line.rejectedQuantity));
    let excess = sum(there.map((line) => line.quantity)) - wanted;
    for (const line of [...there].sort((a, b) => surplus(mine, b) - surplus(mine, a))) {
      const quantity = Math.min(excess, surplus(mine, line), line.quantity - line.processed);
      if (quantity <= 0) continue;
      excess -= quantity;
      removals.push({ id: line.id, quantity });
    }
  }
  return removals;
}

/** How many more of a line there are at Shopify than of the line of ours that it is linked to. */
function surplus(mine: readonly OurLine[], line: { id: string; quantity: number }): number {
  const linked = mine.find((one) => one.shopifyReturnLineId === line.id);
  return line.quantity - (linked ? linked.quantity - linked.rejectedQuantity : 0);
}

const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
