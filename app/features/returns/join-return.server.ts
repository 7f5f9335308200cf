import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { withdrawApprovals } from "./approvals-store.server";
import { type Actor, returnFact } from "./facts";
import { isTheSame, type Joining, mayJoin } from "./joining";
import { promisesOf } from "./ledger-store.server";
import { insertLines, type NewReturnLine } from "./new-return-store.server";
import { quoteAnew } from "./quote-anew.server";
import { wasScanned } from "./request-store.server";
import * as store from "./store.server";

/** The return that something is to be put on, held; null when the shop or the order has no such one. */
export async function lockToJoin(
  tx: ShopTx,
  { addTo, orderId }: { addTo?: string | null | undefined; orderId: string },
): Promise<store.KeptReturn | null> {
  const ours = addTo ? await store.lock(tx, addTo) : null;
  return ours?.orderId === orderId ? ours : null;
}

/** Can this be put on it now? As `mayJoin` says. */
export async function joins(tx: ShopTx, ours: store.KeptReturn, what: Joining): Promise<boolean> {
  const { profile } = await shopFace(tx);
  return mayJoin(
    {
      ...ours,
      scanned: await wasScanned(tx, ours.id),
      paidFor: (await promisesOf(tx, ours.id)).length > 0,
      declared:
        ours.state === "labelled" && ours.country !== null && ours.country !== profile.address.country,
    },
    what,
  );
}

/** Puts lines on it: what was promised for the others stays, and what comes back is quoted anew for all of it. */
export async function join(
  tx: ShopTx,
  ours: store.KeptReturn,
  lines: readonly NewReturnLine[],
  by: Actor,
  requestKey: string,
): Promise<void> {
  await insertLines(tx, ours.id, lines);
  await withdrawApprovals(tx, ours.id);
  const latest = await store.load(tx, ours.id);
  if (latest) await quoteAnew(tx, latest, new Set(ours.lines.map((line) => line.id)));
  const added = lines.reduce((sum, line) => sum + line.quantity, 0);
  await record(tx, returnFact("return.changed", ours, by, { added }, requestKey));
}

/** The group of a return and of those asked for besides it, which their pages show together; made when there is none. */
export async function groupWith(
  tx: ShopTx,
  ours: store.KeptReturn | null,
  what: Pick<Joining, "giftEmail">,
): Promise<string | null> {
  if (!ours || !isTheSame(ours, what)) return null;
  if (ours.groupId) return ours.groupId;
  const groupId = newId(tx.now);
  await store.save(tx, ours.id, { groupId });
  return groupId;
}
