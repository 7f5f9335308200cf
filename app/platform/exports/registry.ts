import { isConversationTable } from "./csv-columns";
import { csvHeader, csvSplitter } from "./csv-rows";
import type { ExportSource } from "./export-source";
import { jsonSplitter } from "./json-records";
import { mboxSplitter } from "./mbox";
import { type IsOurs, NOTHING, type PastRecord, skip } from "./past-message";
import { readCsvRow } from "./read-csv";
import { readGorgiasRecord } from "./read-gorgias";
import { readMboxRecord } from "./read-mbox";
import { readZendeskRecord } from "./read-zendesk";
import type { FileRecord, Splitter } from "./record";

export type ExportFormat = {
  /** may a file that begins so be read as this? */
  isOne(head: Buffer): boolean;
  /** cuts a file that begins with `head`, from the place `start` in it on */
  splitter(start: number, head: Buffer): Splitter;
  read(record: FileRecord, isOurs: IsOurs): Promise<PastRecord>;
};

const isJson = (head: Buffer) => /^(?:\ufeff)?\s*[{[]/.test(head.toString("utf8", 0, 200));

const json = (one: (json: Record<string, unknown>) => PastRecord | null): ExportFormat => ({
  isOne: isJson,
  splitter: jsonSplitter,
  read: async ({ bytes }) => {
    if (!bytes) return skip("tooLarge");
    const value = parsed(bytes);
    if (!value) return skip("unreadable");
    return all(value, one);
  },
});

/** The lists of an API's answer whose first field is something else. */
const LISTS = ["tickets", "users", "customers", "messages", "data", "ticket", "user"];

/** A record, or the records in the lists of an answer that was kept whole. */
function all(
  value: Record<string, unknown>,
  one: (json: Record<string, unknown>) => PastRecord | null,
): PastRecord {
  const record = one(value);
  if (record) return record;
  const inside = LISTS.flatMap((name) => value[name] ?? []).filter(isObject);
  if (inside.length === 0) return skip("other");
  return inside
    .map((each) => one(each) ?? skip("other"))
    .reduce(
      (sum, each) => ({
        messages: [...sum.messages, ...each.messages],
        people: [...sum.people, ...each.people],
        skipped: [...sum.skipped, ...each.skipped],
      }),
      NOTHING,
    );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function parsed(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** What past conversations can be brought along from. */
export const exportFormats: Record<ExportSource, ExportFormat> = {
  mbox: {
    isOne: (head) => head.toString("latin1", 0, 5) === "From ",
    splitter: mboxSplitter,
    read: readMboxRecord,
  },
  zendesk: json(readZendeskRecord),
  gorgias: json(readGorgiasRecord),
  csv: {
    isOne: (head) => isConversationTable(csvHeader(head)?.columns ?? []),
    splitter: csvSplitter,
    read: readCsvRow,
  },
};
