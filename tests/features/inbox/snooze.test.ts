import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BusinessHours } from "~/features/inbox/business-hours";
import { SNOOZE_WORDS, snoozeEnd, snoozeOffers } from "~/features/inbox/snooze";
import { dayIn } from "~/values/calendar";

const DAY = [{ from: "08:30", to: "17:00" }];
const hours = (over: Partial<BusinessHours> = {}): BusinessHours => ({
  week: [[], DAY, DAY, DAY, DAY, DAY, []],
  timeZone: "Europe/London",
  holidays: null,
  ...over,
});
const end = (wish: Parameters<typeof snoozeEnd>[0], now: string, open = hours()) =>
  snoozeEnd(wish, new Date(now), open)?.toISOString() ?? null;

describe("a conversation sleeps until", () => {
  // 6 November 2026 is a Friday
  it.each([
    [
      "later today: three hours, at the next half hour",
      "laterToday",
      "2026-11-06T09:10:00Z",
      "2026-11-06T12:30:00.000Z",
    ],
    ["not later today, when that is tomorrow", "laterToday", "2026-11-06T21:30:00Z", null],
    [
      "the next morning on which somebody is there",
      "tomorrow",
      "2026-11-04T09:00:00Z",
      "2026-11-05T08:30:00.000Z",
    ],
    ["after a weekend", "tomorrow", "2026-11-06T09:00:00Z", "2026-11-09T08:30:00.000Z"],
    ["next week, from a Friday", "nextWeek", "2026-11-06T09:00:00Z", "2026-11-09T08:30:00.000Z"],
    ["next week, from a Monday", "nextWeek", "2026-11-09T09:00:00Z", "2026-11-16T08:30:00.000Z"],
    ["next week, from a Sunday", "nextWeek", "2026-11-08T09:00:00Z", "2026-11-09T08:30:00.000Z"],
    ["a day, when it opens", { day: "2026-11-10" }, "2026-11-06T09:00:00Z", "2026-11-10T08:30:00.000Z"],
    ["a day off, at nine", { day: "2026-11-07" }, "2026-11-06T09:00:00Z", "2026-11-07T09:00:00.000Z"],
    ["not this morning any more", { day: "2026-11-06" }, "2026-11-06T09:00:00Z", null],
    ["not a day that has passed", { day: "2026-11-05" }, "2026-11-06T09:00:00Z", null],
    ["not a day beyond a year", { day: "2027-12-01" }, "2026-11-06T09:00:00Z", null],
    ["not what is no day", { day: "tomorrow" }, "2026-11-06T09:00:00Z", null],
  ] as const)("%s", (_what, wish, now, wakes) => expect(end(wish, now)).toBe(wakes));

  it("a morning by the shop's clocks and holidays", () => {
    const inNewYork = hours({ timeZone: "America/New_York", holidays: { country: "US", region: "NY" } });
    // Thanksgiving, 26 November 2026, is a Thursday; clocks are five hours behind
    expect(end("tomorrow", "2026-11-25T15:00:00Z", inNewYork)).toBe("2026-11-27T13:30:00.000Z");
  });

  it("nine, where no hours are kept at all", () =>
    expect(end("tomorrow", "2026-11-06T09:00:00Z", hours({ week: [[], [], [], [], [], [], []] }))).toBe(
      "2026-11-07T09:00:00.000Z",
    ));

  it("always a time to come, and later today is today", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true }),
        fc.constantFrom("Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland"),
        (now, timeZone) => {
          const open = hours({ timeZone });
          const offers = snoozeOffers(now, open);
          for (const { at } of offers) expect(at.getTime()).toBeGreaterThan(now.getTime());
          const later = offers.find(({ wish }) => wish === "laterToday");
          if (later) expect(dayIn(later.at, timeZone)).toBe(dayIn(now, timeZone));
          expect(offers.length).toBeGreaterThanOrEqual(SNOOZE_WORDS.length - 1);
        },
      ),
    );
  });
});
