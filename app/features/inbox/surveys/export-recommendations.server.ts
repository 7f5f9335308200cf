import type { Shop } from "~/platform/database/shop.server";
import { BYTE_ORDER_MARK, csvLine } from "~/values/csv";
import type { Cursor } from "~/values/cursor";
import type { ReportAsked } from "../report-queries.server";
import { recommendedRows } from "./recommendation-queries.server";
import { bandOf } from "./scores";

const PAGE = 500;
const COLUMNS = ["order", "asked_at", "answered_at", "score", "band", "comment", "products"];

/** Who was asked in a period and what they said, as comma-separated values, written as they are read, page by page. */
export function exportRecommendations(shop: Shop, of: ReportAsked): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: Cursor | null = null;
  return new ReadableStream({
    start(out) {
      out.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(COLUMNS)));
    },
    async pull(out) {
      const rows = await shop.transact((tx) => recommendedRows(tx, of, after, PAGE));
      const lines = rows.map((row) =>
        csvLine([
          row.orderName,
          row.askedAt.toISOString(),
          row.answeredAt?.toISOString() ?? null,
          row.score,
          row.score === null ? null : bandOf(row.score),
          row.comment,
          row.products.join("; "),
        ]),
      );
      if (lines.length > 0) out.enqueue(encoder.encode(lines.join("")));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return out.close();
      after = { at: last.askedAt, id: last.id };
    },
  });
}
