import { keepBounce, readReturned } from "~/platform/channels/email/keep-bounce.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import type { DeliveredMail, MailKnock, ReadDelivery } from "~/platform/channels/email/providers/provider";
import { mailProviderOf } from "~/platform/channels/email/providers/registry";
import {
  mailboxAddress,
  readBounceAddress,
  readReplyAddress,
  shopKeyOf,
} from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { countWithin } from "~/platform/limits.server";
import type { ShopId } from "~/values/ids";
import * as sources from "./mail-source-store.server";

/** A mail that is believed to come from the provider, and through which source. */
export type ProviderMail = DeliveredMail & { sourceId: string };

type Believed = { ok: true; value: ProviderMail } | Extract<ReadDelivery, { ok: false }>;

/**
 * Is it from the provider of this source? Null when the source is none, or not any more. A mail that is theirs and
 * of no use to us is noted for staff, since only they can change what is sent.
 */
export async function believeProvider(
  shop: Shop,
  sourceId: string,
  knock: MailKnock,
): Promise<Believed | null> {
  const source = await shop.transact((tx) => sources.loadSource(tx, sourceId));
  const provider = source && mailProviderOf(source.kind);
  if (!provider) return null;
  const agreed = provider.settings.safeParse(source.settings);
  if (!agreed.success) return { ok: false, refusal: { code: "unsigned" } };
  const read = provider.read(agreed.data, knock, shop.now());
  if (read.ok) return { ok: true, value: { ...read.value, sourceId } };
  const { code } = read.refusal;
  await shop.transact((tx) => sources.noteSource(tx, sourceId, { problem: code }));
  return read;
}

/**
 * Keeps a mail that a provider took in, for each recipient of ours that its envelope names, or else for the shop's
 * mailbox. Posted again, or replayed with other words under an old signature, it changes nothing.
 */
export const takeProviderMail = (
  shop: Shop,
  { sourceId, raw, sender, recipients, once }: ProviderMail,
): Promise<void> =>
  shop.transact(async (tx) => {
    if (once !== null && !(await isFirst(tx, once))) return;
    for (const recipient of ownRecipients(shop.id, recipients)) {
      const returned = readBounceAddress(recipient);
      const told = returned && readReturned(raw);
      if (returned && told) await keepBounce(tx, returned.id, told);
      else if (!returned) await keepMail(tx, { sender, recipient, raw });
    }
    await sources.noteSource(tx, sourceId, { problem: null, seenAt: tx.now });
  });

/** Longer than the signature of any provider holds; counts are forgotten after a day. */
const ONCE_WITHIN_MS = 12 * 60 * 60_000;

async function isFirst(tx: ShopTx, once: string): Promise<boolean> {
  const counted = await countWithin(tx, { subjects: [once], most: 1, windowMs: ONCE_WITHIN_MS });
  return counted.within;
}

/** Signed addresses of this very shop; any other is one of the merchant's own, and means the shop's mailbox. */
export function ownRecipients(shopId: ShopId, recipients: string[]): string[] {
  const own = recipients
    .map((one) => one.trim().toLowerCase())
    .filter((one) => (readReplyAddress(one) ?? readBounceAddress(one))?.shopKey === shopKeyOf(shopId));
  return own.length > 0 ? [...new Set(own)] : [mailboxAddress(shopId)];
}
