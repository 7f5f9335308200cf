import { BYTE_ORDER_MARK, csvLine } from "~/values/csv";
import { importWords } from "../words/import-staff";

/** A table of conversations as we document it. */
export const sampleTable = (): string =>
  BYTE_ORDER_MARK + importWords.table.sampleRows.map((row) => csvLine(row)).join("");
