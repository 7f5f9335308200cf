import type { Fact } from "~/platform/queue/record.server";
import type { OrderNews } from "./order-news";

/**
 * The order's facts, each once: an order is placed once, a parcel is delivered once; what may happen again has
 * its episode in its key. `backfill`: mirrored long after it happened, so that nobody is told. `toldBy`: who told, where it is not Shopify.
 */
export function orderFact(
  orderId: string,
  news: OrderNews,
  { backfill = false, toldBy }: { backfill?: boolean; toldBy?: "system" } = {},
): Fact {
  return {
    kind: news.kind,
    key: [news.kind, orderId, ...whichOf(news)].join(":"),
    orderId,
    actor: news.kind === "order.placed" ? "shopper" : (toldBy ?? "shopify"),
    data: { ...dataOf(news), ...(backfill ? { backfill } : {}) },
  };
}

function whichOf(news: OrderNews): string[] {
  if (news.kind === "order.refunded") return [String(news.refunded)];
  if (news.kind === "order.paymentFailed") return [news.status];
  if (!("fulfilmentId" in news)) return [];
  return [news.fulfilmentId, ...(news.episode ? [news.episode] : [])];
}

/** Ids, minor units of the shopper's currency as text, and times as ISO 8601: nothing personal. */
function dataOf(news: OrderNews): Record<string, unknown> {
  if (news.kind === "order.refunded") return { amount: String(news.more) };
  if (!("fulfilmentId" in news)) return {};
  const { fulfilmentId, at, pickupUntil } = news;
  return {
    fulfilmentId,
    ...(at ? { happenedAt: at.toISOString() } : {}),
    ...(pickupUntil ? { pickupUntil } : {}),
  };
}

/** Staff changed what was ordered: one fact an edit, as Shopify numbers them. */
export const orderEdited = (
  orderId: string,
  /** `notify`: did staff choose to tell the shopper? */
  edit: { id: string; madeAt: Date | null; notify: boolean },
): Fact => ({
  kind: "order.edited",
  key: `order.edited:${orderId}:${edit.id}`,
  orderId,
  actor: "staff",
  data: {
    notify: edit.notify,
    ...(edit.madeAt ? { happenedAt: edit.madeAt.toISOString() } : {}),
  },
});

/** A try to collect the payment failed: one fact for each kind of try ("sale", "authorization", "capture"). */
export const paymentTryFailed = (orderId: string, tried: { kind: string; at: Date | null }): Fact => ({
  kind: "order.paymentFailed",
  key: `order.paymentFailed:${orderId}:try:${tried.kind}`,
  orderId,
  actor: "shopify",
  data: tried.at ? { happenedAt: tried.at.toISOString() } : {},
});

/** Staff said who carries a parcel. */
export const carrierCorrected = (
  orderId: string,
  fulfilmentId: string,
  id: string,
  actorName: string,
): Fact => ({
  kind: "parcel.carrierCorrected",
  key: `parcel.carrierCorrected:${fulfilmentId}:${id}`,
  orderId,
  actor: "staff",
  actorName,
  data: { fulfilmentId },
});

/** A shopper asked for a one-time code to the order's e-mail address. */
export const codeRequested = (orderId: string, codeId: string): Fact => ({
  kind: "code.requested",
  key: `code.requested:${codeId}`,
  orderId,
  actor: "shopper",
  data: { codeId },
});
