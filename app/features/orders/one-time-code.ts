import { keyedDigest } from "~/platform/secrets.server";

/** How long a code works, and how often it may be tried. */
export const CODE_LASTS_MS = 10 * 60_000;
export const MOST_TRIES = 5;

/**
 * The six digits of a code, made from its id with a key: sending it a second time after a broken
 * connection sends the same digits, and the digits themselves are kept nowhere.
 */
export function codeDigits(shopId: string, codeId: string): string {
  const digest = Buffer.from(keyedDigest("one-time code digits", `${shopId} ${codeId}`), "base64url");
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** What is kept of a code: enough to recognise it, not to know it. */
export const codeHash = (shopId: string, codeId: string, digits: string): string =>
  keyedDigest("one-time code", `${shopId} ${codeId} ${digits}`);
