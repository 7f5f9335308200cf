import type { ShopTx } from "~/platform/database/shop.server";
import { erasePhotos } from "./contact-store.server";
import { forgetInImports } from "./import/forget-store.server";
import * as store from "./privacy-store.server";
import { eraseRecommendations, recommendationsForExport } from "./surveys/recommendation-store.server";
import { forgetTies } from "./ties/tie-store.server";

/**
 * Whose data: an address (as values/keys makes it comparable), the orders that are theirs, and Shopify's numbers of
 * them: who is signed in may have written from another address.
 */
export type Person = { emailKey: string | null; orderIds: string[]; customerIds?: string[] };

/** All we hold of a person's conversations: messages both ways, raw mails (base64); and what they were asked. */
export const exportConversations = async (tx: ShopTx, person: Person) => ({
  ...(await store.conversationsOf(tx, person)),
  recommendations: await recommendationsForExport(tx, person),
});

/**
 * Erases a person's conversations with their messages and raw mails, what they wrote into others', and
 * parked mails of theirs. Answers how many of each are gone. Facts stay: they hold ids only.
 */
export async function forgetConversations(
  tx: ShopTx,
  person: Person,
): Promise<{ conversations: number; messages: number; mails: number }> {
  const { touched, ...gone } = await erase(tx, await store.idsOf(tx, person), person);
  await eraseRecommendations(tx, person);
  const mentioning = person.emailKey ? await store.eraseMentions(tx, person.emailKey) : [];
  if (person.emailKey) await forgetInImports(tx, person.emailKey);
  const untied = await forgetTies(tx, person.orderIds);
  await store.findByWhatIsLeft(tx, [...new Set([...touched, ...mentioning, ...untied])]);
  return gone;
}

/** Erases conversations with all that belongs to them, whosever they are. */
export const eraseWhole = (tx: ShopTx, ids: string[]) => erase(tx, ids, { emailKey: null, orderIds: [] });

/** Erases these conversations, and what a person wrote into others. */
async function erase(tx: ShopTx, ids: string[], person: Person) {
  const mailIds = await store.mailsOf(tx, ids, person);
  await erasePhotos(tx, ids, person);
  const { count: messages, touched } = await store.eraseMessages(tx, ids, person);
  const conversations = await store.eraseConversations(tx, ids);
  const mails = await store.eraseMails(tx, mailIds);
  return { conversations, messages, mails, touched };
}
