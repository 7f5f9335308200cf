import { describe, expect, test } from "vitest";
import { limitOf, mayChangeLimits } from "~/features/settings/rules";
import { limitsFormSchema, readAmount, readLimits, typedLimits } from "~/features/settings/staff-limits";
import { limitsSummary } from "~/features/settings/words/staff-limits";

describe("what is typed as a limit", () => {
  test.each([
    ["150", "GBP", 15_000],
    ["150.5", "GBP", 15_050],
    ["150,50", "EUR", 15_050],
    [" 0 ", "GBP", 0],
    ["1500", "JPY", 1500],
    ["1.234", "KWD", 1234],
    ["1,000", "GBP", undefined],
    ["1,000", "KWD", undefined],
    ["1.005", "GBP", undefined],
    ["10.5", "JPY", undefined],
    ["-5", "GBP", undefined],
    ["", "GBP", undefined],
    ["£50", "GBP", undefined],
    ["1e9", "GBP", undefined],
    ["9999999999", "GBP", undefined],
  ])("%s in %s is %s", (typed, currency, minor) => expect(readAmount(typed, currency)).toBe(minor));

  test("says of each person which amount cannot be read, and reads the rest", () => {
    const form = { everybody: "lots", people: [one("43", "20"), one("44", null), one("45", "")] };
    const { wanted, problems } = readLimits(form, "GBP");
    expect(problems).toEqual(["everybody", "45"]);
    expect(wanted.people.slice(0, 2)).toEqual([
      { staffId: "43", limit: 2000 },
      { staffId: "44", limit: null },
    ]);
  });

  test("stands in the form again as it was read", () => {
    const form = { everybody: "150.00", people: [one("43", "0.00"), one("44", null)] };
    const { wanted } = readLimits(form, "GBP");
    const kept = { ...wanted, people: wanted.people.map((each) => ({ ...each, name: "Jonas" })) };
    expect(typedLimits(kept, "GBP")).toEqual(form);
  });

  test("nobody is named twice, and nobody by something that is no id", () => {
    expect(limitsFormSchema.safeParse({ everybody: null, people: [one("43", "1")] }).success).toBe(true);
    for (const people of [
      [one("43", "1"), one("43", null)],
      [one("../x", "1")],
      Array(201).fill(one("4", "1")),
    ])
      expect(limitsFormSchema.safeParse({ everybody: null, people }).success).toBe(false);
  });
});

const one = (staffId: string, limit: string | null) => ({ staffId, limit });

describe("whose limit holds", () => {
  const limits = {
    everybody: 5000,
    people: [
      { staffId: "43", limit: 9000 },
      { staffId: "44", limit: null },
    ],
  };
  test.each([
    ["the owner", { kind: "staff", id: "43", owner: true }, null],
    ["somebody named", { kind: "staff", id: "43" }, 9000],
    ["somebody named without a limit", { kind: "staff", id: "44" }, null],
    ["somebody else", { kind: "staff", id: "45" }, 5000],
    ["the policy", { kind: "system" }, null],
  ])("%s", (_who, person, limit) => expect(limitOf(limits, person)).toBe(limit));

  test("who is limited does not change limits", () => {
    const may = (id: string, owner = false) => mayChangeLimits(limits, { id, owner });
    expect([may("43"), may("44"), may("45"), may("45", true)]).toEqual([false, true, false, true]);
  });
});

describe("limits in plain words", () => {
  const money = (minor: number) => `£${minor / 100}`;
  test("names who decides, and says when only the owner can", () => {
    expect(limitsSummary(null, [], money).join()).not.toContain("Until you name somebody");
    const alone = limitsSummary(5000, [{ name: "Jonas", limit: 0 }], money).join("\n");
    expect(alone).toContain("up to £50. More waits");
    expect(alone).toContain("Jonas pays out nothing without an approval");
    expect(alone).toContain("Until you name somebody");
    expect(limitsSummary(0, [{ name: "Jonas", limit: 9000 }], money).join()).not.toContain("Until you");
  });
});
