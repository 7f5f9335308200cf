import { z } from "zod";

/** What staff may do with an import once it is begun. */
export const IMPORT_STEPS = ["count", "run", "remove", "giveUp"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export const importStepSchema = z.object({
  step: z.enum(IMPORT_STEPS),
  /** with "run": fetch the files that the export only points to */
  fetchFiles: z.enum(["yes", "no"]).optional(),
});

/** Which piece of which file, as its address says it. */
export const pieceSchema = z.object({
  file: z.coerce.number().int().min(0).max(100),
  place: z.coerce.number().int().min(0).max(100_000),
});
