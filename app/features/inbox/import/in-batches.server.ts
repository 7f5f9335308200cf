import type { Shop } from "~/platform/database/shop.server";
import { oursAmong, type PastRecord } from "~/platform/exports/past-message";
import { exportFormats } from "~/platform/exports/registry";
import type { PastImport } from "./import-store.server";
import type { ImportCursor } from "./progress";
import { readFiles } from "./read-files.server";

/** Records that are worked on together, and where reading goes on after them. */
export type Batch = { records: PastRecord[]; strangeFiles: number; after: ImportCursor; isLast: boolean };

const MOST_MESSAGES = 50;
const MOST_RECORDS = 400;
const MOST_BYTES = 8 * 1024 * 1024;

/** An import's records from its cursor on, read and in batches: so many that a transaction is worth it, and short. */
export async function* inBatches(shop: Shop, one: PastImport): AsyncGenerator<Batch> {
  const format = exportFormats[one.source];
  const isOurs = oursAmong(one.ownAddresses);
  let batch: Batch = { records: [], strangeFiles: 0, after: one.cursor, isLast: false };
  let messages = 0;
  let bytes = 0;
  for await (const { record, after } of readFiles(shop, one)) {
    batch.after = after;
    if (record) {
      const read = await format.read(record, isOurs);
      batch.records.push(read);
      messages += read.messages.length;
      bytes += record.bytes?.length ?? 0;
    } else batch.strangeFiles++;
    if (messages < MOST_MESSAGES && batch.records.length < MOST_RECORDS && bytes < MOST_BYTES) continue;
    yield batch;
    batch = { records: [], strangeFiles: 0, after, isLast: false };
    messages = 0;
    bytes = 0;
  }
  yield { ...batch, isLast: true };
}
