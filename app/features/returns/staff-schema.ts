import { z } from "zod";
import { DECLINE_REASONS, returnIdSchema } from "./schema";

/** The most that one request decides: the screen sends more in several. */
const MOST_AT_ONCE = 50;

const ids = z
  .string()
  .max(40 * MOST_AT_ONCE)
  .transform((text) => [...new Set(text.split(",").filter(Boolean))])
  .pipe(z.array(returnIdSchema).min(1).max(MOST_AT_ONCE));

const note = z
  .string()
  .max(500)
  .transform((text) => text.replaceAll("\u0000", "").trim() || null);

/** Many returns decided alike. `ids` are separated by commas. */
export const bulkSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), ids }),
  z.object({ intent: z.literal("decline"), ids, reason: z.enum(DECLINE_REASONS), note: note.default(null) }),
]);
export type BulkDecision = z.output<typeof bulkSchema>;
