import type { CSSProperties, ReactNode } from "react";

/** How a shop's mails look. */
export type Brand = {
  shopName: string;
  /** of buttons and links, dark enough for white text on it */
  colour: string;
  shopUrl: string;
  /** a stack of fonts that readers have; the device's own when it says nothing */
  font?: string;
  logo?: Logo | null;
  /** lines of the merchant's own, below ours */
  footer?: readonly string[];
  links?: readonly { label: string; url: string }[];
};

/** A picture with its size as shown, in CSS pixels; `dark` stands in for it on dark ground. */
export type Logo = { url: string; alt: string; width: number; height: number; dark: string | null };

const SYSTEM_FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const INK = "#1c1f1e";
const QUIET = "#5b6360";
const LINE = "#e3e6e4";
/** The widest a mail is, in CSS pixels. */
const WIDTH = 600;

type LetterProps = {
  brand: Brand;
  lang: string;
  dir: "ltr" | "rtl";
  /** the line that inboxes show beside the subject */
  preview: string;
  title: string;
  /** schema.org data for mail programs */
  markup?: object | null;
  children: ReactNode;
  footer: ReactNode;
};

/**
 * A whole mail: one column, 600 px at most, readable without pictures, in dark mode and RTL. Tables and inline
 * styles, since Outlook lays out nothing else; what only some programs understand is in the head.
 */
export function Letter({ brand, lang, dir, preview, title, markup, children, footer }: LetterProps) {
  const fontFamily = brand.font ?? SYSTEM_FONT;
  return (
    <html lang={lang} dir={dir}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: comments for Outlook cannot be written otherwise; letterHead escapes */}
      <head dangerouslySetInnerHTML={{ __html: letterHead(title, markup ?? null) }} />
      <body className="back" dir={dir} style={{ margin: 0, padding: 0, background: "#f4f5f4" }}>
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden", msoHide: "all" } as CSSProperties}>
          {preview}
          {FILLER}
        </div>
        <Table className="back" style={{ background: "#f4f5f4" }}>
          <td align="center" className="around" style={{ padding: "24px 12px" }}>
            <Table
              dir={dir}
              className="sheet frame"
              style={{
                maxWidth: WIDTH,
                background: "#ffffff",
                borderRadius: 12,
                fontFamily,
                color: INK,
                fontSize: 16,
                lineHeight: "24px",
              }}
            >
              <td className="pad" align={START[dir]} style={{ padding: "28px 32px 32px", fontFamily }}>
                <Masthead brand={brand} />
                <h1
                  className="ink"
                  style={{
                    fontSize: 26,
                    lineHeight: "32px",
                    margin: "20px 0 12px",
                    fontWeight: 700,
                    color: INK,
                  }}
                >
                  {title}
                </h1>
                {children}
              </td>
            </Table>
            <Table dir={dir} className="frame" style={{ maxWidth: WIDTH }}>
              <td
                className="quiet pad"
                align={START[dir]}
                style={{ padding: "20px 32px", fontFamily, fontSize: 13, lineHeight: "20px", color: QUIET }}
              >
                {footer}
                <OwnFooter brand={brand} />
              </td>
            </Table>
          </td>
        </Table>
      </body>
    </html>
  );
}

/** Outlook knows no "start". */
const START = { ltr: "left", rtl: "right" } as const;
/** Keeps what follows the preview out of the inbox's line: nothing that takes a place, and may be broken. */
const FILLER = "\u200c\u00a0".repeat(60);

type TableProps = { dir?: "ltr" | "rtl"; className?: string; style: CSSProperties; children: ReactNode };

/** A table of one cell, as wide as it may be. */
const Table = ({ children, ...box }: TableProps) => (
  <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} {...box}>
    <tbody>
      <tr>{children}</tr>
    </tbody>
  </table>
);

function Masthead({ brand: { shopName, shopUrl, logo } }: { brand: Brand }) {
  const named = { fontSize: 18, fontWeight: 700, color: INK, textDecoration: "none" };
  if (!logo)
    return (
      <a href={shopUrl} className="ink" style={named}>
        {shopName}
      </a>
    );
  const { alt, width, height, dark } = logo;
  const size = { width, height, border: 0 };
  return (
    <a href={shopUrl} className="ink" style={named}>
      <img
        src={logo.url}
        alt={alt}
        width={width}
        height={height}
        className={dark ? "on-light" : "on-plate"}
        style={{ ...size, display: "inline-block" }}
      />
      {dark && (
        <img
          src={dark}
          alt=""
          width={width}
          height={height}
          className="on-dark"
          style={{ ...size, display: "none", msoHide: "all" } as CSSProperties}
        />
      )}
    </a>
  );
}

