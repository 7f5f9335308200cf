import { env } from "~/env.server";
import { readToken, signToken } from "~/platform/secrets.server";
import { readShopId, type ShopId } from "~/values/ids";

const PURPOSE = "partner webhook";
const CARRIER_PURPOSE = "carrier webhook";
const MAIL_PURPOSE = "mail webhook";
/** As long as anybody calls: who may is proven by the provider's own signature. */
const FOR_EVER = new Date("2100-01-01T00:00:00Z");

export const PARTNER_PATH = "/partner";

/** Where a provider tells us news of a shop's account, or of one message. */
export const partnerUrl = (shopId: ShopId, notificationId: string | null = null): string =>
  `${env.SHOPIFY_APP_URL.replace(/\/$/, "")}${PARTNER_PATH}/${signToken(
    PURPOSE,
    { s: shopId, ...(notificationId ? { n: notificationId } : {}) },
    FOR_EVER,
  )}`;

/** What such an address says; null when it is not one of ours. */
export function readPartnerPass(
  token: string,
  now: Date,
): { shopId: ShopId; notificationId: string | null } | null {
  const data = readToken(PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  return shopId && { shopId, notificationId: data?.n ?? null };
}

/**
 * Where the carrier of a shop's account sends its news: the same address each time, and none that can be guessed
 * (128 bits of a keyed digest). It ends with the account.
 */
export const carrierUrl = (shopId: ShopId, accountId: string): string =>
  `${env.SHOPIFY_APP_URL.replace(/\/$/, "")}${PARTNER_PATH}/carrier/${signToken(
    CARRIER_PURPOSE,
    { s: shopId, a: accountId },
    FOR_EVER,
  )}`;

/** What a carrier's address says; null when it is none of ours. */
export function readCarrierPass(token: string, now: Date): { shopId: ShopId; accountId: string } | null {
  const data = readToken(CARRIER_PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  return shopId && data?.a ? { shopId, accountId: data.a } : null;
}

/**
 * Where a provider posts the shop's mail: as hard to guess as a carrier's address, and it ends with the source, too.
 * Mailgun posts the mail as it came only to addresses that end like this.
 */
export const mailUrl = (shopId: ShopId, sourceId: string): string =>
  `${env.SHOPIFY_APP_URL.replace(/\/$/, "")}${PARTNER_PATH}/mail/${signToken(
    MAIL_PURPOSE,
    { s: shopId, a: sourceId },
    FOR_EVER,
  )}/mime`;

/** What such an address says; null when it is none of ours. */
export function readMailPass(token: string, now: Date): { shopId: ShopId; accountId: string } | null {
  const data = readToken(MAIL_PURPOSE, token, now);
  const shopId = readShopId(data?.s);
  return shopId && data?.a ? { shopId, accountId: data.a } : null;
}
