import { renderToStaticMarkup } from "react-dom/server";
import { type Brand, Letter } from "~/ui/mail/letter";

export type NoticeMail = {
  brand: Brand;
  title: string;
  text: string;
  link: { text: string; href: string };
  footer: string;
};

/** A short mail to staff, in English: what happened, and the way to it. */
export function renderNotice({ brand, title, text, link, footer }: NoticeMail): {
  html: string;
  text: string;
} {
  const html = renderToStaticMarkup(
    <Letter brand={brand} lang="en" dir="ltr" preview={text} title={title} footer={footer}>
      <p style={{ margin: "0 0 16px" }}>{text}</p>
      <p style={{ margin: 0 }}>
        <a className="link" href={link.href} style={{ color: brand.colour, fontWeight: 600 }}>
          {link.text}
        </a>
      </p>
    </Letter>,
  );
  return { html: `<!doctype html>${html}`, text: [text, `${link.text}: ${link.href}`, footer].join("\n\n") };
}
