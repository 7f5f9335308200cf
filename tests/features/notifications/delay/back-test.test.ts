import { describe, expect, it } from "vitest";
import { backTest, knownBy } from "~/features/notifications/delay/back-test";
import { knownAt, parcelsOf, type TrueParcel, WORLDS, type World } from "./worlds";

const DAY = 86_400_000;
const world: World = { ...(WORLDS["heavy tails"] as World), parcels: 2500, span: 150 };
const all = parcelsOf(world);
const end = new Date((all[0] as TrueParcel).placed.getTime() + world.span * DAY);
const history = knownAt(all, end);

describe("the back test", () => {
  const told = backTest(history, { days: 40, most: 400 });

  it("counts every late parcel once: told or missed", () => {
    expect(told.parcels).toBeGreaterThan(300);
    expect(told.late).toBeGreaterThan(20);
    expect(told.toldRightly + told.missed).toBe(told.late);
    expect(told.messages).toBeGreaterThanOrEqual(told.toldRightly + told.toldWrongly);
  });

  it("is seldom wrong, and honest about its range", () => {
    expect(told.toldWrongly).toBeLessThan(0.25 * (told.toldRightly + told.toldWrongly));
    expect(told.withinRange).toBeGreaterThan(0.7);
    expect(told.withinRange).toBeLessThan(0.9);
    expect(told.reliability.reduce((sum, { parcels }) => sum + parcels, 0)).toBe(told.parcels);
  });

  it("speaking earlier means being wrong more often", () => {
    const rules = {
      lateFrom: 0.3,
      sureAt: 0.3,
      backFrom: 0.1,
      certainForHours: 0,
      newDateDays: 2,
      restHours: 44,
      mostMessages: 5,
    };
    const early = backTest(history, { days: 40, most: 400, rules });
    expect(early.hoursAhead as number).toBeGreaterThan(told.hoursAhead as number);
    expect(early.toldWrongly).toBeGreaterThan(told.toldWrongly);
  });

  it("never looks ahead: what happens later changes nothing of what was told before", () => {
    const until = new Date(end.getTime() - 20 * DAY);
    const known = knownBy(history, until.getTime());
    expect(known.every(({ delivered }) => !delivered || (delivered as Date) <= until)).toBe(true);
    expect(known).toEqual(knownBy(knownAt(all, until), until.getTime()));
  });

  it("of nothing, or of parcels without a promise, tells nothing", () => {
    expect(backTest([])).toMatchObject({ parcels: 0, withinRange: null, brier: null, hoursAhead: null });
    expect(backTest(history.map((one) => ({ ...one, promised: null })))).toMatchObject({ parcels: 0 });
  });
});
