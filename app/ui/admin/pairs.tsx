import type { ReactNode } from "react";

/** Names with their values, a line each; the last can be the sum. */
export const Pairs = ({ rows }: { rows: { name: string; value: ReactNode; strong?: boolean }[] }) => (
  <dl className="admin-pairs">
    {rows.flatMap(({ name, value, strong }) => {
      const look = strong ? { className: "strong" } : {};
      return [
        <dt key={`${name}-name`} {...look}>
          {name}
        </dt>,
        <dd key={`${name}-value`} {...look}>
          {value}
        </dd>,
      ];
    })}
  </dl>
);
