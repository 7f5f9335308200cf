import { ELLIPSIS } from "./clean-text";
import { Kept } from "./kept";
import { type Cluster, clustersOf, type ReadAs, type Run, visualRuns, widthOf } from "./script-runs";

export interface TextLine {
  /** Seen from left to right. */
  readonly runs: readonly Run[];
  /** Points. */
  readonly width: number;
}

/** A text broken into lines at the size at which it fits. */
export interface TextBlock {
  /** The whole text in logical order, for readers that do not see. */
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Points. */
  readonly size: number;
  /** Distance from one line to the next, points. */
  readonly leading: number;
  readonly height: number;
  readonly width: number;
  /** A word was cut in two, or the end left out. */
  readonly cut: boolean;
}

export interface TextStyle {
  /** Points. */
  readonly size: number;
  /** The smallest size to shrink to before words are broken and the end is cut. */
  readonly minSize?: number;
  /** Leading as a multiple of the size. */
  readonly leading?: number;
  readonly maxLines?: number;
}

interface Segment {
  readonly clusters: readonly Cluster[];
  readonly width: number;
  /** The blank after it, which vanishes at the end of a line. */
  readonly blank: readonly Cluster[];
  readonly blankWidth: number;
}

const IDEOGRAPH =
  /^[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\u0e00-\u0e7f]|^[\u{20000}-\u{3ffff}]|^\ufffd/u;
const CLOSES = /^[、。，．：；！？）」』】〕》・ー…)\]}.,;:!?%'"’”]/u;
const OPENS = /^[（「『【〔《([{'"‘“]/u;
const BREAK_AFTER = /[-/–—_@&?=]$/;

function mayBreak(before: Cluster, after: Cluster): boolean {
  if (CLOSES.test(after.text) || OPENS.test(before.text)) return false;
  return BREAK_AFTER.test(before.text) || IDEOGRAPH.test(before.text) || IDEOGRAPH.test(after.text);
}

function segmentsOf(clusters: readonly Cluster[]): Segment[] {
  const segments: Segment[] = [];
  for (let start = 0; start < clusters.length; ) {
    let end = start;
    while (end < clusters.length && clusters[end]?.text !== " ") {
      const [before, after] = [clusters[end], clusters[end + 1]];
      end++;
      if (before && after && after.text !== " " && mayBreak(before, after)) break;
    }
    let next = end;
    while (clusters[next]?.text === " ") next++;
    const [word, blank] = [clusters.slice(start, end), clusters.slice(end, next)];
    segments.push({ clusters: word, width: widthOf(word), blank, blankWidth: widthOf(blank) });
    start = next;
  }
  return segments;
}

const widthsBySegment = new WeakMap<Segment, readonly number[]>();

/** Widths of a word's clusters, for a word that must be cut; measured once, as sizes are tried one after another. */
function clusterWidths(segment: Segment): readonly number[] {
  const known = widthsBySegment.get(segment);
  if (known) return known;
  const widths = segment.clusters.map((cluster) => widthOf([cluster]));
  widthsBySegment.set(segment, widths);
  return widths;
}

interface Broken {
  readonly lines: Cluster[][];
  /** A word had to be cut in two. */
  readonly cutWord: boolean;
}

/** Breaks into lines no wider than `room` (thousandths of the size), taking as much as fits on each. */
function breakLines(segments: readonly Segment[], room: number): Broken {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let used = 0;
  let cutWord = false;
  let blank: readonly Cluster[] = [];
  let blankWidth = 0;
  const close = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    used = 0;
  };
  for (const segment of segments) {
    if (line.length > 0 && used + blankWidth + segment.width > room) close();
    if (segment.width > room) {
      cutWord = true;
      const widths = clusterWidths(segment);
      for (const [index, cluster] of segment.clusters.entries()) {
        const width = widths[index] ?? 0;
        if (line.length > 0 && used + width > room) close();
        line.push(cluster);
        used += width;
      }
    } else {
      if (line.length > 0) {
        line.push(...blank);
        used += blankWidth;
      }
      line.push(...segment.clusters);
      used += segment.width;
    }
    ({ blank, blankWidth } = segment);
  }
  close();
  return { lines, cutWord };
}

function cutWithEllipsis(line: readonly Cluster[], room: number, as: ReadAs): Cluster[] {
  const level = line.at(-1)?.level;
  const dots = clustersOf(ELLIPSIS, as).map((dot) => ({ ...dot, level: level ?? dot.level }));
  const kept: Cluster[] = [];
  let used = widthOf(dots);
  for (const cluster of line) {
    used += widthOf([cluster]);
    if (used > room) break;
    kept.push(cluster);
  }
  while (kept.at(-1)?.text === " ") kept.pop();
  return [...kept, ...dots];
}

/** Texts kept ready to be wrapped again: headings and instructions come with every label. */
const prepared = new Kept<readonly Segment[]>(500);

function prepare(text: string, as: ReadAs): readonly Segment[] {
  const key = `${as.weight}${as.direction}${as.locale.slice(0, 10)} ${text}`;
  const known = prepared.get(key);
  if (known) return known;
  const segments = segmentsOf(clustersOf(text, as));
  prepared.set(key, segments);
  return segments;
}

/**
 * Breaks clean text to fit `width` points in at most `maxLines` lines: first by shrinking
 * towards `minSize`, then by cutting words, at last by leaving out the end behind '…'.
 */
export function fitText(text: string, as: ReadAs, width: number, style: TextStyle): TextBlock {
  const { size: fullSize, minSize = fullSize, leading = 1.25, maxLines = Number.POSITIVE_INFINITY } = style;
  const segments = prepare(text, as);
  let size = fullSize;
  let broken = breakLines(segments, (width / size) * 1000);
  while (size > minSize && (broken.cutWord || broken.lines.length > maxLines)) {
    size = Math.max(minSize, size - 0.5);
    broken = breakLines(segments, (width / size) * 1000);
  }
  const room = (width / size) * 1000;
  const lines = broken.lines.slice(0, maxLines);
  const rest = broken.lines.slice(maxLines - 1).flat();
  if (broken.lines.length > maxLines) lines[maxLines - 1] = cutWithEllipsis(rest.slice(0, 400), room, as);
  return { ...asBlock(text, lines, size, leading), cut: broken.cutWord || broken.lines.length > maxLines };
}

function asBlock(
  text: string,
  lines: readonly Cluster[][],
  size: number,
  leading: number,
): Omit<TextBlock, "cut"> {
  const set = lines.map((line) => {
    const runs = visualRuns(line);
    return { runs, width: (runs.reduce((sum, run) => sum + run.width, 0) * size) / 1000 };
  });
  return {
    text,
    lines: set,
    size,
    leading: size * leading,
    height: set.length * size * leading,
    width: Math.max(0, ...set.map((line) => line.width)),
  };
}
