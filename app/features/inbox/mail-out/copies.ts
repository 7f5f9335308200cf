import { emailKey, isMailbox } from "~/values/keys";
import type { RefusalCode } from "~/values/result";

/** The most people besides the shopper who get a conversation's answers. */
export const MOST_COPIES = 20;

/** What decides whether somebody may get copies. Addresses are comparable (emailKey). */
export type CopiesNow = {
  /** the conversation's shopper */
  email: string;
  participants: readonly string[];
  /** whatever is ours: the sender, the mailbox */
  ours: readonly string[];
  /** the domain of our signed addresses: all of it is ours */
  ourDomain: string;
};

/**
 * Why an address may not get copies of a conversation's answers; null: it may. It must be one plain mailbox, which
 * leaves no place for another header or recipient, and none of ours, or our mail would come back to us.
 */
export function copyProblem(
  address: string,
  { email, participants, ours, ourDomain }: CopiesNow,
): RefusalCode | null {
  if (!isMailbox(address)) return "inbox.ccInvalid";
  const key = emailKey(address);
  if (ours.includes(key) || key.endsWith(`@${ourDomain.toLowerCase()}`)) return "inbox.ccOurs";
  if (isThere(key, { email, participants })) return null;
  return participants.length >= MOST_COPIES ? "inbox.tooManyCc" : null;
}

/** Do they get the answers already? */
export const isThere = (
  address: string,
  { email, participants }: Pick<CopiesNow, "email" | "participants">,
): boolean => [email, ...participants].some((one) => emailKey(one) === emailKey(address));
