import { renderToStaticMarkup } from "react-dom/server";
import { type Brand, Letter } from "~/ui/mail/letter";
import { quoted } from "../rules";

export type ReplyMail = {
  brand: Brand;
  lang: string;
  dir: "ltr" | "rtl";
  title: string;
  /** what staff wrote */
  text: string;
  /** ways to answer with one click; none in a person's answer */
  choices: { text: string; href: string }[];
  /** what the shopper last wrote */
  quote: { introduction: string; text: string } | null;
  footer: string[];
};

/** A person's answer in the shop's look: the letter's frame, but only their own words in it. */
export function renderReply(mail: ReplyMail): { html: string; text: string } {
  const html = renderToStaticMarkup(<ReplyLetter {...mail} />);
  const quote = mail.quote ? [`${mail.quote.introduction}\n${quoted(mail.quote.text)}`] : [];
  return {
    html: `<!doctype html>${html}`,
    text: [
      mail.text,
      ...mail.choices.map(({ text, href }) => `${text}: ${href}`),
      `-- \n${mail.footer.join("\n")}`,
      ...quote,
    ].join("\n\n"),
  };
}

const ReplyLetter = ({ brand, lang, dir, title, text, choices, quote, footer }: ReplyMail) => (
  <Letter
    brand={brand}
    lang={lang}
    dir={dir}
    preview={text.slice(0, 140)}
    title={title}
    footer={footer.map((line) => <div key={line}>{line}</div>)}
  >
    <div dir="auto" style={{ whiteSpace: "pre-wrap", wordBreak: "break-word" }}>
      {text}
    </div>
    {choices.map((choice) => (
      <p key={choice.href} style={{ margin: "16px 0 0" }}>
        <a className="link" href={choice.href} style={{ color: brand.colour, fontWeight: 600 }}>
          {choice.text}
        </a>
      </p>
    ))}
    {quote && (
      <div className="gmail_quote" style={{ marginTop: 24 }}>
        <p className="quiet" style={{ margin: "0 0 8px", fontSize: 14, color: "#5b6360" }}>
          {quote.introduction}
        </p>
        <blockquote
          dir="auto"
          className="quiet line"
          style={{
            margin: 0,
            padding: "0 0 0 14px",
            borderLeft: "3px solid #e3e6e4",
            fontSize: 14,
            lineHeight: "20px",
            color: "#5b6360",
            whiteSpace: "pre-wrap",
            wordBreak: "break-word",
          }}
        >
          {quote.text}
        </blockquote>
      </div>
    )}
  </Letter>
);
