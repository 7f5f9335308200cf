import type { CSSProperties, ReactNode } from "react";
import { inkOn } from "./ink-on";

type StorefrontPageProps = {
  /** the language of every word of ours on the page (BCP 47) */
  locale: string;
  dir: "ltr" | "rtl";
  /** the page's only first-level heading */
  title: ReactNode;
  /** where the shop shows our pages: "/apps/aftercare" */
  base: string;
  stylesheetUrl?: string;
  /** the merchant's colour ("#1f4d3a"), used on buttons only; the rest takes the theme's own look */
  accent?: string;
  /** a sentence below the heading */
  lead?: ReactNode;
  /** the way back, above the heading */
  back?: { href: string; label: string };
  children?: ReactNode;
};

/**
 * The frame of every storefront page of ours, set by Shopify into the theme's layout: the theme brings
 * fonts, colours and <main>, so this brings only structure. Works without JavaScript.
 */
export function StorefrontPage(props: StorefrontPageProps) {
  const { locale, dir, title, base, stylesheetUrl, accent, lead, back, children } = props;
  const colours = accent
    ? ({ "--aftercare-accent": accent, "--aftercare-on-accent": inkOn(accent) } as CSSProperties)
    : undefined;
  return (
    <div className="aftercare" lang={locale} dir={dir} data-base={base} style={colours}>
      {stylesheetUrl && <link rel="stylesheet" href={stylesheetUrl} />}
      {back && (
        <p className="aftercare-back">
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      <h1 className="aftercare-title">{title}</h1>
      {lead && <p className="aftercare-lead">{lead}</p>}
      {children}
    </div>
  );
}

/** A part of the page with a heading of its own; `card` sets it apart. */
export function Section(props: { id: string; title: ReactNode; card?: boolean; children: ReactNode }) {
  const { id, title, card, children } = props;
  return (
    <section className={card ? "aftercare-card" : "aftercare-section"} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** What matters most beside what helps: side by side where there is room, else one below the other. */
export function Columns(props: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="aftercare-columns">
      <div>{props.main}</div>
      <div>{props.side}</div>
    </div>
  );
}
