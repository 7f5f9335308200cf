import { useRef } from "react";

type BoxProps = { label: string; checked: boolean; onChange: (wanted: boolean, toHere: boolean) => void };

/** A box before a row of a Table, to choose it; `toHere`: the shift key was held. */
export const ChoiceBox = ({ label, checked, onChange }: BoxProps) => (
  <label className="admin-check-area">
    <input
      type="checkbox"
      className="admin-check"
      aria-label={label}
      checked={checked}
      onChange={(event) =>
        onChange(event.target.checked, (event.nativeEvent as MouseEvent).shiftKey === true)
      }
    />
  </label>
);

type Choosing = {
  ids: readonly string[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  labels: { all: string; one: (id: string) => string };
};

/** The boxes before a table's rows; with the shift key held, all between two boxes are chosen. For Table's `lead`. */
export function useChoiceBoxes({ ids, chosen, onChoose, labels }: Choosing) {
  const last = useRef<string | null>(null);
  const choose = (id: string, wanted: boolean, toHere: boolean) => {
    const ends = [ids.indexOf(last.current ?? id), ids.indexOf(id)].sort((a, b) => a - b);
    const meant = toHere ? ids.slice(Math.max(0, ends[0] ?? 0), (ends[1] ?? 0) + 1) : [id];
    const next = new Set(chosen);
    for (const one of meant) wanted ? next.add(one) : next.delete(one);
    last.current = id;
    onChoose(next);
  };
  return {
    heading: (
      <ChoiceBox
        label={labels.all}
        checked={ids.length > 0 && ids.every((id) => chosen.has(id))}
        onChange={(wanted) => onChoose(new Set(wanted ? ids : []))}
      />
    ),
    cell: (id: string) => (
      <ChoiceBox
        label={labels.one(id)}
        checked={chosen.has(id)}
        onChange={(wanted, toHere) => choose(id, wanted, toHere)}
      />
    ),
  };
}
