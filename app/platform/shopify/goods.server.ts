import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { GoodsAndOriginsDocument, type WeightUnit } from "./generated";

/** What Shopify's catalogue tells customs and carriers of one piece of a variant; null where it says nothing. */
export type CatalogueGoods = { hsCode: string | null; origin: string | null; grams: number | null };

const GRAMS_PER: Readonly<Record<WeightUnit, number>> = {
  GRAMS: 1,
  KILOGRAMS: 1_000,
  OUNCES: 28.349523125,
  POUNDS: 453.59237,
};
/** Carriers take up to ten digits; Shopify keeps up to thirteen. */
const MOST_DIGITS = 10;

/**
 * What is known of these variants, and which location sent these fulfilments, by their ids. Both are read with
 * the scopes every shop has given (read_products, read_fulfillments). What Shopify does not have (any more) is
 * left out.
 */
export async function fetchGoods(
  shopId: ShopId,
  { variantIds, fulfilmentIds }: { variantIds: readonly string[]; fulfilmentIds: readonly string[] },
): Promise<{ goods: Map<string, CatalogueGoods>; sentFrom: Map<string, string> }> {
  const answer = await shopify(shopId, GoodsAndOriginsDocument, {
    variants: variantIds.map((id) => gid("ProductVariant", id)),
    fulfilments: fulfilmentIds.map((id) => gid("Fulfillment", id)),
  });
  const goods = new Map<string, CatalogueGoods>();
  for (const node of answer.variants) {
    if (!node || !("inventoryItem" in node)) continue;
    const { harmonizedSystemCode, countryCodeOfOrigin, measurement } = node.inventoryItem;
    const { weight } = measurement;
    const grams = weight ? Math.round(weight.value * GRAMS_PER[weight.unit]) : 0;
    goods.set(numberOf(node.id), {
      hsCode: harmonizedSystemCode?.replace(/\D/g, "").slice(0, MOST_DIGITS) || null,
      origin: countryCodeOfOrigin ?? null,
      grams: grams > 0 ? grams : null,
    });
  }
  const sentFrom = new Map<string, string>();
  for (const node of answer.fulfilments)
    if (node && "location" in node && node.location)
      sentFrom.set(numberOf(node.id), numberOf(node.location.id));
  return { goods, sentFrom };
}
