import prismaClient from "@prisma/client";
import type { ParcelState } from "~/features/orders/rules";
import type { ShopTx } from "~/platform/database/shop.server";
import type { FactData } from "./kind";
import type { HoldReason } from "./rules";

const { sql } = prismaClient.Prisma;

/** A message about an order, as history. */
export type KnownMessage = {
  id: string;
  kind: string;
  state: string;
  factId: string | null;
  returnId: string | null;
  parcelIds: string[];
  createdAt: Date;
  sentAt: Date | null;
};
export type Past = { parcels: { id: string; state: ParcelState }[]; messages: KnownMessage[] };

type AsJson = Omit<KnownMessage, "createdAt" | "sentAt"> & { createdAt: string; sentAt: string | null };

/**
 * Parcels and messages (the latest 100) of orders. Each order is locked first, by a statement of its own, so
 * that its news is decided on in turn, and by what the turn before wrote.
 */
export async function pastOf(tx: ShopTx, orderIds: string[]): Promise<Map<string, Past>> {
  await tx.db.$queryRaw`
    select id from orders where "shopId" = ${tx.shopId} and id = any(${orderIds}) order by id for no key update`;
  const rows = await tx.db.$queryRaw<{ id: string; parcels: Past["parcels"]; messages: AsJson[] }[]>`
    select o.id,
      coalesce((select json_agg(json_build_object('id', p.id, 'state', p."parcelState"))
        from fulfilment p where p."shopId" = o."shopId" and p."orderId" = o.id), '[]') as parcels,
      coalesce((select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'state', coalesce(t.state, n.state), 'factId', n."factId",
            'returnId', n."returnId", 'createdAt', n."createdAt", 'sentAt', coalesce(t."sentAt", n."sentAt"),
            'parcelIds', (select coalesce(json_agg(one), '[]') from (
              select f.data->>'fulfilmentId' as one where f.data->>'fulfilmentId' is not null
              union select jsonb_array_elements_text(coalesce(n.data->'also', '[]'))) ids)))
        from (select * from notification where "shopId" = o."shopId" and "orderId" = o.id and channel = 'email'
          order by "createdAt" desc limit 100) n
        left join fact f on f."shopId" = n."shopId" and f.id = n."factId"
        left join notification t on n.reason = 'byPhone' and t."shopId" = n."shopId" and t.id = n."mergedInto"), '[]')
        as messages
    from orders o where o."shopId" = ${tx.shopId} and o.id = any(${orderIds})`;
  return new Map(
    rows.map(({ id, parcels, messages }) => [
      id,
      {
        parcels,
        messages: messages.map((one) => ({
          ...one,
          createdAt: new Date(one.createdAt),
          sentAt: one.sentAt === null ? null : new Date(one.sentAt),
        })),
      },
    ]),
  );
}

/** What becomes of a message: its row's part that decisions write. */
export type Outcome = {
  id: string;
  state: "queued" | "held" | "dropped" | "merged";
  reason: string | null;
  heldUntil: Date | null;
  mergedInto: string | null;
  data: FactData;
  step: Step | null;
};

/** A line of a message's trace. */
export type Step = {
  at: string;
  did: "held" | "released" | "tried" | "retried" | "paused" | "bounced" | "delivered" | "read";
  why?: string;
  until?: string;
};

export type NewNotification = Outcome & {
  key: string;
  kind: string;
  factId: string;
  orderId: string;
  returnId: string | null;
  conversationId: string | null;
  recipient: string;
  locale: string;
};

/**
 * Puts messages in the outbox, or notes why they stay out. Answers the ids of those it wrote: one whose key was
 * there already is not.
 */
export async function addNotifications(tx: ShopTx, some: NewNotification[]): Promise<Set<string>> {
  if (some.length === 0) return new Set();
  const rows = JSON.stringify(some.map(({ step, ...one }) => ({ ...one, trace: step ? [step] : [] })));
  const added = await tx.db.$queryRaw<{ id: string }[]>`
    insert into notification ("shopId", id, key, kind, "factId", "orderId", "returnId", "conversationId", recipient,
      locale, state, reason, "heldUntil", "mergedInto", data, trace, "createdAt")
    select ${tx.shopId}, id, key, kind, "factId", "orderId", "returnId", "conversationId", recipient,
      locale, state, reason, "heldUntil", "mergedInto", data, trace, ${tx.now}
    from json_to_recordset(${rows}::json) as n(id text, key text, kind text, "factId" text, "orderId" text,
      "returnId" text, "conversationId" text, recipient text, locale text, state text, reason text,
      "heldUntil" timestamptz, "mergedInto" text, data jsonb, trace jsonb)
    order by id on conflict ("shopId", key) do nothing
    returning id`;
  return new Set(added.map((one) => one.id));
}

/** Writes what became of messages that were held. One that is held no more is left alone. */
export async function settleHeld(tx: ShopTx, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = JSON.stringify(outcomes);
  await tx.db.$executeRaw`
    update notification n set state = s.state, reason = s.reason, "heldUntil" = s."heldUntil",
      "mergedInto" = s."mergedInto", data = s.data,
      trace = case when s.step is null then n.trace else n.trace || s.step end
    from json_to_recordset(${rows}::json) as s(id text, state text, reason text, "heldUntil" timestamptz,
      "mergedInto" text, data jsonb, step jsonb)
    where n."shopId" = ${tx.shopId} and n.id = s.id and n.state = 'held'`;
}

