import type { ReturnState } from "./states";

/** A return that was approved, as far as it decides whether more can still be put on it. */
export type Joinable = {
  state: ReturnState;
  source: string;
  method: string;
  giftEmail: string | null;
  gift: boolean;
  receivedAt: Date | null;
  exchangeSentAt: Date | null;
  lines: readonly { outcome: string }[];
  /** the carrier has seen its parcel */
  scanned: boolean;
  /** something was paid for it or is about to be */
  paidFor: boolean;
  /** its label went with papers that list what is inside */
  declared: boolean;
};

/** What somebody wants to put on it, as it was decided. */
export type Joining = {
  method: string;
  giftEmail: string | null;
  next: "approve" | "review";
  outcomes: readonly string[];
};

/** What is sent instead is set aside at Shopify with the return itself, and what is kept is paid at once. */
const WAITS_FOR_GOODS = ["refund", "credit"];

/**
 * Can more be put on an approved return, under its number and its label? Until the parcel is handed in, and where
 * the policy approves what is added as it approved the rest. Shopify has no way to add lines to a return: the one
 * there is cancelled and made anew with all of them, which it allows until anything of it was processed. Whatever
 * cannot be joined is a further return, shown with the first.
 */
export const mayJoin = (to: Joinable, what: Joining): boolean =>
  (to.state === "approved" || to.state === "labelled") &&
  to.source !== "shopify" &&
  to.receivedAt === null &&
  to.exchangeSentAt === null &&
  !to.scanned &&
  !to.paidFor &&
  !to.declared &&
  isTheSame(to, what) &&
  what.next === "approve" &&
  to.method === what.method &&
  [...to.lines.map((line) => line.outcome), ...what.outcomes].every((one) => WAITS_FOR_GOODS.includes(one));

/** Is it the same person's? A gift's return is only its recipient's. */
export const isTheSame = (
  to: Pick<Joinable, "gift" | "giftEmail">,
  what: Pick<Joining, "giftEmail">,
): boolean => to.gift === Boolean(what.giftEmail) && (to.giftEmail ?? null) === (what.giftEmail ?? null);
