import type { TextChannelKey } from "~/platform/channels/registry";
import type { Keyword } from "~/platform/channels/sms/keywords";
import { smsSize } from "~/platform/channels/sms/segments";
import type { Kind } from "./kind";
import type { Step } from "./store.server";

/**
 * News to phones goes besides the mail, when its mail went out, or in its place where the order has no address: one
 * set of rules decides on both.
 */

/** A telephone number as networks take it (E.164), or null when it is none: "+44 7700 900123" → "+447700900123". */
export function phoneOf(typed: string | null): string | null {
  const number = (typed ?? "").replace(/[\s().-]+/g, "").replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/**
 * Kinds that may go to a phone: what concerns whoever ordered, by the order's own number. A return is theirs unless it
 * is of a gift, which is decided on with the return.
 */
export const mayText = ({ channels, audience }: Kind, channel: TextChannelKey): boolean =>
  channels.includes(channel) && audience !== "writer";

/** What a phone shows: the news, where to see more, how to end it. */
export const textOf = (subject: string, url: string, ending: string): string =>
  `${subject}\n${url}\n${ending}`;

export type TextCost = ReturnType<typeof smsSize> & {
  /** in millionths of the account's currency; null when nobody said what a segment costs */
  micros: bigint | null;
};

/** What a text takes, and costs at `segmentPrice` millionths a segment. */
export function textCost(text: string, segmentPrice: bigint | null): TextCost {
  const size = smsSize(text);
  return { ...size, micros: segmentPrice === null ? null : segmentPrice * BigInt(size.segments) };
}

/** Noted of a try whose answer was lost (`Unclear`). */
export const NO_ANSWER = "noAnswer";
/** News of a message that was sent comes within seconds: after so long without, it was not. */
const HEARD_WITHIN_MS = 2 * 60_000;

/**
 * What an earlier try says of one that is about to be made with a provider that cannot be asked: "wait", while it
 * may still be heard that the message was sent; "lost", when a try ended without a word, not even ours.
 * `attempts` counts the new one, too; every try of such a provider that failed is in the trace.
 */
export function beforeTryingAgain(
  attempts: number,
  trace: readonly Pick<Step, "at" | "did" | "why">[],
  now: Date,
): "wait" | "lost" | null {
  const tries = trace.filter(({ did }) => did === "tried");
  if (attempts - 1 > tries.length) return "lost";
  const last = tries.at(-1);
  const since = last?.why === NO_ANSWER ? now.getTime() - Date.parse(last.at) : Number.POSITIVE_INFINITY;
  return since < HEARD_WITHIN_MS ? "wait" : null;
}

/** What somebody said of messages to their phone; null: never asked. */
export type Consent = {
  transactional: "given" | "refused" | null;
  marketing: "given" | "refused" | null;
};

/** Why nothing goes to a number, by what its owner said; null: it may. */
export function whyNoText(said: Consent | undefined, onlyAgreed: boolean): "optedOut" | "notAgreed" | null {
  if (said?.transactional === "refused") return "optedOut";
  return onlyAgreed && said?.transactional !== "given" ? "notAgreed" : null;
}

/**
 * Consent after a keyword. Ending ends all; resuming brings back news of orders and nothing more, since nobody
 * asks for advertising by it.
 */
export function consentAfter(before: Consent | null, keyword: Exclude<Keyword, "help">): Consent {
  if (keyword === "stop") return { transactional: "refused", marketing: "refused" };
  return { transactional: "given", marketing: before?.marketing ?? null };
}
