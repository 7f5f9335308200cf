import type { Shop } from "~/platform/database/shop.server";
import { readToken, signToken } from "~/platform/secrets.server";

/**
 * What a shopper who is not signed in may see, carried in links and forms, since the app proxy passes no
 * cookies. "status" (right order and e-mail or postcode, or a mailed link): where the parcel is, nothing
 * personal. "full" (a one-time code to the order's e-mail): everything of all orders of that address.
 */
export type Pass = { orderId: string; level: "status" | "full" };

const PURPOSE = "shopper pass";
const LASTS_MS = { status: 30 * 86_400_000, full: 60 * 60_000 };

/** A signed pass: 30 days for a status, an hour for everything. */
export const issuePass = (shop: Shop, pass: Pass): string =>
  signToken(
    PURPOSE,
    { s: shop.id, o: pass.orderId, l: pass.level },
    new Date(shop.now().getTime() + LASTS_MS[pass.level]),
  );

/** The pass in a token, or null when it is forged, over, or of another shop. */
export function readPass(shop: Shop, token: string | null | undefined): Pass | null {
  const data = token ? readToken(PURPOSE, token, shop.now()) : null;
  if (!data?.o || data.s !== shop.id || (data.l !== "status" && data.l !== "full")) return null;
  return { orderId: data.o, level: data.l };
}

/** The pass in `token`, for another order, ending when that one ends; null when it is not a valid one. */
export function samePassFor(shop: Shop, token: string, orderId: string): string | null {
  const pass = readPass(shop, token);
  if (!pass) return null;
  const { x } = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()) as { x: number };
  return signToken(PURPOSE, { s: shop.id, o: orderId, l: pass.level }, new Date(x * 1000));
}
