import { htmlToText, marksQuotes } from "./html-text";
import {
  headLabel,
  introduction,
  isDeviceLine,
  isDisclaimer,
  isForwardLine,
  isNamedDeviceLine,
  isSeparator,
  mayEndIntroduction,
} from "./quote-marks";

/** What the person wrote this time, and the rest: earlier mails they quote, their signature. */
export type OwnWords = { visible: string; folded: string | null };

type About = {
  /** the mail's HTML, whose marks are surer than words */
  html?: string | null;
  /** the mail passes another on: what it passes on is meant to be read */
  isForward?: boolean;
};

/** Marks that set the direction of writing; they stand before the words our patterns look for. */
const DIRECTION_MARKS = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const QUOTED = /^\s{0,3}(?:>(?!\s*:\s*$)|&gt;)/;
const SIGNATURE = /^(?:--|—+|–{2,}|_{2,}|-{2}\s?)\s*$/;
const MOST_SIGNATURE_LINES = 14;
/** An introduction is broken over this many lines at most. */
const MOST_INTRODUCTION_LINES = 5;
/** Lines beyond this many follow the last one before them, unread. */
const MOST_LINES = 20_000;

/** What mail programs put before the subject of a mail that is passed on. */
const FORWARD_SUBJECT =
  /^\s*(?:\[[^\]]{0,60}\]\s*)?(?:fwd?|wg|weitergeleitet|tr|rv|reenv|enc|encaminhar?|i|inoltra|doorst|fs|vs|vb|vl|pd|předáno|továbbítás|továbbított|yönt|ilt|πρθ|προ|пересл|fwd:|hdr|转发|轉寄|轉發|転送|전달|הועבר|העברה|إعادة توجيه)\s*[:：]/iu;

export const isForward = (subject: string): boolean => FORWARD_SUBJECT.test(subject);

/**
 * Parts a mail's text into what was written this time and what is only repeated. When quotes stand between
 * answers, the whole is folded below as well, so that each answer can be read beside its question. Nothing is
 * dropped; a mail that seems to be nothing but quotes is shown whole, and so is one that is passed on. Takes
 * time in proportion to length.
 */
export function ownWords(text: string, { html = null, isForward = false }: About = {}): OwnWords {
  const [start, rest] = divided(text);
  if (rest !== "") return joined(part(start, isForward), start, rest);
  const words = part(text, isForward);
  if (words.folded !== null || !html || isForward || text.length > 500_000 || !marksQuotes(html))
    return words;
  // The text tells nothing apart, but the HTML beside it does.
  const marked = part(htmlToText(html), false);
  return marked.folded === null || !isWithin(marked.visible, text) ? words : marked;
}

/** The lines that are read, and those of a mail that no person wrote in one day. */
function divided(text: string): [string, string] {
  let at = -1;
  for (let line = 0; line < MOST_LINES; line++) {
    at = text.indexOf("\n", at + 1);
    if (at === -1) return [text, ""];
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

/** What was not read goes where the last line read went: to the quotes, or to the words. */
function joined({ visible, folded }: OwnWords, start: string, rest: string): OwnWords {
  const isQuoted = folded !== null && !visible.endsWith(start.slice(-40).trim().split("\n").at(-1) ?? "");
  return isQuoted ? { visible, folded: `${folded}\n${rest}` } : { visible: `${visible}\n${rest}`, folded };
}

/** Are these words in the text as well? Two forms of one mail may differ, and then the text is shown. */
function isWithin(words: string, text: string): boolean {
  const letters = (given: string) => given.replace(/[^\p{L}\p{N}]+/gu, "");
  const wanted = letters(words);
  return wanted !== "" && letters(text).startsWith(wanted.slice(0, 200));
}

function part(text: string, isPassedOn: boolean): OwnWords {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (isPassedOn) return { visible: trimLines(lines), folded: null };
  const bare = lines.map((line) => line.replace(DIRECTION_MARKS, "").replaceAll("\u00a0", " "));
  const isOwn = new Array<boolean>(lines.length).fill(true);
  const end = markQuotes(bare, isOwn);
  markSignature(bare, isOwn, end);
  const own = lines.filter((_line, at) => at < end && isOwn[at]);
  const visible = trimLines(own);
  const rest = lines.length - own.length;
  if (!/[^\s\p{P}]/u.test(visible) && !/\p{S}|[?!]/u.test(visible))
    return { visible: trimLines(lines), folded: null };
  if (rest === 0) return { visible: trimLines(lines), folded: null };
  const lastOwn = lastIndex(isOwn, end, bare);
  const isTail = isOwn.slice(0, lastOwn + 1).every(Boolean);
  const folded = isTail ? trimLines(lines.slice(lastOwn + 1)) : trimLines(lines);
  return { visible, folded: folded === "" ? null : folded };
}

/** Marks quoted lines; answers where the earlier mail begins that goes on to the end. */
function markQuotes(lines: string[], isOwn: boolean[]): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (QUOTED.test(line)) {
      isOwn[at] = false;
      continue;
    }
    if (line === "") continue;
    // What is passed on is meant to be read.
    if (isForwardLine(line)) return lines.length;
    if (isSeparator(line) || isHead(lines, at)) return startOf(lines, at);
    if (endsWithDevice(lines, isOwn, at)) return at;
    const found = introductionEndingAt(lines, isOwn, at);
    if (!found) continue;
    const next = firstFilled(lines, at + 1);
    const isQuoteNext = next !== -1 && QUOTED.test(lines[next] ?? "");
    if (!isQuoteNext && found.isSure && next !== -1) return found.start;
    if (!isQuoteNext) continue;
    isOwn.fill(false, found.start, next);
    at = next - 1;
  }
  return lines.length;
}

