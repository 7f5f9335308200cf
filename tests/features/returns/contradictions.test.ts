import { describe, expect, it } from "vitest";
import { CONTRADICTIONS, contradictions, mayPublish } from "~/features/returns/contradictions";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { contradictionWords } from "~/features/returns/words/policy-contradictions";
import { summarise } from "~/features/returns/words/policy-summary";

const found = (policy: PolicyInput) => contradictions(policySchema.parse(policy));
const rule = (over: object) => ({ id: "a", windowDays: 60, when: {}, ...over });
const season = (from: string, to: string, until: string) => ({ holidays: [{ id: "x", from, to, until }] });
const asks = (over: object) => ({
  reasons: { style: { questions: [{ id: "q", text: "Worn?", kind: "yesNo" as const, ...over }] } },
});

/** One policy for each contradiction, and the field it leads to. */
const CASES: [string, PolicyInput, string][] = [
  ["noOutcome", { outcomes: { refund: { on: false } } }, "outcomes"],
  ["noMethod", { methods: [] }, "methods"],
  ["nothingComesBack", { windowDays: 0, autoApprove: true }, "windowDays"],
  ["holidayReversed", season("2026-12-24", "2026-11-01", "2027-01-31"), "holidays.0"],
  ["holidayWithoutEffect", season("2026-11-01", "2026-11-02", "2026-11-20"), "holidays.0"],
  ["percentAbove100", { restockingFee: { kind: "percent", percent: 120 } }, "restockingFee.percent"],
  ["costsNothing", { returnFee: { kind: "flat", flat: 0 } }, "returnFee.flat"],
  [
    "waivedNotOffered",
    { returnFee: { kind: "flat", flat: 300, waivedOutcomes: ["exchange"] } },
    "returnFee.waivedOutcomes",
  ],
  ["reviewNotOffered", { autoApprove: true, review: { outcomes: ["credit"] } }, "review.outcomes"],
  [
    "ruleNeverReached",
    {
      windowRules: [
        rule({ when: { productTags: ["Linen", "silk"] } }),
        rule({ id: "b", when: { productTags: ["linen"], countries: ["DE"] } }),
      ],
    },
    "windowRules.1",
  ],
  ["ruleForEverything", { windowRules: [rule({})] }, "windowRules.0"],
  ["ruleOfFinalSale", { windowRules: [rule({ when: { productTags: ["Final-Sale"] } })] }, "windowRules.0"],
  [
    "twice",
    {
      windowRules: [rule({ when: { productTags: ["linen"] } }), rule({ when: { productTags: ["silk"] } })],
    },
    "windowRules.1",
  ],
  ["askedButNotOffered", { reasons: { style: { offered: false, photos: 1 } } }, "reasons.style"],
  ["questionEmpty", asks({ text: " " }), "reasons.style.questions.0"],
  [
    "choicesMissing",
    asks({ kind: "choice", choices: [{ id: "one", text: "One" }] }),
    "reasons.style.questions.0",
  ],
  ["answerUnknown", asks({ refuse: ["maybe"] }), "reasons.style.questions.0"],
  ["everyAnswerRefused", asks({ refuse: ["yes", "no"] }), "reasons.style.questions.0"],
  [
    "outcomeNeverOffered",
    {
      reasons: { "damaged-or-defective": { offered: false } },
      outcomes: { refund: { on: true }, replacement: { on: true, reasons: ["damaged-or-defective"] } },
    },
    "outcomes.replacement",
  ],
  ["reasonWithoutOutcome", { outcomes: { refund: { on: true, reasons: ["style"] } } }, "reasons.too-small"],
  ["keepNothing", { outcomes: { refund: { on: true }, keep: { on: true } } }, "outcomes.keep.under"],
  ["reviewsWithoutEffect", { review: { valueAbove: 100 } }, "autoApprove"],
  [
    "everythingReviewed",
    { autoApprove: true, minimumValue: 500, review: { valueAbove: 100 } },
    "review.valueAbove",
  ],
  ["nobodyTrusted", { refund: { when: "instantForTrusted" } }, "refund.when"],
  ["instantWithoutExchange", { instantExchange: { on: true, trustedOnly: false } }, "instantExchange.on"],
  [
    "postageWithoutLabel",
    { methods: ["own"], shipping: { paidBy: "shopper", flat: 300 } },
    "shipping.paidBy",
  ],
];

