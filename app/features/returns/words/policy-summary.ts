import { PREPAID } from "../fees";
import type { Charge, Conditions, Fee, Outcome, PolicyValue } from "../policy-schema";
import { OUTCOMES } from "../policy-schema";
import { RETURN_REASONS, type ReturnReason } from "../reasons";
import { policyWords as words } from "./policy-staff";

/** How amounts and days are written for who reads it. Amounts are minor units of the shop's currency. */
export type Writing = { money(minor: number): string; day(day: string): string };

export type Told = { title: string; lines: string[] };

/** A policy in plain sentences, part by part: what stands beside the form while it is filled in. */
export const summarise = (policy: PolicyValue, writing: Writing): Told[] =>
  [
    { title: words.sections.window, lines: windowLines(policy, writing) },
    { title: words.sections.excluded, lines: excludedLines(policy, writing) },
    { title: words.sections.reasons, lines: reasonLines(policy) },
    { title: words.sections.outcomes, lines: outcomeLines(policy, writing) },
    { title: words.sections.fees, lines: feeLines(policy, writing) },
    { title: words.sections.approve, lines: approveLines(policy, writing) },
    { title: words.sections.refunds, lines: refundLines(policy) },
  ].filter((part) => part.lines.length > 0);

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const quoted = (list: readonly string[], word = "or") =>
  listed(
    list.map((one) => `“${one}”`),
    word,
  );

function listed(list: readonly string[], word = "and"): string {
  if (list.length < 2) return list[0] ?? "";
  return `${list.slice(0, -1).join(", ")} ${word} ${list.at(-1)}`;
}
const some = (condition: boolean, ...lines: string[]) => (condition ? lines : []);
const reasons = (list: readonly ReturnReason[]) => quoted(list.map((reason) => words.reasons[reason]));
const outcomes = (list: readonly Outcome[]) => quoted(list.map((outcome) => words.outcomes[outcome]));

function windowLines({ windowDays, bufferDays, windowRules, holidays }: PolicyValue, { day }: Writing) {
  return [
    windowDays === 0
      ? "Nothing may come back, unless a rule below says so."
      : `Shoppers may ask until the end of the ${days(windowDays)} after delivery.`,
    ...some(
      windowDays > 0,
      `If the carrier never reports the delivery, until ${days(windowDays + bufferDays)} after shipping.`,
    ),
    ...windowRules.map(({ when, windowDays: own, name }) => {
      const who = conditionWords(when) || "Everything";
      const called = name ? ` (${name})` : "";
      return own === 0 ? `${who}: never comes back${called}.` : `${who}: ${days(own)}${called}.`;
    }),
    ...some(windowRules.length > 1, "Of these rules the first that fits decides."),
    ...holidays.map(
      ({ from, to, until }) =>
        `What is ordered from ${day(from)} to ${day(to)} may come back until ${day(until)}, or longer if its window is longer.`,
    ),
  ];
}

