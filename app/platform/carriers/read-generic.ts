import { statusIn } from "./status";
import { GENERIC_STATUS } from "./status-maps";
import {
  dayKeptUntil,
  inOrder,
  latestStatus,
  list,
  pastTime,
  promisedTime,
  record,
  type Tracking,
  type TrackingEvent,
  text,
  webAddress,
} from "./tracking";
import {
  header,
  isSigned,
  MOST_BODY_BYTES,
  parsed,
  refused,
  type WebhookHeaders,
  type WebhookReading,
} from "./webhook-signature";

type Fields = Record<string, unknown>;

/** The first of these fields that is there; "a_b", "aB" and "a-b" are one name. */
function pick(from: Fields, ...names: string[]): unknown {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const keys = new Map(
    Object.keys(from)
      .slice(0, 200)
      .map((key) => [plain(key), key]),
  );
  for (const name of names) {
    const key = keys.get(name);
    if (key !== undefined && from[key] !== null && from[key] !== "") return from[key];
  }
  return undefined;
}

const HOLDERS = ["data", "result", "payload", "tracking", "track", "tracker", "shipment", "parcel"] as const;

/** The object that speaks of the parcel, at most four wrappers deep. */
function innermost(body: unknown, depth = 0): Fields {
  const one = record(Array.isArray(body) ? body[0] : body);
  const inner = pick(one, ...HOLDERS);
  const isHere = pick(one, "trackingnumber", "trackingcode", "events", "checkpoints", "scans") !== undefined;
  return !isHere && depth < 4 && typeof inner === "object" ? innermost(inner, depth + 1) : one;
}

/**
 * What a carrier without an adapter of its own says, by the names such bodies mostly use: a tracking number, a
 * status, and a list of events with time, status, words and place. Parsed or as text.
 */
export function readGenericTracking(body: unknown, now: Date = new Date()): Tracking {
  const read = typeof body === "string" ? parsed(body) : null;
  const one = innermost(read ? (read.ok ? read.value : null) : body);
  const found = pick(
    one,
    "events",
    "trackingevents",
    "trackinghistory",
    "checkpoints",
    "trackingdetails",
    "history",
    "scans",
    "activities",
  );
  const events = inOrder(
    list(found)
      .slice(0, 2_000)
      .map((entry) => event(record(entry), now)),
  );
  const rawStatus = statusText(one);
  const pickupUntil = dayKeptUntil(
    pick(one, "pickupuntil", "pickupdeadline", "pickupby", "collectby", "availableuntil", "holduntil"),
    now,
  );
  return {
    ...(pickupUntil ? { pickupUntil } : {}),
    carrier: text(pick(one, "carrier", "carriercode", "courier", "slug", "shippingcompany"), 60),
    trackingNumber: text(
      pick(one, "trackingnumber", "trackingcode", "trackingno", "parcelnumber", "awb", "waybill", "barcode"),
      60,
    ),
    status: statusIn(GENERIC_STATUS, rawStatus) ?? latestStatus(events),
    rawStatus,
    events,
    estimatedDelivery: promisedTime(
      pick(one, "estimateddelivery", "estimateddeliverydate", "estdeliverydate", "eta", "expecteddelivery"),
      now,
    ),
    url: webAddress(pick(one, "trackingurl", "url", "publicurl")),
    externalId: text(pick(one, "id", "objectid", "trackerid"), 80),
    reference: text(pick(one, "reference", "metadata"), 100),
  };
}

function statusText(from: Fields): string | null {
  const said = pick(
    from,
    "status",
    "trackingstatus",
    "tag",
    "state",
    "statuscode",
    "code",
    "event",
    "eventcode",
    "type",
  );
  return (
    text(said, 100) ??
    (typeof said === "object" ? text(pick(record(said), "status", "code", "name"), 100) : null)
  );
}

function event(one: Fields, now: Date): TrackingEvent {
  const rawStatus = statusText(one);
  const where = pick(one, "location", "place", "address", "trackinglocation");
  const place = typeof where === "object" ? record(where) : { ...one, city: pick(one, "city") ?? where };
  return {
    at: pastTime(
      pick(
        one,
        "at",
        "datetime",
        "timestamp",
        "occurredat",
        "eventtime",
        "checkpointtime",
        "statusdate",
        "happenedat",
        "date",
        "time",
      ),
      now,
    ),
    status: statusIn(GENERIC_STATUS, rawStatus),
    rawStatus,
    message: text(
      pick(one, "message", "description", "details", "statusdetails", "text", "subtagmessage"),
      300,
    ),
    city: text(pick(place, "city", "town"), 100),
    region: text(pick(place, "region", "state", "province"), 100),
    country: text(pick(place, "country", "countrycode", "countryiso2"), 60),
  };
}

/** A body signed with HMAC-SHA256 over its bytes: `X-Signature-256: sha256=<hex>`. */
export function readGenericWebhook(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  secret?: string | null,
  now: Date = new Date(),
): WebhookReading<Tracking | null> {
  if (!secret) return refused("noSecret");
  if (body.length > MOST_BODY_BYTES) return refused("tooLarge");
  const signature = header(headers, "x-signature-256") ?? header(headers, "x-hub-signature-256");
  if (!signature) return refused("signatureMissing");
  if (!isSigned(secret, body, signature.replace(/^sha256=/, ""))) return refused("signatureWrong");
  const read = parsed(body);
  if (!read.ok) return read;
  const tracking = readGenericTracking(read.value, now);
  return { ok: true, value: tracking.trackingNumber ? tracking : null };
}
