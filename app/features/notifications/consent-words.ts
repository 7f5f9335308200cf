import { joinWords } from "~/platform/i18n/words";
import { ar } from "./words/consent/ar";
import { de } from "./words/consent/de";
import { en } from "./words/consent/en";
import { fr } from "./words/consent/fr";
import { he } from "./words/consent/he";
import { ja } from "./words/consent/ja";

/** What people read who want less news, or none, or some again. */
export const consentWords = joinWords<typeof en>({ en, de, fr, he, ar, ja });
