import type { ShopTx } from "~/platform/database/shop.server";
import { type MacroDeeds, macroDeedsSchema } from "./automation/macro-deeds";
import type { BeforeAnswer } from "./rules";
import { beforeAnswerSchema } from "./schema";

export type Leaving = {
  at: Date;
  conversationId: string;
  text: string;
  /** how its conversation was before it; null: it cannot be taken back */
  before: BeforeAnswer | null;
  /** what macros did with it */
  deeds: MacroDeeds | null;
  /** nobody has begun to send it */
  isStill: boolean;
};

/** An answer of staff that may not have left yet, its row locked; null when this shop has no such one. */
export async function lockLeaving(tx: ShopTx, id: string): Promise<Leaving | null> {
  const [row] = await tx.db.$queryRaw<
    (Omit<Leaving, "before" | "deeds"> & { before: unknown; deeds: unknown })[]
  >`
    select "conversationId", at, text, before, before->'deeds' as deeds, state = 'queued' and attempts = 0 as "isStill" from message
    where "shopId" = ${tx.shopId} and id = ${id} and direction = 'out' and "authorKind" = 'staff' for no key update`;
  if (!row) return null;
  const before = beforeAnswerSchema.safeParse(row.before);
  const deeds = macroDeedsSchema.safeParse(row.deeds);
  return {
    ...row,
    before: before.success ? before.data : null,
    deeds: deeds.success ? deeds.data : null,
  };
}

/** Has staff answered again since? */
export async function isAnsweredSince(tx: ShopTx, { conversationId, at }: Leaving): Promise<boolean> {
  const row = await tx.db.message.findFirst({
    where: { shopId: tx.shopId, conversationId, at: { gt: at }, direction: "out", authorKind: "staff" },
    select: { id: true },
  });
  return row !== null;
}

/** Until when a message is not sent; null: it may be at once. */
export async function sendAfterOf(tx: ShopTx, id: string): Promise<Date | null> {
  const row = await tx.db.message.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { sendAfter: true },
  });
  return row?.sendAfter ?? null;
}

/** Deletes a message that never left; the caller has locked it. */
export async function deleteLeaving(tx: ShopTx, id: string): Promise<void> {
  await tx.db.message.deleteMany({ where: { shopId: tx.shopId, id, state: "queued", attempts: 0 } });
}

/**
 * Keeps what macros did beside the answer they were sent with; nothing where that cannot be taken back. Answers whether
 * the answer is still there.
 */
export async function noteDeeds(tx: ShopTx, id: string, deeds: MacroDeeds): Promise<boolean> {
  const kept = await tx.db.$executeRaw`
    update message set before = case when before is null then null
      else before || jsonb_build_object('deeds', ${JSON.stringify(deeds)}::jsonb) end
    where "shopId" = ${tx.shopId} and id = ${id}`;
  return kept > 0;
}

/** Deletes notes by the keys of the requests that wrote them. */
export async function deleteNotes(tx: ShopTx, conversationId: string, keys: string[]): Promise<void> {
  await tx.db.message.deleteMany({
    where: { shopId: tx.shopId, conversationId, direction: "note", requestKey: { in: keys } },
  });
}
