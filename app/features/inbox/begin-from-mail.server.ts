import { orderOfWriter } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Mail } from "~/platform/channels/email/read-mail";
import type { ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { record } from "~/platform/queue/record.server";
import { emailKey, isMailbox } from "~/values/keys";
import { conversationStarted } from "./facts";
import * as store from "./store.server";
import { orderNamesIn } from "./thread-queries.server";
import type { FoundThread } from "./threading";
import { words } from "./words";

const LONGEST_SUBJECT = 250;

/**
 * A mail that belongs to no conversation begins one. It is about the order its writer named, or their latest:
 * of their own orders only, and of none when a mail server doubts who they are. A machine's mail (a list, a
 * notice) is kept where staff can find it, closed.
 */
export async function beginFromMail(
  tx: ShopTx,
  mail: Mail,
  sender: string,
  found: Extract<FoundThread, { kind: "new" }>,
): Promise<store.KnownConversation> {
  const writer = writerOf(mail, sender);
  const order =
    writer && !mail.isSenderDoubted ? await orderOfWriter(tx, writer, orderNamesIn(mail.subject)) : null;
  const { profile } = await shopFace(tx);
  const locale = pickLocale(order?.locale, profile.locale);
  const isMachine = mail.automatic !== null;
  const conversation = await store.createConversation(tx, {
    subject: mail.subject.slice(0, LONGEST_SUBJECT) || words(locale).noSubject,
    channel: "email",
    customerId: order?.customerId ?? null,
    orderId: order?.id ?? null,
    email: writer ?? "",
    name: mail.from?.name || null,
    locale,
    requestKey: null,
    state: isMachine ? "closed" : "open",
    unread: !isMachine,
    suggestedId: found.suggestion?.conversationId ?? null,
    suggestedBy: found.suggestion?.because ?? null,
  });
  await record(tx, conversationStarted({ conversationId: conversation.id, orderId: conversation.orderId }));
  return conversation;
}

/** Whom an answer goes to: the From line's address, else the envelope's; null when neither can be written to. */
function writerOf(mail: Mail, sender: string): string | null {
  const address = [mail.from?.address, sender].find((one) => one && isMailbox(one));
  return address ? emailKey(address) : null;
}
