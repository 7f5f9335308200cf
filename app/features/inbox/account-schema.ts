import { z } from "zod";
import { pickLocale } from "~/platform/i18n/locales";
import { contactFormSchema } from "./contact-schema";
import { idSchema } from "./schema";

/** The language of the page (BCP 47). */
const locale = z
  .string()
  .max(40)
  .default("en")
  .transform((asked) => pickLocale(asked));

/** What the customer account's contact page asks when it opens. */
export const accountContactSchema = z.object({
  locale,
  /** picked beforehand */
  orderId: contactFormSchema.shape.orderId,
});

/** What it sends: a form that begins a conversation, or writes again in one. */
export const accountMessageSchema = contactFormSchema.extend({
  locale,
  conversationId: idSchema.nullable().default(null),
});
