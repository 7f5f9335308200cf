import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askAgainAt, journeyOf } from "~/features/returns/parcel-journey";
import { PARCEL_STATUSES, type ParcelStatus } from "~/platform/carriers/status";
import type { TrackingEvent } from "~/platform/carriers/tracking";

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
const event = (status: ParcelStatus | null, when: Date | null): TrackingEvent => ({
  ...{ at: when, status, rawStatus: null, message: null, city: null, region: null, country: null },
});
const SINCE = at(10);
const NOW = at(20);
const read = (status: ParcelStatus | null, ...events: TrackingEvent[]) =>
  journeyOf({ status, events }, SINCE, NOW);

describe("a return's parcel", () => {
  it.each<[string, ReturnType<typeof read>, Date | null, Date | null]>([
    ["a label alone is no scan", read("preparing", event("preparing", at(11))), null, null],
    ["delayed before anybody had it is no scan", read("delayed", event("delayed", at(11))), null, null],
    [
      "the first scan is the earliest",
      read("inTransit", event("shipped", at(12)), event("inTransit", at(13))),
      at(12),
      null,
    ],
    [
      "delayed on its way was handed in",
      read("delayed", event("inTransit", at(12)), event("delayed", at(14))),
      at(12),
      null,
    ],
    ["delivered", read("delivered", event("inTransit", at(12)), event("delivered", at(15))), at(12), at(15)],
    ["delivered, and nothing else known", read("delivered"), NOW, NOW],
    [
      "delivered to its sender is not delivered to us",
      read("delivered", event("inTransit", at(12)), event("returned", at(13)), event("delivered", at(15))),
      null,
      null,
    ],
    ["lost", read("lost", event("inTransit", at(12))), null, null],
    [
      "another parcel's, long before the return",
      read("delivered", event("inTransit", at(1)), event("delivered", at(3))),
      null,
      null,
    ],
    ["nothing known", read(null), null, null],
  ])("%s", (_, journey, handedInAt, deliveredAt) => {
    expect(journey).toMatchObject({ handedInAt, deliveredAt });
  });

  it("is never handed in before the return was asked for, nor delivered before it was handed in", () => {
    const status = fc.option(fc.constantFrom(...PARCEL_STATUSES));
    const when = fc.option(fc.integer({ min: 1, max: 19 }).map(at));
    const events = fc.array(fc.tuple(status, when), { maxLength: 8 });
    fc.assert(
      fc.property(status, events, (now, list) => {
        const sorted = [...list].sort(([, a], [, b]) => (a?.getTime() ?? 0) - (b?.getTime() ?? 0));
        const journey = read(now, ...sorted.map(([what, time]) => event(what, time)));
        const { handedInAt, deliveredAt } = journey;
        if (handedInAt) expect(handedInAt.getTime()).toBeGreaterThanOrEqual(SINCE.getTime());
        if (deliveredAt) {
          expect(handedInAt).not.toBeNull();
          expect(deliveredAt.getTime()).toBeGreaterThanOrEqual(handedInAt?.getTime() ?? Number.NaN);
        }
      }),
    );
  });
});

it("a carrier is asked until there is nothing to wait for, seldom where it sends its news itself", () => {
  const wait = (status: string | null, sendsNews = false, bought = at(15)) =>
    askAgainAt({ status, boughtAt: bought, sendsNews }, NOW);
  expect(wait("delivered")).toBeNull();
  expect(wait("returned")).toBeNull();
  expect(wait("inTransit", false, new Date(NOW.getTime() - 76 * 86_400_000))).toBeNull();
  const hours = (when: Date | null) => when && (when.getTime() - NOW.getTime()) / 3_600_000;
  expect([hours(wait(null)), hours(wait("inTransit")), hours(wait("inTransit", true))]).toEqual([8, 4, 24]);
});
