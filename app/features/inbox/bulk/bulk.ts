import { z } from "zod";
import type { RefusalCode } from "~/values/result";
import { CONVERSATION_STATES } from "../rules";
import { idSchema, momentSchema, staffIdSchema, tagSchema } from "../schema";
import { SNOOZE_WORDS } from "../snooze";
import { PRIORITIES, VIEWS } from "../views";

/** So many conversations are changed at once, at most: a request that takes a few seconds. */
export const MOST_AT_ONCE = 250;

const aTag = tagSchema.refine((tag) => tag !== "");

/** What is done to each of many conversations. */
export const bulkStepSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("close") }),
  z.object({ do: z.literal("reopen") }),
  /** null: to nobody */
  z.object({ do: z.literal("assign"), staffId: staffIdSchema.nullable() }),
  z.object({ do: z.literal("team"), teamId: idSchema.nullable() }),
  z.object({ do: z.literal("tag"), tag: aTag }),
  z.object({ do: z.literal("untag"), tag: aTag }),
  z.object({ do: z.literal("prioritise"), priority: z.enum(PRIORITIES) }),
  z.object({
    do: z.literal("snooze"),
    wish: z.union([z.enum(SNOOZE_WORDS), z.object({ day: z.iso.date() })]),
  }),
]);
export type BulkStep = z.infer<typeof bulkStepSchema>;

/** Which: those that are named, or all that a view, a tag or a team shows, the first of them when there are more. */
const whichSchema = z.union([
  z.object({ ids: z.array(idSchema).min(1).max(MOST_AT_ONCE) }),
  z.object({
    all: z.object({
      view: z.enum(VIEWS),
      tag: tagSchema,
      team: z.union([idSchema, z.literal("")]),
    }),
  }),
]);

export const bulkSchema = z.union([
  z.object({ step: bulkStepSchema, which: whichSchema }),
  z.object({ undo: idSchema }),
]);
export type BulkAsked = z.infer<typeof bulkSchema>;

/** What became of many: how many are done, why others are not, and by what it can be undone for a while. */
export type BulkAnswer = {
  done: number;
  refused: { code: RefusalCode; count: number }[];
  undoId: string | null;
};

/** How one conversation was before; only what its step changed. */
export const bulkBeforeSchema = z.object({
  /** the person, team or tag that was given; null: none */
  given: z.string().nullable(),
  items: z
    .array(
      z.object({
        id: z.string(),
        state: z.enum(CONVERSATION_STATES),
        awaitingSince: momentSchema,
        replyBy: momentSchema,
        snoozedUntil: momentSchema,
        assignee: z.string().nullable(),
        assigneeId: z.string().nullable(),
        teamId: z.string().nullable(),
      }),
    )
    .max(MOST_AT_ONCE),
});
export type BulkBefore = z.infer<typeof bulkBeforeSchema>;
export type ItemBefore = BulkBefore["items"][number];

/** Steps that can be undone plainly. */
export const UNDOABLE = ["close", "assign", "team", "tag", "untag"] as const;
export type UndoableKind = (typeof UNDOABLE)[number];

export const undoableKind = (step: BulkStep): UndoableKind | null =>
  UNDOABLE.find((kind) => kind === step.do) ?? null;

/** What a step gives; undoing leaves alone whatever has another since. */
export function givenBy(step: BulkStep): string | null {
  if (step.do === "assign") return step.staffId;
  if (step.do === "team") return step.teamId;
  return step.do === "tag" || step.do === "untag" ? step.tag : null;
}

/** Would the step change it at all? What was so already is not undone. */
export function wouldChange(step: BulkStep, before: ItemBefore, tags: readonly string[]): boolean {
  if (step.do === "close") return before.state !== "closed";
  if (step.do === "assign") return before.assigneeId !== step.staffId;
  if (step.do === "team") return before.teamId !== step.teamId;
  if (step.do === "tag") return !tags.includes(step.tag);
  return step.do === "untag" ? tags.includes(step.tag) : true;
}

/** Refusals added up, the most frequent first. */
export function addedUp(codes: readonly RefusalCode[]): BulkAnswer["refused"] {
  const counts = new Map<RefusalCode, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}
