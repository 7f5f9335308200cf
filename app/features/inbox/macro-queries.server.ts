import type { ShopTx } from "~/platform/database/shop.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import type { Action } from "./automation/actions";
import { type Macro, MOST_MACROS } from "./automation/macro";
import { macrosOf } from "./macro-store.server";

/** A macro in a list. */
export type MacroRow = Pick<Macro, "id" | "name" | "uses" | "usedAt"> & {
  languages: Locale[];
  actions: Action[];
};

/** The shop's macros by name. */
export const macroRows = async (tx: ShopTx): Promise<MacroRow[]> =>
  (await macrosOf(tx, MOST_MACROS)).map(({ id, name, uses, usedAt, texts, actions }) => ({
    id,
    name,
    uses,
    usedAt,
    actions,
    languages: LOCALES.filter((locale) => texts[locale]),
  }));

/** What the shop's macros are called, by their ids. */
export const macroNames = async (tx: ShopTx): Promise<[string, string][]> =>
  (await macrosOf(tx, MOST_MACROS)).map(({ id, name }) => [id, name]);

/** A conversation to try a macro on. */
export type PreviewChoice = { id: string; number: number | null; name: string | null; email: string };

const MOST_OFFERED = 20;

/** The shop's latest conversations, to see how a macro reads in them. */
export const previewChoices = (tx: ShopTx): Promise<PreviewChoice[]> =>
  tx.db.conversation.findMany({
    where: { shopId: tx.shopId, mergedIntoId: null },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    take: MOST_OFFERED,
    select: { id: true, number: true, name: true, email: true },
  });
