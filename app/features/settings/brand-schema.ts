import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import { contrastWithWhite, READABLE_CONTRAST } from "./rules";

/** Fonts that readers have, as stacks: what a mail brings along itself most programs leave out. */
export const FONTS = {
  system: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  arial: "Arial, Helvetica, sans-serif",
  verdana: "Verdana, Geneva, sans-serif",
  trebuchet: "'Trebuchet MS', 'Lucida Grande', Tahoma, sans-serif",
  georgia: "Georgia, 'Times New Roman', serif",
  palatino: "'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif",
  courier: "'Courier New', Courier, monospace",
} as const;
export type Font = keyof typeof FONTS;
export const FONT_NAMES = Object.keys(FONTS) as [Font, ...Font[]];

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));

/** A web address that may stand in a mail. */
const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine((address) => URL.canParse(address) && new URL(address).protocol === "https:");

/** A picture we keep: its address's token, and its size in pixels. */
const picture = z.object({
  token: z.string().max(400),
  width: z.number().int().min(1).max(2_000),
  height: z.number().int().min(1).max(2_000),
});
export type Picture = z.infer<typeof picture>;

/** What of the look is typed. */
export const lookSchema = z.object({
  /** of buttons and links, in mails and on the storefront */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default("#1f4d3a"),
  font: z.enum(FONT_NAMES).default("system"),
  /** how wide the logo is shown, in CSS pixels; a high one is shown narrower */
  logoWidth: z.number().int().min(40).max(300).default(160),
  /** what is read where pictures are not shown; empty: the shop's name */
  logoAlt: line(100).default(""),
  footer: z
    .object({
      /** the merchant's own lines */
      text: z.string().trim().max(600).default(""),
      /** … in other languages; one that is missing or empty reads `text` */
      translations: z.partialRecord(z.enum(LOCALES), z.string().trim().max(600)).default({}),
      /** is the shop's address below every mail? Several countries ask for it */
      address: z.boolean().default(true),
      links: z
        .array(z.object({ label: line(30).min(1), url: webAddress }))
        .max(6)
        .default([]),
    })
    .prefault({}),
});
export type Look = z.infer<typeof lookSchema>;

/** A look that is saved anew must be readable, too; what was saved once stays as it is. */
export const readableLookSchema = lookSchema.refine(
  ({ colour }) => contrastWithWhite(colour) >= READABLE_CONTRAST,
  "contrast",
);

export const brandSchema = lookSchema.extend({
  logo: picture.nullable().default(null),
  /** on dark ground */
  darkLogo: picture.nullable().default(null),
});
export type BrandSettings = z.infer<typeof brandSchema>;
