/** A cell of a table: text, or a number that is safe as it is. */
export type Cell = string | number | bigint | null;

// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line of comma-separated values (RFC 4180, ended by CRLF). Texts that a spreadsheet would run as a formula
 * get an apostrophe before them, so that they stay texts.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\u{FEFF}";
