import sanitize from "sanitize-html";
import { htmlToText } from "~/platform/channels/email/html-text";
import { safeStyle } from "~/platform/html/safe-style";
import { MARKS } from "~/platform/liquid/liquid";
import type { Block } from "~/ui/mail/render-letter";

/**
 * What staff wrote, as blocks of a mail: words between designed parts. Nothing in it runs or is fetched but
 * pictures at https addresses; what is not on the list is left out, its words stay.
 */

const LOOKS: Record<string, { style: string; class?: string }> = {
  p: { style: "margin:0 0 16px" },
  h2: { style: "font-size:17px;line-height:24px;margin:28px 0 8px;font-weight:700", class: "ink" },
  h3: { style: "font-size:16px;line-height:24px;margin:20px 0 8px;font-weight:700", class: "ink" },
  ul: { style: "margin:0 0 16px;padding:0 24px" },
  ol: { style: "margin:0 0 16px;padding:0 24px" },
  blockquote: {
    style: "margin:0 0 20px;padding:14px 18px;border-radius:8px;background:#f1f4f2",
    class: "panel",
  },
  small: { style: "display:block;font-size:14px;line-height:20px;color:#5b6360", class: "quiet" },
  a: { style: "color:inherit;font-weight:600" },
  hr: { style: "border:0;border-top:1px solid #e3e6e4;margin:20px 0", class: "line" },
  img: { style: "max-width:100%;height:auto;border:0" },
  table: { style: "margin:0 0 16px" },
  td: { style: "padding:4px 8px 4px 0;vertical-align:top" },
};

const SHOWN =
  "p br b strong i em u s small sup sub h2 h3 ul ol li a img hr blockquote div span bdi table tbody tr td".split(
    " ",
  );
/** Elements that are paragraphs by themselves. */
const BLOCK = /<(\/?)(?:p|h2|h3|ul|ol|hr|blockquote|div|table)\b[^>]*>/g;

const clean = (html: string): string =>
  sanitize(html, {
    allowedTags: SHOWN,
    nonTextTags: [
      "script",
      "style",
      "textarea",
      "option",
      "noscript",
      "title",
      "svg",
      "math",
      "iframe",
      "template",
    ],
    allowedAttributes: {
      "*": ["style", "class", "dir"],
      a: ["href"],
      img: ["src", "alt", "width", "height"],
    },
    allowedSchemes: ["https", "http", "mailto", "tel"],
    allowedSchemesByTag: { img: ["https"] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    nestingLimit: 30,
    transformTags: {
      h1: "h2",
      "*": (tagName, { style = "", class: _class, ...attribs }) => {
        const looks = LOOKS[tagName];
        const own = safeStyle(style);
        const both = [looks?.style, own].filter(Boolean).join(";");
        return {
          tagName,
          attribs: {
            ...attribs,
            ...(both ? { style: both } : {}),
            ...(looks?.class ? { class: looks.class } : {}),
          },
        };
      },
    },
  });

/** An empty line begins a paragraph, a new line is one: wherever no element is a paragraph already. */
function paragraphs(html: string): string {
  const written: string[] = [];
  let [depth, from] = [0, 0];
  for (const match of html.matchAll(BLOCK)) {
    const isVoid = match[0].startsWith("<hr");
    if (depth === 0) {
      written.push(inParagraphs(html.slice(from, match.index)));
      from = match.index;
    }
    if (!isVoid) depth += match[1] ? -1 : 1;
    if (depth === 0) {
      written.push(html.slice(from, match.index + match[0].length));
      from = match.index + match[0].length;
    }
  }
  written.push(inParagraphs(html.slice(from)));
  return written.join("");
}

const inParagraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => `<p style="${LOOKS.p?.style}">${one.replace(/\n/g, "<br />")}</p>`)
    .join("");

/** Links keep their address where nothing can be clicked. */
const withAddresses = (html: string): string =>
  html.replace(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_link, href: string, label: string) =>
    label.includes(href) ? label : `${label} (${href})`,
  );

/** The blocks of a written body. `draw` answers what a part's mark stands for. */
export function richBlocks(body: string, draw: (mark: string) => Block[]): Block[] {
  return body.split(MARKS).flatMap((piece, at): Block[] => {
    if (at % 2 === 1) return draw(piece);
    if (piece.trim() === "") return [];
    // What has no element needs no cleaning: it was escaped when it was written.
    const html = piece.includes("<") ? paragraphs(clean(piece)) : inParagraphs(piece);
    const text = htmlToText(withAddresses(html));
    return text === "" && !html.includes("<img") ? [] : [{ kind: "rich", html, text }];
  });
}
