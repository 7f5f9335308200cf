import type { ReactNode } from "react";

/** Something to know, set apart. `good` and `warning` add a sign; the words say it too. */
export function Notice(props: { tone?: "info" | "good" | "warning"; title?: string; children?: ReactNode }) {
  const tone = props.tone ?? "info";
  return (
    <div
      className={`aftercare-notice aftercare-notice-${tone}`}
      role={tone === "info" ? undefined : "status"}
    >
      {props.title && <p className="aftercare-notice-title">{props.title}</p>}
      {props.children}
    </div>
  );
}

export type TimelineStep = {
  title: ReactNode;
  detail?: ReactNode;
  /** done: it happened; current: this is where it stands; ahead: still to come */
  at: "done" | "current" | "ahead";
};

/** What happened and what comes, in order. */
export const Timeline = ({ steps }: { steps: TimelineStep[] }) => (
  <ol className="aftercare-timeline">
    {steps.map((step, index) => (
      <li
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        key={index}
        className={`aftercare-step-${step.at}`}
        aria-current={step.at === "current" ? "step" : undefined}
      >
        <span className="aftercare-step-title">{step.title}</span>
        {step.detail && <span className="aftercare-step-detail">{step.detail}</span>}
      </li>
    ))}
  </ol>
);

/** Names with their values; a row without a value is left out. */
export const DefinitionList = ({ rows }: { rows: { name: ReactNode; value: ReactNode }[] }) => (
  <dl className="aftercare-facts">
    {rows.map(({ name, value }, index) =>
      value === null || value === undefined || value === "" || value === false ? null : (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
);

/** A short state in a word or two. */
export const Badge = (props: { tone?: "good" | "warning" | "plain"; children: ReactNode }) => (
  <span className={`aftercare-badge aftercare-badge-${props.tone ?? "plain"}`}>{props.children}</span>
);

/** What a person or a shop wrote: its own direction, its own line breaks, never markup. */
export const Typed = ({ children }: { children: string }) => (
  <span className="aftercare-typed" dir="auto">
    {children}
  </span>
);

/** A number, code or address line that keeps its order in any script. */
export const Code = ({ children }: { children: string }) => <bdi className="aftercare-code">{children}</bdi>;

export type ItemView = {
  key: string;
  title: string;
  detail?: ReactNode;
  imageUrl: string | null;
  amount?: string | null;
  /** what goes below the item: a quantity field, a state */
  children?: ReactNode;
};

/** Things bought, with their pictures where there are any; they are decoration, the title is beside them. */
export function Items({ items }: { items: ItemView[] }) {
  const hasPictures = items.some(({ imageUrl }) => isPicture(imageUrl));
  return (
    <ul className={`aftercare-items${hasPictures ? "" : " aftercare-items-plain"}`}>
      {items.map((item) => (
        <li key={item.key}>
          {hasPictures && <Picture url={item.imageUrl} />}
          <div className="aftercare-item-text">
            <p className="aftercare-item-title">
              <Typed>{item.title}</Typed>
            </p>
            {item.detail && <div className="aftercare-quiet">{item.detail}</div>}
            {item.children}
          </div>
          {item.amount && <p className="aftercare-item-amount">{item.amount}</p>}
        </li>
      ))}
    </ul>
  );
}

const Picture = ({ url }: { url: string | null }) =>
  isPicture(url) ? (
    <img src={url} alt="" width={64} height={64} loading="lazy" />
  ) : (
    <span className="aftercare-no-picture" aria-hidden="true" />
  );

const isPicture = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** Labels with amounts; the row marked `sum` stands out. */
export const Amounts = ({ rows }: { rows: { label: string; amount: string; sum?: boolean }[] }) => (
  <table className="aftercare-amounts">
    <tbody>
      {rows.map((row) => (
        <tr key={row.label} className={row.sum ? "aftercare-sum" : undefined}>
          <th scope="row">{row.label}</th>
          <td>{row.amount}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The lines of a postal address. */
export const AddressBlock = ({ lines }: { lines: string[] }) => (
  <address className="aftercare-address">
    {lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
      <span key={index}>
        <bdi>{line}</bdi>
      </span>
    ))}
  </address>
);

/** Older entries behind a link, where there are any. */
export const MoreLink = ({ href, label }: { href: string | null; label: string }) =>
  href === null ? null : (
    <p className="aftercare-more">
      <a href={href} rel="next">
        {label}
      </a>
    </p>
  );
