import { addDays } from "~/values/calendar";
import { answersOf } from "./offers";
import { type Conditions, OUTCOMES, type Outcome, type PolicyValue, type Question } from "./policy-schema";
import { RETURN_REASONS, type ReturnReason } from "./reasons";

/** What does not make sense in a policy. A `stop` keeps it from being published, a `hint` only says so. */
export type Contradiction = {
  code: ContradictionCode;
  weight: "stop" | "hint";
  /** the field it is about, as a path: "windowRules.2.when" */
  path: string;
  /** what the sentence names: rules by number (from 1), reasons and outcomes by key */
  detail?: Record<string, string | number>;
};

export const CONTRADICTIONS = [
  "noOutcome",
  "noMethod",
  "noReason",
  "nothingComesBack",
  "holidayReversed",
  "holidayWithoutEffect",
  "percentAbove100",
  "costsNothing",
  "waivedNotOffered",
  "reviewNotOffered",
  "ruleNeverReached",
  "ruleForEverything",
  "ruleOfFinalSale",
  "twice",
  "askedButNotOffered",
  "questionEmpty",
  "choicesMissing",
  "answerUnknown",
  "everyAnswerRefused",
  "outcomeNeverOffered",
  "reasonWithoutOutcome",
  "keepNothing",
  "reviewsWithoutEffect",
  "everythingReviewed",
  "nobodyTrusted",
  "instantWithoutExchange",
  "postageWithoutLabel",
  "qrWithoutCarrier",
  "labelWithoutCarrier",
] as const;
export type ContradictionCode = (typeof CONTRADICTIONS)[number];

/** What the shop can do beside its policy. */
export type ShopMeans = {
  /** does one of its carriers' accounts give QR codes? */
  sellsQrCodes: boolean;
  /** does one of them sell labels, or do staff upload them? */
  hasPrepaidLabels: boolean;
};

/** All that contradicts itself in a policy, or what the shop can do, in the order of its form. */
export const contradictions = (
  policy: PolicyValue,
  means: ShopMeans = { sellsQrCodes: true, hasPrepaidLabels: true },
): Contradiction[] => [
  ...ofWindows(policy),
  ...ofHolidays(policy),
  ...ofReasons(policy),
  ...ofOutcomes(policy),
  ...when(
    policy.methods.includes("qr") && !means.sellsQrCodes,
    policy.methods.length === 1 ? stop("qrWithoutCarrier", "methods") : hint("qrWithoutCarrier", "methods"),
  ),
  ...when(
    policy.methods.includes("label") && !means.hasPrepaidLabels,
    hint("labelWithoutCarrier", "methods"),
  ),
  ...ofFees(policy),
  ...ofReviews(policy),
  ...ofRefunds(policy),
];

/** May it be published? */
export const mayPublish = (found: readonly Contradiction[]): boolean =>
  found.every((one) => one.weight === "hint");

const stop = (code: ContradictionCode, path: string, detail?: Contradiction["detail"]): Contradiction => ({
  code,
  weight: "stop",
  path,
  ...(detail ? { detail } : {}),
});
const hint = (...given: Parameters<typeof stop>): Contradiction => ({ ...stop(...given), weight: "hint" });
const when = (holds: boolean, one: Contradiction): Contradiction[] => (holds ? [one] : []);

const PARTS = [
  "productTags",
  "collections",
  "countries",
  "customerTags",
  "orderTags",
  "channels",
] as const satisfies readonly (keyof Conditions)[];

const folded = (list: readonly string[]) => new Set(list.map((one) => one.trim().toLowerCase()));

/** Does everything that meets `inner` meet `outer` too? */
const covers = (outer: Conditions, inner: Conditions): boolean =>
  PARTS.every((part) => {
    if (outer[part].length === 0) return true;
    const allowed = folded(outer[part]);
    return inner[part].length > 0 && [...folded(inner[part])].every((one) => allowed.has(one));
  });

const isEmpty = (conditions: Conditions) => PARTS.every((part) => conditions[part].length === 0);

