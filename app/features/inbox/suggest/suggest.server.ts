import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { ok, type Result, refuse } from "~/values/result";
import { MOST_MACROS, wordsFor } from "../automation/macro";
import { type MacroRow, macroRows } from "../macro-queries.server";
import { macrosOf } from "../macro-store.server";
import { fittingMacros } from "./fitting-macros";
import { type SuggestedTag, suggestTags } from "./tag-model";
import { loadTagModel, toSuggestFor } from "./tag-model-store.server";

export type SuggestedMacro = { macro: MacroRow; because: string[] };
export type Suggestions = { tags: SuggestedTag[]; macros: SuggestedMacro[] };

/**
 * What may fit a conversation, by what its shopper wrote: tags as this shop's staff gave them before, and its
 * macros that say something of it. Only macros, and never what was once written to somebody else. Refuses
 * `inbox.notFound`.
 */
export const suggestFor = (shop: Shop, conversationId: string): Promise<Result<Suggestions>> =>
  shop.transact(async (tx) => {
    const asked = await toSuggestFor(tx, conversationId);
    if (!asked) return refuse("inbox.notFound");
    const model = await loadTagModel(tx);
    const { profile } = await shopFace(tx);
    const locale = pickLocale(asked.locale);
    const macros = (await macrosOf(tx, MOST_MACROS)).map(({ id, name, texts }) => ({
      id,
      name,
      text: wordsFor(texts, locale, pickLocale(profile.locale))?.text ?? "",
    }));
    const fitting = fittingMacros(macros, asked.words, model?.common ?? []);
    const rows = fitting.length > 0 ? await macroRows(tx) : [];
    return ok({
      tags: model ? suggestTags(model, asked.words, asked.tags) : [],
      macros: fitting.flatMap(({ id, because }) => {
        const macro = rows.find((one) => one.id === id);
        return macro ? [{ macro, because }] : [];
      }),
    });
  });
