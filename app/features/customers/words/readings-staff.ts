import type { ReadThing, Screen } from "../reading";

/** What staff read of who looked at what. */
export const readingWords = {
  link: "Who read what",
  title: "Who read what",
  lead: "What staff opened that shows something of shoppers: noted once an hour for each person and thing.",
  back: "Privacy",
  person: "Person",
  everybody: "Everybody",
  of: "Of this conversation, order, return or customer",
  ofHelp: "Its number, as it stands in its address",
  show: "Show",
  all: "Show all",
  exportCsv: "Export as CSV",
  exportFailed: "The file could not be fetched. Please try again.",
  none: {
    title: "Nobody has looked at anything here",
    text: "As soon as staff open a conversation, an order or a return, it is listed here.",
  },
  columns: { person: "Who", thing: "What", id: "Which", screen: "Where", at: "First in that hour" },
  things: {
    conversation: "Conversation",
    order: "Order",
    return: "Return",
    customer: "Customer",
    mail: "Mail",
    file: "File",
    gatheredFile: "File for a shopper",
    list: "List",
    search: "Search",
    export: "Export",
  } satisfies Record<ReadThing, string>,
  screens: {
    inbox: "Inbox",
    orders: "Orders",
    returns: "Returns",
    notifications: "Notifications",
    lookups: "Look-ups",
    privacy: "Privacy",
    shopify: "Shopify’s admin",
  } satisfies Record<Screen, string>,
};
