import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyReplay } from "~/features/returns/replay";
import { linesOf, type ReplayLine, readLine, writeLine } from "~/features/returns/replay-lines";

describe("a replay on its way to the screen", () => {
  it("keeps amounts beyond what JSON's numbers hold", () => {
    const replay = emptyReplay();
    replay.fees.JPY = 9_007_199_254_740_993n;
    const line: ReplayLine = { replayed: { replay, partial: true, ms: 12 } };
    expect(readLine(writeLine(line))).toEqual(line);
  });

  it("is put together however the network cuts it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(200)),
        fc.array(fc.integer({ min: 1, max: 9 })),
        async (numbers, cuts) => {
          const lines = numbers.map((done): ReplayLine => ({ done, of: 200 }));
          const read: ReplayLine[] = [];
          for await (const line of linesOf(cut(lines.map(writeLine).join(""), cuts))) read.push(line);
          expect(read).toEqual(lines);
        },
      ),
    );
  });
});

async function* cut(text: string, sizes: number[]): AsyncGenerator<string> {
  let at = 0;
  for (const size of sizes) {
    yield text.slice(at, at + size);
    at += size;
  }
  yield text.slice(at);
}
