import { orderOfWriter } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { oursAmong, type PastMessage } from "~/platform/exports/past-message";
import { pickLocale } from "~/platform/i18n/locales";
import { record } from "~/platform/queue/record.server";
import { emailKey, isMailbox } from "~/values/keys";
import { cleanText, MOST_OF_A_MAIL } from "../rules";
import { rebuildWords } from "../search-store.server";
import { loadConversation } from "../store.server";
import { orderNamesIn } from "../thread-queries.server";
import { cleanTag } from "../views";
import { words } from "../words";
import { isSame } from "./at-cursor";
import { messageIdOf, once } from "./count-import.server";
import { importFinished } from "./facts";
import { forgetPieces, lockImport, type PastImport, saveImport } from "./import-store.server";
import { type Batch, inBatches } from "./in-batches.server";
import { heldMails, peopleOf, tally } from "./plan-store.server";
import { doneSchema } from "./progress";
import * as store from "./take-store.server";
import { type People, writerOf } from "./who-wrote";

const LONGEST_SUBJECT = 250;
const LONGEST_NAME = 200;
const MOST_TAGS = 20;

/**
 * Takes in what was planned, for so many milliseconds: messages with their own times and authors, in conversations
 * that are closed. Nothing is recorded of them as having happened, so nothing follows from them: nobody is written
 * to, no clock runs, no rule fires. Answers whether it is done to the end.
 */
export async function runSome(shop: Shop, one: PastImport, forMs: number): Promise<boolean> {
  const until = performance.now() + forMs;
  let at = one;
  for await (const batch of inBatches(shop, one)) {
    if (!(await shop.transact((tx) => takeBatch(tx, at, batch)))) return true;
    at = { ...at, cursor: batch.after };
    if (!batch.isLast && performance.now() > until) return false;
  }
  await finish(shop, at);
  return true;
}

/** False when somebody else has worked on it meanwhile, or it was given up. */
async function takeBatch(tx: ShopTx, one: PastImport, batch: Batch): Promise<boolean> {
  const now = await lockImport(tx, one.id);
  if (now?.state !== "running" || !isSame(now.cursor, one.cursor)) return false;
  const messages = once(batch.records.flatMap((each) => each.messages));
  const planned = await store.stillPlanned(tx, one.id, messages.map(messageIdOf));
  const wanted = messages.flatMap((message) => {
    const place = planned.get(messageIdOf(message));
    return place ? [{ message, id: messageIdOf(message), ...place }] : [];
  });
  if (wanted.length > 0) await take(tx, one, wanted);
  await saveImport(tx, one.id, { cursor: batch.after });
  return true;
}

type Wanted = { message: PastMessage; id: string; threadId: string; at: Date };

async function take(tx: ShopTx, one: PastImport, wanted: readonly Wanted[]): Promise<void> {
  const ids = wanted.flatMap(({ message }) => [message.author?.id ?? [], message.person?.id ?? []].flat());
  const people: People = {
    byId: await peopleOf(tx, one.id, [...new Set(ids)]),
    isOurs: oursAmong(one.ownAddresses),
  };
  const threads = await conversationsFor(tx, one, wanted, people);
  const held = await heldMails(
    tx,
    wanted.flatMap(({ message }) => message.mailId ?? []),
  );
  for (const { message, id } of wanted)
    if (message.raw) await store.keepPastMail(tx, id, message.author?.email ?? "", message.raw);
  await store.addPast(
    tx,
    wanted.map((each) => lineOf(one.id, each, people, threads.get(each.threadId) ?? "", held)),
  );
  await store.addPastFiles(
    tx,
    wanted.flatMap(({ message, id }) =>
      message.files.map((file, place) => ({ ...file, messageId: id, place })),
    ),
  );
  await store.noteTaken(
    tx,
    wanted.map(({ id }) => id),
  );
  for (const threadId of threads.keys()) await rebuildWords(tx, threadId);
}

/** The conversations of these messages, made where they are not there yet: each with its shopper's address. */
async function conversationsFor(
  tx: ShopTx,
  one: PastImport,
  wanted: readonly Wanted[],
  people: People,
): Promise<Map<string, string>> {
  const emails = new Map<string, string>();
  for (const thread of await store.plannedThreads(tx, [...new Set(wanted.map(({ threadId }) => threadId))])) {
    const mine = wanted.filter(({ threadId }) => threadId === thread.id);
    const there = await loadConversation(tx, thread.id);
    if (there) await store.widenPast(tx, thread);
    else await begin(tx, one, thread, mine);
    const email = there?.email ?? emailOf(thread);
    emails.set(thread.id, email);
    await describe(tx, thread, mine, people, email);
  }
  return emails;
}

