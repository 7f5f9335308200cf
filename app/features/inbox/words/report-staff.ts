import type { ExportOf } from "../report";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What staff read of the inbox's report. */
export const reportWords = {
  title: "Inbox report",
  link: "Report",
  back: "Inbox",
  days: (count: number) => `${count} days`,
  exports: {
    conversations: "Export as CSV",
    targets: "Export targets",
    recommendations: "Export recommendations",
  } satisfies Record<ExportOf, string>,
  exportFailed: "The file could not be fetched. Please try again.",
  none: { title: "No conversations yet", text: "What shoppers write in this time is counted here." },
  volume: "Conversations begun",
  volumeChart: "Conversations begun over time, by channel",
  all: "All",
  capped: (most: number) => `Counted are the first ${most} of this period; the export has them all.`,
  by: { channel: "By channel", reason: "By reason", person: "By person", product: "By product" },
  columns: {
    conversations: "Conversations",
    firstReply: "First reply: median / 9 of 10 within",
    resolution: "Solved in: median / 9 of 10 within",
    oneTouch: "One answer",
    satisfied: "Satisfied",
    effort: "Ease, of 7",
    solved: "No new contact",
  },
  channels: {
    storefront: "Storefront",
    account: "Customer account",
    email: "E-mail",
    system: "Opened by Aftercare",
  } as Record<string, string>,
  reasons: {
    whereIsIt: "Where is my order?",
    returning: "Return or exchange",
    wrong: "Damaged or wrong item",
    change: "Change or cancel",
    other: "Something else",
  } as Record<string, string>,
  nobody: { channel: "None", reason: "No reason given", person: "Nobody", product: "No order" },
  /** of business time, in milliseconds */
  duration: (ms: number): string => {
    const minutes = Math.round(ms / MINUTE_MS);
    return ms < HOUR_MS ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  },
  percent: (value: number): string => `${Math.round(value)} %`,
  mean: (value: number): string => value.toFixed(1),
  effort: (mean: number, answered: number): string => `${mean.toFixed(1)} (${answered})`,
  /** of -100 to 100, with its sign, as is usual */
  score: (value: number): string => (value > 0 ? `+${Math.round(value)}` : String(Math.round(value))),
  overTime: "Over time",
  week: "Week from",
  trends: {
    firstReply: "First reply: median, in hours",
    satisfied: "Satisfied, in percent",
    effort: "Ease, 1 to 7",
    recommending: "Net promoter score",
  },
  trendChart: (name: string) => `${name}, week by week`,
  trendNumbers: "The numbers",
  recommending: {
    title: "Would buyers recommend the shop?",
    answered: (count: number, asked: number) =>
      count === 1 ? `1 answer of ${asked} asked.` : `${count} answers of ${asked} asked.`,
    columns: {
      score: "Net promoter score",
      promoters: "9 or 10",
      passives: "7 or 8",
      detractors: "0 to 6",
    },
  },
  share: (part: number, of: number): string =>
    of === 0 ? "–" : `${Math.round((100 * part) / of)} % (${part} of ${of})`,
  explanations: [
    "Counted are conversations that shoppers began in this time, by their first message. Merged ones count once.",
    "Times are business time, by your business hours and holidays.",
    "One answer: closed after exactly one answer of staff, of all that are closed.",
    "Satisfied: shoppers who said it was solved well, of those who answered.",
    "Ease: the mean of 1 (very difficult) to 7 (very easy), and how many answered.",
    "No new contact: nothing came from the same customer, here or in another conversation, within seven days after closing, of those closed seven days ago or longer.",
    "Net promoter score: the share of those who chose 9 or 10 less the share of those who chose 0 to 6. They are counted by the day they were asked.",
  ],
};
