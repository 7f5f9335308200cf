import { z } from "zod";
import { isMailbox } from "~/values/keys";

const text = (most: number) => z.string().trim().max(most);
const optionalText = (most: number) =>
  text(most)
    .nullable()
    .default(null)
    .transform((value) => value || null);

/** An address as the merchant types it. Fits the Address value. */
export const addressSchema = z.object({
  name: optionalText(100),
  company: optionalText(100),
  line1: optionalText(200),
  line2: optionalText(200),
  city: optionalText(100),
  province: optionalText(100),
  zip: optionalText(30),
  country: text(2)
    .regex(/^[A-Za-z]{2}$/)
    .transform((code) => code.toUpperCase())
    .nullable()
    .default(null),
  phone: optionalText(40),
});

/** What the merchant decides. Defaults are what a new shop starts with; fields are only ever added. */
export const settingsSchema = z.object({
  returns: z
    .object({
      /** days after delivery during which a return may be asked for */
      windowDays: z.coerce.number().int().min(0).max(730).default(30),
      /** days added to the ship date when nobody told us of the delivery */
      bufferDays: z.coerce.number().int().min(0).max(90).default(7),
      /** products with this tag do not come back */
      finalSaleTag: text(60).default("final-sale"),
      autoApprove: z.boolean().default(false),
      /** may shoppers who are not signed in return, after a one-time code? */
      guests: z.boolean().default(true),
      /** where parcels go; null: the shop's own address */
      address: addressSchema.nullable().default(null),
    })
    .prefault({}),
  notifications: z
    .object({
      /** Shopify's own confirmation cannot be switched off by an app: the merchant does that, and says so here */
      confirmation: z.enum(["replace", "complement", "off"]).default("complement"),
      shipping: z.boolean().default(true),
      returns: z.boolean().default(true),
    })
    .prefault({}),
  mail: z
    .object({
      fromName: optionalText(80),
      fromAddress: z
        .string()
        .trim()
        .refine((address) => address === "" || isMailbox(address))
        .transform((address) => address || null)
        .nullable()
        .default(null),
    })
    .prefault({}),
  brand: z
    .object({
      colour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .default("#1f4d3a"),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;
