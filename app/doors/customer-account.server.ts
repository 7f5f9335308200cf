import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { noteInLog } from "~/platform/log.server";
import { readSessionToken } from "~/platform/shopify/api.server";
import { numberOf, readShopId } from "~/values/ids";

export type AccountVisit = { shop: Shop; customerId: string };

/** Customer account extensions run in a sandbox without an origin of their own. */
export const ACCOUNT_CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-allow-methods": "GET, POST, OPTIONS",
};

/**
 * The door of the customer account extensions: a session token of Shopify's with a signed-in customer as its
 * subject. The e-mail-linked order page is not signed in, has no subject, and is not let in here.
 */
export async function customerAccount(request: Request): Promise<AccountVisit> {
  const refuse = () => new Response(null, { status: 401, headers: ACCOUNT_CORS });
  const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!token) throw refuse();
  const says = await readSessionToken(token).catch(() => {
    throw refuse();
  });
  const shopId = readShopId(says.dest?.replace(/^https:\/\//, ""));
  if (!shopId || !says.sub?.startsWith("gid://shopify/Customer/")) throw refuse();
  if (!(await isInstalled(shopId))) throw refuse();
  noteInLog({ shopId });
  return { shop: mintShop(shopId), customerId: numberOf(says.sub) };
}
