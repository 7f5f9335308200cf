import { addressParser } from "postal-mime";
import { inUtf8Words } from "./words-in-heads";

export type MailAddress = { name: string; address: string };

const LONGEST = 200_000;
const MOST = 1_000;

/** Every mailbox that headers of one name list (RFC 5322 §3.4), groups taken apart. */
export function readAddresses(values: readonly string[]): MailAddress[] {
  const found: MailAddress[] = [];
  for (const value of values) {
    if (value.trim() === "") continue;
    for (const one of addressParser(inUtf8Words(value.slice(0, LONGEST)), { flatten: true })) {
      if (found.length >= MOST) return found;
      const address = "address" in one ? (one.address ?? "") : "";
      if (address) found.push({ name: oneLine(one.name).slice(0, 200), address: mailbox(address) });
    }
  }
  return found;
}

const mailbox = (address: string) =>
  oneLine(address)
    .replace(/^mailto:/i, "")
    .slice(0, 320);

/** No name, address or subject holds a line break or another control character. */
export const oneLine = (text: string) =>
  text
    .slice(0, 20_000)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 2_000);
