import type { Way } from "./labels-part";
import { type Measure, measure, median, say } from "./measure";
import { startPart } from "./part";

const ROUNDS = 7;
const TIMES = 60;

/**
 * Printable labels a second, beside the PDF library doing as much and no more: the same texts, bars and squares,
 * in the font that every PDF reader has, so that nothing is embedded and Latin alone can be printed: the best
 * that it can do. Told as well: with the two fonts inside that ours has. All take turns in one process. Then
 * memory over 5,000 labels.
 */
export async function labelMeasures(): Promise<Measure[]> {
  say(`Labels: ${ROUNDS} rounds`);
  const part = await startPart("labels-part.ts");
  const rates: Record<Way, number[]> = { ours: [], roll: [], bare: [], standard: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const way of Object.keys(rates) as Way[])
      rates[way].push(await part.ask<number>("rate", { way, times: TIMES }));
  say("Labels: memory over 5,000");
  await part.stop();
  const alone = await startPart("labels-part.ts");
  const before = await alone.ask<number>("megabytes", 2_000);
  const after = await alone.ask<number>("megabytes", 5_000);
  await alone.stop();
  const beside = (title: string, ours: Way, theirs: Way, atLeast?: number) =>
    measure(title, median(rates[ours]), "labels/s", {
      ceiling: median(rates[theirs]),
      ratio: median(rates[ours].map((rate, round) => rate / (rates[theirs][round] ?? Number.NaN))),
      targets: atLeast === undefined ? [] : [{ of: "ratio", atLeast }],
    });
  return [
    beside("return label A4, beside bare pdfkit", "ours", "standard", 0.6),
    beside("return label 4x6, beside bare pdfkit", "roll", "standard", 0.6),
    beside("return label A4, beside bare pdfkit with the same fonts", "ours", "bare"),
    measure("memory gained over 5,000 labels", after - before, "MB", {
      targets: [{ of: "value", atMost: 30 }],
    }),
  ];
}
