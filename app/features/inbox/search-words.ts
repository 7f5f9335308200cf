/**
 * What a text is found by, in any language. Words between spaces are words; scripts that write without spaces
 * (Han, kana, Thai, Lao, Khmer, Myanmar) are cut into pairs of letters, so that any part of two letters is
 * found. Case, accents and vowel signs that people leave out when they type do not count. Unicode UAX #15
 * (normalization), UAX #24 (scripts).
 */

/** More of one text than this is not searched, in UTF-16 units. */
const LONGEST_TEXT = 20_000;
const MOST_WORDS = 3_000;
const LONGEST_WORD = 60;
/** More words than this in a question are left out: each only makes the answer smaller. */
const MOST_ASKED = 12;

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const RUN_OR_WORD = new RegExp(`([${UNSPACED}]+)|((?:(?![${UNSPACED}])[\\p{L}\\p{N}])+)`, "gu");
/** What belongs together though it is not all letters: addresses, numbers of orders and parcels, codes. */
const WHOLE = /[\p{L}\p{N}][\p{L}\p{N}._@+/-]*[\p{L}\p{N}]/gu;

/** Letters as they are compared: compatible forms made one, no case, no accents, no optional vowel signs. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, (marks) => (KEPT_MARKS.test(marks) ? marks : ""))
    .toLowerCase()
    .normalize("NFC");

/** In Indic and South-East Asian scripts, and voiced kana, marks are vowels and letters, not decoration. */
const KEPT_MARKS = /[\u0900-\u0DFF\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3099\u309A]/;

/** Every word a text is found by, once each, at most 3,000. */
export function wordsOf(text: string): string[] {
  const letters = plain(text.slice(0, LONGEST_TEXT));
  const found = new Set<string>();
  for (const [whole] of letters.matchAll(WHOLE))
    if (/[@._+/-]/.test(whole) && whole.length <= LONGEST_WORD) found.add(whole);
  for (const [, run, word] of letters.matchAll(RUN_OR_WORD)) {
    if (word) found.add(word.slice(0, LONGEST_WORD));
    for (const pair of run ? pairsOf(run) : []) found.add(pair);
    if (found.size > MOST_WORDS) break;
  }
  return [...found].slice(0, MOST_WORDS);
}

/** A single letter stands alone, so that it is found too. */
function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** A word that must be there; with `begins`, one that begins so. */
export type AskedWord = { word: string; begins: boolean };

/**
 * What a question asks for: every word of it, and the last one may be only begun, since people search while
 * they type. Empty when there is nothing to look for.
 */
export function askedWords(question: string): AskedWord[] {
  const letters = plain(question.slice(0, 500)).trim();
  if (/^[^\s@]+@[^\s@]+$/.test(letters)) return [{ word: letters.slice(0, LONGEST_WORD), begins: false }];
  const asked: AskedWord[] = [];
  const pieces = [...letters.matchAll(RUN_OR_WORD)];
  for (const [at, [, run, word]] of pieces.entries()) {
    const isLast = at === pieces.length - 1;
    // a number is typed whole: #1001 is not #10012
    if (word) asked.push({ word: word.slice(0, LONGEST_WORD), begins: isLast && !/\p{N}/u.test(word) });
    if (run) for (const pair of pairsOf(run)) asked.push({ word: pair, begins: [...run].length === 1 });
  }
  return asked.slice(0, MOST_ASKED);
}

/** The question in Postgres's own notation (tsquery): every word quoted, so that nothing typed is an operator. */
export const tsquery = (asked: AskedWord[]): string =>
  asked.map(({ word, begins }) => `'${word.replace(/['\\]/g, "")}'${begins ? ":*" : ""}`).join(" & ");
