import type { Locale } from "~/platform/i18n/locales";
import { type Question, SCALES } from "~/values/survey";
import { words } from "../words";

/** A question as it is asked: its sentence, and what each end of its scale means. */
export function questionWords(question: Question, locale: Locale, shopName: string) {
  const { rating, effort, recommend } = words(locale);
  if (question === "ces") return effort;
  if (question === "nps") return { ...recommend, question: recommend.question(`\u2068${shopName}\u2069`) };
  return { question: rating.question, low: rating.no, high: rating.yes };
}

/** What an answer reads as: its number, with what it means at the ends; in words alone where there are only two. */
export function answerWords(question: Question, locale: Locale, score: number): string {
  const { low, high } = questionWords(question, locale, "");
  const { least, most } = SCALES[question];
  const meaning = score === least ? low : score === most ? high : null;
  if (question === "csat") return meaning ?? "";
  const number = new Intl.NumberFormat(locale).format(score);
  return meaning ? `${number} · ${meaning}` : number;
}
