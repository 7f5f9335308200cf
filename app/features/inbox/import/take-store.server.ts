import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { AuthorKind, Direction } from "../rules";

/** A conversation that is planned: from when to when, and whose. */
export type PlannedThread = { id: string; begins: Date; ends: Date; person: string | null };

/** Of these messages of an import, those that are planned and not yet taken in, with their conversation. */
export async function stillPlanned(
  tx: ShopTx,
  importId: string,
  ids: string[],
): Promise<Map<string, { threadId: string; at: Date }>> {
  const rows = await tx.db.importedMessage.findMany({
    where: { shopId: tx.shopId, importId, state: "planned", id: { in: ids } },
    select: { id: true, threadId: true, at: true },
  });
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

/** What is planned of these conversations, as a whole. */
export const plannedThreads = (tx: ShopTx, threadIds: string[]): Promise<PlannedThread[]> =>
  tx.db.$queryRaw<PlannedThread[]>`
    select "threadId" as id, min(at) as begins, max(at) as ends,
      (array_agg(person order by at, id) filter (where person is not null))[1] as person
    from imported_message where "shopId" = ${tx.shopId} and "threadId" = any(${threadIds}) group by "threadId"`;

export type PastConversation = {
  id: string;
  importId: string;
  importRef: string | null;
  subject: string;
  channel: string;
  email: string;
  name: string | null;
  locale: string;
  customerId: string | null;
  orderId: string | null;
  begins: Date;
  ends: Date;
};

/** Makes a conversation that is over: closed when it ended, and nobody owes anything. */
export async function createPast(tx: ShopTx, { begins, ends, ...given }: PastConversation): Promise<void> {
  await tx.db.conversation.create({
    data: {
      ...given,
      shopId: tx.shopId,
      state: "closed",
      unread: false,
      createdAt: begins,
      lastMessageAt: ends,
      closedAt: ends,
    },
  });
}

/** A conversation that was here already holds what went before, or came after, too. What is open stays open. */
export const widenPast = (tx: ShopTx, { id, begins, ends }: PlannedThread): Promise<number> =>
  tx.db.$executeRaw`
    update conversation set "createdAt" = least("createdAt", ${begins}),
      "lastMessageAt" = greatest("lastMessageAt", ${ends}),
      "closedAt" = case when state = 'closed' then greatest("closedAt", ${ends}) end
    where "shopId" = ${tx.shopId} and id = ${id} and "importId" is not null`;

/** Of these conversations, those that are here already. */
export async function conversationsThere(
  tx: ShopTx,
  ids: string[],
): Promise<Map<string, { email: string; orderId: string | null }>> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, id: { in: ids } },
    select: { id: true, email: true, orderId: true },
  });
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

/** The subject is that of the first message, and the shopper's name that of the first who is called something. */
export async function describePast(
  tx: ShopTx,
  id: string,
  about: { subject: string | null; name: string | null },
): Promise<void> {
  if (about.subject)
    await tx.db.conversation.updateMany({ where: ofId(tx, id), data: { subject: about.subject } });
  if (about.name)
    await tx.db.conversation.updateMany({
      where: { ...ofId(tx, id), name: null },
      data: { name: about.name },
    });
}

const ofId = (tx: ShopTx, id: string) => ({ shopId: tx.shopId, id, importId: { not: null } });

export type PastLine = {
  id: string;
  importId: string;
  conversationId: string;
  direction: Direction;
  authorKind: AuthorKind;
  authorName: string | null;
  authorEmail: string | null;
  text: string;
  folded: string | null;
  mailMessageId: string | null;
  inboundMailId: string | null;
  hasHtml: boolean;
  reason: string | null;
  at: Date;
};

export async function addPast(tx: ShopTx, lines: readonly PastLine[]): Promise<void> {
  const data: Prisma.MessageCreateManyInput[] = lines.map((line) => ({
    ...line,
    shopId: tx.shopId,
    state: line.direction === "out" ? "sent" : "received",
  }));
  await tx.db.message.createMany({ data });
}

/** Keeps mails as they came, filed: nothing reads them again. */
export async function keepPastMails(
  tx: ShopTx,
  mails: readonly { id: string; sender: string; raw: Buffer }[],
): Promise<void> {
  if (mails.length === 0) return;
  // in Base64: many at once would go as text in any case
  await tx.db.$executeRaw`
    insert into inbound_mail ("shopId", id, sender, recipient, raw, state, "receivedAt")
    select ${tx.shopId}, mail.id, mail.sender, '', decode(mail.raw, 'base64'), 'done', ${tx.now}
    from unnest(${mails.map(({ id }) => id)}::text[], ${mails.map(({ sender }) => sender.slice(0, 320))}::text[],
      ${mails.map(({ raw }) => raw.toString("base64"))}::text[]) mail(id, sender, raw)
    on conflict ("shopId", id) do nothing`;
}

type PastFile = { name: string | null; size: number; isInline: boolean; contentType: string };

export async function addPastFiles(
  tx: ShopTx,
  files: readonly (PastFile & { messageId: string; place: number })[],
): Promise<void> {
  await tx.db.messageFile.createMany({
    data: files.map((file) => ({ ...file, shopId: tx.shopId, id: newId(tx.now) })),
  });
}

export async function addPastTags(
  tx: ShopTx,
  conversationId: string,
  tags: readonly string[],
): Promise<void> {
  if (tags.length === 0) return;
  await tx.db.conversationTag.createMany({
    data: tags.map((tag) => ({ shopId: tx.shopId, id: newId(tx.now), conversationId, tag })),
    skipDuplicates: true,
  });
}

export async function noteTaken(tx: ShopTx, ids: string[]): Promise<void> {
  await tx.db.importedMessage.updateMany({
    where: { shopId: tx.shopId, id: { in: ids } },
    data: { state: "done" },
  });
}

/** How many conversations an import made that are tied to an order. */
export const tiedToOrders = (tx: ShopTx, importId: string): Promise<number> =>
  tx.db.conversation.count({ where: { shopId: tx.shopId, importId, orderId: { not: null } } });

/** What was only needed until everything was in goes, some at a time; answers whether there may be more. */
export async function forgetPlan(tx: ShopTx, importId: string, most: number): Promise<boolean> {
  const people = await tx.db.$executeRaw`
    delete from import_person where "shopId" = ${tx.shopId} and id in (
      select id from import_person where "shopId" = ${tx.shopId} and "importId" = ${importId} limit ${most})`;
  const planned = await tx.db.$executeRaw`
    delete from imported_message where "shopId" = ${tx.shopId} and id in (
      select id from imported_message where "shopId" = ${tx.shopId} and "importId" = ${importId}
        and state = 'planned' limit ${most})`;
  const named = await tx.db.$executeRaw`
    update imported_message set person = null where "shopId" = ${tx.shopId} and id in (
      select id from imported_message where "shopId" = ${tx.shopId} and "importId" = ${importId}
        and person is not null limit ${most})`;
  return people === most || planned === most || named === most;
}