/** Where a sentence like "On … wrote:" begins that ends on line `end`, broken over a few lines or not. */
function introductionEndingAt(
  lines: string[],
  isOwn: boolean[],
  end: number,
): { start: number; isSure: boolean } | null {
  if (!mayEndIntroduction(lines[end] ?? "")) return null;
  let joined = "";
  let sure: number | null = null;
  let maybe: number | null = null;
  for (let at = end; at >= 0 && at > end - MOST_INTRODUCTION_LINES; at--) {
    const line = (lines[at] ?? "").trim();
    if (line === "" || line.length > 400 || !isOwn[at]) break;
    joined = `${line} ${joined}`.trim();
    const found = introduction(joined);
    if (found === "whole") return { start: at, isSure: true };
    if (found === "end") sure ??= at;
    if (found === "maybe") maybe ??= at;
  }
  if (sure !== null) return { start: sure, isSure: true };
  return maybe === null ? null : { start: maybe, isSure: false };
}

/** A telephone's own line ends what was written on it; what follows unmarked is the earlier mail. */
function endsWithDevice(lines: string[], isOwn: boolean[], at: number): boolean {
  return (
    isNamedDeviceLine(lines[at] ?? "") &&
    lines.slice(0, at).some((line, index) => isOwn[index] && line.trim() !== "")
  );
}

/**
 * Does a mail's head begin here: a label, the sender's among it and the next, at least three in all? People
 * write such lists too ("From: Leeds, To: York"), so a subject or an address must be in it.
 */
function isHead(lines: string[], at: number): boolean {
  const first = headLabel(lines[at] ?? "");
  if (first === -1) return false;
  if (first !== 0 && headLabel(lines[at + 1] ?? "") === -1) return false;
  const seen = new Set<number>([first]);
  let hasAddress = false;
  let gaps = 0;
  for (let next = at; next < Math.min(lines.length, at + 10); next++) {
    const label = headLabel(lines[next] ?? "");
    if (label === -1 && next > at && ++gaps > (first === 0 ? 5 : 1)) break;
    seen.add(label);
    hasAddress ||= (lines[next] ?? "").includes("@");
  }
  seen.delete(-1);
  return seen.has(0) && seen.size >= 3 && (seen.has(3) || hasAddress);
}

/** A head is often set off by a rule: that belongs to it. */
function startOf(lines: string[], at: number): number {
  let start = at;
  for (let back = at - 1; back >= Math.max(0, at - 2); back--) {
    const line = (lines[back] ?? "").trim();
    if (/^[_\-–—=*]{3,}$/.test(line)) start = back;
    else if (line !== "") break;
  }
  return start;
}

/** Marks the signature at the end of the own words: below its delimiter, or written by a telephone. */
function markSignature(lines: string[], isOwn: boolean[], end: number) {
  markDisclaimer(lines, isOwn, end);
  let last = lastIndex(isOwn, end, lines);
  for (let at = last; at > 0 && at >= last - MOST_SIGNATURE_LINES; at--) {
    if (!isOwn[at] || !SIGNATURE.test(lines[at] ?? "")) continue;
    if (hasWordsAbove(lines, isOwn, at)) isOwn.fill(false, at, last + 1);
  }
  last = lastIndex(isOwn, end, lines);
  for (let count = 0; last > 0 && count < 2 && isDeviceLine(lines[last] ?? ""); count++) {
    if (!hasWordsAbove(lines, isOwn, last)) break;
    isOwn[last] = false;
    last = lastIndex(isOwn, end, lines);
  }
}

/** A company's notice about secrets ends the mail: from its first line on, when there are words above. */
function markDisclaimer(lines: string[], isOwn: boolean[], end: number) {
  const last = lastIndex(isOwn, end, lines);
  for (let at = Math.max(1, last - 25); at <= last; at++) {
    if (!isOwn[at] || (lines[at - 1] ?? "").trim() !== "" || !isDisclaimer(lines[at] ?? "")) continue;
    if (hasWordsAbove(lines, isOwn, at)) return isOwn.fill(false, at, last + 1);
  }
}

const hasWordsAbove = (lines: string[], isOwn: boolean[], at: number): boolean =>
  lines.slice(0, at).some((line, index) => isOwn[index] && /[\p{L}\p{N}\p{S}]/u.test(line));

/** The last own line with anything in it, or -1. */
function lastIndex(isOwn: boolean[], end: number, lines: string[]): number {
  for (let at = Math.min(end, lines.length) - 1; at >= 0; at--)
    if (isOwn[at] && (lines[at] ?? "").trim() !== "") return at;
  return -1;
}

function firstFilled(lines: string[], from: number): number {
  for (let at = from; at < lines.length; at++) if ((lines[at] ?? "").trim() !== "") return at;
  return -1;
}

/** The lines as one text, without empty ones around it. */
function trimLines(lines: string[]): string {
  let from = 0;
  let to = lines.length;
  while (from < to && (lines[from] ?? "").trim() === "") from++;
  while (to > from && (lines[to - 1] ?? "").trim() === "") to--;
  return lines.slice(from, to).join("\n").trimEnd();
}
