import { z } from "zod";
import { LONGEST_TEMPLATE } from "~/platform/liquid/longest";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));

/** A kind's words as staff write them in one language; Liquid, each of them. */
export const editedText = z.object({
  subject: line(300).min(1),
  /** what inboxes show beside the subject */
  preview: line(300),
  /** the heading of the mail */
  title: line(300),
  body: z
    .string()
    .max(LONGEST_TEMPLATE)
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .refine((text) => text.trim() !== ""),
});
export type EditedText = z.infer<typeof editedText>;
export const TEXT_FIELDS = ["subject", "preview", "title", "body"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
