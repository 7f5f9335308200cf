import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { keyFor } from "~/env.server";

/** Keyed digest (HMAC-SHA256) of `text` for one purpose: equal texts compare, nobody reads them back. */
export const keyedDigest = (purpose: string, text: string): string =>
  createHmac("sha256", keyFor(purpose)).update(text).digest("base64url");

/** Are two texts equal? Takes the same time wherever they differ. */
export function equalTexts(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

const TAG_BYTES = 16;

/**
 * A link token: `data` and its expiry, signed (HMAC-SHA256 cut to 128 bits). Readable by its holder, so put
 * ids in it, never personal data.
 */
export function signToken(purpose: string, data: Record<string, string>, expiresAt: Date): string {
  const body = Buffer.from(JSON.stringify({ ...data, x: Math.floor(expiresAt.getTime() / 1000) }));
  return `${body.toString("base64url")}.${tokenTag(purpose, body)}`;
}

/** What a token says, or null when it is forged, of another purpose, or over. */
export function readToken(purpose: string, token: string, now: Date): Record<string, string> | null {
  if (token.length > 1_000) return null;
  const [encoded = "", tag = ""] = token.split(".");
  const body = Buffer.from(encoded, "base64url");
  if (!equalTexts(tag, tokenTag(purpose, body))) return null;
  const { x, ...data } = JSON.parse(body.toString()) as Record<string, string> & { x: unknown };
  return typeof x === "number" && x * 1000 > now.getTime() ? data : null;
}

const tokenTag = (purpose: string, body: Buffer) =>
  createHmac("sha256", keyFor(`token ${purpose}`))
    .update(body)
    .digest()
    .subarray(0, TAG_BYTES)
    .toString("base64url");

/** Encrypts (AES-256-GCM) for one purpose; `v1.` marks the format. */
export function encrypt(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** What `encrypt` sealed, or null when it was not sealed by us. */
export function decrypt(purpose: string, sealed: string): string | null {
  if (!sealed.startsWith("v1.")) return null;
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  if (bytes.length < 28) return null; // cut off
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null; // another key, or tampered with
  }
}
