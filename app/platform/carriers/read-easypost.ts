import { statusIn } from "./status";
import { EASYPOST_DETAIL, EASYPOST_STATUS } from "./status-maps";
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

/** EasyPost's Tracker, or what holds one: an Event (`result`), a Shipment (`tracker`). Parsed or as text. */
export function readEasyPostTracking(body: unknown, now: Date = new Date()): Tracking {
  const tracker = trackerIn(body);
  const events = inOrder(list(tracker.tracking_details).map((one) => event(record(one), now)));
  const status = refined(
    statusIn(EASYPOST_STATUS, tracker.status),
    statusIn(EASYPOST_DETAIL, tracker.status_detail),
  );
  return {
    carrier: text(tracker.carrier, 60),
    trackingNumber: text(tracker.tracking_code, 60),
    status: status ?? latestStatus(events),
    rawStatus: rawOf(tracker),
    events,
    estimatedDelivery: promisedTime(tracker.est_delivery_date, now),
    url: webAddress(tracker.public_url),
    externalId: text(tracker.id, 80),
    reference: null,
  };
}

function trackerIn(body: unknown): Record<string, unknown> {
  const read = typeof body === "string" ? parsed(body) : null;
  const outer = record(read ? (read.ok ? read.value : null) : body);
  if (outer.object === "Event" || "result" in outer) return trackerIn(record(outer.result));
  if ("tracker" in outer) return record(outer.tracker);
  // A claim or a refund has a tracking code and a status too, but not the parcel's.
  return outer.object === undefined || outer.object === "Tracker" ? outer : {};
}

const rawOf = ({ status, status_detail: detail }: Record<string, unknown>): string | null =>
  [text(status, 60), text(detail, 60)].filter(Boolean).join(" / ") || null;

function event(one: Record<string, unknown>, now: Date): TrackingEvent {
  const place = record(one.tracking_location);
  return {
    at: pastTime(one.datetime, now),
    status: refined(statusIn(EASYPOST_STATUS, one.status), statusIn(EASYPOST_DETAIL, one.status_detail)),
    rawStatus: rawOf(one),
    message: text(one.message, 300),
    city: text(place.city, 100),
    region: text(place.state, 100),
    country: text(place.country, 60),
  };
}

/**
 * An EasyPost Event, if `X-Hmac-Signature` is the HMAC-SHA256 of its bytes under the webhook's secret in
 * Unicode NFKD (docs.easypost.com/guides/webhooks-guide). Null for events that are about no tracker.
 */
export function readEasyPostWebhook(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  secret?: string | null,
  now: Date = new Date(),
): WebhookReading<Tracking | null> {
  if (!secret) return refused("noSecret");
  if (body.length > MOST_BODY_BYTES) return refused("tooLarge");
  const signature = header(headers, "x-hmac-signature");
  if (!signature) return refused("signatureMissing");
  const hex = signature.replace(/^hmac-sha256-hex=/, "");
  if (!isSigned(secret.normalize("NFKD"), body, hex)) return refused("signatureWrong");
  const read = parsed(body);
  if (!read.ok) return read;
  const result = record(record(read.value).result);
  return { ok: true, value: result.object === "Tracker" ? readEasyPostTracking(result, now) : null };
}
