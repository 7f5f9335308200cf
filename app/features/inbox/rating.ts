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

const WEEK_MS = 7 * 86_400_000;
export const MOST_COMMENT = 2_000;

/**
 * Is its shopper asked now whether it was solved well? Once, and only of what people answered and closed, to an
 * address that is theirs; nobody is asked twice a week.
 */
export function mayAskRating(
  conversation: ClosedConversation,
  { now, afterMs, lastAsked }: { now: Date; afterMs: number; lastAsked: Date | null },
): boolean {
  const { state, closedAt, closedBy, verified, email } = conversation;
  if (state !== "closed" || closedBy !== "staff" || !closedAt || conversation.mergedIntoId) return false;
  if (conversation.ratingAskedAt || !conversation.firstRepliedAt || !verified || !isMailbox(email))
    return false;
  if (closedAt.getTime() + afterMs > now.getTime()) return false;
  return lastAsked === null || lastAsked.getTime() + WEEK_MS <= now.getTime();
}

/** The message that asks; it is told from an answer by its key. */
export const ratingKey = (conversationId: string): string => `rating:${conversationId}`;
export const isRatingKey = (requestKey: string | null): boolean => requestKey?.startsWith("rating:") ?? false;