/** "Products tagged “linen”, sent to DE or AT" */
function conditionWords(when: Conditions): string {
  const parts = [
    when.productTags.length > 0 && `products tagged ${quoted(when.productTags)}`,
    when.collections.length > 0 && `products in ${quoted(when.collections)}`,
    when.countries.length > 0 && `orders to ${listed(when.countries, "or")}`,
    when.customerTags.length > 0 && `customers tagged ${quoted(when.customerTags)}`,
    when.orderTags.length > 0 && `orders tagged ${quoted(when.orderTags)}`,
    when.channels.length > 0 && `orders sold through ${quoted(when.channels)}`,
  ].filter((part): part is string => Boolean(part));
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function excludedLines(policy: PolicyValue, { money }: Writing) {
  const { finalSaleTags, finalSaleCollections, minimumValue, bundles } = policy;
  return [
    "Gift cards never come back.",
    ...some(finalSaleTags.length > 0, `Products tagged ${quoted(finalSaleTags)} do not come back.`),
    ...some(finalSaleCollections.length > 0, `Products in ${quoted(finalSaleCollections)} do not come back.`),
    ...some(minimumValue > 0, `A return must be worth at least ${money(minimumValue)}.`),
    ...some(bundles === "whole", "A bundle comes back whole or not at all."),
  ];
}

function reasonLines(policy: PolicyValue) {
  const off = RETURN_REASONS.filter((reason) => policy.reasons[reason]?.offered === false);
  const on = RETURN_REASONS.filter((reason) => !off.includes(reason));
  const photos = on.filter((reason) => (policy.reasons[reason]?.photos ?? 0) > 0);
  const asked = on.filter((reason) => (policy.reasons[reason]?.questions.length ?? 0) > 0);
  return [
    off.length === 0 ? "Every reason may be chosen." : `Nobody may choose ${reasons(off)}.`,
    ...photos.map((reason) => {
      const count = policy.reasons[reason]?.photos ?? 0;
      return `“${words.reasons[reason]}” needs ${count === 1 ? "a photo" : `${count} photos`}.`;
    }),
    ...asked.map((reason) => {
      const count = policy.reasons[reason]?.questions.length ?? 0;
      return `“${words.reasons[reason]}” asks ${count === 1 ? "a question" : `${count} questions`}.`;
    }),
  ];
}

function outcomeLines(policy: PolicyValue, writing: Writing) {
  const on = OUTCOMES.filter((outcome) => policy.outcomes[outcome].on);
  return [
    ...(on.length === 0 ? ["Nothing is offered yet."] : []),
    ...on.map((outcome) => {
      const offer = policy.outcomes[outcome];
      const bonus = "bonus" in offer ? chargeWords(offer.bonus, writing) : null;
      const only = offer.reasons.length > 0 ? `, only for ${reasons(offer.reasons)}` : "";
      const under =
        outcome === "keep" ? `, for things worth at most ${writing.money(policy.outcomes.keep.under)}` : "";
      return `${words.outcomes[outcome]}${bonus ? ` with ${bonus} on top` : ""}${under}${only}.`;
    }),
    policy.methods.length === 0
      ? "There is no way to send anything back yet."
      : `It travels by ${listed(
          policy.methods.map((method) => words.methods[method].toLowerCase().replace("qr", "QR")),
          "or",
        )}.`,
  ];
}

/** "10 %" or "£2.50"; null for nothing. */
const chargeWords = ({ kind, percent, flat }: Charge, { money }: Writing): string | null =>
  kind === "percent" ? `${percent}%` : kind === "flat" ? money(flat) : null;

function feeLines({ methods, shipping, returnFee, restockingFee }: PolicyValue, writing: Writing) {
  const fee = (name: string, charge: Fee, each: string) => {
    const amount = chargeWords(charge, writing);
    return some(amount !== null, `${name} of ${amount} ${each}${exceptions(charge)}.`);
  };
  return [
    ...some(
      methods.some((method) => PREPAID.includes(method)),
      shipping.paidBy === "merchant"
        ? "The shop pays for prepaid labels."
        : `${writing.money(shipping.flat)} is deducted for a prepaid label${exceptions(shipping)}.`,
    ),
    ...fee("A return fee", returnFee, "is deducted once a return"),
    ...fee(
      "A restocking fee",
      restockingFee,
      restockingFee.kind === "flat" ? "is deducted for each piece" : "is deducted from each item",
    ),
  ];
}

function exceptions(fee: {
  waivedReasons: readonly ReturnReason[];
  waivedOutcomes: readonly Outcome[];
}): string {
  const except = [
    ...some(fee.waivedReasons.length > 0, reasons(fee.waivedReasons)),
    ...some(fee.waivedOutcomes.length > 0, outcomes(fee.waivedOutcomes)),
  ];
  return except.length > 0 ? `, except for ${except.join(" and ")}` : "";
}

function approveLines(policy: PolicyValue, { money }: Writing) {
  const { review, autoApprove } = policy;
  if (!autoApprove) return ["Each return waits for a person to approve or decline it."];
  const reviewed = RETURN_REASONS.filter((reason) => policy.reasons[reason]?.review);
  const looks = [
    ...(review.valueAbove === null ? [] : [`it is worth more than ${money(review.valueAbove)}`]),
    ...(review.returnsAbove === null
      ? []
      : [`the customer returned more than ${review.returnsAbove} times in ${days(review.days)}`]),
    ...(review.rateAbove === null
      ? []
      : [`more than ${review.rateAbove}% of their orders came back in ${days(review.days)}`]),
    ...some(review.customerTags.length > 0, `the customer is tagged ${quoted(review.customerTags)}`),
    ...some(reviewed.length > 0, `the reason is ${reasons(reviewed)}`),
    ...some(review.outcomes.length > 0, `they want ${outcomes(review.outcomes)}`),
    ...some(review.gifts, "it is the return of a gift"),
  ];
  return [
    "A return that fits is approved at once.",
    ...some(looks.length > 0, `A person looks at it when ${listed(looks, "or")}.`),
  ];
}

function refundLines({ refund, instantExchange, dearerExchange, outcomes, trusted }: PolicyValue) {
  const who = listed(
    [
      ...some(trusted.customerTags.length > 0, `anybody tagged ${quoted(trusted.customerTags)}`),
      ...(trusted.ordersAtLeast === null
        ? []
        : [
            `anybody with ${trusted.ordersAtLeast} or more orders of which at most ${trusted.rateAtMost}% came back`,
          ]),
    ],
    "and",
  );
  const usesTrust =
    refund.when === "instantForTrusted" || (instantExchange.on && instantExchange.trustedOnly);
  return [
    `${words.refundWhen[refund.when]}.`,
    ...some(
      refund.when === "instantForTrusted",
      `For everybody else: ${words.refundWhen[refund.others].toLowerCase()}.`,
    ),
    `Shoppers are promised their refund within ${refund.withinDays === 1 ? "1 working day" : `${refund.withinDays} working days`} of the parcel's arrival.`,
    ...some(
      instantExchange.on,
      `An exchange is sent before the parcel is back${instantExchange.trustedOnly ? ", to customers you trust" : ""}. The parcel is due within ${days(instantExchange.deadlineDays)}; ${
        instantExchange.whenLate === "invoice"
          ? "when it does not come, the shopper is sent an invoice for what was sent"
          : "when it does not come, staff are told"
      }.`,
    ),
    ...some(
      dearerExchange.hold && (outcomes.exchange.on || outcomes.exchangeAny.on),
      `An exchange that costs more is packed once the difference is paid, and waits ${days(dearerExchange.waitDays)} for it${
        dearerExchange.unpaid === "send" ? "; then it is sent all the same" : "; then staff are told"
      }.`,
    ),
    ...some(usesTrust, who ? `You trust ${who}.` : "You trust nobody yet."),
  ];
}
