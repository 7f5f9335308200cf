import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { hoursOf } from "../promise-store.server";
import { clocksOf, loadFollowed, saveClocks, saveNextDue } from "./clock-store.server";
import { allDue, follow, type NextDue, nextDue, nextLook } from "./follow";

/**
 * Brings a conversation's targets in line with how it is now, after each change that may move them: begins, rests
 * and ends its clocks, and writes on it what is due next. The caller has locked or written its row. A shop
 * without policies pays one look at its settings.
 */
export async function followTargets(tx: ShopTx, conversationId: string): Promise<void> {
  const face = await shopFace(tx);
  const policies = face.settings.inbox.sla;
  if (policies.length === 0) return;
  await bringInLine(tx, conversationId, { policies, hours: hoursOf(face) });
}

/** As above, also where there are no policies any more. */
export async function bringInLine(
  tx: ShopTx,
  conversationId: string,
  { policies, hours }: Pick<Parameters<typeof follow>[2], "policies" | "hours">,
): Promise<void> {
  const found = await loadFollowed(tx, conversationId);
  if (!found) return;
  const changed = follow(found.one, found.clocks, { policies, hours, now: tx.now });
  await saveClocks(tx, conversationId, changed);
  const all = [...found.clocks.filter(({ id }) => !changed.some((one) => one.id === id)), ...changed];
  const due = nextDue(all, hours);
  if (JSON.stringify(due) !== JSON.stringify(found.shown)) await saveNextDue(tx, conversationId, due);
  if (changed.length > 0) await lookAgain(tx, conversationId, nextLook(all, tx.now, hours));
}

/** Looks at a conversation's clocks when the next of them is soon or missed. */
export async function lookAgain(tx: ShopTx, conversationId: string, at: Date | null): Promise<void> {
  if (!at) return;
  const delayMs = Math.max(0, at.getTime() - tx.now.getTime()) + A_LITTLE_MS;
  await enqueue(tx, "watch-targets", { conversationId }, { key: `targets:${conversationId}`, delayMs });
}

/** The database's clock and ours may differ a little. */
const A_LITTLE_MS = 1_000;

/** Everything that is due in a conversation, what comes first before the others. */
export const dueTargets = async (tx: ShopTx, conversationId: string): Promise<NextDue[]> =>
  allDue(await clocksOf(tx, conversationId), hoursOf(await shopFace(tx)));
