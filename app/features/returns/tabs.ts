import type { ReturnState } from "./states";

/** The tabs of the staff's list. */
export const RETURN_TABS = ["review", "coming", "received", "done", "stopped", "all"] as const;
export type ReturnTab = (typeof RETURN_TABS)[number];

/** Which states each tab shows; null: every one. */
export const TAB_STATES: Record<ReturnTab, readonly ReturnState[] | null> = {
  review: ["requested"],
  coming: ["approved", "labelled"],
  received: ["received"],
  done: ["refunded", "closed"],
  stopped: ["declined", "cancelled"],
  all: null,
};

/** The tab a text names; the first one for anything else. */
export const readTab = (text: string): ReturnTab => RETURN_TABS.find((tab) => tab === text) ?? "review";
