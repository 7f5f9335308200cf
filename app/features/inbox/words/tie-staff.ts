/** What staff read of the orders that a conversation is about. */
export const tieWords = {
  title: "Orders",
  none: "Tie an order to act on it.",
  noneReadOnly: "This conversation is not about an order.",
  find: "Find an order",
  key: "Find an order to tie",
  look: (name: string) => `Look at ${name}`,
  shown: "Shown",
  first: "First",
  lookFirst: "Show first",
  lookFirstNamed: (name: string) => `Show ${name} first. Macros speak of it.`,
  firstHelp: "Macros speak of the first one.",
  tiedBy: (who: string) => `Tied by ${who}`,
  own: "The shopper's own",
  merged: "From a merged conversation",
  redacted: "Personal data erased on request",
  untie: "Untie",
  untieNamed: (name: string) => `Untie ${name}`,
  untied: (name: string) => `${name} is no longer tied.`,
  undo: "Undo",
  undoNamed: (name: string) => `Tie ${name} again`,
  differs: {
    another: "This order was placed by another address. Check who is writing before you tell them about it.",
    unknown: "This order has no e-mail address. Check who is writing before you tell them about it.",
  },
  vouched: (name: string) => `Staff filed this conversation under ${name}, who placed this order.`,
  file: (name: string) => `File it under ${name}`,
  fileHelp: (name: string) =>
    `Is it ${name}? Filed under them, their orders and conversations stand beside it. Their account does not show it.`,
  filed: (name: string) => `Filed under ${name} by staff.`,
  unfile: "Take back",
  unfileNamed: (name: string) => `No longer file it under ${name}`,
  about: {
    isIt: "It is about this",
    choose: "It is about this",
    chooseNamed: (name: string) => `The conversation is about ${name}`,
    not: "Not about it",
    notNamed: (name: string) => `The conversation is not about ${name}`,
    parcel: (number: string) => (number === "" ? "this parcel" : `parcel ${number}`),
  },
  done: {
    about: "Noted",
    tie: "Order tied",
    untie: "Order untied",
    lookFirst: "Shown first from now on",
    fileUnder: "Filed",
    unfile: "No longer filed",
  },
  refused: {
    "orders.notFound": "This order is not here any more.",
    "orders.noCustomer": "This order has no customer.",
    "inbox.tooManyOrders": "No more orders can be tied to this conversation. Untie one first.",
  },
  facts: {
    "conversation.orderTied": (who: string, _to: string | null, name: string | null) =>
      `${who} tied ${name ?? "an order"}`,
    "conversation.orderUntied": (who: string, _to: string | null, name: string | null) =>
      `${who} untied ${name ?? "an order"}`,
    "conversation.saidWhichParcel": (who: string) => `${who} said which parcel this is about`,
    "conversation.saidWhichReturn": (who: string) => `${who} said which return this is about`,
    "conversation.filed": (who: string, _to: string | null, name: string | null) =>
      `${who} filed this under ${name ?? "a customer"}`,
    "conversation.unfiled": (who: string, _to: string | null, name: string | null) =>
      `${who} no longer files this under ${name ?? "a customer"}`,
  },
} as const;
