import type { Shop } from "~/platform/database/shop.server";
import type { Locale } from "~/platform/i18n/locales";
import { ratingUrl } from "~/platform/rating-pass.server";
import { type Question, scoresOf } from "~/values/survey";
import { answerWords, questionWords } from "./question-words";

/** The question in a mail: its title, and a link for each answer. `about`: what it is about (rating-pass). */
export function questionMail(
  shop: Shop,
  question: Question,
  about: string,
  locale: Locale,
  shopName: string,
) {
  const scores = question === "csat" ? scoresOf(question).reverse() : scoresOf(question);
  return {
    title: questionWords(question, locale, shopName).question,
    choices: scores.map((score) => ({
      text: answerWords(question, locale, score),
      href: ratingUrl(shop, about, score, question),
    })),
  };
}
