import type { Locale } from "~/platform/i18n/locales";
import { problemOf } from "~/platform/liquid/liquid";
import type { Kind, Occasion, Said } from "./kind";
import { sayEdited } from "./templates/say-edited";
import type { EditedText } from "./templates/text";

/** A merchant's words for a kind in a language, of the version that holds for a message. */
export type Edited = { id: string; version: number; text: EditedText };

/** Finds the merchant's words for a kind in a language; null where ours hold. */
export type EditedTexts = (kind: string, locale: Locale) => Edited | null;

export const OUR_TEXTS: EditedTexts = () => null;

/** What is said of an occasion, and whether the merchant's words failed, so that ours stand in for them. */
export type Spoken = Said & { failed?: { id: string; why: string } };

/** Turns an occasion into words. */
export type Template = (occasion: Occasion) => Spoken;

/**
 * The template of a kind in a language: the one place that every mail, text, preview and test mail asks. A
 * merchant's own words where there are some; ours where there are none, and where theirs cannot be written: a
 * faulty template costs a message its words, never the message.
 */
export function templateFor(kind: Kind, locale: Locale, texts: EditedTexts = OUR_TEXTS): Template {
  const edited = texts(kind.key, locale);
  if (!edited) return kind.say;
  return (occasion) => {
    try {
      return sayEdited(edited.text, kind, occasion);
    } catch (error) {
      const { message, line } = problemOf(error);
      const why = line === null ? message : `${message} (line ${line})`;
      return { ...kind.say(occasion), failed: { id: edited.id, why } };
    }
  };
}