describe("a policy that contradicts itself", () => {
  it.each(CASES)("%s", (code, policy, path) => {
    expect(found(policy).map((one) => `${one.code} ${one.path}`)).toContain(`${code} ${path}`);
  });

  it("each is tried here, and has its sentence", () => {
    const all = Object.fromEntries(
      ["too-small", "too-big", "changed-my-mind", "item-not-as-described", "damaged-or-defective"]
        .concat("received-the-wrong-item", "style", "color", "other-reason")
        .map((reason) => [reason, { offered: false }]),
    );
    const noReason = found({ reasons: all as PolicyInput["reasons"] });
    const noCode = contradictions(policySchema.parse({ methods: ["qr"] }), {
      sellsQrCodes: false,
      hasPrepaidLabels: true,
    });
    const noLabel = contradictions(policySchema.parse({}), { sellsQrCodes: false, hasPrepaidLabels: false });
    const seen = [...CASES.flatMap(([, policy]) => found(policy)), ...noReason, ...noCode, ...noLabel];
    expect([...new Set(seen.map((one) => one.code))].sort()).toEqual([...CONTRADICTIONS].sort());
    for (const one of seen) {
      const sentence = contradictionWords[one.code](one.detail ?? {});
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|NaN/);
    }
  });

  it("QR codes need a carrier that gives them: beside another way it is a hint, alone it stops", () => {
    const offers = (methods: PolicyInput["methods"], sellsQrCodes: boolean) =>
      contradictions(policySchema.parse({ methods }), { sellsQrCodes, hasPrepaidLabels: true })
        .filter((one) => one.code === "qrWithoutCarrier")
        .map((one) => one.weight);
    expect(offers(["qr", "label"], true)).toEqual([]);
    expect(offers(["label", "own"], false)).toEqual([]);
    expect(offers(["qr", "label"], false)).toEqual(["hint"]);
    expect(offers(["qr"], false)).toEqual(["stop"]);
  });

  it("hints do not keep it from being published, stops do", () => {
    expect(mayPublish(found({ windowRules: [rule({})] }))).toBe(true);
    expect(mayPublish(found({ methods: [] }))).toBe(false);
  });

  it("a first policy has none", () => {
    expect(found({})).toEqual([]);
  });
});

describe("a policy in plain words", () => {
  const writing = { money: (minor: number) => `£${(minor / 100).toFixed(2)}`, day: (day: string) => day };
  const lines = (policy: PolicyInput) =>
    summarise(policySchema.parse(policy), writing).flatMap((part) => part.lines);

  it("says the first policy whole", () => {
    expect(lines({})).toEqual([
      "Shoppers may ask until the end of the 30 days after delivery.",
      "If the carrier never reports the delivery, until 37 days after shipping.",
      "Gift cards never come back.",
      "Products tagged “final-sale” do not come back.",
      "Every reason may be chosen.",
      "Refund.",
      "It travels by prepaid label.",
      "The shop pays for prepaid labels.",
      "Each return waits for a person to approve or decline it.",
      "By hand: your staff pay each refund.",
      "Shoppers are promised their refund within 14 working days of the parcel's arrival.",
    ]);
  });

  it("says rules, fees and reviews", () => {
    const said = lines({
      windowRules: [rule({ name: "Best", when: { customerTags: ["vip"], countries: ["DE", "AT"] } })],
      restockingFee: { kind: "percent", percent: 10, waivedReasons: [], waivedOutcomes: ["credit"] },
      autoApprove: true,
      review: { valueAbove: 20_000, gifts: true },
    });
    expect(said).toContain("Orders to DE or AT, customers tagged “vip”: 60 days (Best).");
    expect(said).toContain("A restocking fee of 10% is deducted from each item, except for “Store credit”.");
    expect(said).toContain(
      "A person looks at it when it is worth more than £200.00 or it is the return of a gift.",
    );
  });
});
