import { joinWords } from "~/platform/i18n/words";
import { ar } from "./words/consent/ar";
import { cs } from "./words/consent/cs";
import { da } from "./words/consent/da";
import { de } from "./words/consent/de";
import { el } from "./words/consent/el";
import { en } from "./words/consent/en";
import { es } from "./words/consent/es";
import { fi } from "./words/consent/fi";
import { fr } from "./words/consent/fr";
import { he } from "./words/consent/he";
import { hi } from "./words/consent/hi";
import { hu } from "./words/consent/hu";
import { id } from "./words/consent/id";
import { it } from "./words/consent/it";
import { ja } from "./words/consent/ja";
import { ko } from "./words/consent/ko";
import { nb } from "./words/consent/nb";
import { nl } from "./words/consent/nl";
import { pl } from "./words/consent/pl";
import { ptBR } from "./words/consent/pt-BR";
import { ptPT } from "./words/consent/pt-PT";
import { ro } from "./words/consent/ro";
import { sv } from "./words/consent/sv";
import { th } from "./words/consent/th";
import { tr } from "./words/consent/tr";
import { uk } from "./words/consent/uk";
import { vi } from "./words/consent/vi";
import { zhHans } from "./words/consent/zh-Hans";
import { zhHant } from "./words/consent/zh-Hant";

/** What people read who want less news, or none, or some again. */
export const consentWords = joinWords<typeof en>({
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
