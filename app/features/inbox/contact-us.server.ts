import { type OrderDetail, orderDetail } from "~/features/orders/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import type { Locale } from "~/platform/i18n/locales";
import { countWithin } from "~/platform/limits.server";
import { record } from "~/platform/queue/record.server";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { type ContactForm, contactProblems, contactSubject } from "./contact";
import { addPhotos, addressOfCustomer } from "./contact-store.server";
import { conversationStarted, messageReceived } from "./facts";
import { nowAwaiting } from "./rules";
import { orderSeenBy, type Writer } from "./start-conversation.server";
import * as store from "./store.server";
import { words } from "./words";

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 5;
/** An address that anybody may type is written to less. */
const MOST_UNVERIFIED_AN_HOUR = 3;

/** What the contact page knows of who is there: whose orders there are to pick from, and where the answer goes. */
export type ContactContext = {
  whose: { customerId: string } | { emailKey: string } | null;
  email: string | null;
};

/** Whoever is signed in, or proved an address by a code, picks from their orders; of others nothing is known. */
export async function contactContext(tx: ShopTx, { customerId, pass }: Writer): Promise<ContactContext> {
  if (customerId !== null) return { whose: { customerId }, email: await addressOfCustomer(tx, customerId) };
  const proven = pass?.level === "full" ? await orderDetail(tx, pass.orderId) : null;
  if (!proven?.email || proven.redacted) return { whose: null, email: null };
  return { whose: { emailKey: emailKey(proven.email) }, email: proven.email };
}

type Sender = { order: OrderDetail | null; email: string; isKnown: boolean; customerId: string | null };

/**
 * A contact form begins a conversation. Who is signed in or holds a full pass may pick an order of theirs; the
 * answer goes to the address that is known of them. Anybody else types one: such a conversation is bound to no
 * order and marked unverified, whatever was typed. Sent twice, it is one. Refuses `inbox.notFound` when the
 * order is not the writer's, `input.invalid` with the fields to mend, and `limits.tooMany` after five an hour by
 * visitor or address, three for an address nobody proved.
 */
export const contactUs = (
  shop: Shop,
  form: ContactForm,
  writer: Writer,
  given: { photos: readonly Uint8Array[]; locale: Locale; channel: "storefront" | "account" },
): Promise<Result<{ conversationId: string; email: string }>> =>
  shop.transact(async (tx) => {
    const order = form.orderId ? await orderSeenBy(tx, form.orderId, writer) : null;
    if (form.orderId && !order) return refuse("inbox.notFound");
    const known = order?.email ?? (await contactContext(tx, writer)).email;
    const problems = contactProblems(form, known);
    if (problems.length > 0 || form.reason === null)
      return refuse("input.invalid", { fields: problems.join(" ") });
    const email = emailKey(known ?? form.email);
    const requestKey = `contact:${email}:${form.requestKey}`;
    await store.lockOrder(tx, requestKey);
    const before = await store.findByRequestKey(tx, requestKey);
    if (before) return ok({ conversationId: before.conversationId, email });
    if (!(await isWithin(tx, writer.visitor, email, known !== null))) return refuse("limits.tooMany");
    const isKnown = known !== null;
    const bound = isKnown ? { order, customerId: writer.customerId } : { order: null, customerId: null };
    const sender = { ...bound, email, isKnown };
    const { reason } = form;
    const conversationId = await begin(tx, sender, { ...form, reason, requestKey, ...given });
    return ok({ conversationId, email });
  });

async function isWithin(tx: ShopTx, visitor: string, email: string, isKnown: boolean): Promise<boolean> {
  const most = isKnown ? MOST_AN_HOUR : MOST_UNVERIFIED_AN_HOUR;
  const subjects = [`contact ${isKnown ? "from" : "in the name of"} ${email}`];
  return (
    (await mayContact(tx, visitor)) && (await countWithin(tx, { subjects, most, windowMs: HOUR_MS })).within
  );
}

/** Counts a form of this visitor's; false beyond five an hour. */
export const mayContact = async (tx: ShopTx, visitor: string): Promise<boolean> => {
  const subjects = [`contact by ${visitor}`];
  return (await countWithin(tx, { subjects, most: MOST_AN_HOUR, windowMs: HOUR_MS })).within;
};

type Written = Pick<ContactForm, "text" | "requestKey"> & {
  reason: NonNullable<ContactForm["reason"]>;
  photos: readonly Uint8Array[];
  locale: Locale;
  channel: "storefront" | "account";
};

async function begin(tx: ShopTx, sender: Sender, form: Written): Promise<string> {
  const { order, email, isKnown } = sender;
  const locale = order?.locale ?? form.locale;
  const name = order?.customerName ?? null;
  const { reason, requestKey } = form;
  const conversation = await store.createConversation(tx, {
    subject: contactSubject(words(locale).contact.reasons[reason], order?.name ?? null),
    channel: form.channel,
    customerId: order?.customerId ?? sender.customerId,
    orderId: order?.id ?? null,
    email,
    name,
    locale,
    requestKey,
    reason,
    verified: isKnown,
  });
  const messageId = await store.addMessage(tx, {
    conversationId: conversation.id,
    direction: "in",
    authorKind: "shopper",
    authorName: name,
    authorEmail: email,
    text: form.text,
    state: "received",
    requestKey,
  });
  await addPhotos(tx, messageId, form.photos);
  await store.saveConversation(tx, conversation.id, nowAwaiting(conversation, tx.now));
  const about = { conversationId: conversation.id, orderId: order?.id ?? null };
  await record(tx, conversationStarted(about));
  await record(tx, messageReceived(about, { id: messageId, authorKind: "shopper", automatic: null }));
  return conversation.id;
}
