import type { CSSProperties } from "react";
import { direction, type Locale } from "~/platform/i18n/locales";
import { type Question, SCALES, scoresOf } from "~/values/survey";
import { MOST_COMMENT } from "../rating";
import { answerWords, questionWords } from "../surveys/question-words";
import { words } from "../words";

type Props = {
  question: Question;
  locale: Locale;
  shopName: string;
  /** the answer that is chosen */
  score: number;
  comment: string | null;
  done: boolean;
};

const BUTTON = {
  font: "inherit",
  minBlockSize: "2.75rem",
  paddingInline: "1.25rem",
  border: 0,
  borderRadius: "0.5rem",
  backgroundColor: "#1f4d3a",
  color: "#fff",
  cursor: "pointer",
};
const UNSEEN: CSSProperties = { position: "absolute", insetInlineStart: "-999rem" };

/** A page of its own, outside any shop's theme: the answer that was clicked is chosen, and a button sends it. */
export function RatingPage(props: Props) {
  const { question, locale, shopName, done } = props;
  const asks = questionWords(question, locale, shopName).question;
  const title = done ? words(locale).rating.thanks : asks;
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
      </head>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          lineHeight: 1.5,
          maxWidth: "34rem",
          margin: "12vh auto",
          paddingInline: "1rem",
          color: "#1c1f1e",
          backgroundColor: "#fff",
        }}
      >
        <main>
          <h1 style={{ lineHeight: 1.2 }}>{title}</h1>
          {!done && <RatingForm {...props} asks={asks} />}
        </main>
      </body>
    </html>
  );
}

function RatingForm({ question, locale, score, comment, asks }: Props & { asks: string }) {
  const says = words(locale).rating;
  return (
    <form method="post">
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend style={UNSEEN}>{asks}</legend>
        {question === "csat" ? (
          scoresOf(question)
            .reverse()
            .map((value) => (
              <label key={value} style={{ display: "block", paddingBlock: "0.6rem" }}>
                <input type="radio" name="score" value={value} defaultChecked={score === value} />{" "}
                {answerWords(question, locale, value)}
              </label>
            ))
        ) : (
          <Scale question={question} locale={locale} score={score} />
        )}
      </fieldset>
      <p>
        <label htmlFor="comment">{says.comment}</label>
        <textarea
          id="comment"
          name="comment"
          rows={4}
          dir="auto"
          maxLength={MOST_COMMENT}
          defaultValue={comment ?? ""}
          style={{ display: "block", inlineSize: "100%", boxSizing: "border-box", font: "inherit" }}
        />
      </p>
      <button type="submit" style={BUTTON}>
        {says.submit}
      </button>
    </form>
  );
}

/** Numbers in a row, with what both ends mean below; a screen reader hears that with the number. */
function Scale({ question, locale, score }: Pick<Props, "question" | "locale" | "score">) {
  const { least, most } = SCALES[question];
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <div style={{ display: "flex", flexWrap: "wrap", gap: "0.25rem" }}>
        {scoresOf(question).map((value) => (
          <label
            key={value}
            style={{
              display: "flex",
              flexDirection: "column",
              alignItems: "center",
              justifyContent: "center",
              inlineSize: "2.75rem",
              blockSize: "3.5rem",
              border: "1px solid #c4cac7",
              borderRadius: "0.5rem",
            }}
          >
            <input
              type="radio"
              name="score"
              value={value}
              defaultChecked={score === value}
              aria-label={answerWords(question, locale, value)}
            />
            {number.format(value)}
          </label>
        ))}
      </div>
      <p aria-hidden="true" style={{ color: "#4d5553" }}>
        {answerWords(question, locale, least)}
        <br />
        {answerWords(question, locale, most)}
      </p>
    </>
  );
}
