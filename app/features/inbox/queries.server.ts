import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ConversationState } from "./rules";
import { tiedTo } from "./ties/tie-queries.server";

export type ShopperConversation = {
  id: string;
  subject: string;
  /** what staff put aside until later is open to its shopper */
  state: Exclude<ConversationState, "snoozed">;
  lastMessageAt: Date;
  /** the oldest first; only what shopper and shop said to each other */
  messages: {
    id: string;
    from: "shopper" | "shop";
    authorName: string | null;
    text: string;
    at: Date;
    /** the files of the photos that came with it */
    photos: string[];
    /** whatever else came with it, or went */
    files: ShopperFile[];
  }[];
};

/** A file of a message, as its shopper may have it. */
export type ShopperFile = {
  /** kept by itself, or in the mail that the message came as */
  at: { fileId: string } | { messageId: string; place: number };
  name: string;
  /** a picture that is small enough to be shown on a page */
  isPicture: boolean;
  /** its mark stands in the text (mail-out/enclosures.ts) */
  isInText: boolean;
};

/** A larger picture is a link: a page may hold many, on a phone. In bytes. */
const MOST_SHOWN_BYTES = 2 * 1024 * 1024;

/** Is this a picture that a page shows? */
export const isShownPicture = ({ contentType, size }: { contentType: string; size: number }): boolean =>
  contentType.startsWith("image/") && size <= MOST_SHOWN_BYTES;

const fileOf = (
  at: ShopperFile["at"],
  file: { name: string | null; contentType: string; size: number; isInline: boolean },
): ShopperFile => ({
  at,
  name: file.name ?? "",
  isPicture: isShownPicture(file),
  isInText: "fileId" in at && file.isInline,
});

const SHOWN = { name: true, contentType: true, size: true, isInline: true } as const;

/** What shopper and shop said to each other; not what staff may still take back. */
const saidToEachOther = (now: Date): Prisma.MessageWhereInput => ({
  authorKind: { in: ["shopper", "staff"] },
  direction: { in: ["in", "out"] },
  OR: [{ sendAfter: null }, { sendAfter: { lte: now } }],
});

/**
 * What shoppers see of it. What was brought along from elsewhere may hold what staff sent each other; what was merged
 * into it may have been said with somebody else.
 */
const said = (now: Date): Prisma.MessageWhereInput => ({
  ...saidToEachOther(now),
  importId: null,
  withAnother: false,
});

/**
 * The order's conversations as its shopper may see them, the latest first: no notes, nothing that other
 * people or machines wrote, and none in which nobody has said a word yet. The caller makes sure that the reader may see the order in full.
 */
export const conversationsOfOrder = async (tx: ShopTx, orderId: string): Promise<ShopperConversation[]> =>
  asToldIn(tx, await about(tx, orderId, { wasOwn: true }), said(tx.now));

/** The same as staff see them: with those brought along from elsewhere, and those that staff tied to the order. */
export const allConversationsOfOrder = async (tx: ShopTx, orderId: string): Promise<ShopperConversation[]> =>
  asToldIn(tx, await about(tx, orderId, { wasOwn: false }), saidToEachOther(tx.now));

/**
 * `wasOwn`: also what its shopper wrote about the order before staff said it was about another: it stays where they
 * wrote it. Otherwise also what staff tied to it, which may be a stranger's.
 */
async function about(
  tx: ShopTx,
  orderId: string,
  { wasOwn }: { wasOwn: boolean },
): Promise<Prisma.ConversationWhereInput> {
  const more = await tiedTo(tx, orderId, wasOwn);
  return more.length === 0 ? { orderId } : { OR: [{ orderId }, { id: { in: more } }] };
}

/**
 * The account's conversations, about whatever order or none, as its owner may see them, the latest first; none that
 * somebody began by typing an address. The caller makes sure that the reader is signed in to that account.
 */
export const conversationsOfCustomer = (tx: ShopTx, customerId: string): Promise<ShopperConversation[]> =>
  asToldIn(tx, { customerId, verified: true }, said(tx.now));

async function asToldIn(
  tx: ShopTx,
  which: Prisma.ConversationWhereInput,
  told: Prisma.MessageWhereInput,
): Promise<ShopperConversation[]> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, ...which, messages: { some: told } },
    orderBy: { lastMessageAt: "desc" },
    take: 20,
    include: {
      messages: {
        where: told,
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 50,
        select: {
          id: true,
          direction: true,
          authorName: true,
          text: true,
          at: true,
          files: { orderBy: { place: "asc" }, select: { ...SHOWN, place: true } },
          photos: { orderBy: { id: "asc" }, select: { fileId: true } },
          enclosures: { orderBy: { id: "asc" }, select: { ...SHOWN, fileId: true } },
        },
      },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    state: row.state === "snoozed" ? "open" : (row.state as ShopperConversation["state"]),
    lastMessageAt: row.lastMessageAt,
    messages: row.messages.reverse().map(({ direction, files, photos, enclosures, ...message }) => ({
      ...message,
      photos: photos.map(({ fileId }) => fileId),
      files: [
        ...enclosures.map((file) => fileOf({ fileId: file.fileId }, file)),
        ...files.map((file) => fileOf({ messageId: message.id, place: file.place }, file)),
      ],
      from: direction === "out" ? "shop" : "shopper",
    })),
  }));
}
