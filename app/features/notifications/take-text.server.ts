import { shopFace } from "~/features/settings/queries.server";
import type { PartnerRequest, TextNews } from "~/platform/channels/channel";
import { TEXT_CHANNELS, type TextChannelKey, textChannels } from "~/platform/channels/registry";
import { keywordOf } from "~/platform/channels/sms/keywords";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { equalTexts } from "~/platform/secrets.server";
import { consentWords } from "./consent-words";
import { notificationId as anId } from "./schema";
import { accountSettings, challengeWord } from "./text-account.server";
import * as store from "./text-store.server";
import { consentAfter } from "./texts";

/** What is answered to whoever wrote; null: nothing. */
export type TextAnswer = { reply: string | null };

type Told = { channel: TextChannelKey; news: TextNews[] };

/**
 * Takes in what the provider of one of the shop's accounts tells: what became of messages, and words that end or
 * resume them. Null when the request is no provider's, or the shop has no account. Told twice, it counts once.
 */
export async function takeTextNews(
  shop: Shop,
  request: PartnerRequest,
  notificationId: string | null,
): Promise<TextAnswer | null> {
  const told = await shop.transact((tx) => readNews(tx, request));
  if (!told) return null;
  let reply: string | null = null;
  await shop.transact(async (tx) => {
    for (const one of told.news) {
      if (one.kind === "wrote") reply = await answerTo(tx, told.channel, one);
      else await noteState(tx, told.channel, notificationId, one);
    }
  });
  return { reply };
}

/** The answer to a provider that asks whether the shop's address is ours; null when it is none, or has not our word. */
export function answerChallenge(shop: Shop, query: URLSearchParams): string | null {
  for (const key of TEXT_CHANNELS) {
    const { readChallenge } = textChannels[key];
    const asked = readChallenge?.(query);
    if (asked && equalTexts(asked.word, challengeWord(shop.id))) return asked.answer;
  }
  return null;
}

/** Which of the shop's providers it is shows in the signature. */
async function readNews(tx: ShopTx, request: PartnerRequest): Promise<Told | null> {
  for (const channel of TEXT_CHANNELS) {
    const account = await store.loadAccount(tx, channel);
    const settings = account && accountSettings(channel, account);
    const news = settings ? textChannels[channel].readWebhook(settings, request) : null;
    if (news) return { channel, news };
  }
  return null;
}

/** Which message it is about: as its address says, or our id given back, or the provider's own. */
async function noteState(
  tx: ShopTx,
  channel: TextChannelKey,
  named: string | null,
  news: Exclude<TextNews, { kind: "wrote" }>,
): Promise<void> {
  const given = anId.safeParse(news.id).data ?? null;
  const id = named ?? given ?? (await store.idOfProviders(tx, channel, news.providerId));
  if (!id) return;
  const from = ["queued", "sent"] as const;
  const { kind, providerId } = news;
  if (kind === "notDelivered")
    return store.noteText(tx, id, {
      from,
      state: "failed",
      reason: "notDelivered",
      step: { did: "bounced", why: news.why },
    });
  await store.noteText(tx, id, {
    from,
    state: "sent",
    providerId,
    ...(kind === "sent" ? {} : { step: { did: kind } }),
  });
}

/** Where the provider's own opt-out service has answered already, what was said is only noted. */
async function answerTo(
  tx: ShopTx,
  channel: TextChannelKey,
  { from, text, answered }: Extract<TextNews, { kind: "wrote" }>,
): Promise<string | null> {
  const keyword = keywordOf(text);
  if (!keyword) return null;
  if (keyword !== "help") {
    const before = (await store.consentsOf(tx, channel, [from])).get(from) ?? null;
    await store.saveConsent(tx, channel, from, consentAfter(before, keyword), "keyword");
  }
  if (answered) return null;
  const { profile } = await shopFace(tx);
  const says = consentWords(pickLocale(profile.locale)).texts;
  if (keyword === "help") return says.help(profile.name, `${profile.storefrontUrl}/apps/aftercare`);
  return keyword === "stop" ? says.stopped(profile.name) : says.started(profile.name);
}
