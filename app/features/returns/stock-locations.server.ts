import type { Shop } from "~/platform/database/shop.server";
import { fetchLocations, type StockLocation } from "~/platform/shopify/locations.server";
import { soon } from "./patience";

/** Whoever stands at the table should not wait long for a list of places. */
const PATIENCE_MS = 2_000;

/** Where things can go back on the shelf; none when Shopify does not say soon: the shop's own place is meant then. */
export const stockLocations = async (shop: Shop): Promise<StockLocation[]> =>
  (await soon(fetchLocations(shop.id), PATIENCE_MS)) ?? [];
