/** What staff read of the connection with Shopify. */
export const staffWords = {
  title: "Connection",
  subtitle: "What Shopify sends to Aftercare, and what became of it",
  refused: "That message is no longer waiting. Somebody else may have retried it.",
  retried: (count: number) =>
    count === 1
      ? "1 message will be read again in a moment"
      : `${count} messages will be read again in a moment`,
  swept: "Comparing your orders with Shopify's",
  access: {
    title: "Access to your shop",
    fine: { label: "Connected", tone: "success" },
    broken: { label: "Not connected", tone: "critical" },
    fineText: "Aftercare can read orders and act for you around the clock.",
    brokenText:
      "Shopify does not accept Aftercare's access right now. Reload this page to connect again. Nothing is lost meanwhile: what Shopify sent is kept.",
  },
  messages: {
    title: "Messages from Shopify",
    received: "Waiting to be read",
    done: "Read in the last 24 hours",
    parked: "Set aside, need a look",
    unknown: "Kept, of kinds Aftercare does not use",
    most: (count: string) => `${count}+`,
  },
  parked: {
    title: "Messages set aside",
    text: "These could not be read. They are kept, and can be tried again once the reason is gone.",
    none: "None. Every message could be read.",
    columns: { topic: "Kind", reason: "Reason", received: "Received", attempts: "Tries", action: "Action" },
    retry: "Try again",
    retryOne: (topic: string) => `Try again: ${topic}`,
    retryAll: "Try all again",
    noReason: "Not noted",
  },
  unknown: { title: "Kinds Aftercare does not use", columns: { topic: "Kind", count: "Kept" } },
  sweeps: {
    title: "Comparisons with Shopify",
    text: "Every 10 minutes Aftercare compares your orders with Shopify's, and fetches what never arrived.",
    none: "The first comparison starts within 10 minutes of installing.",
    now: "Compare now",
    columns: { when: "When", seen: "Orders changed", recovered: "Recovered", state: "State" },
    done: { label: "Done", tone: "success" },
    running: { label: "Not finished", tone: "warning" },
  },
} as const;
