export { mayAnswerAutomatically } from "./loops";
export { findConversation } from "./threading";

/** open: we owe an answer; waiting: the shopper does; snoozed: we look again at a time; closed: nobody does. */
export const CONVERSATION_STATES = ["open", "waiting", "snoozed", "closed"] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

/** Who wrote: "other" is a person who is not the conversation's shopper, whatever they say they are. */
export type AuthorKind = "shopper" | "staff" | "system" | "other";

/** in: to us; out: from us; note: among staff. */
export type Direction = "in" | "out" | "note";

export type MessageState = "received" | "queued" | "sent" | "failed";

/** The longest message taken from a form. Longer ones come by mail. */
export const MOST_CHARACTERS = 200_000;
/** What is kept of a mail's text; the raw mail holds the rest. */
export const MOST_OF_A_MAIL = 1_000_000;
/** After so many tries (some ten hours) a message counts as failed, and staff decide. */
export const MOST_TRIES = 11;

/** Why a message failed that others got: the mail server refused it for those it did not go to. */
export const REFUSED_FOR_SOME = "refusedForSome";

/**
 * A text as it is kept: one kind of line break, no control characters, no empty lines around it. What the
 * person wrote is otherwise left alone, in any script.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();

/** The state after a message came in: a person's asks for an answer, an automatic one asks for nothing. */
export const stateAfterMail = (state: ConversationState, isAutomatic: boolean): ConversationState =>
  isAutomatic ? state : "open";

/** What a person's message changes: whoever waited already goes on waiting since then. */
export const nowAwaiting = (conversation: { awaitingSince: Date | null }, now: Date) => ({
  awaitingSince: conversation.awaitingSince ?? now,
});

/** What an answer of staff changes: nobody waits, and nothing is promised any more. */
export const nowAnswered = (conversation: { firstRepliedAt: Date | null }, now: Date) => ({
  awaitingSince: null,
  replyBy: null,
  firstRepliedAt: conversation.firstRepliedAt ?? now,
});

/** What an answer changes in its conversation, as it was before. */
export type BeforeAnswer = {
  state: ConversationState;
  awaitingSince: Date | null;
  replyBy: Date | null;
  firstRepliedAt: Date | null;
};

/** What taking an answer back changes: all is as before, but what happened since stays so. */
export const nowTakenBack = (now: BeforeAnswer, before: BeforeAnswer) => ({
  // one that slept, or was closed, is looked at again by whoever takes an answer back
  ...(now.state === "waiting"
    ? { state: before.state === "waiting" ? before.state : ("open" as const) }
    : {}),
  awaitingSince: before.awaitingSince ?? now.awaitingSince,
  replyBy: before.replyBy ?? now.replyBy,
  firstRepliedAt: before.firstRepliedAt,
});

/** Has somebody written since the writer looked? `seen` and `last` are message ids; notes do not count. */
export const isOutOfDate = (seen: string | null, last: string | null): boolean =>
  last !== null && seen !== last;

/** The ids an answer names, so that mail programs keep the thread: the first and the latest, oldest first. */
export function threadOf(ids: string[], most = 20): { inReplyTo: string | null; references: string[] } {
  const references = ids.length <= most ? ids : [...ids.slice(0, 1), ...ids.slice(1 - most)];
  return { inReplyTo: ids.at(-1) ?? null, references };
}

/** A text as mail programs quote it. */
export const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");

const MOST_QUOTED_LINES = 40;

/** As much of a text as is worth quoting. */
export function worthQuoting(text: string): string {
  const lines = text.slice(0, 4_000).split("\n");
  const kept = lines.slice(0, MOST_QUOTED_LINES).join("\n");
  return kept.length < text.length ? `${kept.trimEnd()}\n…` : kept;
}
