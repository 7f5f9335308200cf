import { z } from "zod";

/** How the list of deliveries is asked for; nonsense is left out. */
export const deliveryFilters = z.object({
  state: z.enum(["late", "atRisk", "lost", "lateToShip"]).or(z.literal("")).catch(""),
  carrier: z.string().max(80).catch(""),
  after: z.string().max(300).optional().catch(undefined),
  before: z.string().max(300).optional().catch(undefined),
});

const DAYS = /^\d{1,2}$/;
const days = (least: number) =>
  z.string().trim().regex(DAYS).transform(Number).pipe(z.number().int().min(least).max(60));
const nothing = z
  .string()
  .trim()
  .length(0)
  .transform(() => null);

/** The delays' settings, as their form sends them. */
export const delaySettingsForm = z.object({
  tell: z.literal("on").optional().transform(Boolean),
  openCases: z.literal("on").optional().transform(Boolean),
  worryDays: days(1),
  shipWithinDays: nothing.or(days(0)),
});
