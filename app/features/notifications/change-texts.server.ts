import { shopFace } from "~/features/settings/queries.server";
import { textChannels } from "~/platform/channels/registry";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { partnerUrl } from "~/platform/partner-pass.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { occasionOf } from "./compose.server";
import { consentWords } from "./consent-words";
import { kinds } from "./registry";
import { sampleOrder, sampleReturn } from "./sample";
import type { TextsChange } from "./schema";
import { templateFor } from "./template";
import { openAccount, sealAccount } from "./text-account.server";
import * as store from "./text-store.server";
import { mayText, textCost, textOf } from "./texts";

/** The page of messages to phones; the token never leaves the server. */
export async function textScreen(shop: Shop, tx: ShopTx) {
  const account = await store.loadAccount(tx, "sms");
  const kept = account ? openAccount(account.credentials) : {};
  const face = await shopFace(tx);
  const locale = pickLocale(face.profile.locale);
  const url = `${face.profile.storefrontUrl}/apps/aftercare`;
  const order = sampleOrder(face.profile.currency, locale);
  const price = account?.segmentPrice ?? null;
  return {
    accountSid: kept.accountSid ?? "",
    from: kept.from ?? "",
    hasToken: Boolean(kept.authToken),
    enabled: account?.enabled ?? false,
    segmentPrice: price === null ? "" : String(Number(price) / 1_000_000),
    currency: account?.currency ?? face.profile.currency,
    inboundUrl: partnerUrl(shop.id),
    kinds: kinds
      .filter((kind) => mayText(kind, "sms"))
      .map((kind) => {
        const about = {
          order,
          return: sampleReturn(face.profile.currency),
          data: kind.sample ?? {},
          locale,
          stranger: false,
        };
        const { subject } = templateFor(kind, locale)(occasionOf(face, about, url));
        const text = textOf(subject, url, consentWords(locale).texts.ending);
        return {
          key: kind.key,
          on: account?.kinds.includes(kind.key) ?? false,
          text,
          cost: costOf(text, price),
        };
      }),
  };
}

export type TextScreen = Awaited<ReturnType<typeof textScreen>>;

/** As numbers a screen shows: the price of one text in units of the currency. */
function costOf(text: string, price: bigint | null) {
  const { micros, ...size } = textCost(text, price);
  return { ...size, amount: micros === null ? null : Number(micros) / 1_000_000 };
}

/**
 * Saves the account for messages to phones, and notes by whom. A token left empty stays as it was. Refuses
 * `input.invalid` when the provider could not use it.
 */
export const changeTexts = (shop: Shop, asked: TextsChange, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const before = await store.loadAccount(tx, "sms");
    const kept = before ? openAccount(before.credentials) : {};
    const { accountSid, from, enabled, kinds: chosen, segmentPrice, currency } = asked;
    const fields = { accountSid, from, authToken: asked.authToken || (kept.authToken ?? "") };
    if (!textChannels.sms.settings.safeParse(fields).success) return refuse("input.invalid");
    const credentials = sealAccount(fields);
    await store.saveAccount(tx, "sms", { credentials, enabled, kinds: chosen, segmentPrice, currency });
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(null);
  });
