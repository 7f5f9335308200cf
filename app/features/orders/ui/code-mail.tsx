import { direction, type Locale } from "~/platform/i18n/locales";
import type { Brand } from "~/ui/mail/letter";
import { renderLetter } from "~/ui/mail/render-letter";
import { orderWords } from "../words";

/** The mail that carries a one-time code, in the order's language. */
export function codeMail(about: { digits: string; orderName: string; locale: Locale; brand: Brand }) {
  const { digits, orderName, locale, brand } = about;
  const says = orderWords(locale).codeMail;
  const subject = says.subject(digits);
  const letter = renderLetter(
    {
      subject,
      preview: says.preview(orderName),
      title: says.title,
      blocks: [
        { kind: "paragraph", text: says.text(orderName) },
        { kind: "panel", lines: [digits] },
        { kind: "paragraph", text: says.limits },
        { kind: "quiet", text: says.notYou },
      ],
      footer: [brand.shopName, brand.shopUrl],
    },
    { brand, lang: locale, dir: direction(locale) },
  );
  return { subject, ...letter };
}
