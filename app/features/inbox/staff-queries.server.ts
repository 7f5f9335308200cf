import { takesMail } from "~/platform/channels/email/inbound.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, type Page, pageOf, readCursor, writeCursor } from "~/values/cursor";
import type { AuthorKind, ConversationState, Direction, MessageState } from "./rules";
import type { ListQuery } from "./schema";
import { askedWords, tsquery } from "./search-words";

export type ConversationRow = {
  id: string;
  state: ConversationState;
  name: string | null;
  email: string;
  orderName: string | null;
  unread: boolean;
  assignee: string | null;
  /** by when an answer is promised */
  replyBy: Date | null;
  lastMessageAt: Date;
  /** the beginning of the last message, and whose it is */
  preview: string | null;
  lastDirection: Direction | null;
  lastState: MessageState | null;
};

const A_PAGE = 50;

/**
 * A page of conversations, the latest first. A search looks through all states for whatever was written, and for
 * the order's number, parcels and things, addresses and tags. Cursors are kept in the address; a wrong one is the first page.
 */
export async function listConversations(tx: ShopTx, query: ListQuery): Promise<Page<ConversationRow>> {
  if (query.q !== "") return searched(tx, query.q, readCursor(query.after));
  const before = readCursor(query.before);
  const after = before ? null : readCursor(query.after);
  const rows = await inState(tx, query.state, { after, before });
  return pageOf(rows, A_PAGE, { after, before }, ({ lastMessageAt, id }) => ({ at: lastMessageAt, id }));
}

type Range = { after: Cursor | null; before: Cursor | null };

/** One row more than a page, so that the caller sees whether there are others. */
async function inState(tx: ShopTx, state: string, { after, before }: Range): Promise<ConversationRow[]> {
  const edge = after ?? before;
  const ids = before
    ? await tx.db.$queryRaw<{ id: string }[]>`
        select id from conversation where "shopId" = ${tx.shopId} and state = ${state}
          and ("lastMessageAt", id) > (${before.at}, ${before.id})
        order by "lastMessageAt", id limit ${A_PAGE + 1}`
    : edge
      ? await tx.db.$queryRaw<{ id: string }[]>`
        select id from conversation where "shopId" = ${tx.shopId} and state = ${state}
          and ("lastMessageAt", id) < (${edge.at}, ${edge.id})
        order by "lastMessageAt" desc, id desc limit ${A_PAGE + 1}`
      : await tx.db.$queryRaw<{ id: string }[]>`
        select id from conversation where "shopId" = ${tx.shopId} and state = ${state}
        order by "lastMessageAt" desc, id desc limit ${A_PAGE + 1}`;
  return rowsOf(
    tx,
    ids.map((row) => row.id),
  );
}

/** A page of those that hold all that is asked for, the latest first. Nothing asked for finds nothing. */
async function searched(tx: ShopTx, q: string, after: Cursor | null): Promise<Page<ConversationRow>> {
  const asked = askedWords(q);
  if (asked.length === 0) return { rows: [], previous: null, next: null };
  const found = await tx.db.$queryRaw<{ id: string; at: Date }[]>`
    select id, at from search_conversations(${tsquery(asked)}::tsquery, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}, ${A_PAGE + 1})`;
  const page = found.slice(0, A_PAGE);
  const last = page.at(-1);
  const rows = await rowsOf(
    tx,
    page.map((row) => row.id),
  );
  return { rows, previous: null, next: found.length > A_PAGE && last ? writeCursor(last) : null };
}

/** The rows of these conversations, in the given order. */
async function rowsOf(tx: ShopTx, ids: string[]): Promise<ConversationRow[]> {
  if (ids.length === 0) return [];
  return tx.db.$queryRaw<ConversationRow[]>`
    select c.id, c.state, c.name, c.email, o.name as "orderName", c.unread, c.assignee, c."replyBy", c."lastMessageAt",
           last.preview, last.direction as "lastDirection", last.state as "lastState"
    from unnest(${ids}::text[]) with ordinality as wanted(id, place)
    join conversation c on c."shopId" = ${tx.shopId} and c.id = wanted.id
    left join orders o on o."shopId" = c."shopId" and o.id = c."orderId"
    left join lateral (
      select left(m.text, 160) as preview, m.direction, m.state from message m
      where m."shopId" = c."shopId" and m."conversationId" = c.id
      order by m.at desc limit 1) last on true
    order by wanted.place`;
}

/** What is forwarded to this address begins conversations; null where this installation takes no mail. */
export const mailboxOf = (tx: ShopTx): string | null => (takesMail() ? mailboxAddress(tx.shopId) : null);

/** More than this many are only said to be more. */
export const COUNTED_AT_MOST = 999;

export type InboxCounts = Record<ConversationState, number> & { parked: number };

/** How many conversations are in each state, and how many mails could not be read; each up to 1,000. */
export async function countConversations(tx: ShopTx): Promise<InboxCounts> {
  const most = COUNTED_AT_MOST + 1;
  const rows = await tx.db.$queryRaw<InboxCounts[]>`
    select
      (select count(*)::int from (select from conversation where "shopId" = ${tx.shopId} and state = 'open' limit ${most}) a) as open,
      (select count(*)::int from (select from conversation where "shopId" = ${tx.shopId} and state = 'waiting' limit ${most}) b) as waiting,
      (select count(*)::int from (select from conversation where "shopId" = ${tx.shopId} and state = 'closed' limit ${most}) c) as closed,
      (select count(*)::int from (select from inbound_mail where "shopId" = ${tx.shopId} and state = 'parked' limit ${most}) d) as parked`;
  return rows[0] ?? { open: 0, waiting: 0, closed: 0, parked: 0 };
}

