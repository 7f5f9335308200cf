import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";

/**
 * Error codes of Meta's Cloud API, by who must act; Meta asks to go by the code, not by its title:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const TRY_AGAIN: Readonly<Record<number, string>> = {
  1: "an unknown error",
  2: "a service that is down or overloaded",
  4: "too many calls of this app",
  80007: "too many calls of this business account",
  130429: "too many messages at once",
  131000: "an unknown error",
  131016: "a service that is overloaded",
  131056: "too many messages to this person at once",
  131057: "a business account under maintenance",
  133004: "a server that is down",
};

/** Nobody can mend these for this one message. */
const NEVER_MIND: Readonly<Record<number, string>> = {
  130472: "this person is part of an experiment of Meta’s and gets none of this",
  131021: "the number is the shop’s own",
  131026: "this number takes no WhatsApp messages, or not of this sort",
  131047: "more than 24 hours since they wrote: only an approved template may go",
  131049: "Meta holds such messages back from this person for now",
  131050: "this person has stopped the shop’s marketing messages",
};

const NEEDS_MERCHANT: Readonly<Record<number, string>> = {
  0: "the access token has expired, or was withdrawn",
  3: "the access token may not do this",
  10: "the access token may not do this",
  33: "there is no such phone number ID, or the token may not see it",
  100: "a value that Meta does not take; check the phone number ID and the template’s parameters",
  190: "the access token has expired",
  368: "the business account is blocked for now, for what it sent",
  130497: "the business account may not write to this country",
  131005: "the access token may not do this",
  131008: "a parameter is missing",
  131009: "a parameter is of the wrong sort; check the phone number ID",
  131031: "the business account is locked",
  131037: "the phone number’s display name is not approved",
  131042: "the business account has no valid way to pay",
  131045: "the phone number is not registered",
  131048: "too many of the number’s messages were blocked or reported",
  132000: "the template has another number of parameters",
  132001: "there is no such template in this language, or it is not approved",
  132005: "the filled-in template is too long",
  132007: "the template goes against Meta’s policy",
  132012: "a parameter of the template is of another form",
  132015: "the template is paused, for its quality",
  132016: "the template is disabled for good, for its quality",
  132018: "a parameter of the template has a character that it may not have",
  133010: "the phone number is not registered at the Cloud API",
};

const sayOf = (code: number): string | undefined =>
  TRY_AGAIN[code] ??
  NEVER_MIND[code] ??
  NEEDS_MERCHANT[code] ??
  (isPermission(code) ? NEEDS_MERCHANT[10] : undefined);

/** "API Permission": 200 to 299 */
const isPermission = (code: number) => code >= 200 && code <= 299;

/** What a code means, in a sentence for staff: never with anything of the message. */
export const inWords = (code: number): string => `WhatsApp: ${sayOf(code) ?? "refused"} (${code})`;

/** The failure of a request, by its code, or by its HTTP status where it has none that we know. */
export function failureOf(code: number | null, status: number): Error {
  const says = code === null ? `WhatsApp answered ${status}` : inWords(code);
  if (code !== null && code in TRY_AGAIN) return new TryAgain(says);
  if (code !== null && code in NEVER_MIND) return new NeverMind(says);
  const known = code !== null && sayOf(code) !== undefined;
  if (!known && (status === 429 || status >= 500)) return new TryAgain(says);
  return new NeedsMerchant(says);
}
