import { readReturned } from "~/platform/channels/email/keep-bounce.server";
import { type Mail, readMail, UnreadableMail } from "~/platform/channels/email/read-mail";
import { mailboxAddress, readMessageId } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { sniff, UNKNOWN_TYPE } from "~/platform/files/sniff";
import { NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { beginFromMail } from "./begin-from-mail.server";
import { conversationReopenedBy, messageBounced, messageReceived } from "./facts";
import * as inbound from "./inbound-store.server";
import { copyThatReturned } from "./mail-out/copies-store.server";
import {
  type AuthorKind,
  cleanText,
  findConversation,
  MOST_OF_A_MAIL,
  nowAwaiting,
  stateAfterMail,
} from "./rules";
import * as store from "./store.server";
import { knownThreads } from "./thread-queries.server";
import type { FoundThread } from "./threading";

/** Why a mail was dropped; staff read the sentence that goes with it. */
export type MailReason = "own" | "copy";

const MOST_FILES = 100;

/**
 * Reads a kept mail and files it: in the conversation that its signed address, or an id it answers, names; else
 * in a new one. A person's opens the conversation again, an automatic one is only filed, a copy and our own are
 * dropped. What cannot be read is parked with its reason. However often this runs, a mail is filed once.
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
    else await file(tx, kept, mail);
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

async function file(tx: ShopTx, kept: inbound.KeptMail, mail: Mail): Promise<void> {
  const threaded = { ...mail, recipients: [kept.recipient] };
  const found = findConversation(threaded, await knownThreads(tx, threaded, [mailboxAddress(tx.shopId)]));
  const text = cleanText(mail.visibleText).slice(0, MOST_OF_A_MAIL);
  const twin = mail.messageId ? await store.findByMailId(tx, mail.messageId) : null;
  if (twin && twin.text === text && (found.kind === "new" || twin.conversationId === found.conversationId))
    return inbound.noteMail(tx, kept.id, "dropped", "copy" satisfies MailReason);
  const conversation = await conversationFor(tx, kept, mail, found);
  const authorKind = authorKindOf(mail, found);
  const message = { authorKind, text, mailMessageId: twin ? null : mail.messageId, cc: found.newcomers };
  const messageId = await add(tx, conversation, kept, mail, message);
  await inbound.noteMail(tx, kept.id, "done");
  // Only who holds the signed address may say that its mail came back: anybody can write a notice.
  const isReturned = mail.bounce !== null && found.kind === "existing" && found.by === "replyAddress";
  const bounced = isReturned ? readReturned(Buffer.from(kept.raw)) : null;
  const { id: conversationId, orderId } = conversation;
  if (bounced) {
    const copy = await copyThatReturned(tx, conversationId, bounced.recipient);
    await record(tx, messageBounced({ conversationId, orderId }, messageId, { ...bounced, copy }));
  }
  return remember(tx, conversation, messageId, mail, authorKind);
}

/** The conversation that was found, its row locked, or a new one; one erased meanwhile is a new one. */
async function conversationFor(
  tx: ShopTx,
  kept: inbound.KeptMail,
  mail: Mail,
  found: FoundThread,
): Promise<store.KnownConversation> {
  const existing = found.kind === "existing" ? await lockMerged(tx, found.conversationId) : null;
  if (existing) return existing;
  const unnamed = { kind: "new", suggestion: null, newcomers: found.newcomers } as const;
  return beginFromMail(tx, mail, kept.sender, found.kind === "new" ? found : unnamed);
}

/** The conversation, or the one it was merged into since it was found. */
async function lockMerged(tx: ShopTx, id: string): Promise<store.KnownConversation | null> {
  const conversation = await store.lockConversation(tx, id);
  const into = conversation?.mergedIntoId;
  return into ? ((await store.lockConversation(tx, into)) ?? conversation) : conversation;
}

/** The one who begins a conversation is its shopper; doubted or not, staff are told what the checks found. */
function authorKindOf(mail: Mail, found: FoundThread): Exclude<AuthorKind, "staff"> {
  if (mail.automatic) return "system";
  if (found.kind === "new") return mail.isSenderDoubted ? "other" : "shopper";
  return found.writer === "shopper" ? "shopper" : "other";
}

async function add(
  tx: ShopTx,
  conversation: store.KnownConversation,
  kept: inbound.KeptMail,
  mail: Mail,
  message: Pick<store.NewMessage, "authorKind" | "text" | "mailMessageId" | "cc">,
): Promise<string> {
  const folded = mail.foldedText ? cleanText(mail.foldedText).slice(0, MOST_OF_A_MAIL) : null;
  const messageId = await store.addMessage(tx, {
    ...message,
    conversationId: conversation.id,
    direction: "in",
    authorName: mail.from?.name || null,
    authorEmail: mail.from?.address.toLowerCase() ?? (kept.sender || null),
    folded,
    state: "received",
    reason: mail.automatic,
    inboundMailId: kept.id,
    hasHtml: mail.html !== null,
  });
  await store.addMessageFiles(tx, messageId, filesOf(mail));
  return messageId;
}

/** What a mail carries, by its first bytes: the bytes themselves stay in the raw mail. */
const filesOf = (mail: Mail) =>
  mail.attachments.slice(0, MOST_FILES).map(({ name, size, isInline, content }, place) => ({
    place,
    name,
    size,
    isInline: isInline && sniff(content) !== UNKNOWN_TYPE,
    contentType: sniff(content),
  }));

async function remember(
  tx: ShopTx,
  conversation: store.KnownConversation,
  messageId: string,
  mail: Mail,
  authorKind: Exclude<AuthorKind, "staff">,
): Promise<void> {
  const about = { conversationId: conversation.id, orderId: conversation.orderId };
  const state = stateAfterMail(conversation.state, mail.automatic !== null);
  // A notice that our answer did not arrive asks for somebody's eyes, though not for an answer.
  const unread = mail.automatic === null || mail.automatic === "bounce" ? { unread: true } : {};
  await store.saveConversation(tx, conversation.id, {
    state,
    ...unread,
    lastMessageAt: tx.now,
    ...(mail.automatic === null ? nowAwaiting(conversation, tx.now) : {}),
    ...(state === "closed" ? {} : { closedAt: null }),
  });
  await record(tx, messageReceived(about, { id: messageId, authorKind, automatic: mail.automatic }));
  if (conversation.state === "closed" && state === "open")
    await record(tx, conversationReopenedBy(about, messageId));
}
