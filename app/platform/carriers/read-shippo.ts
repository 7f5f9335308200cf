import { statusIn } from "./status";
import { SHIPPO_DETAIL, SHIPPO_STATUS } from "./status-maps";
import {
  inOrder,
  latestStatus,
  list,
  pastTime,
  promisedTime,
  record,
  refined,
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

/** Shippo's Track, or a webhook that holds one in `data`. Parsed or as text. */
export function readShippoTracking(body: unknown, now: Date = new Date()): Tracking {
  const track = trackIn(body);
  const events = inOrder(list(track.tracking_history).map((one) => event(record(one), now)));
  const current = event(record(track.tracking_status), now);
  return {
    carrier: text(track.carrier, 60),
    trackingNumber: text(track.tracking_number, 60),
    status: current.status ?? latestStatus(events),
    rawStatus: current.rawStatus,
    events: events.length > 0 || !current.rawStatus ? events : [current],
    estimatedDelivery: promisedTime(track.eta, now),
    url: webAddress(track.tracking_url_provider),
    externalId: text(track.transaction, 80) ?? text(track.object_id, 80),
    reference: text(track.metadata, 100),
  };
}

function trackIn(body: unknown): Record<string, unknown> {
  const read = typeof body === "string" ? parsed(body) : null;
  const outer = record(read ? (read.ok ? read.value : null) : body);
  return "data" in outer ? record(outer.data) : outer;
}

function event(one: Record<string, unknown>, now: Date): TrackingEvent {
  const place = record(one.location);
  // The substatus is an object in today's API version, and was a text in webhooks before it.
  const detail = text(record(one.substatus).code, 60) ?? text(one.substatus, 60);
  const status = text(one.status, 60);
  return {
    at: pastTime(one.status_date, now),
    status: refined(statusIn(SHIPPO_STATUS, status), statusIn(SHIPPO_DETAIL, detail)),
    rawStatus: [status, detail].filter(Boolean).join(" / ") || null,
    message: text(one.status_details, 300),
    city: text(place.city, 100),
    region: text(place.state, 100),
    country: text(place.country, 60),
  };
}

/** A signed message older or newer than this is somebody's copy. */
const MOST_AGE_MS = 60 * 60_000;

/**
 * A Shippo webhook, if `Shippo-Auth-Signature` (t=…,v1=…) is the HMAC-SHA256 of "t.body" under the account's
 * secret and `t` is within the hour, for Shippo retries (docs.goshippo.com/docs/tracking/webhooksecurity). Null
 * for what is about no parcel.
 */
export function readShippoWebhook(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  secret?: string | null,
  now: Date = new Date(),
): WebhookReading<Tracking | null> {
  if (!secret) return refused("noSecret");
  if (body.length > MOST_BODY_BYTES) return refused("tooLarge");
  const signature = header(headers, "shippo-auth-signature");
  if (!signature || signature.length > 300) return refused("signatureMissing");
  const parts = new Map(signature.split(",").map((part) => part.trim().split("=", 2) as [string, string]));
  const time = parts.get("t") ?? "";
  const signed = Buffer.concat([Buffer.from(`${time}.`), Buffer.from(body)]);
  if (!/^\d{9,13}$/.test(time) || !isSigned(secret, signed, parts.get("v1") ?? ""))
    return refused("signatureWrong");
  const sentAt = time.length > 11 ? Number(time) : Number(time) * 1000;
  if (Math.abs(now.getTime() - sentAt) > MOST_AGE_MS) return refused("tooOld");
  const read = parsed(body);
  if (!read.ok) return read;
  const data = record(record(read.value).data);
  const isTrack = "tracking_status" in data && "tracking_number" in data && "tracking_history" in data;
  return { ok: true, value: isTrack ? readShippoTracking(data, now) : null };
}
