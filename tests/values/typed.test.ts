import { expect, it } from "vitest";
import { plainTyped } from "~/values/typed";

it.each([
  ["  #1001 ", "#1001"],
  ["＃１００１", "#1001"],
  ["#١٠٠١", "#1001"],
  ["۱۰۰۱", "1001"],
  ["\u200e#10\u200b01\u202c", "#1001"],
  ["a\u0000b\nc", "a b c"],
  ["\ud800x", "\ufffdx"],
  ["זוג 👟", "זוג 👟"],
])("%j is read as %j", (typed, read) => {
  expect(plainTyped(typed)).toBe(read);
});
