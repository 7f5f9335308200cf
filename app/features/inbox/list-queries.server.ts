import prismaClient, { type Prisma } from "@prisma/client";
import type { SlaMetric } from "~/features/settings/schema";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, type Page, pageOf, readCursor, writeCursor } from "~/values/cursor";
import { PREVIEW_CHARACTERS } from "./preview";
import type { ConversationState, Direction, MessageState } from "./rules";
import type { ListQuery } from "./schema";
import { askedWords, tsquery } from "./search-words";
import { FIRST_ORDER } from "./ties/tie-queries.server";
import type { View } from "./views";

export type ConversationRow = {
  id: string;
  state: ConversationState;
  name: string | null;
  email: string;
  orderName: string | null;
  unread: boolean;
  assignee: string | null;
  /** the team whose it is, by name */
  team: string | null;
  /** which target is due next, when, and from when on that is soon; null: none runs */
  slaMetric: SlaMetric | null;
  slaDueAt: Date | null;
  slaSoonAt: Date | null;
  priority: number;
  tags: string[];
  /** something happened that the reader follows and has not seen */
  hasNews: boolean;
  /** by when an answer is promised */
  replyBy: Date | null;
  snoozedUntil: Date | null;
  lastMessageAt: Date;
  /** the beginning of the last message that a person wrote, and whose it is; a machine's where there is no other */
  preview: string | null;
  lastDirection: Direction | null;
  /** what became of the last message of all */
  lastState: MessageState | null;
};

const A_PAGE = 50;

/**
 * A page of conversations as a staff member sees them, the latest first; late ones by how long they are overdue,
 * due ones by when they are due, a tag's by when they began. A search looks through all states for whatever was written, and for the order's
 * number, parcels and things, addresses and tags. Cursors are kept in the address; a wrong one is the first page.
 */
export async function listConversations(
  tx: ShopTx,
  query: ListQuery,
  staffId: string,
): Promise<Page<ConversationRow>> {
  if (query.q !== "") return searched(tx, query.q, readCursor(query.after), staffId);
  const before = readCursor(query.before);
  const range = { after: before ? null : readCursor(query.after), before };
  const wanted = wantedBy(query);
  const ids = await tx.db.$queryRaw<{ id: string }[]>(
    idsSql(tx.shopId, wanted, { staffId, now: tx.now }, range),
  );
  const rows = await rowsOf(
    tx,
    ids.map((row) => row.id),
    staffId,
  );
  return pageOf(rows, A_PAGE, range, (row) => ({
    at: placeOf(row, wanted) ?? row.lastMessageAt,
    id: row.id,
  }));
}

export type Wanted = { view: View } | { tag: string } | { team: string };

/** A tag, or else a team, or else a view. */
export function wantedBy({ tag, team, view }: Pick<ListQuery, "tag" | "team" | "view">): Wanted {
  if (tag !== "") return { tag };
  return team === "" ? { view } : { team };
}

/** What the list is sorted by, where that is not when something was last written. */
function placeOf(row: ConversationRow, wanted: Wanted): Date | null {
  if (!("view" in wanted)) return null;
  if (wanted.view === "late") return row.replyBy;
  return wanted.view === "due" ? row.slaDueAt : null;
}

type Range = { after: Cursor | null; before: Cursor | null };
type Asking = { staffId: string; now: Date; most?: number };

/** The ids of the first conversations of a view, a tag or a team, at most so many. */
export async function idsOf(
  tx: ShopTx,
  query: Pick<ListQuery, "tag" | "team" | "view">,
  staffId: string,
  most: number,
): Promise<string[]> {
  const asking = { staffId, now: tx.now, most };
  const rows = await tx.db.$queryRaw<{ id: string }[]>(
    idsSql(tx.shopId, wantedBy(query), asking, { after: null, before: null }),
  );
  return rows.map(({ id }) => id);
}

