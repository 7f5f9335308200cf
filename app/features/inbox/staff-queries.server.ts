import type { SlaMetric } from "~/features/settings/schema";
import type { ShopTx } from "~/platform/database/shop.server";
import { fileToken, mailFileToken } from "~/platform/files/links.server";
import { followersOf } from "./follower-store.server";
import { type CameFrom, whereFrom } from "./import/import-store.server";
import { ENCLOSED } from "./mail-out/enclosure-store.server";
import { type EnclosedView, enclosedView } from "./mail-out/mail-out-view.server";
import { isShownPicture } from "./queries.server";
import type { AuthorKind, ConversationState, Direction, MessageState } from "./rules";
import { tagsOf } from "./tag-store.server";
import { namesInFacts } from "./ties/tie-queries.server";

export type MessageView = {
  id: string;
  direction: Direction;
  authorKind: AuthorKind;
  authorName: string | null;
  authorEmail: string | null;
  text: string;
  folded: string | null;
  state: MessageState;
  reason: string | null;
  at: Date;
  inboundMailId: string | null;
  /** it has not left yet */
  mayTakeBack: boolean;
  /** whom the mail also went to, who is not in the conversation */
  cc: string[];
  /** its mail can be shown as it was sent */
  hasHtml: boolean;
  /** what came with it; pictures inside the text among them */
  files: MessageFileView[];
  /** addresses of the photos that came with it from the storefront, good for a day */
  photos: string[];
  /** what staff sent with it */
  enclosed: EnclosedView[];
  /** those of its recipients for whom the mail server refused it */
  undelivered: string[];
  /** where it was before its conversation was merged into this one */
  movedFromId: string | null;
};

export type MessageFileView = {
  place: number;
  name: string | null;
  contentType: string;
  /** bytes */
  size: number;
  isInline: boolean;
  /** where a picture is to be seen, for a day; null: it is none, or too large for a page */
  href: string | null;
};

export type ConversationView = {
  id: string;
  number: number | null;
  subject: string;
  /** what its form said it is about (contact.ts); null: it came another way */
  reason: string | null;
  state: ConversationState;
  email: string;
  name: string | null;
  participants: string[];
  /** by when an answer is promised */
  replyBy: Date | null;
  /** the conversation that its first mail named, while both stand */
  suggested: { id: string; by: string; name: string | null; email: string; subject: string } | null;
  /** where its messages went */
  mergedIntoId: string | null;
  /** what was merged into it, and can be taken apart again */
  merged: { id: string; number: number | null; email: string }[];
  locale: string;
  orderId: string | null;
  firstOrderId: string | null;
  /** which parcel and which return of its order it is about, as far as somebody said */
  parcelId: string | null;
  returnId: string | null;
  customerId: string | null;
  assignee: string | null;
  assigneeId: string | null;
  teamId: string | null;
  /** which target is due next, when, and from when on that is soon */
  slaMetric: SlaMetric | null;
  slaDueAt: Date | null;
  slaSoonAt: Date | null;
  priority: number;
  snoozedUntil: Date | null;
  tags: string[];
  followers: { staffId: string; name: string; newsAt: Date | null }[];
  unread: boolean;
  createdAt: Date;
  /** false: the address was typed into a form, and nobody knows whose it is */
  verified: boolean;
  /** it was brought along from elsewhere; null: it happened here */
  cameFrom: CameFrom | null;
  /** was it solved well, as its shopper said: 1 yes, 0 no; null: they said nothing */
  rating: number | null;
  /** how easy it was, where that was asked instead: 1 very difficult to 7 very easy */
  effort: number | null;
  ratingComment: string | null;
  /** when this was read */
  readAt: Date;
  /** the oldest first; the latest 500 when there are more */
  messages: MessageView[];
  /** what staff and shopper did besides writing, the oldest first */
  facts: {
    id: string;
    kind: string;
    /** in words, where another feature has them */
    said?: string;
    actorName: string | null;
    actor: string;
    toName: string | null;
    /** which target it was about, for how many days nobody had written, or which order or customer */
    detail: string | null;
    at: Date;
  }[];
  /** the last message that people wrote to each other */
  lastMessageId: string | null;
};

