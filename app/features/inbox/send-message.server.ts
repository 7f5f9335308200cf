import type { RefusedRecipient } from "~/platform/channels/email/mail-servers.server";
import { sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { messageWritten } from "./facts";
import { composeAnswer } from "./mail-out/compose-answer.server";
import * as outgoing from "./outgoing-store.server";
import { MOST_TRIES, REFUSED_FOR_SOME } from "./rules";
import { lockConversation } from "./store.server";
import { sendAfterOf } from "./take-back-store.server";

/**
 * Sends the answer a fact is about, to the conversation's shopper and whoever gets copies, once it cannot be taken back
 * any more. It has the same Message-ID however often it is tried, and one that was sent or given up is left alone. How
 * a try ended is noted on the message for staff to see; what passes by itself is tried again for some ten hours. Where
 * the mail server refused it for some and took it for others, the next try is for those it refused.
 */
export async function sendMessage(shop: Shop, factId: string): Promise<void> {
  const taken = await shop.transact(async (tx) => {
    const messageId = await outgoing.messageOfFact(tx, factId);
    const message = messageId ? await outgoing.lockOutgoing(tx, messageId) : null;
    if (message?.state !== "queued") return null;
    const until = await sendAfterOf(tx, message.id);
    if (until && until > tx.now) return putOff(tx, factId, message.id, until);
    await outgoing.noteOutgoing(tx, message.id, { attempts: message.attempts + 1 });
    return { message, mail: await composeAnswer(shop, tx, message) };
  });
  if (taken === "later") return;
  if (!taken) throw new NeverMind("The message is gone, sent or given up");
  const { message, mail } = taken;
  if (!mail) return giveUp(shop, message.id, "noAddress");
  try {
    const refused = await sendMail(mail);
    if (refused.length > 0) return await notForAll(shop, message.id, refused);
  } catch (error) {
    if (!(error instanceof TryAgain)) throw error;
    if ((message.attempts + 1) % MOST_TRIES === 0) return giveUp(shop, message.id, error.message);
    await shop.transact((tx) => outgoing.noteOutgoing(tx, message.id, { reason: error.message }));
    throw error;
  }
  await shop.transact((tx) =>
    outgoing.noteOutgoing(tx, message.id, { state: "sent", reason: null, undelivered: [] }),
  );
}

/** Some have it now. Staff decide about those whom the mail server will never take it for; for the rest it is tried again. */
async function notForAll(shop: Shop, messageId: string, refused: RefusedRecipient[]): Promise<void> {
  const undelivered = refused.map(({ address }) => address);
  await shop.transact((tx) => outgoing.noteOutgoing(tx, messageId, { undelivered }));
  if (refused.every(({ forGood }) => forGood)) return giveUp(shop, messageId, REFUSED_FOR_SOME);
  throw new TryAgain("The mail server could not take it for everybody now");
}

/** It can be taken back until then. */
async function putOff(tx: ShopTx, factId: string, messageId: string, until: Date): Promise<"later"> {
  const delayMs = until.getTime() - tx.now.getTime();
  await enqueue(tx, "send-message", { factId }, { key: `send:${messageId}`, delayMs });
  return "later";
}

const giveUp = (shop: Shop, messageId: string, reason: string) =>
  shop.transact((tx) => outgoing.noteOutgoing(tx, messageId, { state: "failed", reason }));

/** The mail server refused for good: the message says so, and staff may send it again. */
export const giveUpMessage = (shop: Shop, factId: string, reason: string): Promise<void> =>
  shop.transact(async (tx) => {
    const messageId = await outgoing.messageOfFact(tx, factId);
    if (messageId) await outgoing.noteOutgoing(tx, messageId, { state: "failed", reason });
  });

/** Staff ask to send a failed message again. Refuses with `inbox.notFound` when there is no such one. */
export const sendAgain = (
  shop: Shop,
  conversationId: string,
  messageId: string,
  staffName: string,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const message = await outgoing.lockOutgoing(tx, messageId);
    if (!conversation || message?.conversationId !== conversationId) return refuse("inbox.notFound");
    if (message.state !== "failed") return ok(null);
    // The tries begin anew, but the fact needs a number of its own.
    await outgoing.noteOutgoing(tx, messageId, { state: "queued", reason: null });
    const about = { conversationId, orderId: conversation.orderId };
    await record(tx, messageWritten(about, message, staffName));
    return ok(null);
  });
