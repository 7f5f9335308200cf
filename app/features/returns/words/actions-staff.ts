import type { BadgeMap } from "~/ui/admin/status-badge";
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
  granted: "approved",
  started: "started",
  done: "done",
  refused: "not done, Shopify refused",
  declined: "declined",
  withdrawn: "withdrawn",
  undone: "taken back",
};

const badges: BadgeMap = {
  waiting: { label: "Waits for approval", tone: "attention" },
  pending: { label: "Under way", tone: "info" },
  done: { label: "Done", tone: "success" },
  refused: { label: "Not done", tone: "critical" },
  declined: { label: "Declined" },
  withdrawn: { label: "Withdrawn" },
  undone: { label: "Taken back" },
};

const mailBadges: BadgeMap = {
  queued: { label: "Under way", tone: "info" },
  held: { label: "Waits", tone: "attention" },
  sent: { label: "Sent", tone: "success" },
  failed: { label: "Not sent", tone: "critical" },
  dropped: { label: "Not sent", tone: "critical" },
  suppressed: { label: "Not sent", tone: "critical" },
};

/** What staff read of what they do about an order. */
export const actionWords = {
  names,
  steps,
  badges,
  mailBadges,
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

const FACT = /^action\.(\w+)\.(\w+)$/;

/** A fact of an action, in words for a timeline: "Refund: started". Any other fact stays as it is. */
export function withActionWords<F extends { kind: string }>(fact: F): F & { said?: string } {
  const [, name = "", step = ""] = FACT.exec(fact.kind) ?? [];
  const [what, became] = [names[name], steps[step as ActionStep]];
  return what && became ? { ...fact, said: `${what}: ${became}` } : fact;
}

/** The same for a conversation, where who did it stands in the sentence, and the beginning is left out. */
export function actionsInConversation<F extends { kind: string; actorName: string | null }>(facts: F[]): F[] {
  return facts.flatMap((fact) => {
    const { said, ...rest } = withActionWords(fact) as F & { said?: string };
    if (!said) return [fact];
    // What is begun ends in a moment, and that is told; a return goes its own way.
    if (fact.kind.endsWith(".started") && fact.kind !== "action.return.started") return [];
    return [{ ...(rest as unknown as F), said: fact.actorName ? `${said} (${fact.actorName})` : said }];
  });
}
