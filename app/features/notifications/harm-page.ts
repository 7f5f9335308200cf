/** A place in a list sorted by harm: rows of one harm are told apart by their id. */
export type HarmCursor = { harm: number; id: string };

const SHAPE = /^(\d{1,10})_([\x21-\x7e]{1,250})$/;
const MOST = 2_147_483_647;

/** The place a text names, or null when it is none. */
export function readHarmCursor(text: string | null | undefined): HarmCursor | null {
  const [, harm, id] = SHAPE.exec(text ?? "") ?? [];
  return harm && id && Number(harm) <= MOST ? { harm: Number(harm), id } : null;
}

const write = ({ harm, id }: HarmCursor): string => `${harm}_${id}`;

/** As `pageOf` (values/cursor) for rows sorted by harm, read one further than `size`. */
export function harmPage<T extends HarmCursor>(
  rows: readonly T[],
  size: number,
  { after, before }: { after: HarmCursor | null; before: HarmCursor | null },
): { rows: T[]; next: string | null; previous: string | null } {
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  if (before) kept.reverse();
  const [first, last] = [kept[0], kept.at(-1)];
  return {
    rows: kept,
    previous: (before ? more : after !== null) && first ? write(first) : null,
    next: (before ? true : more) && last ? write(last) : null,
  };
}
