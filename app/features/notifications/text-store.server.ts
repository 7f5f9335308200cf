import { z } from "zod";
import { TEXT_CHANNELS, type TextChannelKey } from "~/platform/channels/registry";
import type { ShopTx } from "~/platform/database/shop.server";
import { keyedDigest } from "~/platform/secrets.server";
import { type ApprovedTexts, approvedTexts } from "./approved-texts";
import type { FactData } from "./kind";
import type { Step } from "./store.server";
import { type Consent, NO_ANSWER, phoneOf } from "./texts";

/** A shop's account for writing to phones; credentials are ciphertext. */
export type TextAccount = {
  credentials: string;
  enabled: boolean;
  kinds: string[];
  /** millionths of the currency */
  segmentPrice: bigint | null;
  currency: string | null;
  templates: ApprovedTexts;
  /** only to who has agreed by a message of their own */
  onlyAgreed: boolean;
};

const NO_ACCOUNT: Omit<TextAccount, "credentials"> = {
  enabled: false,
  kinds: [],
  segmentPrice: null,
  currency: null,
  templates: {},
  onlyAgreed: false,
};

/** A shop's account of a channel; null when it has none. */
export async function loadAccount(tx: ShopTx, channel: TextChannelKey): Promise<TextAccount | null> {
  const row = await tx.db.channelAccount.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: channel } },
  });
  return row && { ...row, templates: approvedTexts.catch({}).parse(row.templates) };
}

/** What is not said of it is as for an account that has nothing of the sort. */
export async function saveAccount(
  tx: ShopTx,
  channel: TextChannelKey,
  account: Pick<TextAccount, "credentials"> & Partial<TextAccount>,
): Promise<void> {
  const key = { shopId: tx.shopId, id: channel };
  const row = { ...NO_ACCOUNT, ...account, updatedAt: tx.now };
  await tx.db.channelAccount.upsert({
    where: { shopId_id: key },
    create: { ...key, ...row },
    update: row,
  });
}

/** A message of a kind that goes to phones, too, by this channel. */
export type ToText = {
  id: string;
  channel: TextChannelKey;
  onlyAgreed: boolean;
  templates: ApprovedTexts;
  key: string;
  kind: string;
  factId: string | null;
  orderId: string;
  returnId: string | null;
  locale: string;
  data: FactData;
  phone: string;
};

/**
 * Messages that go to phones, once for each channel the shop wants that by; none without an account. The order's number
 * is its buyer's, so nothing of a gift's return is told there. In one statement.
 */
export async function messagesToText(tx: ShopTx, ids: string[]): Promise<ToText[]> {
  const rows = await tx.db.$queryRaw<ToText[]>`
    select n.id, a.id as channel, a."onlyAgreed", a.templates, n.key, n.kind, n."factId", n."orderId",
      n."returnId", n.locale, n.data, o.phone
    from channel_account a
    join notification n on n."shopId" = a."shopId" and n.id = any(${ids}) and n.channel = 'email'
      and n.kind = any(a.kinds)
    join orders o on o."shopId" = n."shopId" and o.id = n."orderId" and o.phone <> '' and o."redactedAt" is null
    left join "return" r on r."shopId" = n."shopId" and r.id = n."returnId"
    where r.gift is not true and a."shopId" = ${tx.shopId} and a.id = any(${TEXT_CHANNELS}) and a.enabled`;
  return rows.map((row) => ({ ...row, templates: approvedTexts.catch({}).parse(row.templates) }));
}

export type NewText = Omit<ToText, "templates" | "onlyAgreed"> & {
  newId: string;
  state: "queued" | "dropped" | "suppressed";
  reason: string | null;
};

/** Puts messages to phones into the outbox, once a message. Answers the ids of those that are new and to be sent. */
export async function addTextRows(tx: ShopTx, some: NewText[]): Promise<string[]> {
  const rows = JSON.stringify(some);
  const added = await tx.db.$queryRaw<{ id: string; state: string }[]>`
    insert into notification ("shopId", id, key, kind, "factId", "orderId", "returnId", channel, recipient, locale,
      state, reason, data, "createdAt")
    select ${tx.shopId}, "newId", key || ':' || channel, kind, "factId", "orderId", "returnId", channel, phone, locale,
      state, reason, data, ${tx.now}
    from json_to_recordset(${rows}::json) as n("newId" text, key text, kind text, "factId" text, "orderId" text,
      "returnId" text, channel text, phone text, locale text, state text, reason text, data jsonb)
    order by "newId" on conflict ("shopId", key) do nothing
    returning id, state`;
  return added.filter(({ state }) => state === "queued").map(({ id }) => id);
}

