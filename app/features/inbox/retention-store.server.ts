import type { ShopTx } from "~/platform/database/shop.server";
import { deleteFiles } from "~/platform/files/files.server";
import { eraseWhole } from "./privacy.server";

type Ids = Promise<string[]>;
const idsOf = async (rows: Promise<{ id: string }[]>): Ids => (await rows).map(({ id }) => id);

/** A mail whose conversation is still open is kept, however old it is. */
const oldMails = (tx: ShopTx, before: Date, most: number): Ids =>
  idsOf(tx.db.$queryRaw<{ id: string }[]>`
    select m.id from inbound_mail m
    where m."shopId" = ${tx.shopId} and m."receivedAt" < ${before} and m.raw <> '' and m.state <> 'received'
      and not exists (select from message x join conversation c on c."shopId" = x."shopId" and c.id = x."conversationId"
        where x."shopId" = m."shopId" and x."inboundMailId" = m.id and c.state <> 'closed')
    order by m."receivedAt" limit ${most}`);

/** Raw mails with their files. Messages keep their texts, and what of them nobody can open any more is not offered. */
export const mailRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = await oldMails(tx, before, most);
    const ofThese = { shopId: tx.shopId, inboundMailId: { in: ids } };
    await tx.db.messageFile.deleteMany({ where: { shopId: tx.shopId, message: ofThese } });
    await tx.db.message.updateMany({ where: ofThese, data: { hasHtml: false, inboundMailId: null } });
    await tx.db.inboundMail.deleteMany({ where: { shopId: tx.shopId, id: { in: ids } } });
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldMails(tx, before, most)).length,
};

const oldConversations = (tx: ShopTx, before: Date, most: number): Ids =>
  idsOf(tx.db.$queryRaw<{ id: string }[]>`
    select id from conversation where "shopId" = ${tx.shopId} and state = 'closed' and "closedAt" < ${before}
    order by "closedAt", id limit ${most}`);

/** Conversations that were closed long ago, with all that belongs to them. */
export const conversationRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = await oldConversations(tx, before, most);
    if (ids.length > 0) await eraseWhole(tx, ids);
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldConversations(tx, before, most)).length,
};

/** Our own ids are of the time they were made: the first of a moment (RFC 9562 §5.7). */
const firstIdOf = (at: Date): string => {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** Photos that shoppers sent, and files that staff sent, in conversations that are closed. */
const oldFiles = (tx: ShopTx, before: Date, most: number) =>
  tx.db.$queryRaw<{ id: string; fileId: string; isPhoto: boolean }[]>`
    (select p.id, p."fileId", true as "isPhoto" from message_photo p
     join message m on m."shopId" = p."shopId" and m.id = p."messageId"
     join conversation c on c."shopId" = m."shopId" and c.id = m."conversationId"
     where p."shopId" = ${tx.shopId} and p.id < ${firstIdOf(before)} and c.state = 'closed'
     order by p.id limit ${most})
    union all
    (select e.id, e."fileId", false from enclosure e
     join conversation c on c."shopId" = e."shopId" and c.id = e."conversationId"
     where e."shopId" = ${tx.shopId} and e.id < ${firstIdOf(before)} and c.state = 'closed'
     order by e.id limit ${most})
    limit ${most}`;

export const fileRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const rows = await oldFiles(tx, before, most);
    const of = (isPhoto: boolean) => rows.filter((row) => row.isPhoto === isPhoto).map(({ id }) => id);
    await tx.db.messagePhoto.deleteMany({ where: { shopId: tx.shopId, id: { in: of(true) } } });
    await tx.db.enclosure.deleteMany({ where: { shopId: tx.shopId, id: { in: of(false) } } });
    await deleteFiles(
      tx,
      rows.map(({ fileId }) => fileId),
    );
    return rows.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await oldFiles(tx, before, most)).length,
};
