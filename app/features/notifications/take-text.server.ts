import { shopFace } from "~/features/settings/queries.server";
import type { PartnerRequest, TextNews } from "~/platform/channels/channel";
import { keywordOf } from "~/platform/channels/sms/keywords";
import { twilio } from "~/platform/channels/sms/twilio.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { consentWords } from "./consent-words";
import { accountSettings } from "./text-account.server";
import * as store from "./text-store.server";
import { consentAfter } from "./texts";

/** What is answered to whoever wrote; null: nothing. */
export type TextAnswer = { reply: string | null };

/**
 * Takes in what the provider of the shop's account tells: what became of a message, and words that end or resume
 * messages. Null when the request is not the provider's, or the shop has no account. Told twice, it counts once.
 */
export async function takeTextNews(
  shop: Shop,
  request: PartnerRequest,
  notificationId: string | null,
): Promise<TextAnswer | null> {
  const account = await shop.transact(store.loadAccount);
  const settings = account && accountSettings(account);
  const news = settings ? twilio.readWebhook(settings, request) : null;
  if (!news) return null;
  let reply: string | null = null;
  await shop.transact(async (tx) => {
    for (const one of news) {
      if (one.kind === "wrote") reply = await answerTo(tx, one);
      else if (notificationId) await noteState(tx, notificationId, one);
    }
  });
  return { reply };
}

const noteState = (tx: ShopTx, id: string, news: Exclude<TextNews, { kind: "wrote" }>): Promise<void> =>
  news.kind === "delivered"
    ? store.noteText(tx, id, { from: "sent", state: "sent", step: { did: "delivered" } })
    : store.noteText(tx, id, {
        from: "sent",
        state: "failed",
        reason: "notDelivered",
        step: { did: "bounced", why: news.code },
      });

/** Where the provider's own opt-out service has answered already, what was said is only noted. */
async function answerTo(
  tx: ShopTx,
  { from, text, answered }: Extract<TextNews, { kind: "wrote" }>,
): Promise<string | null> {
  const keyword = keywordOf(text);
  if (!keyword) return null;
  if (keyword !== "help") {
    const before = (await store.consentsOf(tx, [from])).get(from) ?? null;
    await store.saveConsent(tx, from, consentAfter(before, keyword), "keyword");
  }
  if (answered) return null;
  const { profile } = await shopFace(tx);
  const says = consentWords(pickLocale(profile.locale)).texts;
  if (keyword === "help") return says.help(profile.name, `${profile.storefrontUrl}/apps/aftercare`);
  return keyword === "stop" ? says.stopped(profile.name) : says.started(profile.name);
}
