import type { Shop } from "~/platform/database/shop.server";
import { BYTE_ORDER_MARK, csvLine } from "~/values/csv";
import type { ReportAsked } from "../report-queries.server";
import { attainment } from "./attainment-queries.server";

/** How often each policy's targets were met in a period, as comma-separated values: a line for each of its clocks. */
export async function exportTargets(shop: Shop, of: ReportAsked): Promise<string> {
  const attained = await shop.transact((tx) => attainment(tx, of));
  const lines = attained.map(({ name, metric, met, missed }) => csvLine([name, metric, met, missed]));
  return BYTE_ORDER_MARK + csvLine(["targets", "metric", "met", "missed"]) + lines.join("");
}
