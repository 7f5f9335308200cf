/** What a column of a table of conversations can hold. The first name of each is the one that we document. */
export const CSV_COLUMNS = {
  conversation: [
    "conversation",
    "conversation id",
    "ticket id",
    "ticket",
    "ticket number",
    "case number",
    "id",
  ],
  url: ["ticket url", "url", "link"],
  message: ["message id", "comment id"],
  date: [
    "date",
    "sent at",
    "sent",
    "created at",
    "created datetime",
    "creation date",
    "created date",
    "date created",
    "created",
    "timestamp",
  ],
  from: ["from", "from email", "from address", "sender", "sender email", "author", "author email"],
  to: ["to", "to email", "recipient", "recipient email"],
  customer: ["customer email", "requester email", "email", "customer", "requester"],
  name: ["name", "customer name", "requester name", "from name", "requester", "customer"],
  subject: ["subject", "ticket subject", "title"],
  text: [
    "text",
    "body",
    "message",
    "body text",
    "message body",
    "email body",
    "comment",
    "content",
    "description",
  ],
  status: ["status", "ticket status", "state"],
  tags: ["tags", "tag", "labels"],
  internal: ["internal", "is internal", "internal note", "private"],
  channel: ["channel", "initial channel", "via"],
} as const;

export type CsvColumn = keyof typeof CSV_COLUMNS;

/** A column of somebody's file, and what it is read as; null: it is not read. */
export type ReadColumn = { name: string; as: CsvColumn | null };

/** A column's name without case, marks and outer spaces: "First response time (s)" is "first response time s". */
const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * What each column of a file is read as, in whatever order and spelling they come. Besides the names that we document
 * these are the ones in tables of tickets as Zendesk exports them ("Requester email", "Created at") and as Gorgias does
 * ("Customer email", "Creation date" or "Created datetime", "Initial channel"); neither says what was written. Pure.
 */
export function columnsOf(names: readonly string[]): ReadColumn[] {
  const plain = names.map(plainName);
  const as = new Map<number, CsvColumn>();
  for (const [column, known] of Object.entries(CSV_COLUMNS) as [CsvColumn, readonly string[]][]) {
    const at = known.map((name) => plain.indexOf(name)).find((found) => found >= 0 && !as.has(found));
    if (at !== undefined) as.set(at, column);
  }
  return names.map((name, at) => ({ name: name.trim(), as: as.get(at) ?? null }));
}

/** Is this a table of conversations? Something must say which one it is, what it was about, or what was said. */
export function isConversationTable(names: readonly string[]): boolean {
  const read = new Set(columnsOf(names).map(({ as }) => as));
  const known = [...read].filter(Boolean).length;
  return (
    known > 1 && (read.has("conversation") || read.has("url") || read.has("subject") || read.has("text"))
  );
}

/** Do its tags stand apart by spaces? Zendesk's tags hold none, and its tables name people as requesters. */
export const hasSpacedTags = (names: readonly string[]): boolean =>
  names.map(plainName).some((name) => name === "requester" || name === "requester email");
