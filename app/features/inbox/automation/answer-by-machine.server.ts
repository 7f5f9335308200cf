import { readMail } from "~/platform/channels/email/read-mail";
import { messageIdFor } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { whyNoMachineAnswers } from "../acknowledge.server";
import { lastOfAPerson, proofOf } from "../automation-cause-queries.server";
import { messageWritten } from "../facts";
import { loadMacro } from "../macro-store.server";
import { businessHours } from "../promise-store.server";
import { rawMail } from "../staff-queries.server";
import * as store from "../store.server";
import { fill } from "./fill-macro.server";
import { speaksOfOrder } from "./macro-values";
import { groupsIn } from "./write-macro";

export type MachineAnswer = {
  conversationId: string;
  macroId: string;
  /** names this time: asked again, nothing is written twice */
  key: string;
};

/**
 * A rule answers the shopper in a macro's words, marked as sent by machine: nobody has been answered by it. Refuses
 * `inbox.noAnswerByMachine` where the loop guard does (automatic mail, a doubted sender, one a sender a day, two a
 * conversation: RFC 3834), `automation.unproven` when the words speak of the order and it is not certain that its
 * shopper wrote (never to a stranger), and `automation.blank` when they would have a gap.
 */
export async function answerByMachine(
  shop: Shop,
  answer: MachineAnswer,
): Promise<Result<{ messageId: string }>> {
  const { conversationId, macroId, key } = answer;
  const found = await shop.transact(async (tx) => {
    const incoming = await lastOfAPerson(tx, conversationId);
    const mailId = incoming?.inboundMailId ?? null;
    return { incoming, raw: mailId ? await rawMail(tx, mailId) : null };
  });
  const isVouched = found.incoming?.inboundMailId
    ? found.raw !== null && (await vouchedFor(found.raw))
    : true;
  return shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    const macro = await loadMacro(tx, macroId);
    if (!macro) return refuse("automation.notFound");
    const known = await store.findByRequestKey(tx, key);
    if (known) return ok({ messageId: known.id });
    const isProven = isVouched && (await isTheShopper(tx, conversation));
    const groups = Object.values(macro.texts).flatMap(groupsIn);
    if (speaksOfOrder(groups) && !isProven) return refuse("automation.unproven");
    const { ownAddress } = await businessHours(tx);
    const wrote = {
      automatic: null,
      isSenderDoubted: found.incoming?.authorKind !== "shopper",
    };
    if (await whyNoMachineAnswers(tx, conversation, ownAddress, wrote))
      return refuse("inbox.noAnswerByMachine");
    // What staff tied to it tells a machine nothing of who writes.
    const about = { ...conversation, firstOrderId: null, ...(isProven ? {} : { orderId: null }) };
    const { text, blanks } = await fill(shop, tx, about, macro.texts, null);
    if (text === "" || blanks.some((name) => !MAY_BE_MISSING.test(name))) return refuse("automation.blank");
    return ok({ messageId: await write(shop, tx, conversation, text, key) });
  });
}

/** A sentence does without a name; without a number or a day it says nothing. */
const MAY_BE_MISSING = /^(?:customer|staff)\./;

/** As much of a mail as holds its head. */
const HEAD_BYTES = 65_536;

/**
 * Has a mail server vouched for the mail's From line? DMARC's word alone is about that line (RFC 7489 §3); a server
 * that says nothing vouches for nobody.
 */
async function vouchedFor(raw: Uint8Array): Promise<boolean> {
  const { senderChecks, isSenderDoubted } = await readMail(raw.subarray(0, HEAD_BYTES));
  return !isSenderDoubted && senderChecks?.dmarc === "pass";
}

/** Their address is proven, and it is the one that the order is of: nobody else is told of it. */
async function isTheShopper(tx: ShopTx, conversation: store.KnownConversation): Promise<boolean> {
  const proof = await proofOf(tx, conversation.id);
  return proof.verified && proof.orderEmail !== null && emailKey(proof.orderEmail) === conversation.email;
}

async function write(
  shop: Shop,
  tx: ShopTx,
  conversation: store.KnownConversation,
  text: string,
  requestKey: string,
): Promise<string> {
  const id = newId(tx.now);
  await store.addMessage(
    tx,
    {
      conversationId: conversation.id,
      direction: "out",
      authorKind: "system",
      authorName: null,
      authorEmail: null,
      text,
      state: "queued",
      requestKey,
      mailMessageId: messageIdFor(shop.id, id),
    },
    id,
  );
  const about = { conversationId: conversation.id, orderId: conversation.orderId };
  await record(tx, messageWritten(about, { id, attempts: 0 }, null));
  return id;
}
