import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { emailKey, isMailbox } from "~/values/keys";
import { sourceOfKind } from "../mail-source-store.server";
import { MAILBOX } from "../mail-sources";

/** The addresses that we know to be the shop's own: Shopify's for it, whom it writes as, and the mailbox that is read. */
export async function ownAddressesOf(tx: ShopTx): Promise<string[]> {
  const { settings, profile } = await shopFace(tx);
  const mailbox = await sourceOfKind(tx, MAILBOX);
  const all = [profile.email, settings.mail.fromAddress, mailbox?.settings.user];
  return [...new Set(all.flatMap((one) => (one && isMailbox(one) ? emailKey(one) : [])))];
}
