/** What staff read of requests under privacy law. */
export const staffWords = {
  title: "Privacy requests",
  back: "Settings",
  intro:
    "Shopify passes on what shoppers ask under privacy law, and Aftercare does it by itself. What it gathers for a shopper is here for you to download and hand over; then delete it here.",
  none: {
    title: "No requests yet",
    text: "When a shopper asks what is kept about them, or to be forgotten, it is listed here with a receipt of what was done.",
  },
  topics: {
    data_request: "What is kept about a shopper",
    redact_customer: "Forget a shopper",
    redact_shop: "Forget the whole shop",
  },
  customer: (id: string) => `Customer ${id}`,
  received: "Received",
  completed: "Done",
  states: {
    waiting: { label: "Being done", tone: "attention" },
    done: { label: "Done", tone: "success" },
    skipped: { label: "Not needed" },
  },
  skipped: { installedAgain: "The shop has the app, so its data was kept." },
  nothing: "Nothing was held.",
  gathered: "Gathered",
  erased: "Erased",
  download: (name: string) => `Download ${name}`,
  size: (bytes: number) =>
    bytes < 1024
      ? `${bytes} B`
      : bytes < 1_048_576
        ? `${Math.round(bytes / 1024)} kB`
        : `${(bytes / 1_048_576).toFixed(1)} MB`,
  delete: "Delete",
  deleteLong: (name: string) => `Delete ${name}`,
  deleteTitle: "Delete this file?",
  deleteText: "Make sure that you have downloaded it. The receipt stays.",
  deleted: "File deleted",
  notFound: "That file is no longer here.",
  counted: (what: string, count: number) => `${what} (${count.toLocaleString("en")})`,
  counts: {
    customers: "customers",
    orders: "orders",
    returns: "returns",
    conversations: "conversations",
    messages: "messages",
    mails: "mails",
    notifications: "mails sent",
    lookups: "look-ups",
    codes: "one-time codes",
    files: "files",
    webhooks: "messages from Shopify",
    parcels: "parcels",
    scans: "carrier scans",
    names: "names",
  } as Record<string, string>,
} as const;
