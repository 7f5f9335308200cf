import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayIn, dayNumberIn, dayOf, numberOfDay } from "~/values/calendar";

/** Zones that change their clocks by an hour, by half of one, at midnight, by a whole day once; and one that never does. */
const ZONES = [
  "UTC",
  "Europe/London",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Beirut",
  "Asia/Tehran",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "America/Asuncion",
  "Antarctica/Troll",
] as const;

/** The day as Intl itself says it, slowly. */
const slowly = (date: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "gregory",
  }).format(date);

const moments = fc
  .integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2037, 11, 31) })
  .map((ms) => new Date(ms));

describe("which day it is", () => {
  it("is what Intl says, anywhere, any time", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moments, (zone, at) => {
        expect(dayIn(at, zone)).toBe(slowly(at, zone));
      }),
      { numRuns: 3_000 },
    );
  });

  it("is right to the millisecond where clocks change", () => {
    const DAY = 86_400_000;
    for (const zone of ZONES)
      for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2025, 0, 1); day += DAY) {
        if (offset(day, zone) === offset(day + DAY, zone)) continue;
        for (let minute = day; minute <= day + DAY; minute += 30 * 60_000)
          for (const at of [minute - 1, minute]) {
            const expected = Math.floor((at + offset(at, zone)) / DAY);
            expect(`${zone} ${at} ${dayNumberIn(at, zone)}`).toBe(`${zone} ${at} ${expected}`);
          }
      }
  });

  it("is UTC's in a zone that nobody knows", () => {
    expect(dayIn(new Date("2026-03-29T23:30:00Z"), "Mars/Olympus")).toBe("2026-03-29");
  });

  it("never was the 30th of December 2011 in Samoa", () => {
    expect(dayIn(new Date("2011-12-30T09:59:59.999Z"), "Pacific/Apia")).toBe("2011-12-29");
    expect(dayIn(new Date("2011-12-30T10:00:00Z"), "Pacific/Apia")).toBe("2011-12-31");
  });
});

it("counts days on the calendar", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
      expect(numberOfDay(dayOf(number))).toBe(number);
    }),
  );
});

/** How far a zone is ahead of UTC, by another way than the one that is tested. */
const named = new Map(
  ZONES.map((timeZone) => [
    timeZone as string,
    new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }),
  ]),
);
function offset(ms: number, timeZone: string): number {
  const name = named
    .get(timeZone)
    ?.formatToParts(ms)
    .find((part) => part.type === "timeZoneName")?.value;
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "");
  return match ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000 : 0;
}
