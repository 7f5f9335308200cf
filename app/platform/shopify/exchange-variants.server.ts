import { gid, numberOf, type ShopId } from "~/values/ids";
import { type Money, readMoney } from "~/values/money";
import { shopify } from "./client.server";
import { type ExchangeableFragment, ExchangeProductsDocument, SearchExchangeDocument } from "./generated";

/** A product with what of it can be sent now. */
export type ExchangeProduct = { id: string; title: string; variants: ExchangeVariant[] };
export type ExchangeVariant = {
  id: string;
  /** null: the product has but one */
  title: string | null;
  /** in the shop's currency */
  price: Money;
  /** how many can be sent; null: as many as anybody wants */
  available: number | null;
};

/**
 * The products of these ids, and those that these variants are of, with their variants and stock. What the shop
 * does not sell (any more) is left out.
 */
export async function fetchExchangeProducts(
  shopId: ShopId,
  named: { productIds: readonly string[]; variantIds: readonly string[] },
  shopCurrency: string,
): Promise<ExchangeProduct[]> {
  const ids = [
    ...named.productIds.map((id) => gid("Product", id)),
    ...named.variantIds.map((id) => gid("ProductVariant", id)),
  ];
  if (ids.length === 0) return [];
  const { nodes } = await shopify(shopId, ExchangeProductsDocument, { ids }, { urgency: "storefront" });
  const products = nodes.flatMap((node) => {
    if (!node) return [];
    if ("product" in node) return readProduct(node.product, shopCurrency);
    return "variants" in node ? readProduct(node as ExchangeableFragment, shopCurrency) : [];
  });
  return [...new Map(products.map((product) => [product.id, product])).values()];
}

const MOST_SEARCHED = 60;

/** Products whose name has these words; at most six. */
export async function searchExchangeProducts(
  shopId: ShopId,
  words: string,
  shopCurrency: string,
): Promise<ExchangeProduct[]> {
  // Only letters and digits: Shopify's search has operators, and this is a shopper's typing.
  const plain = words
    .slice(0, MOST_SEARCHED)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (!plain) return [];
  const query = `status:active AND ${plain}`;
  const { products } = await shopify(shopId, SearchExchangeDocument, { query }, { urgency: "storefront" });
  return products.nodes.flatMap((product) => readProduct(product, shopCurrency));
}

function readProduct(product: ExchangeableFragment, currency: string): ExchangeProduct[] {
  if (product.status !== "ACTIVE") return [];
  const { nodes } = product.variants;
  return [
    {
      id: numberOf(product.id),
      title: product.title,
      variants: nodes.map((variant) => ({
        id: numberOf(variant.id),
        title: variant.title === "Default Title" ? null : variant.title,
        price: readMoney(String(variant.price), currency),
        available: availableOf(variant),
      })),
    },
  ];
}

type Variant = ExchangeableFragment["variants"]["nodes"][number];

function availableOf(variant: Variant): number | null {
  if (!variant.availableForSale) return 0;
  const endless = variant.inventoryPolicy === "CONTINUE" || !variant.inventoryItem.tracked;
  return endless ? null : Math.max(0, variant.sellableOnlineQuantity);
}
