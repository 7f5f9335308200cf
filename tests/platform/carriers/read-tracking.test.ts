import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriers } from "~/platform/carriers/registry";
import { PARCEL_STATUSES, SHOPIFY_EVENT_STATUS, statusIn } from "~/platform/carriers/status";
import * as maps from "~/platform/carriers/status-maps";
import { inOrder, type TrackingEvent } from "~/platform/carriers/tracking";
import { easyPostTracker, shippoTrack } from "./samples";

const NOW = new Date("2026-11-22T12:00:00Z");
const { easypost, shippo, generic } = carriers;
const sign = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("hex");

describe("until when a pick-up point keeps a parcel", () => {
  it.each<[unknown, string | undefined]>([
    ["2026-11-25", "2026-11-25"],
    // its own calendar's day, not that of another zone
    ["2026-11-25T23:30:00-05:00", "2026-11-25"],
    ["2026-11-25 18:00", "2026-11-25"],
    // over, too far away, or no day
    ["2026-11-19", undefined],
    ["2027-11-25", undefined],
    ["2026-13-45", undefined],
    ["9999-12-31", undefined],
    ["in three days", undefined],
    [1795600000, undefined],
    [null, undefined],
  ])("%j is %j", (pickup_until, expected) => {
    const tracking = generic.readTracking({ tracking_number: "A1", status: "ready", pickup_until }, NOW);
    expect(tracking.pickupUntil).toBe(expected);
  });
});

describe("what EasyPost says", () => {
  it("is read, its events oldest first", () => {
    const tracking = easypost.readTracking(easyPostTracker, NOW);
    expect(tracking).toMatchObject({
      carrier: "USPS",
      trackingNumber: "9400111206206406260787",
      status: "delayed",
      rawStatus: "in_transit / weather_delay",
      estimatedDelivery: new Date("2026-11-24T12:00:00Z"),
      externalId: "trk_e7e8f143",
    });
    expect(tracking.events.map(({ status, city }) => [status, city])).toEqual([
      ["preparing", null],
      ["inTransit", "HOUSTON"],
    ]);
  });

  it("is read out of an event, a shipment and a text too", () => {
    const expected = easypost.readTracking(easyPostTracker, NOW);
    const event = { object: "Event", description: "tracker.updated", result: easyPostTracker };
    expect(easypost.readTracking(event, NOW)).toEqual(expected);
    expect(easypost.readTracking({ object: "Shipment", tracker: easyPostTracker }, NOW)).toEqual(expected);
    expect(easypost.readTracking(JSON.stringify(event), NOW)).toEqual(expected);
  });

  it("of a claim or a refund is no parcel's news", () => {
    for (const object of ["Claim", "Refund", "Insurance"])
      expect(
        easypost.readTracking({ ...easyPostTracker, object, status: "cancelled" }, NOW).status,
      ).toBeNull();
  });

  it("keeps a code it does not know, and takes the events' word", () => {
    const tracking = easypost.readTracking(
      { ...easyPostTracker, status: "teleported", status_detail: "wormhole" },
      NOW,
    );
    expect(tracking.rawStatus).toBe("teleported / wormhole");
    expect(tracking.status).toBe("inTransit");
    expect(easypost.readTracking({ tracking_code: "1", status: "teleported" }, NOW).status).toBeNull();
  });

  it("once delivered stays delivered, whatever a detail adds", () => {
    for (const status_detail of Object.keys(maps.EASYPOST_DETAIL))
      expect(
        easypost.readTracking({ ...easyPostTracker, status: "delivered", status_detail }, NOW).status,
      ).toBe("delivered");
  });
});

describe("what Shippo says", () => {
  it("is read, from a track and from a webhook", () => {
    const tracking = shippo.readTracking(shippoTrack, NOW);
    expect(tracking).toMatchObject({
      carrier: "usps",
      status: "outForDelivery",
      rawStatus: "TRANSIT / out_for_delivery",
      reference: "aftercare-0199-1",
    });
    expect(tracking.events.map(({ status }) => status)).toEqual([null, "outForDelivery"]);
    expect(shippo.readTracking({ event: "track_updated", test: true, data: shippoTrack }, NOW)).toEqual(
      tracking,
    );
  });
});

