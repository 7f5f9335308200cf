import { z } from "zod";
import { isMailbox } from "~/values/keys";
import { brandSchema } from "./brand-schema";
import { retentionSchema } from "./retention";
import { MOST_SLA_POLICIES, slaPolicySchema } from "./sla-schema";

export {
  MOST_SLA_MINUTES,
  MOST_SLA_POLICIES,
  SLA_METRICS,
  type SlaMetric,
  type SlaPolicy,
} from "./sla-schema";

const text = (most: number) => z.string().trim().max(most);
const optionalText = (most: number) =>
  text(most)
    .nullable()
    .default(null)
    .transform((value) => value || null);

/** A number of days, as a form sends it or as it was saved. An empty field is not zero. */
const days = (most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(0).max(most));

const kindKey = z.string().regex(/^[A-Za-z]{1,60}$/);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

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

/** An address that a parcel can be sent to. */
const fullAddressSchema = addressSchema.refine(({ line1, city, country }) => line1 && city && country);

const names = (most: number) => z.array(text(255).min(1)).max(most).default([]);
const countryCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2}$/)
  .toUpperCase();
/** Shopify's number of a location. */
const locationId = z.string().regex(/^\d{1,20}$/);

/**
 * An address that some parcels go to instead of the shop's own. Of what it names, every kind must hold, and of a
 * kind any one will do; naming nothing, it takes every parcel that no place before it takes.
 */
export const returnPlaceSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text(80).min(1),
  address: fullAddressSchema,
  when: z
    .object({
      /** where the order went: ISO 3166-1 alpha-2 */
      countries: z.array(countryCode).max(250).default([]),
      /** … or its part of a country, ISO 3166-2: "US-CA" */
      regions: z
        .array(
          z
            .string()
            .trim()
            .regex(/^[A-Za-z]{2}-[A-Za-z0-9]{1,3}$/)
            .toUpperCase(),
        )
        .max(250)
        .default([]),
      productTags: names(50),
      /** handles */
      collections: names(50),
      /** the locations that the things were sent from */
      locationIds: z.array(locationId).max(50).default([]),
    })
    .prefault({}),
  /** the location where its things go back on the shelf; null: the shop's own */
  locationId: locationId.nullable().default(null),
});
export type ReturnPlace = z.output<typeof returnPlaceSchema>;

/** The places of a shop, first come first, and where things go back on the shelf that go to none of them. */
export const returnPlacesSchema = z.object({
  places: z
    .array(returnPlaceSchema)
    .max(30)
    .refine((places) => new Set(places.map(({ id }) => id)).size === places.length)
    .default([]),
  locationId: locationId.nullable().default(null),
});
export type ReturnPlaces = z.output<typeof returnPlacesSchema>;

/** The most somebody may pay out alone, in minor units of the shop's currency; null: as much as they like. */
const payoutLimit = z.number().int().min(0).max(1_000_000_000_000).nullable().default(null);

