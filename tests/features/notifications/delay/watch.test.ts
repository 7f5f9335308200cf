import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyModel, fit as learn } from "~/features/notifications/delay/fit";
import { isLateToShip } from "~/features/notifications/delay/late-to-ship";
import { readModel } from "~/features/notifications/delay/model-schema";
import { isLost, openDaysBetween } from "~/features/notifications/delay/silence";
import { silentCarriers } from "~/features/notifications/delay/silent-carriers";
import { readTold } from "~/features/notifications/delay/told-schema";
import {
  isOver,
  lookAt,
  NOTHING_TOLD,
  type SeenParcel,
  type Shopwise,
  type Told,
  type WatchNews,
} from "~/features/notifications/delay/watch";
import { PARCEL_STATES } from "~/features/orders/rules";
import { parcelsOf } from "./worlds";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 2, 9);
const at = (days: number) => new Date(START + days * DAY);

const shop = (over: Partial<Shopwise> = {}): Shopwise => ({
  model: emptyModel(),
  origin: { country: "GB" },
  reports: () => true,
  rules: { tell: true, caseFrom: 6 },
  ...over,
});
const parcel = (over: Partial<SeenParcel> = {}): SeenParcel => ({
  state: "inTransit",
  carrier: "Royal Mail",
  service: "Tracked 48",
  placedAt: at(-1),
  shippedAt: at(0),
  promisedTo: at(4),
  estimatedAt: null,
  ignored: false,
  destination: { country: "GB", postcode: "YO1 7HH" },
  scan: { at: at(0.5), status: "inTransit" },
  ...over,
});

/** Looks at a parcel at each moment with what was told before, as the watch does. */
function follow(moments: readonly number[], seen: (day: number) => SeenParcel, by = shop()) {
  let told: Told = NOTHING_TOLD;
  const news: (WatchNews & { day: number })[] = [];
  for (const day of moments) {
    const look = lookAt(by, seen(day), told, at(day));
    news.push(...look.news.map((one) => ({ ...one, day })));
    if (isOver(look)) return { news, told, over: true };
    told = look.told;
  }
  return { news, told, over: false };
}
const days = (count: number, every = 0.25) => Array.from({ length: count / every }, (_, i) => i * every);

describe("a parcel on its way", () => {
  it("in time, nothing is said of it", () => {
    const { news, over } = follow(days(3), (day) =>
      parcel({ state: day > 2 ? "delivered" : "inTransit", scan: { at: at(day), status: "inTransit" } }),
    );
    expect({ news, over }).toEqual({ news: [], over: true });
  });

  it("stuck for months: late, a case, new dates, lost, each once; messages are few", () => {
    const { news } = follow(days(60), () => parcel());
    const kinds = news.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "delivery.late")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "delivery.worrying")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "delivery.lost")).toHaveLength(1);
    expect(kinds.indexOf("delivery.lost")).toBe(kinds.length - 1);
    expect(kinds.filter((kind) => kind === "delivery.stillLate").length).toBeLessThanOrEqual(4);
  });

  it("lost and found again: it is taken back or gets a date, and a case is solved when it comes", () => {
    const { news, over } = follow(days(30), (day) =>
      day < 22
        ? parcel()
        : parcel({
            state: day > 25 ? "delivered" : "inTransit",
            scan: { at: at(22), status: "inTransit" },
          }),
    );
    const after = news.filter(({ day }) => day >= 22).map(({ kind }) => kind);
    expect(after).toEqual(["delivery.stillLate", "delivery.solved"]);
    expect(over).toBe(true);
  });

  it("without a promise of the order the carrier's first estimate is one, and later ones do not move it", () => {
    const one = (day: number) => parcel({ promisedTo: null, estimatedAt: at(day < 2 ? 4 : 30) });
    const { news } = follow(days(8), one);
    expect(news.map(({ kind }) => kind)).toContain("delivery.late");
  });

  it("a promise of the year 9999 is none", () => {
    const look = lookAt(shop(), parcel({ promisedTo: new Date("9999-12-31") }), NOTHING_TOLD, at(3));
    expect(look).toMatchObject({ promised: null, harm: 0, news: [] });
  });

  it.each([
    ["a carrier that does not tell", shop({ reports: () => false }), parcel()],
    ["never scanned", shop(), parcel({ scan: null })],
  ])("%s: in no state of trouble, nothing told, no case", (_what, by, one) => {
    const { news } = follow(days(60), () => one, by);
    expect(news).toEqual([]);
    expect(lookAt(by, one, NOTHING_TOLD, at(30))).toMatchObject({ state: "fine", harm: 0 });
  });

  it("ends after 90 days", () => {
    expect(isOver(lookAt(shop(), parcel(), NOTHING_TOLD, at(91)))).toBe(true);
  });
});

