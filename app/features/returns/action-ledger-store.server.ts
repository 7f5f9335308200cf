import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { type Entry, type EntryKind, type Part, type Room, setParts, voidEntry } from "./ledger-store.server";

/** What an action pays out, in the order's ledger, whose constraints hold for it as for any payout. */

/** The key that makes an action's payout happen once. */
export const entryKey = (actionId: string): string => `action:${actionId}`;

export const entryOfAction = async (tx: ShopTx, actionId: string): Promise<Entry | null> =>
  (await tx.db.ledgerEntry.findUnique({
    where: { shopId_key: { shopId: tx.shopId, key: entryKey(actionId) } },
  })) as Entry | null;

export type ActionPromise = { kind: EntryKind; amount: bigint; parts: Part[] };

/** Promises an action's payout. Hold the order's ledger first: what does not fit throws. */
export async function promiseForAction(
  tx: ShopTx,
  action: { id: string; orderId: string },
  { kind, amount, parts }: ActionPromise,
  actorName: string,
): Promise<void> {
  const id = newId(tx.now);
  const { shopId, now: at } = tx;
  const key = entryKey(action.id);
  // Its parts are put on before it counts: a trigger takes them along.
  const entry = { shopId, id, orderId: action.orderId, key, kind, amount, actorName, at };
  await tx.db.ledgerEntry.create({ data: { ...entry, state: "voided" } });
  await setParts(tx, id, parts);
  await tx.db.ledgerEntry.update({ where: { shopId_id: { shopId, id } }, data: { state: "intended" } });
}

/** Takes an action's promise back, unless it was kept. */
export async function voidForAction(tx: ShopTx, actionId: string): Promise<void> {
  const entry = await entryOfAction(tx, actionId);
  if (entry?.state === "intended") await voidEntry(tx, entry.id);
}

/** What was paid in and out for an order; null when nothing was paid yet. */
export const roomOf = (tx: ShopTx, orderId: string): Promise<Room | null> =>
  tx.db.ledger.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: orderId } },
    select: { currency: true, paid: true, paidOut: true },
  });

/** What is left of each of the order's lines to pay out. */
export async function leftOfLines(tx: ShopTx, orderId: string): Promise<Map<string, bigint>> {
  const lines = await tx.db.ledgerLine.findMany({ where: { shopId: tx.shopId, orderId } });
  return new Map(lines.map((line) => [line.id, line.paid - line.paidOut]));
}
