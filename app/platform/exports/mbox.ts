import { type FileRecord, MOST_RECORD_BYTES, type Splitter } from "./record";

const FROM = Buffer.from("From ");
const LONGEST_SEPARATOR = 300;
/** "From sender Thu Nov 19 09:30:01 2026": a weekday, a clock and a year tell it from a sentence (RFC 4155 §A). */
const SEPARATOR = /^From \S+ .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\d{1,2}:\d{2}.*\b(?:19|20)\d{2}\b/;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts an mbox file (RFC 4155 and its relatives mboxo, mboxrd) into its messages. A message begins with a line of
 * "From ", a sender and a date, at the beginning of the file or after an empty line; what a writer quoted with ">"
 * is as it was before. `start` is the place in the file of the first byte that is fed.
 */
export function mboxSplitter(start = 0): Splitter {
  let window: Buffer = Buffer.alloc(0);
  let windowAt = start;
  let begun: number | null = null;
  let held: Buffer[] = [];
  let size = 0;

  const keep = (bytes: Buffer) => {
    size += bytes.length;
    if (size > MOST_RECORD_BYTES) held = [];
    else if (bytes.length > 0) held.push(bytes);
  };
  const finish = (end: number): FileRecord | null => {
    const at = begun;
    const bytes = size > MOST_RECORD_BYTES ? null : messageIn(Buffer.concat(held));
    held = [];
    size = 0;
    return at === null ? null : { at, end, bytes };
  };

  function* scan(isLast: boolean): Generator<FileRecord> {
    let done = 0;
    for (let found = window.indexOf(FROM); found >= 0; found = window.indexOf(FROM, found + 1)) {
      // the separator of the message under way is still in the window
      if (windowAt + found === begun) continue;
      if (!isAfterEmptyLine(window, found, windowAt === start && found === 0)) continue;
      const lineEnd = window.indexOf(LF, found);
      if (lineEnd < 0 && !isLast && window.length - found < LONGEST_SEPARATOR) break;
      const ends = Math.min(lineEnd < 0 ? window.length : lineEnd, found + LONGEST_SEPARATOR);
      const line = window.toString("latin1", found, ends);
      if (!SEPARATOR.test(line)) continue;
      keep(window.subarray(done, found));
      const record = finish(windowAt + found);
      if (record) yield record;
      begun = windowAt + found;
      done = found;
    }
    // What may be the beginning of a separator, and the empty line before it, is looked at again.
    const rest = isLast ? window.length : Math.max(done, window.length - LONGEST_SEPARATOR - 4);
    keep(window.subarray(done, rest));
    windowAt += rest;
    window = window.subarray(rest);
  }

  return {
    *feed(piece) {
      window = window.length === 0 ? piece : Buffer.concat([window, piece]);
      yield* scan(false);
    },
    *end() {
      yield* scan(true);
      const record = finish(windowAt);
      if (record) yield record;
    },
  };
}

function isAfterEmptyLine(window: Buffer, at: number, isFirst: boolean): boolean {
  if (isFirst) return true;
  if (window[at - 1] !== LF) return false;
  return window[at - 2] === LF || (window[at - 2] === CR && window[at - 3] === LF);
}

/** The message without its separator line, the empty line after it, and the quoting. */
function messageIn(record: Buffer): Buffer {
  const first = record.indexOf(LF);
  if (first < 0) return Buffer.alloc(0);
  let end = record.length;
  if (record[end - 1] === LF) end -= record[end - 2] === CR ? 2 : 1;
  return unquoted(record.subarray(first + 1, Math.max(first + 1, end)));
}

const GREATER = 0x3e;

/** Lines of ">From " lose one ">" (mboxrd; of mboxo it is the only one). */
function unquoted(message: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let found = message.indexOf(">From "); found >= 0; found = message.indexOf(">From ", found + 1)) {
    let line = found;
    while (line > 0 && message[line - 1] === GREATER) line--;
    if (line > 0 && message[line - 1] !== LF) continue;
    pieces.push(message.subarray(from, line));
    from = line + 1;
  }
  return pieces.length === 0 ? message : Buffer.concat([...pieces, message.subarray(from)]);
}