export type QueuedText = {
  id: string;
  channel: TextChannelKey;
  kind: string;
  orderId: string;
  returnId: string | null;
  recipient: string;
  locale: string;
  attempts: number;
  createdAt: Date;
  trace: Step[];
  data: FactData;
};

/** Takes a message to send it; null when it is queued no more. */
export async function takeText(tx: ShopTx, id: string): Promise<QueuedText | null> {
  const rows = await tx.db.$queryRaw<QueuedText[]>`
    update notification n set attempts = attempts + 1
    where n."shopId" = ${tx.shopId} and n.id = ${id} and n.state = 'queued'
      and n.channel = any(${TEXT_CHANNELS})
    returning n.id, n.channel, n.trace, n.kind, n."orderId", n."returnId", n.recipient, n.locale, n.attempts, n."createdAt",
      coalesce((select f.data from fact f where f."shopId" = n."shopId" and f.id = n."factId"), '{}') || n.data as data`;
  return rows[0] ?? null;
}

type State = "queued" | "sent" | "failed" | "dropped" | "suppressed";
type Change = {
  from: readonly ("queued" | "sent")[];
  state: State;
  reason?: string | null;
  providerId?: string;
  step?: { did: Step["did"]; why?: string };
};

/** Notes what became of a message, if it is still as `from` says. That it arrived, or was read, is noted once. */
export async function noteText(tx: ShopTx, id: string, change: Change): Promise<void> {
  const steps = JSON.stringify(change.step ? [{ at: tx.now, ...change.step }] : []);
  const once = JSON.stringify([{ did: change.step?.did ?? "" }]);
  const sentAt = change.state === "sent" ? tx.now : null;
  await tx.db.$executeRaw`
    update notification set state = ${change.state}, reason = ${change.reason ?? null},
      "messageId" = coalesce(${change.providerId ?? null}, "messageId"), "sentAt" = coalesce("sentAt", ${sentAt}),
      trace = trace || ${steps}::jsonb
    where "shopId" = ${tx.shopId} and id = ${id} and state = any(${change.from}) and channel = any(${TEXT_CHANNELS})
      and not (${change.step?.did ?? ""} in ('delivered', 'read') and trace @> ${once}::jsonb)`;
}

/** Notes a try of which no answer came, and was not noted then: the process ended meanwhile. */
export async function noteLostTry(tx: ShopTx, id: string): Promise<void> {
  const step = JSON.stringify({ at: tx.now, did: "tried", why: NO_ANSWER });
  await tx.db.$executeRaw`
    update notification set attempts = attempts - 1, trace = trace || ${step}::jsonb
    where "shopId" = ${tx.shopId} and id = ${id} and state = 'queued'`;
}

/** The message that the provider calls so; null when none of the channel's is. */
export async function idOfProviders(
  tx: ShopTx,
  channel: TextChannelKey,
  providerId: string,
): Promise<string | null> {
  // The index on what providers call messages is of this one channel.
  if (channel !== "whatsapp") return null;
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id from notification
    where "shopId" = ${tx.shopId} and "messageId" = ${providerId} and channel = 'whatsapp' limit 1`;
  return rows[0]?.id ?? null;
}

const idOf = (channel: TextChannelKey, phone: string) =>
  keyedDigest("consent", `${channel} ${phone}`).slice(0, 32);
const answer = z.enum(["given", "refused"]).nullable().catch(null);

/** What owners of these numbers said of a channel; numbers of whom nothing is known are left out. */
export async function consentsOf(
  tx: ShopTx,
  channel: TextChannelKey,
  phones: string[],
): Promise<Map<string, Consent>> {
  if (phones.length === 0) return new Map();
  const rows = await tx.db.contactConsent.findMany({
    where: { shopId: tx.shopId, id: { in: phones.map((phone) => idOf(channel, phone)) } },
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
  channel: TextChannelKey,
  phone: string,
  consent: Consent,
  source: "keyword" | "provider",
): Promise<void> {
  const key = { shopId: tx.shopId, id: idOf(channel, phone) };
  const row = { ...consent, source, at: tx.now };
  await tx.db.contactConsent.upsert({
    where: { shopId_id: key },
    create: { ...key, channel, address: phone, ...row },
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
const idsOf = (phones: string[]) =>
  phones
    .flatMap((phone) => phoneOf(phone) ?? [])
    .flatMap((phone) => TEXT_CHANNELS.map((channel) => idOf(channel, phone)));
