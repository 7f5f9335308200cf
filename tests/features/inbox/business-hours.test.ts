import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessTime, type BusinessHours, businessTimeBetween } from "~/features/inbox/business-hours";

const HOUR_MS = 3_600_000;
const NINE_TO_FIVE = [{ from: "09:00", to: "17:00" }];
const office = (over: Partial<BusinessHours> = {}): BusinessHours => ({
  week: [[], NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, []],
  timeZone: "Europe/London",
  holidays: null,
  ...over,
});
const at = (text: string) => new Date(text);
const ends = (start: string, hours: number, open = office()) =>
  addBusinessTime(at(start), hours * HOUR_MS, open).toISOString();

describe("business time", () => {
  it("passes within the hours of a day", () =>
    expect(ends("2026-11-03T10:00:00Z", 2)).toBe("2026-11-03T12:00:00.000Z"));

  it("goes on the next morning, and over a weekend", () => {
    expect(ends("2026-11-03T16:00:00Z", 2)).toBe("2026-11-04T10:00:00.000Z");
    expect(ends("2026-11-06T16:30:00Z", 1)).toBe("2026-11-09T09:30:00.000Z");
    expect(ends("2026-11-07T12:00:00Z", 1)).toBe("2026-11-09T10:00:00.000Z");
  });

  it("rests in a pause at noon", () => {
    const periods = [
      { from: "09:00", to: "12:00" },
      { from: "13:00", to: "17:00" },
    ];
    const open = office({ week: [[], periods, periods, periods, periods, periods, []] });
    expect(ends("2026-11-03T11:30:00Z", 1, open)).toBe("2026-11-03T13:30:00.000Z");
  });

  it("rests on public holidays of the country, if they are kept", () => {
    const kept = office({ holidays: { country: "GB", region: "ENG" } });
    expect(ends("2026-12-24T16:00:00Z", 2, kept)).toBe("2026-12-29T10:00:00.000Z");
    expect(ends("2026-12-24T16:00:00Z", 2)).toBe("2026-12-25T10:00:00.000Z");
  });

  it("is the length the day has when clocks change", () => {
    const always = Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]);
    const open = office({ week: always, timeZone: "Europe/Berlin" });
    const spring = [at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")] as const;
    expect(businessTimeBetween(...spring, open)).toBe(23 * HOUR_MS);
    expect(businessTimeBetween(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"), open)).toBe(
      25 * HOUR_MS,
    );
  });

  it("passes at all hours where no hours are given", () =>
    expect(ends("2026-11-07T12:00:00Z", 30, office({ week: [] }))).toBe("2026-11-08T18:00:00.000Z"));
});

const zones = fc.constantFrom(
  "Europe/London",
  "America/New_York",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Asia/Tokyo",
);
const moments = fc.date({
  min: at("2025-01-01T00:00:00Z"),
  max: at("2025-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("laws", () => {
  it("what was added lies between", () =>
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 200 * HOUR_MS }), zones, (start, ms, timeZone) => {
        const hours = office({ timeZone });
        const end = addBusinessTime(start, ms, hours);
        expect(businessTimeBetween(start, end, hours)).toBe(ms);
      }),
    ));

  it("time between two moments is the sum over any moment between them", () =>
    fc.assert(
      fc.property(fc.tuple(moments, moments, moments), zones, (three, timeZone) => {
        const [a, b, c] = [...three].sort((one, other) => one.getTime() - other.getTime()) as [
          Date,
          Date,
          Date,
        ];
        const hours = office({ timeZone });
        expect(businessTimeBetween(a, b, hours) + businessTimeBetween(b, c, hours)).toBe(
          businessTimeBetween(a, c, hours),
        );
      }),
      { numRuns: 30 },
    ));
});
