import { z } from "zod";
import { CONTACT_REASONS, MOST_CONTACT_CHARACTERS } from "./contact";
import { MOST_COMMENT } from "./rating";
import { cleanText } from "./rules";
import { requestKeySchema } from "./schema";

const orderId = z
  .string()
  .regex(/^\d{1,20}$/)
  .nullable()
  .catch(null);

/** A contact form as it was sent. What is missing is said by the use case; only a forged form is a bad request. */
export const contactFormSchema = z.object({
  orderId,
  reason: z.enum(CONTACT_REASONS).nullable().catch(null),
  text: z
    .string()
    .default("")
    .transform((typed) => cleanText(typed.slice(0, 2 * MOST_CONTACT_CHARACTERS))),
  email: z
    .string()
    .default("")
    .transform((typed) => typed.slice(0, 300)),
  requestKey: requestKeySchema,
});

/** What an address of the contact page may choose beforehand. */
export const contactAskedSchema = z.object({
  o: orderId,
  reason: z.enum(CONTACT_REASONS).nullable().catch(null),
});

/** What a shopper answers; which numbers there are hangs on the question (values/survey.ts). */
export const ratingSchema = z.object({
  score: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
  comment: z
    .string()
    .default("")
    .transform((typed) => cleanText(typed.slice(0, MOST_COMMENT))),
});
