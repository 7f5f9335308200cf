import type { CSSProperties, ReactNode } from "react";
import { INK, LINE, QUIET } from "./look";

/** What a mail is made of, each drawn so that every mail program shows it. */

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
