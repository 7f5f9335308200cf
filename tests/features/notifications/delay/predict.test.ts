import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { DelayModel } from "~/features/notifications/delay/model";
import type { Parcel, PastParcel } from "~/features/notifications/delay/parcel";
import { fit as learn, predict } from "~/features/notifications/delay/predict";
import { knownAt, parcelsOf, type TrueParcel, WORLDS, type World } from "./worlds";

const DAY = 86_400_000;
const NONE = learn([]);
const MONDAY = "2026-03-02T15:00:00Z";
const home: Parcel = {
  placed: "2026-03-01T10:00:00Z",
  handedOver: MONDAY,
  carrier: "DHL",
  service: "Paket",
  origin: { country: "DE" },
  destination: { country: "DE", postcode: "80331" },
};

let all: TrueParcel[];
let model: DelayModel;
beforeAll(() => {
  all = parcelsOf({ ...(WORLDS.plain as World), parcels: 3000, span: 120 });
  model = learn(knownAt(all, (all[2900] as TrueParcel).placed));
});

describe("a new shop", () => {
  const at = (parcel: Partial<Parcel>) => predict(NONE, { ...home, ...parcel }, MONDAY);

  it("goes by rules of thumb, and says so", () => {
    const { p50, reason, because } = at({});
    expect(p50.getTime()).toBeGreaterThan(Date.parse("2026-03-03"));
    expect(p50.getTime()).toBeLessThan(Date.parse("2026-03-06"));
    expect(because.basis).toBe("rules");
    expect(reason).toMatch(
      /^Just handed over: with too few parcels of your own to go by, .* working days\.$/,
    );
  });

  it("knows that express is faster, and that abroad is slower", () => {
    const times = [
      at({ service: "Express" }),
      at({}),
      at({ destination: { country: "FR" } }),
      at({ destination: { country: "US" } }),
      at({ destination: { country: "US" }, service: "Economy untracked" }),
    ].map(({ p50 }) => p50.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(5);
  });

  it("expects nothing on days of rest, of either week", () => {
    const sundays = Array.from({ length: 28 }, (_, day) => {
      const now = new Date(Date.parse(MONDAY) + day * DAY);
      return predict(NONE, { ...home, handedOver: now }, now).p50.getUTCDay();
    });
    expect(sundays).not.toContain(0);
    const saturdays = Array.from({ length: 28 }, (_, day) => {
      const now = new Date(Date.parse(MONDAY) + day * DAY);
      const there = { origin: { country: "IL" }, destination: { country: "IL" } };
      return predict(NONE, { ...home, ...there, handedOver: now }, now).p50.getUTCDay();
    });
    expect(saturdays).not.toContain(6);
    expect(saturdays).toContain(0);
  });

  it("waits over public holidays where the parcel goes", () => {
    const easter = { ...home, handedOver: "2026-04-02T15:00:00Z" };
    const week = { ...home, handedOver: "2026-04-16T15:00:00Z" };
    const took = (parcel: Parcel) =>
      predict(NONE, parcel, parcel.handedOver as string).p50.getTime() -
      Date.parse(parcel.handedOver as string);
    expect(took(easter) - took(week)).toBeGreaterThan(0.9 * DAY);
  });
});

describe("what it has learnt", () => {
  const of = (parcel: TrueParcel): Parcel => {
    const { delivered: _, ...known } = parcel;
    return known;
  };

  it("is plain JSON, and says the same when read back", () => {
    const back = JSON.parse(JSON.stringify(model)) as DelayModel;
    expect(back).toEqual(model);
    for (const one of all.slice(-50))
      expect(predict(back, of(one), one.handedOver)).toEqual(predict(model, of(one), one.handedOver));
  });

  it("does not depend on the order of the history, nor on Date or text", () => {
    const history = knownAt(all, (all[2900] as TrueParcel).placed);
    const turned = [...history].reverse();
    expect(learn(turned)).toEqual(model);
    expect(learn(JSON.parse(JSON.stringify(history)) as PastParcel[])).toEqual(model);
  });

  it("names the closest past it rests on, in one sentence", () => {
    const one = all.find(
      ({ carrier, service, destination }) =>
        carrier === "DHL" && service === "Standard" && destination?.country === "DE",
    ) as TrueParcel;
    const { reason, because } = predict(model, of(one), one.handedOver);
    expect(["carrier", "service", "countries", "regions", "area"]).toContain(because.basis);
    expect(because.parcels).toBeGreaterThan(10);
    expect(reason.match(/\./g)).toHaveLength(1);
  });

  it("tells a service apart from another of the same carrier", () => {
    const lane = {
      ...home,
      handedOver: "2025-05-06T15:00:00Z",
      destination: { country: "US", postcode: "10001" },
    };
    const of = (service: string) => predict(model, { ...lane, service }, lane.handedOver).p50.getTime();
    expect(of("Standard") - of("Express")).toBeGreaterThan(DAY);
  });

  it("expects a parcel not handed over later than one that is", () => {
    for (const one of all.slice(-40)) {
      const waiting = predict(model, { ...of(one), handedOver: null }, one.placed);
      const planned = predict(model, { ...of(one), handedOver: one.placed }, one.placed);
      expect(waiting.p50.getTime()).toBeGreaterThanOrEqual(planned.p50.getTime() - DAY / 2);
      expect(waiting.because.state).toBe("waiting");
    }
  });

  it("learns from parcels still missing: a carrier that has stopped is slow", () => {
    const until = new Date((all[2000] as TrueParcel).placed);
    const stopped = knownAt(all, until).map((one) =>
      one.carrier === "DHL" &&
      one.handedOver &&
      (one.handedOver as Date).getTime() > until.getTime() - 20 * DAY
        ? { ...one, delivered: null }
        : one,
    );
    const lane = { ...home, service: "Standard", handedOver: until };
    const before = predict(learn(knownAt(all, until)), lane, until);
    const after = predict(learn(stopped), lane, until);
    expect(after.p50.getTime()).toBeGreaterThan(before.p50.getTime() + DAY);
  });
});

describe("the last scan", () => {
  const parcel = { ...home, promised: "2026-03-06T18:00:00Z" };
  const at = "2026-03-05T09:00:00Z";
  const seen = (scanned: string, status?: string) =>
    predict(NONE, { ...parcel, lastScan: { at: scanned, status: status ?? null } }, at);

  it("the longer it is silent, the later", () => {
    const likely = [
      "2026-03-05T08:00:00Z",
      "2026-03-03T08:00:00Z",
      "2026-03-02T15:30:00Z",
      "2026-02-20T08:00:00Z",
    ].map((scanned) => seen(scanned).lateProbability);
    expect(likely).toEqual([...likely].sort((a, b) => a - b));
    expect(likely[3]).toBeGreaterThan((likely[0] as number) + 0.1);
  });

  it("on the van means today", () => {
    const { p50, lateProbability, reason } = seen("2026-03-05T07:00:00Z", "outForDelivery");
    expect(p50.toISOString().slice(0, 10)).toBe("2026-03-05");
    expect(lateProbability).toBeLessThan(0.1);
    expect(reason).toMatch(/^Out for delivery/);
  });

  it("customs, a problem and the way back make it later", () => {
    const moving = seen("2026-03-05T08:00:00Z").p90.getTime();
    for (const status of ["heldByCustoms", "delayed", "failed", "returned", "lost"])
      expect(seen("2026-03-05T08:00:00Z", status).p90.getTime()).toBeGreaterThan(moving);
  });

  it("starts the way where no hand-over was noted", () => {
    const scanned = { ...home, handedOver: null, lastScan: { at: "2026-03-03T08:00:00Z" } };
    expect(predict(NONE, scanned, at).because.state).not.toBe("waiting");
  });
});

const oddText = fc.oneof(
  fc.constantFrom("", "DHL", "__proto__", "constructor", "toString", "|", ">", "de", "DE", "ZZ", "999"),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constant(null),
  fc.constant(undefined),
  fc.constant(7 as unknown as string),
);
const oddMoment = fc.oneof(
  fc.date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
  fc.date(),
  fc.constantFrom(
    "2026-03-02",
    "9999-12-31T00:00:00Z",
    "0001-01-01",
    "not a date",
    "+275760-09-13T00:00:00Z",
    "",
    "1970-01-01T00:00:00Z",
  ),
  fc.constant(new Date(Number.NaN)),
  fc.constant(null),
  fc.constant(undefined),
  fc.constant({} as unknown as string),
);
const oddPlace = fc.oneof(
  fc.record({ country: oddText, region: oddText, postcode: oddText }, { requiredKeys: [] }),
  fc.constant(null),
  fc.constant("Berlin" as unknown as null),
);
const oddParcel = fc.record(
  {
    placed: oddMoment,
    handedOver: oddMoment,
    promised: oddMoment,
    delivered: oddMoment,
    carrier: oddText,
    service: oddText,
    origin: oddPlace,
    destination: oddPlace,
    lastScan: fc.oneof(
      fc.constant(null),
      fc.record({ at: oddMoment, status: oddText }) as fc.Arbitrary<never>,
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PastParcel>;
const moment = fc.date({
  min: new Date("1960-01-01"),
  max: new Date("+010000-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("laws", () => {
  let models: DelayModel[];
  beforeAll(() => {
    models = [NONE, model, learn(all.slice(0, 12))];
  });

  it("for any parcel at any moment: finite, in order, never before now, likely between 0 and 1", () => {
    fc.assert(
      fc.property(oddParcel, moment, fc.nat(2), (parcel, now, which) => {
        const made = predict(models[which] as DelayModel, parcel, now);
        const times = [made.p10, made.p50, made.p90].map((date) => date.getTime());
        expect(times.every(Number.isFinite)).toBe(true);
        expect([now.getTime(), ...times]).toEqual([now.getTime(), ...times].sort((a, b) => a - b));
        expect(made.lateProbability).toBeGreaterThanOrEqual(0);
        expect(made.lateProbability).toBeLessThanOrEqual(1);
        expect(made.reason).toMatch(/^[^\n]+\.$/);
      }),
      { numRuns: 1500 },
    );
  });

  it("any history can be learnt from", () => {
    fc.assert(
      fc.property(fc.array(oddParcel, { maxLength: 60 }), oddParcel, moment, (history, parcel, now) => {
        const made = predict(JSON.parse(JSON.stringify(learn(history))) as DelayModel, parcel, now);
        expect(made.p10.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(Number.isFinite(made.p90.getTime())).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("a later promise is never likelier to be missed", () => {
    fc.assert(
      fc.property(
        fc.nat(2999),
        fc.double({ min: -5, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.boolean(),
        (i, days, more, waiting) => {
          const one = all[i] as TrueParcel;
          const now = waiting ? one.placed : new Date(one.handedOver.getTime() + (i % 9) * DAY);
          const late = (due: number) => {
            const promised = new Date(now.getTime() + due * DAY);
            const handedOver = waiting ? null : one.handedOver;
            return predict(model, { ...one, handedOver, promised }, now).lateProbability;
          };
          expect(late(days + more)).toBeLessThanOrEqual(late(days) + 1e-4);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("a promise that has passed is missed, and none cannot be", () => {
    expect(predict(model, { ...home, promised: "2026-03-01" }, MONDAY).lateProbability).toBe(1);
    expect(predict(model, { ...home, promised: null }, MONDAY).lateProbability).toBe(0);
    expect(predict(model, { ...home, promised: "9999-12-31" }, MONDAY).lateProbability).toBeLessThan(0.05);
  });

  it("a promised day lasts until its end", () => {
    const day = predict(model, { ...home, promised: "2026-03-05" }, MONDAY).lateProbability;
    const end = predict(model, { ...home, promised: "2026-03-05T23:59:59.999Z" }, MONDAY).lateProbability;
    expect(day).toBe(end);
  });

  it("a few clocks that run ahead change nothing", () => {
    const history = knownAt(all, (all[2900] as TrueParcel).placed);
    const odd = [
      { ...(history[0] as PastParcel), delivered: "9999-01-01", placed: "9998-01-01" },
      { ...(history[1] as PastParcel), handedOver: "2099-06-01T00:00:00Z" },
      { ...(history[2] as PastParcel), delivered: new Date("2020-01-01") },
    ];
    const other = learn([...history, ...odd]);
    for (const one of all.slice(-30)) {
      const apart =
        predict(other, one, one.handedOver).p50.getTime() - predict(model, one, one.handedOver).p50.getTime();
      expect(Math.abs(apart)).toBeLessThan(DAY);
    }
  });
});
