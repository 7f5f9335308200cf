import { joinWords, type Words } from "~/platform/i18n/words";
import { ar } from "./words/ar";
import { de } from "./words/de";
import { en } from "./words/en";
import { fr } from "./words/fr";
import { he } from "./words/he";
import { ja } from "./words/ja";

export type InboxWords = Words<typeof en>;

/** What shoppers read of their conversations. */
export const words = joinWords<typeof en>({ en, de, fr, he, ar, ja });
