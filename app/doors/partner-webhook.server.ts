import type { PartnerRequest } from "~/platform/channels/channel";
import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { partnerUrl, readPartnerPass } from "~/platform/partner-pass.server";
import { readText } from "./read-form.server";

const MOST_BYTES = 64 * 1024;

export type PartnerVisit = { shop: Shop; notificationId: string | null; request: PartnerRequest };

/**
 * The door for a shop's providers. The signed address says which shop's account is meant; that it is the provider
 * who knocks, the account's own secret must prove (`readWebhook`). Null for addresses that are not ours.
 */
export async function partner(request: Request, token: string): Promise<PartnerVisit | null> {
  const pass = readPartnerPass(token, new Date());
  if (!pass || request.method !== "POST" || !(await isInstalled(pass.shopId))) return null;
  const body = await readText(request, MOST_BYTES);
  // Signed is the address as it was given out, whatever a proxy made of it on the way.
  const url = partnerUrl(pass.shopId, pass.notificationId);
  return {
    shop: mintShop(pass.shopId),
    notificationId: pass.notificationId,
    request: { url, headers: request.headers, body },
  };
}
