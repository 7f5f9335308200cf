import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { StaffMember } from "./people";

/** Who follows a conversation, by name, and whether something happened that they have not seen. */
export const followersOf = (tx: ShopTx, conversationId: string) =>
  tx.db.conversationFollower.findMany({
    where: { shopId: tx.shopId, conversationId },
    orderBy: [{ name: "asc" }, { staffId: "asc" }],
    select: { staffId: true, name: true, newsAt: true },
  });

/** Makes somebody a follower; `hasNews`: there is something for them to see, as when they were mentioned. */
export async function addFollower(
  tx: ShopTx,
  conversationId: string,
  { id: staffId, name }: StaffMember,
  hasNews: boolean,
): Promise<void> {
  const newsAt = hasNews ? { newsAt: tx.now } : {};
  await tx.db.conversationFollower.upsert({
    where: { shopId_conversationId_staffId: { shopId: tx.shopId, conversationId, staffId } },
    create: { shopId: tx.shopId, id: newId(tx.now), conversationId, staffId, name, ...newsAt },
    update: { name, ...newsAt },
  });
}

export async function removeFollower(tx: ShopTx, conversationId: string, staffId: string): Promise<void> {
  await tx.db.conversationFollower.deleteMany({ where: { shopId: tx.shopId, conversationId, staffId } });
}

/** Something happened: whoever follows has news, save the one (if staff) who did it. The oldest news counts. */
export async function tellFollowers(tx: ShopTx, conversationId: string, by: string | null): Promise<void> {
  await tx.db.conversationFollower.updateMany({
    where: {
      shopId: tx.shopId,
      conversationId,
      newsAt: null,
      ...(by === null ? {} : { staffId: { not: by } }),
    },
    data: { newsAt: tx.now },
  });
}

/** They have seen all there is. */
export async function noteSeenBy(tx: ShopTx, conversationId: string, staffId: string): Promise<void> {
  await tx.db.conversationFollower.updateMany({
    where: { shopId: tx.shopId, conversationId, staffId, newsAt: { not: null } },
    data: { newsAt: null },
  });
}
