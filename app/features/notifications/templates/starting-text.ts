import { escapeHtml } from "~/platform/liquid/liquid";
import type { Block } from "~/ui/mail/render-letter";
import type { Kind, Occasion, Said } from "../kind";
import { onDemand } from "./on-demand";
import { partsOf, piecesOf } from "./shown-parts";
import type { EditedText } from "./text";
import { greetingText, type Value, type Values, variablesOf } from "./variables";

/** A value that could stand in any sentence by chance is left in words. */
const SHORTEST = 4;

/**
 * Our words of a kind as Liquid, to be edited: what a kind says of the given (sample) occasion, with its values
 * turned back into their names. So a new kind, word or language needs no template of its own.
 */
export function startingText(kind: Kind, occasion: Occasion): EditedText {
  const standard = kind.say(occasion);
  const named = namedValues(onDemand(variablesOf(kind, occasion, () => standard)));
  const body = bodyOf(kind, occasion, standard, (text) => withNames(text, named, escapeHtml));
  if (kind.varies === "all")
    return {
      subject: "{{ standard.subject }}",
      preview: "{{ standard.preview }}",
      title: "{{ standard.title }}",
      body,
    };
  const plain = (text: string) => withNames(text, named, (part) => part);
  const { subject, preview, title } = standard;
  return { subject: plain(subject), preview: plain(preview), title: plain(title), body };
}

function bodyOf(kind: Kind, occasion: Occasion, standard: Said, html: (text: string) => string): string {
  const greeting = greetingText(occasion);
  const written = piecesOf(standard, onDemand(partsOf(kind, occasion))).map((piece) => {
    if ("part" in piece) return `{{ ${piece.part} }}`;
    const { block } = piece;
    const isOwn = block.kind === "panel" || (block.kind === "paragraph" && block.text !== greeting);
    return kind.varies && isOwn ? "{{ standard_text }}" : liquidOf(block, html);
  });
  return written
    .filter((one, at) => one !== "{{ standard_text }}" || written.indexOf(one) === at)
    .join("\n\n");
}

function liquidOf(block: Block, html: (text: string) => string): string {
  switch (block.kind) {
    case "paragraph":
      return html(block.text);
    case "quiet":
      return `<small>${html(block.text)}</small>`;
    case "heading":
      return `<h2>${html(block.text)}</h2>`;
    case "button":
      return `{{ "${block.text.replace(/["{}]/g, "'")}" | button }}`;
    case "link":
      return `<a href="${html(block.href)}">${html(block.text)}</a>`;
    case "panel":
      return `<blockquote>${block.lines.map(html).join("<br>")}</blockquote>`;
    case "items":
      return "{{ items_table }}";
    case "sums":
      return "{{ totals }}";
    case "choices":
      return "{{ answers }}";
    case "rich":
      return block.html;
  }
}

type Named = { name: string; value: string };

/** The texts among the values, the longest first; of equal ones the first. */
function namedValues(values: Values, before = ""): Named[] {
  const found = Object.entries(values)
    .filter(([name]) => name !== "standard")
    .flatMap(([name, value]: [string, Value]): Named[] => {
      if (typeof value === "string") return value.length >= SHORTEST ? [{ name: before + name, value }] : [];
      const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
      return isGroup ? namedValues(value as Values, `${before}${name}.`) : [];
    });
  return found.sort((a, b) => b.value.length - a.value.length);
}

function withNames(text: string, named: Named[], write: (part: string) => string): string {
  for (const { name, value } of named) {
    const at = text.indexOf(value);
    if (at === -1) continue;
    const [before, after] = [text.slice(0, at), text.slice(at + value.length)];
    return `${withNames(before, named, write)}{{ ${name} }}${withNames(after, named, write)}`;
  }
  return write(text);
}
