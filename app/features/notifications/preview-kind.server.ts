import { senderOf, shopFace } from "~/features/settings/queries.server";
import { sendMail } from "~/platform/channels/email/send.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { countWithin } from "~/platform/limits.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { newId } from "~/values/ids";
import { isMailbox } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { toMail, type Written } from "./compose.server";
import { lookAtOrder, lookAtSample, writeWith } from "./look-at-kind.server";
import { kindOf } from "./registry";
import { newestText, type TextVersion, versionsOf } from "./template-store.server";
import { problemsOf, type TextProblem } from "./templates/check-text";
import { type Named, namesOf } from "./templates/names";
import { startingText } from "./templates/starting-text";
import type { EditedText } from "./templates/text";
import { staffWords } from "./words/staff";

type Bodies = Pick<Written, "subject" | "html" | "text">;

/** What the page of a kind shows: its words in a language, to be edited, and how they look. */
export type KindPage = {
  locale: Locale;
  written: Bodies;
  /** where a test mail goes when nobody says otherwise */
  to: string;
  /** the merchant's own words, else ours as a template */
  text: EditedText;
  isEdited: boolean;
  /** the version that a change is made to */
  version: number;
  /** why ours stood in for theirs */
  failure: string | null;
  versions: TextVersion[];
  names: Named[];
};

/**
 * A kind as it is written of a sample order, in the shop's look and a language of ours near to the one asked
 * for; null when there is no such kind.
 */
export async function kindPage(tx: ShopTx, key: string, asked: string | null): Promise<KindPage | null> {
  const kind = kindOf(key);
  if (!kind) return null;
  const { profile } = await shopFace(tx);
  const locale = pickLocale(asked, profile.locale);
  const look = await lookAtSample(tx, kind, locale);
  const { text, version, failure } = await newestText(tx, key, locale);
  return {
    locale,
    written: bodies(writeWith(kind, look, text)),
    to: profile.email,
    text: text ?? startingText(kind, look.occasion),
    isEdited: text !== null,
    version,
    failure,
    versions: await versionsOf(tx, key, locale),
    names: namesOf(kind, look.occasion),
  };
}

const bodies = ({ subject, html, text }: Written): Bodies => ({ subject, html, text });

export type Asked = { key: string; locale: Locale; text: EditedText; orderName: string };
export type Previewed = { written: Bodies; problems: TextProblem[]; tooLarge: boolean };

/** Gmail shows no more of a mail than 102 kB of its HTML (support.google.com/mail, "message clipped"). */
const GMAIL_CUTS_AT = 102_000;

/**
 * Words as they would look, of the sample or of an order by its name, and what is wrong with them; where something
 * is, ours are shown. Refuses `notifications.noKind` and `orders.notFound`.
 */
export const previewText = (
  shop: Shop,
  { key, locale, text, orderName }: Asked,
): Promise<Result<Previewed>> =>
  shop.transact(async (tx) => {
    const kind = kindOf(key);
    if (!kind) return refuse("notifications.noKind");
    const look = orderName
      ? await lookAtOrder(tx, kind, locale, orderName)
      : await lookAtSample(tx, kind, locale);
    if (!look) return refuse("orders.notFound");
    const problems = problemsOf(text, kind, look.occasion);
    const written = writeWith(kind, look, problems.length > 0 ? null : text);
    const tooLarge = Buffer.byteLength(written.html) > GMAIL_CUTS_AT;
    return ok({ written: bodies(written), problems, tooLarge });
  });

const TESTS = { most: 30, windowMs: 3_600_000 };

/**
 * Sends a kind's sample as a mail, in words that need not be saved (null: those that hold), to see it in a real
 * mailbox; at most 30 an hour. Never of a real order: a test may go to any address. Refuses with
 * `notifications.noKind`, `input.invalid` (no mail address), `limits.tooMany` and `notifications.mailServer`,
 * which did not take it. It is no news: the outbox does not know of it.
 */
export async function sendSample(
  shop: Shop,
  asked: { key: string; locale: Locale; to: string; text: EditedText | null },
): Promise<Result<null>> {
  const kind = kindOf(asked.key);
  if (!kind) return refuse("notifications.noKind");
  const to = asked.to.trim();
  if (!isMailbox(to)) return refuse("input.invalid");
  const mail = await shop.transact(async (tx) => {
    const counted = await countWithin(tx, { subjects: [`test mail ${shop.id}`], ...TESTS });
    if (!counted.within) return null;
    const look = await lookAtSample(tx, kind, asked.locale);
    const text = asked.text ?? (await newestText(tx, kind.key, asked.locale)).text;
    const written = writeWith(kind, look, text);
    const named = { ...written, subject: staffWords.kind.testSubject(written.subject) };
    const sender = await senderOf(tx, look.face);
    const addressed = { id: newId(tx.now), recipient: to, locale: asked.locale };
    return toMail(kind, look.occasion, sender, addressed, named);
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
