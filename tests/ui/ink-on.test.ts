import { expect, it } from "vitest";
import { inkOn } from "~/ui/storefront/ink-on";

it.each([
  ["#1f4d3a", "#ffffff"],
  ["#000000", "#ffffff"],
  ["#ffffff", "#000000"],
  ["#ffcc00", "#000000"],
  ["#777777", "#000000"],
  ["#FF0000", "#000000"],
  ["#0000ff", "#ffffff"],
])("on %s reads %s", (colour, ink) => {
  expect(inkOn(colour)).toBe(ink);
});
