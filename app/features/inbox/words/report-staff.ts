const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What staff read of the inbox's report. */
export const reportWords = {
  title: "Inbox report",
  link: "Report",
  back: "Inbox",
  days: (count: number) => `${count} days`,
  exportCsv: "Export as CSV",
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
    solved: "No new contact",
  },
  channels: { storefront: "Storefront", email: "E-mail", system: "Opened by Aftercare" } as Record<
    string,
    string
  >,
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
  share: (part: number, of: number): string =>
    of === 0 ? "–" : `${Math.round((100 * part) / of)} % (${part} of ${of})`,
  explanations: [
    "Counted are conversations that shoppers began in this time, by their first message. Merged ones count once.",
    "Times are business time, by your business hours and holidays.",
    "One answer: closed after exactly one answer of staff, of all that are closed.",
    "Satisfied: shoppers who said it was solved well, of those who answered.",
    "No new contact: nothing came from the same address within seven days after closing, of those closed seven days ago or longer.",
  ],
};
