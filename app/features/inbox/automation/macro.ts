import { z } from "zod";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { LONGEST_TEMPLATE } from "~/platform/liquid/longest";
import { cleanText } from "../rules";
import { macroActionsSchema } from "./actions";

export const MOST_MACROS = 500;
export const LONGEST_MACRO_NAME = 100;

/** A macro's words by language; those without any are left out. */
export const macroTextsSchema = z
  .partialRecord(
    z.enum(LOCALES),
    z
      .string()
      .max(LONGEST_TEMPLATE)
      .transform((text) => cleanText(text).trimEnd()),
  )
  .transform(
    (texts): Partial<Record<Locale, string>> =>
      Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")),
  );

/** What a macro says and does; it must do either. */
export const macroSchema = z
  .object({
    name: z.string().trim().min(1).max(LONGEST_MACRO_NAME),
    texts: macroTextsSchema,
    actions: macroActionsSchema,
  })
  .refine(({ texts, actions }) => Object.keys(texts).length > 0 || actions.length > 0);
export type MacroSays = z.infer<typeof macroSchema>;
export type Macro = MacroSays & { id: string; version: number; uses: number; usedAt: Date | null };

/**
 * The words for a reader: in their language, else in the shop's, else in the first there is. Null: the macro has
 * no words.
 */
export function wordsFor(
  texts: MacroSays["texts"],
  locale: Locale,
  shopLocale: Locale,
): { locale: Locale; text: string } | null {
  const found = [locale, shopLocale, ...LOCALES].find((one) => texts[one]);
  return found ? { locale: found, text: texts[found] ?? "" } : null;
}

/** What a macro's screen sends to see how words read; they may be half typed. */
export const macroPreviewSchema = z.object({
  conversationId: z.uuid(),
  locale: z.enum(LOCALES),
  text: z.string().max(LONGEST_TEMPLATE),
});

/** What a macro's screen asks for. `version` is the one that was looked at; none: the macro is new. */
export const macroActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version: z.number().int().nullable(), says: macroSchema }),
  z.object({ intent: z.literal("delete") }),
]);
