import type { SlaMetric } from "~/features/settings/schema";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A length of time as a clock shows it: "2 h 5 min"; from two days on in days. Milliseconds. */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes >= 2 * DAY_MINUTES) return `${Math.round(minutes / DAY_MINUTES)} days`;
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const metrics: Record<SlaMetric, string> = {
  firstReply: "First reply",
  nextReply: "Next reply",
  resolution: "Resolution",
};

/** What staff read of targets for answers. */
export const slaWords = {
  metrics,
  due: (metric: SlaMetric, ms: number) => `${metrics[metric]} due in ${lasting(ms)}`,
  overdue: (metric: SlaMetric, ms: number) => `${metrics[metric]} overdue by ${lasting(ms)}`,
  mail: {
    subject: (ticket: string, metric: SlaMetric) => `${ticket}: ${metrics[metric].toLowerCase()} is overdue`,
    title: "A target was missed",
    text: (ticket: string, metric: SlaMetric, policy: string) =>
      `${metrics[metric]} in ${ticket} is overdue by your targets “${policy}”.`,
    open: "Open the conversation",
    why: "You get this because these targets name your address.",
  },
};
