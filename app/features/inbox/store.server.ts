import { tellChange } from "~/platform/database/changes.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { tellFollowers } from "./follower-store.server";
import type { AuthorKind, BeforeAnswer, ConversationState, Direction, MessageState } from "./rules";
import { addWords, rebuildWords } from "./search-store.server";
import { followTargets } from "./sla/follow-targets.server";

export type KnownConversation = {
  id: string;
  subject: string;
  state: ConversationState;
  /** the order that its shopper showed to be theirs */
  orderId: string | null;
  /** which of several orders staff look at first; null: its own */
  firstOrderId: string | null;
  /** which parcel and which return of its order it is about, as far as somebody said */
  parcelId: string | null;
  returnId: string | null;
  customerId: string | null;
  email: string;
  name: string | null;
  locale: string;
  assignee: string | null;
  assigneeId: string | null;
  /** the team whose it is, beside or before a person */
  teamId: string | null;
  priority: number;
  /** until when it sleeps; null when it is awake */
  snoozedUntil: Date | null;
  /** the ticket's number in its shop */
  number: number | null;
  participants: string[];
  mergedIntoId: string | null;
  createdAt: Date;
  lastMessageAt: Date;
  /** when the first message came that nobody has answered */
  awaitingSince: Date | null;
  /** by when an answer is promised; null when none is owed */
  replyBy: Date | null;
  firstRepliedAt: Date | null;
};

const CONVERSATION = {
  id: true,
  subject: true,
  state: true,
  orderId: true,
  firstOrderId: true,
  parcelId: true,
  returnId: true,
  customerId: true,
  email: true,
  name: true,
  locale: true,
  assignee: true,
  assigneeId: true,
  teamId: true,
  priority: true,
  snoozedUntil: true,
  number: true,
  participants: true,
  mergedIntoId: true,
  createdAt: true,
  lastMessageAt: true,
  awaitingSince: true,
  replyBy: true,
  firstRepliedAt: true,
} as const;

const byId = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });

