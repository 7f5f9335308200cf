import { barId as idOf } from "~/platform/channels/email/barred.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Cursor, type Page, pageOf } from "~/values/cursor";
import { emailKey } from "~/values/keys";
import {
  type BarReason,
  CAUSES,
  type Cause,
  type Scope,
  type SoftBounce,
  type Suppression,
} from "./suppression";

const CHANNEL = "email";

/** What is known of an address, locked against another bounce of the same moment. */
export async function lockSuppression(
  tx: ShopTx,
  address: string,
  cause: Cause,
): Promise<Suppression | null> {
  const id = idOf(address, cause);
  await tx.db
    .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`suppression ${tx.shopId} ${id}`}, 0))`;
  const row = await tx.db.suppression.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } });
  return (
    row && {
      scope: row.scope as Scope,
      reason: row.reason as BarReason,
      status: row.status,
      since: row.since,
      until: row.until,
      soft: row.soft as SoftBounce[],
    }
  );
}

export async function saveSuppression(
  tx: ShopTx,
  address: string,
  cause: Cause,
  known: Suppression,
): Promise<void> {
  const key = { shopId: tx.shopId, id: idOf(address, cause) };
  await tx.db.suppression.upsert({
    where: { shopId_id: key },
    create: { ...key, channel: CHANNEL, address: emailKey(address), ...known },
    update: known,
  });
}

export type Bar = { scope: Exclude<Scope, "none">; reason: BarReason };

/** Which of these addresses are barred, and from what; in one statement. Ask with `barOf`. */
export async function barredAmong(tx: ShopTx, addresses: readonly string[]): Promise<Map<string, Bar>> {
  const ids = [...new Set(addresses)].flatMap((one) => CAUSES.map((cause) => idOf(one, cause)));
  if (ids.length === 0) return new Map();
  const rows = await tx.db.$queryRaw<(Bar & { address: string })[]>`
    select address, scope, reason from suppression
    where "shopId" = ${tx.shopId} and id = any(${ids}) and scope <> 'none' and (until is null or until > ${tx.now})`;
  const bars = new Map<string, Bar>();
  for (const { address, ...bar } of rows)
    if (bar.scope === "everything" || !bars.has(address)) bars.set(address, bar);
  return bars;
}

/** What keeps a message to this address back; `optional`: the shopper may do without it. */
export function barOf(bars: ReadonlyMap<string, Bar>, address: string, optional: boolean): BarReason | null {
  const bar = bars.get(emailKey(address));
  return bar && (optional || bar.scope === "everything") ? bar.reason : null;
}

/** To whom a message of the outbox went; null when it is not this shop's, or was erased. */
export async function recipientOf(tx: ShopTx, notificationId: string): Promise<string | null> {
  const row = await tx.db.notification.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: notificationId } },
    select: { recipient: true, channel: true },
  });
  return row?.channel === CHANNEL && row.recipient ? row.recipient : null;
}

/** The language of a message; null when there is no such one. */
export const localeOf = async (tx: ShopTx, notificationId: string): Promise<string | null> =>
  (
    await tx.db.notification.findUnique({
      where: { shopId_id: { shopId: tx.shopId, id: notificationId } },
      select: { locale: true },
    })
  )?.locale ?? null;

/** Notes on a message that it came back. One that was not sent, or came back before, is left alone. */
export async function noteBounced(
  tx: ShopTx,
  notificationId: string,
  { reason, why }: { reason: string; why: string },
): Promise<void> {
  const step = JSON.stringify({ at: tx.now, did: "bounced", why });
  await tx.db.$executeRaw`
    update notification set state = 'failed', reason = ${reason}, trace = trace || ${step}::jsonb
    where "shopId" = ${tx.shopId} and id = ${notificationId} and state = 'sent'`;
}

export type BouncedMessage = { messageId: string; address: string; data: unknown };

/**
 * The address a conversation's mail came back from, with what the fact tells of it: the shopper's, or whosever copy it
 * was, which the fact names by its digest.
 */
export async function bouncedMessage(tx: ShopTx, factId: string): Promise<BouncedMessage | null> {
  const rows = await tx.db.$queryRaw<(BouncedMessage & { copies: string[] })[]>`
    select f.id as "messageId", v.email as address, f.data, array(
      select distinct unnest(m.cc) from message m
      where m."shopId" = v."shopId" and m."conversationId" = v.id and m.direction = 'out') as copies
    from fact f join conversation v on v."shopId" = f."shopId" and v.id = f."conversationId"
    where f."shopId" = ${tx.shopId} and f.id = ${factId}`;
  const [row] = rows;
  if (!row) return null;
  const { copies, ...message } = row;
  const copy = (message.data as { copy?: string | null } | null)?.copy;
  const address = copy ? copies.find((one) => idOf(one, "bounce") === copy) : message.address;
  return address ? { ...message, address } : null;
}

/** An address that is not written to, for staff. */
export type SuppressedRow = {
  id: string;
  address: string;
  scope: Scope;
  reason: BarReason;
  status: string | null;
  since: Date;
  until: Date | null;
};

export const SUPPRESSED_PER_PAGE = 50;

/** Addresses that are not written to now, the latest first. */
export async function suppressedPage(
  tx: ShopTx,
  { after, before }: { after: Cursor | null; before: Cursor | null },
): Promise<Page<SuppressedRow>> {
  const at = after ?? before;
  const rows = await tx.db.suppression.findMany({
    where: {
      shopId: tx.shopId,
      scope: { not: "none" },
      AND: [
        { OR: [{ until: null }, { until: { gt: tx.now } }] },
        at
          ? {
              OR: [
                { since: before ? { gt: at.at } : { lt: at.at } },
                { since: at.at, id: before ? { gt: at.id } : { lt: at.id } },
              ],
            }
          : {},
      ],
    },
    orderBy: before ? [{ since: "asc" }, { id: "asc" }] : [{ since: "desc" }, { id: "desc" }],
    take: SUPPRESSED_PER_PAGE + 1,
    select: { id: true, address: true, scope: true, reason: true, status: true, since: true, until: true },
  });
  return pageOf(rows as SuppressedRow[], SUPPRESSED_PER_PAGE, { after, before }, (row) => ({
    at: row.since,
    id: row.id,
  }));
}

/** Lets an address be written to again. Answers whether it was barred. */
export const liftSuppression = async (tx: ShopTx, id: string): Promise<boolean> =>
  (await tx.db.suppression.deleteMany({ where: { shopId: tx.shopId, id } })).count > 0;

/** What is noted of a person's addresses. */
export const exportSuppressions = (tx: ShopTx, emailKeys: string[]) =>
  tx.db.suppression.findMany({
    where: { shopId: tx.shopId, id: { in: idsOf(emailKeys) } },
    select: { channel: true, address: true, scope: true, reason: true, since: true, until: true },
  });

/** Forgets what is noted of a person's addresses. Answers how many rows. */
export const eraseSuppressions = async (tx: ShopTx, emailKeys: string[]): Promise<number> =>
  (await tx.db.suppression.deleteMany({ where: { shopId: tx.shopId, id: { in: idsOf(emailKeys) } } })).count;

const idsOf = (emailKeys: string[]) => emailKeys.flatMap((one) => CAUSES.map((cause) => idOf(one, cause)));
