import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "~/values/csv";

describe("a line of a table", () => {
  it.each([
    [["plain", 3, 4n, null], "plain,3,4,\r\n"],
    [['say "hi"', "a,b", "two\nlines"], '"say ""hi""","a,b","two\nlines"\r\n'],
    [["=1+1", "+1", "-1", "@SUM(A1)", "\tx"], `"'=1+1","'+1","'-1","'@SUM(A1)","'\tx"\r\n`],
    [["＝1", "a=1", ""], `"'＝1",a=1,\r\n`],
  ])("line %#", (cells, line) => expect(csvLine(cells)).toBe(line));

  it("never begins a cell with what a spreadsheet would run, and can be read back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 6 }), (cells) => {
        const read = readLine(csvLine(cells));
        expect(read.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""))).toEqual(cells);
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

/** Reads one RFC 4180 record. */
function readLine(text: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else while (at < text.length && text[at] !== "," && text[at] !== "\r") cell += text[at++];
    cells.push(cell);
    if (text[at] !== ",") return cells;
    at++;
  }
}
