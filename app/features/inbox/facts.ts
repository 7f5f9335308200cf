import type { Fact } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import type { Doer } from "./people";

/** What a conversation's facts are about. */
type About = { conversationId: string; orderId: string | null };

const about = ({ conversationId, orderId }: About) => ({
  conversationId,
  ...(orderId ? { orderId } : {}),
});

/** Whose deed it is; a text is the name of somebody of the staff. */
const doneBy = (by: Doer | string) =>
  typeof by === "string"
    ? { actor: "staff" as const, actorName: by }
    : { actor: by.ruleId ? ("system" as const) : ("staff" as const), actorName: by.name };

const ruleOf = (by: Doer | string) => (typeof by !== "string" && by.ruleId ? { ruleId: by.ruleId } : {});

/** A shopper wrote about something new. */
export const conversationStarted = (conversation: About): Fact => ({
  kind: "conversation.started",
  key: `conversation.started:${conversation.conversationId}`,
  ...about(conversation),
  actor: "shopper",
});

/** A message came in, by form or mail; `automatic` is why it is not a person's, if it is not. */
export const messageReceived = (
  conversation: About,
  message: { id: string; authorKind: "shopper" | "other" | "system"; automatic: string | null },
): Fact => ({
  kind: "message.received",
  key: `message.received:${message.id}`,
  ...about(conversation),
  actor: message.authorKind === "shopper" ? "shopper" : "system",
  data: { messageId: message.id, authorKind: message.authorKind, automatic: message.automatic },
});

/**
 * One of our mails came back, or was complained of: the conversation's shopper's, or somebody's copy, of whose address
 * only the digest is told (platform/channels/email/barred).
 */
export const messageBounced = (
  conversation: About,
  messageId: string,
  told: { reason: string; status: string | null; permanent: boolean; copy: string | null },
): Fact => ({
  kind: "message.bounced",
  key: `message.bounced:${messageId}`,
  ...about(conversation),
  actor: "system",
  data: { messageId, reason: told.reason, status: told.status, permanent: told.permanent, copy: told.copy },
});

/** We answered by machine that a person will, and by when. */
export const messageAcknowledged = (conversation: About, messageId: string, by: Date): Fact => ({
  kind: "conversation.acknowledged",
  key: `conversation.acknowledged:${messageId}`,
  ...about(conversation),
  actor: "system",
  data: { messageId, by: by.toISOString() },
});

/** A promised answer is due within the hour, or overdue. */
export const replyOwed = (kind: "replyDue" | "replyLate", conversation: About, by: Date): Fact => ({
  kind: `conversation.${kind}`,
  key: `conversation.${kind}:${conversation.conversationId}:${by.getTime()}`,
  ...about(conversation),
  actor: "system",
  data: { by: by.toISOString() },
});

/** Staff (or, without a name, a machine) wrote an answer, or asked to send a failed one again (`attempts` tells the two apart). */
export const messageWritten = (
  conversation: About,
  message: { id: string; attempts: number },
  staffName: string | null,
): Fact => ({
  kind: "message.written",
  key: `message.written:${message.id}:${message.attempts}`,
  ...about(conversation),
  ...(staffName === null ? { actor: "system" } : { actor: "staff", actorName: staffName }),
  data: { messageId: message.id, again: message.attempts > 0 },
});

export const noteWritten = (conversation: About, messageId: string, by: Doer | string): Fact => ({
  kind: "note.written",
  key: `note.written:${messageId}`,
  ...about(conversation),
  ...doneBy(by),
  data: { messageId },
});

/** What staff, or a rule, do to a conversation, as often as they like. */
export const conversationChanged = (
  change: "closed" | "reopened" | "unassigned" | "snoozed",
  conversation: About,
  by: Doer | string,
): Fact => ({
  kind: `conversation.${change}`,
  key: `conversation.${change}:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  ...doneBy(by),
  data: ruleOf(by),
});

/** It waited for its shopper for so many days, and was closed by the shop's own setting. */
export const conversationClosedInSilence = (conversation: About, days: number): Fact => ({
  kind: "conversation.closed",
  key: `conversation.closed:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  actor: "system",
  data: { silentDays: days },
});

/** Staff gave it to somebody: to themselves, or to another. */
export const conversationAssigned = (
  conversation: About,
  to: { id: string; name: string },
  by: Doer,
): Fact => ({
  kind: "conversation.assigned",
  key: `conversation.assigned:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  ...doneBy(by),
  data: { ...(to.id === by.id ? {} : { toName: to.name }), ...ruleOf(by) },
});

/** The time until which it slept has come. */
export const conversationWoke = (conversation: About, at: Date): Fact => ({
  kind: "conversation.woke",
  key: `conversation.woke:${conversation.conversationId}:${at.getTime()}`,
  ...about(conversation),
  actor: "system",
});

/** A shopper wrote again after it was closed. */
export const conversationReopenedBy = (conversation: About, messageId: string): Fact => ({
  kind: "conversation.reopened",
  key: `conversation.reopened:${conversation.conversationId}:${messageId}`,
  ...about(conversation),
  actor: "shopper",
});

/** The shopper said whether it was solved well: 1 yes, 0 no. */
export const conversationRated = (conversation: About, question: "csat" | "ces", score: number): Fact => ({
  kind: "conversation.rated",
  key: `conversation.rated:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  actor: "shopper",
  data: { question, score },
});

/** Staff made one of two conversations; `mergedId` is the one that went into this. */
export const conversationMerged = (conversation: About, mergedId: string, staffName: string): Fact => ({
  kind: "conversation.merged",
  key: `conversation.merged:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  actor: "staff",
  actorName: staffName,
  data: { mergedId },
});

/** Staff made a conversation of its own of some of this one's messages. */
export const conversationSplit = (conversation: About, splitId: string, staffName: string): Fact => ({
  kind: "conversation.split",
  key: `conversation.split:${splitId}`,
  ...about(conversation),
  actor: "staff",
  actorName: staffName,
  data: { splitId },
});

/** Staff changed who gets copies; whom, the conversation says. */
export const copiesChanged = (conversation: About, staffName: string): Fact => ({
  kind: "conversation.copiesChanged",
  key: `conversation.copiesChanged:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  actor: "staff",
  actorName: staffName,
});

/** Staff took a merged conversation out again. */
export const conversationSeparated = (conversation: About, separatedId: string, staffName: string): Fact => ({
  kind: "conversation.separated",
  key: `conversation.separated:${conversation.conversationId}:${newId()}`,
  ...about(conversation),
  actor: "staff",
  actorName: staffName,
  data: { separatedId },
});

/** It is time to ask an order's buyer whether they would recommend the shop. */
export const buyerAsked = (orderId: string, recommendationId: string): Fact => ({
  kind: "order.buyerAsked",
  key: `order.buyerAsked:${recommendationId}`,
  orderId,
  actor: "system",
  data: { recommendationId },
});
