import sanitize from "sanitize-html";
import { safeStyle } from "./safe-style";

/** Where a mail's own pictures are, by Content-ID without angle brackets: a list, or a question. */
export type PictureAddresses =
  | ReadonlyMap<string, string>
  | Readonly<Record<string, string>>
  | ((contentId: string) => string | null | undefined);

/** More than this of a page is left out: what a person reads is never so long. In UTF-16 units. */
const LONGEST = 1_500_000;
/** Elements deeper than this lose their tags, not their words. */
const DEEPEST = 120;
const LONGEST_ADDRESS = 4_000;
const LONGEST_PICTURE = 1_000_000;

const SHOWN =
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
    " ",
  );
/** Left out with all that is in them. */
const HIDDEN =
  "script style noscript template svg math iframe frame frameset object embed applet audio video canvas textarea select option button title head xmp noembed noframes plaintext xml portal dialog map".split(
    " ",
  );

const BOX = ["align", "valign", "bgcolor", "width", "height", "nowrap"];
const ATTRIBUTES: Record<string, string[]> = {
  "*": ["dir", "lang", "title", "align", "style"],
  a: ["href", "target", "rel"],
  img: ["src", "alt", "width", "height", "border", "data-remote-src"],
  font: ["color", "face", "size"],
  table: [...BOX, "border", "cellpadding", "cellspacing", "summary"],
  tbody: BOX,
  thead: BOX,
  tfoot: BOX,
  tr: BOX,
  td: [...BOX, "colspan", "rowspan", "scope"],
  th: [...BOX, "colspan", "rowspan", "scope"],
  col: [...BOX, "span"],
  colgroup: [...BOX, "span"],
  div: ["bgcolor"],
  ol: ["start", "type", "reversed"],
  ul: ["type"],
  li: ["value", "type"],
  hr: ["size", "width", "color", "noshade"],
  br: ["clear"],
  time: ["datetime"],
  details: ["open"],
};

/** Whitespace and marks that nobody sees; browsers skip some of them when they read an address's scheme. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}]+/gu;
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
const REMOTE = /^(?:https?:)?\/\//i;
const OWN_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=\s]*$/i;

/**
 * Somebody else's HTML made safe to show in our own page: nothing runs, and nothing is fetched. Pictures of the
 * mail itself come from `cid`; remote ones lose their `src` and keep their address in `data-remote-src`, so
 * that a click can load them, from wherever `remote` then says. Tables, fonts, colours and the direction of writing stay; style sheets, forms,
 * frames, drawings, ids, classes and all that is not on the list go. Links open apart and tell no referrer.
 * Takes a second for ten megabytes of the worst. Pure. (OWASP, Cross Site Scripting Prevention: sanitise to an
 * allow-list.)
 */
export function safeHtml(
  html: string,
  { cid, remote = () => null }: { cid?: PictureAddresses; remote?: AddressOf } = {},
): string {
  const pictures = { own: asQuestion(cid), remote };
  return sanitize(shallow(bounded(html)), {
    allowedTags: SHOWN,
    nonTextTags: HIDDEN,
    allowedAttributes: ATTRIBUTES,
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["http", "https", "data"] },
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    enforceHtmlBoundary: false,
    nestingLimit: DEEPEST,
    // Styles are read by safeStyle, which takes no time for broken ones.
    parseStyleAttributes: false,
    transformTags: {
      "*": (tagName, attribs) => ({ tagName, attribs: shown(tagName, attribs, pictures) }),
      html: (_name, attribs) => ({ tagName: "div", attribs: shown("div", attribs, pictures) }),
      body: (_name, attribs) => ({ tagName: "div", attribs: shown("div", attribs, pictures) }),
    },
  });
}

type Attributes = Record<string, string>;
/** Where a picture is shown from, by its Content-ID or its address; null: nowhere. */
type AddressOf = (name: string) => string | null;
type Pictures = { own: AddressOf; remote: AddressOf };

function shown(tagName: string, given: Attributes, pictures: Pictures): Attributes {
  const { style, href, src, ...rest } = given;
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(rest)) if (value.length <= 1_000) kept[name] = value;
  delete kept["data-remote-src"];
  const looks = style ? safeStyle(style) : "";
  if (looks !== "") kept.style = looks;
  if (tagName === "a") return { ...kept, ...link(href) };
  return tagName === "img" ? { ...kept, ...picture(src, pictures) } : kept;
}

function link(href: string | undefined): Attributes {
  const address = (href ?? "").replace(UNSEEN, "");
  const whole = address.startsWith("//") ? `https:${address}` : address;
  if (!LINK.test(whole) || whole.length > LONGEST_ADDRESS) return {};
  return { href: whole, target: "_blank", rel: "noopener noreferrer nofollow" };
}

function picture(src: string | undefined, { own, remote }: Pictures): Attributes {
  const address = (src ?? "").replace(UNSEEN, "");
  if (/^cid:/i.test(address)) {
    const held = own(address.slice(4));
    return held ? { src: held } : {};
  }
  if (REMOTE.test(address) && address.length <= LONGEST_ADDRESS) {
    const whole = address.startsWith("//") ? `https:${address}` : address;
    const fetched = remote(whole);
    return fetched ? { src: fetched } : { "data-remote-src": whole };
  }
  return address.length <= LONGEST_PICTURE && OWN_PICTURE.test(address) ? { src: address } : {};
}

/** Only addresses that are the caller's: a Content-ID such as "constructor" names nothing. */
function asQuestion(cid: PictureAddresses | undefined): AddressOf {
  if (!cid) return () => null;
  const ask = (id: string): string | null | undefined => {
    if (typeof cid === "function") return cid(id);
    if (cid instanceof Map) return cid.get(id);
    const list = cid as Readonly<Record<string, string>>;
    return Object.hasOwn(list, id) ? list[id] : null;
  };
  return (id) => ask(id) ?? ask(decoded(id)) ?? ask(`<${id}>`) ?? null;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Elements that never hold others, or end when the next of their kind begins. */
const SHALLOW =
  /^(?:area|br|col|hr|img|input|link|meta|wbr|base|source|param|p|li|td|tr|th|dt|dd|option|tbody|thead|tfoot)$/;
/** The parser keeps a list of what is open and takes time for its length: so deep no page of a person's is. */
const DEEPEST_READ = 600;

/** The page without the tags that lie deeper than any reader could see. */
function shallow(html: string): string {
  let depth = 0;
  return html.replace(/<(\/?)([a-z][a-z0-9:-]{0,40})[^<>]{0,5000}>/gi, (tag, slash: string, name: string) => {
    if (SHALLOW.test(name.toLowerCase())) return tag;
    if (slash) {
      const isKept = depth <= DEEPEST_READ;
      depth = Math.max(0, depth - 1);
      return isKept ? tag : "";
    }
    return ++depth > DEEPEST_READ ? "" : tag;
  });
}

/** The page without NUL, and cut before a tag when it is too long. */
function bounded(html: string): string {
  const plain = html.includes("\0") ? html.replaceAll("\0", "") : html;
  if (plain.length <= LONGEST) return plain;
  const cut = plain.lastIndexOf("<", LONGEST);
  return plain.slice(0, cut > LONGEST / 2 ? cut : LONGEST);
}