export type MessageView = {
  id: string;
  direction: Direction;
  authorKind: AuthorKind;
  authorName: string | null;
  authorEmail: string | null;
  text: string;
  folded: string | null;
  state: MessageState;
  reason: string | null;
  at: Date;
  inboundMailId: string | null;
  /** whom the mail also went to, who is not in the conversation */
  cc: string[];
  /** its mail can be shown as it was sent */
  hasHtml: boolean;
  /** what came with it; pictures inside the text among them */
  files: MessageFileView[];
  /** where it was before its conversation was merged into this one */
  movedFromId: string | null;
};

export type MessageFileView = {
  place: number;
  name: string | null;
  contentType: string;
  /** bytes */
  size: number;
  isInline: boolean;
};

export type ConversationView = {
  id: string;
  number: number | null;
  subject: string;
  state: ConversationState;
  email: string;
  name: string | null;
  participants: string[];
  /** by when an answer is promised */
  replyBy: Date | null;
  /** the conversation that its first mail named, while both stand */
  suggested: { id: string; by: string; name: string | null; email: string; subject: string } | null;
  /** where its messages went */
  mergedIntoId: string | null;
  /** what was merged into it, and can be taken apart again */
  merged: { id: string; number: number | null; email: string }[];
  locale: string;
  orderId: string | null;
  customerId: string | null;
  assignee: string | null;
  unread: boolean;
  createdAt: Date;
  /** the oldest first; the latest 500 when there are more */
  messages: MessageView[];
  /** what staff and shopper did besides writing, the oldest first */
  facts: { id: string; kind: string; actorName: string | null; actor: string; at: Date }[];
  /** the last message that people wrote to each other */
  lastMessageId: string | null;
};

const MOST_MESSAGES = 500;
const SHOWN_FACTS = [
  "conversation.closed",
  "conversation.reopened",
  "conversation.assigned",
  "conversation.unassigned",
  "conversation.merged",
  "conversation.separated",
  "conversation.replyDue",
  "conversation.replyLate",
];

/** A conversation with all that staff see of it, or null when this shop has no such one. */
export async function conversationView(tx: ShopTx, id: string): Promise<ConversationView | null> {
  const row = await tx.db.conversation.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } });
  if (!row) return null;
  const where = { shopId: tx.shopId, conversationId: id };
  const latest = await tx.db.message.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_MESSAGES,
    include: {
      files: {
        orderBy: { place: "asc" },
        select: { place: true, name: true, contentType: true, size: true, isInline: true },
      },
    },
  });
  const facts = await tx.db.fact.findMany({
    where: { ...where, kind: { in: SHOWN_FACTS } },
    orderBy: { at: "asc" },
    take: MOST_MESSAGES,
    select: { id: true, kind: true, actorName: true, actor: true, at: true },
  });
  const messages = latest.reverse().map((message) => ({
    id: message.id,
    direction: message.direction as Direction,
    authorKind: message.authorKind as AuthorKind,
    authorName: message.authorName,
    authorEmail: message.authorEmail,
    text: message.text,
    folded: message.folded,
    state: message.state as MessageState,
    reason: message.reason,
    at: message.at,
    inboundMailId: message.inboundMailId,
    cc: message.cc,
    files: message.files,
    hasHtml: message.hasHtml,
    movedFromId: message.movedFromId,
  }));
  return {
    id,
    number: row.number,
    participants: row.participants,
    replyBy: row.replyBy,
    suggested: await suggestedFor(tx, row),
    mergedIntoId: row.mergedIntoId,
    merged: await mergedInto(tx, id),
    subject: row.subject,
    state: row.state as ConversationState,
    email: row.email,
    name: row.name,
    locale: row.locale,
    orderId: row.orderId,
    customerId: row.customerId,
    assignee: row.assignee,
    unread: row.unread,
    createdAt: row.createdAt,
    messages,
    facts,
    lastMessageId: messages.findLast(isSaid)?.id ?? null,
  };
}

/** People wrote it to each other: not a note, nor what a machine answered. */
const isSaid = ({ direction, authorKind }: MessageView) =>
  direction === "in" || (direction === "out" && authorKind === "staff");

async function suggestedFor(
  tx: ShopTx,
  row: { suggestedId: string | null; suggestedBy: string | null; mergedIntoId: string | null },
): Promise<ConversationView["suggested"]> {
  if (!row.suggestedId || row.mergedIntoId) return null;
  const found = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: row.suggestedId } },
    select: { id: true, name: true, email: true, subject: true, mergedIntoId: true },
  });
  if (!found || found.mergedIntoId) return null;
  const { mergedIntoId: _none, ...suggested } = found;
  return { ...suggested, by: row.suggestedBy ?? "" };
}

const mergedInto = (tx: ShopTx, id: string) =>
  tx.db.conversation.findMany({
    where: { shopId: tx.shopId, mergedIntoId: id },
    orderBy: { id: "asc" },
    take: 50,
    select: { id: true, number: true, email: true },
  });

export type ParkedMail = {
  id: string;
  sender: string;
  reason: string | null;
  receivedAt: Date;
  /** bytes */
  size: number;
};

/** The mails that could not be filed, the latest first, at most 100. */
export const parkedMails = (tx: ShopTx): Promise<ParkedMail[]> =>
  tx.db.$queryRaw<ParkedMail[]>`
    select id, sender, reason, "receivedAt", octet_length(raw) as size from inbound_mail
    where "shopId" = ${tx.shopId} and state = 'parked' order by "receivedAt" desc limit 100`;

/** A kept mail's bytes, or null when this shop has no such one. */
export async function rawMail(tx: ShopTx, id: string): Promise<Uint8Array | null> {
  const row = await tx.db.inboundMail.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { raw: true },
  });
  return row?.raw ?? null;
}
