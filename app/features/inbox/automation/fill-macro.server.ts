import { orderDetail } from "~/features/orders/queries.server";
import { returnsOfOrder } from "~/features/returns/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { issuePass } from "~/platform/shopper-pass.server";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { loadMacro } from "../macro-store.server";
import { type KnownConversation, loadConversation } from "../store.server";
import { differs } from "../ties/ties";
import type { Action } from "./actions";
import { type MacroSays, wordsFor } from "./macro";
import { type MacroValues, macroValues } from "./macro-values";
import { macroProblem, type Written, writeMacro } from "./write-macro";

/** A macro ready to be inserted: its words for this conversation, and what it does when the answer is sent. */
export type Filled = Written & { locale: Locale | null; actions: Action[] };

/**
 * A macro's words for a conversation, in its shopper's language. Refuses `inbox.notFound` and
 * `automation.notFound`. Nothing is changed.
 */
export const fillMacro = (
  shop: Shop,
  conversationId: string,
  macroId: string,
  staffName: string,
): Promise<Result<Filled>> =>
  shop.transact(async (tx) => {
    const conversation = await loadConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    const macro = await loadMacro(tx, macroId);
    if (!macro) return refuse("automation.notFound");
    return ok({ ...(await fill(shop, tx, conversation, macro.texts, staffName)), actions: macro.actions });
  });

/**
 * How words that are not saved yet read in a conversation, in the language that they are written in. Refuses
 * `inbox.notFound`, and `automation.textWrong` for what cannot be written.
 */
export const previewMacro = (
  shop: Shop,
  { conversationId, text, locale }: { conversationId: string; text: string; locale: Locale },
  staffName: string,
): Promise<Result<Written>> =>
  shop.transact(async (tx) => {
    const conversation = await loadConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (macroProblem(text)) return refuse("automation.textWrong");
    return ok(writeMacro(text, await valuesFor(shop, tx, conversation, staffName, locale)));
  });

/** Words for this conversation; `locale` is the language they are in, null when there are none. */
export async function fill(
  shop: Shop,
  tx: ShopTx,
  conversation: KnownConversation,
  texts: MacroSays["texts"],
  staffName: string | null,
): Promise<Written & { locale: Locale | null }> {
  const { profile } = await shopFace(tx);
  const says = wordsFor(texts, pickLocale(conversation.locale), pickLocale(profile.locale));
  if (!says) return { text: "", blanks: [], locale: null };
  const values = await valuesFor(shop, tx, conversation, staffName, says.locale);
  return { ...writeMacro(says.text, values), locale: says.locale };
}

/** What macros may speak of in this conversation, as a reader of this language reads it. */
export async function valuesFor(
  shop: Shop,
  tx: ShopTx,
  conversation: KnownConversation,
  staffName: string | null,
  locale: Locale,
): Promise<MacroValues> {
  const { profile } = await shopFace(tx);
  const orderId = conversation.firstOrderId ?? conversation.orderId;
  const found = orderId ? await orderDetail(tx, orderId) : null;
  const order = found?.redacted ? null : found;
  const returns = order ? await returnsOfOrder(tx, order.id) : [];
  const named = returns.find(({ id }) => id === conversation.returnId) ?? returns[0] ?? null;
  // A pass opens the order's page: only for the address that the order is of, as in the shop's own mails.
  const hasAddress = order?.email ? emailKey(order.email) === conversation.email : false;
  const pass = order && hasAddress ? `?t=${issuePass(shop, { orderId: order.id, level: "status" })}` : "";
  const at = `${profile.storefrontUrl}/apps/aftercare`;
  return macroValues({
    locale,
    timeZone: profile.timeZone,
    shop: { name: profile.name, url: profile.storefrontUrl },
    staffName,
    conversation,
    order,
    isTheirs: order !== null && (order.id === conversation.orderId || differs(conversation, order) === null),
    parcelId: conversation.parcelId,
    // what is sent back as a gift is its receiver's
    return: named?.gift ? null : named,
    links: {
      order: pass ? `${at}/order${pass}` : at,
      return: pass && order ? `${at}/return${pass}&o=${order.id}` : at,
    },
  });
}
