import type { ShopTx } from "~/platform/database/shop.server";
import type { BeforeAnswer } from "./rules";
import { beforeAnswerSchema } from "./schema";

export type Leaving = {
  at: Date;
  conversationId: string;
  text: string;
  /** how its conversation was before it; null: it cannot be taken back */
  before: BeforeAnswer | null;
  /** nobody has begun to send it */
  isStill: boolean;
};

/** An answer of staff that may not have left yet, its row locked; null when this shop has no such one. */
export async function lockLeaving(tx: ShopTx, id: string): Promise<Leaving | null> {
  const [row] = await tx.db.$queryRaw<(Omit<Leaving, "before"> & { before: unknown })[]>`
    select "conversationId", at, text, before, state = 'queued' and attempts = 0 as "isStill" from message
    where "shopId" = ${tx.shopId} and id = ${id} and direction = 'out' and "authorKind" = 'staff' for no key update`;
  if (!row) return null;
  const before = beforeAnswerSchema.safeParse(row.before);
  return { ...row, before: before.success ? before.data : null };
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
