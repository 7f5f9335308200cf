import { slaWords } from "./sla-staff";
import { tieWords } from "./tie-staff";

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

const spoken = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );

const metricName = (metric: string | null): string =>
  (slaWords.metrics as Record<string, string>)[metric ?? ""] ?? "A target";

/** What staff read of a conversation: its messages, what happened in it, and its order. */
export const conversationWords = {
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
    ...tieWords.facts,
  } as Record<string, (who: string, to: string | null, detail: string | null) => string>,
  theShopper: "The shopper",
  order: {
    title: (name: string) => `Order ${name}`,
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
};
