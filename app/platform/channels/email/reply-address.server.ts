import { createHmac } from "node:crypto";
import { env, keyFor } from "~/env.server";
import { equalTexts } from "~/platform/secrets.server";
import type { ShopId } from "~/values/ids";

/**
 * Where answers to a conversation are sent, and how our own mails are known again. Both carry an id, a digest
 * that stands for the shop, and an 80-bit tag over the two, so that nobody can make one, and one shop's never
 * names another's conversation. Lower case letters and digits only, since mail servers may change case; 58
 * characters before the @ of at most 64 (RFC 5321 §4.5.3.1.1).
 */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const SHOP_LETTERS = 12;
const TAG_LETTERS = 16;
const SHAPE = /^([rmbi])\.([a-z2-7]{12})\.([a-z2-7]{26})\.([a-z2-7]{16})@(.+)$/;

/** What an address of ours says: the digest of its shop, and the id of its conversation or message. */
export type Signed = { shopKey: string; id: string };

/** Sixty bits that stand for a shop, in addresses that may not hold its name. */
export const shopKeyOf = (shopId: ShopId): string =>
  base32(createHmac("sha256", keyFor("mail shop")).update(shopId).digest()).slice(0, SHOP_LETTERS);

/** The address that answers to this conversation come back to. */
export const replyAddress = (shopId: ShopId, conversationId: string): string =>
  signed("r", shopId, conversationId);

/** The Message-ID (without angle brackets) of one of our messages: the same however often it is sent. */
export const messageIdFor = (shopId: ShopId, messageId: string): string => signed("m", shopId, messageId);

/** What a reply address says, or null when it is not one of ours. */
export const readReplyAddress = (address: string): Signed | null => read("r", address);

/** What a Message-ID of ours says, or null when it is somebody else's. */
export const readMessageId = (messageId: string): Signed | null => read("m", messageId);

/** Where a message of the outbox comes back to when it cannot be delivered (VERP): the address says which one. */
export const bounceAddress = (shopId: ShopId, notificationId: string): string =>
  signed("b", shopId, notificationId);

/** What a bounce address says, or null when it is not one of ours. */
export const readBounceAddress = (address: string): Signed | null => read("b", address);

/** The shop's mailbox here: what is forwarded to it begins conversations. It names no conversation. */
export const mailboxAddress = (shopId: ShopId): string => signed("i", shopId, NOTHING);

/** Whose mailbox an address is, or null when it is none of ours. */
export const readMailboxAddress = (address: string): { shopKey: string } | null => read("i", address);

const NOTHING = "00000000-0000-0000-0000-000000000000";

type Kind = "r" | "m" | "b" | "i";

function signed(kind: Kind, shopId: ShopId, id: string): string {
  const body = `${kind}.${shopKeyOf(shopId)}.${base32(bytesOf(id))}`;
  return `${body}.${tag(body)}@${env.INBOUND_MAIL_DOMAIN.toLowerCase()}`;
}

function read(kind: Kind, text: string): Signed | null {
  if (text.length > 320) return null;
  const match = SHAPE.exec(text.toLowerCase());
  const [, letter, shopKey = "", id = "", given = "", domain] = match ?? [];
  if (letter !== kind || domain !== env.INBOUND_MAIL_DOMAIN.toLowerCase()) return null;
  if (!equalTexts(given, tag(`${kind}.${shopKey}.${id}`))) return null;
  return { shopKey, id: uuidOf(id) };
}

const tag = (body: string) =>
  base32(createHmac("sha256", keyFor("mail address")).update(body).digest()).slice(0, TAG_LETTERS);

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");

function uuidOf(letters: string): string {
  let value = 0n;
  for (const letter of letters) value = (value << 5n) | BigInt(ALPHABET.indexOf(letter));
  const hex = (value >> 2n).toString(16).padStart(32, "0"); // 26 letters hold 130 bits, an id 128
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** RFC 4648 base32 in lower case, without padding. */
function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}
