import type { KeyboardEvent, ReactNode } from "react";
import { PlainAppLink } from "./link";

export type TableRow = {
  id: string;
  /** the first cell becomes a link there, and so does the whole row */
  url?: string;
  cells: ReactNode[];
};

type Props = {
  /** what the table lists, for screen readers */
  label: string;
  /** `named`: on a phone, where the headings are hidden, the value says what it is */
  headings: { title: string; end?: boolean; named?: boolean }[];
  rows: TableRow[];
  /** a column before the others that is not part of the row's link: boxes to tick */
  lead?: { heading: ReactNode; cell: (id: string) => ReactNode };
};

/** Up and down from a row's link or box go to the same of its neighbour. */
function followArrows(event: KeyboardEvent<HTMLElement>) {
  const at = event.target as HTMLElement;
  const way = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" } as const;
  const to = way[event.key as keyof typeof way];
  const same = at.matches("a.row-link") ? "a.row-link" : at.matches(".lead input") ? ".lead input" : null;
  if (!to || !same) return;
  const neighbour = at.closest("tr")?.[to]?.querySelector<HTMLElement>(same);
  if (!neighbour) return;
  event.preventDefault();
  neighbour.focus();
}

/** A list in columns; on a phone each row becomes a small block. Polaris's own table costs three times as much. */
export const Table = ({ label, headings, rows, lead }: Props) => (
  // biome-ignore-start lint/a11y/noRedundantRoles: on a phone the layout is not a table's, the meaning still is
  <table className="admin-table" aria-label={label} role="table">
    <thead role="rowgroup">
      <tr role="row">
        {lead && (
          <th scope="col" role="columnheader" className="lead">
            {lead.heading}
          </th>
        )}
        {headings.map(({ title, end }) => (
          <th key={title} scope="col" role="columnheader" {...(end ? { className: "at-end" } : {})}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup" onKeyDown={followArrows}>
      {rows.map((row) => (
        <tr key={row.id} role="row" {...(row.url ? { "data-link": "" } : {})}>
          {lead && (
            <td role="cell" className="lead">
              {lead.cell(row.id)}
            </td>
          )}
          {row.cells.map((cell, at) => (
            <td
              key={headings[at]?.title ?? at}
              role="cell"
              {...(headings[at]?.end ? { className: "at-end" } : {})}
              {...(headings[at]?.named ? { "data-name": headings[at].title } : {})}
            >
              {at === 0 && row.url ? (
                <PlainAppLink url={row.url} className="row-link">
                  {cell}
                </PlainAppLink>
              ) : (
                cell
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
  // biome-ignore-end lint/a11y/noRedundantRoles: as above
);
