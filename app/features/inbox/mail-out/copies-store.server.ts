import { barId } from "~/platform/channels/email/barred.server";
import { tellChange } from "~/platform/database/changes.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { emailKey } from "~/values/keys";

/** Says who besides the shopper gets a conversation's answers; the caller has locked it. */
export async function saveCopies(tx: ShopTx, conversationId: string, participants: string[]): Promise<void> {
  await tx.db.conversation.update({
    where: { shopId_id: { shopId: tx.shopId, id: conversationId } },
    data: { participants },
  });
  await tellChange(tx, { kind: "conversation", id: conversationId });
}

const MOST_LOOKED_AT = 50;
const MOST_OFFERED = 5;

/** Whom the shopper's latest mails also went to, who are not in the conversation. */
export async function namedByShopper(
  tx: ShopTx,
  conversationId: string,
  inside: readonly string[],
): Promise<string[]> {
  const rows = await tx.db.message.findMany({
    where: { shopId: tx.shopId, conversationId, authorKind: "shopper", direction: "in" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_LOOKED_AT,
    select: { cc: true },
  });
  const known = new Set(inside.map(emailKey));
  return [...new Set(rows.flatMap(({ cc }) => cc.map(emailKey)))]
    .filter((address) => !known.has(address))
    .slice(0, MOST_OFFERED);
}

/** Whose copy came back, as the digest of their address; null: nobody's, it was the shopper's own mail. */
export async function copyThatReturned(
  tx: ShopTx,
  conversationId: string,
  recipient: string,
): Promise<string | null> {
  const address = emailKey(recipient);
  const row = await tx.db.message.findFirst({
    where: { shopId: tx.shopId, conversationId, direction: "out", cc: { has: address } },
    select: { id: true },
  });
  return row && barId(address, "bounce");
}
