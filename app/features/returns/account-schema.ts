import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import { METHODS, OUTCOMES } from "./policy-schema";
import { RETURN_REASONS } from "./reasons";
import { MOST_LINES, MOST_ORDERS } from "./request-form";
import { STEPS } from "./request-steps";

const id = z.string().regex(/^\d{1,20}$/);

const line = z.object({
  orderLineId: id,
  quantity: z.number().int().min(0).max(100_000),
  reason: z.enum(RETURN_REASONS).nullable(),
  answers: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.string().regex(/^[a-z0-9-]{1,40}$/)),
  photos: z.array(z.string().max(400)).max(20),
  outcome: z.enum(OUTCOMES).nullable(),
  variantId: id.nullable(),
  search: z.string().max(60),
});

/** What the customer account's return page sends: a draft, and what is to be done with it. */
export const accountRequestSchema = z.object({
  orderId: id,
  /** the language of the page */
  locale: z.enum(LOCALES).catch("en"),
  /** null: begin */
  draft: z
    .object({
      requestKey: z.uuid(),
      alsoOrders: z.array(id).max(MOST_ORDERS - 1),
      lines: z.array(line).max(MOST_LINES),
      method: z.enum(METHODS).nullable(),
      note: z.string().max(4_000),
    })
    .nullable(),
  from: z.enum(STEPS).default("items"),
  to: z.enum([...STEPS, "next", "more", "send"]).default("items"),
});
export type AccountRequest = z.output<typeof accountRequestSchema>;
