import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { jsonSplitter } from "~/platform/exports/json-records";
import { mboxSplitter } from "~/platform/exports/mbox";
import type { FileRecord, Splitter } from "~/platform/exports/record";
import { packing, UnreadableArchive, unpack } from "~/platform/exports/unpack";

/** Everything a splitter finds when its file comes in pieces that end at these places. */
function split(splitter: Splitter, file: Buffer, cuts: number[] = []): FileRecord[] {
  const ends = [...new Set([...cuts.map((one) => one % (file.length + 1)), file.length])].sort(
    (a, b) => a - b,
  );
  const found: FileRecord[] = [];
  let from = 0;
  for (const end of ends) {
    found.push(...splitter.feed(file.subarray(from, end)));
    from = end;
  }
  return [...found, ...splitter.end()];
}

const texts = (records: FileRecord[]) => records.map(({ bytes }) => bytes?.toString("utf8") ?? null);

const LINE = "From ada@example.com Thu Nov 19 09:30:01 2026\n";
const MBOX = `${LINE}Subject: One\n\nHello\n>From what I know\n>>From twice\nFrom here on it is body.\n\n${LINE}Subject: Two\n\nFrom Monday to Friday 09:00\n\n\nFrom me, at 10:30 on Thu the last, not 2026 said\n\n${LINE.replace("\n", "\r\n")}Subject: Three\r\n\r\nEnd\r\n`;

describe("mbox", () => {
  it("is cut where a separator follows an empty line, and quoting is undone", () => {
    expect(texts(split(mboxSplitter(), Buffer.from(MBOX)))).toEqual([
      "Subject: One\n\nHello\nFrom what I know\n>From twice\nFrom here on it is body.\n",
      "Subject: Two\n\nFrom Monday to Friday 09:00\n\n\nFrom me, at 10:30 on Thu the last, not 2026 said\n",
      "Subject: Three\r\n\r\nEnd",
    ]);
  });

  it("takes separators as Gmail and Thunderbird write them", () => {
    const file =
      "From 17812@xxx Thu Nov 19 09:30:01 +0000 2026\nA: b\n\nc\n\nFrom - Thu Nov 19 09:30:01 2026\nD: e\n\nf\n";
    expect(texts(split(mboxSplitter(), Buffer.from(file)))).toEqual(["A: b\n\nc\n", "D: e\n\nf"]);
  });

  it("a file without a separator holds no message", () => {
    expect(split(mboxSplitter(), Buffer.from("Subject: One\n\nHello"))).toEqual([]);
  });

  it("is the same however it streams in, and wherever reading begins again", () => {
    const file = Buffer.from(MBOX);
    const whole = split(mboxSplitter(), file);
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 12 }), fc.nat(2), (cuts, from) => {
        expect(split(mboxSplitter(), file, cuts)).toEqual(whole);
        const at = whole[from]?.at ?? 0;
        expect(split(mboxSplitter(at), file.subarray(at), cuts)).toEqual(whole.slice(from));
      }),
    );
  });
});

describe("JSON", () => {
  const forms: [string, string][] = [
    ["one a line", '{"id":1,"a":"}{[\\""}\n{"id":2,"b":{"c":[1,{"d":"]"}]}}\n'],
    ["a list", '[{"id":1,"a":"}{[\\""},\n {"id":2,"b":{"c":[1,{"d":"]"}]}}]'],
    [
      "lists with names",
      '{"tickets": [{"id":1,"a":"}{[\\""}],"users":[{"id":2,"b":{"c":[1,{"d":"]"}]}}],"count":2}',
    ],
    ["a list without commas", '{"tickets":[\n{"id":1,"a":"}{[\\""}\n{"id":2,"b":{"c":[1,{"d":"]"}]}}\n]}'],
  ];
  const whole = ['{"id":1,"a":"}{[\\""}', '{"id":2,"b":{"c":[1,{"d":"]"}]}}'];

  it.each(forms)("is cut into its records: %s", (_form, text) => {
    const file = Buffer.from(text);
    expect(texts(split(jsonSplitter(), file))).toEqual(whole);
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 12 }), (cuts) => {
        expect(texts(split(jsonSplitter(), file, cuts))).toEqual(whole);
      }),
    );
    const second = split(jsonSplitter(), file)[1]?.at ?? 0;
    expect(texts(split(jsonSplitter(second), file.subarray(second)))).toEqual(whole.slice(1));
  });

  it("a list inside a record is the record's own", () => {
    const record = '{"id":7,"messages":[{"id":8}]}';
    expect(texts(split(jsonSplitter(), Buffer.from(record)))).toEqual([record]);
  });
});

describe("archives", () => {
  async function all(file: Buffer) {
    const files = new Map<string, string>();
    async function* pieces() {
      for (let at = 0; at < file.length; at += 7) yield file.subarray(at, at + 7);
    }
    for await (const { name, bytes } of unpack("mail.mbox.gz", packing(file), pieces()))
      files.set(name, (files.get(name) ?? "") + bytes.toString("utf8"));
    return Object.fromEntries(files);
  }

  it("are read as they stream in: gzip, zip, neither", async () => {
    expect(await all(gzipSync("Hello"))).toEqual({ "mail.mbox": "Hello" });
    const zip = zipSync({
      "a/Inbox.mbox": Buffer.from("One"),
      "users.json": Buffer.from("x".repeat(70_000)),
    });
    expect(await all(Buffer.from(zip))).toEqual({ "a/Inbox.mbox": "One", "users.json": "x".repeat(70_000) });
    expect(await all(Buffer.from("Plain"))).toEqual({ "mail.mbox.gz": "Plain" });
  });

  it("that are broken say so", async () => {
    const file = gzipSync("Hello, hello, hello");
    file.fill(7, 12);
    await expect(all(file)).rejects.toThrow(UnreadableArchive);
  });
});
