import type { Shop } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { endPause } from "./store.server";

/**
 * Follows a change of settings: what a pause had held is decided on anew at once. What is still paused is held
 * again, until 24 hours after it came up.
 */
export const resumeNews = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    if ((await endPause(tx)) > 0)
      await enqueue(tx, "release-held", {}, { key: `release-held:${shop.id}:resumed` });
  });