/** What the merchant decides. Defaults are what a new shop starts with; fields are only ever added. */
export const settingsSchema = z.object({
  returns: z
    .object({
      /** days after delivery during which a return may be asked for */
      windowDays: days(730).default(30),
      /** days added to the ship date when nobody told us of the delivery */
      bufferDays: days(90).default(7),
      /** products with this tag do not come back */
      finalSaleTag: text(60).default("final-sale"),
      autoApprove: z.boolean().default(false),
      /** may shoppers who are not signed in return, after a one-time code? */
      guests: z.boolean().default(true),
      /** where parcels go; null: the shop's own address */
      address: addressSchema.nullable().default(null),
      ...returnPlacesSchema.shape,
    })
    .prefault({}),
  staff: z
    .object({
      /** who may pay out how much alone; the account's owner may anything, and decides what is above */
      limits: z
        .object({
          everybody: payoutLimit,
          /** by Shopify's user id; they may also decide on what others ask for, up to their own limit */
          people: z
            .array(z.object({ staffId: z.string().max(40), name: text(100).default(""), limit: payoutLimit }))
            .max(200)
            .default([]),
        })
        .prefault({}),
    })
    .prefault({}),
  notifications: z
    .object({
      /** Shopify's own confirmation cannot be switched off by an app: the merchant does that, and says so here */
      confirmation: z.enum(["replace", "complement", "off"]).default("complement"),
      shipping: z.boolean().default(true),
      returns: z.boolean().default(true),
      /** kinds switched off one by one, by their key in features/notifications/registry.ts */
      off: z.array(kindKey).max(200).default([]),
      /** what is held back for now: kinds' keys, or "all" */
      paused: z.array(kindKey).max(200).default([]),
      /** when nobody is to be disturbed, by the shopper's clock ("21:00"); null: mail goes at any hour */
      quiet: z.object({ from: clockTime, to: clockTime }).nullable().default({ from: "21:00", to: "08:00" }),
      /** so many messages about one order in 24 hours; beyond that only what it would hurt not to know */
      mostADay: z.number().int().min(1).max(50).default(5),
      /** does Shopify Flow hear of delays and returns, to start the shop's own workflows? */
      flow: z.boolean().default(false),
    })
    .prefault({}),
  delays: z
    .object({
      /** are shoppers told of delays that we foresee? */
      tell: z.boolean().default(true),
      /** does a bad delay open a conversation in the inbox, before the shopper asks? */
      openCases: z.boolean().default(true),
      /** bad is about so many days late */
      worryDays: days(60).default(5),
      /** working days within which orders leave, for orders that name no day; null: nothing is promised */
      shipWithinDays: days(60).nullable().default(null),
    })
    .prefault({}),
  tracking: z
    .object({
      /** which parcels a connected carrier account follows: each may cost something there */
      follow: z.enum(["off", "whenSilent", "always"]).default("whenSilent"),
      /** Shopify is silent when it has told of no scan for so many hours */
      silentHours: z.number().int().min(1).max(240).default(24),
      /** is Shopify told of scans that it lacks? */
      writeBack: z.boolean().default(false),
      /** does Shopify get the carrier that staff correct, or that the number proves? */
      correctShopify: z.boolean().default(false),
    })
    .prefault({}),
  inbox: z
    .object({
      /** does a shopper who writes hear at once by when somebody answers? */
      acknowledge: z.boolean().default(true),
      /** business hours within which somebody answers, while too little is known of how long it takes */
      replyWithinHours: z.number().int().min(1).max(80).default(8),
      /** when people answer, Sunday first, by the shop's clocks; a day without periods is a day off */
      week: z
        .array(z.array(z.object({ from: clockTime, to: z.union([clockTime, z.literal("24:00")]) })).max(6))
        .length(7)
        .default([[], ...Array.from({ length: 5 }, () => [{ from: "09:00", to: "17:00" }]), []]),
      /** are shoppers asked whether it was solved well, once staff closed their conversation? */
      askRating: z.boolean().default(true),
      /** how many hours after it was closed */
      ratingAfterHours: z.number().int().min(1).max(168).default(4),
      /** what they are asked then: whether it was solved well (csat), or how easy that was (ces) */
      closingQuestion: z.enum(["csat", "ces"]).default("csat"),
      /** are buyers asked how likely they are to recommend the shop, so many days after all of an order arrived? */
      askNps: z.boolean().default(false),
      npsAfterDays: z.number().int().min(1).max(60).default(14),
      /** nobody is asked anything twice within so many days */
      surveyGapDays: z.number().int().min(7).max(365).default(30),
      /** seconds during which an answer can be taken back before it is sent */
      undoSeconds: z.number().int().min(0).max(30).default(10),
      /** are the public holidays of the shop's country days off? */
      holidays: z.boolean().default(true),
      /** how soon which conversations are answered and solved; the first that fits counts */
      sla: z.array(slaPolicySchema).max(MOST_SLA_POLICIES).default([]),
      /** days without a word of the shopper after which what waits for them is closed; null: never */
      autoCloseDays: z.number().int().min(1).max(90).nullable().default(null),
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
  labels: z
    .object({
      /** what a return gets when no carrier's account sold a label: our own, or one that staff upload */
      fallback: z.enum(["printable", "upload"]).default("printable"),
      /** who takes the parcels, as far as their rules differ */
      by: z.enum(["post", "courier", "any"]).default("any"),
      /** what one thing weighs, and the box, in grams */
      itemGrams: z.number().int().min(1).max(68_000).default(500),
      boxGrams: z.number().int().min(0).max(10_000).default(150),
      /** the box, in millimetres */
      box: z
        .object({
          length: z.number().int().min(10).max(2_743).default(300),
          width: z.number().int().min(10).max(2_743).default(220),
          height: z.number().int().min(5).max(2_743).default(120),
        })
        .prefault({}),
      /** what customs are told of the goods; null: parcels across a border get no bought label */
      hsCode: z
        .string()
        .regex(/^\d{6,10}$/)
        .nullable()
        .default(null),
      origin: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable()
        .default(null),
    })
    .prefault({}),
  brand: brandSchema.prefault({}),
  /** how many days each class of data is kept */
  retention: retentionSchema.prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What must make sense in settings that are saved anew; the messages are keys of words.problems. */
const sense = z
  .object({
    returns: z.object({ address: addressSchema.nullable().default(null) }).prefault({}),
  })
  .superRefine((value, context) => {
    const { address } = value.returns;
    for (const part of ["line1", "city", "country"] as const)
      if (address && !address[part])
        context.addIssue({ code: "custom", path: ["returns", "address", part], message: "required" });
  });

/**
 * Reads settings as staff send them. What was saved once must always be readable; what is saved anew must also
 * make sense. Answers all problems at once, by field.
 */
export function readSettingsForm(
  sent: unknown,
): { value: Settings; problems: null } | { value: null; problems: FieldProblems } {
  const given = settingsSchema.safeParse(sent);
  const sensible = sense.safeParse(sent);
  if (given.success && sensible.success) return { value: given.data, problems: null };
  const problems = {
    ...(sensible.success ? {} : fieldProblems(sensible.error)),
    ...(given.success ? {} : fieldProblems(given.error)),
  };
  return { value: null, problems };
}

/** What staff typed so far: numbers are texts, nothing is checked yet. */
export type SettingsDraft = Omit<Settings, "returns" | "mail"> & {
  returns: Omit<Settings["returns"], "windowDays" | "bufferDays"> & {
    windowDays: string;
    bufferDays: string;
  };
  mail: { fromName: string; fromAddress: string };
};

export const draftOf = ({ returns, mail, ...rest }: Settings): SettingsDraft => ({
  ...rest,
  returns: { ...returns, windowDays: String(returns.windowDays), bufferDays: String(returns.bufferDays) },
  mail: { fromName: mail.fromName ?? "", fromAddress: mail.fromAddress ?? "" },
});

const OWN_PROBLEMS = ["required", "contrast"];

/** What is wrong, by the field's path ("returns.windowDays"): a key of words.problems. */
export type FieldProblems = Record<string, string>;

/** The first problem of each field of a draft that did not fit. */
function fieldProblems(error: z.ZodError): FieldProblems {
  const problems: FieldProblems = {};
  for (const issue of error.issues)
    problems[issue.path.join(".")] ??= OWN_PROBLEMS.includes(issue.message) ? issue.message : "invalid";
  return problems;
}

/** Which version of the settings somebody had before them, as an address says it; null where it does not. */
export const seenSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .nullable()
  .catch(null);