function ofWindows(policy: PolicyValue): Contradiction[] {
  const { windowRules, windowDays, finalSaleTags } = policy;
  const final = folded(finalSaleTags);
  return [
    ...when(
      windowDays === 0 && !windowRules.some((rule) => rule.windowDays > 0),
      policy.autoApprove ? stop("nothingComesBack", "windowDays") : hint("nothingComesBack", "windowDays"),
    ),
    ...windowRules.flatMap((rule, at): Contradiction[] => {
      const path = `windowRules.${at}`;
      const earlier = windowRules.findIndex((other, before) => before < at && covers(other.when, rule.when));
      const { productTags } = rule.when;
      return [
        ...when(
          windowRules.findIndex((other) => other.id === rule.id) < at,
          stop("twice", path, { rule: at + 1 }),
        ),
        ...when(earlier !== -1, stop("ruleNeverReached", path, { rule: at + 1, by: earlier + 1 })),
        ...when(isEmpty(rule.when), hint("ruleForEverything", path, { rule: at + 1 })),
        ...when(
          productTags.length > 0 && [...folded(productTags)].every((tag) => final.has(tag)),
          stop("ruleOfFinalSale", path, { rule: at + 1, tag: productTags[0] ?? "" }),
        ),
      ];
    }),
  ];
}

const ofHolidays = ({ holidays, windowDays }: PolicyValue): Contradiction[] =>
  holidays.flatMap(({ from, to, until, id }, at) => {
    const path = `holidays.${at}`;
    if (to < from || until < to) return [stop("holidayReversed", path, { season: at + 1 })];
    return [
      ...when(holidays.findIndex((other) => other.id === id) < at, stop("twice", path, { rule: at + 1 })),
      // whatever was placed in it may come back that long anyway
      ...when(until <= addDays(from, windowDays), hint("holidayWithoutEffect", path, { season: at + 1 })),
    ];
  });

const offered = (policy: PolicyValue): ReturnReason[] =>
  RETURN_REASONS.filter((reason) => policy.reasons[reason]?.offered !== false);

function ofReasons(policy: PolicyValue): Contradiction[] {
  return [
    ...when(offered(policy).length === 0, stop("noReason", "reasons")),
    ...RETURN_REASONS.flatMap((reason): Contradiction[] => {
      const rule = policy.reasons[reason];
      if (!rule) return [];
      const path = `reasons.${reason}`;
      if (!rule.offered)
        return when(
          rule.photos > 0 || rule.questions.length > 0,
          hint("askedButNotOffered", path, { reason }),
        );
      return rule.questions.flatMap((question, at) =>
        ofQuestion(question, `${path}.questions.${at}`, rule.questions, { reason, question: at + 1 }),
      );
    }),
  ];
}

function ofQuestion(
  question: Question,
  path: string,
  all: readonly Question[],
  detail: { reason: string; question: number },
): Contradiction[] {
  const answers = answersOf(question);
  const named = [...question.refuse, ...question.review];
  return [
    ...when(
      all.findIndex((other) => other.id === question.id) < all.indexOf(question),
      stop("twice", path, { rule: detail.question }),
    ),
    ...when(
      question.text === "" || (question.kind === "choice" && question.choices.some((one) => one.text === "")),
      stop("questionEmpty", path, detail),
    ),
    ...when(new Set(answers).size < 2, stop("choicesMissing", path, detail)),
    ...when(
      named.some((answer) => !answers.includes(answer)),
      stop("answerUnknown", path, detail),
    ),
    ...when(
      answers.length > 0 && answers.every((answer) => question.refuse.includes(answer)),
      stop("everyAnswerRefused", path, detail),
    ),
  ];
}

