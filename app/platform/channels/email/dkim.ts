import type { KeyObject } from "node:crypto";

/**
 * DKIM (RFC 6376) for the domains of merchants: which names and records it takes, and what of a mail is signed.
 * Pure.
 */

/** A key to sign with. */
export type SigningKey = { domain: string; selector: string; privateKey: KeyObject };

/**
 * The fields that are signed: those of RFC 6376 §5.4.1 that we write, and both of one-click unsubscribing, which
 * mail systems believe only under a signature (RFC 8058 §3.1).
 */
export const SIGNED_FIELDS = [
  "From",
  "Reply-To",
  "Subject",
  "Date",
  "Message-ID",
  "To",
  "Cc",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "In-Reply-To",
  "References",
  "Auto-Submitted",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
].join(":");

/** Where the public key stands (RFC 6376 §3.6.2.1). */
export const keyName = (selector: string, domain: string): string => `${selector}._domainkey.${domain}`;

/** The record that stands there; `publicKey` is the key's DER in base64. */
export const keyRecord = (publicKey: string): string => `v=DKIM1; k=rsa; p=${publicKey}`;

/** Tags of a "name=value; name=value" record; null when one stands twice or it is none (RFC 6376 §3.2). */
function tagsOf(record: string): Map<string, string> | null {
  const tags = new Map<string, string>();
  for (const part of record.split(";")) {
    if (part.trim() === "") continue;
    const at = part.indexOf("=");
    const name = part.slice(0, at).trim();
    if (at < 1 || tags.has(name)) return null;
    tags.set(name, part.slice(at + 1).trim());
  }
  return tags;
}

/** Does this TXT record let a mail signed with our key pass? Tests with "t=y" do not count against it. */
function holdsKey(record: string, publicKey: string): boolean {
  const tags = tagsOf(record);
  if (!tags || (tags.get("v") ?? "DKIM1") !== "DKIM1" || (tags.get("k") ?? "rsa") !== "rsa") return false;
  const hashes = tags
    .get("h")
    ?.split(":")
    .map((hash) => hash.trim());
  if (hashes && !hashes.includes("sha256")) return false;
  return tags.get("p")?.replace(/\s+/g, "") === publicKey;
}

/** What was found of one record. "unknown": the name servers did not answer, which tells nothing. */
export type Finding = "right" | "wrong" | "missing" | "several" | "unknown";

/** The TXT records of a name; null when nobody answered. */
export type Answered = readonly string[] | null;

/** Of several keys one name may hold only one (RFC 6376 §3.6.2.2). */
export function judgeKey(answered: Answered, publicKey: string): Finding {
  if (!answered) return "unknown";
  const keys = answered.filter((record) => /(?:^|;)\s*p\s*=/.test(record));
  if (keys.length === 0) return answered.length === 0 ? "missing" : "wrong";
  if (keys.length > 1) return "several";
  return holdsKey(keys[0] ?? "", publicKey) ? "right" : "wrong";
}

/**
 * SPF (RFC 7208): one record at most (§4.5), and it names our servers if `include` says how; without it any one
 * record is right.
 */
export function judgeSpf(answered: Answered, include: string | null): Finding {
  if (!answered) return "unknown";
  const records = answered.filter((record) => /^v=spf1(?:\s|$)/i.test(record));
  if (records.length > 1) return "several";
  const [record] = records;
  if (record === undefined) return "missing";
  const terms = record.toLowerCase().split(/\s+/);
  return !include || terms.some((term) => term.replace(/^\+/, "") === `include:${include.toLowerCase()}`)
    ? "right"
    : "wrong";
}

/** DMARC (RFC 7489 §6.6.3): one record, beginning with its version, with a policy. */
export function judgeDmarc(answered: Answered): Finding {
  if (!answered) return "unknown";
  const records = answered.filter((record) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(record));
  if (records.length > 1) return "several";
  if (records.length === 0) return "missing";
  return /^(?:none|quarantine|reject)$/i.test(tagsOf(records[0] ?? "")?.get("p") ?? "") ? "right" : "wrong";
}
