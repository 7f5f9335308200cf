import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import { CONTACT_REASONS } from "../contact";
import { CONVERSATION_STATES } from "../rules";
import { CHANNELS } from "../sla/targets-form";
import { PRIORITIES } from "../views";

/** Of a rule. */
export const MOST_CONDITIONS = 20;
/** The tags, words or countries that one condition names. */
const MOST_NAMED = 50;

/** Shopify's fulfilment of an order, as the mirror keeps it (platform/shopify/read-order.ts). */
export const FULFILMENTS = [
  "unfulfilled",
  "partially_fulfilled",
  "in_progress",
  "on_hold",
  "fulfilled",
] as const;
/** Where parcels can be (orders/rules.ts), and "none" before the first has left. */
export const DELIVERIES = [
  "none",
  "preparing",
  "shipped",
  "inTransit",
  "heldByCustoms",
  "outForDelivery",
  "attempted",
  "delayed",
  "readyForPickup",
  "delivered",
  "returned",
  "lost",
  "failed",
] as const;

/**
 * What a condition may be about. oneOf: some of the values it has (`choices`: all there can be; null: any text, in
 * lower case); words: what the message says; amount: money in the shop's currency, in minor units; number; yesNo.
 */
export const ABOUT = {
  text: { shape: "words", choices: null },
  subject: { shape: "words", choices: null },
  channel: { shape: "oneOf", choices: CHANNELS },
  language: { shape: "oneOf", choices: LOCALES },
  reason: { shape: "oneOf", choices: CONTACT_REASONS },
  state: { shape: "oneOf", choices: CONVERSATION_STATES },
  priority: { shape: "oneOf", choices: PRIORITIES },
  tag: { shape: "oneOf", choices: null },
  assigned: { shape: "yesNo", choices: null },
  /** it is about an order, or its writer has an account */
  known: { shape: "yesNo", choices: null },
  /** nothing speaks against the writer being the conversation's shopper */
  proven: { shape: "yesNo", choices: null },
  /** the tag "vip" is on the customer, the order or the conversation */
  vip: { shape: "yesNo", choices: null },
  customerTag: { shape: "oneOf", choices: null },
  orderCount: { shape: "number", choices: null },
  orderValue: { shape: "amount", choices: null },
  country: { shape: "oneOf", choices: null },
  orderTag: { shape: "oneOf", choices: null },
  fulfilment: { shape: "oneOf", choices: FULFILMENTS },
  delivery: { shape: "oneOf", choices: DELIVERIES },
  cancelled: { shape: "yesNo", choices: null },
  daysSinceOrder: { shape: "number", choices: null },
  daysSinceDelivery: { shape: "number", choices: null },
  openReturn: { shape: "yesNo", choices: null },
  /** somebody answers at this hour */
  businessHours: { shape: "yesNo", choices: null },
} as const satisfies Record<string, { shape: Shape; choices: readonly string[] | null }>;

export type Shape = "oneOf" | "words" | "number" | "amount" | "yesNo";
export type About = keyof typeof ABOUT;
export const ABOUTS = Object.keys(ABOUT) as About[];
export const shapeOf = (about: About): Shape => ABOUT[about].shape;

const named = (most: number) =>
  z
    .array(
      z
        .string()
        .max(most)
        .transform((one) => one.normalize("NFKC").replace(/\s+/gu, " ").trim())
        .refine(Boolean),
    )
    .min(1)
    .max(MOST_NAMED);

const about = z.enum(ABOUTS as [About, ...About[]]);

/** A condition as it is kept. `isNot` is always the contrary of `is`: also of what there is not. */
export const conditionSchema = z
  .union([
    z.object({ about, is: z.enum(["is", "isNot"]), of: named(100) }),
    z.object({ about, is: z.enum(["atLeast", "atMost"]), than: z.string().regex(/^\d{1,12}$/) }),
    z.object({ about, is: z.boolean() }),
  ])
  .refine(fits, "no such condition");
export type Condition = z.infer<typeof conditionSchema>;

/** Does the condition have the form that its subject needs, and name only what there can be? */
function fits(condition: { about: About; is: string | boolean; of?: string[] }): boolean {
  const { shape, choices } = ABOUT[condition.about];
  if (shape === "yesNo") return typeof condition.is === "boolean";
  if (shape === "number" || shape === "amount")
    return condition.is === "atLeast" || condition.is === "atMost";
  if (!condition.of) return false;
  const known: readonly string[] | null = choices;
  return known === null || condition.of.every((one) => known.includes(one));
}
