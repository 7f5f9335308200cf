import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { hoursOf } from "../promise-store.server";
import { lockConversation } from "../store.server";
import { changedPart, hasOpenClocks, unclosedAfter } from "./clock-store.server";
import { bringInLine } from "./follow-targets.server";

const A_BATCH = 100;

/**
 * The shop changed its targets or its business hours: every conversation that is not closed is brought in line
 * with them, some at a time so that nobody waits. Run again, nothing changes.
 */
export async function refitTargets(shop: Shop, factId: string): Promise<void> {
  const isDue = await shop.transact(async (tx) => {
    if ((await changedPart(tx, factId)) !== "inbox") return false;
    const { settings } = await shopFace(tx);
    return settings.inbox.sla.length > 0 || (await hasOpenClocks(tx));
  });
  for (let last: string | null = isDue ? "" : null; last !== null; ) last = await refitAfter(shop, last);
}

/** Answers the last id of the batch, or null when there is no more. */
const refitAfter = (shop: Shop, after: string): Promise<string | null> =>
  shop.transact(async (tx) => {
    const ids = await unclosedAfter(tx, after, A_BATCH);
    const face = await shopFace(tx);
    const by = { policies: face.settings.inbox.sla, hours: hoursOf(face) };
    for (const id of ids) if (await lockConversation(tx, id)) await bringInLine(tx, id, by);
    return ids.length < A_BATCH ? null : (ids.at(-1) ?? null);
  });
