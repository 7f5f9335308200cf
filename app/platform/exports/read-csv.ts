import { createHash } from "node:crypto";
import { type CsvColumn, columnsOf, hasSpacedTags } from "./csv-columns";
import { readCsvRecord } from "./csv-rows";
import {
  type IsOurs,
  NOTHING,
  type PastMessage,
  type PastPerson,
  type PastRecord,
  type SkipReason,
  skip,
} from "./past-message";
import type { FileRecord } from "./record";
import { momentOf, written } from "./ticket-parts";

type Cell = (column: CsvColumn) => string;

/**
 * Reads a row of a table of conversations: a message when the row says what was written, else only that there was a
 * conversation, whose, when and about what. Nothing is made up of what the row does not say.
 */
export async function readCsvRow({ bytes }: FileRecord, isOurs: IsOurs): Promise<PastRecord> {
  if (!bytes) return skip("tooLarge");
  const { columns, cells } = readCsvRecord(bytes);
  const read = columnsOf(columns);
  const places = new Map(read.map(({ as }, at) => [as, at]));
  const cell: Cell = (column) => textIn(cells[places.get(column) ?? -1] ?? "");
  const unwanted = whyUnwanted(cell);
  if (unwanted) return { ...skip(unwanted), columns: read };
  const tagsApart = hasSpacedTags(columns) ? /[\s,;|]+/ : /[,;|]/;
  const tags = cell("tags")
    .split(tagsApart)
    .map((tag) => tag.trim());
  return { ...NOTHING, columns: read, messages: [messageOf(cell, tags.filter(Boolean), isOurs)] };
}

/** Spreadsheets, and we, put an apostrophe before what would run as a formula (OWASP, "CSV Injection"). */
const textIn = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, "").trim();

const UNWANTED: Readonly<Record<string, SkipReason>> = {
  spam: "spam",
  deleted: "deleted",
  trash: "deleted",
  draft: "draft",
};

function whyUnwanted(cell: Cell): SkipReason | null {
  if (!cell("text") && !cell("subject") && !numberOf(cell)) return "empty";
  return UNWANTED[cell("status").toLowerCase()] ?? null;
}

/** The conversation's number; where there is only an address of it, the one in that. */
const numberOf = (cell: Cell): string =>
  (cell("conversation") || (/\/tickets?\/(\d+)/.exec(cell("url"))?.[1] ?? "")).slice(0, 100);

function messageOf(cell: Cell, tags: string[], isOurs: IsOurs): PastMessage {
  const number = numberOf(cell);
  const subject = cell("subject");
  const said = [cell("date"), cell("from"), cell("customer"), subject, cell("text")];
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
  const conversation = `csv conversation:${number || digest}`;
  const isBare = cell("text") === "";
  const customer = personIn(cell("customer"), cell("name"));
  const from = personIn(cell("from"), "");
  const isShop = from?.email ? isOurs(from.email) : false;
  return {
    ...written(subject, cell("text"), ""),
    key: isBare ? conversation : `csv message:${number}:${cell("message") || digest}`,
    threads: [conversation],
    mailId: null,
    at: momentIn(cell("date")),
    subject,
    author: from ?? customer,
    isShop: null,
    isDoubted: false,
    isNote: /^(?:1|yes|true|internal|private)$/i.test(cell("internal")),
    isBare,
    automatic: null,
    person: customer ?? (isShop ? personIn(cell("to"), "") : from),
    filesElsewhere: [],
    ref: number || null,
    tags,
    channel: /chat|contact|web|form/i.test(cell("channel")) ? "storefront" : "email",
  };
}

/** Somebody as a cell names them: "ada@example.com", "Ada <ada@example.com>", or only by name. */
function personIn(cell: string, name: string): PastPerson | null {
  const [, before = "", address = ""] = /^(.*?)<?([^\s<>,;]+@[^\s<>,;]+)>?/s.exec(cell) ?? [];
  const called = name || (address ? before.replace(/["<]/g, "").trim() : cell);
  if (!address && !called) return null;
  return { id: null, email: address.toLowerCase() || null, name: called || null };
}

/**
 * A moment that can only be meant in one way: year first, or with the month's name; UTC unless it says otherwise. Of
 * "03/04/2021" nobody knows the month.
 */
function momentIn(cell: string): Date | null {
  if (/^\d{4}[-/]\d\d?[-/]\d\d?/.test(cell))
    return momentOf(cell.replace(/^(\d{4})[-/](\d\d?)[-/](\d\d?)/, dashed).replace(/ ?UTC$/, "Z"));
  if (!/[a-z]{3}/i.test(cell)) return null;
  const at = new Date(/(?:[zZ]|UTC|GMT|[+-]\d\d:?\d\d)$/.test(cell) ? cell : `${cell} UTC`);
  return Number.isNaN(at.getTime()) ? null : at;
}

const dashed = (_all: string, year: string, month: string, day: string): string =>
  [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
