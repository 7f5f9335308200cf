import { createHash } from "node:crypto";

/**
 * The id of what came from elsewhere: made of its name there, so that the same thing has the same id however often
 * it is read. A UUID of version 8 (RFC 9562 §5.8) that begins with the time, as our others do, and so sorts with them.
 */
export function importedId(name: string, at: Date | null): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes.writeUIntBE(Math.max(0, at?.getTime() ?? 0), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A thread's name as it is kept: Message-IDs can hold addresses. */
export const threadKey = (name: string): string => createHash("sha256").update(name).digest("base64url");
