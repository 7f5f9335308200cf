import type { Replay } from "./replay";

/** What a finished replay says: whether only the latest returns were read, and how long it took. */
export type Replayed = { replay: Replay; partial: boolean; ms: number };

/** A replay on its way to the screen: how far it is, in records read; at last what came of it. */
export type ReplayLine = { done: number; of: number } | { replayed: Replayed };

/** A line of JSON. It has no whole numbers of any size, so amounts travel as digits under a name of their own. */
export const writeLine = (line: ReplayLine): string =>
  `${JSON.stringify(line, (_, value) => (typeof value === "bigint" ? { minor: String(value) } : value))}\n`;

/** A line that `writeLine` wrote. */
export const readLine = (text: string): ReplayLine =>
  JSON.parse(text, (_, value) => (isMinor(value) ? BigInt(value.minor) : value));

const isMinor = (value: unknown): value is { minor: string } =>
  typeof value === "object" && value !== null && "minor" in value;

/** Whole lines out of pieces that end anywhere. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<ReplayLine> {
  let rest = "";
  for await (const piece of pieces) {
    const parts = (rest + piece).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield readLine(part);
  }
}
