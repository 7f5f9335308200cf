import { shopFace } from "~/features/settings/queries.server";
import { textChannels } from "~/platform/channels/registry";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { partnerUrl } from "~/platform/partner-pass.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { SHORT_VALUES, shortValue } from "./approved-texts";
import { occasionOf } from "./compose.server";
import { kinds } from "./registry";
import { sampleOrder, sampleReturn } from "./sample";
import type { WhatsAppChange } from "./schema";
import { templateFor } from "./template";
import { challengeWord, openAccount, sealAccount } from "./text-account.server";
import * as store from "./text-store.server";
import { mayText } from "./texts";

const CHANNEL = "whatsapp";

/** The page of messages by WhatsApp; token and secret never leave the server. */
export async function whatsAppScreen(shop: Shop, tx: ShopTx) {
  const account = await store.loadAccount(tx, CHANNEL);
  const kept = account ? openAccount(account.credentials) : {};
  const face = await shopFace(tx);
  const locale = pickLocale(face.profile.locale);
  const url = `${face.profile.storefrontUrl}/apps/aftercare`;
  const order = sampleOrder(face.profile.currency, locale);
  return {
    phoneNumberId: kept.phoneNumberId ?? "",
    hasToken: Boolean(kept.token),
    hasSecret: Boolean(kept.appSecret),
    enabled: account?.enabled ?? false,
    onlyAgreed: account?.onlyAgreed ?? true,
    callbackUrl: partnerUrl(shop.id),
    verifyToken: challengeWord(shop.id),
    kinds: kinds
      .filter((kind) => mayText(kind, CHANNEL))
      .map((kind) => {
        const about = {
          order,
          return: sampleReturn(face.profile.currency),
          data: kind.sample ?? {},
          locale,
          stranger: false,
        };
        const occasion = occasionOf(face, about, url);
        const said = templateFor(kind, locale)(occasion);
        const chosen = account?.templates[kind.key];
        return {
          key: kind.key,
          on: account?.kinds.includes(kind.key) ?? false,
          template: chosen?.name ?? "",
          languages: chosen?.languages.join(", ") ?? "",
          parameters: chosen?.parameters ?? [],
          values: SHORT_VALUES.map((name) => ({ name, sample: shortValue(name, kind, occasion, said) })),
        };
      }),
  };
}

export type WhatsAppScreen = Awaited<ReturnType<typeof whatsAppScreen>>;

/**
 * Saves the WhatsApp account and which approved text tells which news, and notes by whom. A token or secret left
 * empty stays as it was. Refuses `input.invalid` when the provider could not use it.
 */
export const changeWhatsApp = (shop: Shop, asked: WhatsAppChange, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const before = await store.loadAccount(tx, CHANNEL);
    const kept = before ? openAccount(before.credentials) : {};
    const fields = {
      phoneNumberId: asked.phoneNumberId,
      token: asked.token || (kept.token ?? ""),
      appSecret: asked.appSecret || (kept.appSecret ?? ""),
    };
    if (!textChannels[CHANNEL].settings.safeParse(fields).success) return refuse("input.invalid");
    await store.saveAccount(tx, CHANNEL, {
      credentials: sealAccount(fields),
      enabled: asked.enabled,
      onlyAgreed: asked.onlyAgreed,
      kinds: Object.keys(asked.templates),
      templates: asked.templates,
    });
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(null);
  });
