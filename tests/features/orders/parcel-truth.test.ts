import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { aParcel } from "#tests/factories/order";
import { newsOfParcel } from "~/features/orders/parcel-news";
import { asAllTell, mergedScans, type Scan, stateByScans } from "~/features/orders/parcel-truth";
import { PARCEL_STATES, parcelState } from "~/features/orders/rules";
import { scansTold, unknownCodes } from "~/features/orders/scans-told";
import type { KeptScan } from "~/features/orders/track-store.server";
import { toTell, toWriteBack } from "~/features/orders/write-back";
import { shopifysWord } from "~/platform/carriers/status";
import type { TrackingEvent } from "~/platform/carriers/tracking";

const NOW = new Date("2026-11-22T12:00:00Z");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

const scan = (
  status: string,
  hoursAgo: number,
  source = "easypost",
  over: Partial<KeptScan> = {},
): KeptScan => ({
  id: `${source}-${status}-${hoursAgo}`,
  source,
  status,
  happenedAt: ago(hoursAgo),
  ...{ rawStatus: null, message: null, city: null, country: null, shopifyEventId: null },
  ...over,
});

const SHOPIFYS = [
  "in_transit",
  "out_for_delivery",
  "attempted_delivery",
  "delivered",
  "not_delivered",
  "failure",
];
const anyScan: fc.Arbitrary<KeptScan> = fc
  .record({
    source: fc.constantFrom("shopify", "easypost", "shippo", "generic"),
    status: fc.constantFrom(...PARCEL_STATES, "unknown"),
    shopifys: fc.constantFrom(...SHOPIFYS),
    quarters: fc.integer({ min: 0, max: 60 }),
    message: fc.option(fc.constantFrom("Sorted", "On the van"), { nil: null }),
    city: fc.option(fc.constantFrom("York", "Leeds"), { nil: null }),
  })
  .map(({ source, status, shopifys, quarters, message, city }) =>
    scan(source === "shopify" ? shopifys : status, quarters / 4, source, {
      message,
      city,
      id: `${source} ${status} ${shopifys} ${quarters} ${message} ${city}`,
    }),
  );
const anyScans = fc.array(anyScan, { maxLength: 14 });
/** The same scans in another order, some of them said twice. */
const retold = anyScans.chain((scans) =>
  fc.record({
    scans: fc.constant(scans),
    again: fc
      .tuple(fc.shuffledSubarray(scans, { minLength: scans.length }), fc.subarray(scans))
      .map(([shuffled, twice]) => [...shuffled, ...twice]),
  }),
);

