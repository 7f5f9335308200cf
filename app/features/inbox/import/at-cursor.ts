import type { ImportCursor } from "./progress";

/** Is this the same place? */
export const isSame = (one: ImportCursor, other: ImportCursor): boolean =>
  one.file === other.file && one.entry === other.entry && one.at === other.at;
