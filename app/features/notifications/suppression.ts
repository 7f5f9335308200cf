import type { BounceReason } from "~/platform/channels/email/bounce-reasons";
import { DAY } from "./kind";

/**
 * Who is not written to any more. What came back (cause "bounce") bars everything; what somebody wishes (cause
 * "wish": a complaint, or unsubscribing) only what they may do without.
 */
export type Cause = "bounce" | "wish";
export const CAUSES: readonly Cause[] = ["bounce", "wish"];

export type Scope = "everything" | "optional" | "none";

/** Why an address is not written to, for staff to read. */
export const BAR_REASONS = ["addressDead", "bouncing", "complained", "unsubscribed"] as const;
export type BarReason = (typeof BAR_REASONS)[number];

/** A bounce that passes by itself: of which message, and when. */
export type SoftBounce = { message: string; at: string };

export type Suppression = {
  scope: Scope;
  reason: BarReason;
  /** the enhanced status code (RFC 3463) of the bounce */
  status: string | null;
  since: Date;
  /** null: until staff lift it */
  until: Date | null;
  soft: SoftBounce[];
};

/** What came back of one message. */
export type Bounce = { message: string; reason: BounceReason; status: string | null; permanent: boolean };

/** So many bounces that pass by themselves, within so long, and the address rests for so long. */
const MOST_SOFT = 3;
const SOFT_WITHIN = 30 * DAY;
const REST = 7 * DAY;

/** What is the address's fault, or its server's: not what we or the mail are blamed for. */
const OF_THE_ADDRESS: ReadonlySet<BounceReason> = new Set([
  "userunknown",
  "hostunknown",
  "hasmoved",
  "notaccept",
  "mailboxfull",
  "suspend",
  "filtered",
  "expired",
  "networkerror",
  "systemerror",
  "mailererror",
  "exceedlimit",
  "undefined",
]);

/** Does this say that the message did not arrive? Notices of delay and of success, and complaints, do not. */
export const didNotArrive = ({ reason }: Pick<Bounce, "reason">): boolean =>
  reason !== "delivered" && reason !== "delayed" && reason !== "feedback";

export const causeOf = ({ reason }: Pick<Bounce, "reason">): Cause =>
  reason === "feedback" ? "wish" : "bounce";

/** What is known of an address after a bounce; null when nothing has changed. `before` is of the same cause. */
export function afterBounce(before: Suppression | null, bounce: Bounce, now: Date): Suppression | null {
  const { status, reason } = bounce;
  const bar = { status, since: now, soft: [] };
  if (reason === "feedback")
    return isInForce(before, now) ? null : { ...bar, scope: "optional", reason: "complained", until: null };
  if (!didNotArrive(bounce) || (isInForce(before, now) && before.until === null)) return null;
  if (bounce.permanent) return { ...bar, scope: "everything", reason: "addressDead", until: null };
  if (!OF_THE_ADDRESS.has(reason)) return null;
  return afterSoft(before, bounce, now);
}

function afterSoft(before: Suppression | null, bounce: Bounce, now: Date): Suppression | null {
  const soft = (before?.soft ?? []).filter(({ at }) => now.getTime() - Date.parse(at) < SOFT_WITHIN);
  if (isInForce(before, now) || soft.some(({ message }) => message === bounce.message)) return null;
  soft.push({ message: bounce.message, at: now.toISOString() });
  const { status } = bounce;
  if (soft.length < MOST_SOFT)
    return { scope: "none", reason: "bouncing", status, since: now, until: null, soft };
  const until = new Date(now.getTime() + REST);
  return { scope: "everything", reason: "bouncing", status, since: now, until, soft: [] };
}

/** Is the address barred by it now? */
export const isInForce = (known: Suppression | null, now: Date): known is Suppression =>
  known !== null && known.scope !== "none" && (known.until === null || known.until > now);
