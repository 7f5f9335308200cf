import type { BadgeMap } from "~/ui/admin/status-badge";
import type { ReturnState } from "../states";
import { staffWords as words } from "../words/staff";

/** How each state looks: what waits for staff stands out, what is over is quiet. */
export const STATE_BADGES = {
  requested: { label: words.states.requested, tone: "attention" },
  approved: { label: words.states.approved, tone: "info" },
  labelled: { label: words.states.labelled, tone: "info" },
  received: { label: words.states.received, tone: "attention" },
  refunded: { label: words.states.refunded, tone: "success" },
  closed: { label: words.states.closed },
  declined: { label: words.states.declined },
  cancelled: { label: words.states.cancelled },
} as const satisfies Record<ReturnState, BadgeMap[string]>;

export const STUCK_BADGE: BadgeMap = { stuck: { label: words.needsYou, tone: "critical" } };
