import { z } from "zod";
import type { BackTest } from "./back-test";

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

/** A back test as it is kept. */
export const backTestSchema: z.ZodType<BackTest> = z.object({
  parcels: count,
  late: count,
  toldRightly: count,
  toldWrongly: count,
  missed: count,
  hoursAhead: z.number().nullable(),
  messages: count,
  withinRange: share.nullable(),
  beforeMiddle: share.nullable(),
  reliability: z.array(z.object({ told: share, happened: share, parcels: count })),
  brier: z.number().nullable(),
});
