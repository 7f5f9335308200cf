import type { Locale } from "~/platform/i18n/locales";
import { joinWords } from "~/platform/i18n/words";
import type { ParcelState } from "./rules";
import { orderWords } from "./words";
import { ar } from "./words/parcel/ar";
import { cs } from "./words/parcel/cs";
import { da } from "./words/parcel/da";
import { de } from "./words/parcel/de";
import { el } from "./words/parcel/el";
import { en } from "./words/parcel/en";
import { es } from "./words/parcel/es";
import { fi } from "./words/parcel/fi";
import { fr } from "./words/parcel/fr";
import { he } from "./words/parcel/he";
import { hi } from "./words/parcel/hi";
import { hu } from "./words/parcel/hu";
import { id } from "./words/parcel/id";
import { it } from "./words/parcel/it";
import { ja } from "./words/parcel/ja";
import { ko } from "./words/parcel/ko";
import { nb } from "./words/parcel/nb";
import { nl } from "./words/parcel/nl";
import { pl } from "./words/parcel/pl";
import { ptBR } from "./words/parcel/pt-BR";
import { ptPT } from "./words/parcel/pt-PT";
import { ro } from "./words/parcel/ro";
import { sv } from "./words/parcel/sv";
import { th } from "./words/parcel/th";
import { tr } from "./words/parcel/tr";
import { uk } from "./words/parcel/uk";
import { vi } from "./words/parcel/vi";
import { zhHans } from "./words/parcel/zh-Hans";
import { zhHant } from "./words/parcel/zh-Hant";

/** What shoppers read of one parcel. */
export const parcelWords = joinWords<typeof en>({
  en,
  de,
  fr,
  he,
  ar,
  ja,
  el,
  sv,
  pl,
  es,
  it,
  "pt-BR": ptBR,
  "pt-PT": ptPT,
  nl,
  da,
  nb,
  fi,
  cs,
  hu,
  ro,
  tr,
  uk,
  ko,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
  th,
  vi,
  id,
  hi,
});

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
