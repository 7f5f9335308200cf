import { tellChange } from "~/platform/database/changes.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { StaffMember } from "./people";

export type Draft = { isNote: boolean; text: string };

/** Who looks at a conversation, or writes in it. */
export type Present = { staffId: string; name: string; isTyping: boolean };

/** Whoever was not heard of for so long has gone. */
const GONE_MS = 30_000;
const MOST_SHOWN = 20;

/** What somebody was writing in a conversation and has not sent; null: nothing. */
export const draftOf = (tx: ShopTx, conversationId: string, staffId: string): Promise<Draft | null> =>
  tx.db.conversationDraft.findUnique({
    where: { shopId_conversationId_staffId: { shopId: tx.shopId, conversationId, staffId } },
    select: { isNote: true, text: true },
  });

/** Keeps what somebody is writing; an empty text is none. */
export async function keepDraft(
  tx: ShopTx,
  conversationId: string,
  staffId: string,
  { isNote, text }: Draft,
): Promise<void> {
  if (text.trim() === "") return dropDraft(tx, conversationId, staffId);
  await tx.db.$executeRaw`
    insert into conversation_draft ("shopId", id, "conversationId", "staffId", "isNote", text, "updatedAt")
    values (${tx.shopId}, ${newId(tx.now)}, ${conversationId}, ${staffId}, ${isNote}, ${text}, ${tx.now})
    on conflict ("shopId", "conversationId", "staffId") do update
      set "isNote" = excluded."isNote", text = excluded.text, "updatedAt" = excluded."updatedAt"`;
}

export async function dropDraft(tx: ShopTx, conversationId: string, staffId: string): Promise<void> {
  await tx.db.conversationDraft.deleteMany({ where: { shopId: tx.shopId, conversationId, staffId } });
}

/**
 * Notes that somebody is there. The screens of others hear of it when they come, or begin or stop to type, and not
 * at every sign of life. Forgets who has gone from there, and what else the same person looked at before.
 */
export async function notePresence(
  tx: ShopTx,
  conversationId: string,
  { id: staffId, name }: StaffMember,
  isTyping: boolean,
): Promise<void> {
  const gone = new Date(tx.now.getTime() - GONE_MS);
  const where = { shopId: tx.shopId, seenAt: { lt: gone } };
  await tx.db.conversationPresence.deleteMany({ where: { ...where, conversationId } });
  await tx.db.conversationPresence.deleteMany({ where: { ...where, staffId } });
  const before = await tx.db.conversationPresence.findUnique({
    where: { shopId_conversationId_staffId: { shopId: tx.shopId, conversationId, staffId } },
    select: { isTyping: true },
  });
  await tx.db.$executeRaw`
    insert into conversation_presence ("shopId", id, "conversationId", "staffId", name, "isTyping", "seenAt")
    values (${tx.shopId}, ${newId(tx.now)}, ${conversationId}, ${staffId}, ${name}, ${isTyping}, ${tx.now})
    on conflict ("shopId", "conversationId", "staffId") do update
      set name = excluded.name, "isTyping" = excluded."isTyping", "seenAt" = excluded."seenAt"`;
  if (before?.isTyping !== isTyping) await tellChange(tx, { kind: "conversation", id: conversationId });
}

/** Who else is there now. */
export const othersAt = (tx: ShopTx, conversationId: string, staffId: string): Promise<Present[]> =>
  tx.db.conversationPresence.findMany({
    where: {
      shopId: tx.shopId,
      conversationId,
      staffId: { not: staffId },
      seenAt: { gte: new Date(tx.now.getTime() - GONE_MS) },
    },
    orderBy: [{ name: "asc" }, { staffId: "asc" }],
    take: MOST_SHOWN,
    select: { staffId: true, name: true, isTyping: true },
  });
