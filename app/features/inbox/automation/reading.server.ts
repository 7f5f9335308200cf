import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { macroNames } from "../macro-queries.server";

/** What the sentences of rules need, as it goes to a page. */
export type KeptReading = { currency: string; macros: [string, string][] };

export const readingOf = async (tx: ShopTx): Promise<KeptReading> => ({
  currency: (await shopFace(tx)).profile.currency,
  macros: await macroNames(tx),
});

/** The language in which the shop begins to write. */
export const shopLocaleOf = async (tx: ShopTx): Promise<Locale> =>
  pickLocale((await shopFace(tx)).profile.locale);