/** Lets one writer at a time write about this order, until the transaction ends. */
export async function lockOrder(tx: ShopTx, orderId: string): Promise<void> {
  const name = `conversations of ${tx.shopId} ${orderId}`;
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** The conversation, its row locked until the transaction ends; null when this shop has no such one. */
export async function lockConversation(tx: ShopTx, id: string): Promise<KnownConversation | null> {
  const locked = await tx.db.$queryRaw<unknown[]>`
    select 1 from conversation where "shopId" = ${tx.shopId} and id = ${id} for no key update`;
  return locked.length > 0 ? loadConversation(tx, id) : null;
}

export async function loadConversation(tx: ShopTx, id: string): Promise<KnownConversation | null> {
  const row = await tx.db.conversation.findUnique({ where: byId(tx, id), select: CONVERSATION });
  return row && { ...row, state: row.state as ConversationState };
}

/** The latest conversation about the order that is not closed and is this address's. */
export async function unfinishedOf(
  tx: ShopTx,
  orderId: string,
  email: string,
): Promise<KnownConversation | null> {
  const row = await tx.db.conversation.findFirst({
    where: { shopId: tx.shopId, orderId, email, state: { not: "closed" } },
    orderBy: { lastMessageAt: "desc" },
    select: CONVERSATION,
  });
  return row && { ...row, state: row.state as ConversationState };
}

export type NewConversation = Pick<
  KnownConversation,
  "subject" | "orderId" | "customerId" | "email" | "name" | "locale"
> & {
  channel: "storefront" | "account" | "email" | "system";
  requestKey: string | null;
  /** what its form said it is about (contact.ts) */
  reason?: string;
  /** false: nobody knows whose the address is; true unless said */
  verified?: boolean;
  /** open, unless nobody is to answer it */
  state?: ConversationState;
  unread?: boolean;
  /** what its first mail named, or it was split off from, which staff may merge it into */
  suggestedId?: string | null;
  suggestedBy?: "ticketNumber" | "orderName" | "split" | null;
};

/** The shop's next ticket number; taken for good when the transaction commits. */
async function nextNumber(tx: ShopTx): Promise<number> {
  const name = `ticket numbers of ${tx.shopId}`;
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
  const [row] = await tx.db.$queryRaw<{ next: number }[]>`
    select coalesce(max(number), ${FIRST_NUMBER - 1}) + 1 as next from conversation where "shopId" = ${tx.shopId}`;
  return row?.next ?? FIRST_NUMBER;
}

const FIRST_NUMBER = 1001;

export async function createConversation(tx: ShopTx, given: NewConversation): Promise<KnownConversation> {
  const row = await tx.db.conversation.create({
    data: {
      ...given,
      shopId: tx.shopId,
      id: newId(tx.now),
      number: await nextNumber(tx),
      state: given.state ?? "open",
      createdAt: tx.now,
      lastMessageAt: tx.now,
      ...(given.state === "closed" ? { closedAt: tx.now } : {}),
    },
    select: CONVERSATION,
  });
  await rebuildWords(tx, row.id);
  return { ...row, state: row.state as ConversationState };
}

export type NewMessage = {
  conversationId: string;
  direction: Direction;
  authorKind: AuthorKind;
  authorName: string | null;
  authorEmail: string | null;
  /** Shopify's user id of the staff member who wrote it; not kept */
  authorId?: string;
  /** not before then is it sent: until that it can be taken back */
  sendAfter?: Date | null;
  /** how its conversation was before it */
  before?: BeforeAnswer;
  text: string;
  folded?: string | null;
  state: MessageState;
  requestKey?: string | null;
  mailMessageId?: string | null;
  inboundMailId?: string | null;
  /** for an automatic mail, which kind */
  reason?: string | null;
  /** whom the mail also went to, who is not in the conversation */
  cc?: string[];
  hasHtml?: boolean;
};

export type NewMessageFile = { name: string | null; contentType: string; size: number; isInline: boolean };

/**
 * Writes a message, which is news to all who follow the conversation unless a machine wrote it or they did
 * themselves. Its id may be given when other things are made from it.
 */
export async function addMessage(
  tx: ShopTx,
  { authorId, ...message }: NewMessage,
  id = newId(tx.now),
): Promise<string> {
  await tx.db.message.create({ data: { ...message, shopId: tx.shopId, id, at: tx.now } });
  if (message.authorKind !== "system") await tellFollowers(tx, message.conversationId, authorId ?? null);
  await tellChange(tx, { kind: "conversation", id: message.conversationId });
  await addWords(tx, message.conversationId, [message.authorName, message.authorEmail, message.text], tx.now);
  return id;
}

/** Lists the files a message came with, in the order of its raw mail. */
export async function addMessageFiles(
  tx: ShopTx,
  messageId: string,
  files: (NewMessageFile & { place: number })[],
): Promise<void> {
  if (files.length === 0) return;
  await tx.db.messageFile.createMany({
    data: files.map((file) => ({ ...file, shopId: tx.shopId, id: newId(tx.now), messageId })),
  });
}

/** The message a form with this key already made, if any. */
export const findByRequestKey = (tx: ShopTx, requestKey: string) =>
  tx.db.message.findUnique({
    where: { shopId_requestKey: { shopId: tx.shopId, requestKey } },
    select: { id: true, conversationId: true },
  });

/** The message of this mail, if it is already filed. */
export const findByMailId = (tx: ShopTx, mailMessageId: string) =>
  tx.db.message.findUnique({
    where: { shopId_mailMessageId: { shopId: tx.shopId, mailMessageId } },
    select: { id: true, conversationId: true, text: true },
  });

/** The last message that people wrote to each other, by id; null when there is none. */
export async function lastMessageId(tx: ShopTx, conversationId: string): Promise<string | null> {
  const row = await tx.db.message.findFirst({
    where: {
      shopId: tx.shopId,
      conversationId,
      OR: [{ direction: "in" }, { direction: "out", authorKind: "staff" }],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Saves what changed, and what follows for its targets. One that is in any other state than snoozed is awake. */
export async function saveConversation(
  tx: ShopTx,
  id: string,
  change: {
    state?: ConversationState;
    unread?: boolean;
    assignee?: string | null;
    assigneeId?: string | null;
    teamId?: string | null;
    priority?: number;
    snoozedUntil?: Date;
    lastMessageAt?: Date;
    closedAt?: Date | null;
    awaitingSince?: Date | null;
    replyBy?: Date | null;
    firstRepliedAt?: Date | null;
  },
): Promise<void> {
  const awake = change.state && change.state !== "snoozed" ? { snoozedUntil: null } : {};
  await tx.db.conversation.update({ where: byId(tx, id), data: { ...change, ...awake } });
  if (mayMoveTargets(change)) await followTargets(tx, id);
  await tellChange(tx, { kind: "conversation", id });
}

/** Nothing named: something beside the row changed, such as its tags. */
const mayMoveTargets = (change: object): boolean => {
  const changed = Object.keys(change);
  return changed.length === 0 || changed.some((name) => MOVES_TARGETS.has(name));
};

const MOVES_TARGETS: ReadonlySet<string> = new Set(["state", "priority", "awaitingSince", "firstRepliedAt"]);
