import bidiFactory from "bidi-js";
import { type Face, RTL_MARK } from "./face";
import { faceFor, type Weight } from "./fonts";

const bidi = bidiFactory();

/** Printed where no installed font has a glyph: U+FFFD, the replacement character. */
export const REPLACEMENT = "\ufffd";
const REPLACEMENT_CODE = 0xfffd;

/** What a reader takes for one character, with the face that draws it and its embedding level (odd: right to left). */
export interface Cluster {
  readonly text: string;
  readonly face: Face;
  readonly level: number;
}

/** Neighbouring clusters of one face and direction, drawn in one go. */
export interface Run {
  readonly face: Face;
  /** Logical order; starts with RTL_MARK when it is to be read from right to left. */
  readonly text: string;
  /** Thousandths of the font size. */
  readonly width: number;
}

export interface ReadAs {
  readonly weight: Weight;
  /** 'auto' takes the direction of the first letter, and left to right when there is none (as in a phone number). */
  readonly direction: "ltr" | "rtl" | "auto";
  readonly locale: string;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
// Scripts of which each code unit is a character of its own need no segmenter.
const SIMPLE =
  /^[\u0020-\u02ff\u0370-\u0373\u0384-\u0482\u048a-\u052f\u05be\u05d0-\u05ea\u060c\u0621-\u064a\u0660-\u0669\u066e-\u06d3\u2010-\u201f\u2026\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]*$/;

const graphemes = (text: string): string[] =>
  SIMPLE.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);

const MARKS_OF_DIRECTION = /[\u200e\u200f\u061c]/g;
const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d;

interface Unit {
  readonly text: string;
  readonly face: Face;
}

function drawable(grapheme: string, before: Face | undefined, { weight, locale }: ReadAs): Unit | null {
  if (grapheme === " " && before?.has(0x20)) return { text: " ", face: before };
  const codes = Array.from(grapheme, (char) => char.codePointAt(0) ?? REPLACEMENT_CODE);
  const base = codes[0] ?? REPLACEMENT_CODE;
  if (isJoiner(base)) return before?.has(base) ? { text: grapheme, face: before } : null;
  const face = faceFor(base, weight, locale);
  if (face) {
    const known = codes.filter((code) => face.has(code));
    return { text: String.fromCodePoint(...known), face };
  }
  const fallback = faceFor(REPLACEMENT_CODE, weight, locale) ?? faceFor(0x3f, weight, locale);
  return fallback && { text: fallback.has(REPLACEMENT_CODE) ? REPLACEMENT : "?", face: fallback };
}

/**
 * Cuts clean text into clusters in logical order, each with a face that can draw it and its
 * level by the Unicode Bidirectional Algorithm (UAX #9).
 */
export function clustersOf(text: string, as: ReadAs): Cluster[] {
  const { levels } = bidi.getEmbeddingLevels(text, as.direction);
  const clusters: Cluster[] = [];
  let at = 0;
  for (const grapheme of graphemes(text)) {
    const level = levels[at] ?? 0;
    at += grapheme.length;
    const bare = grapheme.replace(MARKS_OF_DIRECTION, "");
    const unit = bare === "" ? null : drawable(bare, clusters.at(-1)?.face, as);
    if (unit) clusters.push({ ...unit, level });
  }
  return clusters;
}

const mirrored = (text: string): string => bidi.getMirroredCharacter(text) ?? text;

function runOf(clusters: readonly Cluster[], face: Face, rtl: boolean): Run {
  const text = rtl
    ? RTL_MARK + clusters.map((cluster) => mirrored(cluster.text)).join("")
    : clusters.map((cluster) => cluster.text).join("");
  return { face, text, width: face.width(text) };
}

/** The runs of one line as they are seen from left to right (UAX #9, rule L2). */
export function visualRuns(line: readonly Cluster[]): Run[] {
  const runs: { run: Run; level: number }[] = [];
  for (let start = 0; start < line.length; ) {
    const first = line[start] as Cluster;
    let end = start + 1;
    while (line[end]?.face === first.face && line[end]?.level === first.level) end++;
    runs.push({ run: runOf(line.slice(start, end), first.face, first.level % 2 === 1), level: first.level });
    start = end;
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < runs.length; start++) {
      let end = start;
      while ((runs[end]?.level ?? -1) >= level) end++;
      if (end > start + 1) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return runs.map(({ run }) => run);
}

/** Width of a line in thousandths of the font size. */
export const widthOf = (line: readonly Cluster[]): number =>
  visualRuns(line).reduce((sum, run) => sum + run.width, 0);
