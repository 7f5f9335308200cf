import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOf, kinds } from "~/features/notifications/registry";
import { decideNews, type Subject, type Told } from "~/features/notifications/rules";
import { PARCEL_STATES } from "~/features/orders/rules";
import { type Settings, settingsSchema } from "~/features/settings/schema";
import { quietUntil } from "~/values/quiet-hours";

const NOW = new Date("2026-11-03T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

type Choices = Partial<Settings["notifications"]>;
const chosen = (over: Choices = {}) => settingsSchema.parse({ notifications: over }).notifications;

const about = (over: Partial<Subject> = {}): Subject => ({
  cancelledAt: null,
  updatedAt: ago(1),
  financialStatus: "paid",
  fulfilmentStatus: "fulfilled",
  parcels: ["shipped"],
  allParcels: ["shipped"],
  untold: 0,
  returnMethod: null,
  email: "ada@example.com",
  byPhone: "no",
  test: false,
  redacted: false,
  placedAt: ago(60),
  installedAt: new Date("2026-01-01T00:00:00Z"),
  factAt: ago(1),
  happenedAt: null,
  backfilled: false,
  silenced: false,
  parcelIds: ["p1"],
  returnId: null,
  timeZone: "Europe/London",
  since: null,
  ...over,
});
const told = (kind: string, over: Partial<Told> = {}): Told => ({
  id: `old ${kind}`,
  kind,
  gathersWith: kindOf(kind)?.gather?.with ?? null,
  state: "sent",
  parcelIds: ["p1"],
  returnId: null,
  createdAt: ago(30),
  sentAt: ago(30),
  ...over,
});
const kind = (key: string) => {
  const found = kindOf(key);
  if (!found) throw new Error(`No kind ${key}`);
  return found;
};
const decide = (key: string, over: Partial<Subject> = {}, history: Told[] = [], choices: Choices = {}) =>
  decideNews(kind(key), chosen(choices), about(over), history, NOW);
const waits = { do: "hold", absorbs: [] };

describe("what becomes of news", () => {
  type Case = [
    what: string,
    key: string,
    over: Partial<Subject>,
    history: Told[],
    choices: Choices,
    is: object,
  ];
  const year = (n: number) => new Date(`${n}-01-01T00:00:00Z`);
  const cases: Case[] = [
    ["good news", "orderShipped", {}, [], {}, { do: "send", absorbs: [] }],
    [
      "its kind is off",
      "orderShipped",
      {},
      [],
      { off: ["orderShipped"] },
      { do: "drop", why: "switchedOff" },
    ],
    ["its group is off", "orderShipped", {}, [], { shipping: false }, { do: "drop", why: "switchedOff" }],
    ["no address", "orderShipped", { email: null }, [], {}, { do: "drop", why: "noAddress" }],
    ["told by phone", "orderShipped", { email: null, byPhone: "yes" }, [], {}, { do: "send", absorbs: [] }],
    [
      "a number only, of news that goes to no phone",
      "orderShipped",
      { email: null, byPhone: "unwanted" },
      [],
      {},
      { do: "drop", why: "notForPhones" },
    ],
    [
      "two addresses",
      "orderShipped",
      { email: "a@b.example,c@d.example" },
      [],
      {},
      { do: "drop", why: "badAddress" },
    ],
    ["forgotten on request", "orderShipped", { redacted: true }, [], {}, { do: "drop", why: "redacted" }],
    ["back-filled", "orderShipped", { backfilled: true }, [], {}, { do: "drop", why: "backfilled" }],
    ["before us", "orderShipped", { placedAt: year(2025) }, [], {}, { do: "drop", why: "beforeInstall" }],
    [
      "shipped last week",
      "orderShipped",
      { happenedAt: ago(7 * 1440) },
      [],
      {},
      { do: "drop", why: "tooOld" },
    ],
    [
      "shipped in the year 9999",
      "orderShipped",
      { happenedAt: year(9999) },
      [],
      {},
      { do: "send", absorbs: [] },
    ],
    ["shipped in 1970", "orderShipped", { happenedAt: year(1970) }, [], {}, { do: "drop", why: "tooOld" }],
    [
      "placed in the year 9999",
      "orderConfirmed",
      { placedAt: year(9999), parcels: [], allParcels: [] },
      [],
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "cancelled a second later",
      "orderConfirmed",
      { cancelledAt: NOW },
      [],
      {},
      { do: "drop", why: "noLongerTrue" },
    ],
    [
      "arrived before it was confirmed",
      "orderConfirmed",
      { allParcels: ["delivered"] },
      [],
      {},
      { do: "drop", why: "noLongerTrue" },
    ],
    [
      "shipped, delivered since",
      "orderShipped",
      { parcels: ["delivered"] },
      [],
      {},
      { do: "drop", why: "overtaken" },
    ],
    [
      "shipped, on the van since",
      "orderShipped",
      { parcels: ["outForDelivery"] },
      [],
      {},
      { do: "drop", why: "overtaken" },
    ],
    [
      "the same, but the van is not told of",
      "orderShipped",
      { parcels: ["outForDelivery"] },
      [],
      { off: ["outForDelivery"] },
      { do: "send", absorbs: [] },
    ],
    [
      "one of two delivered since",
      "orderShipped",
      { parcels: ["delivered", "shipped"] },
      [],
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "a parcel that was cancelled",
      "orderShipped",
      { parcels: ["cancelled"] },
      [],
      {},
      { do: "drop", why: "overtaken" },
    ],
    ["staff said no", "orderEdited", { silenced: true }, [], {}, { do: "drop", why: "staffSaidNo" }],
    [
      "an edit not seen yet",
      "orderEdited",
      { since: ago(5), happenedAt: ago(0), updatedAt: ago(3) },
      [],
      {},
      { ...waits, why: "notYetKnown" },
    ],
    ["a test order, foreseen late", "deliveryLate", { test: true }, [], {}, { do: "drop", why: "testOrder" }],
    [
      "a test order",
      "orderConfirmed",
      { test: true, parcels: [], allParcels: [] },
      [],
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "back on track, and nobody was told it was late",
      "deliveryBackOnTrack",
      {},
      [],
      {},
      { do: "drop", why: "nothingToCorrect" },
    ],
    ["back on track", "deliveryBackOnTrack", {}, [told("deliveryLate")], {}, { do: "send", absorbs: [] }],
    [
      "another parcel's delay",
      "deliveryBackOnTrack",
      {},
      [told("deliveryLate", { parcelIds: ["p2"] })],
      {},
      { do: "drop", why: "nothingToCorrect" },
    ],
    [
      "back on track overnight",
      "deliveryBackOnTrack",
      {},
      [told("deliveryLate", { state: "held" })],
      {},
      { do: "drop", why: "nothingToCorrect" },
    ],
    [
      "a return's refund",
      "orderRefunded",
      { since: ago(10) },
      [told("returnRefunded")],
      {},
      { do: "drop", why: "toldAlready" },
    ],
    [
      "a return's refund that waits for the morning",
      "orderRefunded",
      { since: ago(10) },
      [told("returnRefunded", { state: "held", sentAt: null })],
      {},
      { do: "drop", why: "toldAlready" },
    ],
    [
      "a return's refund that was dropped",
      "orderRefunded",
      { since: ago(10) },
      [told("returnRefunded", { state: "dropped" })],
      {},
      { do: "send", absorbs: [] },
    ],
    ["a refund of its own", "orderRefunded", { since: ago(10) }, [], {}, { do: "send", absorbs: [] }],
    ["paused", "orderShipped", {}, [], { paused: ["orderShipped"] }, { ...waits, why: "paused" }],
    [
      "all paused",
      "orderConfirmed",
      { parcels: [], allParcels: [] },
      [],
      { paused: ["all"] },
      { ...waits, why: "paused" },
    ],
    [
      "paused for a day",
      "orderShipped",
      { since: ago(1440) },
      [],
      { paused: ["all"] },
      { do: "drop", why: "pausedTooLong" },
    ],
    [
      "the first part",
      "orderPartShipped",
      { fulfilmentStatus: "partially_fulfilled" },
      [],
      {},
      { ...waits, why: "gathering" },
    ],
    [
      "the last part, while the first waits",
      "orderShipped",
      {},
      [told("orderPartShipped", { state: "held", parcelIds: ["p2"] })],
      {},
      { do: "send", absorbs: ["old orderPartShipped"] },
    ],
    [
      "the last part, when the first was told",
      "orderShipped",
      {},
      [told("orderPartShipped")],
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "the sixth message of the day",
      "outForDelivery",
      { parcels: ["outForDelivery"] },
      Array(5).fill(told("orderShipped")),
      {},
      { do: "drop", why: "tooMany" },
    ],
    [
      "the same, but it matters",
      "deliveryLost",
      {},
      Array(40).fill(told("orderShipped")),
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "five, but yesterday",
      "outForDelivery",
      { parcels: ["outForDelivery"] },
      Array(5).fill(told("orderShipped", { sentAt: ago(1500) })),
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "at night there",
      "orderShipped",
      { timeZone: "Asia/Tokyo" },
      [],
      {},
      { ...waits, why: "quietHours", until: new Date("2026-11-03T23:00:00Z") },
    ],
    [
      "at night there, at the door",
      "orderDelivered",
      { timeZone: "Asia/Tokyo", parcels: ["delivered"], allParcels: ["delivered"] },
      [],
      {},
      { do: "send", absorbs: [] },
    ],
    [
      "at night, and the shop does not mind",
      "orderShipped",
      { timeZone: "Asia/Tokyo" },
      [],
      { quiet: null },
      { do: "send", absorbs: [] },
    ],
  ];
  it.each(cases)("%s (%s)", (_what, key, over, history, choices, is) => {
    expect(decide(key, over, history, choices)).toMatchObject(is);
  });
});

describe("laws", () => {
  const anyTime = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  const near = fc.integer({ min: -20_000, max: 20_000 }).map(ago);
  const time = fc.oneof(near, anyTime);
  const state = fc.constantFrom(...PARCEL_STATES);
  const aSubject = fc.record({
    cancelledAt: fc.option(time),
    updatedAt: time,
    financialStatus: fc.constantFrom("paid", "pending", "voided", "expired"),
    fulfilmentStatus: fc.constantFrom("unfulfilled", "partially_fulfilled", "fulfilled"),
    parcels: fc.array(state, { maxLength: 3 }),
    allParcels: fc.array(state, { maxLength: 3 }),
    untold: fc.nat(3),
    returnMethod: fc.constantFrom(null, "label", "store"),
    email: fc.constantFrom("ada@example.com", null, "x\r\nBcc: y@example.com"),
    byPhone: fc.constantFrom("yes" as const, "unwanted" as const, "no" as const),
    test: fc.boolean(),
    redacted: fc.boolean(),
    placedAt: time,
    installedAt: time,
    factAt: time,
    happenedAt: fc.option(time),
    backfilled: fc.boolean(),
    silenced: fc.boolean(),
    parcelIds: fc.subarray(["p1", "p2"]),
    returnId: fc.constant(null),
    timeZone: fc.constantFrom("Europe/London", "America/New_York", "Asia/Kathmandu", "Nowhere/Land"),
    since: fc.option(time),
  });
  const aHistory = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds.map(({ key }) => key)),
      state: fc.constantFrom("sent", "held", "queued", "dropped", "merged", "deciding"),
      createdAt: time,
    }),
    { maxLength: 8 },
  );
  const anyNews = fc.tuple(fc.constantFrom(...kinds), aSubject, aHistory, time);

  it("whatever the clocks say, news is sent, held for at most a day and a half, or dropped with a reason", () => {
    fc.assert(
      fc.property(anyNews, ([one, subject, past, now]) => {
        const history = past.map((each, at) => told(each.kind, { ...each, id: String(at), sentAt: null }));
        const decision = decideNews(one, chosen(), subject, history, now);
        if (decision.do === "hold") {
          const ms = decision.until.getTime() - now.getTime();
          expect(ms).toBeGreaterThan(0);
          expect(ms).toBeLessThanOrEqual(36 * 3_600_000);
        }
        if (decision.do === "drop") expect(decision.why).toBeTruthy();
        else {
          expect(subject.email ?? subject.byPhone).toBe(subject.email ? "ada@example.com" : "yes");
          expect([subject.redacted, subject.backfilled, subject.silenced]).toEqual([false, false, false]);
          const waiting = new Set(
            history.filter((each) => /held|deciding/.test(each.state)).map(({ id }) => id),
          );
          for (const id of decision.absorbs) expect(waiting).toContain(id);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("nothing of the way is told of parcels that have all arrived or come back", () => {
    const over = fc.constantFrom("delivered" as const, "returned" as const);
    fc.assert(
      fc.property(anyNews, over, ([one, subject, , now], end) => {
        if (!one.parcelState || ["delivered", "returned"].includes(one.parcelState)) return;
        const gone = { ...subject, parcels: [end], allParcels: [end] };
        expect(decideNews(one, chosen(), gone, [], now).do).toBe("drop");
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("quiet hours", () => {
  const quiet = { from: "21:00", to: "08:00" };
  it.each([
    ["2026-11-03T21:00:00Z", "Europe/London", "2026-11-04T08:00:00Z"],
    ["2026-11-03T20:59:59Z", "Europe/London", null],
    ["2026-11-03T08:00:00Z", "Europe/London", null],
    ["2026-11-03T07:59:59Z", "Europe/London", "2026-11-03T08:00:00Z"],
    // the clocks go back, then forward, in the night
    ["2026-10-24T21:30:00Z", "Europe/London", "2026-10-25T08:00:00Z"],
    ["2026-03-28T22:00:00Z", "Europe/London", "2026-03-29T07:00:00Z"],
    ["2026-11-03T18:00:00Z", "Asia/Kathmandu", "2026-11-04T02:15:00Z"],
    ["2026-11-03T23:00:00Z", "Nowhere/Land", "2026-11-04T08:00:00Z"],
  ])("at %s in %s they last until %s", (now, zone, until) => {
    expect(quietUntil(new Date(now), zone, quiet)?.toISOString() ?? null).toBe(
      until && new Date(until).toISOString(),
    );
  });
  it("by day, when the shop says so; never when it says nothing", () => {
    const noon = new Date("2026-11-03T12:30:00Z");
    expect(quietUntil(noon, "UTC", { from: "12:00", to: "13:00" })).toEqual(new Date("2026-11-03T13:00:00Z"));
    expect(quietUntil(noon, "UTC", null)).toBeNull();
    expect(quietUntil(noon, "UTC", { from: "08:00", to: "08:00" })).toBeNull();
  });
});
