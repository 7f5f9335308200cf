import { numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { StockLocationsDocument } from "./generated";

/** A place where the shop keeps stock. */
export type StockLocation = { id: string; name: string };

/** The shop's active places, those that send online orders first. */
export async function fetchLocations(shopId: ShopId): Promise<StockLocation[]> {
  const { locations } = await shopify(shopId, StockLocationsDocument, {}, { urgency: "staff" });
  return [...locations.nodes]
    .sort((a, b) => Number(b.fulfillsOnlineOrders) - Number(a.fulfillsOnlineOrders))
    .map(({ id, name }) => ({ id: numberOf(id), name }));
}
