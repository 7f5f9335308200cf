import type { Locale } from "~/platform/i18n/locales";
import { joinWords } from "~/platform/i18n/words";
import type { ParcelState } from "./rules";
import { orderWords } from "./words";
import { ar } from "./words/parcel/ar";
import { de } from "./words/parcel/de";
import { en } from "./words/parcel/en";
import { fr } from "./words/parcel/fr";
import { he } from "./words/parcel/he";
import { ja } from "./words/parcel/ja";

/** What shoppers read of one parcel. */
export const parcelWords = joinWords<typeof en>({ en, de, fr, he, ar, ja });

/** A parcel's state in a word or two. */
export function parcelLabel(locale: Locale, state: ParcelState): string {
  const labels: Record<ParcelState, string> = {
    ...orderWords(locale).parcelState,
    ...parcelWords(locale).label,
  };
  return labels[state];
}

/** A parcel's state as a sentence, and what to know about it. */
export function parcelSentence(locale: Locale, state: ParcelState): { title: string; text: string } {
  const { delayed, outForDelivery, attempted, cancelled } = orderWords(locale).state;
  const sentences: Record<ParcelState, { title: string; text: string }> = {
    ...{ delayed, outForDelivery, attempted, cancelled },
    ...parcelWords(locale).state,
  };
  return sentences[state];
}
