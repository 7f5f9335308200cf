import type { Shop } from "~/platform/database/shop.server";
import { BYTE_ORDER_MARK, csvLine } from "~/values/csv";
import type { Cursor } from "~/values/cursor";
import { type BusinessHours, businessTimeBetween } from "./business-hours";
import { businessHours } from "./promise-store.server";
import type { ReportRow } from "./report";
import { type ReportAsked, reportRows } from "./report-queries.server";
import { ticketName } from "./threading";

const PAGE = 500;
const MINUTE_MS = 60_000;

/** The export's headings; times are ISO 8601 in UTC, minutes are business time. */
const COLUMNS = [
  "number",
  "channel",
  "reason",
  "person",
  "state",
  "created_at",
  "first_replied_at",
  "closed_at",
  "first_reply_minutes",
  "resolution_minutes",
  "answers",
  "new_contact_within_7_days",
  "rating",
  "effort",
  "rating_comment",
  "products",
];

/** A period's conversations as comma-separated values, written as they are read, page by page. */
export function exportReport(shop: Shop, of: ReportAsked): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: Cursor | null = null;
  return new ReadableStream({
    start(out) {
      out.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(COLUMNS)));
    },
    async pull(out) {
      const { rows, hours } = await shop.transact(async (tx) => ({
        rows: await reportRows(tx, of, after, PAGE),
        hours: (await businessHours(tx)).hours,
      }));
      if (rows.length > 0) out.enqueue(encoder.encode(rows.map((row) => lineOf(row, hours)).join("")));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return out.close();
      after = { at: last.createdAt, id: last.id };
    },
  });
}

function lineOf(row: ReportRow, hours: BusinessHours): string {
  const minutes = (end: Date | null) =>
    end && Math.round(businessTimeBetween(row.createdAt, end, hours) / MINUTE_MS);
  return csvLine([
    row.number === null ? null : ticketName(row.number),
    row.channel,
    row.reason,
    row.assignee,
    row.state,
    row.createdAt.toISOString(),
    row.firstRepliedAt?.toISOString() ?? null,
    row.closedAt?.toISOString() ?? null,
    minutes(row.firstRepliedAt),
    minutes(row.state === "closed" ? row.closedAt : null),
    row.answers,
    row.closedAt && row.isKnown ? String(row.cameBack) : null,
    row.rating,
    row.effort,
    row.ratingComment,
    row.products.join("; "),
  ]);
}
