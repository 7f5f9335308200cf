import type { Fact } from "~/platform/queue/record.server";
import type { OrderNews } from "./rules";

/** The order's facts, each once: an order is placed once, a parcel is delivered once. */
export function orderFact(orderId: string, news: OrderNews): Fact {
  const parcel = "fulfilmentId" in news ? news.fulfilmentId : null;
  const which = "refunded" in news ? String(news.refunded) : parcel;
  return {
    kind: news.kind,
    key: `${news.kind}:${orderId}${which ? `:${which}` : ""}`,
    orderId,
    actor: news.kind === "order.placed" ? "shopper" : "shopify",
    data: parcel ? { fulfilmentId: parcel } : {},
  };
}

/** A shopper asked for a one-time code to the order's e-mail address. */
export const codeRequested = (orderId: string, codeId: string): Fact => ({
  kind: "code.requested",
  key: `code.requested:${codeId}`,
  orderId,
  actor: "shopper",
  data: { codeId },
});
