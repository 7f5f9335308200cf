import type { Keyword } from "~/platform/channels/sms/keywords";
import { smsSize } from "~/platform/channels/sms/segments";
import type { Kind } from "./kind";

/** News to phones goes besides the mail, and only when its mail went out: one set of rules decides on both. */

/** A telephone number as networks take it (E.164), or null when it is none: "+44 7700 900123" → "+447700900123". */
export function phoneOf(typed: string | null): string | null {
  const number = (typed ?? "").replace(/[\s().-]+/g, "").replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/** Kinds that may go to a phone: what concerns whoever ordered, by the order's own number. */
export const mayText = ({ channels, audience, group }: Kind): boolean =>
  channels.includes("sms") && audience === "shopper" && group !== "returns";

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

/** What somebody said of messages to their phone; null: never asked. */
export type Consent = {
  transactional: "given" | "refused" | null;
  marketing: "given" | "refused" | null;
};

/**
 * Consent after a keyword. Ending ends all; resuming brings back news of orders and nothing more, since nobody
 * asks for advertising by it.
 */
export function consentAfter(before: Consent | null, keyword: Exclude<Keyword, "help">): Consent {
  if (keyword === "stop") return { transactional: "refused", marketing: "refused" };
  return { transactional: "given", marketing: before?.marketing ?? null };
}
