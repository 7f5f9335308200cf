import { SHOPIFY_EVENT_STATUS } from "~/platform/carriers/status";
import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import {
  AddFulfilmentEventDocument,
  CorrectTrackingDocument,
  type FulfillmentEventStatus,
  FulfilmentScansDocument,
} from "./generated";
import type { Tracking } from "./nouns";

/** What Shopify has of one parcel. */
export type ShopifysScans = {
  cancelled: boolean;
  tracking: Tracking[];
  /** `status` in lower case, as in webhooks */
  scans: { id: string; status: string; happenedAt: Date }[];
};

/** A parcel's scans as Shopify has them now, oldest first; null when the shop has no such parcel. */
export async function fetchScans(shopId: ShopId, fulfilmentId: string): Promise<ShopifysScans | null> {
  const variables = { id: gid("Fulfillment", fulfilmentId) };
  const { fulfillment } = await shopify(shopId, FulfilmentScansDocument, variables, { urgency: "sweep" });
  return fulfillment
    ? {
        cancelled: fulfillment.status === "CANCELLED",
        tracking: fulfillment.trackingInfo.map(({ company, number, url }) => ({
          carrier: company ?? null,
          number: number ?? null,
          url: url ?? null,
        })),
        scans: fulfillment.events.nodes.map(({ id, status, happenedAt }) => ({
          id: numberOf(id),
          status: status.toLowerCase(),
          happenedAt: new Date(happenedAt),
        })),
      }
    : null;
}

/** A scan to tell Shopify of. `state`: ours (platform/carriers/status.ts). */
export type ScanToTell = {
  state: keyof typeof SHOPIFY_EVENT_STATUS;
  message: string | null;
  city: string | null;
  country: string | null;
  happenedAt: Date;
};

/**
 * Tells Shopify of a scan (fulfillmentEventCreate), and answers Shopify's id of it; null when Shopify does not take
 * it. Not called again when nobody can say whether it was done: look first (`fetchScans`).
 */
export async function tellScan(
  shopId: ShopId,
  fulfilmentId: string,
  { state, message, city, country, happenedAt }: ScanToTell,
): Promise<string | null> {
  const status = SHOPIFY_EVENT_STATUS[state] as FulfillmentEventStatus | null;
  if (!status) return null;
  const event = {
    fulfillmentId: gid("Fulfillment", fulfilmentId),
    status,
    happenedAt: happenedAt.toISOString(),
    ...(message ? { message } : {}),
    ...(city ? { city } : {}),
    ...(country ? { country } : {}),
  };
  const options = { urgency: "sweep", once: true } as const;
  const { fulfillmentEventCreate } = await shopify(shopId, AddFulfilmentEventDocument, { event }, options);
  const id = fulfillmentEventCreate?.fulfillmentEvent?.id;
  return id ? numberOf(id) : null;
}

/** Names the carrier of a parcel's numbers; nobody is written to. Answers whether Shopify took it. */
export async function correctTracking(
  shopId: ShopId,
  fulfilmentId: string,
  tracking: { company: string; numbers: string[]; url: string | null },
): Promise<boolean> {
  const { company, numbers, url } = tracking;
  // Shopify makes the link itself for carriers it knows; only for others it needs ours.
  const input = { company, numbers, ...(url ? { urls: numbers.map(() => url) } : {}) };
  const variables = { id: gid("Fulfillment", fulfilmentId), tracking: input };
  const { fulfillmentTrackingInfoUpdate: answer } = await shopify(shopId, CorrectTrackingDocument, variables);
  return Boolean(answer?.fulfillment) && answer?.userErrors.length === 0;
}
