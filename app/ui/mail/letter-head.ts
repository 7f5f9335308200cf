import { WIDTH } from "./look";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * What mail programs read of a mail beside what they show. The markup cannot end its own element: JSON may write
 * any character by its number (RFC 8259 §7).
 */
export const letterHead = (title: string, markup: object | null): string =>
  [
    '<meta charSet="utf-8"/><meta name="viewport" content="width=device-width,initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/><meta name="supported-color-schemes" content="light dark"/>',
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no"/>',
    `<title>${title.replace(/[&<>]/g, (one) => ESCAPES[one] ?? one)}</title>`,
    `<style>${STYLES}</style>${FOR_OUTLOOK}`,
    markup === null
      ? ""
      : `<script type="application/ld+json">${JSON.stringify(markup).replace(/[<>&\u2028\u2029]/g, inNumbers)}</script>`,
  ].join("");

const inNumbers = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;

const DARK_RULES: [selector: string, rule: string][] = [
  [".back", "background:#141615!important"],
  [".sheet", "background:#1f2321!important;color:#eef1ef!important"],
  [".ink", "color:#eef1ef!important"],
  [".quiet", "color:#a9b1ad!important"],
  [".line", "border-color:#39403c!important"],
  [".panel", "background:#2a2f2c!important"],
  // a dark colour of the brand on dark ground keeps an edge
  [".go", "border:1px solid #6b7570!important"],
  [".on-light", "display:none!important"],
  [".on-dark", "display:inline-block!important"],
  [".on-plate", "background:#ffffff!important;padding:8px!important;border-radius:8px!important"],
];
const dark = (before: string) =>
  DARK_RULES.map(([selector, rule]) => `${before}${selector}{${rule}}`).join("");

// Outlook's app and web put data-ogsc on what they darken, and know no media query for it.
const STYLES = `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.around{padding:12px 8px!important}}@media (prefers-color-scheme:dark){${dark("")}}${dark("[data-ogsc] ")}`;

// Word, which draws mails in Outlook for Windows: no largest width, pixels of 96 to the inch, a font it has.
const FOR_OUTLOOK = `<!--[if mso]><noscript><xml xmlns:o="urn:schemas-microsoft-com:office:office"><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><style>.frame{width:${WIDTH}px!important}</style><![endif]-->`;
