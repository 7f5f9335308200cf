import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { staffWhoOpened } from "~/platform/shopify/session-storage.server";
import { ok, type Result, refuse } from "~/values/result";
import { dropDraft } from "./desk-store.server";
import { noteWritten } from "./facts";
import { addFollower } from "./follower-store.server";
import { type Doer, mentioned, uncalled } from "./people";
import { MOST_CHARACTERS } from "./rules";
import * as store from "./store.server";
import { callable, reached } from "./teams/team";
import { teamsOf } from "./teams/team-store.server";

export type Note = { conversationId: string; text: string; requestKey: string };

/**
 * Staff, or a rule, write something for staff; the shopper never sees it. Who is mentioned ("@Noor", or "@Returns" for
 * all of a team) follows the conversation from then on, and has news. Answers the names with "@" that call nobody.
 * Refuses as an answer does.
 */
export async function addNote(
  shop: Shop,
  { conversationId, text, requestKey }: Note,
  by: Doer,
): Promise<Result<{ messageId: string; uncalled: string[] }>> {
  const staff = text.includes("@") ? await staffWhoOpened(shop.id) : [];
  return shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (text.trim() === "") return refuse("inbox.empty");
    if (text.length > MOST_CHARACTERS) return refuse("inbox.tooLong", { most: MOST_CHARACTERS });
    const key = `staff:${conversationId}:${requestKey}`;
    const known = await store.findByRequestKey(tx, key);
    if (known) return ok({ messageId: known.id, uncalled: [] });
    if (conversation.mergedIntoId) return refuse("inbox.merged");
    const messageId = await store.addMessage(tx, {
      conversationId,
      direction: "note",
      authorKind: "staff",
      authorName: by.name,
      authorId: by.id,
      authorEmail: null,
      text,
      state: "received",
      requestKey: key,
    });
    await record(tx, noteWritten({ conversationId, orderId: conversation.orderId }, messageId, by));
    await dropDraft(tx, conversationId, by.id);
    const teams = text.includes("@") ? await teamsOf(tx) : [];
    const people = callable(staff, teams);
    for (const person of reached(mentioned(text, people), teams))
      await addFollower(tx, conversationId, person, person.id !== by.id);
    return ok({ messageId, uncalled: uncalled(text, people) });
  });
}
