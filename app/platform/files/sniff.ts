/** What files may be shown as. Everything else is only ever downloaded, as bytes. */
const SIGNATURES: readonly { type: string; at: number; bytes: readonly number[] }[] = [
  { type: "application/pdf", at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: "image/webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

export const UNKNOWN_TYPE = "application/octet-stream";

/** The content type that the bytes themselves show (WHATWG MIME sniffing signatures), or octet-stream. */
export function sniff(bytes: Uint8Array): string {
  const found = SIGNATURES.find(({ at, bytes: wanted }) => wanted.every((one, i) => bytes[at + i] === one));
  return found?.type ?? UNKNOWN_TYPE;
}

/**
 * A file name that is safe to store and to offer: no path, no control, invisible or direction-changing
 * characters, no leading dots, at most 120 characters. Never empty.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, "")
    .replace(/[/\\:*?"<>|]+/g, "-")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return [...cleaned].slice(0, 120).join("") || "file";
}
