import type { PastImport } from "./import-store.server";
import { share } from "./progress";

/** An import as a list shows it. */
export type ImportRow = Pick<
  PastImport,
  "id" | "source" | "files" | "state" | "done" | "staffName" | "createdAt"
>;

/** An import as its own page shows it. */
export type ImportView = ImportRow & Pick<PastImport, "counted" | "problem"> & { share: number };

export const rowOf = ({ id, source, files, state, done, staffName, createdAt }: PastImport): ImportRow => ({
  id,
  source,
  files,
  state,
  done,
  staffName,
  createdAt,
});

export const viewOf = (one: PastImport): ImportView => ({
  ...rowOf(one),
  counted: one.counted,
  problem: one.problem,
  share: share(one.cursor.read, one.files),
});
