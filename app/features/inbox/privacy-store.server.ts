import { replyAddress } from "~/platform/channels/email/reply-address.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { photosForExport } from "./contact-store.server";
import { enclosuresForExport } from "./mail-out/enclosure-store.server";
import type { Person } from "./privacy.server";
import { rebuildWords } from "./search-store.server";

/** Requests under privacy law are rare and must miss nothing, so some of these read more than an index. */

/**
 * The conversations that are about the person's orders by their own word, with their address, or filed as theirs. One
 * that staff only tied to an order of theirs may be a stranger's, and is left alone.
 */
export async function idsOf(tx: ShopTx, person: Person): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, OR: ofPerson(person) },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

const ofPerson = ({ emailKey, orderIds, customerIds = [] }: Person) => [
  { orderId: { in: orderIds } },
  { orders: { some: { orderId: { in: orderIds }, wasOwn: true } } },
  { customerId: { in: customerIds } },
  { filedUnderId: { in: customerIds } },
  ...(emailKey ? [{ email: emailKey }] : []),
];

/**
 * A person's messages outside of their own conversations: what they wrote into others', and what went there when
 * theirs was merged into them, answers of staff among it.
 */
async function elsewhere(tx: ShopTx, ids: string[], { emailKey }: Person) {
  const merged = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, id: { in: ids }, mergedIntoId: { not: null } },
    select: { mergedIntoId: true },
  });
  const into = merged.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  return {
    shopId: tx.shopId,
    conversationId: { notIn: ids },
    OR: [
      { conversationId: { in: into }, movedFromId: { in: ids } },
      ...(emailKey ? [{ authorEmail: emailKey }] : []),
    ],
  };
}

export async function conversationsOf(tx: ShopTx, person: Person) {
  const ids = await idsOf(tx, person);
  const where = { shopId: tx.shopId };
  const conversations = await tx.db.conversation.findMany({
    where: { ...where, id: { in: ids } },
    orderBy: { createdAt: "asc" },
    include: {
      messages: { orderBy: { at: "asc" } },
      tags: { orderBy: { tag: "asc" }, select: { tag: true } },
      drafts: { select: { isNote: true, text: true, updatedAt: true } },
      automationRuns: {
        orderBy: { at: "asc" },
        select: {
          outcome: true,
          conditions: true,
          actions: true,
          at: true,
          rule: { select: { name: true } },
        },
      },
      orders: { orderBy: { at: "asc" }, select: { orderId: true, wasOwn: true, at: true } },
    },
  });
  const others = await tx.db.message.findMany({
    where: await elsewhere(tx, ids, person),
    orderBy: { at: "asc" },
  });
  const mails = await tx.db.inboundMail.findMany({
    where: { ...where, id: { in: await mailsOf(tx, ids, person) } },
    orderBy: { receivedAt: "asc" },
  });
  return {
    // What staff wrote of the person and have not sent is about them too; who follows or looks is not.
    conversations: conversations.map(({ shopId: _shop, messages, tags, ...one }) => ({
      ...one,
      tags: tags.map(({ tag }) => tag),
      messages: messages.map(({ shopId: _same, ...message }) => message),
    })),
    photos: await photosForExport(tx, ids, person),
    enclosures: await enclosuresForExport(tx, ids),
    messagesElsewhere: others.map(({ shopId: _shop, ...message }) => message),
    mails: mails.map(({ shopId: _shop, raw, ...mail }) => ({
      ...mail,
      rawBase64: Buffer.from(raw).toString("base64"),
    })),
  };
}

/**
 * Raw mails filed in these conversations, sent to their addresses, or sent by the person. Those that were filed
 * nowhere are also found by the person's address in them: a provider's envelope names the provider.
 */
export async function mailsOf(tx: ShopTx, conversationIds: string[], person: Person): Promise<string[]> {
  const recipients = conversationIds.map((id) => replyAddress(tx.shopId, id));
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id from inbound_mail
    where "shopId" = ${tx.shopId} and (recipient = any(${recipients}) or lower(sender) = ${person.emailKey})
    union
    select id from inbound_mail
    where "shopId" = ${tx.shopId} and state in ('parked', 'dropped', 'received') and ${person.emailKey} <> ''
      and position(${person.emailKey} in lower(convert_from(raw, 'LATIN1'))) > 0
    union
    select "inboundMailId" from message
    where "shopId" = ${tx.shopId} and "inboundMailId" is not null and "conversationId" = any(${conversationIds})`;
  const others = await tx.db.message.findMany({
    where: { ...(await elsewhere(tx, conversationIds, person)), inboundMailId: { not: null } },
    select: { inboundMailId: true },
  });
  return [
    ...new Set([...rows.map(({ id }) => id), ...others.flatMap(({ inboundMailId }) => inboundMailId ?? [])]),
  ];
}

/**
 * Erases the messages of these conversations, and the person's elsewhere. Answers how many, and which conversations
 * of others had some of them: they are then found by less.
 */
export async function eraseMessages(
  tx: ShopTx,
  conversationIds: string[],
  person: Person,
): Promise<{ count: number; touched: string[] }> {
  const theirs = await tx.db.message.findMany({
    where: await elsewhere(tx, conversationIds, person),
    select: { id: true, conversationId: true },
  });
  const { count } = await tx.db.message.deleteMany({
    where: {
      shopId: tx.shopId,
      OR: [{ conversationId: { in: conversationIds } }, { id: { in: theirs.map(({ id }) => id) } }],
    },
  });
  return { count, touched: [...new Set(theirs.map(({ conversationId }) => conversationId))] };
}

/** Conversations are found by what they still hold. */
export async function findByWhatIsLeft(tx: ShopTx, conversationIds: readonly string[]): Promise<void> {
  for (const id of conversationIds) await rebuildWords(tx, id);
}

export async function eraseConversations(tx: ShopTx, ids: string[]): Promise<number> {
  const { count } = await tx.db.conversation.deleteMany({ where: { shopId: tx.shopId, id: { in: ids } } });
  return count;
}

/** Other people's conversations no longer name the person among those who were written to. Answers which did. */
export async function eraseMentions(tx: ShopTx, emailKey: string): Promise<string[]> {
  await tx.db.$executeRaw`
    update message set cc = array_remove(cc, ${emailKey}), undelivered = array_remove(undelivered, ${emailKey}),
      -- only theirs was missing: another try would reach the others twice
      state = case when undelivered = array[${emailKey}]::text[] then 'sent' else state end,
      reason = case when undelivered = array[${emailKey}]::text[] then null else reason end
    where "shopId" = ${tx.shopId} and ${emailKey} = any(cc)`;
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    update conversation set participants = array_remove(participants, ${emailKey})
    where "shopId" = ${tx.shopId} and ${emailKey} = any(participants) returning id`;
  return rows.map(({ id }) => id);
}

/** A mail that somebody else's message still stands on loses its bytes instead. */
export async function eraseMails(tx: ShopTx, ids: string[]): Promise<number> {
  const erased = await tx.db.$executeRaw`
    delete from inbound_mail m where m."shopId" = ${tx.shopId} and m.id = any(${ids})
      and not exists (select from message x where x."shopId" = m."shopId" and x."inboundMailId" = m.id)`;
  const emptied = await tx.db.$executeRaw`
    update inbound_mail set raw = '', sender = '' where "shopId" = ${tx.shopId} and id = any(${ids})`;
  return erased + emptied;
}
