import type { Shop } from "~/platform/database/shop.server";
import {
  type ExchangeProduct,
  fetchExchangeProducts,
  searchExchangeProducts,
} from "~/platform/shopify/exchange-variants.server";
import type { ExchangeChoices } from "./exchange-choices";
import { inOrdersCurrency, type OwnRate } from "./fees";
import { soon } from "./patience";

/** A line, as far as what can be sent instead depends on it. */
export type ExchangeLine = {
  orderLineId: string;
  productId: string | null;
  /** chosen already */
  variantId: string | null;
  search: string;
  /** of its order: prices are shown in its currency */
  currency: string;
  rate: OwnRate;
  /** another version of the same thing, anything the shop sells */
  wants: { versions: boolean; anything: boolean };
};

/** Asks Shopify what can be sent instead. Null when it does not say soon enough. */
export async function exchangeChoices(
  shop: Shop,
  shopCurrency: string,
  lines: readonly ExchangeLine[],
): Promise<ExchangeChoices | null> {
  const wanted = lines.filter(({ wants }) => wants.versions || wants.anything);
  if (wanted.length === 0) return { versions: new Map(), anything: new Map() };
  const productIds = [
    ...new Set(wanted.flatMap((line) => (line.wants.versions && line.productId ? [line.productId] : []))),
  ];
  const variantIds = [
    ...new Set(wanted.flatMap((line) => (line.wants.anything && line.variantId ? [line.variantId] : []))),
  ];
  const searches = [...new Set(wanted.flatMap((line) => (line.wants.anything ? [line.search] : [])))];
  const answer = await soon(
    Promise.all([
      fetchExchangeProducts(shop.id, { productIds, variantIds }, shopCurrency),
      Promise.all(
        searches.map(
          async (words) => [words, await searchExchangeProducts(shop.id, words, shopCurrency)] as const,
        ),
      ),
    ]),
  );
  if (!answer) return null;
  const [named, searched] = answer;
  const found = new Map(searched);
  const choices: ExchangeChoices = { versions: new Map(), anything: new Map() };
  for (const line of wanted) {
    const product = named.find((one) => one.id === line.productId);
    if (line.wants.versions && product) choices.versions.set(line.orderLineId, priced(product, line));
    if (!line.wants.anything) continue;
    const chosen = named.filter((one) => one.variants.some((variant) => variant.id === line.variantId));
    const all = [...(found.get(line.search) ?? []), ...chosen].map((one) => priced(one, line));
    choices.anything.set(line.orderLineId, [...new Map(all.map((one) => [one.id, one])).values()]);
  }
  return choices;
}

const priced = (product: ExchangeProduct, { currency, rate }: ExchangeLine): ExchangeProduct => ({
  ...product,
  variants: product.variants.map((variant) => ({
    ...variant,
    price: { amount: inOrdersCurrency(variant.price.amount, rate), currency },
  })),
});
