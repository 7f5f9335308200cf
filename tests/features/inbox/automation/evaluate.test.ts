import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABOUT, ABOUTS, type Condition, conditionSchema } from "~/features/inbox/automation/conditions";
import { decide, evaluate, type Situation, says } from "~/features/inbox/automation/evaluate";
import type { Rule } from "~/features/inbox/automation/rule";

const SITUATION: Situation = {
  text: "Hello, where is my parcel? I ordered it weeks ago.",
  subject: "Order #1001",
  channel: "email",
  language: "de",
  reason: "whereIsIt",
  state: "open",
  priority: "normal",
  tags: ["shipping"],
  assigned: false,
  known: true,
  proven: true,
  customerTags: ["Wholesale"],
  businessHours: true,
  orderCount: 3,
  order: {
    value: 12_500n,
    country: "DE",
    tags: ["gift"],
    fulfilment: "fulfilled",
    deliveries: ["delivered", "inTransit"],
    cancelled: false,
    daysSince: 9,
    daysSinceDelivery: 2,
    openReturn: false,
  },
};
const holds = (condition: Condition, situation = SITUATION) =>
  evaluate({ match: "all", conditions: [condition] }, situation).conditions[0];

describe("a condition", () => {
  const table: [Condition, boolean, string | null][] = [
    [{ about: "text", is: "is", of: ["where is my", "tracking"] }, true, "where is my"],
    [{ about: "text", is: "isNot", of: ["refund"] }, true, null],
    [{ about: "subject", is: "is", of: ["#1001"] }, true, "#1001"],
    [{ about: "channel", is: "is", of: ["email", "account"] }, true, "email"],
    [{ about: "language", is: "isNot", of: ["en"] }, true, "de"],
    [{ about: "tag", is: "is", of: ["SHIPPING"] }, true, "shipping"],
    [{ about: "customerTag", is: "is", of: ["wholesale"] }, true, "Wholesale"],
    [{ about: "orderValue", is: "atLeast", than: "12500" }, true, "12500"],
    [{ about: "orderValue", is: "atLeast", than: "12501" }, false, "12500"],
    [{ about: "orderValue", is: "atMost", than: "12500" }, true, "12500"],
    [{ about: "country", is: "is", of: ["DE", "AT"] }, true, "DE"],
    [{ about: "delivery", is: "is", of: ["delivered"] }, true, "delivered, inTransit"],
    [{ about: "daysSinceOrder", is: "atLeast", than: "10" }, false, "9"],
    [{ about: "daysSinceDelivery", is: "atMost", than: "2" }, true, "2"],
    [{ about: "openReturn", is: false }, true, "no"],
    [{ about: "vip", is: true }, false, "no"],
    [{ about: "orderCount", is: "atLeast", than: "3" }, true, "3"],
    [{ about: "businessHours", is: true }, true, "yes"],
  ];
  it.each(table)("%j is %s", (condition, isMet, value) => {
    expect(conditionSchema.parse(condition)).toEqual(condition);
    expect(holds(condition)).toEqual({ condition, holds: isMet, value });
  });

  it("about an order meets nothing where there is none, and its contrary does", () => {
    const without = { ...SITUATION, order: null };
    expect(holds({ about: "country", is: "is", of: ["DE"] }, without)?.holds).toBe(false);
    expect(holds({ about: "country", is: "isNot", of: ["DE"] }, without)?.holds).toBe(true);
    expect(holds({ about: "orderValue", is: "atLeast", than: "0" }, without)?.holds).toBe(false);
    expect(holds({ about: "orderValue", is: "atMost", than: "999" }, without)?.holds).toBe(false);
    expect(holds({ about: "delivery", is: "is", of: ["none"] }, without)?.holds).toBe(false);
    const unsent = {
      ...SITUATION,
      order: { ...(SITUATION.order as NonNullable<Situation["order"]>), deliveries: [] },
    };
    expect(holds({ about: "delivery", is: "is", of: ["none"] }, unsent)?.holds).toBe(true);
  });

  it("of the wrong form, or with what there cannot be, is refused", () => {
    for (const wrong of [
      { about: "vip", is: "is", of: ["x"] },
      { about: "country", is: true },
      { about: "orderValue", is: "is", of: ["3"] },
      { about: "orderValue", is: "atLeast", than: "-3" },
      { about: "channel", is: "is", of: ["pigeon"] },
      { about: "text", is: "is", of: [] },
      { about: "text", is: "is", of: ["  "] },
      { about: "nothing", is: true },
    ])
      expect(conditionSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });
});

describe("a text says", () => {
  it.each([
    ["I want to RETURN it", "return", true],
    ["It was returned", "return", true],
    ["a preturn", "return", false],
    ["where  is\nmy order", "where is my", true],
    ["Ｗhere", "where", true],
    ["Wo ist mein Päckchen?", "päckchen", true],
    ["お荷物はどこですか", "どこ", true],
    ["איפה ההזמנה שלי", "הזמנה", true],
    ["a+b (c)", "(c", true],
    ["anything", " ", false],
  ])("%j: %j is %s", (text, wanted, isSaid) => expect(says(text, wanted)).toBe(isSaid));
});

const anyCondition: fc.Arbitrary<Condition> = fc
  .constantFrom(...ABOUTS)
  .chain((about): fc.Arbitrary<Condition> => {
    const { shape, choices } = ABOUT[about];
    if (shape === "yesNo") return fc.record({ about: fc.constant(about), is: fc.boolean() });
    if (shape === "number" || shape === "amount")
      return fc.record({
        about: fc.constant(about),
        is: fc.constantFrom("atLeast" as const, "atMost" as const),
        than: fc.nat(20_000).map(String),
      });
    const of = fc.array(fc.constantFrom(...(choices ?? ["DE", "gift", "order", "shipping", "no such"])), {
      minLength: 1,
      maxLength: 4,
    });
    return fc.record({ about: fc.constant(about), is: fc.constantFrom("is" as const, "isNot" as const), of });
  });
const anySituation: fc.Arbitrary<Situation> = fc.record({
  text: fc.string(),
  subject: fc.constantFrom("order", "gift", ""),
  channel: fc.constantFrom("email", "storefront", "system"),
  language: fc.constantFrom("en", "de"),
  reason: fc.constantFrom(null, "whereIsIt"),
  state: fc.constantFrom("open", "closed"),
  priority: fc.constantFrom("normal", "urgent"),
  tags: fc.subarray(["gift", "shipping", "vip"]),
  assigned: fc.boolean(),
  known: fc.boolean(),
  proven: fc.boolean(),
  customerTags: fc.subarray(["VIP", "DE"]),
  businessHours: fc.boolean(),
  orderCount: fc.option(fc.nat(5)),
  order: fc.option(fc.constant(SITUATION.order as NonNullable<Situation["order"]>)),
});
const aRule = (part: Partial<Rule>): Rule => ({
  id: "1",
  version: 1,
  enabled: true,
  name: "One",
  on: "message",
  hours: null,
  match: "all",
  conditions: [],
  actions: [{ do: "close" }],
  stops: false,
  ...part,
});
const anyRules = fc.array(
  fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    conditions: fc.array(anyCondition, { maxLength: 4 }),
    enabled: fc.boolean(),
    stops: fc.boolean(),
  }),
  { maxLength: 6 },
);

