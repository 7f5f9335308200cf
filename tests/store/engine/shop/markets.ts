import { type ConnectionArgs, connection } from "../graphql/connection";
import type { Context } from "../graphql/resolvers";
import type { ShopState } from "../state/shop";

/** One market: the shop's own. */
export function markets(_: unknown, args: ConnectionArgs, { shop }: Context) {
  const list = [homeMarket(shop, args)];
  return connection(list, args, { id: (market) => market.id });
}

function homeMarket(shop: ShopState, args: ConnectionArgs) {
  const { country, currency, locale, domain } = shop.details;
  const presence = {
    id: shop.id.replace("Shop", "MarketWebPresence"),
    defaultLocale: { locale, name: locale, primary: true, published: true },
    alternateLocales: [],
    rootUrls: [{ locale, url: `https://${domain}/` }],
  };
  return {
    __typename: "Market",
    id: shop.id.replace("Shop", "Market"),
    name: new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country,
    handle: country.toLowerCase(),
    status: "ACTIVE",
    type: "REGION",
    enabled: true,
    primary: true,
    currencySettings: {
      baseCurrency: {
        currencyCode: currency,
        currencyName: currency,
        enabled: true,
        manualRate: null,
        rateUpdatedAt: null,
      },
      localCurrencies: shop.details.presentmentCurrencies.length > 0,
      roundingEnabled: false,
    },
    webPresences: connection([presence], { first: args.first ?? 1 }, { id: (each) => each.id }),
  };
}
