import type { BadgeMap } from "~/ui/admin/status-badge";
import type { RefusalCode } from "~/values/result";
import type { Priority, View } from "../views";
import { slaWords } from "./sla-staff";

const badges = <T extends BadgeMap>(map: T): T => map;

/** What is the matter with a parcel, by the code that the delay model gives. */
const why: Record<string, string> = {
  usual: "It moves as usual, but will not make its promise.",
  slow: "It takes longer than such parcels do.",
  silent: "It has not been scanned for longer than usual.",
  customs: "It is held by customs.",
  exception: "The carrier reports a problem.",
  returning: "It seems to be on its way back to you.",
  atPickUpPoint: "It waits at a pick-up point.",
};

const SNOOZES: Record<string, string> = {
  laterToday: "Later today",
  tomorrow: "Tomorrow",
  nextWeek: "Next week",
};

const spoken = (day: string) =>
  new Intl.DateTimeFormat("en", { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );

const metricName = (metric: string | null): string =>
  (slaWords.metrics as Record<string, string>)[metric ?? ""] ?? "A target";

/** What staff read in the inbox. */
export const staffWords = {
  title: "Inbox",
  states: badges({
    open: { label: "Open", tone: "attention" },
    waiting: { label: "Waiting for shopper", tone: "info" },
    snoozed: { label: "Snoozed" },
    closed: { label: "Closed" },
  }),
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
  tagsLabel: "Conversations by tag",
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
  priorities: badges({
    low: { label: "Low" },
    high: { label: "High", tone: "warning" },
    urgent: { label: "Urgent", tone: "critical" },
  }),
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
  page: {
    back: "Inbox",
    aboutOrder: (name: string) => `About order ${name}`,
    close: "Close",
    reopen: "Open again",
    assign: "Assign to me",
    unassign: "Unassign",
    promised: "The shopper was told: an answer comes by",
    messages: "Messages",
    shopper: "Shopper",
    staff: "Staff",
    system: "Automatic",
    noteBadge: "Internal note",
    otherBadge: "Another person",
    otherText: (email: string) =>
      `Nothing shows that the shopper wrote this. Your answer goes to ${email} only.`,
    unknownAddress: "an unknown address",
    rest: (lines: number) => (lines === 1 ? "Show 1 more line" : `Show ${lines} more lines`),
    folded: "Quoted text and signature",
    original: "Original mail",
    originalOf: (who: string) => `Download the original mail from ${who}`,
    queued: "Waiting to be sent",
    takeBack: "Undo",
    trying: (reason: string) => `Not sent yet: ${reason}. We keep trying.`,
    sent: "Sent",
    failed: "Not sent",
    failedText: (reason: string) => `This message was not sent: ${reason}.`,
    noAddress: "the conversation has no e-mail address",
    again: "Try again",
    alsoTo: (addresses: string) => `Also to ${addresses}`,
    files: "Files",
    fileOf: (name: string, size: string) => `${name} (${size})`,
    unnamedFile: "File without a name",
    asSent: "Show as it was sent",
    asText: "Show as text",
    asSentTitle: "The mail as it was sent",
    asSentFailed: "The mail could not be read again. Download the original instead.",
    remotePictures: (count: number) =>
      count === 1
        ? "1 picture from elsewhere is not loaded."
        : `${count} pictures from elsewhere are not loaded.`,
    number: (name: string, subject: string) => `${name} · ${subject}`,
    split: {
      begin: "Move messages into a new conversation",
      help: "Choose the messages that belong to something else. Merge the conversations to bring them back.",
      make: (count: number) => (count === 1 ? "Move 1 message" : `Move ${count} messages`),
      choose: (author: string) => `Move the message from ${author}`,
      cancel: "Cancel",
    },
    suggested: {
      title: "This may belong to another conversation",
      ticketNumber: (who: string, subject: string) =>
        `Its subject names the ticket of ${who}, “${subject}”. Anybody can write a number: merge them only if it is the same person.`,
      orderName: (who: string, subject: string) =>
        `Its subject names the order of ${who}, “${subject}”. Anybody can write a number: merge them only if it is the same person.`,
      splitTitle: "Taken out of another conversation",
      split: "Merge it into that one to bring its messages back.",
      look: "Look at it",
      merge: "Merge into it",
    },
    merged: {
      into: "Merged into another conversation. What is written to this one arrives there.",
      open: "Open it",
      with: (name: string, email: string) => `${name} from ${email} was merged into this.`,
      separate: "Take out again",
    },
    empty: "No messages.",
    older: "Only the latest 500 messages are shown.",
  },
  handling: {
    title: "Handling",
    assignee: "Assigned to",
    nobody: "Nobody",
    me: (name: string) => `${name} (you)`,
    priority: "Priority",
    priorities: { low: "Low", normal: "Normal", high: "High", urgent: "Urgent" } satisfies Record<
      Priority,
      string
    >,
    tag: "Tag",
    addTag: "Add",
    addTagNamed: (tag: string) => `Add the tag ${tag}`,
    offeredTag: (tag: string) => `+ ${tag}`,
    followers: (names: string) => `Followed by ${names}`,
    noFollowers: "Nobody follows this",
    follow: "Follow",
    unfollow: "Unfollow",
    snoozeUntil: "Put aside until",
    snoozes: (wish: string, at: string) => `${SNOOZES[wish] ?? wish} (${at})`,
    aDay: "A day…",
    day: "Day",
    snooze: "Snooze",
    sleeps: "Snoozed until",
    wake: "Wake now",
  },
  deliveryCase: {
    /** `from` and `to` are days; `state` and `why` codes of the delay model */
    opened: (says: {
      from?: string | undefined;
      to?: string | undefined;
      state?: string | undefined;
      why?: string | undefined;
    }) =>
      [
        says.state === "lost"
          ? "A parcel of this order seems to be lost: nobody has scanned it for weeks."
          : "A parcel of this order will be late, or is, by more than you allow.",
        says.state === "lost" ? "" : (why[says.why ?? ""] ?? ""),
        says.from && says.to
          ? `We expect it between ${spoken(says.from)} and ${spoken(says.to)}.`
          : "Nobody can say when it will come.",
        "The shopper has not asked yet. This closes by itself when the parcel comes, unless somebody writes here.",
      ]
        .filter(Boolean)
        .join(" "),
    solved: "The parcel has arrived, is on time again, or is not expected any more.",
  },
  automatic: {
    bounce: "Not delivered",
    "out-of-office": "Out of office",
    "auto-reply": "Automatic reply",
    list: "Mailing list",
    loop: "Mail loop",
  } as Record<string, string>,
  facts: {
    "conversation.closed": (who, _to, days) =>
      days === null
        ? `${who} closed this`
        : `Closed by itself: nobody wrote for ${days} ${days === "1" ? "day" : "days"}`,
    "order.confirmationResent": (who: string) => `${who} let the confirmation be sent again`,
    "conversation.reopened": (who: string) => `${who} opened this again`,
    "conversation.assigned": (who: string, to) =>
      to === null ? `${who} took this on` : `${who} assigned this to ${to}`,
    "conversation.snoozed": (who: string) => `${who} put this aside`,
    "conversation.woke": () => "The time until which this was put aside has come",
    "conversation.unassigned": (who: string) => `${who} gave this back`,
    "conversation.replyDue": () => "The promised answer is due within the hour",
    "conversation.replyLate": () => "The promised answer is late",
    "conversation.targetSoon": (_who, _to, metric) => `${metricName(metric)} is due soon`,
    "conversation.targetMissed": (_who, to, metric) =>
      `${metricName(metric)} is overdue${to === null ? "" : `: this was given to ${to}`}`,
    "conversation.rated": (who: string) => `${who} said how well this was solved`,
    "conversation.copiesChanged": (who: string) => `${who} changed who gets copies`,
    "conversation.merged": (who: string) => `${who} merged another conversation into this`,
    "conversation.split": (who: string) => `${who} moved messages into a new conversation`,
    "conversation.separated": (who: string) => `${who} took a merged conversation out again`,
  } as Record<string, (who: string, to: string | null, detail: string | null) => string>,
  theShopper: "The shopper",
  keys: {
    title: "Keyboard shortcuts",
    on: "Use single keys",
    onHelp: "Only while nothing is being typed. Kept in this browser.",
    help: "Show these keys",
    next: "Next conversation",
    previous: "Previous conversation",
    open: "Open it",
    search: "Search",
    reply: "Write an answer",
    note: "Write a note",
    close: "Close, or open again",
    snooze: "Choose until when to put it aside",
    mine: "Assign it to me",
  },
  composer: {
    label: "Answer",
    kind: "What to write",
    reply: "Reply",
    note: "Internal note",
    replyTo: (email: string) => `Goes by mail to ${email}`,
    noAddress: "There is no e-mail address to answer to. The shopper sees the answer on their order page.",
    noteHelp: "Only staff see notes. Mention a colleague or a team with @ and the name.",
    send: "Send reply",
    sendAnyway: "Send anyway",
    isLooking: (name: string) => `${name} is looking at this`,
    isTyping: (name: string) => `${name} is typing`,
    anotherTypes: (names: string) =>
      `${names}: typing in this conversation right now. Two answers may reach the shopper.`,
    save: "Add note",
    hint: "Ctrl + Enter sends",
    newer: "Something new was written while you had this open. Read it above, then send.",
    gotIt: "I have read it",
    readOnly: "Your Shopify permissions let you read conversations, not answer them.",
  },
  done: {
    reply: "Your answer is on its way",
    note: "Note added",
    close: "Closed",
    reopen: "Opened again",
    assign: "Assigned",
    follow: "You follow this",
    unfollow: "You no longer follow this",
    prioritise: "Priority saved",
    tag: "Tag added",
    untag: "Tag removed",
    snooze: "Put aside",
    unassign: "Unassigned",
    team: "Team saved",
    tryAgain: "It is being sent again",
    takeBack: "Not sent: it is your draft again",
    merge: "Merged",
    split: "Moved",
    separate: "Taken out again",
    seen: "",
  },
  refused: {
    "inbox.empty": "Write something first.",
    "inbox.tooLong": "This is too long for one message.",
    "inbox.alreadySent":
      "Somebody has written since you opened this. Nothing was sent, and your text is kept: read the new message above, then send again.",
    "inbox.notFound": "This is not here any more.",
    "inbox.sameConversation": "It is the same conversation already. Nothing was changed.",
    "inbox.merged": "It was merged into another conversation. Go on there.",
    "inbox.alreadyOut": "It has left already, and cannot be taken back.",
    "inbox.noTime": "Choose a time that is still to come, within a year.",
    "inbox.unknownStaff": "This person has not opened the app here.",
    "inbox.unknownTeam": "There is no such team any more.",
    "staff.forbidden": "Your Shopify permissions do not include this.",
  } as Partial<Record<RefusalCode, string>>,
  refusedOther: "That could not be done. Your text is kept; try again.",
  order: {
    title: (name: string) => `Order ${name}`,
    none: "This conversation is not about an order.",
    placed: "Placed",
    open: "Open order",
    inShopify: "Open in Shopify",
    total: "Total",
    refunded: "Refunded",
    items: "Items",
    line: (quantity: number, title: string) => `${quantity} × ${title}`,
    parcels: "Parcels",
    noParcels: "Nothing has shipped yet.",
    delivered: "Delivered",
    expected: "Expected",
    shipped: "Shipped",
    address: "Delivery address",
    customer: "Shopper",
    returns: "Returns",
    noReturns: "No returns.",
    writes: (language: string) => `Writes in ${language}`,
  },
  onOrder: {
    none: "No messages about this order.",
    open: (count: number) => (count === 1 ? "1 message" : `${count} messages`),
  },
};
