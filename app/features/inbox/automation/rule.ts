import { z } from "zod";
import { ruleActionsSchema } from "./actions";
import { conditionSchema, MOST_CONDITIONS } from "./conditions";

export const MOST_RULES = 100;
export const LONGEST_RULE_NAME = 100;
const MOST_HOURS = 24 * 30;

/**
 * What a rule is looked at for: a person's message, a conversation's first one, its end, the promised answer due
 * within the hour or overdue, a shopper who was not satisfied, or so many hours without an answer.
 */
export const OCCASIONS = [
  "message",
  "opened",
  "closed",
  "replyDue",
  "replyLate",
  "ratedBadly",
  "unanswered",
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What a rule says. */
export const ruleSchema = z
  .object({
    name: z.string().trim().min(1).max(LONGEST_RULE_NAME),
    on: z.enum(OCCASIONS),
    /** for "unanswered": after how long */
    hours: z.number().int().min(1).max(MOST_HOURS).nullable(),
    /** must all conditions hold, or any of them? Without any, it always does. */
    match: z.enum(["all", "any"]),
    conditions: z.array(conditionSchema).max(MOST_CONDITIONS),
    actions: ruleActionsSchema,
    /** when it fires, the rules after it are not looked at */
    stops: z.boolean(),
  })
  .refine(({ on, hours }) => (on === "unanswered") === (hours !== null));
export type RuleSays = z.infer<typeof ruleSchema>;

/** A rule as it is kept; its version counts what it said. */
export type Rule = RuleSays & { id: string; version: number; enabled: boolean };

/** Does something that happened concern this rule? `hours` is how long nobody has answered. */
export const concerns = (rule: Pick<RuleSays, "on" | "hours">, on: Occasion, hours: number | null): boolean =>
  rule.on === on && rule.hours === hours;

/** What a rule's screen asks for. `version` is the one that was looked at; none: the rule is new. */
export const ruleActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version: z.number().int().nullable(), says: ruleSchema }),
  z.object({ intent: z.literal("switch"), enabled: z.boolean() }),
  z.object({ intent: z.literal("delete") }),
]);

/** What the list of rules asks for. */
export const ruleListActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), id: z.uuid(), by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ intent: z.literal("switch"), id: z.uuid(), enabled: z.boolean() }),
]);
