import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { type Disposing, disposeReturned } from "~/platform/shopify/return-money.server";
import { fetchReturn } from "~/platform/shopify/returns.server";
import { gid } from "~/values/ids";
import { oneAtATime } from "./one-at-a-time.server";
import { shelvableLines } from "./order-facts-queries.server";
import { shelfOf } from "./shelf.server";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { dispositionsOf } from "./to-process";
import { staffWords } from "./words/staff";

/**
 * Tells Shopify where things went that came after their return was paid: what was accepted goes where staff
 * said, what was not in the parcel is missing. Never more than Shopify still expects, and nothing twice.
 */
export const disposeReturn = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    if (!ours?.refundedAt || !ours.inspectedAt || !ours.shopifyReturnId)
      throw new NeverMind("Where its things go is told with its payout");
    const theirs = await fetchReturn(shop.id, ours.shopifyReturnId);
    if (!theirs) throw new NeedsMerchant(staffWords.problems.goneThere);
    const shelvable = await shop.transact((tx) => shelvableLines(tx, ours.lines));
    const places = { shelvable, shelf: await shelfOf(shop, ours), restock: false };
    for (const order of theirs.reverseOrders) {
      const things = ours.lines.flatMap((line) => placesOf(line, order, places));
      // Shopify takes what belongs to one reverse order at a time.
      const codes = things.length > 0 ? await disposeReturned(shop.id, things) : [];
      if (codes.length > 0) throw new NeedsMerchant(staffWords.problems.notTaken(codes));
    }
  });

type Places = { shelvable: ReadonlySet<string>; shelf: string | null; restock: boolean };

function placesOf(
  mine: KeptReturn["lines"][number],
  order: ShopifyReturn["reverseOrders"][number],
  places: Places,
): Disposing[] {
  const expected = order.lines.find((line) => line.fulfilmentLineId === mine.fulfilmentLineId);
  if (!expected) return [];
  const isMissing = mine.disposition === "missing";
  const known = isMissing ? mine.quantity - mine.receivedQuantity : mine.acceptedQuantity;
  const quantity = known - expected.disposed;
  const gidOf = (id: string) => gid("Location", id);
  return quantity > 0 ? dispositionsOf({ mine, quantity, expected }, { ...places, gidOf }) : [];
}
