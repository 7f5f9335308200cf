import { carrierOf } from "~/platform/carriers/registry";
import type { Tracking } from "~/platform/carriers/tracking";
import type { WebhookHeaders, WebhookReading } from "~/platform/carriers/webhook-signature";
import type { Shop } from "~/platform/database/shop.server";
import { openCredentials } from "./carrier-credentials.server";
import { accountById } from "./label-store.server";
import { noteParcel } from "./note-parcel.server";

/**
 * Is this message from the carrier of this account? Only its signature under the account's webhook secret says
 * so. Null when the shop has no such account, or its carrier sends no news.
 */
export async function believeCarrier(
  shop: Shop,
  accountId: string,
  { headers, body }: { headers: WebhookHeaders; body: Uint8Array },
): Promise<WebhookReading<Tracking | null> | null> {
  const account = await shop.transact((tx) => accountById(tx, accountId));
  const carrier = carrierOf(account?.carrier ?? "");
  if (!account || !carrier?.capabilities.webhooks) return null;
  const { webhookSecret = null } = openCredentials(account.credentials);
  return carrier.readWebhook(headers, body, webhookSecret, shop.now());
}

/** Takes in a believed message, in one transaction; null: it was about no parcel. */
export async function takeCarrierNews(shop: Shop, news: Tracking | null): Promise<void> {
  if (news) await shop.transact((tx) => noteParcel(tx, news));
}
