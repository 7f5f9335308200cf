import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newsOfParcel, type ParcelNews } from "./parcel-news";
import type { KnownOrder } from "./rules";

export type OrderNews =
  | { kind: "order.placed" }
  | { kind: "order.cancelled" }
  | { kind: "order.paymentPending" }
  | { kind: "order.paymentFailed"; status: string }
  | ParcelNews
  | { kind: "order.refunded"; refunded: bigint; more: bigint };

/**
 * What is new when `order` follows what we knew. Saying it twice does no harm (each is recorded once), so
 * this only has to leave nothing out. A parcel first seen as delivered was also shipped.
 */
export function newsOf(known: KnownOrder | null, order: ShopifyOrder): OrderNews[] {
  const news: OrderNews[] = [];
  if (!known) news.push({ kind: "order.placed" });
  if (order.cancelledAt && !known?.cancelledAt) news.push({ kind: "order.cancelled" });
  if (!known && awaitsPayment(order)) news.push({ kind: "order.paymentPending" });
  const { financialStatus: status } = order;
  if (known && PAYMENT_FAILED.has(status) && known.financialStatus !== status && !order.cancelledAt)
    news.push({ kind: "order.paymentFailed", status });
  const refunded = order.full ? order.refunded.presentment.amount : 0n; // a webhook does not tell all refunds
  const before = known?.refunded ?? 0n;
  if (refunded > before) news.push({ kind: "order.refunded", refunded, more: refunded - before });
  for (const parcel of order.full?.fulfilments ?? []) {
    const knownParcel = known?.fulfilments.find((one) => one.id === parcel.id);
    news.push(...newsOfParcel(knownParcel, parcel));
  }
  return news;
}

/** OrderDisplayFinancialStatus (Admin API 2026-07) of an order whose payment will not come by itself. */
const PAYMENT_FAILED: ReadonlySet<string> = new Set(["expired", "voided"]);
/** Shopify's manual payment method for it, and what shops call their own. */
const PAID_AT_THE_DOOR =
  /cash on delivery|\bcod\b|nachnahme|contre[- ]remboursement|contrassegno|contra ?reembolso/i;

/** Is money expected before the parcel comes? Unknown means no: a wrong reminder is worse than none. */
const awaitsPayment = ({ financialStatus, gateways, cancelledAt, total }: ShopifyOrder): boolean =>
  financialStatus === "pending" &&
  !cancelledAt &&
  total.presentment.amount > 0n &&
  Boolean(gateways?.length) &&
  !gateways?.some((gateway) => PAID_AT_THE_DOOR.test(gateway));
