import type { Shop } from "~/platform/database/shop.server";
import { BYTE_ORDER_MARK, csvLine } from "~/values/csv";
import type { Cursor } from "~/values/cursor";
import { EXPORT_COLUMNS, exportPage } from "./export-queries.server";
import type { InsightAsked } from "./insight-queries.server";

/**
 * The lines of the span's returns as comma-separated values, written as they are read: page by page, each in a
 * transaction of its own, and no faster than they are fetched.
 */
export function exportReturns(shop: Shop, of: InsightAsked): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let from: Cursor | null = null;
  return new ReadableStream({
    start(out) {
      out.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(EXPORT_COLUMNS)));
    },
    async pull(out) {
      const page = await shop.transact((tx) => exportPage(tx, of, from));
      if (page.rows.length > 0) out.enqueue(encoder.encode(page.rows.map(csvLine).join("")));
      from = page.next;
      if (!from) out.close();
    },
  });
}
