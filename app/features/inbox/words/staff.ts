import type { BadgeMap } from "~/ui/admin/status-badge";
import { answeringWords } from "./staff-answering";
import { conversationWords } from "./staff-conversation";
import { listWords } from "./staff-list";

const badges = <T extends BadgeMap>(map: T): T => map;

/** What staff read in the inbox. */
export const staffWords = {
  ...listWords,
  ...conversationWords,
  ...answeringWords,
  states: badges({
    open: { label: "Open", tone: "attention" },
    waiting: { label: "Waiting for shopper", tone: "info" },
    snoozed: { label: "Snoozed" },
    closed: { label: "Closed" },
  }),
  priorities: badges({
    low: { label: "Low" },
    high: { label: "High", tone: "warning" },
    urgent: { label: "Urgent", tone: "critical" },
  }),
};
