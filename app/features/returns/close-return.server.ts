import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import * as shopify from "~/platform/shopify/returns.server";
import { returnFact } from "./facts";
import { travelling } from "./marker";
import { oneAtATime } from "./one-at-a-time.server";
import { step } from "./states";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

/** Closes a refunded return, at Shopify and here. Processing leaves Shopify's return open, so this ends it. */
export const closeReturn = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    if (ours?.state !== "refunded") throw new NeverMind("The return is not open any more");
    // It was paid before the parcel came: Shopify's return stays open until it is here.
    if (!ours.receivedAt && travelling(ours.lines).length > 0)
      throw new NeverMind("The parcel is not back yet");
    const theirs = ours.shopifyReturnId ? await shopify.fetchReturn(shop.id, ours.shopifyReturnId) : null;
    if (theirs?.status === "open") {
      const answer = await shopify.closeReturn(shop.id, theirs.id);
      if (!answer.ok) throw new NeedsMerchant(staffWords.problems.notTaken(answer.codes));
    }
    await shop.transact(async (tx) => {
      const latest = await store.lock(tx, returnId);
      const next = latest && step(latest.state, "close");
      if (!latest || !next?.ok) return;
      await store.save(tx, returnId, { state: next.value, closedAt: tx.now });
      await store.clearProblem(tx, returnId, "close-return");
      await record(tx, returnFact("return.closed", latest, { kind: "system" }));
    });
  });