const MOST_MESSAGES = 500;
/** How long a photo's address on the page leads to it. */
const PHOTOS_SEEN_MS = 86_400_000;
const SHOWN_FACTS = [
  "conversation.closed",
  "conversation.reopened",
  "conversation.assigned",
  "conversation.unassigned",
  "conversation.snoozed",
  "conversation.woke",
  "conversation.merged",
  "conversation.separated",
  "conversation.orderTied",
  "conversation.orderUntied",
  "conversation.saidWhichParcel",
  "conversation.saidWhichReturn",
  "conversation.filed",
  "conversation.unfiled",
  "conversation.split",
  "conversation.replyDue",
  "conversation.replyLate",
  "conversation.targetSoon",
  "conversation.targetMissed",
  "conversation.rated",
  "conversation.copiesChanged",
  "order.confirmationResent",
];
/** What staff did about the order from here: its kinds are named by whoever does it. */
const ACTION_FACTS = "action.";

/**
 * A conversation with all that staff see of it, or null when this shop has no such one. `staffId`: whose page it is, so
 * that their opening its files can be noted.
 */
export async function conversationView(
  tx: ShopTx,
  id: string,
  staffId: string | null = null,
): Promise<ConversationView | null> {
  const row = await tx.db.conversation.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } });
  if (!row) return null;
  const where = { shopId: tx.shopId, conversationId: id };
  const latest = await tx.db.message.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_MESSAGES,
    include: {
      files: {
        orderBy: { place: "asc" },
        select: { place: true, name: true, contentType: true, size: true, isInline: true },
      },
      photos: { orderBy: { id: "asc" }, select: { fileId: true } },
      enclosures: { orderBy: { id: "asc" }, select: ENCLOSED },
    },
  });
  const facts = await tx.db.fact.findMany({
    where: { ...where, OR: [{ kind: { in: SHOWN_FACTS } }, { kind: { startsWith: ACTION_FACTS } }] },
    orderBy: { at: "asc" },
    take: MOST_MESSAGES,
    select: { id: true, kind: true, orderId: true, actorName: true, actor: true, data: true, at: true },
  });
  const names = await namesInFacts(tx, facts);
  const by = staffId ? { staffId, screen: "inbox" } : null;
  const photosUntil = new Date(tx.now.getTime() + PHOTOS_SEEN_MS);
  const messages = latest.reverse().map((message) => ({
    id: message.id,
    direction: message.direction as Direction,
    // Who wrote to another conversation that was merged into this one is not this one's shopper.
    authorKind: (message.withAnother && message.authorKind === "shopper"
      ? "other"
      : message.authorKind) as AuthorKind,
    authorName: message.authorName,
    authorEmail: message.authorEmail,
    text: message.text,
    folded: message.folded,
    state: message.state as MessageState,
    reason: message.reason,
    at: message.at,
    inboundMailId: message.inboundMailId,
    mayTakeBack:
      message.state === "queued" &&
      message.attempts === 0 &&
      message.sendAfter !== null &&
      message.sendAfter > tx.now,
    cc: message.cc,
    files: message.files.map((file) => ({
      ...file,
      href:
        message.inboundMailId && isShownPicture(file)
          ? `/mail-file/${mailFileToken(tx.shopId, message.id, file.place, photosUntil, by)}`
          : null,
    })),
    photos: message.photos.map(({ fileId }) => `/files/${fileToken(tx.shopId, fileId, photosUntil, by)}`),
    enclosed: message.enclosures.map((file) => enclosedView(tx.shopId, tx.now, file, by)),
    undelivered: message.undelivered,
    hasHtml: message.hasHtml,
    movedFromId: message.movedFromId,
  }));
  return {
    id,
    number: row.number,
    participants: row.participants,
    replyBy: row.replyBy,
    suggested: await suggestedFor(tx, row),
    mergedIntoId: row.mergedIntoId,
    merged: await mergedInto(tx, id),
    subject: row.subject,
    state: row.state as ConversationState,
    email: row.email,
    name: row.name,
    locale: row.locale,
    orderId: row.orderId,
    firstOrderId: row.firstOrderId,
    parcelId: row.parcelId,
    returnId: row.returnId,
    reason: row.reason,
    customerId: row.customerId,
    assignee: row.assignee,
    assigneeId: row.assigneeId,
    teamId: row.teamId,
    slaMetric: row.slaMetric as SlaMetric | null,
    slaDueAt: row.slaDueAt,
    slaSoonAt: row.slaSoonAt,
    priority: row.priority,
    snoozedUntil: row.snoozedUntil,
    tags: await tagsOf(tx, id),
    followers: await followersOf(tx, id),
    unread: row.unread,
    createdAt: row.createdAt,
    verified: row.verified,
    cameFrom: await whereFrom(tx, row),
    rating: row.rating,
    effort: row.effort,
    ratingComment: row.ratingComment,
    readAt: tx.now,
    messages,
    facts: facts.map(({ data, orderId: _about, ...fact }) => ({
      ...fact,
      toName: toNameIn(data),
      detail: names.get(fact.id) ?? detailIn(data),
    })),
    lastMessageId: messages.findLast(isSaid)?.id ?? null,
  };
}

