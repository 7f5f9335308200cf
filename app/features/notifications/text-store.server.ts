import { z } from "zod";
import type { ShopTx } from "~/platform/database/shop.server";
import { keyedDigest } from "~/platform/secrets.server";
import type { FactData } from "./kind";
import type { Step } from "./store.server";
import { type Consent, phoneOf } from "./texts";

const CHANNEL = "sms";

/** A shop's account for writing to phones; credentials are ciphertext. */
export type TextAccount = {
  credentials: string;
  enabled: boolean;
  kinds: string[];
  /** millionths of the currency */
  segmentPrice: bigint | null;
  currency: string | null;
};

export const loadAccount = (tx: ShopTx): Promise<TextAccount | null> =>
  tx.db.channelAccount.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: CHANNEL } },
    select: { credentials: true, enabled: true, kinds: true, segmentPrice: true, currency: true },
  });

export async function saveAccount(tx: ShopTx, account: TextAccount): Promise<void> {
  const key = { shopId: tx.shopId, id: CHANNEL };
  const row = { ...account, updatedAt: tx.now };
  await tx.db.channelAccount.upsert({
    where: { shopId_id: key },
    create: { ...key, ...row },
    update: row,
  });
}

/** A mail that was sent, of a kind that goes to phones, too. */
export type ToText = {
  id: string;
  key: string;
  kind: string;
  factId: string | null;
  orderId: string;
  locale: string;
  data: FactData;
  phone: string;
};

/** Of mails just sent those that go to phones besides; none without an account. In one statement. */
export const mailsToText = (tx: ShopTx, ids: string[]): Promise<ToText[]> =>
  tx.db.$queryRaw<ToText[]>`
    select n.id, n.key, n.kind, n."factId", n."orderId", n.locale, n.data, o.phone
    from channel_account a
    join notification n on n."shopId" = a."shopId" and n.id = any(${ids}) and n.channel = 'email'
      and n."returnId" is null and n.kind = any(a.kinds)
    join orders o on o."shopId" = n."shopId" and o.id = n."orderId" and o.phone <> '' and o."redactedAt" is null
    where a."shopId" = ${tx.shopId} and a.id = ${CHANNEL} and a.enabled`;

export type NewText = ToText & {
  newId: string;
  state: "queued" | "dropped" | "suppressed";
  reason: string | null;
};

/** Puts messages to phones into the outbox, once a mail. Answers the ids of those that are new and to be sent. */
export async function addTextRows(tx: ShopTx, some: NewText[]): Promise<string[]> {
  const rows = JSON.stringify(some);
  const added = await tx.db.$queryRaw<{ id: string; state: string }[]>`
    insert into notification ("shopId", id, key, kind, "factId", "orderId", channel, recipient, locale, state, reason,
      data, "createdAt")
    select ${tx.shopId}, "newId", key || ':sms', kind, "factId", "orderId", ${CHANNEL}, phone, locale, state, reason,
      data, ${tx.now}
    from json_to_recordset(${rows}::json) as n("newId" text, key text, kind text, "factId" text, "orderId" text,
      phone text, locale text, state text, reason text, data jsonb)
    order by "newId" on conflict ("shopId", key) do nothing
    returning id, state`;
  return added.filter(({ state }) => state === "queued").map(({ id }) => id);
}

export type QueuedText = {
  id: string;
  kind: string;
  orderId: string;
  recipient: string;
  locale: string;
  attempts: number;
  createdAt: Date;
  data: FactData;
};

/** Takes a message to send it; null when it is queued no more. */
export async function takeText(tx: ShopTx, id: string): Promise<QueuedText | null> {
  const rows = await tx.db.$queryRaw<QueuedText[]>`
    update notification n set attempts = attempts + 1
    where n."shopId" = ${tx.shopId} and n.id = ${id} and n.state = 'queued' and n.channel = ${CHANNEL}
    returning n.id, n.kind, n."orderId", n.recipient, n.locale, n.attempts, n."createdAt",
      coalesce((select f.data from fact f where f."shopId" = n."shopId" and f.id = n."factId"), '{}') || n.data as data`;
  return rows[0] ?? null;
}

type Change = {
  from: "queued" | "sent";
  state: "sent" | "failed" | "dropped" | "suppressed";
  reason?: string | null;
  providerId?: string;
  step?: { did: Step["did"]; why?: string };
};

/** Notes what became of a message, if it is still as `from` says. */
export async function noteText(tx: ShopTx, id: string, change: Change): Promise<void> {
  const steps = JSON.stringify(change.step ? [{ at: tx.now, ...change.step }] : []);
  const sentAt = change.state === "sent" && change.from === "queued" ? tx.now : null;
  await tx.db.$executeRaw`
    update notification set state = ${change.state}, reason = ${change.reason ?? null},
      "messageId" = coalesce(${change.providerId ?? null}, "messageId"), "sentAt" = coalesce(${sentAt}, "sentAt"),
      trace = trace || ${steps}::jsonb
    where "shopId" = ${tx.shopId} and id = ${id} and state = ${change.from} and channel = ${CHANNEL}
      and not (${change.step?.did ?? ""} = 'delivered' and trace @> '[{"did":"delivered"}]')`;
}

const idOf = (phone: string) => keyedDigest("consent", `${CHANNEL} ${phone}`).slice(0, 32);
const answer = z.enum(["given", "refused"]).nullable().catch(null);

/** What owners of these numbers said; numbers of whom nothing is known are left out. */
export async function consentsOf(tx: ShopTx, phones: string[]): Promise<Map<string, Consent>> {
  const rows = await tx.db.contactConsent.findMany({
    where: { shopId: tx.shopId, id: { in: phones.map(idOf) } },
    select: { address: true, transactional: true, marketing: true },
  });
  return new Map(
    rows.map(({ address, transactional, marketing }) => [
      address,
      { transactional: answer.parse(transactional), marketing: answer.parse(marketing) },
    ]),
  );
}

export async function saveConsent(
  tx: ShopTx,
  phone: string,
  consent: Consent,
  source: "keyword" | "provider",
): Promise<void> {
  const key = { shopId: tx.shopId, id: idOf(phone) };
  const row = { ...consent, source, at: tx.now };
  await tx.db.contactConsent.upsert({
    where: { shopId_id: key },
    create: { ...key, channel: CHANNEL, address: phone, ...row },
    update: row,
  });
}

export const exportConsents = (tx: ShopTx, phones: string[]) =>
  tx.db.contactConsent.findMany({
    where: { shopId: tx.shopId, id: { in: idsOf(phones) } },
    select: { channel: true, address: true, transactional: true, marketing: true, source: true, at: true },
  });

export const eraseConsents = async (tx: ShopTx, phones: string[]): Promise<number> =>
  (await tx.db.contactConsent.deleteMany({ where: { shopId: tx.shopId, id: { in: idsOf(phones) } } })).count;

/** Numbers as shops write them; consent is kept under their common form. */
const idsOf = (phones: string[]) => phones.flatMap((phone) => phoneOf(phone) ?? []).map(idOf);
