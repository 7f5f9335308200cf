import { senderOf, shopFace } from "~/features/settings/queries.server";
import { sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { countWithin } from "~/platform/limits.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { newId } from "~/values/ids";
import { isMailbox } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { occasionOf, toMail, type Written, write } from "./compose.server";
import type { Kind } from "./kind";
import { kindOf } from "./registry";
import { sampleOrder, sampleReturn } from "./sample";
import { staffWords } from "./words/staff";

/**
 * A kind as it is written of a sample order, in the shop's look and a language of ours near to the one asked
 * for; null when there is no such kind.
 */
export async function previewKind(tx: ShopTx, key: string, asked: string | null): Promise<Preview | null> {
  const kind = kindOf(key);
  if (!kind) return null;
  const { profile } = await shopFace(tx);
  const locale = pickLocale(asked, profile.locale);
  const { subject, html, text } = (await sampled(tx, kind, locale)).written;
  return { locale, written: { subject, html, text }, to: profile.email };
}

export type Preview = {
  locale: Locale;
  written: Pick<Written, "subject" | "html" | "text">;
  /** where a test mail goes when nobody says otherwise */
  to: string;
};

async function sampled(tx: ShopTx, kind: Kind, locale: Locale) {
  const face = await shopFace(tx);
  const { currency, storefrontUrl } = face.profile;
  const about = {
    order: sampleOrder(currency, locale),
    return: sampleReturn(currency),
    data: kind.sample ?? {},
    locale,
    stranger: false,
  };
  const occasion = occasionOf(face, about, `${storefrontUrl}/apps/aftercare`);
  return { face, occasion, written: write(kind, occasion, face) };
}

const TESTS = { most: 30, windowMs: 3_600_000 };

/**
 * Sends a kind's sample as a mail, to see it in a real mailbox; at most 30 an hour. Refuses with
 * `notifications.noKind`, `input.invalid` (no mail address), `limits.tooMany` and `notifications.mailServer`,
 * which did not take it. It is no news: the outbox does not know of it.
 */
export async function sendSample(
  shop: Shop,
  asked: { key: string; locale: Locale; to: string },
): Promise<Result<null>> {
  const kind = kindOf(asked.key);
  if (!kind) return refuse("notifications.noKind");
  const to = asked.to.trim();
  if (!isMailbox(to)) return refuse("input.invalid");
  const mail = await shop.transact(async (tx) => {
    const counted = await countWithin(tx, { subjects: [`test mail ${shop.id}`], ...TESTS });
    if (!counted.within) return null;
    const { face, occasion, written } = await sampled(tx, kind, asked.locale);
    const named = { ...written, subject: staffWords.kind.testSubject(written.subject) };
    const sender = await senderOf(tx, face);
    return toMail(kind, occasion, sender, { id: newId(tx.now), recipient: to, locale: asked.locale }, named);
  });
  if (!mail) return refuse("limits.tooMany");
  try {
    await sendMail({ ...mail, to: { name: "", address: to } });
  } catch (error) {
    if (error instanceof TryAgain || error instanceof NeedsMerchant)
      return refuse("notifications.mailServer");
    throw error;
  }
  return ok(null);
}