describe("what anybody else says", () => {
  it.each([
    {
      trackingNumber: "AB1",
      status: "Out for Delivery",
      events: [{ time: "2026-11-21T10:00:00Z", status: "Out for Delivery" }],
    },
    {
      data: {
        tracking_code: "AB1",
        tag: "OutForDelivery",
        checkpoints: [{ checkpoint_time: "2026-11-21T10:00:00", tag: "OutForDelivery" }],
      },
    },
    {
      shipment: {
        awb: "AB1",
        status: { code: "OUT_FOR_DELIVERY" },
        scans: [{ timestamp: 1795255200, code: "WITH-COURIER" }],
      },
    },
  ])("is read by its usual names: %j", (body) => {
    const tracking = generic.readTracking(body, NOW);
    expect(tracking).toMatchObject({ trackingNumber: "AB1", status: "outForDelivery" });
    expect(tracking.events).toEqual([
      expect.objectContaining({ status: "outForDelivery", at: new Date("2026-11-21T10:00:00Z") }),
    ]);
  });
});

describe("events", () => {
  const at = (time: string | null, message: string): TrackingEvent => ({
    at: time === null ? null : new Date(time),
    status: null,
    rawStatus: null,
    message,
    city: null,
    region: null,
    country: null,
  });

  it("are put in order, doubles gone, those without a time behind the one before them", () => {
    const [a, b, c] = [at("2026-01-01", "a"), at(null, "b"), at("2026-01-03", "c")] as const;
    for (const given of [
      [a, b, c],
      [c, b, a],
      [c, a, b],
      [a, b, c, a, c],
    ])
      expect(
        inOrder(given)
          .filter((one) => one.at)
          .map(({ message }) => message),
      ).toEqual(["a", "c"]);
    expect(inOrder([c, b, a]).map(({ message }) => message)).toEqual(["a", "b", "c"]);
  });

  it.each([
    "9999-12-31T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "2027-03-01T00:00:00Z",
    "yesterday",
    "",
    null,
    {},
    1e300,
    "0000-00-00",
  ])("have no time when it cannot be: %s", (datetime) => {
    const body = {
      ...easyPostTracker,
      est_delivery_date: "9999-12-31",
      tracking_details: [{ datetime, status: "delivered" }],
    };
    const tracking = easypost.readTracking(body, NOW);
    expect(tracking.events).toEqual([expect.objectContaining({ at: null, status: "delivered" })]);
    expect(tracking.estimatedDelivery).toBeNull();
  });

  it("keep the same order whatever order they came in", () => {
    const events = fc.uniqueArray(fc.integer({ min: 0, max: 1e9 }), { maxLength: 30 });
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (times, random) => {
        const given = times.map((time) => at(new Date(1.7e12 + time).toISOString(), String(time)));
        const shuffled = [...given].sort(() => (random.next().value % 3) - 1);
        expect(inOrder(shuffled)).toEqual(inOrder(given));
      }),
    );
  });
});

