import { expect, it } from "vitest";
import { pluralIn } from "~/platform/i18n/plural";

it("counts as each language does", () => {
  const polish = pluralIn("pl");
  const parcels = { one: "paczka", few: "paczki", many: "paczek", other: "paczki" };
  expect([1, 3, 5, 22].map((count) => polish(count, parcels))).toEqual([
    "paczka",
    "paczki",
    "paczek",
    "paczki",
  ]);
});

it("takes the general form where one is not given", () => {
  expect(pluralIn("ja")(1, { one: "never", other: "個" })).toBe("個");
  expect(pluralIn("pl")(5, { one: "dzień", other: "dni" })).toBe("dni");
});