function ofOutcomes(policy: PolicyValue): Contradiction[] {
  const { outcomes, methods } = policy;
  const on = OUTCOMES.filter((outcome) => outcomes[outcome].on);
  if (on.length === 0) return [stop("noOutcome", "outcomes")];
  const reasons = offered(policy);
  const open = (outcome: Outcome, reason: ReturnReason) =>
    outcomes[outcome].reasons.length === 0 || outcomes[outcome].reasons.includes(reason);
  return [
    ...on.flatMap((outcome) =>
      when(
        reasons.length > 0 && !reasons.some((reason) => open(outcome, reason)),
        stop("outcomeNeverOffered", `outcomes.${outcome}`, { outcome }),
      ),
    ),
    ...reasons.flatMap((reason) =>
      when(
        !on.some((outcome) => outcome !== "keep" && open(outcome, reason)),
        stop("reasonWithoutOutcome", `reasons.${reason}`, { reason }),
      ),
    ),
    ...when(outcomes.keep.on && outcomes.keep.under === 0, stop("keepNothing", "outcomes.keep.under")),
    ...when(methods.length === 0, stop("noMethod", "methods")),
    ...(["credit", "exchangeAny"] as const).flatMap((outcome) =>
      ofCharge(outcomes[outcome].bonus, `outcomes.${outcome}.bonus`),
    ),
  ];
}

function ofCharge(
  charge: PolicyValue["returnFee"] | { kind: string; percent: number; flat: number },
  path: string,
) {
  return [
    ...when(charge.kind === "percent" && charge.percent > 100, stop("percentAbove100", `${path}.percent`)),
    ...when(charge.kind === "percent" && charge.percent === 0, hint("costsNothing", `${path}.percent`)),
    ...when(charge.kind === "flat" && charge.flat === 0, hint("costsNothing", `${path}.flat`)),
  ];
}

function ofFees({ shipping, restockingFee, returnFee, outcomes, methods }: PolicyValue): Contradiction[] {
  const waived = (path: string, fee: { waivedOutcomes: readonly Outcome[] }) =>
    fee.waivedOutcomes
      .filter((outcome) => !outcomes[outcome].on)
      .map((outcome) => hint("waivedNotOffered", `${path}.waivedOutcomes`, { outcome }));
  const paid = shipping.paidBy === "shopper";
  return [
    ...when(paid && shipping.flat === 0, hint("costsNothing", "shipping.flat")),
    ...when(
      paid && !methods.includes("label") && !methods.includes("qr"),
      hint("postageWithoutLabel", "shipping.paidBy"),
    ),
    ...(paid ? waived("shipping", shipping) : []),
    ...ofCharge(returnFee, "returnFee"),
    ...(returnFee.kind === "none" ? [] : waived("returnFee", returnFee)),
    ...ofCharge(restockingFee, "restockingFee"),
    ...(restockingFee.kind === "none" ? [] : waived("restockingFee", restockingFee)),
  ];
}

function ofReviews({ review, autoApprove, minimumValue, reasons, outcomes }: PolicyValue): Contradiction[] {
  const asked =
    review.valueAbove !== null ||
    review.returnsAbove !== null ||
    review.rateAbove !== null ||
    review.customerTags.length > 0 ||
    review.outcomes.length > 0 ||
    review.gifts ||
    Object.values(reasons).some((rule) => rule?.review);
  return [
    ...when(!autoApprove && asked, hint("reviewsWithoutEffect", "autoApprove")),
    ...when(
      autoApprove && review.valueAbove !== null && minimumValue > review.valueAbove,
      hint("everythingReviewed", "review.valueAbove"),
    ),
    ...when((review.rateAbove ?? 0) > 100, stop("percentAbove100", "review.rateAbove")),
    ...review.outcomes
      .filter((outcome) => !outcomes[outcome].on)
      .map((outcome) => hint("reviewNotOffered", "review.outcomes", { outcome })),
  ];
}

function ofRefunds({ refund, instantExchange, trusted, outcomes }: PolicyValue): Contradiction[] {
  const nobody = trusted.customerTags.length === 0 && trusted.ordersAtLeast === null;
  const exchanges = outcomes.exchange.on || outcomes.exchangeAny.on || outcomes.replacement.on;
  return [
    ...when(refund.when === "instantForTrusted" && nobody, hint("nobodyTrusted", "refund.when")),
    ...when(
      instantExchange.on && instantExchange.trustedOnly && nobody,
      hint("nobodyTrusted", "instantExchange.trustedOnly"),
    ),
    ...when(instantExchange.on && !exchanges, stop("instantWithoutExchange", "instantExchange.on")),
    ...when(trusted.rateAtMost > 100, stop("percentAbove100", "trusted.rateAtMost")),
  ];
}
