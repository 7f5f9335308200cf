import { type FileRecord, MOST_RECORD_BYTES, type Splitter } from "./record";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LIST = 0x5b;
const LIST_END = 0x5d;
const COMMA = 0x2c;

/** The lists that hold records. An object whose first field is another is a record itself. */
const LISTS = new Set(["tickets", "users", "customers", "messages", "data"]);
const LONGEST_NAME = 20;

/**
 * Cuts JSON into the objects that are records: one a line (NDJSON), those of a list, or those of the lists in one
 * object that begins with such a list ({"tickets": [ …), as help desks write them; commas between them may be
 * missing. Objects are cut out by their braces and not read: a broken one spoils no other. `start` is the place of
 * the first byte that is fed, which may be the beginning of any record.
 */
export function jsonSplitter(start = 0): Splitter {
  let at = start;
  let depth = 0;
  let begun = -1;
  let held: Buffer[] = [];
  let size = 0;
  let inText = false;
  let isEscaped = false;
  /** of an object just begun, until it is known whether it is a record or only holds lists of records */
  let field: number[] | null = null;

  const drop = () => {
    begun = -1;
    held = [];
    size = 0;
    depth = 0;
    field = null;
  };
  const take = (bytes: Buffer) => {
    size += bytes.length;
    if (size > MOST_RECORD_BYTES) held = [];
    else held.push(bytes);
  };

  function* feed(piece: Buffer): Generator<FileRecord> {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] ?? 0;
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) inText = false;
        else if (field && field.length <= LONGEST_NAME) field.push(byte);
      } else if (byte === QUOTE) inText = true;
      else if (byte === OPEN) {
        if (depth === 0) {
          begun = at + i;
          from = i;
          field = [];
        } else field = null;
        depth++;
      } else if (byte === LIST) {
        if (field && LISTS.has(Buffer.from(field).toString("latin1"))) drop();
        else if (depth > 0) depth++;
        field = null;
      } else if (byte === COMMA) field = null;
      else if ((byte === CLOSE || byte === LIST_END) && depth > 0 && --depth === 0) {
        take(piece.subarray(from, i + 1));
        const bytes = size > MOST_RECORD_BYTES ? null : Buffer.concat(held);
        yield { at: begun, end: at + i + 1, bytes };
        drop();
      }
    }
    if (begun >= 0) take(piece.subarray(from));
    at += piece.length;
  }

  // What is cut off is no record.
  return { feed, end: () => [] };
}
