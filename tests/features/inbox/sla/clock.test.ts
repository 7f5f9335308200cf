import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BusinessHours, businessTimeBetween } from "~/features/inbox/business-hours";
import { type Clock, dueAt, rest, soonAt, spentAt } from "~/features/inbox/sla/clock";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY = [
  { from: "09:00", to: "12:30" },
  { from: "13:15", to: "17:00" },
];
const hoursIn = (timeZone: string): BusinessHours => ({
  week: [[], DAY, DAY, DAY, DAY, DAY, []],
  timeZone,
  holidays: null,
});
const LONDON = hoursIn("Europe/London");
const at = (text: string) => new Date(text);
const clock = (over: Partial<Clock> = {}): Clock => ({
  metric: "nextReply",
  counts: "business",
  targetMs: 2 * HOUR_MS,
  warnMs: 30 * MINUTE_MS,
  startedAt: at("2026-11-06T16:00:00Z"),
  runningSince: at("2026-11-06T16:00:00Z"),
  spentMs: 0,
  endedAt: null,
  ...over,
});

describe("a target", () => {
  it("is due in business time, over a weekend, and soon before that", () => {
    expect(dueAt(clock(), LONDON)).toEqual(at("2026-11-09T10:00:00Z"));
    expect(soonAt(clock(), LONDON)).toEqual(at("2026-11-09T09:30:00Z"));
  });

  it("is due at all hours when it counts the calendar", () =>
    expect(dueAt(clock({ counts: "calendar" }), LONDON)).toEqual(at("2026-11-06T18:00:00Z")));

  it("is due at no time while it rests, nor when it has ended", () => {
    expect(dueAt(rest(clock(), at("2026-11-06T16:30:00Z"), LONDON), LONDON)).toBeNull();
    expect(dueAt(clock({ endedAt: at("2026-11-06T16:30:00Z") }), LONDON)).toBeNull();
  });

  it("runs on the hour that clocks show twice, and not in the one they jump over", () => {
    const always = Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]);
    const berlin = { ...hoursIn("Europe/Berlin"), week: always };
    const from = (start: string) =>
      dueAt(clock({ runningSince: at(start), targetMs: 24 * HOUR_MS }), berlin)?.toISOString();
    expect(from("2026-10-24T22:00:00Z")).toBe("2026-10-25T22:00:00.000Z");
    expect(from("2026-03-28T23:00:00Z")).toBe("2026-03-29T23:00:00.000Z");
    const nights = { ...berlin, week: Array.from({ length: 7 }, () => [{ from: "02:00", to: "03:00" }]) };
    const jumped = clock({ runningSince: at("2026-03-28T12:00:00Z"), targetMs: HOUR_MS });
    // 29 March has no time between two and three in Berlin
    expect(dueAt(jumped, nights)?.toISOString()).toBe("2026-03-30T01:00:00.000Z");
  });
});

const zones = fc.constantFrom("Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe");
const moments = fc.date({
  min: at("2025-01-01T00:00:00Z"),
  max: at("2025-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const counts = fc.constantFrom("business" as const, "calendar" as const);

describe("laws", () => {
  it("closed hours are never counted: what runs is what is open", () =>
    fc.assert(
      fc.property(moments, moments, zones, (from, to, timeZone) => {
        const hours = hoursIn(timeZone);
        const ran = spentAt(clock({ runningSince: from }), to, hours);
        expect(ran).toBe(businessTimeBetween(from, to, hours));
        expect(ran).toBeLessThanOrEqual(Math.max(0, to.getTime() - from.getTime()));
      }),
      { numRuns: 50 },
    ));

  it("when it is due exactly its target has run", () =>
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 4_000 }),
        zones,
        counts,
        (from, minutes, timeZone, how) => {
          const hours = hoursIn(timeZone);
          const one = clock({ runningSince: from, targetMs: minutes * MINUTE_MS, counts: how });
          expect(spentAt(one, dueAt(one, hours) as Date, hours)).toBe(one.targetMs);
        },
      ),
      { numRuns: 50 },
    ));

  it("rests add up: nothing runs in them, and what ran before and after is one sum", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(moments, { minLength: 4, maxLength: 4 }),
        zones,
        counts,
        (four, timeZone, how) => {
          const [a, b, c, d] = [...four].sort((one, other) => one.getTime() - other.getTime()) as [
            Date,
            Date,
            Date,
            Date,
          ];
          const hours = hoursIn(timeZone);
          const running = clock({ runningSince: a, counts: how });
          const rested = rest(running, b, hours);
          expect(spentAt(rested, c, hours)).toBe(spentAt(running, b, hours));
          const again = { ...rested, runningSince: c };
          const whole = spentAt(clock({ runningSince: a, counts: how }), d, hours);
          const pause = spentAt(clock({ runningSince: b, counts: how }), c, hours);
          expect(spentAt(again, d, hours)).toBe(whole - pause);
          // a rest of no length changes nothing
          const none = { ...rest(running, b, hours), runningSince: b };
          expect(spentAt(none, d, hours)).toBe(whole);
        },
      ),
      { numRuns: 50 },
    ));

  it("a longer rest never makes it due sooner", () =>
    fc.assert(
      fc.property(moments, fc.nat(72), fc.nat(72), zones, (from, one, more, timeZone) => {
        const hours = hoursIn(timeZone);
        const until = new Date(from.getTime() + 30 * MINUTE_MS);
        const rested = rest(clock({ runningSince: from }), until, hours);
        const dueAfter = (rests: number) =>
          dueAt({ ...rested, runningSince: new Date(until.getTime() + rests * HOUR_MS) }, hours)?.getTime() ??
          0;
        expect(dueAfter(one + more)).toBeGreaterThanOrEqual(dueAfter(one));
      }),
      { numRuns: 50 },
    ));
});
