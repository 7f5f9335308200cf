import { joinWords, type Words } from "~/platform/i18n/words";
import { ar } from "./words/ar";
import { de } from "./words/de";
import { en } from "./words/en";
import { fr } from "./words/fr";
import { he } from "./words/he";
import { ja } from "./words/ja";

/** What shoppers read about returns: `words(locale).title`. */
export const words = joinWords<typeof en>({ en, de, fr, he, ar, ja });
export type ReturnWords = Words<typeof en>;
