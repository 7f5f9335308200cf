import { joinWords } from "~/platform/i18n/words";
import { ar } from "./words/ar";
import { de } from "./words/de";
import { en } from "./words/en";
import { fr } from "./words/fr";
import { he } from "./words/he";
import { ja } from "./words/ja";

export const words = joinWords<typeof en>({ en, de, fr, he, ar, ja });
export type NotificationWords = ReturnType<typeof words>;
