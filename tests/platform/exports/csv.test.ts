import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleTable } from "~/features/inbox/import/sample-table";
import { columnsOf, isConversationTable } from "~/platform/exports/csv-columns";
import { csvHeader, csvSplitter, readCsvRecord } from "~/platform/exports/csv-rows";
import { oursAmong } from "~/platform/exports/past-message";
import { readCsvRow } from "~/platform/exports/read-csv";
import { csvLine } from "~/values/csv";

const HEAD = 16 * 1024;

/** Every row of a file that comes in pieces ending at these places, read from `start` on. */
function rowsOf(file: Buffer, cuts: number[] = [], start = 0) {
  const splitter = csvSplitter(start, file.subarray(0, HEAD));
  const rest = file.subarray(start);
  const ends = [...new Set([...cuts.map((one) => one % (rest.length + 1)), rest.length])].sort(
    (a, b) => a - b,
  );
  const found = [];
  let from = 0;
  for (const end of ends) {
    found.push(...splitter.feed(rest.subarray(from, end)));
    from = end;
  }
  return [...found, ...splitter.end()];
}
const cellsOf = (file: string | Buffer, cuts?: number[]) =>
  rowsOf(Buffer.from(file as string), cuts).map(({ bytes }) => (bytes ? readCsvRecord(bytes).cells : null));

const read = async (file: string | Buffer, own: string[] = []) => {
  const rows = rowsOf(Buffer.from(file as string));
  const records = await Promise.all(rows.map((row) => readCsvRow(row, oursAmong(own))));
  return {
    messages: records.flatMap(({ messages }) => messages),
    skipped: records.flatMap(({ skipped }) => skipped),
    columns: records[0]?.columns ?? [],
  };
};

describe("rows", () => {
  it("end where a line ends outside quotes, however they are parted and written", () => {
    const wanted = [
      ["1", 'She said "hi",\nthen left', ""],
      ["2", "Ünï", "x"],
    ];
    for (const [by, end] of [
      [",", "\n"],
      [";", "\r\n"],
      ["\t", "\r"],
    ] as const) {
      const file = [
        `id${by}text${by}tags`,
        `1${by}"She said ""hi"",\nthen left"${by}`,
        `2${by}Ünï${by}x`,
        "",
      ].join(end);
      expect(cellsOf(file)).toEqual(wanted);
      expect(cellsOf(`\u{FEFF}${file}`)).toEqual(wanted);
    }
  });

  it("written in the code page of western Windows are read too", () => {
    expect(cellsOf(Buffer.from("id;text\n1;M\xfcnchen\n", "latin1"))).toEqual([["1", "München"]]);
  });

  it("a quote inside a cell is itself, and one that never closes ends with the file", () => {
    expect(cellsOf('id,text,tags\n1,a 5" pipe,x\n2,b,y\n')).toEqual([
      ["1", 'a 5" pipe', "x"],
      ["2", "b", "y"],
    ]);
    expect(cellsOf('id,text\n1,"open\n2,b')).toEqual([["1", "open\n2,b"]]);
  });

  it("an open quote takes no more than 8 MB with it", () => {
    const file = Buffer.concat([
      Buffer.from('id,text\n1,"open\n'),
      Buffer.from("filling,line\n".repeat(700_000)),
      Buffer.from("2,b\n"),
    ]);
    const found = rowsOf(file, [2 << 20, 4 << 20, 6 << 20, (8 << 20) | 1024]);
    expect(found[0]?.bytes).toBeNull();
    const last = found.at(-1)?.bytes;
    expect(last && readCsvRecord(last).cells).toEqual(["2", "b"]);
  });

  it("what was written is what is read, in whatever pieces, and wherever reading begins again", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", ";", "é", " ", "'") });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(400), { maxLength: 6 }),
        fc.nat(5),
        (rows, cuts, from) => {
          const file = Buffer.from(
            csvLine(["id", "text"]) + rows.map(([a, b]) => csvLine([`x${a}`, b])).join(""),
          );
          const whole = rowsOf(file);
          expect(whole.map(({ bytes }) => bytes && readCsvRecord(bytes).cells[0])).toEqual(
            rows.map(([a]) => `x${a}`),
          );
          expect(rowsOf(file, cuts)).toEqual(whole);
          const at = whole[from % whole.length]?.at ?? 0;
          expect(rowsOf(file, cuts, at)).toEqual(whole.slice(from % whole.length));
        },
      ),
    );
  });

  it("need a first row that ends, of text", () => {
    expect(csvHeader(Buffer.from("id,text"))).toBeNull();
    expect(csvHeader(Buffer.from("id,te\0xt\n"))).toBeNull();
  });
});

