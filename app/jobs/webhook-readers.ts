import { z } from "zod";
import { type Reader, Unreadable } from "~/features/connection/read-webhooks.server";
import { askForOrder } from "~/features/orders/ask-for-order.server";
import { orderEdited, paymentTryFailed } from "~/features/orders/facts";
import { takeOrderWebhook, takeOrderWebhooks } from "~/features/orders/take-order-webhook.server";
import { followPaymentsOf } from "~/features/returns/follow-payment.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { numberOf } from "~/values/ids";

type Read = Reader["read"];

const number = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);

/** The payload names an order: it is read anew from Shopify, which also says whether it is this shop's. */
const orderChanged: Read = (tx, body) => askForOrder(tx, z.object({ order_id: number }).parse(body).order_id);

const edit = z.object({
  id: number,
  order_id: number,
  created_at: z.iso.datetime({ offset: true }).nullish(),
  notify_customer: z.boolean().nullish(),
});

const orderChangedByStaff: Read = async (tx, body) => {
  const { order_edit: says } = z.object({ order_edit: edit }).parse(body);
  await askForOrder(tx, says.order_id);
  const madeAt = says.created_at ? new Date(says.created_at) : null;
  await record(tx, orderEdited(says.order_id, { id: says.id, madeAt, notify: says.notify_customer ?? true }));
};

const transaction = z.object({
  order_id: number.nullish(),
  kind: z.string().max(40),
  status: z.string().max(40),
  created_at: z.iso.datetime({ offset: true }).nullish(),
});
/** OrderTransactionKind and -Status, as webhooks write them: money that was to come in, and did not. */
const TRIES = new Set(["sale", "authorization", "capture"]);
const FAILED = new Set(["failure", "error"]);

const paymentTried: Read = async (tx, body) => {
  const { order_id: orderId, kind, status, created_at: at } = transaction.parse(body);
  if (!orderId || !TRIES.has(kind) || !FAILED.has(status)) return;
  await askForOrder(tx, orderId);
  await record(tx, paymentTryFailed(orderId, { kind, at: at ? new Date(at) : null }));
};

const returnChanged: Read = async (tx, body) => {
  const says = z.object({ admin_graphql_api_id: z.string() }).parse(body);
  const shopifyReturnId = numberOf(says.admin_graphql_api_id);
  await enqueue(
    tx,
    "follow-return",
    { shopifyReturnId },
    { key: `follow-return:${tx.shopId}:${shopifyReturnId}` },
  );
};

/** The orders themselves; and what waits for their payment looks whether it came. */
const takeOrder: Read = async (tx, body, delivery) => {
  await takeOrderWebhook(tx, body, delivery);
  await followPaymentsOf(tx, idsIn([body]));
};
const takeOrders: NonNullable<Reader["readAll"]> = async (tx, opened) => {
  await takeOrderWebhooks(tx, opened);
  await followPaymentsOf(tx, idsIn(opened.map(({ body }) => body)));
};
const idsIn = (bodies: readonly unknown[]): string[] =>
  bodies.flatMap((body) => z.object({ id: number }).safeParse(body).data?.id ?? []);

/** A bulk query has ended: whoever waits for one looks at once. */
const bulkFinished: Read = (tx) =>
  enqueue(tx, "backfill-orders", {}, { key: `backfill-orders:${tx.shopId}`, priority: PRIORITY.sweep });

const uninstalled: Read = (tx, body, delivery) => {
  // The signature covers the body, not the header that named the shop.
  const says = z.object({ myshopify_domain: z.string() }).parse(body);
  if (says.myshopify_domain !== tx.shopId) throw new Unreadable("The removal names another shop");
  return enqueue(tx, "uninstall-shop", { at: (delivery.triggeredAt ?? tx.now).toISOString() });
};

const scopesChanged: Read = (tx) =>
  enqueue(tx, "refresh-profile", {}, { key: `refresh-profile:${tx.shopId}` });

const privacy =
  (topic: "data_request" | "redact_customer" | "redact_shop"): Read =>
  (tx, body) => {
    const says = z.object({ shop_domain: z.string() }).loose().parse(body);
    // The signature covers the body, not the header that named the shop.
    if (says.shop_domain !== tx.shopId) throw new Unreadable("The request names another shop");
    return enqueue(tx, "privacy-request", { topic, body: says });
  };

/** Topics whose body is the order itself: after a rush they are taken together. */
const ofOrders = ["orders/create", "orders/updated", "orders/paid", "orders/cancelled"];

/** Topic by topic, what a webhook means. A topic that is not here is kept and counted. */
const ofInstalled: [string, Read][] = [
  ["orders/edited", orderChangedByStaff],
  ["fulfillments/create", orderChanged],
  ["fulfillments/update", orderChanged],
  ["fulfillment_events/create", orderChanged],
  ["refunds/create", orderChanged],
  ["order_transactions/create", paymentTried],
  ["returns/request", returnChanged],
  ["returns/approve", returnChanged],
  ["returns/decline", returnChanged],
  ["returns/cancel", returnChanged],
  ["returns/close", returnChanged],
  ["returns/reopen", returnChanged],
  ["returns/process", returnChanged],
  ["returns/update", returnChanged],
  ["app/scopes_update", scopesChanged],
  ["bulk_operations/finish", bulkFinished],
];

/** What also holds for a shop that has removed the app. */
const ofAny: [string, Read][] = [
  ["app/uninstalled", uninstalled],
  ["customers/data_request", privacy("data_request")],
  ["customers/redact", privacy("redact_customer")],
  ["shop/redact", privacy("redact_shop")],
];

export const webhookReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...ofOrders.map((topic) => [topic, { read: takeOrder, readAll: takeOrders }] as const),
  ...ofInstalled.map(([topic, read]) => [topic, { read }] as const),
  ...ofAny.map(([topic, read]) => [topic, { read, evenUninstalled: true }] as const),
]);
