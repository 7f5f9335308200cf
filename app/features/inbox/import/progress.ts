import { z } from "zod";
import { CSV_COLUMNS, type CsvColumn, type ReadColumn } from "~/platform/exports/csv-columns";
import { EXPORT_SOURCES } from "~/platform/exports/export-source";
import { SKIP_REASONS, type SkipReason } from "~/platform/exports/past-message";

export { EXPORT_SOURCES, type ExportSource } from "~/platform/exports/export-source";

/** uploading → counting → counted → running → done; or removing → removed; or failed. */
export const IMPORT_STATES = [
  "uploading",
  "counting",
  "counted",
  "running",
  "done",
  "removing",
  "removed",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why an import ended before it was done: a broken archive, nobody finished it, somebody in it was erased. */
export type ImportProblem = "unreadable" | "tooOld" | "erased";

/** The states in which the worker has something to do. */
export const AT_WORK: readonly ImportState[] = ["counting", "running", "removing"];
/** The states in which the uploaded files are still there. */
export const HOLDS_FILES: readonly ImportState[] = ["uploading", "counting", "counted", "running"];

/** Where reading goes on, and how far it is. */
export const cursorSchema = z.object({
  file: z.number().int().default(0),
  /** which file of an archive */
  entry: z.number().int().default(0),
  /** bytes into it, unpacked */
  at: z.number().default(0),
  /** bytes of the uploaded files that were read */
  read: z.number().default(0),
});
export type ImportCursor = z.infer<typeof cursorSchema>;

export const filesSchema = z.array(z.object({ name: z.string(), size: z.number() }));
export type ImportFile = z.infer<typeof filesSchema>[number];

const count = z.number().int().default(0);
const csvColumn = z.enum(Object.keys(CSV_COLUMNS) as [CsvColumn, ...CsvColumn[]]);
/** What is in the files, counted before anything is taken in. */
export const countedSchema = z.object({
  conversations: count,
  messages: count,
  /** addresses of shoppers */
  people: count,
  attachments: count,
  /** files that the export only points to */
  filesElsewhere: count,
  /** of these, those whose address it says: they can be fetched */
  filesWithAddress: count,
  /** messages that are here already */
  already: count,
  /** messages without a date that can be */
  undated: count,
  /** conversations of people who have an order here */
  matched: count,
  /** files, inside archives too, that are not of this kind */
  strangeFiles: count,
  skipped: z.partialRecord(z.enum(SKIP_REASONS), z.number()).default({}),
  /** of tables: their columns, and what each is read as; null: it is not */
  columns: z.array(z.object({ name: z.string(), as: csvColumn.nullable() })).default([]),
});
export type ImportCounts = z.infer<typeof countedSchema>;
export const NONE_COUNTED: ImportCounts = countedSchema.parse({});

/** The most columns that are named, and the longest name. */
const MOST_COLUMNS = 100;
const LONGEST_COLUMN = 80;

/** Names these columns too, each once: a file that reads one that another does not is said to read it. Pure. */
export function withColumns(
  columns: ImportCounts["columns"],
  more: readonly ReadColumn[],
): ImportCounts["columns"] {
  const named = new Map(columns.map(({ name, as }) => [name, as]));
  for (const { name, as } of more) {
    const short = name.slice(0, LONGEST_COLUMN);
    if (as ?? !named.has(short)) named.set(short, as ?? null);
  }
  return [...named].slice(0, MOST_COLUMNS).map(([name, as]) => ({ name, as }));
}

/** What became of a file that lies elsewhere: it waits, is here, or why it is not. */
export const FILE_STATES = [
  "named",
  "fetched",
  "gone",
  "closed",
  "tooLarge",
  "unreachable",
  "noAddress",
  "tooMany",
] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What was taken in, counted in the database at the end. */
export const doneSchema = z.object({
  conversations: count,
  messages: count,
  attachments: count,
  matched: count,
  /** after it was removed: conversations that stayed, since somebody has written in them since */
  stayed: count,
});
export type ImportDone = z.infer<typeof doneSchema>;

export const withSkipped = (counts: ImportCounts, reasons: readonly SkipReason[]): ImportCounts => {
  const skipped = { ...counts.skipped };
  for (const reason of reasons) skipped[reason] = (skipped[reason] ?? 0) + 1;
  return { ...counts, skipped };
};

/** What was taken in beside what was counted: everything alike? A conversation that was here already is none more. */
export const isReconciled = (counted: ImportCounts, done: ImportDone): boolean =>
  counted.messages === done.messages &&
  counted.attachments === done.attachments &&
  counted.conversations === done.conversations;

/** How far the worker is, 0 to 1. */
export const share = (read: number, files: readonly ImportFile[]): number => {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return size === 0 ? 1 : Math.min(1, read / size);
};

/** The largest import, in bytes as uploaded: its files lie in the database until it is over. */
export const MOST_IMPORT_BYTES = 2 * 1024 ** 3;
export const MOST_IMPORT_FILES = 20;
/** Files come in pieces of this size, in bytes; only the last one is smaller. */
export const PIECE_BYTES = 2 * 1024 ** 2;

export const pieceCount = (size: number): number => Math.ceil(size / PIECE_BYTES);

/** What staff say to begin an import. */
export const beginImportSchema = z.object({
  source: z.enum(EXPORT_SOURCES),
  ownAddresses: z
    .string()
    .max(5_000)
    .transform((typed) => [
      ...new Set(
        typed
          .split(/[\s,;]+/)
          .map((one) => one.trim().toLowerCase())
          .filter((one) => /^[^@\s]*@[^@\s]+$/.test(one)),
      ),
    ])
    .pipe(z.array(z.string().max(254)).max(200)),
  files: z
    .array(
      z.object({ name: z.string().min(1).max(255), size: z.number().int().min(1).max(MOST_IMPORT_BYTES) }),
    )
    .min(1)
    .max(MOST_IMPORT_FILES),
});
export type BeginImport = z.infer<typeof beginImportSchema>;
