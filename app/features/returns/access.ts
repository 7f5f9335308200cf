import type { OptionalAccess } from "~/platform/shopify/scopes";
import type { EntryKind } from "./ledger-store.server";
import type { PolicyValue } from "./policy-schema";
import type { Problem } from "./problem";
import { staffWords } from "./words/staff";

const says = staffWords.problems.notAllowed;

/** What a policy needs the merchant's permission for: a gift card stands in where there is no customer account. */
export const accessForPolicy = ({
  outcomes,
  dearerExchange,
}: Pick<PolicyValue, "outcomes" | "dearerExchange">): OptionalAccess[] => [
  ...(outcomes.credit.on ? (["storeCredit", "giftCards"] as const) : []),
  ...(dearerExchange.hold && (outcomes.exchange.on || outcomes.exchangeAny.on) ? (["holds"] as const) : []),
];

/**
 * What promised payouts need it for. A bonus goes where the credit it comes on top of goes: onto the gift card, if
 * there is one, or to who has no account.
 */
export function accessForPayout(open: readonly EntryKind[], hasAccount: boolean): OptionalAccess[] {
  const onCard = open.includes("giftCard") || (open.includes("bonus") && !hasAccount);
  const onAccount = open.includes("credit") || (open.includes("bonus") && !onCard);
  return [...(onAccount ? (["storeCredit"] as const) : []), ...(onCard ? (["giftCards"] as const) : [])];
}

/** What is missing, as one key of the words about it; null when nothing is. */
export function accessKey(missing: readonly OptionalAccess[]): keyof typeof says | null {
  const paying = missing.filter((one) => one !== "holds");
  // Of several the payout's own comes first: the rest is said once that is there.
  return paying.length > 1 ? "both" : (paying[0] ?? missing[0] ?? null);
}

/** Why a payout stopped for want of a permission; null when it need not. */
export function accessSentence(missing: readonly OptionalAccess[]): string | null {
  const key = accessKey(missing);
  return key && says[key];
}

/** Which permission a kept problem waits for: none, for any other problem. */
export function accessOf(problem: Problem | null): OptionalAccess[] {
  switch (problem?.message) {
    case says.storeCredit:
      return ["storeCredit"];
    case says.giftCards:
      return ["giftCards"];
    case says.holds:
      return ["holds"];
    case says.both:
      return ["storeCredit", "giftCards"];
    default:
      return [];
  }
}