/** The ids of a view's page, one more than fit on it; those before a cursor come in the opposite order. */
export function idsSql(
  shopId: string,
  wanted: Wanted,
  { staffId, now, most = A_PAGE + 1 }: Asking,
  range: Range,
) {
  const { sql } = prismaClient.Prisma;
  if ("tag" in wanted) return taggedSql(shopId, wanted.tag, range, most);
  if ("team" in wanted)
    return sql`
      select id from conversation c
      where "shopId" = ${shopId} and "teamId" = ${wanted.team} and state <> 'closed' ${beyond(range)}
      order by ${latest(range)} limit ${most}`;
  if (wanted.view === "late")
    return earliestSql(shopId, sql`"replyBy"`, sql`"replyBy" < ${now}`, range, most);
  if (wanted.view === "due") return earliestSql(shopId, sql`"slaDueAt"`, isDue(now), range, most);
  if (wanted.view === "forMe") return forMeSql(shopId, staffId, range, most);
  const which = {
    mine: sql`"assigneeId" = ${staffId} and state <> 'closed'`,
    unassigned: sql`state = 'open' and assignee is null`,
    open: sql`state = 'open'`,
    waiting: sql`state = 'waiting'`,
    snoozed: sql`state = 'snoozed'`,
    closed: sql`state = 'closed'`,
  }[wanted.view];
  return sql`
    select id from conversation c where "shopId" = ${shopId} and ${which} ${beyond(range)}
    order by ${latest(range)} limit ${most}`;
}

/** What lies beyond the page's edge, of conversations `c` by when something was last written. */
function beyond({ after, before }: Range) {
  const { sql, empty } = prismaClient.Prisma;
  if (before) return sql`and (c."lastMessageAt", c.id) > (${before.at}, ${before.id})`;
  return after ? sql`and (c."lastMessageAt", c.id) < (${after.at}, ${after.id})` : empty;
}

const latest = ({ before }: Range) =>
  before
    ? prismaClient.Prisma.sql`"lastMessageAt", id`
    : prismaClient.Prisma.sql`"lastMessageAt" desc, id desc`;

/** Mine, and what I follow with something new: each read as far as a page goes. */
function forMeSql(shopId: string, staffId: string, range: Range, most: number) {
  const { sql } = prismaClient.Prisma;
  return sql`
    select id from (
      (select id, "lastMessageAt" from conversation c
       where "shopId" = ${shopId} and "assigneeId" = ${staffId} and state <> 'closed' ${beyond(range)}
       order by ${latest(range)} limit ${most})
      union
      (select c.id, c."lastMessageAt" from conversation_follower f
       join conversation c on c."shopId" = f."shopId" and c.id = f."conversationId"
       where f."shopId" = ${shopId} and f."staffId" = ${staffId} and f."newsAt" is not null ${beyond(range)}
       order by ${latest(range)} limit ${most})) mine
    order by ${latest(range)} limit ${most}`;
}

/** A target is soon to be met, or overdue. Its time is named, so that the index of running targets is read. */
const isDue = (now: Date) => prismaClient.Prisma.sql`"slaDueAt" is not null and "slaSoonAt" < ${now}`;

/** Those of which something is so, by a time of theirs, the earliest first. */
function earliestSql(
  shopId: string,
  time: Prisma.Sql,
  isSo: Prisma.Sql,
  { after, before }: Range,
  most: number,
) {
  const { sql, empty } = prismaClient.Prisma;
  const edge = before
    ? sql`and (${time}, id) < (${before.at}, ${before.id})`
    : after
      ? sql`and (${time}, id) > (${after.at}, ${after.id})`
      : empty;
  const order = before ? sql`${time} desc, id desc` : sql`${time}, id`;
  return sql`
    select id from conversation where "shopId" = ${shopId} and ${isSo} ${edge}
    order by ${order} limit ${most}`;
}

/** Ids are in the order in which conversations began. */
function taggedSql(shopId: string, tag: string, { after, before }: Range, most: number) {
  const { sql, empty } = prismaClient.Prisma;
  const edge = before
    ? sql`and "conversationId" > ${before.id}`
    : after
      ? sql`and "conversationId" < ${after.id}`
      : empty;
  const order = before ? sql`"conversationId"` : sql`"conversationId" desc`;
  return sql`
    select "conversationId" as id from conversation_tag where "shopId" = ${shopId} and tag = ${tag} ${edge}
    order by ${order} limit ${most}`;
}

/** A page of those that hold all that is asked for, the latest first. Nothing asked for finds nothing. */
async function searched(
  tx: ShopTx,
  q: string,
  after: Cursor | null,
  staffId: string,
): Promise<Page<ConversationRow>> {
  const asked = askedWords(q);
  if (asked.length === 0) return { rows: [], previous: null, next: null };
  const found = await tx.db.$queryRaw<{ id: string; at: Date }[]>`
    select id, at from search_conversations(${tsquery(asked)}::tsquery, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}, ${A_PAGE + 1})`;
  const page = found.slice(0, A_PAGE);
  const last = page.at(-1);
  const rows = await rowsOf(
    tx,
    page.map((row) => row.id),
    staffId,
  );
  return { rows, previous: null, next: found.length > A_PAGE && last ? writeCursor(last) : null };
}

