import { isMailbox } from "~/values/keys";

export type ClosedConversation = {
  id: string;
  email: string;
  state: string;
  /** is the address known to be the shopper's? */
  verified: boolean;
  closedAt: Date | null;
  /** the actor of the last closing: "staff", or a machine */
  closedBy: string | null;
  firstRepliedAt: Date | null;
  mergedIntoId: string | null;
  ratingAskedAt: Date | null;
};

const DAY_MS = 86_400_000;
export const MOST_COMMENT = 2_000;

/**
 * Is its shopper asked now whether it was solved well? Once, and only of what people answered and closed, to an
 * address that is theirs; nobody is asked anything twice within the gap.
 */
export function mayAskRating(
  conversation: ClosedConversation,
  rules: { now: Date; afterMs: number; gapDays: number; lastAsked: Date | null },
): boolean {
  const { state, closedAt, closedBy, verified, email } = conversation;
  const { now, afterMs, gapDays, lastAsked } = rules;
  if (state !== "closed" || closedBy !== "staff" || !closedAt || conversation.mergedIntoId) return false;
  if (conversation.ratingAskedAt || !conversation.firstRepliedAt || !verified || !isMailbox(email))
    return false;
  if (closedAt.getTime() + afterMs > now.getTime()) return false;
  return lastAsked === null || lastAsked.getTime() + gapDays * DAY_MS <= now.getTime();
}

/** What is asked after closing: was it solved well, or how easy was that? */
export type ClosingQuestion = "csat" | "ces";

/** An answer up to this says that it was not good: "no", or rather difficult (1 to 3 of 7). */
export const MOST_BAD: Record<ClosingQuestion, number> = { csat: 0, ces: 3 };

const EFFORT = "rating:ces:";
/** The message that asks; it is told from an answer by its key, which says what it asks, too. */
export const ratingKey = (conversationId: string, question: ClosingQuestion): string =>
  (question === "ces" ? EFFORT : "rating:") + conversationId;
export const questionOfKey = (requestKey: string | null): ClosingQuestion | null => {
  if (!requestKey?.startsWith("rating:")) return null;
  return requestKey.startsWith(EFFORT) ? "ces" : "csat";
};
