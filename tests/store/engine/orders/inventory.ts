import type { Location } from "../state/model";
import type { ShopState } from "../state/shop";
import type { LineItem, Order } from "./model";

/** Stock moves with orders that claim it and with goods that come back. */

export function claimInventory(shop: ShopState, order: Order): void {
  for (const line of order.lineItems) move(line, shop.primaryLocation, -line.quantity);
}

export function restock(line: LineItem, location: Location, quantity: number): void {
  move(line, location, quantity);
}

function move(line: LineItem, location: Location, by: number): void {
  const item = line.variant?.inventoryItem;
  if (!item?.tracked) return;
  item.levels.set(location.id, (item.levels.get(location.id) ?? 0) + by);
}
