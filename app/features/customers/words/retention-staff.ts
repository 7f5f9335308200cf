import type { RetentionClass } from "~/features/settings/rules";

const days = (n: number) => `${n.toLocaleString("en")} ${n === 1 ? "day" : "days"}`;

/** What staff read of how long data is kept. */
export const retentionWords = {
  link: "How long data is kept",
  title: "How long data is kept",
  lead: "What is older goes by itself, every night. Orders, returns and money stay for your books; what is personal in them goes when a shopper asks.",
  back: "Privacy",
  days: "days",
  keep: "Empty: kept until a shopper asks to be forgotten.",
  between: (least: number, most: number) => `${least.toLocaleString("en")} to ${days(most)}.`,
  wrong: "Not a number of days that can be.",
  save: "Save",
  discard: "Discard",
  saved: "Saved. It holds from tonight on.",
  notSaved: "Nothing was saved. Please look at the fields that are marked.",
  readOnly: "You can look at this, but not change it.",
  notYet: "The first sweep is tonight.",
  never: "Nothing goes by itself.",
  last: "Last sweep",
  went: (n: number) => (n === 0 ? "nothing went" : `${n.toLocaleString("en")} went`),
  inAll: (n: number) => `${n.toLocaleString("en")} in a year`,
  soon: (n: number) =>
    n === 0
      ? "Nothing goes within a week."
      : `${n >= 1_000 ? "1,000 or more" : n.toLocaleString("en")} will go within a week.`,
  classes: {
    webhookBodies: {
      name: "Messages from Shopify",
      help: "As they came. Only needed to look into a problem.",
    },
    rawMails: {
      name: "Mails as they came, with their files",
      help: "Since they came, once their conversation is closed. What was written stays.",
    },
    photos: {
      name: "Photos shoppers sent, and files you sent",
      help: "Since then, once their conversation is closed.",
    },
    conversations: {
      name: "Closed conversations",
      help: "Since they were closed, with all that was written. Also those you brought along.",
    },
    recommendations: {
      name: "Whether buyers would recommend you",
      help: "Since they were asked. Who wants no such question stays known.",
    },
    drafts: {
      name: "Drafts that were not sent",
      help: "Since somebody last wrote in them. Their files, too.",
    },
    automationRuns: { name: "What rules did", help: "The log of rules. What they changed stays." },
    orderActions: {
      name: "Details of what you did about orders",
      help: "Reasons, codes and answers. What was done, when, by whom and how much stays for your books.",
    },
    lookups: { name: "Look-ups on the storefront", help: "Who looked for an order, without their address." },
    notificationAddresses: {
      name: "Addresses of messages that were sent",
      help: "What was sent and when stays.",
    },
    gatheredFiles: { name: "Files gathered for shoppers", help: "What you download and hand over." },
    importFiles: { name: "Files of imports that were not finished", help: "Finished ones go at once." },
    readings: { name: "Who read what", help: "The notes themselves." },
  } satisfies Record<RetentionClass, { name: string; help: string }>,
};
