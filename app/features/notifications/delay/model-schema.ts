import { z } from "zod";
import { CORRECTED_AT, type DelayModel } from "./model";

const numbers = (length: number) => z.array(z.number()).length(length);
const share = z.number().min(0).max(1);
const correction = z.array(share).length(CORRECTED_AT.length);
const lateness = z.object({ shift: z.number(), slope: z.number() });
const legSchema = z.object({
  parcels: z.number(),
  days: z.object({
    countries: z.array(
      z.tuple([z.string(), z.object({ cut: z.number(), hours: numbers(25), week: numbers(7) })]),
    ),
    weeks: z.array(z.tuple([z.string(), numbers(7)])),
    holiday: z.number(),
    originHoliday: z.number(),
  }),
  curves: z.array(z.tuple([z.string(), z.number(), z.array(z.number())])),
  starts: numbers(14),
  lately: z.array(z.tuple([z.string(), z.number()])),
  correction,
});

const modelSchema: z.ZodType<DelayModel> = z.object({
  version: z.literal(1),
  asOf: z.string().nullable(),
  home: z.string(),
  startsAt: z.enum(["handedOver", "placed"]),
  handling: legSchema,
  transit: legSchema,
  correctionFromOrder: correction,
  lateness: z.object({ fromHandOver: lateness, fromOrder: lateness }),
});

/** The model as stored; null for one of another version, or that cannot be read: the rules of thumb speak then. */
export const readModel = (stored: unknown): DelayModel | null => modelSchema.safeParse(stored).data ?? null;
