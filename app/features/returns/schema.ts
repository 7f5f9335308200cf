import { z } from "zod";
import { MOST_PHOTOS } from "./photo-limits";
import { METHODS, OUTCOMES } from "./policy-schema";
import { RETURN_REASONS } from "./reasons";
import type { Allowed } from "./terms";

export { isReturnReason, RETURN_REASONS, type ReturnReason } from "./reasons";

/** The longest note a shopper may leave; Shopify's own limit, with our return number beside it, is 300. */
export const LONGEST_NOTE = 270;

/** A return's own id, as it stands in addresses. */
export const returnIdSchema = z.uuid();

const id = z.string().regex(/^\d{1,20}$/);
const note = z
  .string()
  .max(4_000)
  .transform((text) => text.replaceAll("\u0000", "").trim().slice(0, LONGEST_NOTE) || null);

/** What a shopper's form asks for. */
export const requestReturnSchema = z.object({
  orderId: id,
  /** made with the form: a repeated submit is the same return */
  requestKey: z.uuid(),
  lines: z
    .array(
      z.object({
        orderLineId: id,
        quantity: z.number().int().min(0).max(100_000),
        reason: z.enum(RETURN_REASONS),
        /** absent: the first one that the policy offers */
        outcome: z.enum(OUTCOMES).optional(),
        answers: z.record(z.string().max(40), z.string().max(40)).optional(),
        /** ids of photos that were handed over for it */
        photoIds: z.array(z.uuid()).max(MOST_PHOTOS).optional(),
        /** Shopify's variant that is sent instead */
        variantId: id.nullish(),
      }),
    )
    .max(250),
  note: note.nullable().default(null),
  /** absent: the first one that the policy offers */
  method: z.enum(METHODS).optional(),
  /** returns of several orders that are asked for together carry the same */
  groupId: z.uuid().nullish(),
  /** an undecided request of the same order that this one takes the place of */
  insteadOf: z.uuid().nullish(),
  /** an approved return of the same order that this is put on, where that can be */
  addTo: z.uuid().nullish(),
  /** the address of a gift's recipient, proven by a code; what is owed and every news go there */
  giftEmail: z.email().max(254).nullish(),
});
export type RequestReturn = z.input<typeof requestReturnSchema>;

/** The fields of a posted form, the first of each name. */
export type Fields = Readonly<Record<string, string>>;

const namesAfter = (prefix: string, form: Fields) =>
  Object.keys(form).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

/** Why staff decline, in Shopify's own words for it. */
export const DECLINE_REASONS = ["FINAL_SALE", "RETURN_PERIOD_ENDED", "OTHER"] as const;

const amount = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((text) => BigInt(text));

/** What staff may do on a return's page. */
export const staffActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve") }),
  z.object({
    intent: z.literal("decline"),
    reason: z.enum(DECLINE_REASONS),
    note: z
      .string()
      .max(500)
      .transform((text) => text.trim() || null),
  }),
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("receive"), quantities: z.record(z.string(), z.number().int().min(0)) }),
  z.object({ intent: z.literal("refund"), amount, restock: z.boolean() }),
  z.object({ intent: z.literal("retry") }),
]);
export type StaffAction = z.infer<typeof staffActionSchema>;

/** Reads a staff form: `received-<line id>` are quantities, `restock` is a ticked box. */
export function readStaffForm(form: Fields) {
  const quantities = namesAfter("received-", form).map((id) => [
    id,
    Number(form[`received-${id}`] || Number.NaN),
  ]);
  return staffActionSchema.safeParse({
    ...form,
    quantities: Object.fromEntries(quantities),
    restock: "restock" in form,
    note: form.note ?? "",
  });
}

/** What the decision kept with a return says (JSON column). */
export const keptDecisionSchema = z.object({
  rule: z.string(),
  policyVersion: z.number(),
  next: z.enum(["approve", "review"]),
  grounds: z
    .object({
      windowDays: z.number(),
      bufferDays: z.number(),
      countedFrom: z.enum(["delivery", "shipping"]),
      lastDay: z.string(),
      rule: z.string().optional(),
      ruleName: z.string().optional(),
    })
    .nullable(),
  /** why a person looks at it */
  reviews: z.array(z.object({ rule: z.string(), orderLineId: z.string().optional() })).optional(),
  /** did Shopify have a say? */
  shopify: z.enum(["asked", "silent", "notAsked"]).optional(),
  /** the rule that let each line back, and what becomes of it */
  lines: z.array(z.object({ orderLineId: z.string(), rule: z.string(), outcome: z.string() })).optional(),
});
export type KeptDecision = z.infer<typeof keptDecisionSchema>;

/** What is kept of a decision with the return it allowed. */
export const keepDecision = ({
  rule,
  policyVersion,
  next,
  grounds,
  reviews,
  shopify,
  decisions,
}: Allowed): KeptDecision => ({
  ...{ rule, policyVersion, next, grounds, reviews, shopify },
  lines: decisions.map(({ orderLineId, rule, outcome }) => ({ orderLineId, rule, outcome })),
});