describe("what all sources tell", () => {
  it("is the same in whatever order and however often it is told", () => {
    fc.assert(
      fc.property(retold, ({ scans, again }) => {
        expect(mergedScans(again, NOW)).toEqual(mergedScans(scans, NOW));
        expect(stateByScans(again, NOW)).toBe(stateByScans(scans, NOW));
        const parcel = aParcel([], { displayStatus: "in_transit", events: [] });
        const as = (kept: KeptScan[]) => asAllTell(parcel, { scans: kept, estimatedAt: null }, NOW);
        expect(as(again)).toEqual(as(scans));
      }),
    );
  });

  it("is one history, oldest first, that merged again stays as it is", () => {
    fc.assert(
      fc.property(anyScans, (scans) => {
        const once = mergedScans(scans, NOW);
        expect(mergedScans(once, NOW).length).toBeLessThanOrEqual(once.length);
        const times = once.map(({ happenedAt }) => happenedAt.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it("of one scan by two sources is one, each lending what the other lacks", () => {
    const ours = scan("inTransit", 5, "easypost", { city: "York" });
    const theirs = scan("in_transit", 4.5, "shopify", { message: "Sorted" });
    expect(mergedScans([theirs, ours], NOW)).toEqual([{ ...ours, message: "Sorted" }]);
    expect(mergedScans([ours, scan("in_transit", 2, "shopify")], NOW)).toHaveLength(2);
    expect(mergedScans([ours, scan("inTransit", 4.8)], NOW)).toHaveLength(2);
  });

  it("from the year 9999, the day after tomorrow or no day at all is nothing", () => {
    const odd = ["9999-12-31T00:00:00Z", "2026-11-25T12:00:00Z", "no day"].map((at) =>
      scan("delivered", 1, "easypost", { id: at, happenedAt: new Date(at) }),
    );
    expect(mergedScans(odd, NOW)).toEqual([]);
    expect(stateByScans([...odd, scan("inTransit", 3)], NOW)).toBe("inTransit");
  });
});

test.each<[string, Scan[], string | null]>([
  ["nothing said", [], null],
  ["a label and no more", [scan("preparing", 5)], "preparing"],
  ["a label noted late", [scan("inTransit", 5), scan("preparing", 1)], "inTransit"],
  [
    "noted as sent hours after it moved",
    [scan("inTransit", 5), scan("fulfilled", 1, "shopify")],
    "inTransit",
  ],
  ["the latest scan", [scan("outForDelivery", 2), scan("inTransit", 9)], "outForDelivery"],
  ["a depot's scan after the delivery", [scan("delivered", 5), scan("inTransit", 2)], "delivered"],
  ["delivered at the sender's door", [scan("returned", 50), scan("delivered", 2)], "returned"],
  ["returned after a slip", [scan("delivered", 50), scan("returned", 2)], "returned"],
  ["found again", [scan("lost", 50), scan("inTransit", 2)], "inTransit"],
  ["a voided label's twin", [scan("inTransit", 5), scan("cancelled", 2)], "inTransit"],
  ["a code of tomorrow", [scan("shipped", 5), scan("unknown", 2)], "inTransit"],
  [
    "Shopify's words beside ours",
    [scan("attempted", 5), scan("out_for_delivery", 2, "shopify")],
    "outForDelivery",
  ],
])("%s", (_, scans, state) => expect(stateByScans(scans, NOW)).toBe(state));

describe("a parcel as all tell it", () => {
  const parcel = aParcel([], { id: "7", displayStatus: "fulfilled", updatedAt: ago(20), shippedAt: ago(30) });

  it("is Shopify's word unchanged while nobody else speaks, and when it is cancelled", () => {
    expect(asAllTell(parcel, undefined, NOW)).toBe(parcel);
    const theirs = { scans: [scan("delivered", 2, "shopify")], estimatedAt: null };
    expect(asAllTell(parcel, theirs, NOW)).toBe(parcel);
    const cancelled = { ...parcel, status: "cancelled" };
    expect(asAllTell(cancelled, { scans: [scan("delivered", 2)], estimatedAt: null }, NOW)).toBe(cancelled);
  });

  it("takes the carrier's delivery and day where Shopify knows none", () => {
    const all = asAllTell(parcel, { scans: [scan("delivered", 2)], estimatedAt: ago(-5) }, NOW);
    expect(parcelState(all)).toBe("delivered");
    expect([all.deliveredAt, all.estimatedAt]).toEqual([ago(2), ago(-5)]);
  });

  it("counts what Shopify says without a scan", () => {
    const marked = { ...parcel, displayStatus: "delivered", deliveredAt: ago(1) };
    const all = asAllTell(marked, { scans: [scan("inTransit", 3)], estimatedAt: null }, NOW);
    expect(parcelState(all)).toBe("delivered");
  });

  it("is no news when another source tells what was known", () => {
    const kept = [scan("attempted", 5)];
    const again = {
      ...parcel,
      displayStatus: "attempted_delivery",
      events: [scan("attempted_delivery", 4.6, "shopify")],
    };
    const known = { id: "7", parcelState: "attempted", updatedAt: ago(20), events: kept };
    expect(newsOfParcel(known, asAllTell(again, { scans: kept, estimatedAt: null }, NOW))).toEqual([]);
    const tried = { ...again, events: [scan("attempted_delivery", 1, "shopify")] };
    expect(newsOfParcel(known, asAllTell(tried, { scans: kept, estimatedAt: null }, NOW))).toMatchObject([
      { kind: "order.deliveryAttempted" },
    ]);
  });
});

describe("what a source tells of a parcel", () => {
  const event = (over: Partial<TrackingEvent>): TrackingEvent => ({
    ...{ at: ago(5), status: "inTransit", rawStatus: "in_transit", message: null },
    ...{ city: null, region: null, country: null },
    ...over,
  });
  const told = (
    events: TrackingEvent[],
    status: TrackingEvent["status"] = null,
    lastStatus: string | null = null,
  ) =>
    scansTold(
      "easypost",
      { status, rawStatus: null, events },
      { id: "7", shippedAt: ago(48) },
      { now: NOW, lastStatus },
    );

  it("has the same ids each time, and none for what has no time or is another parcel's", () => {
    const [first] = told([event({})]);
    expect(told([event({ at: ago(1) }), event({})]).map(({ id }) => id)).toContain(first?.id);
    expect(told([event({ at: null }), event({ at: ago(24 * 300) })])).toEqual([]);
  });

  it("is nothing while the number still is an older parcel's", () => {
    const old = event({ at: ago(24 * 300), status: "delivered", rawStatus: "delivered" });
    expect(told([old], "delivered")).toEqual([]);
  });

  it("has other ids for another parcel of the same van", () => {
    const of = (id: string) =>
      scansTold(
        "easypost",
        { status: null, rawStatus: null, events: [event({})] },
        { id, shippedAt: ago(48) },
        {
          now: NOW,
          lastStatus: null,
        },
      )[0]?.id;
    expect(of("7")).not.toBe(of("8"));
  });

  it("keeps a code nobody knows, with the carrier's words, and says so", () => {
    const scans = told([event({ status: null, rawStatus: "WORMHOLE", message: "Entered the wormhole" })]);
    expect(scans).toMatchObject([
      { status: "unknown", rawStatus: "WORMHOLE", message: "Entered the wormhole" },
    ]);
    expect(unknownCodes(scans)).toEqual(["WORMHOLE"]);
  });

  it("is nothing where its code is known to say nothing", () => {
    const nothing = { status: null, rawStatus: "unknown / status_update", message: "No record of it yet" };
    expect(told([event(nothing)])).toEqual([]);
    expect(told([event({ ...nothing, rawStatus: null })])).toMatchObject([{ status: "unknown" }]);
  });

  it("has its own state as a scan where none of its scans says it, once", () => {
    expect(told([event({})], "outForDelivery").map(({ status }) => status)).toEqual([
      "inTransit",
      "outForDelivery",
    ]);
    expect(told([], "delivered")).toMatchObject([{ status: "delivered", happenedAt: NOW }]);
    expect(told([], "delivered", "delivered")).toEqual([]);
  });
});

describe("what Shopify is told", () => {
  const theirScans = (scans: KeptScan[]) =>
    scans.map(({ id, status, happenedAt }) => ({ id, status, happenedAt }));

  it("ends: after it was told nothing is left, whatever it says back", () => {
    fc.assert(
      fc.property(anyScans, fc.boolean(), (scans, remembered) => {
        const theirs = scans.filter(({ source }) => source === "shopify");
        const tell = toWriteBack(scans, theirScans(theirs), NOW);
        const echoes = tell.map((one, at): KeptScan => {
          const status = shopifysWord(toTell(one).state) ?? "";
          return { ...one, id: `echo ${at}`, source: "shopify", status };
        });
        // Whether or not we lived to note under which id Shopify has it.
        const idOf = (id: string) => {
          const at = tell.findIndex((one) => one.id === id);
          return remembered && at >= 0 ? `echo ${at}` : null;
        };
        const ours = [...scans.map((one) => ({ ...one, shopifyEventId: idOf(one.id) })), ...echoes];
        const after = toWriteBack(ours, theirScans([...theirs, ...echoes]), NOW);
        expect(after).toEqual([]);
        expect(stateByScans(ours, NOW)).toBe(stateByScans(scans, NOW));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is each step once, not each scan, and nothing it knows", () => {
    const scans = [
      scan("inTransit", 9),
      scan("inTransit", 7),
      scan("outForDelivery", 3),
      scan("delivered", 1),
    ];
    const theirs = [{ id: "91", status: "out_for_delivery", happenedAt: ago(3.2) }];
    expect(toWriteBack(scans, theirs, NOW)).toEqual([scans[0], scans[3]]);
    expect(toWriteBack([scan("unknown", 2)], [], NOW)).toEqual([]);
  });

  it("a loss comes back as a failure, and stays a loss here", () => {
    const lost = scan("lost", 2, "easypost", { shopifyEventId: "77" });
    const echo = scan("failure", 2, "shopify", { id: "77" });
    expect(stateByScans([scan("inTransit", 90), lost, echo], NOW)).toBe("lost");
  });
});