describe("laws", () => {
  const statuses = ["inTransit", "heldByCustoms", "delayed", "lost", "outForDelivery", "returned"] as const;
  const anyStory = fc.record({
    steps: fc.array(
      fc.record({
        wait: fc.double({ min: 0.01, max: 9, noNaN: true }),
        state: fc.constantFrom(...PARCEL_STATES),
        status: fc.option(fc.constantFrom(...statuses)),
        scanAgo: fc.double({ min: 0, max: 30, noNaN: true }),
        promised: fc.option(fc.double({ min: -400, max: 800, noNaN: true })),
      }),
      { maxLength: 25 },
    ),
  });

  it("looking twice at one moment says nothing the second time; every piece of news has its own number", () => {
    fc.assert(
      fc.property(anyStory, ({ steps }) => {
        let [told, day] = [NOTHING_TOLD, 0];
        const keys = new Set<string>();
        for (const step of steps) {
          day += step.wait;
          const seen = parcel({
            state: step.state,
            promisedTo: step.promised === null ? null : at(step.promised),
            scan: step.status ? { at: at(day - step.scanAgo), status: step.status } : null,
          });
          const look = lookAt(shop(), seen, told, at(day));
          for (const { kind, no } of look.news) {
            expect(keys.has(`${kind}${no}`)).toBe(false);
            keys.add(`${kind}${no}`);
          }
          if (isOver(look)) return;
          told = readTold(JSON.parse(JSON.stringify(look.told)));
          const again = lookAt(shop(), seen, told, at(day));
          expect(again.news).toEqual([]);
          expect(look.harm >= 0 && look.nextLookAt > at(day)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("silence", () => {
  it.each([
    // Monday to the Monday after next, in Britain
    ["GB", Date.UTC(2026, 2, 2), Date.UTC(2026, 2, 16), 10],
    ["GB", Date.UTC(2026, 2, 2), Date.UTC(2026, 2, 2, 23), 0],
    // Good Friday and Easter Monday are none
    ["GB", Date.UTC(2026, 3, 2), Date.UTC(2026, 3, 7), 1],
    // Israel rests on Friday and Saturday
    ["IL", Date.UTC(2026, 1, 5), Date.UTC(2026, 1, 8), 1],
    ["", Date.UTC(2020, 0, 1), Date.UTC(2026, 0, 1), 120],
  ])("%s: working days from %d to %d are %d", (country, from, until, count) => {
    expect(openDaysBetween(country, "", from, until)).toBe(count);
  });

  it("the further it goes, the longer it may be silent", () => {
    const lost = (country: string, weeks: number) =>
      isLost({ from: "GB", country, region: "" }, START, START + weeks * 7 * DAY);
    expect(["GB", "DE", "JP"].map((country) => [2.2, 4.4, 6].map((weeks) => lost(country, weeks)))).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
    ]);
  });
});

it("carriers that do not tell are found, from twenty parcels on", () => {
  const now = at(100).getTime();
  const some = (carrier: string, count: number, delivered: boolean) =>
    Array.from({ length: count }, () => ({
      carrier,
      handedOver: at(0),
      delivered: delivered ? at(3) : null,
    }));
  const parcels = [
    ...some("Pigeon", 15, false),
    ...some("Pigeon", 10, true),
    ...some("DHL", 5, false),
    ...some("DHL", 30, true),
    ...some("Snail", 19, false),
  ];
  expect(silentCarriers(parcels, now)).toEqual(["Pigeon"]);
});

it("an order without a day is late after so many of the shop's working days, not before", () => {
  const shopOf = (shipWithinDays: number | null) => ({ shipWithinDays, country: "GB", region: "" });
  const friday = new Date(Date.UTC(2026, 2, 6, 15));
  const on = (day: number) => new Date(Date.UTC(2026, 2, day, 15));
  const order = { placedAt: friday, shipBy: null };
  expect(isLateToShip(order, shopOf(null), on(30))).toBeNull();
  expect([9, 10].map((day) => isLateToShip(order, shopOf(1), on(day)))).toEqual([false, true]);
  expect(isLateToShip({ ...order, shipBy: on(8) }, shopOf(9), on(9))).toBe(true);
});

it("a model that was learnt is read back as it was; another version's is not", () => {
  const model = learn(
    parcelsOf({
      ...{ parcels: 400, span: 120, carriers: ["DHL"], services: ["std"], countries: ["GB", "DE"] },
      ...{ mean: () => 3, spread: 0.3, seed: 3 },
    }),
  );
  const stored: unknown = JSON.parse(JSON.stringify(model));
  expect(readModel(stored)).toEqual(model);
  expect(readModel({ ...model, version: 2 })).toBeNull();
  expect(readModel({ ...model, transit: { ...model.transit, starts: [0] } })).toBeNull();
  expect(readModel("nonsense")).toBeNull();
});
