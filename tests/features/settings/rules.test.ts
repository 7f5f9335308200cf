import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastWithWhite, READABLE_CONTRAST, readableColour } from "~/features/settings/rules";

test.each([
  ["#000000", 21],
  ["#ffffff", 1],
  ["#767676", 4.54],
  ["#1f4d3a", 9.66],
  ["not a colour", 0],
])("white text on %s has a contrast of %d", (colour, ratio) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 1);
});

test("a suggested colour is readable, and a readable one stays as it is", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(hex, (colour) => {
      const suggested = readableColour(colour);
      expect(contrastWithWhite(suggested)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
      if (contrastWithWhite(colour) >= READABLE_CONTRAST) expect(suggested).toBe(colour);
    }),
  );
});
