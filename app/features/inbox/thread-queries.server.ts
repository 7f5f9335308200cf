import { readMessageId, readReplyAddress, shopKeyOf } from "~/platform/channels/email/reply-address.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { orderNameKey } from "~/values/keys";
import { type Known, type KnownThread, type SignedName, type ThreadedMail, ticketName } from "./threading";

/** Merged so often, a chain is followed no further. */
const LONGEST_CHAIN = 8;
const MOST_SUGGESTED = 20;

/** What this shop knows of the threads a mail may belong to, for `findConversation`. */
export async function knownThreads(tx: ShopTx, mail: ThreadedMail, ours: string[]): Promise<Known> {
  const shop = shopKeyOf(tx.shopId);
  const answered = [...(mail.inReplyTo ? [mail.inReplyTo] : []), ...mail.references];
  const replyAddresses = signedOf(recipientsOf(mail), readReplyAddress);
  const ownMessageIds = await conversationsOfOwn(tx, signedOf(answered, readMessageId), shop);
  const heldMessageIds = await conversationsHolding(tx, answered);
  const named = [
    ...[...Object.values(replyAddresses), ...Object.values(ownMessageIds)]
      .filter((one) => one.shop === shop)
      .map((one) => one.conversationId),
    ...Object.values(heldMessageIds),
    ...(await conversationsNamed(tx, mail.subject)),
  ];
  const conversations = await threadsOf(tx, [...new Set(named)]);
  return { shop, replyAddresses, ownMessageIds, heldMessageIds, conversations, ours };
}

const recipientsOf = ({ recipients = [], to, cc }: ThreadedMail): string[] => [
  ...recipients,
  ...[...to, ...cc].slice(0, 200).map(({ address }) => address),
];

function signedOf(
  names: string[],
  read: (name: string) => { shopKey: string; id: string } | null,
): Record<string, SignedName> {
  const entries = names.flatMap((name) => {
    const says = read(name);
    return says ? [[name, { shop: says.shopKey, conversationId: says.id }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A Message-ID of ours names a message: of those this shop sent, their conversations. */
async function conversationsOfOwn(
  tx: ShopTx,
  named: Record<string, SignedName>,
  shop: string,
): Promise<Record<string, SignedName>> {
  const ids = Object.values(named).filter((one) => one.shop === shop);
  if (ids.length === 0) return {};
  const rows = await tx.db.message.findMany({
    where: { shopId: tx.shopId, id: { in: ids.map((one) => one.conversationId) } },
    select: { id: true, conversationId: true },
  });
  const conversationOf = new Map(rows.map((row) => [row.id, row.conversationId]));
  const entries = Object.entries(named).flatMap(([name, { conversationId: messageId }]) => {
    const conversationId = conversationOf.get(messageId);
    return conversationId ? [[name, { shop, conversationId }] as const] : [];
  });
  return Object.fromEntries(entries);
}

async function conversationsHolding(tx: ShopTx, mailMessageIds: string[]): Promise<Record<string, string>> {
  if (mailMessageIds.length === 0) return {};
  const rows = await tx.db.message.findMany({
    where: { shopId: tx.shopId, mailMessageId: { in: mailMessageIds } },
    select: { mailMessageId: true, conversationId: true },
  });
  return Object.fromEntries(rows.map((row) => [row.mailMessageId ?? "", row.conversationId]));
}

/** The words of a subject that may be an order's name, as keys: with a digit, three letters or more. */
export const orderNamesIn = (subject: string): string[] => {
  const words = subject.slice(0, 1_000).match(/[\p{L}\p{N}][\p{L}\p{N}._/-]{1,38}[\p{L}\p{N}]/gu) ?? [];
  return [...new Set(words.filter((word) => /\p{N}/u.test(word)).map(orderNameKey))].slice(0, 10);
};

const ticketsIn = (subject: string): number[] =>
  [...subject.slice(0, 1_000).matchAll(/\bT-(\d{1,9})\b/gi)].map((match) => Number(match[1])).slice(0, 10);

/** Conversations that a subject may mean: only ever suggested, since anybody can write a number. */
async function conversationsNamed(tx: ShopTx, subject: string): Promise<string[]> {
  const orders = orderNamesIn(subject);
  const tickets = ticketsIn(subject);
  if (orders.length === 0 && tickets.length === 0) return [];
  const rows = await tx.db.conversation.findMany({
    where: {
      shopId: tx.shopId,
      OR: [{ number: { in: tickets } }, { order: { nameKey: { in: orders } } }],
    },
    orderBy: { lastMessageAt: "desc" },
    take: MOST_SUGGESTED,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** These conversations and those they were merged into, the latest first. */
async function threadsOf(tx: ShopTx, ids: string[]): Promise<KnownThread[]> {
  const found: (KnownThread & { at: Date })[] = [];
  let wanted = ids;
  for (let step = 0; wanted.length > 0 && step < LONGEST_CHAIN; step++) {
    const rows = await tx.db.conversation.findMany({
      where: { shopId: tx.shopId, id: { in: wanted } },
      select: {
        id: true,
        email: true,
        participants: true,
        number: true,
        mergedIntoId: true,
        lastMessageAt: true,
        order: { select: { name: true } },
      },
    });
    for (const row of rows)
      found.push({
        id: row.id,
        email: row.email,
        participants: row.participants,
        number: row.number === null ? null : ticketName(row.number),
        orderName: row.order?.name ?? null,
        mergedInto: row.mergedIntoId,
        at: row.lastMessageAt,
      });
    const have = new Set(found.map((one) => one.id));
    wanted = rows.flatMap((row) => (row.mergedIntoId && !have.has(row.mergedIntoId) ? row.mergedIntoId : []));
  }
  return found.sort((one, other) => other.at.getTime() - one.at.getTime());
}
