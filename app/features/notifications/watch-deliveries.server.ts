import type { Shop } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { dueWatches, parcelsOfFacts } from "./delay-store.server";
import { lookAtLateOrders, newlyLate } from "./look-at-late-orders.server";
import { lookAtParcels } from "./look-at-parcels.server";

/** So many parcels are looked at in one transaction; their orders wait for it no longer than some tenths of a second. */
const AT_A_TIME = 100;
/** A run goes on for so long, then lets other work pass. */
const RUN_MS = 10_000;

/** Something happened to these parcels: looks at them at once. */
export async function watchDeliveries(shop: Shop, factIds: readonly string[]): Promise<void> {
  const ids = await shop.transact((tx) => parcelsOfFacts(tx, factIds));
  for (let at = 0; at < ids.length; at += AT_A_TIME)
    await shop.transact((tx) => lookAtParcels(tx, ids.slice(at, at + AT_A_TIME)));
}

/** Looks at what is due: parcels of which nothing was heard, and orders that have not left. */
export async function lookAtDue(shop: Shop): Promise<void> {
  const until = Date.now() + RUN_MS;
  for (;;) {
    if ((await lookAtSome(shop)) < AT_A_TIME) return;
    if (Date.now() > until) break;
  }
  await shop.transact((tx) =>
    enqueue(tx, "look-at-deliveries", {}, { key: `look-at-deliveries:${shop.id}`, priority: PRIORITY.sweep }),
  );
}

const lookAtSome = (shop: Shop): Promise<number> =>
  shop.transact(async (tx) => {
    const due = await dueWatches(tx, AT_A_TIME);
    await lookAtParcels(
      tx,
      due.flatMap(({ fulfilmentId }) => fulfilmentId ?? []),
    );
    const watched = due.flatMap(({ fulfilmentId, orderId }) => (fulfilmentId ? [] : [orderId]));
    await lookAtLateOrders(tx, watched);
    const late = await lookAtLateOrders(tx, await newlyLate(tx, AT_A_TIME));
    return Math.max(due.length, late);
  });