/** The rows of these conversations, in the given order. */
async function rowsOf(tx: ShopTx, ids: string[], staffId: string): Promise<ConversationRow[]> {
  return ids.length === 0 ? [] : tx.db.$queryRaw<ConversationRow[]>(rowsSql(tx.shopId, ids, staffId));
}

/** The query of the rows, apart so that its plan can be looked at. */
export const rowsSql = (shopId: string, ids: string[], staffId: string): Prisma.Sql => prismaClient.Prisma
  .sql`
    select c.id, c.state, c.name, c.email, o.name as "orderName", c.unread, c.assignee, c.priority, c."replyBy",
           c."snoozedUntil", c."lastMessageAt", c."slaMetric", c."slaDueAt", c."slaSoonAt",
           (select t.name from team t where t."shopId" = c."shopId" and t.id = c."teamId" and t."removedAt" is null) as team,
           array(select t.tag from conversation_tag t
             where t."shopId" = c."shopId" and t."conversationId" = c.id order by t.tag) as tags,
           exists(select from conversation_follower f where f."shopId" = c."shopId" and f."conversationId" = c.id
             and f."staffId" = ${staffId} and f."newsAt" is not null) as "hasNews",
           last.preview, last.direction as "lastDirection",
           (select m.state from message m where m."shopId" = c."shopId" and m."conversationId" = c.id
             order by m.at desc limit 1) as "lastState"
    from unnest(${ids}::text[]) with ordinality as wanted(id, place)
    join conversation c on c."shopId" = ${shopId} and c.id = wanted.id
    left join orders o on o."shopId" = c."shopId" and o.id = ${FIRST_ORDER}
    left join lateral (
      (select left(m.text, ${PREVIEW_CHARACTERS}) as preview, m.direction from message m
       where m."shopId" = c."shopId" and m."conversationId" = c.id and m."authorKind" <> 'system'
       order by m.at desc limit 1)
      union all
      (select left(m.text, ${PREVIEW_CHARACTERS}), m.direction from message m
       where m."shopId" = c."shopId" and m."conversationId" = c.id
       order by m.at desc limit 1)
      limit 1) last on true
    order by wanted.place`;

/** More than this many are only said to be more. */
export const COUNTED_AT_MOST = 999;

export type InboxCounts = Record<View, number> & { parked: number };

/** How many conversations each view has for a staff member, and how many mails could not be read; each up to 1,000. */
export async function countConversations(tx: ShopTx, staffId: string): Promise<InboxCounts> {
  const most = COUNTED_AT_MOST + 1;
  const shop = tx.shopId;
  const rows = await tx.db.$queryRaw<InboxCounts[]>`
    select
      (select count(*)::int from (select from conversation where "shopId" = ${shop} and state = 'open' limit ${most}) a) as open,
      (select count(*)::int from (select from conversation where "shopId" = ${shop} and state = 'waiting' limit ${most}) b) as waiting,
      (select count(*)::int from (select from conversation where "shopId" = ${shop} and state = 'snoozed' limit ${most}) c) as snoozed,
      (select count(*)::int from (select from conversation where "shopId" = ${shop} and state = 'closed' limit ${most}) d) as closed,
      (select count(*)::int from (select from conversation
         where "shopId" = ${shop} and "assigneeId" = ${staffId} and state <> 'closed' limit ${most}) e) as mine,
      (select count(*)::int from (select from conversation
         where "shopId" = ${shop} and state = 'open' and assignee is null limit ${most}) f) as unassigned,
      (select count(*)::int from (select from conversation
         where "shopId" = ${shop} and "replyBy" < ${tx.now} limit ${most}) g) as late,
      (select count(*)::int from (select from conversation
         where "shopId" = ${shop} and ${isDue(tx.now)} limit ${most}) j) as due,
      (select count(*)::int from (
         (select id from conversation where "shopId" = ${shop} and "assigneeId" = ${staffId} and state <> 'closed' limit ${most})
         union
         (select "conversationId" from conversation_follower
          where "shopId" = ${shop} and "staffId" = ${staffId} and "newsAt" is not null limit ${most})) h) as "forMe",
      (select count(*)::int from (select from inbound_mail where "shopId" = ${shop} and state = 'parked' limit ${most}) i) as parked`;
  const none = {
    open: 0,
    forMe: 0,
    mine: 0,
    unassigned: 0,
    late: 0,
    due: 0,
    snoozed: 0,
    waiting: 0,
    closed: 0,
    parked: 0,
  };
  return rows[0] ?? none;
}
