import { z } from "zod";

/** Why somebody sends something back. The handles are those of Shopify's own library of reasons. */
export const RETURN_REASONS = [
  "too-small",
  "too-big",
  "changed-my-mind",
  "item-not-as-described",
  "damaged-or-defective",
  "received-the-wrong-item",
  "style",
  "color",
  "other-reason",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const isReturnReason = (text: string): text is ReturnReason =>
  (RETURN_REASONS as readonly string[]).includes(text);

/** The longest note a shopper may leave; Shopify's own limit, with our return number beside it, is 300. */
export const LONGEST_NOTE = 270;

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
      }),
    )
    .max(250),
  note: note.nullable().default(null),
});
export type RequestReturn = z.infer<typeof requestReturnSchema>;

/** Reads the plain form: `pick` names the chosen lines, `quantity-<id>` and `reason-<id>` say more of each. */
export function readRequestForm(form: FormData, orderId: string) {
  const picked = [...new Set(form.getAll("pick").map(String))];
  const text = (name: string) => String(form.get(name) ?? "");
  return requestReturnSchema.safeParse({
    orderId,
    requestKey: text("requestKey"),
    lines: picked.map((orderLineId) => ({
      orderLineId,
      quantity: Number(text(`quantity-${orderLineId}`) || 1),
      reason: text(`reason-${orderLineId}`),
    })),
    note: text("note"),
  });
}

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

/** Reads a staff form: `received-<line id>` are quantities, `restock` is a checkbox. */
export function readStaffForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const quantities: Record<string, number> = {};
  for (const [name, value] of form)
    if (name.startsWith("received-"))
      quantities[name.slice("received-".length)] = Number(value || Number.NaN);
  return staffActionSchema.safeParse({
    intent: text("intent"),
    reason: text("reason"),
    note: text("note"),
    quantities,
    amount: text("amount"),
    restock: form.has("restock"),
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
    })
    .nullable(),
});
export type KeptDecision = z.infer<typeof keptDecisionSchema>;
