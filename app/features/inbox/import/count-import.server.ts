import type { Shop, ShopTx } from "~/platform/database/shop.server";
import type { PastMessage } from "~/platform/exports/past-message";
import { isSame } from "./at-cursor";
import { groupThreads } from "./group-threads";
import { importedId, threadKey } from "./import-ids";
import { lockImport, type PastImport, saveImport } from "./import-store.server";
import { type Batch, inBatches } from "./in-batches.server";
import * as plan from "./plan-store.server";
import { cursorSchema, type ImportCounts, NONE_COUNTED, withColumns, withSkipped } from "./progress";

/**
 * Counts what is in an import's files and plans what belongs together, for so many milliseconds; nothing of it is
 * taken in. Answers whether it is counted to the end.
 */
export async function countSome(shop: Shop, one: PastImport, forMs: number): Promise<boolean> {
  const until = performance.now() + forMs;
  let at = one;
  for await (const batch of inBatches(shop, one)) {
    const counted = await shop.transact((tx) => countBatch(tx, at, batch));
    if (!counted) return true;
    at = { ...at, cursor: batch.after, counted };
    if (!batch.isLast && performance.now() > until) return false;
  }
  await finish(shop, at);
  return true;
}

/** Null when somebody else has worked on it meanwhile, or it was given up. */
async function countBatch(tx: ShopTx, one: PastImport, batch: Batch): Promise<ImportCounts | null> {
  const now = await lockImport(tx, one.id);
  if (now?.state !== "counting" || !isSame(now.cursor, one.cursor)) return null;
  const counted = addBatch(now.counted ?? NONE_COUNTED, batch);
  const people = batch.records.flatMap((record) => record.people);
  await plan.keepPeople(tx, one.id, people);
  const messages = once(batch.records.flatMap((record) => record.messages));
  const { fresh, already } = await freshOnes(tx, messages);
  await planMessages(tx, one, fresh);
  const value = {
    ...counted,
    already: counted.already + already,
    filesElsewhere: counted.filesElsewhere + sum(fresh, (message) => message.filesElsewhere.length),
    filesWithAddress:
      counted.filesWithAddress +
      sum(fresh, (message) => message.filesElsewhere.filter(({ address }) => address !== null).length),
    undated: counted.undated + sum(fresh, (message) => (isPast(message.at, one) ? 0 : 1)),
  };
  await saveImport(tx, one.id, { cursor: batch.after, counted: value });
  return value;
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((so, one) => so + of(one), 0);

const addBatch = (counted: ImportCounts, { records, strangeFiles }: Batch): ImportCounts =>
  withSkipped(
    {
      ...counted,
      strangeFiles: counted.strangeFiles + strangeFiles,
      columns: records.reduce((all, record) => withColumns(all, record.columns ?? []), counted.columns),
    },
    records.flatMap(({ skipped }) => skipped),
  );

/** Is it a date that a message of the past can have? One of the future would stand above all others for ever. */
const isPast = (at: Date | null, { createdAt }: PastImport): at is Date => at !== null && at <= createdAt;

/** The id a message has here, if it is taken in. */
export const messageIdOf = (message: PastMessage): string => importedId(message.key, message.at);

/** Each message once, though a file may hold it several times. */
export const once = (messages: readonly PastMessage[]): PastMessage[] => [
  ...new Map(messages.map((message) => [messageIdOf(message), message])).values(),
];

async function freshOnes(tx: ShopTx, messages: PastMessage[]) {
  const known = await plan.knownMessages(tx, messages.map(messageIdOf));
  const held = await plan.heldMails(
    tx,
    messages.flatMap(({ mailId }) => mailId ?? []),
  );
  const fresh = messages.filter(
    (message) => !known.has(messageIdOf(message)) && !(message.mailId && held.has(message.mailId)),
  );
  const isFresh = new Set(fresh);
  return { fresh, already: messages.filter((message) => !message.isBare && !isFresh.has(message)).length };
}

async function planMessages(tx: ShopTx, one: PastImport, messages: PastMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const threaded = messages.map((message) => ({
    id: messageIdOf(message),
    names: message.threads.map(threadKey),
  }));
  const known = await plan.knownThreadNames(tx, [...new Set(threaded.flatMap(({ names }) => names))]);
  const there = await plan.threadsThere(tx, [...new Set(known.values())]);
  const dates = new Map(messages.map((message) => [messageIdOf(message), message.at]));
  const grouped = groupThreads(
    threaded,
    known,
    (threadId) => there.has(threadId),
    ({ id }) => importedId(`conversation of ${id}`, dates.get(id) ?? null),
  );
  await plan.keepThreads(tx, one.id, grouped.named, grouped.joined);
  await plan.keepPlan(
    tx,
    one.id,
    messages.map((message) => ({
      id: messageIdOf(message),
      threadId: grouped.threadOf.get(messageIdOf(message)) ?? "",
      at: isPast(message.at, one) ? message.at : one.createdAt,
      person: message.person?.email ?? (message.person?.id ? `#${message.person.id}` : null),
      files: message.files.length,
      isBare: message.isBare,
    })),
  );
}

const A_PAGE = 2_000;

async function finish(shop: Shop, one: PastImport): Promise<void> {
  await shop.transact((tx) => plan.namePeople(tx, one.id));
  let matched = 0;
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    const page = await shop.transact((tx) => plan.matchedAfter(tx, one.id, from, A_PAGE));
    matched += page.matched;
    after = page.last;
  }
  await shop.transact(async (tx) => {
    const now = await lockImport(tx, one.id);
    if (now?.state !== "counting") return;
    const { messages, people, attachments, conversations } = await plan.tally(tx, one.id, "planned");
    const counted = {
      ...(now.counted ?? NONE_COUNTED),
      messages,
      people,
      attachments,
      conversations,
      matched,
    };
    await saveImport(tx, one.id, { state: "counted", counted, cursor: cursorSchema.parse({}) });
  });
}