const OwnFooter = ({ brand: { footer = [], links = [] } }: { brand: Brand }) => (
  <>
    {footer.map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
      <div key={at}>{line}</div>
    ))}
    {links.length > 0 && (
      <div style={{ paddingTop: 8 }}>
        {links.map(({ label, url }, at) => (
          <span key={url}>
            {at > 0 && " · "}
            <a href={url} className="quiet" style={{ color: QUIET }}>
              {label}
            </a>
          </span>
        ))}
      </div>
    )}
  </>
);

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * What mail programs read of a mail beside what they show. The markup cannot end its own element: JSON may write
 * any character by its number (RFC 8259 §7).
 */
const letterHead = (title: string, markup: object | null): string =>
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

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <p style={{ margin: "0 0 16px" }}>{children}</p>
);

export const Quiet = ({ children }: { children: ReactNode }) => (
  <p className="quiet" style={{ margin: "0 0 16px", fontSize: 14, lineHeight: "20px", color: QUIET }}>
    {children}
  </p>
);

export const Heading = ({ children }: { children: ReactNode }) => (
  <h2
    className="ink"
    style={{ fontSize: 17, lineHeight: "24px", margin: "28px 0 8px", fontWeight: 700, color: INK }}
  >
    {children}
  </h2>
);

/** The one thing to do next. Outlook takes its colour and its size from the cell. */
export const Button = ({ href, colour, children }: { href: string; colour: string; children: ReactNode }) => (
  <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: "8px 0 24px" }}>
    <tbody>
      <tr>
        <td
          className="go"
          {...({ bgcolor: colour } as object)}
          style={{ background: colour, borderRadius: 8, msoPaddingAlt: "13px 26px" } as CSSProperties}
        >
          <a
            href={href}
            style={
              {
                display: "inline-block",
                padding: "13px 26px",
                msoPaddingAlt: "0",
                fontSize: 16,
                fontWeight: 600,
                color: "#ffffff",
                textDecoration: "none",
              } as CSSProperties
            }
          >
            {children}
          </a>
        </td>
      </tr>
    </tbody>
  </table>
);

/** Somewhere else to go, beside the one thing to do next. Dark mode has the ink's colour: a brand's may not be seen. */
export const LetterLink = ({
  href,
  colour,
  children,
}: {
  href: string;
  colour: string;
  children: ReactNode;
}) => (
  <p style={{ margin: "0 0 16px" }}>
    <a
      href={href}
      className="ink"
      style={{ color: colour, fontWeight: 600, display: "inline-block", padding: "8px 0" }}
    >
      {children}
    </a>
  </p>
);

/** A few words set apart: a code, a promise, an address. */
export const Panel = ({ children }: { children: ReactNode }) => (
  <div
    className="panel"
    style={{ background: "#f1f4f2", borderRadius: 8, padding: "14px 18px", margin: "0 0 20px" }}
  >
    {children}
  </div>
);

export type ItemRow = {
  title: string;
  detail: string | null;
  imageUrl: string | null;
  amount: string | null;
};

/** What was bought (or comes back), a row each. */
export const Items = ({ items }: { items: ItemRow[] }) => (
  <table
    role="presentation"
    width="100%"
    cellPadding={0}
    cellSpacing={0}
    style={{ marginBottom: items.length > 0 ? 12 : 0 }}
  >
    <tbody>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <tr key={at}>
          <td
            className="line"
            style={{ padding: "10px 0", borderTop: at === 0 ? "none" : `1px solid ${LINE}` }}
          >
            <div style={{ fontWeight: 600 }}>
              <bdi>{item.title}</bdi>
            </div>
            {item.detail && (
              <div className="quiet" style={{ fontSize: 14, lineHeight: "20px", color: QUIET }}>
                {item.detail}
              </div>
            )}
          </td>
          <td
            className="line"
            align="right"
            style={{
              padding: "10px 0",
              borderTop: at === 0 ? "none" : `1px solid ${LINE}`,
              textAlign: "end",
              verticalAlign: "top",
              whiteSpace: "nowrap",
            }}
          >
            {item.amount}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Labels with amounts; the last is the sum. */
export const Sums = ({ rows }: { rows: { label: string; amount: string }[] }) => (
  <table
    role="presentation"
    width="100%"
    cellPadding={0}
    cellSpacing={0}
    className="line"
    style={{ borderTop: `1px solid ${LINE}`, marginTop: 6, paddingTop: 8 }}
  >
    <tbody>
      {rows.map(({ label, amount }, at) => (
        <tr key={label} style={at === rows.length - 1 ? { fontWeight: 700 } : {}}>
          <td style={{ padding: "4px 0" }}>{label}</td>
          <td align="right" style={{ padding: "4px 0", textAlign: "end", whiteSpace: "nowrap" }}>
            {amount}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
