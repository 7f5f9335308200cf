import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { noteWritten } from "./facts";
import { MOST_CHARACTERS } from "./rules";
import * as store from "./store.server";

export type Note = { conversationId: string; text: string; requestKey: string };

/** Staff write something for each other; the shopper never sees it. Refuses as an answer does. */
export const addNote = (
  shop: Shop,
  { conversationId, text, requestKey }: Note,
  staffName: string,
): Promise<Result<{ messageId: string }>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (text.trim() === "") return refuse("inbox.empty");
    if (text.length > MOST_CHARACTERS) return refuse("inbox.tooLong", { most: MOST_CHARACTERS });
    const key = `staff:${conversationId}:${requestKey}`;
    const known = await store.findByRequestKey(tx, key);
    if (known) return ok({ messageId: known.id });
    const messageId = await store.addMessage(tx, {
      conversationId,
      direction: "note",
      authorKind: "staff",
      authorName: staffName,
      authorEmail: null,
      text,
      state: "received",
      requestKey: key,
    });
    await record(tx, noteWritten({ conversationId, orderId: conversation.orderId }, messageId, staffName));
    return ok({ messageId });
  });
