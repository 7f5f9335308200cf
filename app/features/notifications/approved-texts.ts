import { z } from "zod";
import type { FilledTemplate } from "~/platform/channels/channel";
import { type Locale, languageOf } from "~/platform/i18n/locales";
import type { Kind, Occasion } from "./kind";
import type { Spoken } from "./template";
import type { Makers } from "./templates/on-demand";
import { type Value, variablesOf } from "./templates/variables";

/** Texts that a channel's provider has approved, and what of our news fills their places. */

/** Short values that may fill a place, by the names they have in the merchant's own texts. */
export const SHORT_VALUES = [
  "order.name",
  "shop.name",
  "customer.first_name",
  "standard.subject",
  "standard.title",
  "order.total",
  "order.expected",
  "order.item_count",
  "parcel.carrier",
  "parcel.tracking_number",
  "parcel.expected",
  "order.url",
] as const;
export type ShortValue = (typeof SHORT_VALUES)[number];

const approvedText = z.object({
  /** as it is called at the provider */
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  /** the languages it is approved in, as the provider writes them: "en_US", "de"; the first one is for all others */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(?:_[A-Z]{2})?$/))
    .min(1)
    .max(80),
  /** what fills {{1}}, {{2}} … of its body */
  parameters: z.array(z.enum(SHORT_VALUES)).max(10),
});
export type ApprovedText = z.infer<typeof approvedText>;

/** By the kind of news. */
export const approvedTexts = z.record(z.string().regex(/^[A-Za-z]{1,60}$/), approvedText);
export type ApprovedTexts = z.infer<typeof approvedTexts>;

const LONGEST = 300;
/** A place must be filled. */
const NOTHING = "–";

/** The language to send in: the reader's, where the text is approved in it, else the first. */
export const languageFor = (locale: Locale, languages: readonly string[]): string =>
  languages.find((code) => code.replace("_", "-").toLowerCase() === locale.toLowerCase()) ??
  languages.find((code) => languageOf(code) === locale) ??
  languages[0] ??
  "en";

/** The text with its places filled, for one occasion. */
export const fillApproved = (
  { name, languages, parameters }: ApprovedText,
  kind: Kind,
  occasion: Occasion,
  said: Spoken,
): FilledTemplate => ({
  name,
  language: languageFor(occasion.locale, languages),
  parameters: parameters.map((value) => shortValue(value, kind, occasion, said)),
});

/**
 * A value as a place takes it: one line without runs of spaces, never empty (Meta's error 132018 names what it
 * refuses: new lines, tabs, more than four spaces in a row).
 */
export function shortValue(value: ShortValue, kind: Kind, occasion: Occasion, said: Spoken): string {
  const [group = "", name = ""] = value.split(".");
  const variables: Makers<Value> = variablesOf(kind, occasion, () => said);
  const found = group === "parcel" ? firstOf(variables.parcels?.()) : variables[group]?.();
  const inside = isGroup(found) ? found[name] : null;
  const text = typeof inside === "string" || typeof inside === "number" ? String(inside) : "";
  return (
    text
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, LONGEST) || NOTHING
  );
}

const firstOf = (list: Value | undefined): Value | undefined => (Array.isArray(list) ? list[0] : undefined);
const isGroup = (value: Value | undefined): value is { readonly [name: string]: Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
