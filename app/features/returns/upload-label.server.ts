import type { Shop } from "~/platform/database/shop.server";
import { putFile } from "~/platform/files/files.server";
import { sniff } from "~/platform/files/sniff";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { asPdf, isReadableLabel } from "./label-files.server";
import * as labels from "./label-store.server";
import { LABEL_TASK, labelled, VOID_TASK } from "./make-label.server";
import { step } from "./states";
import * as store from "./store.server";

/** A scanned label has some megabytes. */
export const MOST_LABEL_BYTES = 8 * 1024 * 1024;

/**
 * Keeps the label that staff got elsewhere as the return's, in the place of any other, whose money is asked back.
 * Refuses `input.tooLarge`, `returns.labelUnreadable` (neither PDF nor PNG, or broken), `returns.notFound`,
 * `returns.notAllowedNow`.
 */
export async function uploadLabel(
  shop: Shop,
  returnId: string,
  { bytes, trackingNumber }: { bytes: Uint8Array; trackingNumber: string | null },
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<null>> {
  if (bytes.length > MOST_LABEL_BYTES) return refuse("input.tooLarge");
  const contentType = sniff(bytes);
  if (!(await isReadableLabel(bytes, contentType))) return refuse("returns.labelUnreadable");
  const pdf = await asPdf({ contentType, bytes });
  return shop.transact(async (tx) => {
    const ours = await store.lock(tx, returnId);
    if (!ours) return refuse("returns.notFound");
    if (ours.state !== "labelled") {
      const next = step(ours.state, "label");
      if (!next.ok) return refuse("returns.notAllowedNow", { state: ours.state });
    }
    const fileId = await putFile(tx, {
      name: `${ours.rma}-label.pdf`,
      contentType: "application/pdf",
      bytes: pdf,
    });
    const about = { returnId, kind: "upload", carrier: null, trackingNumber, trackingUrl: null };
    await labels.replaceLabel(tx, { ...about, fileId });
    await labelled(tx, ours, by);
    // the first is told as "labelled", which happens once
    if (ours.labelledAt) await record(tx, returnFact("return.labelReplaced", ours, by, {}, fileId));
    const payload = { returnId, orderId: ours.orderId };
    await enqueue(tx, VOID_TASK, payload, { key: `${VOID_TASK}:${tx.shopId}:${returnId}` });
    const attach = { key: `attach-return-label:${tx.shopId}:${returnId}`, priority: PRIORITY.shopper };
    await enqueue(tx, "attach-return-label", payload, attach);
    await store.clearProblem(tx, returnId, LABEL_TASK);
    return ok(null);
  });
}
