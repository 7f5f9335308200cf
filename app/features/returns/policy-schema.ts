import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import { RETURN_REASONS, type ReturnReason, SHOPS_FAULT } from "./reasons";

/** What may become of a thing that comes back: money, credit, another variant, anything else, the same again, or it stays. */
export const OUTCOMES = ["refund", "credit", "exchange", "exchangeAny", "replacement", "keep"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How it travels: prepaid label, address label without postage, QR code, to a shop, by the shopper's own carrier. */
export const METHODS = ["label", "address", "qr", "store", "own"] as const;
export type Method = (typeof METHODS)[number];

/** When money goes back. `byHand`: staff pay each refund themselves. */
export const REFUND_MOMENTS = ["byHand", "onScan", "onReceipt", "onInspection", "instantForTrusted"] as const;
export type RefundMoment = (typeof REFUND_MOMENTS)[number];

const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const text = (most: number) => z.string().trim().max(most);
const days = (most: number) => z.number().int().min(0).max(most);
/** An amount in minor units of the shop's currency. */
const minor = z.number().int().min(0).max(1_000_000_000_000);
/** A share in percent, with at most two decimals. More than 100 is kept in a draft, and refused when published. */
const percent = z
  .number()
  .min(0)
  .max(1_000)
  .transform((value) => Math.round(value * 100) / 100);
const day = z.iso.date();
const texts = (most: number) => z.array(text(255).min(1)).max(most).default([]);
const reason = z.enum(RETURN_REASONS);
const outcome = z.enum(OUTCOMES);

/** Nothing, a share of the value, or a fixed amount (minor units of the shop's currency). */
const chargeSchema = z.object({
  kind: z.enum(["none", "percent", "flat"]).default("none"),
  percent: percent.default(0),
  flat: minor.default(0),
});
/** An amount the policy names: see `fees.ts` for how it is worked out. */
export type Charge = z.output<typeof chargeSchema>;

/** A charge, and for which reasons and outcomes it is waived. */
const feeSchema = chargeSchema.extend({
  waivedReasons: z
    .array(reason)
    .max(RETURN_REASONS.length)
    .default(() => [...SHOPS_FAULT]),
  waivedOutcomes: z.array(outcome).max(OUTCOMES.length).default([]),
});
export type Fee = z.output<typeof feeSchema>;

/**
 * To what a rule applies. Every part that names something must hold, and of what a part names any one will do;
 * a part that names nothing holds always. Tags, collections and channels are compared without case.
 */
const conditionsSchema = z.object({
  /** tags of the product */
  productTags: texts(50),
  /** handles of collections the product is in */
  collections: texts(50),
  /** where the order went: ISO 3166-1 alpha-2 */
  countries: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z]{2}$/)
        .toUpperCase(),
    )
    .max(250)
    .default([]),
  customerTags: texts(50),
  orderTags: texts(50),
  /** Shopify's name of where it was sold (`Order.sourceName`): web, pos, … */
  channels: texts(50),
});
export type Conditions = z.output<typeof conditionsSchema>;

/** Another return window for some things. 0 days: they never come back. */
const windowRuleSchema = z.object({
  id,
  name: text(80).default(""),
  when: conditionsSchema.prefault({}),
  windowDays: days(730).default(30),
});
export type WindowRule = z.output<typeof windowRuleSchema>;

/** Orders placed from–to (days of the shop's zone, both included) may come back at least until the end of `until`. */
const holidaySchema = z.object({ id, name: text(80).default(""), from: day, to: day, until: day });
export type Holiday = z.output<typeof holidaySchema>;

/** The same words in other languages; a language that is missing reads `text`. */
const translations = z.partialRecord(z.enum(LOCALES), text(300)).default({});

/** What a shopper is asked. The answers of a yes/no question are "yes" and "no", of a choice the ids of its choices. */
const questionSchema = z.object({
  id,
  text: text(300).default(""),
  translations,
  kind: z.enum(["yesNo", "choice"]).default("yesNo"),
  choices: z
    .array(z.object({ id, text: text(120).default(""), translations }))
    .max(10)
    .default([]),
  /** answers with which it does not come back */
  refuse: z.array(id).max(10).default([]),
  /** answers with which a person looks at it */
  review: z.array(id).max(10).default([]),
});
export type Question = z.output<typeof questionSchema>;

const reasonRuleSchema = z.object({
  /** may shoppers give this reason? */
  offered: z.boolean().default(true),
  /** how many photos are needed at least */
  photos: z.number().int().min(0).max(5).default(0),
  /** does a person look at each? */
  review: z.boolean().default(false),
  questions: z.array(questionSchema).max(10).default([]),
});
export type ReasonRule = z.output<typeof reasonRuleSchema>;

/** An outcome: is it offered, and for which reasons (none named: for all)? */
const offerSchema = z.object({
  on: z.boolean().default(false),
  reasons: z.array(reason).max(RETURN_REASONS.length).default([]),
});
/** … with what the shop gives on top of the value. */
const offerWithBonusSchema = offerSchema.extend({ bonus: chargeSchema.prefault({}) });

const faults = (): ReturnReason[] => [...SHOPS_FAULT];

/**
 * A shop's return policy. Every field has a default and `policySchema.parse({})` is a first policy: 30 days,
 * refunds only, no fees, a person approves. What was saved once must always be readable, so fields are only
 * ever added. Days are calendar days of the shop's zone; amounts are minor units of the shop's currency.
 */
