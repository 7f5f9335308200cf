import type { ReadColumn } from "./csv-columns";

/** Somebody an export names: by its own number for them, by address, or both. */
export type PastPerson = { id: string | null; email: string | null; name: string | null };

/** Somebody an export describes apart from what they wrote. */
export type KnownPerson = { id: string; email: string | null; name: string | null; isStaff: boolean };

/** A file that lies where the export comes from: what it is called and, where the export says so, its address. */
export type FileElsewhere = { name: string; address: string | null };

/** A message of the past, in our nouns. Texts hold no control characters but line breaks; nothing is made safe yet. */
export type PastMessage = {
  /** what it is where it comes from: the same whenever and in whichever file it is read again */
  key: string;
  /** what it belongs to, named as other messages of its conversation name it too; at least one */
  threads: string[];
  /** its Message-ID, without brackets */
  mailId: string | null;
  at: Date | null;
  subject: string;
  /** what its writer wrote this time, and the rest */
  text: string;
  folded: string | null;
  author: PastPerson | null;
  /** is its author one of the shop's? null: the export does not say */
  isShop: boolean | null;
  /** a mail server found its sender forged: it is nobody's whom it names */
  isDoubted: boolean;
  /** among staff */
  isNote: boolean;
  /** the export says that there was a conversation, and nothing of what was said in it: this is no message */
  isBare: boolean;
  /** a machine wrote it: which kind (read-mail's `automatic`) */
  automatic: string | null;
  /** whose conversation it is; null: nobody's of whom we know */
  person: PastPerson | null;
  /** the mail it came as, or one made of its HTML; null: its text is all there is */
  raw: Buffer | null;
  hasHtml: boolean;
  /** what lies in that mail besides its text, by its bytes */
  files: { name: string | null; size: number; isInline: boolean; contentType: string }[];
  /** files that the export only points to */
  filesElsewhere: FileElsewhere[];
  /** the ticket's number where it comes from */
  ref: string | null;
  tags: string[];
  channel: "email" | "storefront" | "system";
};

/** Why a record, or a part of one, is not taken in. */
export const SKIP_REASONS = ["tooLarge", "unreadable", "draft", "deleted", "spam", "empty", "other"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a record of an export holds. */
export type PastRecord = {
  messages: PastMessage[];
  people: KnownPerson[];
  skipped: SkipReason[];
  /** of a table: its columns, and which of them are read */
  columns?: readonly ReadColumn[];
};

export const NOTHING: PastRecord = { messages: [], people: [], skipped: [] };
export const skip = (reason: SkipReason): PastRecord => ({ ...NOTHING, skipped: [reason] });

/** Is an address the shop's own? */
export type IsOurs = (address: string) => boolean;

/** Own addresses as staff type them: "help@shop.example", or all of a domain as "@shop.example". */
export function oursAmong(own: readonly string[]): IsOurs {
  const all = new Set(own.map((one) => one.trim().toLowerCase()).filter(Boolean));
  return (address) => {
    const key = address.toLowerCase();
    return all.has(key) || all.has(key.slice(key.lastIndexOf("@")));
  };
}
