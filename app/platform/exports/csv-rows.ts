import { type FileRecord, MOST_RECORD_BYTES, type Splitter } from "./record";

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const DELIMITERS = [",", ";", "\t"] as const;

/** The row that names the columns: its bytes, how cells are parted, and where the first row after it may begin. */
export type CsvHeader = { bytes: Buffer; delimiter: string; columns: string[]; end: number };

/**
 * Finds where rows end, in bytes. A quote opens a cell only at its beginning, and one that is doubled stays inside
 * (RFC 4180 §2), so line breaks inside quotes end nothing. `delimiter` null: none is known yet, any may part cells.
 */
function rowEnds(delimiter: string | null) {
  const parts = new Set((delimiter === null ? DELIMITERS : [delimiter]).map((one) => one.charCodeAt(0)));
  let inQuotes = false;
  let isCellStart = true;
  let wasQuote = false;
  return {
    /** does the row end before this byte? */
    isEnd(byte: number): boolean {
      if (inQuotes) {
        if (byte === QUOTE) {
          inQuotes = false;
          wasQuote = true;
        }
        return false;
      }
      if (byte === QUOTE && (isCellStart || wasQuote)) {
        inQuotes = true;
        isCellStart = false;
        wasQuote = false;
        return false;
      }
      wasQuote = false;
      const isBreak = byte === LF || byte === CR;
      isCellStart = isBreak || parts.has(byte);
      return isBreak;
    },
    /** what was begun is given up: the next line is a row again */
    giveUp() {
      inQuotes = false;
      isCellStart = false;
    },
  };
}

const bomLength = (head: Buffer): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;

/** The header of a file that begins so; null when it does not end in there, or this is no text. */
export function csvHeader(head: Buffer): CsvHeader | null {
  const begin = bomLength(head);
  const rows = rowEnds(null);
  let end = begin;
  while (end < head.length && !rows.isEnd(head[end] ?? 0)) end++;
  if (end === head.length) return null;
  const bytes = head.subarray(begin, end);
  if (bytes.includes(0)) return null;
  const text = decoded(bytes);
  const [delimiter, columns] = DELIMITERS.map((one) => [one, cellsOf(text, one)] as const).reduce(
    (best, other) => (other[1].length > best[1].length ? other : best),
  );
  return { bytes, delimiter, columns, end };
}

/** Rows that are larger are passed over: what has an open quote would else be the rest of the file. */
const MOST_ROW_BYTES = Math.min(MOST_RECORD_BYTES, 8 * 1024 * 1024);

/**
 * Cuts comma-separated values (or by semicolon, or tab) into rows. What a row means stands in the file's first one, so
 * each is given out with that before it: a record is a small file of its own, wherever reading began. `head` is the
 * file's beginning, `start` the place of the first byte that is fed.
 */
export function csvSplitter(start: number, head: Buffer): Splitter {
  const header = csvHeader(head);
  const rows = rowEnds(header?.delimiter ?? ",");
  const top = Buffer.concat([header?.bytes ?? Buffer.alloc(0), Buffer.from("\n")]);
  let at = start;
  let toSkip = Math.max(0, (header?.end ?? 0) - start);
  let begun = -1;
  let held: Buffer[] = [];
  let size = 0;

  const take = (bytes: Buffer) => {
    size += bytes.length;
    if (size > MOST_ROW_BYTES) held = [];
    else if (bytes.length > 0) held.push(bytes);
  };
  const finish = (end: number): FileRecord => {
    const record = { at: begun, end, bytes: size > MOST_ROW_BYTES ? null : Buffer.concat([top, ...held]) };
    begun = -1;
    held = [];
    size = 0;
    return record;
  };

  return {
    *feed(piece) {
      let from = Math.min(toSkip, piece.length);
      toSkip -= from;
      for (let i = from; i < piece.length; i++) {
        const isEnd = rows.isEnd(piece[i] ?? 0);
        if (!isEnd && begun < 0) begun = at + i;
        if (isEnd && begun >= 0) {
          take(piece.subarray(from, i));
          yield finish(at + i);
        }
        if (isEnd) from = i + 1;
      }
      if (begun >= 0) {
        if (size <= MOST_ROW_BYTES) take(piece.subarray(from));
        if (size > MOST_ROW_BYTES) rows.giveUp();
      }
      at += piece.length;
    },
    *end() {
      if (begun >= 0) yield finish(at);
    },
  };
}

/** The header's cells and the row's, of a record that `csvSplitter` gave out. */
export function readCsvRecord(record: Buffer): { columns: string[]; cells: string[] } {
  const header = csvHeader(record);
  if (!header) return { columns: [], cells: [] };
  return {
    columns: header.columns,
    cells: cellsOf(decoded(record.subarray(header.end + 1)), header.delimiter),
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const western = new TextDecoder("windows-1252");

/** Spreadsheets write UTF-8, or the code page of western Windows. */
function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}

/** The cells of one row. A quote inside a cell that does not begin with one is itself. */
function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= row.length; ) {
    let cell = "";
    while (row[at] === '"') {
      const close = closingQuote(row, at + 1);
      cell += row.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const next = row.indexOf(delimiter, at);
    const end = next < 0 ? row.length : next;
    cells.push(cell + row.slice(at, end));
    at = end + 1;
  }
  return cells;
}

/** Where the quote that was opened before `from` closes; the row's end when it does not. */
function closingQuote(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2))
    if (row[at + 1] !== '"') return at;
  return row.length;
}