describe.each(Object.entries(carriers))("%s", (_, carrier) => {
  it("reads anything without falling over", () => {
    const words = fc.constantFrom(
      "tracker",
      "result",
      "data",
      "tracking_details",
      "status",
      "events",
      "substatus",
      "location",
      "__proto__",
      "constructor",
    );
    const body = fc.oneof(
      fc.anything(),
      fc.json(),
      fc.string(),
      fc.object({ key: words, maxDepth: 4 }),
      fc.dictionary(words, fc.array(fc.object({ key: words, maxDepth: 2 }))),
    );
    fc.assert(
      fc.property(body, (one) => {
        const tracking = carrier.readTracking(one, NOW);
        expect(Array.isArray(tracking.events)).toBe(true);
        for (const { at } of tracking.events)
          if (at) expect(at.getTime()).toBeLessThan(NOW.getTime() + 2 * 86_400_000);
        expect([null, ...PARCEL_STATUSES]).toContain(tracking.status);
      }),
      { numRuns: 300 },
    );
  });

  it("believes nothing that is not signed", () => {
    const body = JSON.stringify({ result: easyPostTracker, data: shippoTrack });
    expect(carrier.readWebhook({}, body)).toEqual({ ok: false, refusal: { code: "noSecret" } });
    expect(carrier.readWebhook({}, body, "secret")).toEqual({
      ok: false,
      refusal: { code: "signatureMissing" },
    });
    const wrong = {
      "X-Hmac-Signature": "hmac-sha256-hex=00",
      "Shippo-Auth-Signature": "t=1795348800,v1=00",
      "X-Signature-256": "sha256=00",
    };
    expect(carrier.readWebhook(wrong, body, "secret", NOW)).toEqual({
      ok: false,
      refusal: { code: "signatureWrong" },
    });
    expect(carrier.readWebhook(wrong, "x".repeat(1_000_001), "secret", NOW)).toMatchObject({
      refusal: { code: "tooLarge" },
    });
  });
});

describe("a signed webhook", () => {
  it("of EasyPost is read, with a secret in any script", () => {
    const body = JSON.stringify({ object: "Event", description: "tracker.updated", result: easyPostTracker });
    const secret = "sécret";
    const headers = { "x-hmac-signature": `hmac-sha256-hex=${sign(secret.normalize("NFKD"), body)}` };
    expect(easypost.readWebhook(headers, Buffer.from(body), secret, NOW)).toMatchObject({
      ok: true,
      value: { status: "delayed" },
    });
    expect(easypost.readWebhook(headers, `${body} `, secret, NOW)).toMatchObject({
      refusal: { code: "signatureWrong" },
    });
    const other = JSON.stringify({
      object: "Event",
      description: "batch.created",
      result: { object: "Batch" },
    });
    expect(easypost.readWebhook({ "X-Hmac-Signature": sign("s", other) }, other, "s")).toEqual({
      ok: true,
      value: null,
    });
    expect(easypost.readWebhook({ "X-Hmac-Signature": sign("s", "{") }, "{", "s")).toMatchObject({
      refusal: { code: "unreadable" },
    });
  });

  it("of Shippo is read while it is fresh", () => {
    const body = JSON.stringify({ event: "track_updated", data: shippoTrack });
    const time = String(NOW.getTime() / 1000);
    const headers = new Headers({ "Shippo-Auth-Signature": `t=${time},v1=${sign("k", `${time}.${body}`)}` });
    expect(shippo.readWebhook(headers, body, "k", NOW)).toMatchObject({
      ok: true,
      value: { status: "outForDelivery" },
    });
    const later = new Date(NOW.getTime() + 2 * 3_600_000);
    expect(shippo.readWebhook(headers, body, "k", later)).toMatchObject({ refusal: { code: "tooOld" } });
  });

  it("of anybody else is read", () => {
    const body = JSON.stringify({ tracking_number: "X1", status: "delivered" });
    const headers = { "x-signature-256": `sha256=${sign("a secret of ours", body)}` };
    expect(generic.readWebhook(headers, body, "a secret of ours")).toMatchObject({
      ok: true,
      value: { status: "delivered" },
    });
  });
});

describe("the status maps", () => {
  it.each(Object.entries(maps))("%s speaks our vocabulary, in codes that are found", (_, map) => {
    for (const [code, status] of Object.entries(map)) {
      expect([null, ...PARCEL_STATUSES]).toContain(status);
      expect(statusIn(map, code.toUpperCase().replaceAll("_", " "))).toBe(status);
    }
  });

  it("know nothing of what every object has", () => {
    for (const code of ["constructor", "__proto__", "toString", "hasOwnProperty"])
      expect(statusIn(maps.GENERIC_STATUS, code)).toBeNull();
  });

  it("can be written back to Shopify", () => {
    expect(Object.keys(SHOPIFY_EVENT_STATUS).sort()).toEqual([...PARCEL_STATUSES].sort());
  });
});
