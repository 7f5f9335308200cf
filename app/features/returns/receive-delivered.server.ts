import type { Shop } from "~/platform/database/shop.server";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { currentPolicy } from "./policy";
import { receiveReturn } from "./receive-return.server";
import * as store from "./store.server";

/**
 * A carrier has brought a return's parcel back. Where the policy pays on the carrier's word, that word counts for
 * the arrival, too: all of it is noted as arrived. Else staff see it, and look themselves.
 */
export async function receiveDelivered(shop: Shop, returnId: string): Promise<void> {
  const { ours, policy } = await shop.transact(async (tx) => ({
    ours: await store.load(tx, returnId),
    policy: await currentPolicy(tx),
  }));
  const { when, others } = policy.refund;
  const byTheirWord = when === "onScan" || (when === "instantForTrusted" && others === "onScan");
  if (!ours || !byTheirWord || ours.receivedAt) throw new NeverMind("Somebody looks at it themselves");
  const came = Object.fromEntries(
    ours.lines.map((line) => [line.id, line.outcome === "keep" ? 0 : line.quantity]),
  );
  const done = await receiveReturn(shop, returnId, came, { kind: "system" });
  if (done.ok) return;
  if (done.refusal.code === "returns.alreadyDecided" && !ours.inspectedAt)
    throw new TryAgain("Its payout is under way");
  throw new NeverMind(`Not received by itself: ${done.refusal.code}`);
}
