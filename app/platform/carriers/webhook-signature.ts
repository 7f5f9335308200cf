import { createHmac, timingSafeEqual } from "node:crypto";

/** Headers as any HTTP library gives them. */
export type WebhookHeaders =
  | Headers
  | ReadonlyMap<string, string>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Why a carrier's message is not believed. Nothing of it is read then. */
export type WebhookRefusal =
  | "noSecret"
  | "signatureMissing"
  | "signatureWrong"
  | "tooOld"
  | "tooLarge"
  | "unreadable";

export type WebhookReading<T> = { ok: true; value: T } | { ok: false; refusal: { code: WebhookRefusal } };

export const refused = (code: WebhookRefusal) => ({ ok: false, refusal: { code } }) as const;

/** Longest message read, in bytes: a tracker with all its events has some 30 KB. */
export const MOST_BODY_BYTES = 1_000_000;

/** A header's value whatever the case of its name; null when it is absent or there twice. */
export function header(headers: WebhookHeaders, name: string): string | null {
  if (headers instanceof Headers || headers instanceof Map)
    return headers.get(name) ?? headers.get(name.toLowerCase()) ?? null;
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name.toLowerCase());
  const value = found.length === 1 ? found[0]?.[1] : undefined;
  return typeof value === "string" ? value : value?.length === 1 ? (value[0] ?? null) : null;
}

/** HMAC-SHA256 in hex, compared in a time that tells nothing. */
export function isSigned(secret: string, signed: string | Uint8Array, hex: string): boolean {
  const expected = createHmac("sha256", secret).update(signed).digest();
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false;
  return timingSafeEqual(expected, Buffer.from(hex, "hex"));
}

/** A signed body's JSON; the signature is over its very bytes, so it must not be parsed before. */
export function parsed(body: string | Uint8Array): WebhookReading<unknown> {
  try {
    return {
      ok: true,
      value: JSON.parse(typeof body === "string" ? body : Buffer.from(body).toString("utf8")),
    };
  } catch {
    return refused("unreadable");
  }
}
