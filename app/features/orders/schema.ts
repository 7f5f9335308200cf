import { z } from "zod";
import { plainTyped } from "~/values/typed";

/** A one-line field; `most` counts what was typed, before anything is taken out. */
const typed = (most: number) => z.string().max(most).transform(plainTyped).pipe(z.string().min(1));

/** Longest note with a report, in characters. */
export const MOST_NOTE = 1_000;

/** What a shopper enters to find an order. */
export const lookUpSchema = z.object({ order: typed(100), contact: typed(254) });
export type LookUp = z.infer<typeof lookUpSchema>;

/** A one-time code, as typed or pasted: spaces and hyphens between the digits do not matter. */
export const codeSchema = z
  .string()
  .max(40)
  .transform((text) => plainTyped(text).replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/));

/** One of Shopify's order numbers in an address of ours. */
export const orderIdSchema = z.string().regex(/^\d{1,20}$/);

/** That a parcel has not arrived, as a shopper reports it. What is too long is cut, not refused. */
export const missingReport = z.object({
  p: z.string().max(40).catch(""),
  looked: z
    .string()
    .optional()
    .transform((box) => box !== undefined),
  note: z
    .string()
    .default("")
    .transform((text) => text.trim().slice(0, MOST_NOTE)),
});

/** Staff's word on who carries a parcel. */
export const carrierCorrection = z.object({
  fulfilmentId: orderIdSchema,
  carrier: z.string().regex(/^[a-z0-9_]{1,40}$/),
});

const box = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked !== undefined);

/** How parcels are followed, as its form sends it. */
export const trackingForm = z.object({
  follow: z.enum(["off", "whenSilent", "always"]),
  silentHours: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(240)),
  writeBack: box,
  correctShopify: box,
});
