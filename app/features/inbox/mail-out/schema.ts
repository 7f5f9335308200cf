import { z } from "zod";
import { MOST_ENCLOSED } from "./enclosures";
import { MOST_SIGNATURE_CHARACTERS } from "./signature";

/** Which files of a draft go with an answer: their ids, one after the other. */
export const enclosedIdsSchema = z
  .string()
  .max(1_000)
  .default("")
  .transform((ids) => ids.split(",").filter(Boolean))
  .pipe(z.array(z.uuid()).max(MOST_ENCLOSED));

/** What comes before a file in its form. */
export const givenFileSchema = z.object({
  name: z.string().max(1_000).default(""),
  /** was it pasted or dropped into the text? */
  place: z.enum(["text", "beside"]).catch("beside"),
});

/** What staff do with what goes with their answer, besides giving it files. */
export const mailOutActionSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("dropFile"), id: z.uuid() }),
  z.object({ do: z.enum(["add", "remove"]), address: z.string().max(400) }),
]);

export const signatureSchema = z.object({ text: z.string().max(4 * MOST_SIGNATURE_CHARACTERS) });
