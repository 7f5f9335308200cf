import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { rebuildWords } from "./search-store.server";
import * as store from "./store.server";
import * as tags from "./tag-store.server";
import { MOST_TAGS } from "./views";

/**
 * Puts a tag on a conversation, which is found by it from then on. One it has changes nothing. Refuses
 * `inbox.notFound`, `inbox.empty` for nothing, `inbox.tooLong` beyond MOST_TAGS.
 */
export const tagConversation = (shop: Shop, conversationId: string, tag: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (tag === "") return refuse("inbox.empty");
    const has = await tags.tagsOf(tx, conversationId);
    if (has.includes(tag)) return ok(null);
    if (has.length >= MOST_TAGS) return refuse("inbox.tooLong", { most: MOST_TAGS });
    await tags.addTag(tx, conversationId, tag);
    await rebuildWords(tx, conversationId);
    await store.saveConversation(tx, conversationId, {});
    return ok(null);
  });

/** Takes a tag off a conversation; one it does not have changes nothing. Refuses `inbox.notFound`. */
export const untagConversation = (shop: Shop, conversationId: string, tag: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    await tags.removeTag(tx, conversationId, tag);
    await rebuildWords(tx, conversationId);
    await store.saveConversation(tx, conversationId, {});
    return ok(null);
  });
