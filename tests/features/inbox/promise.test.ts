import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BusinessHours } from "~/features/inbox/business-hours";
import { promiseState, type Queue, replyBy } from "~/features/inbox/promise";

const HOUR_MS = 3_600_000;
const DAY = [{ from: "09:00", to: "17:00" }];
const hours: BusinessHours = {
  week: [[], DAY, DAY, DAY, DAY, DAY, []],
  timeZone: "Europe/London",
  holidays: null,
};
const NOW = new Date("2026-11-03T10:10:00Z");
const queue = (over: Partial<Queue> = {}): Queue => ({
  ahead: 0,
  answered: { count: 0, withinMs: 0 },
  recent: [],
  ...over,
});
const by = (given: Partial<Queue>, usual = 4 * HOUR_MS) =>
  replyBy(NOW, queue(given), usual, hours).toISOString();

describe("what is promised", () => {
  it("is what the merchant says while too little is known", () =>
    expect(by({ recent: [HOUR_MS] })).toBe("2026-11-03T14:30:00.000Z"));

  it("is what nine of ten recent answers kept", () => {
    const recent = [...Array.from({ length: 18 }, () => 2 * HOUR_MS), 30 * HOUR_MS, 30 * HOUR_MS];
    expect(by({ recent })).toBe("2026-11-03T12:30:00.000Z");
  });

  it("waits for those ahead, at the pace of the last days", () =>
    expect(by({ ahead: 9, answered: { count: 80, withinMs: 40 * HOUR_MS } })).toBe(
      "2026-11-03T15:30:00.000Z",
    ));

  it("is within business hours", () =>
    expect(replyBy(new Date("2026-11-06T16:30:00Z"), queue(), 2 * HOUR_MS, hours).toISOString()).toBe(
      "2026-11-09T10:30:00.000Z",
    ));
});

it("more ahead is never promised sooner, and never more than a week of work", () =>
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 8, max: 500 }), (one, more, count) => {
      const answered = { count, withinMs: 40 * HOUR_MS };
      const [first, second] = [one, one + more].map((ahead) =>
        replyBy(NOW, queue({ ahead, answered }), HOUR_MS, hours).getTime(),
      ) as [number, number];
      expect(second).toBeGreaterThanOrEqual(first);
      expect(first).toBeGreaterThan(NOW.getTime());
      expect(second - NOW.getTime()).toBeLessThanOrEqual(8 * 24 * HOUR_MS);
    }),
  ));

it("is soon in its last hour of business, and late after", () => {
  const promised = new Date("2026-11-04T09:30:00Z");
  expect(promiseState(promised, new Date("2026-11-03T16:20:00Z"), hours)).toBe("kept");
  expect(promiseState(promised, new Date("2026-11-03T16:45:00Z"), hours)).toBe("soon");
  expect(promiseState(promised, new Date("2026-11-04T09:31:00Z"), hours)).toBe("late");
});