/** Whom a conversation was given to, where that is not who gave it. */
const toNameIn = (data: unknown): string | null => {
  const name = (data as { toName?: unknown } | null)?.toName;
  return typeof name === "string" ? name : null;
};

/** Which target it was, or for how many days nobody had written. */
function detailIn(data: unknown): string | null {
  const { metric, silentDays } = (data ?? {}) as { metric?: unknown; silentDays?: unknown };
  if (typeof silentDays === "number") return String(silentDays);
  return typeof metric === "string" ? metric : null;
}

/** People wrote it to each other: not a note, nor what a machine answered. */
const isSaid = ({ direction, authorKind }: MessageView) =>
  direction === "in" || (direction === "out" && authorKind === "staff");

async function suggestedFor(
  tx: ShopTx,
  row: { suggestedId: string | null; suggestedBy: string | null; mergedIntoId: string | null },
): Promise<ConversationView["suggested"]> {
  if (!row.suggestedId || row.mergedIntoId) return null;
  const found = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: row.suggestedId } },
    select: { id: true, name: true, email: true, subject: true, mergedIntoId: true },
  });
  if (!found || found.mergedIntoId) return null;
  const { mergedIntoId: _none, ...suggested } = found;
  return { ...suggested, by: row.suggestedBy ?? "" };
}

const mergedInto = (tx: ShopTx, id: string) =>
  tx.db.conversation.findMany({
    where: { shopId: tx.shopId, mergedIntoId: id },
    orderBy: { id: "asc" },
    take: 50,
    select: { id: true, number: true, email: true },
  });

export type ParkedMail = {
  id: string;
  sender: string;
  reason: string | null;
  receivedAt: Date;
  /** bytes */
  size: number;
};

/** The mails that could not be filed, the latest first, at most 100. */
export const parkedMails = (tx: ShopTx): Promise<ParkedMail[]> =>
  tx.db.$queryRaw<ParkedMail[]>`
    select id, sender, reason, "receivedAt", octet_length(raw) as size from inbound_mail
    where "shopId" = ${tx.shopId} and state = 'parked' order by "receivedAt" desc limit 100`;

/** A kept mail's bytes, or null when this shop has no such one. */
export async function rawMail(tx: ShopTx, id: string): Promise<Uint8Array | null> {
  const row = await tx.db.inboundMail.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { raw: true },
  });
  return row?.raw ?? null;
}
