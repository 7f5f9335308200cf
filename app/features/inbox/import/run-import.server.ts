import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { isSame } from "./at-cursor";
import { messageIdOf, once } from "./count-import.server";
import { importFinished } from "./facts";
import { enqueueFiles } from "./file-store.server";
import { forgetPieces, lockImport, type PastImport, saveImport } from "./import-store.server";
import { type Batch, inBatches } from "./in-batches.server";
import { tally } from "./plan-store.server";
import { doneSchema } from "./progress";
import { takeMessages } from "./take-messages.server";
import * as store from "./take-store.server";

/**
 * Takes in what was planned, for so many milliseconds: messages with their own times and authors, in conversations
 * that are closed. Nothing is recorded of them as having happened, so nothing follows from them: nobody is written
 * to, no clock runs, no rule fires. Answers whether it is done to the end.
 */
export async function runSome(shop: Shop, one: PastImport, forMs: number): Promise<boolean> {
  const until = performance.now() + forMs;
  let at = one;
  for await (const batch of inBatches(shop, one)) {
    if (!(await shop.transact((tx) => takeBatch(tx, at, batch)))) return true;
    at = { ...at, cursor: batch.after };
    if (!batch.isLast && performance.now() > until) return false;
  }
  await finish(shop, at);
  return true;
}

/** False when somebody else has worked on it meanwhile, or it was given up. */
async function takeBatch(tx: ShopTx, one: PastImport, batch: Batch): Promise<boolean> {
  const now = await lockImport(tx, one.id);
  if (now?.state !== "running" || !isSame(now.cursor, one.cursor)) return false;
  const messages = once(batch.records.flatMap((each) => each.messages));
  const planned = await store.stillPlanned(tx, one.id, messages.map(messageIdOf));
  const wanted = messages.flatMap((message) => {
    const place = planned.get(messageIdOf(message));
    return place ? [{ message, id: messageIdOf(message), ...place }] : [];
  });
  if (wanted.length > 0) await takeMessages(tx, one, wanted);
  await saveImport(tx, one.id, { cursor: batch.after });
  return true;
}

const AT_ONCE = 500;

/** What was only needed until now goes, the uploaded files first; then it is counted what has come in. */
async function finish(shop: Shop, one: PastImport): Promise<void> {
  while (await shop.transact((tx) => forgetPieces(tx, one.id)));
  await shop.transact(async (tx) => {
    const now = await lockImport(tx, one.id);
    if (now?.state !== "running") return;
    const { messages, attachments, conversations } = await tally(tx, one.id, "done");
    const done = doneSchema.parse({
      messages,
      attachments,
      conversations,
      matched: await store.tiedToOrders(tx, one.id),
    });
    await saveImport(tx, one.id, { state: "done", done, finishedAt: tx.now });
    await record(tx, importFinished(one.id, now.staffName));
    if (now.fetchFiles) await enqueueFiles(tx, one.id);
  });
  while (await shop.transact((tx) => store.forgetPlan(tx, one.id, AT_ONCE)));
}
