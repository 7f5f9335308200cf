import type { Shop } from "~/platform/database/shop.server";
import { decrypt, encrypt, readToken, signToken } from "~/platform/secrets.server";

/**
 * What the recipient of a gift may do with an order that is not theirs. With a proven address: ask for returns
 * of it, and see those of that address. With a return: see that one, from a mail.
 */
export type GiftPass = { orderId: string } & ({ email: string } | { returnId: string });

const PURPOSE = "gift pass";
const HOUR_MS = 3_600_000;
const LASTS_MS = { asking: HOUR_MS, seeing: 90 * 24 * HOUR_MS };

/** A signed pass: an hour to ask, 90 days to see one return. The address in it is sealed. */
export const issueGiftPass = (shop: Shop, pass: GiftPass): string =>
  "email" in pass
    ? signToken(
        PURPOSE,
        { s: shop.id, o: pass.orderId, e: encrypt(PURPOSE, pass.email) },
        new Date(shop.now().getTime() + LASTS_MS.asking),
      )
    : signToken(
        PURPOSE,
        { s: shop.id, o: pass.orderId, r: pass.returnId },
        new Date(shop.now().getTime() + LASTS_MS.seeing),
      );

/** The pass in a token, or null when it is forged, over, or of another shop. */
export function readGiftPass(shop: Shop, token: string | null | undefined): GiftPass | null {
  const data = token ? readToken(PURPOSE, token, shop.now()) : null;
  if (!data?.o || data.s !== shop.id) return null;
  const email = data.e ? decrypt(PURPOSE, data.e) : null;
  if (email) return { orderId: data.o, email };
  return data.r ? { orderId: data.o, returnId: data.r } : null;
}
