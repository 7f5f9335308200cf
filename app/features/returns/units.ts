import { anyOf } from "./match";
import { holds } from "./states";
import type {
  AllocatedLine,
  LineBar,
  PolicyOrderLine,
  ReturnableOrder,
  ReturnPolicy,
  ShopifyVerdict,
} from "./terms";
import { type Window, windowDaysFor, windowOf } from "./window";

/** Pieces of a line that came in one parcel, how many of them are in no return yet, and until when they may come back. */
export type Unit = { fulfilmentLineId: string; free: number; window: Window };

/** What of a line may come back now. `most` is 0 exactly when there is a bar. */
export type Open = { most: number; bar: LineBar | null; window: Window | null; units: Unit[] };

/** Parcels that never reached the shopper have nothing to send back. */
const NOT_THERE = new Set(["cancelled", "returned", "failed"]);

const shut = (bar: LineBar, window: Window | null = null): Open => ({ most: 0, bar, window, units: [] });

/** What of a line may come back on day `today` (a number of the shop's calendar), or why nothing may. */
export function openUnits(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  line: PolicyOrderLine,
  today: number,
): Open {
  if (line.giftCard) return shut("returns.giftCard");
  if (isFinalSale(policy, line)) return shut("returns.finalSale");
  const sent = sentUnits(policy, order, line);
  const [first] = sent;
  if (!first) return shut("returns.notDelivered");
  const latest = last(sent, first);
  const left = stillBought(order, line);
  if (left === 0 || !sent.some(isFree)) return shut("returns.alreadyReturned", latest.window);
  // a window of no days: the shop takes it back never
  if (first.window.days === 0)
    return shut(first.window.rule === "window" ? "returns.windowClosed" : "returns.excluded", latest.window);
  const open = sent.filter((unit) => unit.free > 0 && today <= unit.window.lastDay);
  if (open.length === 0) return shut("returns.windowClosed", latest.window);
  const units = order.shopify ? stricter(open, order.shopify) : open;
  const closing = units[0] && closingFirst(units, units[0]);
  if (!closing) return shut("returns.shopifyBars", latest.window);
  let free = 0;
  for (const unit of units) free += unit.free;
  return { most: Math.min(left, free), bar: null, window: closing.window, units };
}

const isFree = (unit: Unit) => unit.free > 0;

function last(units: readonly Unit[], first: Unit): Unit {
  let one = first;
  for (const other of units) if (other.window.lastDay > one.window.lastDay) one = other;
  return one;
}

function closingFirst(units: readonly Unit[], first: Unit): Unit {
  let one = first;
  for (const other of units) if (other.window.lastDay < one.window.lastDay) one = other;
  return one;
}

const isFinalSale = (policy: ReturnPolicy, line: PolicyOrderLine): boolean =>
  anyOf(policy.finalSaleTags, line.productTags) ||
  (policy.finalSaleTag ? anyOf([policy.finalSaleTag], line.productTags) : false) ||
  anyOf(policy.finalSaleCollections, line.collections);

/**
 * The stricter of our verdict and Shopify's: of each parcel's line the smaller number of pieces, and none of
 * what Shopify does not name. While Shopify is silent, ours stands alone.
 */
export function stricter<Ours extends { fulfilmentLineId: string; free: number }>(
  ours: readonly Ours[],
  shopifys: ShopifyVerdict,
): Ours[] {
  if (shopifys === "silent") return [...ours];
  const allowed = new Map<string, number>();
  for (const { fulfilmentLineId, quantity } of shopifys)
    allowed.set(fulfilmentLineId, (allowed.get(fulfilmentLineId) ?? 0) + quantity);
  return ours.flatMap((unit) => {
    const free = Math.min(unit.free, allowed.get(unit.fulfilmentLineId) ?? 0);
    return free > 0 ? [{ ...unit, free }] : [];
  });
}

/** What was sent of a line, parcel by parcel, with how much of it is in no return yet. */
function sentUnits(policy: ReturnPolicy, order: ReturnableOrder, line: PolicyOrderLine): Unit[] {
  const given = windowDaysFor(policy, order, line);
  const units: Unit[] = [];
  for (const parcel of order.parcels) {
    if (NOT_THERE.has(parcel.state)) continue;
    for (const one of parcel.lines) {
      if (one.orderLineId !== line.id || one.quantity <= 0) continue;
      const window = windowOf(policy, order, parcel, given);
      if (!window) continue;
      const free = Math.max(0, one.quantity - takenOfParcelLine(order, one.id));
      units.push({ fulfilmentLineId: one.id, free, window });
    }
  }
  return units;
}

function takenOfParcelLine(order: ReturnableOrder, fulfilmentLineId: string): number {
  let taken = 0;
  for (const one of order.returned)
    if (one.fulfilmentLineId === fulfilmentLineId && holds(one.state)) taken += one.quantity;
  return taken;
}

/**
 * Bought, minus what is in returns, minus what Shopify took off the line otherwise (refunds without a return,
 * edits). What returns took off there is known to us and counted once.
 */
export function stillBought(
  order: Pick<ReturnableOrder, "returned">,
  line: Pick<PolicyOrderLine, "id" | "quantity" | "currentQuantity">,
): number {
  let [inReturns, throughReturns] = [0, 0];
  for (const one of order.returned) {
    if (one.orderLineId !== line.id || !holds(one.state)) continue;
    inReturns += one.quantity;
    if (one.state !== "requested") throughReturns += one.quantity;
  }
  const gone = Math.max(0, line.quantity - line.currentQuantity);
  return Math.max(0, line.quantity - inReturns - Math.max(0, gone - throughReturns));
}

export type Taken = AllocatedLine & { window: Window };

/** Takes the pieces whose window closes first, so that the others can still come back later. Lowers what is free. */
export function allocate(units: Unit[], orderLineId: string, quantity: number, asked: number): Taken[] {
  const taken: Taken[] = [];
  let left = quantity;
  if (units.length > 1) units.sort((a, b) => a.window.lastDay - b.window.lastDay);
  for (const unit of units) {
    const some = Math.min(unit.free, left);
    if (some === 0) continue;
    const { fulfilmentLineId, window } = unit;
    taken.push({ orderLineId, fulfilmentLineId, quantity: some, asked, window });
    unit.free -= some;
    left -= some;
  }
  return taken;
}
