import type { CSSProperties, ReactNode } from "react";
import { letterHead } from "./letter-head";
import { INK, QUIET, WIDTH } from "./look";

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
