import type { Shop } from "~/platform/database/shop.server";
import { type Example, learnTags } from "./tag-model";
import { examplesBefore, hasToSuggest, saveTagModel } from "./tag-model-store.server";

/** Tags are learned from so many of the latest conversations; older ones were about other things. */
const MOST_EXAMPLES = 4_000;
const A_BATCH = 500;
/** Sorts after every id. */
const LAST_ID = "~";

/**
 * Learns anew which words speak for which of the shop's tags, from its latest conversations and nobody else's. What
 * is kept holds only words that several people wrote. Nothing is learned where nothing could be suggested.
 */
export async function learnShopTags(shop: Shop): Promise<void> {
  if (!(await shop.transact(hasToSuggest))) return;
  const examples: Example[] = [];
  let before: { at: Date; id: string } | null = { at: shop.now(), id: LAST_ID };
  while (before && examples.length < MOST_EXAMPLES) {
    const edge: { at: Date; id: string } = before;
    const read = await shop.transact((tx) => examplesBefore(tx, edge, A_BATCH));
    examples.push(...read.examples);
    before = read.last;
  }
  await shop.transact((tx) => saveTagModel(tx, learnTags(examples)));
}