export const policySchema = z.object({
  /** days after delivery during which a return may be asked for; 0: never */
  windowDays: days(730).default(30),
  /** days added to the ship date when nobody told of the delivery */
  bufferDays: days(90).default(7),
  /** other windows; the first whose conditions hold decides */
  windowRules: z.array(windowRuleSchema).max(50).default([]),
  holidays: z.array(holidaySchema).max(20).default([]),
  /** products with one of these tags do not come back */
  finalSaleTags: texts(50).default(["final-sale"]),
  /** handles of collections whose products do not come back */
  finalSaleCollections: texts(50),
  /** what comes back at once must be worth this much */
  minimumValue: minor.default(0),
  /** may a part of a bundle come back without the rest? */
  bundles: z.enum(["parts", "whole"]).default("parts"),
  reasons: z.partialRecord(reason, reasonRuleSchema).default({}),
  outcomes: z
    .object({
      refund: offerSchema.prefault({ on: true }),
      credit: offerWithBonusSchema.prefault({}),
      exchange: offerSchema.prefault({}),
      exchangeAny: offerWithBonusSchema.prefault({}),
      replacement: offerSchema.prefault({ reasons: faults() }),
      /** … when the line is worth at most `under` */
      keep: offerSchema.extend({ under: minor.default(0) }).prefault({ reasons: faults() }),
    })
    .prefault({}),
  /** in the order in which they are offered */
  methods: z.array(z.enum(METHODS)).max(METHODS.length).default(["label"]),
  shipping: z
    .object({
      /** whose money buys the label (methods label and qr); the shopper's share is deducted */
      paidBy: z.enum(["merchant", "shopper"]).default("merchant"),
      flat: minor.default(0),
      waivedReasons: z.array(reason).max(RETURN_REASONS.length).default(faults),
      waivedOutcomes: z.array(outcome).max(OUTCOMES.length).default([]),
    })
    .prefault({}),
  /** once a return; a share is of the value of what it is charged for */
  returnFee: feeSchema.prefault({}),
  /** for each line; a fixed amount is for each piece */
  restockingFee: feeSchema.prefault({}),
  autoApprove: z.boolean().default(false),
  /** when a person looks at it though `autoApprove` is on; null: never for this */
  review: z
    .object({
      /** … when what comes back is worth more */
      valueAbove: minor.nullable().default(null),
      /** … when the customer returned more often than this in `days` */
      returnsAbove: days(1_000).nullable().default(null),
      /** … when more than this share of the customer's orders in `days` came back (from three orders on) */
      rateAbove: percent.nullable().default(null),
      days: z.number().int().min(1).max(1_825).default(365),
      customerTags: texts(50),
      outcomes: z.array(outcome).max(OUTCOMES.length).default([]),
      gifts: z.boolean().default(false),
    })
    .prefault({}),
  /** who is trusted: anybody with such a tag, or with so many orders in `review.days` of which few came back */
  trusted: z
    .object({
      customerTags: texts(50),
      ordersAtLeast: z.number().int().min(1).max(1_000).nullable().default(null),
      rateAtMost: percent.default(100),
    })
    .prefault({}),
  refund: z
    .object({
      when: z.enum(REFUND_MOMENTS).default("byHand"),
      /** `instantForTrusted`: when the others get theirs */
      others: z.enum(["byHand", "onScan", "onReceipt", "onInspection"]).default("onInspection"),
      /** promised within so many days of the parcel's arrival */
      withinDays: days(90).default(14),
    })
    .prefault({}),
  /** an exchange that is sent before the parcel is back */
  instantExchange: z
    .object({
      on: z.boolean().default(false),
      trustedOnly: z.boolean().default(true),
      /** the parcel is due so many days after the exchange was sent */
      deadlineDays: z.number().int().min(1).max(90).default(14),
      /** the shopper is reminded of it so many days before */
      remindDays: z.number().int().min(1).max(30).default(3),
      /** when it has not come by then: staff are told, or what was sent is invoiced too */
      whenLate: z.enum(["staff", "invoice"]).default("staff"),
    })
    .prefault({}),
  /** an exchange that costs more than what comes back */
  dearerExchange: z
    .object({
      /** is it packed only once the difference is paid? */
      hold: z.boolean().default(true),
      /** … for so many days */
      waitDays: z.number().int().min(1).max(60).default(7),
      /** … and when nobody has paid by then: it goes on waiting, or is sent all the same */
      unpaid: z.enum(["wait", "send"]).default("wait"),
    })
    .prefault({}),
});

/** A policy as it is kept and edited. */
export type PolicyValue = z.output<typeof policySchema>;
/** … as it may be written: everything is optional. */
export type PolicyInput = z.input<typeof policySchema>;

/** Any part of it may be left out, at any depth. */
export type Loose<T> = T extends readonly (infer One)[]
  ? readonly Loose<One>[]
  : T extends object
    ? { [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

const seen = z.number().int().min(0);

/** What staff may do on the policy's screen. `seen`: which draft they had before them (0: none). */
export const policyActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), value: policySchema, seen }),
  z.object({ intent: z.literal("publish"), seen }),
  z.object({ intent: z.literal("revert"), version: z.number().int().min(1) }),
  z.object({ intent: z.literal("drop") }),
]);
