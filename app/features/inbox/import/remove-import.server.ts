import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { rebuildWords } from "../search-store.server";
import { importRemoved } from "./facts";
import { forgetPieces, lockImport, type PastImport, saveImport } from "./import-store.server";
import { doneSchema } from "./progress";
import * as store from "./remove-store.server";
import { forgetPlan } from "./take-store.server";

const AT_ONCE = 50;

/**
 * Removes what an import brought, for so many milliseconds. Conversations in which somebody has written since stay
 * whole, and are counted. Answers whether it is done to the end.
 */
export async function removeSome(shop: Shop, one: PastImport, forMs: number): Promise<boolean> {
  const until = performance.now() + forMs;
  let stayed = 0;
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    after = await shop.transact(async (tx) => {
      const now = await lockImport(tx, one.id);
      if (now?.state !== "removing") return null;
      const page = await store.threadsAfter(tx, one.id, from, AT_ONCE);
      const gone = page.filter(({ isLive }) => !isLive).map(({ id }) => id);
      await store.removeFrom(tx, one.id, gone);
      for (const id of await store.thoseThere(tx, gone)) await rebuildWords(tx, id);
      stayed += page.length - gone.length;
      return page.length < AT_ONCE ? null : (page.at(-1)?.id ?? null);
    });
    // It begins again with what is left: those that stay are counted anew then.
    if (after !== null && performance.now() > until) return false;
  }
  while (await shop.transact((tx) => forgetPieces(tx, one.id)));
  await shop.transact(async (tx) => {
    const now = await lockImport(tx, one.id);
    if (now?.state !== "removing") return;
    const done = doneSchema.parse({ ...now.done, stayed });
    await saveImport(tx, one.id, { state: "removed", done, finishedAt: tx.now });
    await record(tx, importRemoved(one.id, now.staffName));
  });
  while (await shop.transact((tx) => forgetPlan(tx, one.id, 500)));
  return true;
}
