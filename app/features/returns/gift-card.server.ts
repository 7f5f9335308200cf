import { keyedDigest } from "~/platform/secrets.server";

/** Letters and digits that cannot be taken for each other. Shopify takes letters and digits, 8 to 20 of them. */
const ALPHABET = "346789abcdefghjkmnpqrtuvwxy";
const LENGTH = 16;

/**
 * The code of the gift card that pays a return, made from the return and a secret of ours: asked for twice it is
 * the same, so Shopify makes the card once, and it need not be kept anywhere to be told to the shopper.
 */
export function giftCardCode(shopId: string, returnId: string): string {
  const digest = Buffer.from(
    keyedDigest("gift card of a return", JSON.stringify([shopId, returnId])),
    "base64url",
  );
  return [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
