import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Face, makeFace } from "./face";
import { Kept } from "./kept";
import { woffToSfnt } from "./woff-to-sfnt";

export type Weight = 400 | 700;

interface FontPackage {
  readonly name: string;
  /** Subsets to use; all of them when absent. */
  readonly subsets?: readonly string[];
  /** Locales that read these Han glyphs before any other package's. */
  readonly locales?: RegExp;
}

/** Looked through in this order; a package that is not installed is passed over. */
const PACKAGES: readonly FontPackage[] = [
  { name: "noto-sans" },
  { name: "noto-sans-hebrew", subsets: ["hebrew"] },
  { name: "noto-sans-arabic", subsets: ["arabic", "symbols", "math"] },
  { name: "noto-sans-thai", subsets: ["thai"] },
  { name: "noto-sans-bengali", subsets: ["bengali"] },
  { name: "noto-sans-tamil", subsets: ["tamil"] },
  { name: "noto-sans-jp", locales: /^ja\b/i },
  { name: "noto-sans-kr", locales: /^ko\b/i },
  { name: "noto-sans-tc", locales: /^zh-(hant|tw|hk|mo)\b/i },
  { name: "noto-sans-sc", locales: /^zh\b/i },
];

interface Subset {
  readonly package: FontPackage;
  /** File path up to the weight. */
  readonly stem: string;
  readonly id: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const require = createRequire(import.meta.url);

const parseRanges = (css: string): [number, number][] =>
  css.split(",").map((range) => {
    const [low = "", high = low] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(low, 16), Number.parseInt(high, 16)];
  });

function readPackage(pack: FontPackage): Subset[] {
  let file: string;
  try {
    file = require.resolve(`@fontsource/${pack.name}/unicode.json`);
  } catch {
    return [];
  }
  const table = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return Object.entries(table)
    .map(([key, css]) => ({ name: key.replace(/[[\]]/g, ""), css }))
    .filter(({ name }) => !pack.subsets || pack.subsets.includes(name))
    .map(({ name, css }) => ({
      package: pack,
      id: `${pack.name}-${name}`,
      stem: path.join(path.dirname(file), "files", `${pack.name}-${name}`),
      ranges: parseRanges(css),
    }));
}

let subsets: readonly Subset[] | undefined;
const faces = new Map<string, Face | null>();
/** Remembered choices of a face for a character, by weight and language. */
const chosen = new Kept<Map<number, Face | null>>(50);
/** Choices kept of one weight and language; emptied when full. */
const KEPT_CHOICES = 10_000;

function choices(weight: Weight, language: string): Map<number, Face | null> {
  const key = `${weight}${language}`;
  const known = chosen.get(key);
  if (known) return known;
  const made = new Map<number, Face | null>();
  chosen.set(key, made);
  return made;
}

function load(subset: Subset, weight: Weight): Face | null {
  const id = `${subset.id}-${weight}`;
  const known = faces.get(id);
  if (known !== undefined) return known;
  const file = `${subset.stem}-${weight}-normal.woff`;
  const face = existsSync(file) ? makeFace(id, woffToSfnt(readFileSync(file))) : null;
  faces.set(id, face);
  return face;
}

const inRange = (subset: Subset, codePoint: number): boolean =>
  subset.ranges.some(([low, high]) => low <= codePoint && codePoint <= high);

function inLocaleOrder(locale: string): readonly Subset[] {
  subsets ??= PACKAGES.flatMap(readPackage);
  const preferred = PACKAGES.find((pack) => pack.locales?.test(locale));
  if (!preferred) return subsets;
  const rank = ({ package: pack }: Subset) => (!pack.locales ? 0 : pack === preferred ? 1 : 2);
  return [...subsets].sort((a, b) => rank(a) - rank(b));
}

/**
 * The face that has a glyph for a character, or null when no installed font does.
 * Font files are read when their first character is needed and kept for the life of the process.
 */
export function faceFor(codePoint: number, weight: Weight, locale: string): Face | null {
  const language = locale.slice(0, 10);
  const made = choices(weight, language);
  const known = made.get(codePoint);
  if (known !== undefined) return known;
  let face: Face | null = null;
  for (const subset of inLocaleOrder(language)) {
    if (!inRange(subset, codePoint)) continue;
    const candidate = load(subset, weight);
    if (candidate?.has(codePoint)) {
      face = candidate;
      break;
    }
  }
  if (made.size >= KEPT_CHOICES) made.clear();
  made.set(codePoint, face);
  return face;
}

/** Whether every character of a text has a glyph in some installed font. */
export const canDraw = (text: string, weight: Weight, locale: string): boolean =>
  Array.from(text).every((char) => faceFor(char.codePointAt(0) ?? 0, weight, locale) !== null);
