import { openCredentials } from "~/platform/carriers/credentials.server";
import { carrierOf } from "~/platform/carriers/registry";
import type { Tracking } from "~/platform/carriers/tracking";
import type { WebhookHeaders, WebhookReading } from "~/platform/carriers/webhook-signature";
import type { Shop } from "~/platform/database/shop.server";
import { accountById } from "./label-store.server";
import { noteParcel } from "./note-parcel.server";

/** A believed message: whose it is, and what it says of a parcel; null: it was about none. */
export type CarrierNews = { source: string; tracking: Tracking | null };

/**
 * Is this message from the carrier of this account? Only its signature under the account's webhook secret says
 * so. Null when the shop has no such account, or its carrier sends no news.
 */
export async function believeCarrier(
  shop: Shop,
  accountId: string,
  { headers, body }: { headers: WebhookHeaders; body: Uint8Array },
): Promise<WebhookReading<CarrierNews> | null> {
  const account = await shop.transact((tx) => accountById(tx, accountId));
  const carrier = carrierOf(account?.carrier ?? "");
  if (!account || !carrier?.capabilities.webhooks) return null;
  const { webhookSecret = null } = openCredentials(account.credentials);
  const read = carrier.readWebhook(headers, body, webhookSecret, shop.now());
  return read.ok ? { ok: true, value: { source: carrier.key, tracking: read.value } } : read;
}

/** Takes in a believed message about a return's parcel, in one transaction. */
export async function takeCarrierNews(shop: Shop, { tracking }: CarrierNews): Promise<void> {
  if (tracking) await shop.transact((tx) => noteParcel(tx, tracking));
}
