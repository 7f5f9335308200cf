import type { ActionStep } from "../actions/facts";

/** What an action is called, as staff read it. */
const names: Record<string, string> = {
  refund: "Refund",
  credit: "Store credit",
  replacement: "Replacement",
  discount: "Discount code",
  cancel: "Cancellation",
  address: "Address change",
  note: "Note",
  tags: "Tags",
  resend: "Confirmation",
  return: "Return",
};

const steps: Record<ActionStep, string> = {
  asked: "waits for approval",
  started: "started",
  done: "done",
  refused: "not done: Shopify refused",
  declined: "declined",
  withdrawn: "withdrawn",
  undone: "taken back",
};

/** What staff read of what they do about an order. */
export const actionWords = {
  names,
  steps,
  byAftercare: "Cancelled in Aftercare",
  replacementOf: (orderName: string) => `Replacement for ${orderName}`,
  discountTitle: (orderName: string, code: string) => `${code} for ${orderName}`,
  refundReasons: {
    goodwill: "Goodwill",
    notArrived: "Did not arrive",
    damaged: "Damaged or faulty",
    wrongItem: "Wrong item",
    price: "Price adjusted",
    other: "Other reason",
  },
  takenLate: (why: string) => `Taken back though its days are over: ${why}`,
  /** why something was not done, each a whole sentence */
  why: {
    goneThere: "Shopify does not have this any more.",
    refundedMeanwhile: "Less is left of the payment than this: money went back another way meanwhile.",
    notPayable: "The payments of this order cannot take so much back.",
    notCancelled:
      "Shopify could not cancel the order. A return that is open, or something that has been shipped, is in the way.",
    cancelledMeanwhile: "The order was cancelled meanwhile.",
    shippedMeanwhile: "Something of the order was shipped meanwhile.",
    draftGone: "Somebody deleted the draft order before it was completed.",
    gaveUp: "Shopify could not be asked for days. Look at the order in Shopify before you try again.",
    unsaid: "Shopify refused and gave no reason.",
  },
} as const;

/** A fact of an action, in words for a timeline: "Refund: started". Null for any other fact. */
export function actionFactText(kind: string): string | null {
  const [, name = "", step = ""] = /^action\.(\w+)\.(\w+)$/.exec(kind) ?? [];
  const said = steps[step as ActionStep];
  return names[name] && said ? `${names[name]}: ${said}` : null;
}