describe("columns", () => {
  const GORGIAS =
    "Ticket id,Ticket URL,Subject,Tags,Initial channel,Creation date,Closed date,Survey score,Assignee name,Customer name,Customer email,Number of agent messages,First response time (s),Ticket field: Contact reason";
  const ZENDESK =
    "Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at";

  it.each([
    [
      "Gorgias",
      GORGIAS,
      { "Ticket id": "conversation", "Creation date": "date", "Customer email": "customer" },
    ],
    [
      "Zendesk",
      ZENDESK,
      { Id: "conversation", "Created at": "date", "Requester email": "customer", Requester: "name" },
    ],
    [
      "own, in another order and case",
      "TEXT,from,Conversation_ID",
      { Conversation_ID: "conversation", TEXT: "text" },
    ],
  ])("are told by their names: %s", (_whose, header, wanted) => {
    const columns = columnsOf(header.split(","));
    expect(isConversationTable(header.split(","))).toBe(true);
    expect(Object.fromEntries(columns.map(({ name, as }) => [name, as]))).toMatchObject(wanted);
    expect(columns.filter(({ as }) => as).length).toBe(new Set(columns.flatMap(({ as }) => as ?? [])).size);
  });

  it("that say nothing of conversations make no table of them", () => {
    expect(isConversationTable("Name,Email,Phone".split(","))).toBe(false);
    expect(isConversationTable(["Subject"])).toBe(false);
    expect(isConversationTable("SKU,Price".split(","))).toBe(false);
  });
});

describe("a row", () => {
  it("of the sample is a message with its writer, or only a conversation", async () => {
    const { messages, skipped, columns } = await read(sampleTable(), ["@your-shop.com"]);
    expect(skipped).toEqual([]);
    expect(columns.filter(({ as }) => as === null)).toEqual([]);
    expect(messages).toMatchObject([
      {
        threads: ["csv conversation:1001"],
        text: "Where is my order?",
        author: { email: "ada@example.com", name: "Ada Rowntree" },
        person: { email: "ada@example.com" },
        at: new Date("2026-03-30T09:12:00Z"),
        tags: ["shipping", "vip"],
        isBare: false,
      },
      { threads: ["csv conversation:1001"], person: { email: "ada@example.com" }, author: { name: "Maya" } },
      { threads: ["csv conversation:1002"], isBare: true, text: "", subject: "Sizes", ref: "1002" },
    ]);
  });

  it("of a table of tickets names the conversation and makes nothing up", async () => {
    const header = "Ticket id,Subject,Tags,Creation date,Customer name,Customer email,Survey score\n";
    const { messages, columns } = await read(
      `${header}88,Where?,"late, vip order",2026-01-02T03:04:05,Bo,Bo@Other.example,5\n`,
    );
    expect(messages).toMatchObject([
      {
        isBare: true,
        text: "",
        ref: "88",
        tags: ["late", "vip order"],
        person: { email: "bo@other.example", name: "Bo" },
        at: new Date("2026-01-02T03:04:05Z"),
      },
    ]);
    expect(columns.at(-1)).toEqual({ name: "Survey score", as: null });
  });

  it("of Zendesk parts its tags by spaces", async () => {
    const { messages } = await read(
      "Id,Requester,Requester email,Subject,Tags\n7,Ada,ada@x.example,Hi,late vip\n",
    );
    expect(messages[0]).toMatchObject({
      tags: ["late", "vip"],
      person: { name: "Ada", email: "ada@x.example" },
    });
  });

  it("is left out when it is empty, spam, deleted or a draft", async () => {
    const { messages, skipped } = await read(
      "id,status,text\n1,Spam,buy\n2,deleted,x\n3,draft,y\n,open,\n4,open,z\n",
    );
    expect([skipped, messages.length]).toEqual([["spam", "deleted", "draft", "empty"], 1]);
  });

  it.each([
    ["2026-03-04", "2026-03-04T00:00:00.000Z"],
    ["2026/3/4 05:06", "2026-03-04T05:06:00.000Z"],
    ["2026-03-04 05:06:07 +0200", "2026-03-04T03:06:07.000Z"],
    ["2026-03-04 05:06:07 UTC", "2026-03-04T05:06:07.000Z"],
    ["Wed, 04 Mar 2026 05:06:07 GMT", "2026-03-04T05:06:07.000Z"],
    ["4 Mar 2026 05:06", "2026-03-04T05:06:00.000Z"],
    ["03/04/2026", null],
    ["yesterday", null],
    ["", null],
  ])("is of a moment that can only be meant in one way: %s", async (date, wanted) => {
    const { messages } = await read(csvLine(["id", "date", "text"]) + csvLine(["1", date, "x"]));
    expect(messages[0]?.at?.toISOString() ?? null).toBe(wanted);
  });

  it("that a spreadsheet would have run is the text it was", async () => {
    const { messages } = await read(csvLine(["id", "text"]) + csvLine(["1", "=1+1 is two"]));
    expect(messages[0]?.text).toBe("=1+1 is two");
  });

  it("is the same one whenever it is read again, and two that differ are two", async () => {
    const file = "id,text\n1,a\n1,b\n";
    const [first, again] = [await read(file), await read(`\u{FEFF}${file}`)];
    expect(again.messages.map(({ key }) => key)).toEqual(first.messages.map(({ key }) => key));
    expect(new Set(first.messages.map(({ key }) => key)).size).toBe(2);
  });

  it("keeps what was quoted folded, and notes among staff", async () => {
    const { messages } = await read(
      'id,from,text,internal\n1,ada@x.example,"Thanks\n\nOn Mon, Mar 1, 2021 at 9:00 AM Fern <h@f.example> wrote:\n> News",\n1,maya@f.example,Ask,yes\n',
    );
    expect(messages).toMatchObject([
      { text: "Thanks", folded: expect.stringContaining("> News") },
      { isNote: true },
    ]);
  });
});
