import { z } from "zod";
import { METHODS, OUTCOMES } from "../policy-schema";
import { RETURN_REASONS } from "../reasons";

/** What the panel of actions sends, as JSON. */

const orderLineId = z.string().regex(/^\d{1,20}$/);
const requestKey = z.uuid();
/** the conversation beside which it is asked for; null: on the order's own page */
const conversationId = z.uuid().nullable();

export const startReturnSchema = z.object({
  intent: z.literal("startReturn"),
  requestKey,
  conversationId,
  lines: z
    .array(
      z.object({
        orderLineId,
        quantity: z.number().int().min(1).max(100_000),
        reason: z.enum(RETURN_REASONS),
        outcome: z.enum(OUTCOMES).optional(),
      }),
    )
    .min(1)
    .max(250),
  method: z.enum(METHODS).optional(),
  /** is it taken back though its days are over, and why? */
  late: z.boolean(),
  why: z.string().trim().max(500),
  /** false: it waits for somebody to look at it */
  approve: z.boolean(),
});
export type StartReturn = Omit<z.infer<typeof startReturnSchema>, "intent">;

export const panelActionSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("do"),
    requestKey,
    kind: z.string().max(20),
    conversationId,
    /** read by its kind's own schema */
    asked: z.record(z.string(), z.unknown()),
  }),
  z.object({ intent: z.enum(["grant", "withdraw", "undo"]), actionId: z.uuid() }),
  z.object({ intent: z.literal("decline"), actionId: z.uuid(), why: z.string().trim().max(500).default("") }),
  z.object({ intent: z.literal("resend"), requestKey, conversationId }),
  startReturnSchema,
]);
export type PanelAction = z.infer<typeof panelActionSchema>;
