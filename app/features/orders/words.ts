import { joinWords, type Words } from "~/platform/i18n/words";
import { ar } from "./words/ar";
import { cs } from "./words/cs";
import { da } from "./words/da";
import { de } from "./words/de";
import { el } from "./words/el";
import { en } from "./words/en";
import { es } from "./words/es";
import { fi } from "./words/fi";
import { fr } from "./words/fr";
import { he } from "./words/he";
import { hi } from "./words/hi";
import { hu } from "./words/hu";
import { id } from "./words/id";
import { it } from "./words/it";
import { ja } from "./words/ja";
import { ko } from "./words/ko";
import { nb } from "./words/nb";
import { nl } from "./words/nl";
import { pl } from "./words/pl";
import { ptBR } from "./words/pt-BR";
import { ptPT } from "./words/pt-PT";
import { ro } from "./words/ro";
import { sv } from "./words/sv";
import { th } from "./words/th";
import { tr } from "./words/tr";
import { uk } from "./words/uk";
import { vi } from "./words/vi";
import { zhHans } from "./words/zh-Hans";
import { zhHant } from "./words/zh-Hant";

export type OrderWords = Words<typeof en>;

/** What shoppers read of their orders. */
export const orderWords = joinWords<typeof en>({
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
