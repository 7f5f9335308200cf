import { z } from "zod";
import type { StaffMember } from "../people";

/** What becomes of a conversation that comes to a team: it waits for anybody of it, or goes to one of them. */
export const HAND_OUTS = ["none", "leastLoaded"] as const;
export type HandOut = (typeof HAND_OUTS)[number];

export const MOST_TEAMS = 30;
export const MOST_MEMBERS = 100;
const MOST_NAME = 40;

/** What the screen of teams sends: a team to keep (without an id: a new one), or one to remove. */
export const teamActionSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("keep"),
    id: z.uuid().nullable(),
    name: z
      .string()
      .max(200)
      .transform((typed) =>
        typed
          .replace(/[\p{Cc}\p{Cf}@]+/gu, " ")
          .replace(/\s+/gu, " ")
          .trim()
          .slice(0, MOST_NAME),
      ),
    handOut: z.enum(HAND_OUTS),
    memberIds: z.array(z.string().regex(/^\d{1,20}$/)).max(MOST_MEMBERS),
  }),
  z.object({ do: z.literal("remove"), id: z.uuid() }),
]);
export type TeamAction = z.infer<typeof teamActionSchema>;
export type KeepTeam = Extract<TeamAction, { do: "keep" }>;

/** Teams can be mentioned as people are; an id of theirs is told from a person's by this. */
const TEAM = "team:";

/** Teams beside people, for `mentioned`. */
export const callable = (
  staff: readonly StaffMember[],
  teams: readonly { id: string; name: string }[],
): StaffMember[] => [...staff, ...teams.map(({ id, name }) => ({ id: TEAM + id, name }))];

/** Whom these mentions reach: people themselves, and each member of a team, everybody once. */
export function reached(
  mentions: readonly StaffMember[],
  teams: readonly { id: string; members: readonly StaffMember[] }[],
): StaffMember[] {
  const people = mentions.flatMap((one) =>
    one.id.startsWith(TEAM) ? (teams.find(({ id }) => TEAM + id === one.id)?.members ?? []) : [one],
  );
  return [...new Map(people.map((one) => [one.id, one])).values()];
}
