import type { FileCounts } from "./file-store.server";
import type { PastImport } from "./import-store.server";
import { share } from "./progress";

/** An import as a list shows it. */
export type ImportRow = Pick<
  PastImport,
  "id" | "source" | "files" | "state" | "done" | "staffName" | "createdAt"
>;

/** An import as its own page shows it. */
export type ImportView = ImportRow &
  Pick<PastImport, "counted" | "problem" | "fetchFiles"> & {
    share: number;
    /** what became of the files that the export only points to, where staff asked for them */
    fetched: FileCounts;
  };

export const rowOf = ({ id, source, files, state, done, staffName, createdAt }: PastImport): ImportRow => ({
  id,
  source,
  files,
  state,
  done,
  staffName,
  createdAt,
});

export const viewOf = (one: PastImport, fetched: FileCounts): ImportView => ({
  ...rowOf(one),
  counted: one.counted,
  problem: one.problem,
  fetchFiles: one.fetchFiles,
  fetched,
  share: share(one.cursor.read, one.files),
});
