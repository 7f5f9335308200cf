import { direction, type Locale } from "~/platform/i18n/locales";
import { MOST_COMMENT } from "../rating";
import { words } from "../words";

type Props = { locale: Locale; score: 0 | 1; comment: string | null; done: boolean };

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

/** A page of its own, outside any shop's theme: the answer that was clicked is chosen, and a button sends it. */
export function RatingPage({ locale, score, comment, done }: Props) {
  const says = words(locale).rating;
  const title = done ? says.thanks : says.question;
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
          {!done && <RatingForm says={says} score={score} comment={comment} />}
        </main>
      </body>
    </html>
  );
}

type FormProps = Pick<Props, "score" | "comment"> & { says: ReturnType<typeof words>["rating"] };

const RatingForm = ({ says, score, comment }: FormProps) => (
  <form method="post">
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ position: "absolute", insetInlineStart: "-999rem" }}>{says.question}</legend>
      {([1, 0] as const).map((value) => (
        <label key={value} style={{ display: "block", paddingBlock: "0.6rem" }}>
          <input type="radio" name="score" value={value} defaultChecked={score === value} />{" "}
          {value === 1 ? says.yes : says.no}
        </label>
      ))}
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
