import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { awaitingMoney, ordersAwaitingMoney, overdueSince, type WaitingReturn } from "./sweep-store.server";

const MOST = 200;

/** Looks, for returns of an order that wait for money, whether it came. */
export const followPayment = (shop: Shop, orderId: string): Promise<void> =>
  shop.transact(async (tx) => {
    for (const one of await awaitingMoney(tx, MOST, orderId)) await lookAgain(tx, one);
  });

/** Has a task look at those of these orders of which a return waits for money: they have just changed. */
export async function followPaymentsOf(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  for (const orderId of await ordersAwaitingMoney(tx, orderIds))
    await enqueue(tx, "follow-payment", { orderId }, { key: `follow-payment:${tx.shopId}:${orderId}` });
}

/**
 * The regular look, whatever webhooks told: goods that wait for money, invoices that were not paid yet, and
 * exchanges whose parcel is late.
 */
export const sweepPayments = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    for (const one of await awaitingMoney(tx, MOST)) await lookAgain(tx, one);
    for (const { id } of await overdueSince(tx, tx.now, MOST))
      await enqueue(tx, "invoice-late-exchange", { returnId: id }, { key: `late:${tx.shopId}:${id}` });
  });

async function lookAgain(tx: ShopTx, { id, isHeld, isInvoiced }: WaitingReturn): Promise<void> {
  const payload = { returnId: id };
  if (isHeld) await enqueue(tx, "release-exchange", payload, { key: `release-exchange:${tx.shopId}:${id}` });
  if (isInvoiced) await enqueue(tx, "note-late-payment", payload, { key: `late-paid:${tx.shopId}:${id}` });
}
