import { z } from "zod";
import { CONVERSATION_STATES } from "../rules";
import { momentSchema } from "../schema";

/** What macros change in a conversation. */
const standingSchema = z.object({
  state: z.enum(CONVERSATION_STATES),
  snoozedUntil: momentSchema,
  priority: z.number().int(),
  assignee: z.string().nullable(),
  assigneeId: z.string().nullable(),
  teamId: z.string().nullable(),
  tags: z.array(z.string()).max(1_000),
});
export type StandingBefore = z.infer<typeof standingSchema>;

/** What macros changed when an answer was sent with them, as it is kept beside the answer while that can be undone. */
export const macroDeedsSchema = z.object({
  was: standingSchema,
  became: standingSchema,
  /** the notes they wrote, by their requests' keys */
  notes: z.array(z.string()).max(100),
});
export type MacroDeeds = z.infer<typeof macroDeedsSchema>;

export type Undoing = {
  /** columns of the conversation that are as before again; none of those that somebody changed since */
  change: Partial<Pick<StandingBefore, "priority" | "assignee" | "assigneeId" | "teamId">>;
  /** it was put to sleep, closed or opened, and still is as that left it */
  isStateBack: boolean;
  tag: string[];
  untag: string[];
};

/** What is to be undone of macros' deeds: what they changed, and nobody has changed since. */
export function undoingOf({ was, became }: Pick<MacroDeeds, "was" | "became">, now: StandingBefore): Undoing {
  const isTheirs = (name: "state" | "priority" | "assigneeId" | "teamId") =>
    was[name] !== became[name] && now[name] === became[name];
  const added = became.tags.filter((tag) => !was.tags.includes(tag));
  const removed = was.tags.filter((tag) => !became.tags.includes(tag));
  return {
    change: {
      ...(isTheirs("priority") ? { priority: was.priority } : {}),
      ...(isTheirs("assigneeId") ? { assignee: was.assignee, assigneeId: was.assigneeId } : {}),
      ...(isTheirs("teamId") ? { teamId: was.teamId } : {}),
    },
    isStateBack: isTheirs("state") && now.snoozedUntil?.getTime() === became.snoozedUntil?.getTime(),
    tag: removed.filter((tag) => !now.tags.includes(tag)),
    untag: added.filter((tag) => now.tags.includes(tag)),
  };
}