export type QueuedNotification = {
  id: string;
  kind: string;
  factId: string | null;
  orderId: string;
  returnId: string | null;
  recipient: string;
  locale: string;
  createdAt: Date;
  /** is it written to whoever sends a gift back? */
  gift: boolean | null;
  data: FactData;
};

const WRITTEN_FROM = sql`
  n.id, n.kind, n."factId", n."orderId", n."returnId", n.recipient, n.locale, n."createdAt",
  (select r.gift from return r where r."shopId" = n."shopId" and r.id = n."returnId") as gift,
  coalesce((select f.data from fact f where f."shopId" = n."shopId" and f.id = n."factId"), '{}') || n.data as data`;

/** Takes queued messages to send them; one no longer queued (sent, or given up) is left out. */
export const takeQueued = (tx: ShopTx, ids: string[]): Promise<QueuedNotification[]> =>
  tx.db.$queryRaw<QueuedNotification[]>`
    update notification n set attempts = attempts + 1
    where n."shopId" = ${tx.shopId} and n.id = any(${ids}) and n.state = 'queued' and n.channel = 'email'
    returning ${WRITTEN_FROM}`;

/** A message of the outbox with what it is written from, or null when this shop has none of that id. */
export async function writtenFrom(tx: ShopTx, id: string): Promise<QueuedNotification | null> {
  const rows = await tx.db.$queryRaw<QueuedNotification[]>`
    select ${WRITTEN_FROM} from notification n where n."shopId" = ${tx.shopId} and n.id = ${id}`;
  return rows[0] ?? null;
}

export type SentNotification = { id: string; messageId: string; digest: string };

/** Notes messages as sent. Answers whether the shop writes to phones, too. */
export async function noteSent(tx: ShopTx, sent: SentNotification[]): Promise<{ phones: boolean }> {
  const [row] = await tx.db.$queryRaw<{ phones: boolean }[]>`
    with noted as (
      update notification n set state = 'sent', "sentAt" = ${tx.now}, "messageId" = s.message_id, digest = s.digest,
        reason = null
      from unnest(${sent.map((one) => one.id)}::text[], ${sent.map((one) => one.messageId)}::text[],
        ${sent.map((one) => one.digest)}::text[]) as s(id, message_id, digest)
      where n."shopId" = ${tx.shopId} and n.id = s.id)
    select exists (select from channel_account where "shopId" = ${tx.shopId} and enabled) as phones`;
  return row ?? { phones: false };
}

/** Gives messages up, or notes why they were left out after all. */
export async function noteUnsent(
  tx: ShopTx,
  ids: string[],
  state: "failed" | "dropped" | "suppressed",
  reason: string,
): Promise<void> {
  await tx.db.notification.updateMany({
    where: { shopId: tx.shopId, id: { in: ids }, state: "queued" },
    data: { state, reason },
  });
}

/** Notes messages that go to a phone in the mail's place: what becomes of them shows the message that tells them. */
export async function noteByPhone(tx: ShopTx, told: ReadonlyMap<string, string>): Promise<void> {
  await tx.db.$executeRaw`
    update notification n set state = 'merged', reason = 'byPhone', "mergedInto" = s.text_id
    from unnest(${[...told.keys()]}::text[], ${[...told.values()]}::text[]) as s(id, text_id)
    where n."shopId" = ${tx.shopId} and n.id = s.id and n.state = 'queued'`;
}

/** Notes tries that failed, each with its reason; the latest twenty of a message are kept. */
export async function noteTried(tx: ShopTx, tries: { id: string; why: string }[]): Promise<void> {
  const rows = JSON.stringify(
    tries.map(({ id, why }) => ({ id, step: { at: tx.now, did: "tried", why: why.slice(0, 300) } })),
  );
  await tx.db.$executeRaw`
    update notification n set trace = case when jsonb_array_length(n.trace) >= 20 then n.trace - 0 else n.trace end || s.step
    from json_to_recordset(${rows}::json) as s(id text, step jsonb)
    where n."shopId" = ${tx.shopId} and n.id = s.id and n.state = 'queued'`;
}

/** Takes queued messages back, to be looked at again at `until`. */
export async function holdQueued(tx: ShopTx, ids: string[], why: HoldReason, until: Date): Promise<void> {
  const step = JSON.stringify({ at: tx.now, did: "held", why, until });
  await tx.db.$executeRaw`
    update notification set state = 'held', reason = ${why}, "heldUntil" = ${until}, trace = trace || ${step}::jsonb
    where "shopId" = ${tx.shopId} and id = any(${ids}) and state = 'queued'`;
}

/** What was held because of a pause is due now. Answers how many. */
export const endPause = (tx: ShopTx): Promise<number> =>
  tx.db.$executeRaw`
    update notification set "heldUntil" = ${tx.now}
    where "shopId" = ${tx.shopId} and state = 'held' and reason = 'paused'`;

/** Puts a message that was given up back into the queue. Answers whether it was one. */
export async function requeue(tx: ShopTx, id: string, staffName: string): Promise<boolean> {
  const step = JSON.stringify({ at: tx.now, did: "retried", why: staffName });
  const count = await tx.db.$executeRaw`
    update notification set state = 'queued', reason = null, trace = trace || ${step}::jsonb
    where "shopId" = ${tx.shopId} and id = ${id} and state = 'failed' and channel = 'email'`;
  return count > 0;
}
