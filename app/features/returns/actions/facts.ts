import type { Fact } from "~/platform/queue/record.server";
import type { Actor } from "../facts";

/** What happens to an action: asked for, granted by somebody else, started, done or refused by Shopify; decided on by somebody else; undone. */
export const ACTION_STEPS = [
  "asked",
  "granted",
  "started",
  "done",
  "refused",
  "declined",
  "withdrawn",
  "undone",
] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

/** An action's fact, each step once: "action.refund.started". It stands in the order's and the conversation's timeline. */
export const actionFact = (
  step: ActionStep,
  about: { id: string; kind: string; orderId: string; conversationId: string | null },
  by: Actor,
): Fact => ({
  kind: `action.${about.kind}.${step}`,
  key: `action.${about.kind}.${step}:${about.id}`,
  orderId: about.orderId,
  ...(about.conversationId ? { conversationId: about.conversationId } : {}),
  actor: by.kind,
  ...(by.kind === "staff" ? { actorName: by.name } : {}),
  data: { actionId: about.id },
});
