import type { Shop } from "~/platform/database/shop.server";
import { conversationsAbout, rebuildWords } from "./search-store.server";

/** An order changed, or a parcel left: its conversations are found by what is true now. */
export const indexConversations = (shop: Shop, orderId: string): Promise<void> =>
  shop.transact(async (tx) => {
    for (const id of await conversationsAbout(tx, orderId)) await rebuildWords(tx, id);
  });
