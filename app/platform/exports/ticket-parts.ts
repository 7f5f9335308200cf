import { z } from "zod";
import { htmlToText } from "~/platform/channels/email/html-text";
import { isForward, ownWords } from "~/platform/channels/email/own-words";
import type { FileElsewhere, PastMessage } from "./past-message";

/** A number of theirs as text; they are larger than JavaScript's own numbers can be only as text. */
export const number = z.union([z.number().int(), z.string().regex(/^\d{1,30}$/)]).transform(String);
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
/** A moment; help desks leave out the zone where they mean UTC. */
export function momentOf(value: string | null | undefined): Date | null {
  if (!value) return null;
  const at = new Date(/[zZ]$|[+-]\d\d:?\d\d$/.test(value) ? value : `${value.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
export const moment = z.string().nullish().transform(momentOf);
/** A list of which one that does not fit is left out, rather than the whole ticket. */
export const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(z.unknown())
    .nullish()
    .transform((all) =>
      (all ?? []).slice(0, most).flatMap((one) => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );

/** A file that a ticket only names. What is longer than an address can be is none. */
export const fileElsewhere = (name: string, address: string): FileElsewhere => ({
  name:
    name
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim()
      .slice(0, 255) || "file",
  address: address !== "" && address.length <= LONGEST_ADDRESS ? address : null,
});
const LONGEST_ADDRESS = 4_000;

/** What somebody wrote in a ticket: its text parted as a mail's is, its HTML as a mail that can be shown safely. */
export function written(
  subject: string,
  plain: string,
  html: string,
): Pick<PastMessage, "text" | "folded" | "raw" | "hasHtml" | "files"> {
  const all = plain.trim() === "" ? htmlToText(html) : plain;
  const words = ownWords(all.replace(/\r\n?/g, "\n"), { html: html || null, isForward: isForward(subject) });
  return {
    text: words.visible,
    folded: words.folded,
    raw: html === "" ? null : mailOf(html),
    hasHtml: html !== "",
    files: [],
  };
}

/** HTML as a mail without a word about anybody in its head (RFC 2045). */
const mailOf = (html: string): Buffer =>
  Buffer.from(
    [
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(html).toString("base64").replace(/.{76}/g, "$&\r\n"),
      "",
    ].join("\r\n"),
  );

/** A Message-ID without its brackets; null for what is none. */
export const mailIdIn = (id: string): string | null =>
  /^<?([^<>\s@]+@[^<>\s]+)>?$/.exec(id.trim())?.[1] ?? null;
