/** A place in a list sorted by time: rows of one moment are told apart by their id. */
export type Cursor = { at: Date; id: string };

/** One page of a list. The cursors are texts for the address bar; null where the list ends. */
export type Page<T> = { rows: T[]; next: string | null; previous: string | null };

const SHAPE = /^(\d{1,16})_([\x21-\x7e]{1,250})$/;

export const writeCursor = ({ at, id }: Cursor): string => `${at.getTime()}_${id}`;

/** The place a text names, or null when it is not one that `writeCursor` made. */
export function readCursor(text: string | null | undefined): Cursor | null {
  const match = SHAPE.exec(text ?? "");
  const at = new Date(Number(match?.[1]));
  return match?.[2] && !Number.isNaN(at.getTime()) ? { at, id: match[2] } : null;
}

/**
 * Makes a page of rows read one further than `size`, in the direction asked for. Rows read backwards
 * (`before`) come in the opposite order and are turned round.
 */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  asked: { after?: Cursor | null; before?: Cursor | null },
  cursorOf: (row: T) => Cursor,
): Page<T> {
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  if (asked.before) kept.reverse();
  const [first, last] = [kept[0], kept.at(-1)];
  const hasPrevious = asked.before ? more : Boolean(asked.after);
  const hasNext = asked.before ? true : more;
  return {
    rows: kept,
    previous: hasPrevious && first ? writeCursor(cursorOf(first)) : null,
    next: hasNext && last ? writeCursor(cursorOf(last)) : null,
  };
}
