import { z } from "zod";
import { BASES } from "./because";
import { NOTHING_TOLD, type Told } from "./watch";

const moment = z.string().nullable();

const toldSchema = z.object({
  episode: z.object({
    state: z.enum(["off", "on"]),
    doubtSince: moment,
    toldBy: moment,
    toldAt: moment,
    messages: z.number().int().min(0),
  }),
  promised: moment,
  lostAt: moment,
  cases: z.number().int().min(0),
  isCase: z.boolean(),
});

/** What was told of a parcel, as stored; nothing when there is nothing stored. */
export const readTold = (stored: unknown): Told => (stored ? toldSchema.parse(stored) : NOTHING_TOLD);

/** Why a prediction is as it is, as stored. */
export const becauseSchema = z.object({
  state: z.enum([
    "waiting",
    "usual",
    "slow",
    "onVan",
    "silent",
    "atPickUpPoint",
    "customs",
    "exception",
    "returning",
  ]),
  basis: z.enum(["rules", ...BASES]),
  parcels: z.number(),
  carrier: z.string(),
  service: z.string(),
  from: z.string(),
  to: z.string(),
  daysSoFar: z.number(),
  usualDays: z.tuple([z.number(), z.number()]),
  lateProbability: z.number().nullable(),
});
