import type { SlaMetric } from "~/features/settings/schema";
import type { Fact } from "~/platform/queue/record.server";

type About = { conversationId: string; orderId: string | null };

/** A target is soon due, or was missed: once of each for a clock. `toName`: to whom that gave the conversation. */
export const targetTold = (
  what: "soon" | "missed",
  { conversationId, orderId }: About,
  clock: { id: string; metric: SlaMetric },
  toName: string | null = null,
): Fact => ({
  kind: what === "soon" ? "conversation.targetSoon" : "conversation.targetMissed",
  key: `conversation.target:${clock.id}:${what}`,
  conversationId,
  ...(orderId ? { orderId } : {}),
  actor: "system",
  data: { clockId: clock.id, metric: clock.metric, ...(toName ? { toName } : {}) },
});
