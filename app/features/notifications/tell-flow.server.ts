import { shopFace } from "~/features/settings/queries.server";
import { unlessBusy } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { startFlow } from "~/platform/shopify/flow.server";
import { type FactToTell, factsToTell, wasToldToFlow } from "./facts-store.server";

/** What Shopify Flow hears of, in the words that a merchant's conditions compare: never change one. */
export const FLOW_NEWS: Readonly<Record<string, string>> = {
  "order.lateToShip": "order late to ship",
  "order.deliveryFailed": "delivery problem",
  "delivery.late": "delivery late",
  "delivery.stillLate": "delivery still late",
  "delivery.backOnTrack": "delivery back on track",
  "delivery.lost": "delivery lost",
  "return.requested": "return requested",
  "return.approved": "return approved",
  "return.declined": "return declined",
  "return.received": "return received",
  "return.refunded": "return refunded",
};

/**
 * Starts the shop's own workflows for a fact, where it wants that: once each, which is kept on the timeline. Nothing
 * starts for what was read from the past. A process killed between Shopify's answer and our note of it starts them
 * a second time: Flow takes no key that would tell.
 */
export async function tellFlow(shop: Shop, factId: string): Promise<void> {
  const name = `flow ${shop.id} ${factId}`;
  const busy = await unlessBusy([name], async (isFree) => {
    if (!isFree(name)) return;
    const fact = await shop.transact((tx) => toTell(tx, factId));
    const what = fact && FLOW_NEWS[fact.kind];
    if (!fact || !what) return;
    await startFlow(shop.id, { orderId: fact.orderId, what });
    await shop.transact((tx) =>
      record(tx, {
        kind: "flow.told",
        key: `flow.told:${factId}`,
        orderId: fact.orderId,
        actor: "system",
        data: { of: fact.kind },
      }),
    );
  });
  if (busy) throw new TryAgain("Another process is telling this");
}

async function toTell(tx: ShopTx, factId: string): Promise<FactToTell | null> {
  const { settings } = await shopFace(tx);
  if (!settings.notifications.flow) return null;
  const [fact] = await factsToTell(tx, [factId]);
  if (!fact || fact.redacted || fact.data.backfill === true) return null;
  return (await wasToldToFlow(tx, factId)) ? null : fact;
}
