import { z } from "zod";
import { LONGEST_TEMPLATE } from "~/platform/liquid/longest";
import { SNOOZE_WORDS } from "../snooze";
import { cleanTag, PRIORITIES } from "../views";

/** Of a macro, or of a rule. */
export const MOST_ACTIONS = 10;
const MOST_NOTE_LETTERS = 5_000;
const MOST_SNOOZE_DAYS = 365;

const tag = z.string().max(400).transform(cleanTag).refine(Boolean);
const name = z.string().trim().min(1).max(200);

/**
 * What macros and rules do to a conversation: the one vocabulary. Each is done by the use case that staff's own
 * buttons call (run-actions.server.ts); whatever else is to be done begins with a line here.
 */
export const actionSchema = z.discriminatedUnion("do", [
  /** `id` is Shopify's user id; the name is what it was when it was chosen */
  z.object({ do: z.literal("assign"), id: z.string().regex(/^\d{1,20}$/), name }),
  z.object({ do: z.literal("team"), id: z.uuid(), name }),
  z.object({ do: z.literal("prioritise"), priority: z.enum(PRIORITIES) }),
  z.object({ do: z.literal("tag"), tag }),
  z.object({ do: z.literal("untag"), tag }),
  z.object({
    do: z.literal("snooze"),
    /** as staff say it, or so many days from today, by the shop's calendar */
    until: z.union([z.enum(SNOOZE_WORDS), z.number().int().min(1).max(MOST_SNOOZE_DAYS)]),
  }),
  z.object({ do: z.literal("close") }),
  z.object({ do: z.literal("reopen") }),
  /** for staff's eyes; Liquid */
  z.object({
    do: z.literal("note"),
    text: z.string().trim().min(1).max(Math.min(MOST_NOTE_LETTERS, LONGEST_TEMPLATE)),
  }),
  /** to the shopper, in a macro's words: a rule's answer by machine. A macro's own words are its answer. */
  z.object({ do: z.literal("reply"), macroId: z.uuid() }),
]);
export type Action = z.infer<typeof actionSchema>;
export type Deed = Action["do"];

/** What a macro does besides being an answer. */
export const macroActionsSchema = z
  .array(actionSchema)
  .max(MOST_ACTIONS)
  .refine((actions) => !actions.some((one) => one.do === "reply"));

/** What a rule does: something, and at most one answer. */
export const ruleActionsSchema = z
  .array(actionSchema)
  .min(1)
  .max(MOST_ACTIONS)
  .refine((actions) => actions.filter((one) => one.do === "reply").length <= 1);

/** The actions of macros that are in an answer, as its form holds them; those that were taken off are not there. */
export const keptActionsSchema = z
  .string()
  .max(100_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("no JSON");
      return z.NEVER;
    }
  })
  .pipe(macroActionsSchema);

/** Which of them belong into a rule's editor, or a macro's, in this order. */
export const DEEDS: readonly Deed[] = [
  "tag",
  "untag",
  "prioritise",
  "assign",
  "team",
  "snooze",
  "close",
  "reopen",
  "note",
  "reply",
];
