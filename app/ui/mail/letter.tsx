import type { ReactNode } from "react";

/** The look every mail of a shop has: one column, 600 px, readable without images, in dark mode and RTL. */
export type Brand = { shopName: string; colour: string; shopUrl: string };

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const INK = "#1c1f1e";
const QUIET = "#5b6360";
const LINE = "#e3e6e4";

type LetterProps = {
  brand: Brand;
  lang: string;
  dir: "ltr" | "rtl";
  /** the line that inboxes show beside the subject */
  preview: string;
  title: string;
  children: ReactNode;
  footer: ReactNode;
};

/** A whole mail. Tables and inline styles, since Outlook lays out nothing else. */
export function Letter({ brand, lang, dir, preview, title, children, footer }: LetterProps) {
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK}</style>
      </head>
      <body className="back" style={{ margin: 0, padding: 0, background: "#f4f5f4" }}>
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>{preview}</div>
        <table
          role="presentation"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          className="back"
          style={{ background: "#f4f5f4" }}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: "24px 12px" }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  dir={dir}
                  className="sheet"
                  style={{
                    maxWidth: 600,
                    background: "#ffffff",
                    borderRadius: 12,
                    fontFamily: FONT,
                    color: INK,
                    fontSize: 16,
                    lineHeight: "24px",
                    textAlign: "start",
                  }}
                >
                  <tbody>
                    <tr>
                      <td style={{ padding: "28px 32px 0" }}>
                        <a
                          href={brand.shopUrl}
                          className="ink"
                          style={{ fontSize: 18, fontWeight: 700, color: INK, textDecoration: "none" }}
                        >
                          {brand.shopName}
                        </a>
                      </td>
                    </tr>
                    <tr>
                      <td style={{ padding: "20px 32px 32px" }}>
                        <h1
                          className="ink"
                          style={{
                            fontSize: 26,
                            lineHeight: "32px",
                            margin: "0 0 12px",
                            fontWeight: 700,
                            color: INK,
                          }}
                        >
                          {title}
                        </h1>
                        {children}
                      </td>
                    </tr>
                  </tbody>
                </table>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  dir={dir}
                  style={{ maxWidth: 600 }}
                >
                  <tbody>
                    <tr>
                      <td
                        className="quiet"
                        style={{
                          padding: "20px 32px",
                          fontFamily: FONT,
                          fontSize: 13,
                          lineHeight: "20px",
                          color: QUIET,
                        }}
                      >
                        {footer}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

const DARK = `@media (prefers-color-scheme: dark){.back{background:#141615!important}.sheet{background:#1f2321!important;color:#eef1ef!important}.ink{color:#eef1ef!important}.quiet{color:#a9b1ad!important}.line{border-color:#39403c!important}.panel{background:#2a2f2c!important}}`;

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

/** The one thing to do next. */
export const Button = ({ href, colour, children }: { href: string; colour: string; children: ReactNode }) => (
  <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: "8px 0 24px" }}>
    <tbody>
      <tr>
        <td style={{ background: colour, borderRadius: 8 }}>
          <a
            href={href}
            style={{
              display: "inline-block",
              padding: "13px 26px",
              fontFamily: FONT,
              fontSize: 16,
              fontWeight: 600,
              color: "#ffffff",
              textDecoration: "none",
            }}
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
