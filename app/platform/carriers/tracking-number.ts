import { s10 } from "./check-digits";
import { nationalPost } from "./national-posts";
import { NUMBER_FORMATS } from "./number-formats";

/** A carrier that may have given out a number. */
export interface Guess {
  /** e.g. 'ups', 'royal_mail': a key of ours, the same as Shippo's where it has one. */
  readonly carrier: string;
  /** The check digit holds or, where the carrier publishes none, the number has its documented structure. */
  readonly valid: boolean;
}

/** Longest text looked at, in UTF-16 units: a pasted address with a number in it, not a page. */
const LONGEST_TEXT = 500;
/** The longest number there is (USPS with routing) has 34 digits; some e-commerce numbers have 41 characters. */
const LONGEST_NUMBER = 48;
/** A passed check digit makes a guess ten times as likely: one random number in ten passes. */
const CHECKED = 10;

/**
 * Which carriers may have given out this tracking number, most likely first; nothing for a text that is no
 * carrier's. A guess whose check digit fails is kept behind all others, as invalid: it tells of a typing error.
 *
 * Takes what people and scanners type: blanks, dashes, small letters, digits of any script, GS1 brackets and
 * symbology marks, USPS routing prefixes, and the address of a carrier's tracking page.
 */
export function recognise(number: string): Guess[] {
  if (typeof number !== "string" || number.length > LONGEST_TEXT) return [];
  const text = number.normalize("NFKC").trim();
  if (/^https?:\/\//i.test(text)) return fromAddress(text);
  return guesses(plain(text));
}

/** Capitals and ASCII digits, without what is only there for the eye or the scanner. */
export function plain(text: string): string {
  return text
    .replace(/^\s*(?:\]C1|%|\*)/, "")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\p{Pd}\p{Cf}().,_*]/gu, "")
    .toUpperCase();
}

/** Unicode keeps the ten digits of a script together, zero first (Unicode 4.6). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

interface Scored extends Guess {
  readonly likelihood: number;
}

/** A guess is sure when its check digit holds and no other is a fifth as likely … */
const SURE = 5;
const CHECKED_AND_COMMON = 300;
/** … or when no other carrier writes its numbers in such a form. */
const FORM_OF_ITS_OWN = 80;

/** Few digits and nothing else may be anybody's: every carrier in the world has such numbers, and one in ten passes a check. */
const ANYBODYS = /^\d{1,17}$/;

/** The one carrier that can have given out this number; null when none or several may have. */
export function surelyOf(number: string): string | null {
  if (typeof number !== "string" || number.length > LONGEST_TEXT) return null;
  const text = plain(number.normalize("NFKC"));
  if (ANYBODYS.test(text)) return null;
  const all = scored(text);
  const [first, ...others] = all.filter(({ valid }) => valid);
  if (!first) return null;
  if (all.every(({ carrier }) => carrier === first.carrier) && first.likelihood >= FORM_OF_ITS_OWN)
    return first.carrier;
  const rival = others.find(({ carrier }) => carrier !== first.carrier);
  const alone = !rival || rival.likelihood * SURE <= first.likelihood;
  return alone && first.likelihood >= CHECKED_AND_COMMON ? first.carrier : null;
}

function guesses(text: string): Guess[] {
  const seen = new Set<string>();
  return scored(text).flatMap(({ carrier, valid }) => {
    if (seen.has(carrier)) return [];
    seen.add(carrier);
    return [{ carrier, valid }];
  });
}

/** Every format that a number fits, the likeliest first and what fails its check last. */
function scored(text: string): Scored[] {
  if (text.length > LONGEST_NUMBER || !/^[A-Z0-9]*\d[A-Z0-9]*$/.test(text)) return [];
  return [
    ...postal(text),
    ...NUMBER_FORMATS.flatMap(({ carrier, pattern, check, often }) => {
      const match = pattern.exec(text);
      if (!match) return [];
      const valid = check?.(match[1] ?? text) ?? true;
      return [{ carrier, valid, likelihood: check && valid ? often * CHECKED : often }];
    }),
  ].sort((a, b) => Number(b.valid) - Number(a.valid) || b.likelihood - a.likelihood);
}

/** UPU S10: two letters, eight digits and a check digit, the country. In France the express service has its own. */
function postal(text: string): Scored[] {
  const match = /^([A-Z])[A-Z](\d{9})([A-Z]{2})$/.exec(text);
  const carrier = match && nationalPost(match[3] as string);
  if (!match || !carrier) return [];
  const valid = s10(match[2] as string);
  const likelihood = 90 * CHECKED;
  const found = [{ carrier, valid, likelihood }];
  if (carrier === "la_poste") {
    const express = /[EX]/.test(match[1] as string);
    found.push({ carrier: "chronopost", valid, likelihood: express ? likelihood * 2 : likelihood / 2 });
    found.push({ carrier: "colissimo", valid, likelihood: likelihood / 3 });
  }
  if (carrier === "deutsche_post") found.push({ carrier: "dhl", valid, likelihood: likelihood / 2 });
  return found;
}

/** The parts of a tracking page's address that could be a number; a certain one ends the search. */
function fromAddress(address: string): Guess[] {
  let best: Guess[] = [];
  for (const part of address.split(/[/?&=#;,+|]|%(?:2C|0A|20)/i).slice(3)) {
    if (!/\d{7}/.test(part.replace(/[\s-]/g, ""))) continue;
    const found = guesses(plain(part));
    if (found[0]?.valid) return found;
    if (best.length === 0) best = found;
  }
  return best;
}
