import { z } from "zod";
import { type TextChannelKey, textChannels } from "~/platform/channels/registry";
import { decrypt, encrypt, keyedDigest } from "~/platform/secrets.server";
import type { ShopId } from "~/values/ids";
import type { TextAccount } from "./text-store.server";

const PURPOSE = "channel account";
const texts = z.record(z.string(), z.string());

/** An account's fields as they are kept: only sealed. */
export const sealAccount = (fields: Record<string, string>): string =>
  encrypt(PURPOSE, JSON.stringify(fields));

/** What was sealed, as typed; empty when another key sealed it. */
export function openAccount(sealed: string): Record<string, string> {
  const opened = decrypt(PURPOSE, sealed);
  const read = opened === null ? null : texts.safeParse(JSON.parse(opened));
  return read?.success ? read.data : {};
}

/** The account's settings as the provider wants them; null when they do not make an account. */
export function accountSettings(
  channel: TextChannelKey,
  { credentials }: Pick<TextAccount, "credentials">,
): unknown {
  const read = textChannels[channel].settings.safeParse(openAccount(credentials));
  return read.success ? read.data : null;
}

/** The word that a provider shows when it asks whether the shop's address is ours: nobody else can make it. */
export const challengeWord = (shopId: ShopId): string =>
  keyedDigest("channel challenge", shopId).slice(0, 32);
