import { emailKey, isMailbox } from "~/values/keys";

/** What of a mail decides whether a machine may answer it; what readMail answers fits. */
export type AnswerableMail = {
  from: { address: string } | null;
  /** why it is not a person's, or null */
  automatic: string | null;
  /** sent with an empty return path */
  isNullSender?: boolean;
  isSenderDoubted?: boolean;
};

/** What machines have answered of late: at least those of the last day, and all of this conversation's. */
export type RecentAnswers = {
  now: Date;
  /** the mail's conversation; null for one that begins with it */
  conversationId?: string | null;
  answers: readonly { to: string; at: Date; conversationId: string | null }[];
  /** addresses that are our own, sender and reply addresses: mail from them is never answered */
  ours?: readonly string[];
};

const DAY_MS = 86_400_000;
const MOST_A_DAY = 1;
/** In one conversation, whoever writes: two machines that change their addresses stop here. */
const MOST_A_LOOP = 2;
/** Mailboxes that nobody reads, or that must not be answered by machine (RFC 3834 §2, RFC 2142). */
const NOBODY =
  /^(?:mailer-?daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|bounces?|owner|majordomo|listserv|mailman|root|abuse|hostmaster|webmaster|autoresponder|notifications?)(?:[-+_.=][^@]*)?@|-(?:request|owner|bounces?|errors)@/i;

export type NoAnswer = "automatic" | "noSender" | "nobody" | "ours" | "doubted" | "today" | "loop";

/** Why no machine may answer this mail; null when one may (RFC 3834; at most one a sender a day, two a loop). */
export function whyNoAutomaticAnswer(mail: AnswerableMail, recent: RecentAnswers): NoAnswer | null {
  if (mail.automatic !== null) return "automatic";
  if (mail.isNullSender || !mail.from || !isMailbox(mail.from.address)) return "noSender";
  if (NOBODY.test(mail.from.address)) return "nobody";
  // The answer would go to somebody who wrote nothing.
  if (mail.isSenderDoubted) return "doubted";
  const sender = emailKey(mail.from.address);
  if ((recent.ours ?? []).some((one) => emailKey(one) === sender)) return "ours";
  const since = recent.now.getTime() - DAY_MS;
  const today = recent.answers.filter(({ to, at }) => emailKey(to) === sender && at.getTime() > since);
  if (today.length >= MOST_A_DAY) return "today";
  const here = recent.conversationId
    ? recent.answers.filter(({ conversationId }) => conversationId === recent.conversationId)
    : [];
  return here.length >= MOST_A_LOOP ? "loop" : null;
}

/** May a machine answer this mail? */
export const mayAnswerAutomatically = (mail: AnswerableMail, recent: RecentAnswers): boolean =>
  whyNoAutomaticAnswer(mail, recent) === null;
