import { Buffer } from "node:buffer";
import { decodeText } from "./charset";
import { fromBase64 } from "./transfer";

/** An encoded word (RFC 2047 §2); charset, language left out, encoding, text. Programs put spaces into the text. */
const WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,8000})\?=/g;

type Word = { charset: string; pieces: Buffer[] };

/** No subject, name or file name is longer. */
const LONGEST = 250_000;

/**
 * A header's text with its encoded words replaced (RFC 2047). Neighbours of one charset are decoded together,
 * since many programs cut a character in two. What is not well-formed stays as it is written.
 */
export function decodeWords(text: string): string {
  return replaceWords(text, ({ charset, pieces }) => decodeText(Buffer.concat(pieces), charset));
}

/** The same, every run of encoded words written anew as UTF-8: for readers that know fewer charsets. */
export const inUtf8Words = (text: string): string =>
  replaceWords(
    text,
    ({ charset, pieces }) =>
      `=?utf-8?B?${Buffer.from(decodeText(Buffer.concat(pieces), charset)).toString("base64")}?=`,
  );

function replaceWords(given: string, write: (word: Word) => string): string {
  if (!given.includes("=?")) return given;
  const text = given.slice(0, LONGEST);
  const out: string[] = [];
  let pending: Word | null = null;
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(last, match.index);
    const word = readWord(match[1] ?? "", match[2] ?? "", match[3] ?? "");
    const isBroken = between.trim() !== "" || last === 0;
    if (pending && !isBroken && sameCharset(pending, word)) pending.pieces.push(...word.pieces);
    else {
      if (pending) out.push(write(pending));
      if (isBroken) out.push(between);
      pending = word;
    }
    last = match.index + match[0].length;
  }
  if (pending) out.push(write(pending));
  out.push(text.slice(last));
  return out.join("");
}

/** Two words of one charset belong together, except in charsets whose escapes begin anew in each. */
const sameCharset = (one: Word, other: Word) =>
  one.charset === other.charset && !/^(?:iso-2022|hz|utf-?7)/.test(one.charset);

function readWord(charset: string, encoding: string, text: string): Word {
  const bytes =
    encoding === "b" || encoding === "B"
      ? fromBase64(text)
      : Buffer.from(
          text
            .replace(/_/g, " ")
            .replace(/=\s?([0-9a-fA-F]{2})/g, (_whole, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
          // What stands unencoded in a word is ASCII, or was put there raw by a program that knows no better.
          /[\u0100-\uffff]/.test(text) ? "utf8" : "latin1",
        );
  return { charset: (charset.split("*")[0] ?? "").toLowerCase(), pieces: [bytes] };
}
