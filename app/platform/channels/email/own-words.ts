import {
  headLabel,
  introduction,
  isDeviceLine,
  isNamedDeviceLine,
  isSeparator,
  mayEndIntroduction,
} from "./quote-marks";

/** What the person wrote this time, and the rest: earlier mails they quote, their signature. */
export type OwnWords = { visible: string; folded: string | null };

/** Marks that set the direction of writing; they stand before the words our patterns look for. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const QUOTED = /^\s{0,3}>(?!\s*:\s*$)/;
const SIGNATURE = /^(?:--|—+|_{8,})\s*$/;
const MOST_SIGNATURE_LINES = 12;
/** An introduction is broken over this many lines at most. */
const MOST_INTRODUCTION_LINES = 4;

/**
 * Parts a mail's text into what was written this time and what is only repeated. When quotes stand between
 * answers, the whole is folded below as well, so that each answer can be read beside its question. Nothing is
 * dropped, and a mail that seems to be nothing but quotes is shown whole. Takes time in proportion to length.
 */
export function ownWords(text: string): OwnWords {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const bare = lines.map((line) => line.replace(DIRECTION_MARKS, ""));
  const isOwn = new Array<boolean>(lines.length).fill(true);
  const end = markQuotes(bare, isOwn);
  markSignature(bare, isOwn, end);
  const own = lines.filter((_line, at) => at < end && isOwn[at]);
  const visible = trimLines(own);
  const rest = lines.length - own.length;
  if (visible === "" || rest === 0) return { visible: trimLines(lines), folded: null };
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
    if (isSeparator(line) || isHead(lines, at)) return startOf(lines, at);
    if (endsWithDevice(lines, isOwn, at)) return at;
    const start = introductionEndingAt(lines, isOwn, at);
    if (start === -1) continue;
    const next = firstFilled(lines, at + 1);
    if (next === -1 || !QUOTED.test(lines[next] ?? "")) return start;
    isOwn.fill(false, start, next);
    at = next - 1;
  }
  return lines.length;
}

/** Where a sentence like "On … wrote:" begins that ends on line `end`, broken over a few lines or not; or -1. */
function introductionEndingAt(lines: string[], isOwn: boolean[], end: number): number {
  if (!mayEndIntroduction(lines[end] ?? "")) return -1;
  let joined = "";
  let start = -1;
  for (let at = end; at >= 0 && at > end - MOST_INTRODUCTION_LINES; at--) {
    const line = (lines[at] ?? "").trim();
    if (line === "" || line.length > 400 || !isOwn[at]) break;
    joined = `${line} ${joined}`.trim();
    const found = introduction(joined);
    if (found === "whole") return at;
    if (found === "end" && start === -1) start = at;
  }
  return start;
}

/** A telephone's own line ends what was written on it; what follows unmarked is the earlier mail. */
function endsWithDevice(lines: string[], isOwn: boolean[], at: number): boolean {
  return (
    isNamedDeviceLine(lines[at] ?? "") &&
    lines.slice(0, at).some((line, index) => isOwn[index] && line.trim() !== "")
  );
}

/** Does a mail's head begin here: the sender's line, then at least two others of it close by? */
function isHead(lines: string[], at: number): boolean {
  if (headLabel(lines[at] ?? "") !== 0) return false;
  const seen = new Set<number>();
  for (let next = at + 1; next < Math.min(lines.length, at + 9); next++)
    seen.add(headLabel(lines[next] ?? ""));
  seen.delete(-1);
  seen.delete(0);
  return seen.size >= 2;
}

/** A head is often set off by a rule: that belongs to it. */
function startOf(lines: string[], at: number): number {
  let start = at;
  for (let back = at - 1; back >= Math.max(0, at - 2); back--) {
    const line = (lines[back] ?? "").trim();
    if (/^[_\-–—=*]{5,}$/.test(line)) start = back;
    else if (line !== "") break;
  }
  return start;
}

/** Marks the signature at the end of the own words: below its delimiter, or written by a telephone. */
function markSignature(lines: string[], isOwn: boolean[], end: number) {
  let last = lastIndex(isOwn, end, lines);
  for (let at = last; at > 0 && at >= last - MOST_SIGNATURE_LINES; at--) {
    if (!isOwn[at] || !SIGNATURE.test(lines[at] ?? "")) continue;
    const hasWordsAbove = lines.slice(0, at).some((line, index) => isOwn[index] && line.trim() !== "");
    if (hasWordsAbove) isOwn.fill(false, at, end);
  }
  last = lastIndex(isOwn, end, lines);
  if (last > 0 && isDeviceLine(lines[last] ?? "")) isOwn[last] = false;
}

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
