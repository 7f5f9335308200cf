import { decodeEntities } from "./html-entities";

/** Elements that begin on a line of their own. */
const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(
    " ",
  ),
);
/** Elements set apart by an empty line. */
const SPACED = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre"]);
/** Elements whose content nobody reads. */
const UNREAD = new Set(["style", "script", "head", "title", "noscript", "template", "svg", "object"]);
/** How mail programs mark the start of what they quote: all that follows is the earlier mail. */
const QUOTE_FROM_HERE =
  /\bid\s*=\s*["']?(?:x_)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|reply-intro|mail-editor-reference-message-container|replySplit|oriMsgHtmlSeperator)/i;
/** … or a box around it. */
const QUOTE_BOX =
  /\bclass\s*=\s*["']?[^"'>]{0,200}\b(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|mail-quote|mail-app-auto-quote|front-blockquote|freshdesk_quote|hs_reply|mcntqt|outlookmessageheader)\b|\bid\s*=\s*["']?(?:x_)*(?:isReplyContent|yiv\d+_?yahoo_quoted|mailbox-quote)|\bname\s*=\s*["']?quote\b|data-marker\s*=\s*["']?__QUOTED_TEXT__/i;
/** … or their user's signature. */
const SIGNATURE_BOX =
  /\bclass\s*=\s*["']?[^"'>]{0,200}\b(?:gmail_signature|moz-signature|protonmail_signature_block)\b(?!_)|\bid\s*=\s*["']?(?:x_)*(?:ms-outlook-mobile-signature|AppleMailSignature)/i;
/** A box of this name may also hold a mail that is passed on. */
const PASSED_ON = /-{4,}[^<]{2,60}-{4,}/;

/** Does the HTML show by its marks which part of it is an earlier mail? */
export const marksQuotes = (html: string): boolean =>
  QUOTE_FROM_HERE.test(html) ||
  QUOTE_BOX.test(html) ||
  /<blockquote[^>]{0,300}\btype\s*=\s*["']?cite/i.test(html);

const TAG = /<(\/?)([a-z][a-z0-9]{0,30})(?=[\s/>:])/iy;

/**
 * An HTML mail as plain text: lines where the reader sees lines, quoted parts marked with "> ", pictures and
 * styles left out. Reads every character once or twice whatever is in it; nothing is fetched or run.
 */
export function htmlToText(html: string): string {
  const page = new Page();
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    if (open === -1) {
      page.write(html.slice(at));
      break;
    }
    page.write(html.slice(at, open));
    at = readMarkup(html, open, page);
  }
  return page.text();
}

/** Reads the tag or comment at `open`; answers where the reading goes on. */
function readMarkup(html: string, open: number, page: Page): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4);
  TAG.lastIndex = open;
  const tag = TAG.exec(html);
  if (!tag) {
    if (html[open + 1] === "!" || html[open + 1] === "?") return after(html, ">", open);
    page.write("<");
    return open + 1;
  }
  const closes = tag[1] === "/";
  const name = (tag[2] ?? "").toLowerCase();
  const end = after(html, ">", open);
  if (UNREAD.has(name)) return closes ? end : after(html, ">", closing(html, name, end));
  if (closes) page.close(name);
  else page.open(name, html.slice(open, Math.min(end, open + 2_000)), () => html.slice(end, end + 300));
  return end;
}

/** Where the next closing tag of `name` is, or -1. */
function closing(html: string, name: string, from: number): number {
  const mark = new RegExp(`</${name}`, "gi");
  mark.lastIndex = from;
  return mark.exec(html)?.index ?? -1;
}

/** The place after the next `mark`, or the end: what never closes has no readable rest. */
function after(text: string, mark: string, from: number): number {
  const at = from < 0 ? -1 : text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** The lines as they grow. */
class Page {
  #lines: string[] = [];
  #line: string[] = [];
  #blank = true;
  #quotes = 0;
  #verbatim = 0;
  #divs = 0;
  #boxes: number[] = [];

  write(raw: string) {
    if (raw === "") return;
    const text = decodeEntities(raw);
    if (this.#verbatim > 0) {
      const [first = "", ...more] = text.split(/\r?\n/);
      this.#line.push(first);
      for (const line of more) {
        this.#end();
        this.#line.push(line);
      }
      return;
    }
    const words = text.replace(/[ \t\r\n\f]+/g, " ");
    if (words === " " && this.#line.length === 0) return;
    this.#line.push(this.#line.length === 0 ? words.trimStart() : words);
  }

  /** `tag` with its attributes; `next` gives what follows it. */
  open(name: string, tag: string, next: () => string) {
    if (name === "br") return this.#end();
    if (name === "td" || name === "th") return this.write(" ");
    if (BLOCKS.has(name)) {
      this.#flush();
      this.#space(name);
    }
    if (name === "hr") this.#line.push("—".repeat(8));
    if (name === "li") this.#line.push("- ");
    if (name === "pre") this.#verbatim++;
    if (name === "blockquote") this.#quotes++;
    if (name === "div") {
      this.#divs++;
      if (tag.length > 8 && QUOTE_BOX.test(tag) && !PASSED_ON.test(next())) {
        this.#boxes.push(this.#divs);
        this.#quotes++;
      }
    }
    if (tag.length > 8 && QUOTE_FROM_HERE.test(tag)) this.#quotes++;
    if (tag.length > 8 && name === "div" && SIGNATURE_BOX.test(tag)) this.#sign();
  }

  close(name: string) {
    if (!BLOCKS.has(name)) return;
    this.#flush();
    if (name === "pre") this.#verbatim = Math.max(0, this.#verbatim - 1);
    if (name === "blockquote") this.#quotes = Math.max(0, this.#quotes - 1);
    if (name === "div") {
      if (this.#boxes.at(-1) === this.#divs) {
        this.#boxes.pop();
        this.#quotes = Math.max(0, this.#quotes - 1);
      }
      this.#divs = Math.max(0, this.#divs - 1);
    }
    this.#space(name);
  }

  text(): string {
    if (this.#line.length > 0) this.#end();
    return this.#lines.join("\n").trim();
  }

  /** The usual line above a signature, unless the mail has it. */
  #sign() {
    this.#flush();
    const last = this.#lines.findLast((line) => line !== "");
    if (last !== undefined && this.#quotes === 0 && !/^[-—_]{2,}\s*$/.test(last)) this.#push("-- ");
  }

  /** Ends the line, if anything is on it. */
  #flush() {
    if (this.#line.some((part) => part.trim() !== "")) this.#end();
    this.#line = [];
  }

  #space(name: string) {
    if (SPACED.has(name) && !this.#blank) this.#push("");
  }

  #end() {
    this.#push(this.#line.join("").trimEnd());
    this.#line = [];
  }

  #push(line: string) {
    this.#blank = line === "";
    const mark = "> ".repeat(Math.min(this.#quotes, 5));
    this.#lines.push(line === "" ? mark.trimEnd() : mark + line);
  }
}
