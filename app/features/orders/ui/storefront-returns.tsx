import { Badge } from "~/ui/storefront/parts";

export type ReturnRow = { id: string; title: string; state: string; day: string; href: string | null };

/** The returns of an order, each with how it stands; what they say comes from the returns' own words. */
export const ReturnRows = ({ rows }: { rows: ReturnRow[] }) => (
  <ul className="aftercare-orders">
    {rows.map((row) => (
      <li key={row.id}>
        {row.href ? <a href={row.href}>{row.title}</a> : row.title} <Badge>{row.state}</Badge>
        <div className="aftercare-quiet">{row.day}</div>
      </li>
    ))}
  </ul>
);
