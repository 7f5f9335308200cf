import { tellChange } from "~/platform/database/changes.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { MessageState } from "./rules";

export type OutgoingMessage = {
  id: string;
  conversationId: string;
  state: MessageState;
  attempts: number;
  text: string;
  /** what its writer signs with */
  folded: string | null;
  /** who gets a copy */
  cc: string[];
  /** to whom alone the next try goes; empty: to everybody */
  undelivered: string[];
  authorKind: string;
  authorName: string | null;
  mailMessageId: string | null;
  requestKey: string | null;
  at: Date;
};

/** An answer of ours, its row locked until the transaction ends; null when this shop has no such one. */
export async function lockOutgoing(tx: ShopTx, id: string): Promise<OutgoingMessage | null> {
  const rows = await tx.db.$queryRaw<OutgoingMessage[]>`
    select id, "conversationId", state, attempts, text, folded, cc, undelivered, "authorKind", "authorName", "mailMessageId", "requestKey", at from message
    where "shopId" = ${tx.shopId} and id = ${id} and direction = 'out' for no key update`;
  return rows[0] ?? null;
}

/** Which message a fact is about. */
export async function messageOfFact(tx: ShopTx, factId: string): Promise<string | null> {
  const fact = await tx.db.fact.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: factId } },
    select: { data: true },
  });
  const data = fact?.data as { messageId?: unknown } | null | undefined;
  return typeof data?.messageId === "string" ? data.messageId : null;
}

/** The mail ids of the thread before this message, oldest first: ours that were sent, and the shopper's. */
export async function threadBefore(tx: ShopTx, message: OutgoingMessage): Promise<string[]> {
  const rows = await tx.db.message.findMany({
    where: {
      shopId: tx.shopId,
      conversationId: message.conversationId,
      id: { not: message.id },
      at: { lte: message.at },
      mailMessageId: { not: null },
      state: { in: ["sent", "received"] },
      authorKind: { in: ["staff", "shopper"] },
      withAnother: false,
    },
    orderBy: { at: "asc" },
    select: { mailMessageId: true },
  });
  return rows.flatMap((row) => row.mailMessageId ?? []);
}

/** What the shopper last wrote before this message: the only words that are quoted back to them. */
export const lastOfShopper = (tx: ShopTx, message: OutgoingMessage) =>
  tx.db.message.findFirst({
    where: {
      shopId: tx.shopId,
      conversationId: message.conversationId,
      authorKind: "shopper",
      withAnother: false,
      id: { not: message.id },
      at: { lte: message.at },
    },
    orderBy: { at: "desc" },
    select: { text: true, at: true },
  });

/** Notes how a try to send ended, or that another is wanted. */
export async function noteOutgoing(
  tx: ShopTx,
  id: string,
  change: { state?: MessageState; reason?: string | null; attempts?: number; undelivered?: string[] },
): Promise<void> {
  const changed = await tx.db.message.updateManyAndReturn({
    where: { shopId: tx.shopId, id, direction: "out" },
    data: change,
    select: { conversationId: true },
  });
  for (const { conversationId } of changed)
    await tellChange(tx, { kind: "conversation", id: conversationId });
}
