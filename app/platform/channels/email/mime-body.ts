import { decodeText } from "./charset";
import { unflowed } from "./flowed";
import { htmlToText } from "./html-text";
import { contentOf, type Part } from "./mime-tree";

/** How a mail is sealed, so that staff see why they cannot read it or that it was signed. */
export type Seal = "pgp-encrypted" | "pgp-signed" | "smime-encrypted" | "smime-signed";

/** A piece of what is to be read: the same words as text, as HTML or as both. */
type Block = { plain: string | null; html: string | null };

export type Body = {
  text: string;
  html: string | null;
  /** was the text made from HTML? */
  isFromHtml: boolean;
  files: { part: Part; isInline: boolean }[];
  seal: Seal | null;
};

const UNREAD_ALTERNATIVES = new Set(["text/x-amp-html", "text/watch-html", "text/x-watch-html"]);
const MOST_LEVELS = 70;

/** What a mail says and what it carries, read from its parts. Each part is text or a file, none is lost. */
export function readBody(root: Part): Body {
  const body: Body = { text: "", html: null, isFromHtml: false, files: [], seal: null };
  const blocks = collect(root, body, false, 0);
  const shown = blocks.filter((block) => (block.plain ?? "").trim() !== "" || block.html !== null);
  body.isFromHtml = shown.length > 0 && shown.every((block) => !block.plain?.trim());
  body.text = shown
    .map(({ plain, html }) => (plain?.trim() ? plain : htmlToText(html ?? "")).trimEnd())
    .filter((text) => text !== "")
    .join("\n\n");
  if (shown.some(({ html }) => html !== null))
    body.html = shown.map(({ plain, html }) => html ?? asHtml(plain ?? "")).join("\n");
  if (/^-----BEGIN PGP MESSAGE-----/m.test(body.text)) body.seal ??= "pgp-encrypted";
  if (/^-----BEGIN PGP SIGNED MESSAGE-----/m.test(body.text)) body.seal ??= "pgp-signed";
  return body;
}

function collect(part: Part, body: Body, isRelated: boolean, level: number): Block[] {
  body.seal ??= sealOf(part);
  if (part.children.length === 0) return leaf(part, body, isRelated);
  if (level > MOST_LEVELS) return [];
  if (part.type === "multipart/alternative") return alternative(part, body, isRelated, level);
  if (part.type === "multipart/related") return related(part, body, level);
  return part.children.flatMap((child) => collect(child, body, isRelated, level + 1));
}

/** The same in several forms, the best last (RFC 2046 §5.1.4): one of each kind is taken. */
function alternative(part: Part, body: Body, isRelated: boolean, level: number): Block[] {
  const forms = part.children
    .filter((child) => !UNREAD_ALTERNATIVES.has(child.type))
    .map((child) => collect(child, body, isRelated, level + 1));
  const joined = (blocks: Block[], pick: (block: Block) => string | null) => {
    const texts = blocks.map(pick).filter((text) => text?.trim());
    return texts.length > 0 ? texts.join("\n\n") : null;
  };
  const plains = forms.map((blocks) => joined(blocks, ({ plain }) => plain));
  const htmls = forms.map((blocks) => joined(blocks, ({ html }) => html));
  return [
    {
      plain: plains.find((text) => text !== null) ?? null,
      html: htmls.findLast((text) => text !== null) ?? null,
    },
  ];
}

/** A page and what it shows (RFC 2387): the root is read, the others are its pictures. */
function related(part: Part, body: Body, level: number): Block[] {
  const start = part.params.get("start")?.replace(/^[\s<]+|[\s>]+$/g, "");
  const root = part.children.find((child) => start && child.contentId === start) ?? part.children[0];
  return part.children.flatMap((child) => {
    const isText = child.type.startsWith("text/") && child.disposition !== "attachment" && !child.contentId;
    return child === root || isText
      ? collect(child, body, false, level + 1)
      : collect(child, body, true, level + 1);
  });
}

function leaf(part: Part, body: Body, isRelated: boolean): Block[] {
  if ((part.type.startsWith("multipart/") && !part.isTooDeep) || isReadable(part, isRelated)) {
    const text = textOf(part);
    if (text.trim() === "") return [];
    if (part.type === "text/html") return [{ plain: null, html: text }];
    return [{ plain: part.type === "text/enriched" ? withoutMarks(text) : text, html: null }];
  }
  if (part.body.length > 0 || part.fileName) {
    const isPicture = part.type.startsWith("image/") && part.contentId !== null;
    body.files.push({
      part,
      isInline: part.disposition === "inline" || isRelated || (isPicture && part.disposition === ""),
    });
  }
  return [];
}

const READABLE = /^text\/(?:plain|html|enriched|x-markdown|markdown)$/;

/** Words to be read here, or a file? A text that has a name of its own is a file, unless it is the page itself. */
const isReadable = (part: Part, isRelated: boolean): boolean => {
  if (!READABLE.test(part.type) || part.disposition === "attachment") return false;
  if (isRelated && part.fileName) return false;
  return (
    !part.fileName ||
    part.disposition === "inline" ||
    part.type === "text/html" ||
    !part.fields.some(isMention)
  );
};

const isMention = ({ name }: { name: string }) => name === "content-disposition" || name === "content-id";

/** A text part's words: by the charset it names, else by the one its HTML names. */
export function textOf(part: Part): string {
  const bytes = contentOf(part);
  const named = part.params.get("charset") ?? (part.type === "text/html" ? charsetOfPage(bytes) : null);
  const text = decodeText(bytes, named).replace(/\r\n?/g, "\n").replaceAll("\0", "");
  if (part.params.get("format")?.toLowerCase() !== "flowed") return text;
  return unflowed(text, part.params.get("delsp")?.toLowerCase() === "yes");
}

const charsetOfPage = (bytes: Buffer): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.toString("latin1", 0, 2_048))?.[1] ?? null;

/** text/enriched (RFC 1896) without its commands. */
const withoutMarks = (text: string) =>
  text
    .replace(/<param>[^<]{0,500}<\/param>/gi, "")
    .replace(/<\/?[a-z][a-z-]{0,40}>/gi, "")
    .replaceAll("<<", "<");

function sealOf(part: Part): Seal | null {
  const protocol = part.params.get("protocol") ?? "";
  if (part.type === "multipart/encrypted") return /pgp/.test(protocol) ? "pgp-encrypted" : "smime-encrypted";
  if (part.type === "multipart/signed") return /pgp/.test(protocol) ? "pgp-signed" : "smime-signed";
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type))
    return /signed/.test(part.params.get("smime-type") ?? "") ? "smime-signed" : "smime-encrypted";
  return null;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const asHtml = (text: string) =>
  `<div style="white-space:pre-wrap">${text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)}</div>`;
