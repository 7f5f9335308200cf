import { readReturned } from "~/platform/channels/email/keep-bounce.server";
import { type Mail, readMail, UnreadableMail } from "~/platform/channels/email/read-mail";
import { readMessageId, readReplyAddress, shopKeyOf } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationReopenedBy, messageBounced, messageReceived } from "./facts";
import * as inbound from "./inbound-store.server";
import { authorOf, cleanText, MOST_OF_A_MAIL, stateAfterMail } from "./rules";
import * as store from "./store.server";

/** Why a mail was parked or dropped; staff read the sentence that goes with it. */
export type MailReason = "noConversation" | "own" | "copy";

/**
 * Reads a kept mail and files it in the conversation its address names: a person's opens the conversation
 * again, an automatic one is only filed, a copy and our own are dropped. What cannot be read is parked with
 * its reason. However often this runs, a mail is filed once.
 */
export async function takeInMail(shop: Shop, inboundMailId: string): Promise<void> {
  const kept = await shop.transact((tx) => inbound.loadMail(tx, inboundMailId));
  if (kept?.state !== "received") throw new NeverMind("The mail is gone or already filed");
  const mail = await read(kept.raw);
  await shop.transact(async (tx) => {
    if (!(await inbound.takeMail(tx, inboundMailId))) return;
    if (mail instanceof UnreadableMail) await inbound.noteMail(tx, inboundMailId, "parked", mail.message);
    else if (mail.messageId && readMessageId(mail.messageId))
      await inbound.noteMail(tx, inboundMailId, "dropped", "own" satisfies MailReason);
    else await file(shop, tx, kept, mail);
  });
}

/** Staff give a parked mail another chance. */
export const readMailAgain = (shop: Shop, inboundMailId: string): Promise<Result<null>> =>
  shop.transact(async (tx) =>
    (await inbound.unparkMail(tx, inboundMailId)) ? ok(null) : refuse("inbox.notFound"),
  );

const read = (raw: Uint8Array): Promise<Mail | UnreadableMail> =>
  readMail(raw).catch((error: unknown) => {
    if (error instanceof UnreadableMail) return error;
    throw error;
  });

async function file(shop: Shop, tx: ShopTx, kept: inbound.KeptMail, mail: Mail): Promise<void> {
  const signed = readReplyAddress(kept.recipient);
  // An address is its shop's: one of another shop means nothing here, whatever conversation it names.
  const isOurs = signed?.shopKey === shopKeyOf(shop.id);
  const conversation = signed && isOurs ? await store.lockConversation(tx, signed.id) : null;
  if (!conversation) return inbound.noteMail(tx, kept.id, "parked", "noConversation" satisfies MailReason);
  const text = textOf(mail);
  const twin = mail.messageId ? await store.findByMailId(tx, mail.messageId) : null;
  if (twin && twin.conversationId === conversation.id && twin.text === text)
    return inbound.noteMail(tx, kept.id, "dropped", "copy" satisfies MailReason);
  const messageId = await add(tx, conversation, kept, mail, text, twin ? null : mail.messageId);
  await inbound.noteMail(tx, kept.id, "done");
  const bounced = mail.bounce ? readReturned(Buffer.from(kept.raw)) : null;
  const { id: conversationId, orderId } = conversation;
  if (bounced) await record(tx, messageBounced({ conversationId, orderId }, messageId, bounced));
  return remember(tx, conversation, messageId, mail);
}

function add(
  tx: ShopTx,
  conversation: store.KnownConversation,
  kept: inbound.KeptMail,
  mail: Mail,
  text: string,
  mailMessageId: string | null,
): Promise<string> {
  const folded = mail.foldedText ? cleanText(mail.foldedText).slice(0, MOST_OF_A_MAIL) : null;
  return store.addMessage(tx, {
    conversationId: conversation.id,
    direction: "in",
    authorKind: authorKindOf(mail, conversation),
    authorName: mail.from?.name || null,
    authorEmail: mail.from?.address.toLowerCase() ?? (kept.sender || null),
    text,
    folded,
    state: "received",
    reason: mail.automatic,
    mailMessageId,
    inboundMailId: kept.id,
  });
}

async function remember(
  tx: ShopTx,
  conversation: store.KnownConversation,
  messageId: string,
  mail: Mail,
): Promise<void> {
  const about = { conversationId: conversation.id, orderId: conversation.orderId };
  const authorKind = authorKindOf(mail, conversation);
  const state = stateAfterMail(conversation.state, mail.automatic !== null);
  // A notice that our answer did not arrive asks for somebody's eyes, though not for an answer.
  const unread = mail.automatic === null || mail.automatic === "bounce" ? { unread: true } : {};
  await store.saveConversation(tx, conversation.id, {
    state,
    ...unread,
    lastMessageAt: tx.now,
    ...(state === "closed" ? {} : { closedAt: null }),
  });
  await record(tx, messageReceived(about, { id: messageId, authorKind, automatic: mail.automatic }));
  if (conversation.state === "closed" && state === "open")
    await record(tx, conversationReopenedBy(about, messageId));
}

const authorKindOf = (mail: Mail, { email }: store.KnownConversation) =>
  mail.automatic
    ? "system"
    : authorOf({ from: mail.from?.address ?? null, isDoubted: mail.isSenderDoubted }, email);

/** The person's words, then the names of what they attached: the raw mail holds the things themselves. */
function textOf(mail: Mail): string {
  const names = mail.attachments.slice(0, 50).map((file) => `\u{1F4CE} ${file.name ?? file.contentType}`);
  const words = cleanText(mail.visibleText).slice(0, MOST_OF_A_MAIL);
  return [words, names.join("\n")].filter((part) => part !== "").join("\n\n");
}
