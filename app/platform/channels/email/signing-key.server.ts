import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { shopKeyOf } from "~/platform/channels/email/reply-address.server";
import { decrypt, encrypt } from "~/platform/secrets.server";
import type { ShopId } from "~/values/ids";

const PURPOSE = "dkim key";
const generate = promisify(generateKeyPair);

/** A fresh key pair: RSA of 2048 bits, the most that every verifier takes (RFC 8301 §3.2). */
export type NewKey = {
  /** DER in base64, as it goes into the DNS */
  publicKey: string;
  /** ciphertext */
  privateKey: string;
};

export async function makeSigningKey(): Promise<NewKey> {
  const { publicKey, privateKey } = await generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { publicKey: publicKey.toString("base64"), privateKey: encrypt(PURPOSE, privateKey) };
}

/** A shop's selector: two shops of one merchant may send from the same domain, each with its own key. */
export const selectorOf = (shopId: ShopId): string => `aftercare-${shopKeyOf(shopId)}`;

const MOST_KEPT = 500;
const opened = new Map<string, KeyObject>();

/** A sealed key, ready to sign with; kept, since reading one takes longer than signing. Null when it is not ours. */
export function openSigningKey(sealed: string): KeyObject | null {
  const known = opened.get(sealed);
  if (known) return known;
  const pem = decrypt(PURPOSE, sealed);
  if (!pem) return null;
  const key = createPrivateKey(pem);
  if (opened.size >= MOST_KEPT) opened.clear();
  opened.set(sealed, key);
  return key;
}
