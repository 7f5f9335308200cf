import { replyAddress } from "~/platform/channels/email/reply-address.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { photosForExport } from "./contact-store.server";
import { enclosuresForExport } from "./mail-out/enclosure-store.server";
import type { Person } from "./privacy.server";
import { rebuildWords } from "./search-store.server";

/** Requests under privacy law are rare and must miss nothing, so some of these read more than an index. */

/** The conversations that are about the person's orders or with their address. */
export async function idsOf(tx: ShopTx, person: Person): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, OR: ofPerson(person) },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

const ofPerson = ({ emailKey, orderIds }: Person) => [
  { orderId: { in: orderIds } },
  ...(emailKey ? [{ email: emailKey }] : []),
];

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
    },
  });
  const elsewhere = person.emailKey
    ? await tx.db.message.findMany({
        where: { ...where, authorEmail: person.emailKey, conversationId: { notIn: ids } },
        orderBy: { at: "asc" },
      })
    : [];
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
    messagesElsewhere: elsewhere.map(({ shopId: _shop, ...message }) => message),
    mails: mails.map(({ shopId: _shop, raw, ...mail }) => ({
      ...mail,
      rawBase64: Buffer.from(raw).toString("base64"),
    })),
  };
}

/** Raw mails filed in these conversations, sent to their addresses, or sent by the person. */
export async function mailsOf(tx: ShopTx, conversationIds: string[], person: Person): Promise<string[]> {
  const recipients = conversationIds.map((id) => replyAddress(tx.shopId, id));
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id from inbound_mail
    where "shopId" = ${tx.shopId} and (recipient = any(${recipients}) or lower(sender) = ${person.emailKey})
    union
    select "inboundMailId" from message
    where "shopId" = ${tx.shopId} and "inboundMailId" is not null
      and ("conversationId" = any(${conversationIds}) or "authorEmail" = ${person.emailKey})`;
  return rows.map((row) => row.id);
}

/** Erases the messages of these conversations, and the person's elsewhere, which are then found by less. */
export async function eraseMessages(tx: ShopTx, conversationIds: string[], person: Person): Promise<number> {
  const elsewhere = person.emailKey
    ? await tx.db.message.findMany({
        where: {
          shopId: tx.shopId,
          authorEmail: person.emailKey,
          conversationId: { notIn: conversationIds },
        },
        distinct: ["conversationId"],
        select: { conversationId: true },
      })
    : [];
  const { count } = await tx.db.message.deleteMany({
    where: {
      shopId: tx.shopId,
      OR: [
        { conversationId: { in: conversationIds } },
        ...(person.emailKey ? [{ authorEmail: person.emailKey }] : []),
      ],
    },
  });
  for (const { conversationId } of elsewhere) await rebuildWords(tx, conversationId);
  return count;
}

export async function eraseConversations(tx: ShopTx, ids: string[]): Promise<number> {
  const { count } = await tx.db.conversation.deleteMany({ where: { shopId: tx.shopId, id: { in: ids } } });
  return count;
}

/** Other people's conversations no longer name the person among those who were written to. */
export async function eraseMentions(tx: ShopTx, emailKey: string): Promise<void> {
  await tx.db.$executeRaw`
    update message set cc = array_remove(cc, ${emailKey}) where "shopId" = ${tx.shopId} and ${emailKey} = any(cc)`;
  await tx.db.$executeRaw`
    update conversation set participants = array_remove(participants, ${emailKey})
    where "shopId" = ${tx.shopId} and ${emailKey} = any(participants)`;
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
