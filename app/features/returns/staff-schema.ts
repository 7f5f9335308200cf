import { z } from "zod";
import { DISPOSITIONS } from "./inspection";
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

const count = z.number().int().min(0).max(100_000);
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll("\u0000", "").trim() || null)
    .nullable()
    .default(null);

/** The longest reason for not accepting a thing; its shopper reads it. */
export const LONGEST_REJECT_REASON = 300;
const MOST_LINES = 250;
const MOST_STRAYS = 50;

/** What somebody found in a parcel, as the receiving screen sends it (JSON). */
export const inspectionSchema = z.object({
  lines: z
    .array(
      z.object({
        lineId: z.uuid(),
        received: count,
        accepted: count,
        rejected: count,
        rejectReason: words(LONGEST_REJECT_REASON),
        disposition: z.enum(DISPOSITIONS),
        locationId: z
          .string()
          .regex(/^\d{1,20}$/)
          .nullable()
          .default(null),
      }),
    )
    .max(MOST_LINES),
  strays: z
    .array(
      z.object({
        kind: z.enum(["wrong", "unexpected"]),
        title: z
          .string()
          .max(255)
          .transform((text) => text.replaceAll("\u0000", "").trim())
          .pipe(z.string().min(1)),
        sku: words(100),
        quantity: z.number().int().min(1).max(10_000),
        note: words(500),
      }),
    )
    .max(MOST_STRAYS),
});

/** What a scanner or a hand put into the box: at most a tracking number's or an address's length. */
export const scanSchema = z
  .string()
  .transform((text) =>
    text
      .slice(0, 400)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: scanners send them around a code
      .replace(/[\u0000-\u001f\u007f]+/g, " ")
      .trim(),
  )
  .catch("");

/** Of which thing of which return a photo is. */
export const staffPhotoSchema = z.object({ return: returnIdSchema, line: z.uuid() });

/** The longest note of staff's about a return. */
export const LONGEST_STAFF_NOTE = 2_000;

/** What staff may do on a return's page beside what `schema.ts` reads. */
export const moreActionsSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reopen") }),
  z.object({ intent: z.literal("outcome"), lineId: z.uuid(), outcome: z.enum(["refund", "credit"]) }),
  z.object({
    intent: z.literal("quantity"),
    lineId: z.uuid(),
    quantity: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  }),
  z.object({
    intent: z.literal("closeUnpaid"),
    reason: z
      .string()
      .max(LONGEST_REJECT_REASON)
      .transform((text) => text.replaceAll("\u0000", "").trim())
      .pipe(z.string().min(1)),
  }),
  z.object({ intent: z.literal("grant"), approvalId: z.uuid() }),
  z.object({ intent: z.literal("refuse"), approvalId: z.uuid() }),
  z.object({
    intent: z.literal("ask"),
    amount: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform((text) => BigInt(text)),
    restock: z.literal("on").optional(),
  }),
  z.object({
    intent: z.literal("note"),
    text: z
      .string()
      .max(LONGEST_STAFF_NOTE)
      .transform((text) => text.replaceAll("\u0000", "").trim())
      .pipe(z.string().min(1)),
  }),
]);
export type MoreAction = z.output<typeof moreActionsSchema>;
