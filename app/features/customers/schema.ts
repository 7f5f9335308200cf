import { z } from "zod";

const id = z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const ids = z
  .array(id)
  .max(10_000)
  .nullish()
  .transform((list) => list ?? []);
const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const customer = z
  .object({ id: id.nullish().transform((value) => value ?? null), email: text, phone: text })
  .nullish()
  .transform((value) => value ?? { id: null, email: null, phone: null });

/** What Shopify sends with its three privacy topics (API 2026-07). `shop_domain` is the permanent one. */
export const privacyBody = {
  data_request: z.object({ shop_domain: z.string(), customer, orders_requested: ids }),
  redact_customer: z.object({ shop_domain: z.string(), customer, orders_to_redact: ids }),
  redact_shop: z.object({ shop_domain: z.string() }),
};

export const PRIVACY_TOPICS = ["data_request", "redact_customer", "redact_shop"] as const;
export type PrivacyTopic = (typeof PRIVACY_TOPICS)[number];

/** Counts of what was handed over or erased, by what it is. */
export type Counts = Record<string, number>;

/** A request's receipt: numbers and ids only, so that it may outlive what it tells of. */
export const receiptSchema = z.object({
  /** Shopify's number of the customer it is about, where Shopify named one */
  customerId: z.string().nullable().default(null),
  counts: z.record(z.string(), z.number()).default({}),
  /** what was gathered for the merchant to download */
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })).default([]),
  /** why nothing was done, if nothing was */
  skipped: z.enum(["installedAgain"]).nullable().default(null),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A file that was gathered for a request. */
export const gatheredFileQuery = z.object({
  request: z.string().min(1).max(64),
  file: z.string().min(1).max(64),
});

/** What staff may do on the privacy page. */
export const privacyAction = gatheredFileQuery.extend({ do: z.literal("deleteFile") });

/** What the address of "who read what" says: whose, and of what. Nonsense is left out. */
export const readingsQuery = z.object({
  staff: z
    .string()
    .regex(/^\d{1,20}$/)
    .catch(""),
  of: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .catch(""),
});
