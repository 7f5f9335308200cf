import type { Shop } from "~/platform/database/shop.server";
import { fetchRestockLocation } from "~/platform/shopify/return-money.server";
import { gid } from "~/values/ids";
import { keptPlace } from "./return-places";
import type { KeptReturn } from "./store.server";

/**
 * Where this return's things go back on the shelf, when nobody said it of a line: at the place its parcel went to,
 * else at the shop's first location. A global id; null when the shop has no such place.
 */
export async function shelfOf(shop: Shop, ours: Pick<KeptReturn, "sendTo">): Promise<string | null> {
  const locationId = keptPlace(ours)?.locationId;
  return locationId ? gid("Location", locationId) : fetchRestockLocation(shop.id);
}
