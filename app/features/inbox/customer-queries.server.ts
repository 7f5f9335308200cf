import type { ShopTx } from "~/platform/database/shop.server";
import { emailKey } from "~/values/keys";
import type { ConversationState } from "./rules";

/** An earlier conversation with the same person. */
export type PastConversation = {
  id: string;
  subject: string;
  state: ConversationState;
  lastMessageAt: Date;
};

const MOST_SHOWN = 5;
/** Beyond this many nobody counts: it is a lot. */
const MOST_COUNTED = 200;

/** Who wrote, and about what. */
export type Writer = {
  orderId: string | null;
  customerId: string | null;
  email: string;
  verified: boolean;
};

/** Who a conversation is with, by what they showed or as whose staff filed it; null when this shop has no such one. */
export async function writerOf(tx: ShopTx, conversationId: string): Promise<Writer | null> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: conversationId } },
    select: { orderId: true, customerId: true, filedUnderId: true, email: true, verified: true },
  });
  if (!row) return null;
  const { filedUnderId, ...writer } = row;
  return { ...writer, customerId: row.customerId ?? filedUnderId };
}

/**
 * The person's other conversations, the latest first (at most 5), and how many there are (counted up to 200): those
 * of the same customer or filed as theirs, and those from the same address as far as it is known to be theirs.
 */
export async function conversationsWith(
  tx: ShopTx,
  { customerId, email }: { customerId: string | null; email: string | null },
  except: string | null,
): Promise<{ latest: PastConversation[]; count: number }> {
  const latest = await tx.db.$queryRaw<PastConversation[]>`
    select id, subject, state, "lastMessageAt" from (
      (select * from conversation where "shopId" = ${tx.shopId} and "customerId" = ${customerId} limit ${MOST_COUNTED})
      union
      (select * from conversation where "shopId" = ${tx.shopId} and "filedUnderId" = ${customerId} limit ${MOST_COUNTED})
      union
      (select * from conversation where "shopId" = ${tx.shopId} and email = ${email && emailKey(email)} and verified
        limit ${MOST_COUNTED})) c
    where "mergedIntoId" is null and id <> ${except ?? ""}
    order by "lastMessageAt" desc, id desc`;
  return { latest: latest.slice(0, MOST_SHOWN), count: latest.length };
}