const emailOf = ({ person }: store.PlannedThread): string =>
  person && isMailbox(person) ? emailKey(person) : "";

/** Tied to an order of their own that they named, or else the last before they wrote. */
async function begin(
  tx: ShopTx,
  one: PastImport,
  thread: store.PlannedThread,
  mine: readonly Wanted[],
): Promise<void> {
  const email = emailOf(thread);
  const first = mine[0]?.message;
  const names = orderNamesIn(mine.map(({ message }) => message.subject).join(" "));
  const order = email === "" ? null : await orderOfWriter(tx, email, names, thread.ends);
  const { profile } = await shopFace(tx);
  const locale = pickLocale(order?.locale, profile.locale);
  await store.createPast(tx, {
    id: thread.id,
    importId: one.id,
    importRef: first?.ref ?? null,
    subject: words(locale).noSubject,
    channel: first?.channel ?? "email",
    email,
    name: null,
    locale,
    customerId: order?.customerId ?? null,
    orderId: order?.id ?? null,
    begins: thread.begins,
    ends: thread.ends,
  });
}

async function describe(
  tx: ShopTx,
  thread: store.PlannedThread,
  mine: readonly Wanted[],
  people: People,
  email: string,
): Promise<void> {
  const first = mine.find(({ at }) => at.getTime() === thread.begins.getTime());
  const shopper = mine
    .map(({ message }) => writerOf(message, email, people))
    .find(({ authorKind, name }) => authorKind === "shopper" && name);
  await store.describePast(tx, thread.id, {
    subject: clean(first?.message.subject ?? "").slice(0, LONGEST_SUBJECT) || null,
    name: shopper?.name ? clean(shopper.name).slice(0, LONGEST_NAME) : null,
  });
  const tags = mine.flatMap(({ message }) => message.tags.map(cleanTag)).filter(Boolean);
  await store.addPastTags(tx, thread.id, [...new Set(tags)].slice(0, MOST_TAGS));
}

/** Half of a pair of code units is no text that a database takes. */
const clean = (text: string): string => cleanText(text.toWellFormed());

function lineOf(
  importId: string,
  { message, id, threadId, at }: Wanted,
  people: People,
  shopperEmail: string,
  held: ReadonlySet<string>,
): store.PastLine {
  const writer = writerOf(message, shopperEmail, people);
  const elsewhere = message.filesElsewhere.map((name) => `\u{1F4CE} ${name}`);
  return {
    id,
    importId,
    conversationId: threadId,
    direction: writer.direction,
    authorKind: writer.authorKind,
    authorName: writer.name ? clean(writer.name).slice(0, LONGEST_NAME) : null,
    authorEmail: writer.email,
    text: clean([message.text, ...elsewhere].join("\n")).slice(0, MOST_OF_A_MAIL),
    folded: message.folded ? clean(message.folded).slice(0, MOST_OF_A_MAIL) : null,
    mailMessageId: message.mailId && !held.has(message.mailId) ? message.mailId : null,
    inboundMailId: message.raw ? id : null,
    hasHtml: message.hasHtml,
    reason: message.automatic,
    at,
  };
}

const AT_ONCE = 500;

/** What was only needed until now goes, the uploaded files first; then it is counted what has come in. */
async function finish(shop: Shop, one: PastImport): Promise<void> {
  while (await shop.transact((tx) => forgetPieces(tx, one.id)));
  await shop.transact(async (tx) => {
    const now = await lockImport(tx, one.id);
    if (now?.state !== "running") return;
    const { messages, attachments, conversations } = await tally(tx, one.id, "done");
    const done = doneSchema.parse({
      messages,
      attachments,
      conversations,
      matched: await store.tiedToOrders(tx, one.id),
    });
    await saveImport(tx, one.id, { state: "done", done, finishedAt: tx.now });
    await record(tx, importFinished(one.id, now.staffName));
  });
  while (await shop.transact((tx) => store.forgetPlan(tx, one.id, AT_ONCE)));
}
