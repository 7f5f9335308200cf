import type { Shop } from "~/platform/database/shop.server";
import { BYTE_ORDER_MARK, csvLine } from "~/values/csv";
import { type ReadingRow, type ReadingsAsked, readingsAfter } from "./readings-store.server";

/** The export's headings; times are ISO 8601 in UTC. */
const COLUMNS = ["at", "staff_id", "staff_name", "thing", "thing_id", "screen"];

/** Who looked at what as comma-separated values, the latest first, written as they are read. */
export function exportReadings(
  shop: Shop,
  asked: Pick<ReadingsAsked, "staff" | "of">,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: ReadingRow | null = null;
  return new ReadableStream({
    start(out) {
      out.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(COLUMNS)));
    },
    async pull(out) {
      const { rows, isLast } = await shop.transact((tx) => readingsAfter(tx, asked, after));
      if (rows.length > 0) out.enqueue(encoder.encode(rows.map(lineOf).join("")));
      after = rows.at(-1) ?? null;
      if (isLast) out.close();
    },
  });
}

const lineOf = ({ at, staffId, staffName, thing, thingId, screen }: ReadingRow): string =>
  csvLine([at.toISOString(), staffId, staffName, thing, thingId, screen]);
