import type { Contradiction, ContradictionCode } from "../contradictions";
import type { Outcome } from "../policy-schema";
import type { ReturnReason } from "../reasons";
import { policyWords } from "./policy-staff";

type Detail = NonNullable<Contradiction["detail"]>;
const reason = (detail: Detail) => policyWords.reasons[detail.reason as ReturnReason] ?? detail.reason;
const outcome = (detail: Detail) => policyWords.outcomes[detail.outcome as Outcome] ?? detail.outcome;

/** What contradicts itself, in a sentence. */
export const contradictionWords: Record<ContradictionCode, (detail: Detail) => string> = {
  noOutcome: () => "Nothing is offered for what comes back. Offer a refund, credit or an exchange.",
  noMethod: () => "There is no way to send anything back. Choose at least one.",
  noReason: () => "No reason may be chosen, so nobody can ask for a return.",
  nothingComesBack: () =>
    "The return window is 0 days and no rule gives more, so nothing can ever come back.",
  holidayReversed: (detail) => `Season ${detail.season} ends before it begins.`,
  holidayWithoutEffect: (detail) =>
    `Season ${detail.season} gives nobody more time: its last day is within the usual window.`,
  percentAbove100: () => "More than 100 percent.",
  costsNothing: () => "A fee or bonus of nothing. Choose “None” if that is what you mean.",
  waivedNotOffered: (detail) => `A fee is waived for “${outcome(detail)}”, which is not offered.`,
  reviewNotOffered: (detail) =>
    `A person looks when somebody wants “${outcome(detail)}”, which is not offered.`,
  ruleNeverReached: (detail) =>
    `Rule ${detail.rule} never decides: rule ${detail.by} above it already fits everything it is for.`,
  ruleForEverything: (detail) =>
    `Rule ${detail.rule} names no condition, so it replaces the window for everything.`,
  ruleOfFinalSale: (detail) =>
    `Rule ${detail.rule} never decides: products tagged “${detail.tag}” are final sale.`,
  twice: (detail) => `Number ${detail.rule} is there twice. Remove one and add it again.`,
  askedButNotOffered: (detail) =>
    `Photos or answers are asked for with “${reason(detail)}”, which may not be chosen.`,
  questionEmpty: (detail) => `Question ${detail.question} for “${reason(detail)}” has no words.`,
  choicesMissing: (detail) =>
    `Question ${detail.question} for “${reason(detail)}” needs two different answers.`,
  answerUnknown: (detail) =>
    `Question ${detail.question} for “${reason(detail)}” decides by an answer nobody can give.`,
  everyAnswerRefused: (detail) =>
    `Question ${detail.question} for “${reason(detail)}” refuses every answer. Switch the reason off instead.`,
  outcomeNeverOffered: (detail) =>
    `“${outcome(detail)}” is only for reasons that may not be chosen, so nobody is offered it.`,
  reasonWithoutOutcome: (detail) => `Nothing is offered to somebody who says “${reason(detail)}”.`,
  keepNothing: () => "Keeping the item is offered for things worth nothing. Say up to which value.",
  reviewsWithoutEffect: () =>
    "A person decides every return, so the rules for looking at some change nothing.",
  everythingReviewed: () =>
    "Every return is worth more than the value from which a person looks, so none is approved at once.",
  nobodyTrusted: () => "This is for customers you trust, and the policy trusts nobody yet.",
  instantWithoutExchange: () => "Exchanges are sent before the parcel is back, but no exchange is offered.",
  qrWithoutCarrier: () =>
    "QR codes are offered, but none of your carrier accounts gives any: shoppers will not see them. Add EasyPost or Shippo under Settings, Labels.",
  labelWithoutCarrier: () =>
    "None of your carrier accounts sells labels: shoppers are offered an address label to print, and pay the postage themselves. Add EasyPost or Shippo under Settings, Labels, or choose there to upload labels.",
  postageWithoutLabel: () => "The shopper pays for a prepaid label, but none is offered.",
};
