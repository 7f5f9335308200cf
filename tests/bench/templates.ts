import { type Measure, measure, median, say } from "./measure";
import { startPart } from "./part";
import type { Words } from "./templates-part";

const ROUNDS = 5;
const ROUND_MS = 1_000;
const CASES: { title: string; words: Words; lines: number; atLeast?: number }[] = [
  { title: "mails written in our words", words: "ours", lines: 2, atLeast: 500 },
  { title: "mails written in the merchant's words", words: "own", lines: 2, atLeast: 500 },
  { title: "mails of 500 lines written in our words", words: "ours", lines: 500 },
];

/** Confirmations written a second on one core, HTML and plain text, in six languages; then memory over 5,000. */
export async function templateMeasures(): Promise<Measure[]> {
  say(`Templates: ${ROUNDS} rounds`);
  const part = await startPart("templates-part.ts");
  const measures: Measure[] = [];
  for (const { title, words, lines, atLeast } of CASES) {
    await part.ask("rate", { words, lines, ms: ROUND_MS });
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rates.push(await part.ask<number>("rate", { words, lines, ms: ROUND_MS }));
    const targets = atLeast === undefined ? [] : [{ of: "value" as const, atLeast }];
    measures.push(measure(title, median(rates), "mails/s", { targets }));
  }
  const before = await part.ask<number>("megabytes", 2_000);
  const after = await part.ask<number>("megabytes", 5_000);
  await part.stop();
  return [
    ...measures,
    measure("memory gained over 5,000 written mails", after - before, "MB", {
      targets: [{ of: "value", atMost: 30 }],
    }),
  ];
}
