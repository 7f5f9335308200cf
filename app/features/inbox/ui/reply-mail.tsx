import { renderToStaticMarkup } from "react-dom/server";
import { Choices } from "~/ui/mail/choices";
import { type Brand, Letter } from "~/ui/mail/letter";
import { textParts } from "../mail-out/enclosures";
import { quoted } from "../rules";

export type ReplyMail = {
  brand: Brand;
  lang: string;
  dir: "ltr" | "rtl";
  title: string;
  /** what staff wrote */
  text: string;
  /** pictures among the words, each where its mark stands */
  pictures: { name: string; src: string }[];
  /** what the writer signs with */
  signature: string | null;
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
      `-- \n${[...(mail.signature ? [mail.signature, ""] : []), ...mail.footer].join("\n")}`,
      ...quote,
    ].join("\n\n"),
  };
}

const ReplyLetter = ({
  brand,
  lang,
  dir,
  title,
  text,
  pictures,
  signature,
  choices,
  quote,
  footer,
}: ReplyMail) => (
  <Letter
    brand={brand}
    lang={lang}
    dir={dir}
    preview={text.slice(0, 140)}
    title={title}
    footer={footer.map((line) => <div key={line}>{line}</div>)}
  >
    <Words text={text} pictures={pictures} />
    {signature && (
      <div
        dir="auto"
        className="quiet"
        style={{ marginTop: 20, color: "#5b6360", whiteSpace: "pre-wrap", wordBreak: "break-word" }}
      >
        {signature}
      </div>
    )}
    <Choices choices={choices} colour={brand.colour} />
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

/** What staff wrote, with its pictures in their places. */
const Words = ({ text, pictures }: Pick<ReplyMail, "text" | "pictures">) => (
  <div dir="auto" style={{ whiteSpace: "pre-wrap", wordBreak: "break-word" }}>
    {textParts(text, pictures).map((part) =>
      part.picture ? (
        <img
          key={part.picture.src}
          src={part.picture.src}
          alt={part.picture.name}
          style={{ maxWidth: "100%", height: "auto", border: 0 }}
        />
      ) : (
        part.text
      ),
    )}
  </div>
);
