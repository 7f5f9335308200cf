import type { Locale } from "~/platform/i18n/locales";
import type { Kind, Occasion, Said } from "./kind";

/** Turns an occasion into words. */
export type Template = (occasion: Occasion) => Said;

/**
 * The template of a kind in a language: the one place that every mail, preview and test mail asks. There is
 * one for all languages of a kind, ours; texts that a merchant has edited belong here, with ours to fall back on.
 */
export const templateFor = (kind: Kind, _locale: Locale): Template => kind.say;