describe("laws", () => {
  it("“is not” holds exactly when “is” does not", () =>
    fc.assert(
      fc.property(anyCondition, anySituation, (condition, situation) => {
        if (typeof condition.is !== "boolean" && "than" in condition) return;
        const contrary =
          typeof condition.is === "boolean"
            ? { ...condition, is: !condition.is }
            : { ...condition, is: condition.is === "is" ? "isNot" : "is" };
        expect(holds(contrary as Condition, situation)?.holds).toBe(!holds(condition, situation)?.holds);
      }),
    ));

  it("all is each of them, any is one of them, in whatever order", () =>
    fc.assert(
      fc.property(
        fc.array(anyCondition, { minLength: 1, maxLength: 5 }),
        anySituation,
        (conditions, situation) => {
          const each = conditions.map((one) => holds(one, situation)?.holds);
          for (const order of [conditions, conditions.toReversed()]) {
            expect(evaluate({ match: "all", conditions: order }, situation).holds).toBe(each.every(Boolean));
            expect(evaluate({ match: "any", conditions: order }, situation).holds).toBe(each.some(Boolean));
          }
        },
      ),
    ));

  it("a rule is decided once, never when it is off, and none fires behind one that fires and stops", () =>
    fc.assert(
      fc.property(anyRules, anySituation, (parts, situation) => {
        const rules = parts.map((part, at) => aRule({ ...part, id: String(at) }));
        const decided = decide(rules, situation);
        expect(decided.map(({ rule }) => rule.id)).toEqual(
          rules.filter(({ enabled }) => enabled).map(({ id }) => id),
        );
        const end = decided.findIndex(({ rule, outcome }) => outcome === "fired" && rule.stops);
        if (end >= 0) expect(decided.slice(end + 1).every(({ outcome }) => outcome === "stopped")).toBe(true);
        else expect(decided.every(({ outcome }) => outcome !== "stopped")).toBe(true);
        for (const { rule, outcome } of decided)
          if (outcome !== "stopped") expect(outcome === "fired").toBe(evaluate(rule, situation).holds);
      }),
    ));

  it("a rule without conditions always holds, whether all or any is asked for", () => {
    for (const match of ["all", "any"] as const)
      expect(evaluate({ match, conditions: [] }, SITUATION)).toEqual({ holds: true, conditions: [] });
  });
});
