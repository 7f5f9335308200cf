import type { Fact } from "~/platform/queue/record.server";

type About = { conversationId: string; orderId: string | null };

const OURSELVES = { actor: "system", actorName: "Aftercare" } as const;

const about = ({ conversationId, orderId }: About) => ({ conversationId, ...(orderId ? { orderId } : {}) });

/** A conversation that nobody wrote to begin: a delivery needs looking after. */
export const conversationOpenedBySystem = (conversation: About): Fact => ({
  kind: "conversation.started",
  key: `conversation.started:${conversation.conversationId}`,
  ...about(conversation),
  ...OURSELVES,
});

/** What it was opened for has been solved, under a key of that. */
export const conversationClosedBySystem = (conversation: About, key: string): Fact => ({
  kind: "conversation.closed",
  key: `conversation.closed:${conversation.conversationId}:${key}`,
  ...about(conversation),
  ...OURSELVES,
});
