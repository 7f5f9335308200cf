import { z } from "zod";
import { returnPlacesSchema, settingsSchema } from "~/features/settings/schema";

export const labelSettingsSchema = settingsSchema.shape.labels;
export type LabelSettings = z.infer<typeof labelSettingsSchema>;

const id = z.string().min(1).max(60);

/** What staff may do on the page of labels. */
export const labelActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("settings"), value: labelSettingsSchema }),
  z.object({ intent: z.literal("places"), value: returnPlacesSchema }),
  z.object({
    intent: z.literal("account"),
    /** null: a new one */
    id: id.nullable(),
    carrier: z.string().max(40),
    name: z.string().trim().min(1).max(80),
    fields: z.record(z.string().max(40), z.string().max(500)),
  }),
  z.object({ intent: z.literal("earlier"), id }),
  z.object({ intent: z.literal("switch"), id, enabled: z.boolean() }),
  z.object({ intent: z.literal("remove"), id }),
]);
export type LabelAction = z.infer<typeof labelActionSchema>;
export type AccountAction = Exclude<LabelAction, { intent: "settings" | "places" }>;

/** A field of an account, as its form draws it. */
export type AccountField = { name: string; secret: boolean; required: boolean };

/** An account without its secrets. */
export type AccountView = {
  id: string;
  carrier: string;
  name: string;
  enabled: boolean;
  /** what is no secret, as typed */
  values: Record<string, string>;
  /** where the carrier sends its news; null: it sends none */
  webhookUrl: string | null;
};

/** What labels to print, as the list of returns asks. */
export const printSchema = z.object({
  ids: z
    .string()
    .max(20_000)
    .transform((text) => text.split(",").filter((one) => /^[\w-]{1,60}$/.test(one)))
    .pipe(z.array(z.string()).min(1).max(200)),
  format: z.enum(["A4", "Letter", "4x6"]).optional(),
});

/** What comes before the file when staff upload a label. */
export const uploadSchema = z.object({
  return: id,
  tracking: z
    .string()
    .trim()
    .max(60)
    .default("")
    .transform((text) => text || null),
});
