import type { Refusal } from "~/values/result";

/** What people at the receiving table read. Short: it is read all day, on a phone, at arm's length. */
export const receiveWords = {
  title: "Receive parcels",
  back: "Returns",
  scan: {
    label: "Scan or type a return",
    placeholder: "Return, tracking or order number",
    hint: "A scanner can be used at any time: no need to tap here first.",
    button: "Find",
  },
  notFound: (text: string) =>
    `Nothing found for “${text}”. Scan the other code on the label, or type the order number.`,
  several: "Several returns fit. Which one is it?",
  over: {
    requested: "Nobody has decided about this return yet.",
    declined: "This return was declined. It should not have been sent.",
    cancelled: "This return was cancelled.",
    refunded: "This return was paid already.",
    closed: "This return is closed.",
  } as Readonly<Record<string, string>>,
  openReturn: "Open the return",
  of: (order: string, customer: string) => `${order} · ${customer}`,
  sku: (sku: string) => `SKU ${sku}`,
  expected: (count: number) => (count === 1 ? "1 expected" : `${count} expected`),
  reason: (reason: string) => `Reason: ${reason}`,
  wants: (outcome: string) => `Wants: ${outcome}`,
  accept: "Accept",
  reject: "Reject",
  less: (what: string, title: string) => `One less: ${what} ${title}`,
  more: (what: string, title: string) => `One more: ${what} ${title}`,
  count: (what: string, title: string) => `${what}: ${title}`,
  missing: (count: number) => (count === 1 ? "1 is missing" : `${count} are missing`),
  allFine: "Everything is here and fine",
  why: "Why is it rejected?",
  whyHint: "The shopper reads this.",
  whys: ["Worn or used", "Damaged by use", "Parts are missing", "Not the item that was sent"],
  where: "Where does it go?",
  dispositions: { restock: "Back in stock", damaged: "Damaged, not for sale" },
  location: "Which place",
  ownLocation: "The shop's usual place",
  photo: "Take a photo",
  photoAdded: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
  photoFailed: "The photo could not be kept. Photos are JPEG, PNG or WebP of up to 12 MB.",
  shopperPhotos: "The shopper's photos",
  stray: {
    title: "Something else in the parcel?",
    add: "Add an item",
    kind: "What is it?",
    kinds: { wrong: "A wrong item, instead of one above", unexpected: "An item nobody asked to return" },
    what: "Name",
    sku: "SKU, if any",
    quantity: "How many",
    note: "Note",
    remove: "Remove",
    one: "Another item",
  },
  finish: "Finish",
  summary: (accepted: number, rejected: number, missing: number) =>
    [
      `${accepted} accepted`,
      ...(rejected > 0 ? [`${rejected} rejected`] : []),
      ...(missing > 0 ? [`${missing} missing`] : []),
    ].join(", "),
  leave: "Leave it",
  unfinished: {
    title: (rma: string) => `${rma} is not finished`,
    text: (code: string) => `You scanned “${code}”. What you counted here is lost if you go on to it now.`,
    stay: "Stay here",
    go: "Go on without saving",
  },
  sure: {
    title: "Nothing was accepted",
    text: "Nothing of this return will be paid. Is that right?",
    confirm: "Yes, finish",
  },
  done: {
    started: (rma: string, amount: string) => `${rma}: ${amount} is on its way to the shopper`,
    needsApproval: (rma: string, amount: string) => `${rma}: ${amount} waits for approval`,
    waits: (rma: string) => `${rma} is saved. Somebody pays it by hand.`,
    nothing: (rma: string) => `${rma} is saved. There is nothing to pay.`,
    next: "Scan the next parcel.",
  },
  refused: ({ code, detail }: Refusal): string => {
    if (code === "input.invalid" && detail?.rule === "rejectReason") return "Say why things were rejected.";
    return (
      {
        "returns.quantityTooLarge":
          "That is more than was asked to come back. Add what is too many as another item.",
        "returns.nothingChosen": "Count at least one item, or say that it is missing.",
        "returns.alreadyDecided": "Somebody has paid or ended this return in the meantime.",
        "returns.notAllowedNow": "This return cannot be received now.",
        "returns.lineUnknown": "The items of this return have changed. Scan it again.",
        "returns.refundTooLarge":
          "It was not saved: more would be paid than the shopper paid. Open the return.",
        "staff.forbidden": "Your Shopify staff permissions do not include this.",
      }[code as string] ?? "It could not be saved. Scan it again."
    );
  },
  lists: {
    late: "Overdue",
    today: "Expected today",
    week: "In the next seven days",
    waiting: "Here, not inspected",
    explain: (days: number) =>
      days === 1
        ? "Reckoned as one day after the label was made. Overdue is what is three days late."
        : `Reckoned as ${days} days after the label was made, as your policy says. Overdue is what is three days late.`,
    none: "Nothing",
    more: (count: number) => `and ${count} more`,
    sendBackBy: (day: string) => `had to be sent by ${day}`,
  },
};
