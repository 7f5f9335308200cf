import type { ShopifyReturn } from "~/platform/shopify/nouns";
import { ok, type Result, refuse } from "~/values/result";

/** Where a return can be. */
export const RETURN_STATES = [
  "requested",
  "approved",
  "labelled",
  "received",
  "refunded",
  "closed",
  "declined",
  "cancelled",
] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** Does a return in this state keep its things from being returned again? */
export const holds = (state: ReturnState): boolean => state !== "declined" && state !== "cancelled";

/** What can be done with a return, the states in which it may be, and the state that follows. */
const STEPS = {
  approve: { from: ["requested"], to: "approved" },
  decline: { from: ["requested"], to: "declined" },
  cancel: { from: ["requested", "approved", "labelled"], to: "cancelled" },
  label: { from: ["approved"], to: "labelled" },
  // "refunded": it was paid before the parcel came
  receive: { from: ["approved", "labelled", "received", "refunded"], to: "received" },
  startRefund: { from: ["received"], to: "received" },
  refunded: { from: ["approved", "labelled", "received", "closed"], to: "refunded" },
  close: { from: ["approved", "labelled", "received", "refunded"], to: "closed" },
  reopen: { from: ["closed"], to: "approved" },
} as const satisfies Record<string, { from: readonly ReturnState[]; to: ReturnState }>;
export type ReturnStep = keyof typeof STEPS;

/** May this be done with a return in this state? */
export const mayStep = (state: ReturnState, step: ReturnStep): boolean =>
  (STEPS[step].from as readonly ReturnState[]).includes(state);

const IN_ORDER: readonly ReturnState[] = [
  "requested",
  "approved",
  "labelled",
  "received",
  "refunded",
  "closed",
];

/**
 * The state after a step. Refuses `returns.alreadyDecided` when the return is past it or over,
 * `returns.notAllowedNow` when it is not its turn.
 */
export function step(state: ReturnState, step: ReturnStep): Result<ReturnState> {
  if (mayStep(state, step)) return ok(STEPS[step].to);
  const to = IN_ORDER.indexOf(STEPS[step].to);
  const past = !holds(state) || step === "decline" || (to >= 0 && IN_ORDER.indexOf(state) >= to);
  return refuse(past ? "returns.alreadyDecided" : "returns.notAllowedNow", { state });
}

/** Shoppers may take a return back until they have handed it in, or something was sent to them for it. */
export const shopperMayCancel = (state: ReturnState, handedIn: boolean): boolean =>
  !handedIn && mayStep(state, "cancel");

/**
 * May staff take something off this line of a return? Until some of it came. An exchange that Shopify holds already
 * stays as it is: its goods are set aside for it.
 */
export function mayTrim(
  of: { state: ReturnState },
  line: { outcome: string; receivedQuantity: number; disposition: string | null },
): boolean {
  if (!["requested", "approved", "labelled", "received"].includes(of.state)) return false;
  if (line.receivedQuantity > 0 || line.disposition !== null) return false;
  return of.state === "requested" || !["exchange", "exchangeAny", "replacement"].includes(line.outcome);
}

/** What our return must do to follow what staff did with it in Shopify's own admin. */
export type Following = "approve" | "decline" | "cancel" | "close" | "reopen";

const OPEN_HERE: readonly ReturnState[] = ["requested", "approved", "labelled"];

/**
 * What follows from Shopify's state of a return whose state here is `ours`; null when nothing does. What was
 * ended here and not yet there is left alone: the news of it is on its way to Shopify.
 */
export function follow(ours: ReturnState, theirs: ShopifyReturn["status"]): Following | null {
  if (theirs === "open") return ours === "requested" ? "approve" : ours === "closed" ? "reopen" : null;
  if (theirs === "declined") return OPEN_HERE.includes(ours) ? "decline" : null;
  if (theirs === "cancelled") return OPEN_HERE.includes(ours) || ours === "received" ? "cancel" : null;
  if (theirs === "closed") return holds(ours) && ours !== "closed" ? "close" : null;
  return null;
}

/** The state of a return that was made in Shopify's own admin and is new to us. */
export const adoptedState = (theirs: ShopifyReturn["status"]): ReturnState =>
  theirs === "open" ? "approved" : theirs;

/** The state a reopened return goes back to: the furthest it had come. */
export const reopenedState = (had: {
  receivedAt: Date | null;
  refundedAt: Date | null;
  labelledAt: Date | null;
}): ReturnState =>
  had.refundedAt ? "refunded" : had.receivedAt ? "received" : had.labelledAt ? "labelled" : "approved";
