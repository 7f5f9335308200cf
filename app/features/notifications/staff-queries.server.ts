import prismaClient from "@prisma/client";
import { orderDetail } from "~/features/orders/queries.server";
import { returnForMail } from "~/features/returns/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { type Cursor, type Page, pageOf, readCursor } from "~/values/cursor";
import { digestOf, localeOf, occasionOf, orderUrl, type Written, write } from "./compose.server";
import { mailFace } from "./mail-face.server";
import { parcelsUrl } from "./parcel-parts";
import { masked } from "./queries.server";
import { kindOf } from "./registry";
import { type Step, writtenFrom } from "./store.server";
import { textsFor } from "./template-store.server";

export const STATES = ["held", "queued", "sent", "failed", "dropped", "merged", "suppressed"] as const;

/** A message in the log; the address is masked. */
export type LogRow = {
  id: string;
  kind: string;
  state: string;
  reason: string | null;
  recipient: string;
  orderId: string | null;
  orderName: string | null;
  createdAt: Date;
  sentAt: Date | null;
  heldUntil: Date | null;
};

export const LOG_PER_PAGE = 50;

export type LogFilter = {
  kind?: string | undefined;
  state?: string | undefined;
  reason?: string | undefined;
};
type Asked = LogFilter & { after?: string | undefined; before?: string | undefined };

/** The log of the outbox, the newest first. `after` and `before` are cursors of an earlier page. */
export async function logPage(tx: ShopTx, asked: Asked): Promise<Page<LogRow>> {
  const cursors = { after: readCursor(asked.after), before: readCursor(asked.before) };
  const rows = await tx.db.$queryRaw<LogRow[]>(logSql(tx.shopId, asked, cursors));
  const page = pageOf(rows, LOG_PER_PAGE, cursors, (row) => ({ at: row.createdAt, id: row.id }));
  return { ...page, rows: page.rows.map((row) => ({ ...row, recipient: masked(row.recipient) })) };
}

type Cursors = { after: Cursor | null; before: Cursor | null };

/** A page of the log, read one further. */
export function logSql(shopId: string, asked: LogFilter, { after, before }: Cursors) {
  const { sql, empty } = prismaClient.Prisma;
  const beyond = before
    ? sql`and (n."createdAt", n.id) > (${before.at}, ${before.id})`
    : after
      ? sql`and (n."createdAt", n.id) < (${after.at}, ${after.id})`
      : empty;
  const order = before ? sql`n."createdAt", n.id` : sql`n."createdAt" desc, n.id desc`;
  return sql`
    select n.id, n.kind, n.state, n.reason, n.recipient, n."orderId", o.name as "orderName", n."createdAt",
      n."sentAt", n."heldUntil"
    from notification n left join orders o on o."shopId" = n."shopId" and o.id = n."orderId"
    where n."shopId" = ${shopId}
      ${asked.kind ? sql`and n.kind = ${asked.kind}` : empty}
      ${asked.state ? sql`and n.state = ${asked.state}` : empty}
      ${asked.reason ? sql`and n.reason = ${asked.reason}` : empty} ${beyond}
    order by ${order} limit ${LOG_PER_PAGE + 1}`;
}

/** How many messages of a day are in which state. */
export type DayCount = { day: string; state: string; count: number };

/** Counting reads at most so many of the latest messages. */
const MOST_COUNTED = 50_000;

/** What became of the messages since `since`, by days of the shop's zone. */
export const countsByDay = (tx: ShopTx, since: Date, timeZone: string): Promise<DayCount[]> =>
  tx.db.$queryRaw<DayCount[]>`
    select to_char("createdAt" at time zone ${timeZone}, 'YYYY-MM-DD') as day, state, count(*)::int as count
    from (select "createdAt", state from notification
      where "shopId" = ${tx.shopId} and "createdAt" >= ${since} order by "createdAt" desc, id desc limit ${MOST_COUNTED}) n
    group by 1, 2 order by 1, 2`;

/** A message with why it went out, or did not. */
export type Explained = LogRow & {
  attempts: number;
  locale: string;
  factKind: string | null;
  factActor: string | null;
  factAt: Date | null;
  happenedAt: string | null;
  trace: Step[];
  /** the message that tells it */
  mergedInto: string | null;
  mergedIntoKind: string | null;
  /** messages that are told in this one */
  tells: { id: string; kind: string }[];
  digest: string | null;
};

export async function explained(tx: ShopTx, id: string): Promise<Explained | null> {
  const rows = await tx.db.$queryRaw<Explained[]>`
    select n.id, n.kind, n.state, n.reason, n.recipient, n."orderId", o.name as "orderName", n."createdAt", n."sentAt",
      n."heldUntil", n.attempts, n.locale, n.trace, n."mergedInto", n.digest, m.kind as "mergedIntoKind",
      f.kind as "factKind", f.actor as "factActor", f.at as "factAt", f.data->>'happenedAt' as "happenedAt",
      coalesce((select json_agg(json_build_object('id', t.id, 'kind', t.kind) order by t.id) from notification t
        where t."shopId" = n."shopId" and t."orderId" = n."orderId" and t."mergedInto" = n.id), '[]') as tells
    from notification n
    left join orders o on o."shopId" = n."shopId" and o.id = n."orderId"
    left join fact f on f."shopId" = n."shopId" and f.id = n."factId"
    left join notification m on m."shopId" = n."shopId" and m.id = n."mergedInto"
    where n."shopId" = ${tx.shopId} and n.id = ${id}`;
  const row = rows[0];
  return row ? { ...row, recipient: masked(row.recipient) } : null;
}

/** A message as it was, or would be, written, and whether that is still word for word what was sent. */
export type Shown = Pick<Written, "subject" | "html" | "text"> & {
  /** null: it was not sent */
  asSent: boolean | null;
  /** why the merchant's own words could not be written, so that ours stand in for them */
  stoodIn: string | null;
};

/** Writes a message anew from what is kept; its text is not. Null when there is nothing to write it from. */
export async function shownMessage(shop: Shop, tx: ShopTx, id: string): Promise<Shown | null> {
  const message = await writtenFrom(tx, id);
  const kind = message && kindOf(message.kind);
  const order = message?.orderId ? await orderDetail(tx, message.orderId) : null;
  if (!message || !kind || !order || order.redacted) return null;
  const face = await mailFace(tx);
  const about = {
    order,
    return: message.returnId ? await returnForMail(tx, message.returnId) : null,
    data: message.data,
    locale: localeOf(message),
    stranger: message.gift === true,
  };
  const url = orderUrl(shop, face, order.id, message.gift ? message.returnId : null);
  const texts = (await textsFor(tx, [{ kind: kind.key, locale: about.locale, at: message.createdAt }]))(
    message.createdAt,
  );
  const written = write(kind, occasionOf(face, about, url), face, texts);
  const sent = await tx.db.notification.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { digest: true, state: true },
  });
  const asSent = sent?.state === "sent" && sent.digest ? sent.digest === digestOf(written, url) : null;
  // Staff look at it: the shopper's own links stay the shopper's.
  const { storefrontUrl } = face.profile;
  const hide = (body: string) =>
    body.replaceAll(url, storefrontUrl).replaceAll(parcelsUrl(url), storefrontUrl);
  const { subject, html, text, failed } = written;
  return { subject, html: hide(html), text: hide(text), asSent, stoodIn: failed?.why ?? null };
}
