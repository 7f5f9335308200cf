import { z } from "zod";
import { pickLocale } from "~/platform/i18n/locales";
import { METHODS, OUTCOMES } from "./policy-schema";
import { RETURN_REASONS } from "./reasons";
import { MOST_LINES, MOST_ORDERS, MOST_PARTS, ROW } from "./request-form";
import { STEPS } from "./request-steps";
import { returnIdSchema } from "./schema";

const id = z.string().regex(/^\d{1,20}$/);

const line = z.object({
  orderLineId: id,
  /** which of several parts the line comes back in; absent: the first */
  part: z.number().int().min(1).max(MOST_PARTS).optional(),
  quantity: z.number().int().min(0).max(100_000),
  reason: z.enum(RETURN_REASONS).nullable(),
  answers: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.string().regex(/^[a-z0-9-]{1,40}$/)),
  photos: z.array(z.string().max(400)).max(20),
  outcome: z.enum(OUTCOMES).nullable(),
  variantId: id.nullable(),
  search: z.string().max(60),
});

/** One of the customer's orders, and the language of the page (BCP 47). */
const place = {
  orderId: id,
  locale: z
    .string()
    .max(40)
    .default("en")
    .transform((asked) => pickLocale(asked)),
};

/** What the customer account's return page sends: a draft, and what is to be done with it. */
export const accountRequestSchema = z.object({
  ...place,
  /** begin with this request, to change it, or with nothing, to be put on this return; null: with nothing */
  returnId: returnIdSchema.nullable().default(null),
  as: z.enum(["change", "add"]).default("change"),
  /** null: begin */
  draft: z
    .object({
      requestKey: z.uuid(),
      instead: returnIdSchema.nullable().default(null),
      addTo: returnIdSchema.nullable().default(null),
      alsoOrders: z.array(id).max(MOST_ORDERS - 1),
      lines: z.array(line).max(MOST_LINES),
      method: z.enum(METHODS).nullable(),
      note: z.string().max(4_000),
    })
    .nullable(),
  from: z.enum(STEPS).default("items"),
  /** "quote": only what would come back of what was chosen so far */
  to: z.enum([...STEPS, "next", "more", "quote", "split", "unsplit", "send"]).default("items"),
  /** which row is split up, or taken out again */
  row: z
    .string()
    .regex(new RegExp(`^${ROW}$`))
    .default("0"),
});
export type AccountRequest = z.output<typeof accountRequestSchema>;

/** What it sends about a return that was asked for. */
export const accountReturnSchema = z.object({
  ...place,
  returnId: returnIdSchema,
  do: z.enum(["show", "cancel"]).default("show"),
});
