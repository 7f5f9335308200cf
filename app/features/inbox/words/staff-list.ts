import type { View } from "../views";

/** What staff read in the inbox's lists: conversations, an order's, and mails that could not be filed. */
export const listWords = {
  title: "Inbox",
  writeTo: "Message a shopper",
  tabs: {
    open: "Open",
    forMe: "For me",
    mine: "Mine",
    unassigned: "Unassigned",
    late: "Late",
    due: "Due",
    snoozed: "Snoozed",
    waiting: "Waiting",
    closed: "Closed",
  } satisfies Record<View, string>,
  /** a tab with its count */
  tab: (name: string, count: string) => `${name} (${count})`,
  tabsLabel: "Views",
  tags: "Tags",
  /** what stands at the top of a view's, a tag's or a search's list */
  sorted: {
    latest: "The latest message first",
    late: "The longest overdue first",
    due: "What is due soonest first",
    tag: "The newest conversation first",
  },
  moreTags: "More tags",
  more: (count: number) => `${count}+`,
  search: {
    label: "Search conversations",
    placeholder: "Words, name, e-mail, order or parcel number",
    button: "Search",
  },
  columns: { person: "From", message: "Last message", order: "Order", assignee: "Assigned", when: "When" },
  unread: "New",
  news: "News for you",
  late: "Late",
  answerBy: "Answer by",
  nobody: "No name",
  /** a conversation's person and team */
  whose: (person: string | null, team: string | null) => [person, team].filter(Boolean).join(" · "),
  you: "You:",
  note: "Note:",
  notSent: "Not sent",
  noWords: "No text",
  none: {
    open: {
      title: "Nothing waits for an answer",
      text: "When a shopper writes from their order page or replies to a mail, it appears here.",
    },
    waiting: {
      title: "You wait for nobody",
      text: "Conversations that you have answered stay here until the shopper writes back.",
    },
    closed: { title: "Nothing is closed yet", text: "Conversations that you close are kept here." },
    forMe: {
      title: "Nothing new for you",
      text: "What is assigned to you, and what you follow as soon as something happens in it.",
    },
    mine: { title: "Nothing is assigned to you", text: "Take a conversation on, and it appears here." },
    unassigned: { title: "Everything open is somebody's", text: "What nobody has taken on appears here." },
    late: { title: "No promise is broken", text: "What was not answered by the promised time appears here." },
    due: {
      title: "No target is due",
      text: "What is soon to be answered or solved by your targets, or overdue, appears here.",
    },
    snoozed: {
      title: "Nothing is snoozed",
      text: "Put a conversation aside until a time. It comes back then, or when the shopper writes.",
    },
  } satisfies Record<View, { title: string; text: string }>,
  noneTagged: {
    title: "No conversation has this tag",
    text: "Tags are put on conversations on their own pages.",
  },
  notFound: {
    title: "No conversation matches",
    text: "Every word has to be in it. Try fewer words, a whole e-mail address, or an order's number such as #1001.",
    all: "Show all conversations",
  },
  parkedNotice: (count: number) =>
    count === 1 ? "1 mail could not be filed." : `${count} mails could not be filed.`,
  parkedLink: "Look at them",
  parked: {
    title: "Mails that could not be filed",
    back: "Inbox",
    text: "Nothing is lost: each is kept as it came. Download one to read it with a mail program.",
    none: { title: "Every mail was filed", text: "A mail that cannot be read would be kept here." },
    columns: { sender: "From", reason: "Why", received: "Received", size: "Size", action: "" },
    noSender: "A notice without sender",
    download: "Download",
    downloadOf: (sender: string) => `Download the mail from ${sender}`,
    again: "Try again",
    againOf: (sender: string) => `Try the mail from ${sender} again`,
    tried: "It is being read again.",
    failed: "The mail could not be downloaded.",
  },
  onOrder: {
    none: "No messages about this order.",
    open: (count: number) => (count === 1 ? "1 message" : `${count} messages`),
    openConversation: "Open the conversation",
    write: "Message the shopper",
    noAddress: "The order has no e-mail address to write to.",
    message: "Message",
    hint: "It goes out by e-mail and stands in the inbox; the answer comes there, too.",
    send: "Send",
    sent: "Message on its way",
    notSent: "The message was not sent. Try again.",
    refused: {
      "inbox.empty": "The message is empty.",
      "inbox.tooLong": "The message is too long.",
      "inbox.notFound": "There is no address to write to.",
    } as Readonly<Record<string, string>>,
  },
};
