import type { ShopTx } from "~/platform/database/shop.server";
import { erasePhotos } from "./contact-store.server";
import * as store from "./privacy-store.server";

/** Whose data: an address (as values/keys makes it comparable), and the orders that are theirs. */
export type Person = { emailKey: string | null; orderIds: string[] };

/** Everything we hold of a person's conversations: messages both ways, and the raw mails (base64). */
export const exportConversations = (tx: ShopTx, person: Person) => store.conversationsOf(tx, person);

/**
 * Erases a person's conversations with their messages and raw mails, what they wrote into others', and
 * parked mails of theirs. Answers how many of each are gone. Facts stay: they hold ids only.
 */
export async function forgetConversations(
  tx: ShopTx,
  person: Person,
): Promise<{ conversations: number; messages: number; mails: number }> {
  const ids = await store.idsOf(tx, person);
  const mailIds = await store.mailsOf(tx, ids, person);
  await erasePhotos(tx, ids, person);
  const messages = await store.eraseMessages(tx, ids, person);
  const conversations = await store.eraseConversations(tx, ids);
  const mails = await store.eraseMails(tx, mailIds);
  if (person.emailKey) await store.eraseMentions(tx, person.emailKey);
  return { conversations, messages, mails };
}
