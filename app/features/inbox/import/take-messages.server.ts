import { orderOfWriter } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { oursAmong, type PastMessage } from "~/platform/exports/past-message";
import { pickLocale } from "~/platform/i18n/locales";
import { emailKey, isMailbox } from "~/values/keys";
import { cleanText, MOST_OF_A_MAIL } from "../rules";
import { addWords, rebuildWords } from "../search-store.server";
import { orderNamesIn } from "../thread-queries.server";
import { cleanTag } from "../views";
import { words } from "../words";
import { fileMark } from "./file-mark";
import { nameFiles } from "./file-store.server";
import type { PastImport } from "./import-store.server";
import { heldMails, peopleOf } from "./plan-store.server";
import * as store from "./take-store.server";
import { type People, writerOf } from "./who-wrote";

const LONGEST_SUBJECT = 250;
const LONGEST_NAME = 200;
const MOST_TAGS = 20;

/** A message that is planned, with where and when it goes. */
export type Wanted = { message: PastMessage; id: string; threadId: string; at: Date };

/** The conversation a message goes to: whose it is, and what its words in the search are made of. */
type Place = { email: string; hasOrder: boolean; found: (string | null)[] };

/** Takes planned messages in, into conversations that are made where they are not there yet. */
export async function takeMessages(tx: ShopTx, one: PastImport, wanted: readonly Wanted[]): Promise<void> {
  const ids = wanted.flatMap(({ message }) => [message.author?.id ?? [], message.person?.id ?? []].flat());
  const people: People = {
    byId: await peopleOf(tx, one.id, [...new Set(ids)]),
    isOurs: oursAmong(one.ownAddresses),
  };
  const places = await placesFor(tx, one, wanted, people);
  const held = await heldMails(
    tx,
    wanted.flatMap(({ message }) => message.mailId ?? []),
  );
  await store.keepPastMails(
    tx,
    wanted.flatMap(({ message: { raw, author }, id }) =>
      raw ? { id, sender: author?.email ?? "", raw } : [],
    ),
  );
  const lines = wanted
    .filter(({ message }) => !message.isBare)
    .map((each) => lineOf(one.id, each, people, places.get(each.threadId)?.email ?? "", held));
  await store.addPast(tx, lines);
  await store.addPastFiles(
    tx,
    wanted.flatMap(({ message, id }) =>
      message.files.map((file, place) => ({ ...file, messageId: id, place })),
    ),
  );
  if (one.fetchFiles)
    await nameFiles(
      tx,
      one.id,
      wanted.map(({ message, id }) => ({ messageId: id, files: message.filesElsewhere })),
    );
  await store.noteTaken(
    tx,
    wanted.map(({ id }) => id),
  );
  for (const [threadId, place] of places) await makeFound(tx, threadId, place, lines, wanted);
}

/** Lets a conversation be found by what came into it; its order's parcels and things are read from there. */
async function makeFound(
  tx: ShopTx,
  threadId: string,
  place: Place,
  lines: readonly store.PastLine[],
  wanted: readonly Wanted[],
): Promise<void> {
  if (place.hasOrder) return rebuildWords(tx, threadId);
  const mine = lines.filter(({ conversationId }) => conversationId === threadId);
  const said = mine.flatMap(({ authorName, authorEmail, text }) => [authorName, authorEmail, text]);
  const times = wanted.flatMap((one) => (one.threadId === threadId ? one.at.getTime() : []));
  const last = new Date(Math.max(...times));
  await addWords(tx, threadId, [...place.found, ...said], last);
}

async function placesFor(
  tx: ShopTx,
  one: PastImport,
  wanted: readonly Wanted[],
  people: People,
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  const threadIds = [...new Set(wanted.map(({ threadId }) => threadId))];
  const there = await store.conversationsThere(tx, threadIds);
  const { locale } = (await shopFace(tx)).profile;
  for (const thread of await store.plannedThreads(tx, threadIds)) {
    const mine = wanted.filter(({ threadId }) => threadId === thread.id);
    const known = there.get(thread.id);
    const email = known?.email ?? emailOf(thread);
    const about = aboutOf(thread, mine, people, email);
    const orderId = known
      ? await addTo(tx, thread, about, known.orderId)
      : await begin(tx, one, thread, about, locale);
    await store.addPastTags(tx, thread.id, about.tags);
    const found = [about.subject, about.name, email, about.ref, ...about.tags];
    places.set(thread.id, { email, hasOrder: orderId !== null, found });
  }
  return places;
}

const emailOf = ({ person }: store.PlannedThread): string =>
  person && isMailbox(person) ? emailKey(person) : "";

type About = ReturnType<typeof aboutOf>;

/** What these messages say of their conversation; its subject is that of its first one. */
function aboutOf(thread: store.PlannedThread, mine: readonly Wanted[], people: People, email: string) {
  const first = mine.find(({ at }) => at.getTime() === thread.begins.getTime())?.message;
  const shopper = mine
    .map(({ message }) => writerOf(message, email, people))
    .find(({ authorKind, name }) => authorKind === "shopper" && name);
  const tags = mine.flatMap(({ message }) => message.tags.map(cleanTag)).filter(Boolean);
  return {
    email,
    subject: clean(first?.subject ?? "").slice(0, LONGEST_SUBJECT) || null,
    name: shopper?.name ? clean(shopper.name).slice(0, LONGEST_NAME) : null,
    tags: [...new Set(tags)].slice(0, MOST_TAGS),
    ref: mine[0]?.message.ref ?? null,
    channel: mine[0]?.message.channel ?? ("email" as const),
    orderNames: orderNamesIn(mine.map(({ message }) => message.subject).join(" ")),
  };
}

async function addTo(
  tx: ShopTx,
  thread: store.PlannedThread,
  { subject, name }: About,
  orderId: string | null,
): Promise<string | null> {
  await store.widenPast(tx, thread);
  await store.describePast(tx, thread.id, { subject, name });
  return orderId;
}

/** A conversation that is over, tied to an order of theirs that they named, or else the last before they wrote. */
async function begin(
  tx: ShopTx,
  one: PastImport,
  thread: store.PlannedThread,
  { subject, name, ref, channel, email, orderNames }: About,
  shopLocale: string,
): Promise<string | null> {
  const order = email === "" ? null : await orderOfWriter(tx, email, orderNames, thread.ends);
  const locale = pickLocale(order?.locale, shopLocale);
  await store.createPast(tx, {
    id: thread.id,
    importId: one.id,
    importRef: ref,
    subject: subject ?? words(locale).noSubject,
    channel,
    email,
    name,
    locale,
    customerId: order?.customerId ?? null,
    orderId: order?.id ?? null,
    begins: thread.begins,
    ends: thread.ends,
  });
  return order?.id ?? null;
}

/** Half of a pair of code units is no text that a database takes. */
const clean = (text: string): string => cleanText(text.toWellFormed());

/** The message as it is kept. A Message-ID names one message: of two that say they have the same, the first has it. */
function lineOf(
  importId: string,
  { message, id, threadId, at }: Wanted,
  people: People,
  shopperEmail: string,
  held: Set<string>,
): store.PastLine {
  const writer = writerOf(message, shopperEmail, people);
  const elsewhere = message.filesElsewhere.map(({ name }) => fileMark(name));
  const mailMessageId = message.mailId && !held.has(message.mailId) ? message.mailId : null;
  if (mailMessageId) held.add(mailMessageId);
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
    mailMessageId,
    inboundMailId: message.raw ? id : null,
    hasHtml: message.hasHtml,
    reason: message.automatic,
    at,
  };
}
