import { describe, expect, it } from "vitest";
import { readMail } from "~/platform/channels/email/read-mail";
import { readTnef } from "~/platform/channels/email/tnef";

const read = (lines: string[]) => readMail(Buffer.from(lines.join("\r\n")));
const names = (mail: Awaited<ReturnType<typeof readMail>>) => mail.attachments.map(({ name }) => name);
const part = (type: string, body: string, ...more: string[]) => [`Content-Type: ${type}`, ...more, "", body];
const multi = (type: string, boundary: string, ...parts: string[][]) => [
  `Content-Type: multipart/${type}; boundary="${boundary}"`,
  "",
  ...parts.flatMap((one) => [`--${boundary}`, ...one]),
  `--${boundary}--`,
];

/** winmail.dat with a body and one file, as [MS-OXTNEF] lays it out. */
function winmail(body: string, file: string, content: string): Buffer {
  const attribute = (level: number, tag: number, data: Buffer) => {
    const head = Buffer.alloc(9);
    head.writeUInt8(level, 0);
    head.writeUInt32LE(tag, 1);
    head.writeUInt32LE(data.length, 5);
    return Buffer.concat([head, data, Buffer.from([0, 0])]);
  };
  const text = (value: string) => Buffer.from(`${value}\0`, "utf16le");
  const property = (type: number, id: number, data: Buffer) => {
    const head = Buffer.alloc(12);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(id, 2);
    head.writeUInt32LE(1, 4);
    head.writeUInt32LE(data.length, 8);
    return Buffer.concat([head, data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  };
  const list = (...all: Buffer[]) => Buffer.concat([Buffer.from([all.length, 0, 0, 0]), ...all]);
  return Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
    attribute(1, 0x00069003, list(property(0x1f, 0x1000, text(body)))),
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x0006800f, Buffer.from(content)),
    attribute(
      2,
      0x00069005,
      list(property(0x1f, 0x3707, text(file)), property(0x1e, 0x370e, Buffer.from("text/csv\0"))),
    ),
  ]);
}

describe("the parts of a mail", () => {
  it("reads text and page once, pictures and files apart", async () => {
    const mail = await read([
      "Subject: x",
      ...multi(
        "mixed",
        "m",
        multi(
          "related",
          "r",
          multi(
            "alternative",
            "a",
            part("text/plain", "Hello"),
            part("text/html", '<p>Hello <img src="cid:p@x"></p>'),
          ),
          part("image/png; name=p.png", "AAAA", "Content-ID: <p@x>", "Content-Transfer-Encoding: base64"),
        ),
        part(
          "application/pdf; name=a.pdf",
          "AAAA",
          "Content-Disposition: attachment",
          "Content-Transfer-Encoding: base64",
        ),
        part("text/plain", "A footer"),
      ),
    ]);
    expect(mail.text).toBe("Hello\n\nA footer");
    expect(mail.html).toContain("cid:p@x");
    expect(mail.attachments).toMatchObject([
      { name: "p.png", contentId: "p@x", isInline: true, size: 3 },
      { name: "a.pdf", contentId: null, isInline: false },
    ]);
  });

  it("keeps a mail inside the mail apart, and reads it when nothing else is said", async () => {
    const inner = part("message/rfc822", ["From: b@x.example", "Subject: Old", "", "Old words"].join("\r\n"));
    const both = await read(["Subject: x", ...multi("mixed", "m", part("text/plain", "See this"), inner)]);
    expect(both).toMatchObject({
      text: "See this",
      attachments: [{ name: "Old.eml", contentType: "message/rfc822" }],
    });
    const alone = await read(["Subject: Fwd: x", ...multi("mixed", "m", inner)]);
    expect(alone.visibleText).toContain("Old words");
  });

  it.each([
    ["pgp-encrypted", "encrypted", "application/pgp-encrypted"],
    ["pgp-signed", "signed", "application/pgp-signature"],
    ["smime-signed", "signed", "application/pkcs7-signature"],
  ])("says that it is %s", async (seal, type, protocol) => {
    const mail = await read([
      `Content-Type: multipart/${type}; protocol="${protocol}"; boundary=b`,
      "",
      "--b",
      ...part("text/plain", "Words"),
      "--b",
      ...part(`${protocol}; name=s.asc`, "xyz"),
      "--b--",
    ]);
    expect(mail).toMatchObject({ seal, text: "Words" });
    expect(names(mail)).toEqual(["s.asc"]);
  });

  it("reads an invitation that says nothing else", async () => {
    const ics = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "SUMMARY:Pick-up",
      "DTSTART:20261121T100000Z",
      "END:VEVENT",
    ].join("\r\n");
    const mail = await read(["Subject: x", ...part("text/calendar; method=REQUEST", ics)]);
    expect(mail.text).toBe("Pick-up\n2026-11-21 10:00Z");
    expect(names(mail)).toEqual(["invite.ics"]);
  });

  it("unpacks winmail.dat", async () => {
    const dat = winmail("Where is it?", "orders.csv", "1,2");
    const mail = await read([
      "Subject: x",
      ...multi(
        "mixed",
        "m",
        part(
          "application/ms-tnef; name=winmail.dat",
          dat.toString("base64"),
          "Content-Transfer-Encoding: base64",
        ),
      ),
    ]);
    expect(mail).toMatchObject({
      text: "Where is it?",
      attachments: [{ name: "orders.csv", contentType: "text/csv", size: 3 }],
    });
    for (let end = 0; end < dat.length; end++) expect(() => readTnef(dat.subarray(0, end))).not.toThrow();
  });

  it.each([
    [
      "a boundary that is never closed",
      ["Content-Type: multipart/mixed; boundary=b", "", "--b", "", "Words"],
    ],
    [
      "a boundary nobody named",
      ["Content-Type: multipart/mixed", "", "--x1", "Content-Type: text/plain", "", "Words", "--x1--"],
    ],
    [
      "a boundary named wrongly",
      [
        "Content-Type: multipart/mixed; boundary=no",
        "",
        "--x1",
        "Content-Type: text/plain",
        "",
        "Words",
        "--x1--",
      ],
    ],
    ["no empty line before the words", ["Subject: x", "Words"]],
    [
      "an encoding that is none",
      ["Content-Type: text/plain", "Content-Transfer-Encoding: text/html", "", "Words"],
    ],
    ["a type that is none", ["Content-Type: nonsense", "", "Words"]],
    ["no head at all", ["", "Words"]],
    ["a page without a head", ["Content-Type: html", "", "<p>Words"]],
  ])("reads the words in spite of %s", async (_what, lines) =>
    expect((await read(lines)).visibleText).toBe("Words"));

  it("reads lines that end in CR alone, and puts flowed lines together", async () => {
    expect(await readMail(Buffer.from("Subject: x\r\rone\rtwo"))).toMatchObject({
      subject: "x",
      text: "one\ntwo",
    });
    const flowed = await read([
      "Content-Type: text/plain; format=flowed",
      "",
      "one ",
      "two",
      "> a ",
      "> b",
      "-- ",
      "me",
    ]);
    expect(flowed.text).toBe("one two\n> a b\n-- \nme");
  });

  it.each([
    ["name*=utf-8''Gr%C3%B6%C3%9Fe.pdf", "Größe.pdf"],
    ["name*0*=utf-8''Gr%C3; name*1*=%B6%C3%9Fe.pdf", "Größe.pdf"],
    ['name*0="long "; name*1="name.pdf"', "long name.pdf"],
    ['name="=?utf-8?B?R3LDtsOfZS5wZGY=?="', "Größe.pdf"],
    ['name="a;b\\"c.pdf"', 'a;b"c.pdf'],
    ["name=../../etc/passwd", "../../etc/passwd"],
  ])("reads a file's name from %s", async (given, name) => {
    const mail = await read(["Subject: x", `Content-Type: application/pdf; ${given}`, "", "x"]);
    expect(names(mail)).toEqual([name]);
  });

  it("keeps the first and the latest of very many references", async () => {
    const all = Array.from({ length: 5_000 }, (_, at) => `<${at}@x.example>`);
    const { references } = await read([`References: ${all.join("\r\n ")}`, "", "x"]);
    expect(references).toHaveLength(50);
    expect([references[0], references.at(-1)]).toEqual(["0@x.example", "4999@x.example"]);
  });

  it.each([
    ["Sat, 21 Nov 2026 10:00:00 +0100 (CET)", "2026-11-21T09:00:00.000Z"],
    ["21 Nov 2026 10:00:00 GMT", "2026-11-21T10:00:00.000Z"],
    ["Foo, 21 Nov 2026 10:00:00 +0000", "2026-11-21T10:00:00.000Z"],
    ["yesterday", undefined],
    ["Sat, 21 Nov 9999 10:00:00 +0000", undefined],
    ["", undefined],
  ])("reads the date %s", async (date, expected) => {
    expect((await read([`Date: ${date}`, "", "x"])).date?.toISOString()).toBe(expected);
  });

  it("says what servers found about the sender, comments left out", async () => {
    const head = (value: string) => read([`Authentication-Results: ${value}`, "From: a@x.example", "", "x"]);
    expect(
      await head(
        "mx.example; spf=pass smtp.mailfrom=x.example; dkim=fail; dkim=pass; dmarc=fail (p=none) header.from=x.example",
      ),
    ).toMatchObject({
      isSenderDoubted: true,
      senderChecks: { server: "mx.example", spf: "pass", dkim: "pass", dmarc: "fail", domain: "x.example" },
    });
    expect(await head("mx.example (dmarc=pass); none")).toMatchObject({
      isSenderDoubted: false,
      senderChecks: null,
    });
  });
});

describe("automatic mail", () => {
  const kind = async (...head: string[]) => (await read([...head, "", "x"])).automatic;
  it.each([
    [null, ["From: a@x.example", "Subject: Out of office chair arrived broken"]],
    [null, ["From: a@x.example", "Subject: Re: Automatic reply: Hi"]],
    [null, ["From: postmaster@x.example", "Subject: Where is my order?"]],
    [null, ["From: a@x.example", "Subject: Failure notice about my order"]],
    ["out-of-office", ["From: a@x.example", "Subject: Réponse automatique : x"]],
    ["out-of-office", ["From: a@x.example", "Return-Path: <>", "Subject: I am on vacation"]],
    ["out-of-office", ["From: a@x.example", "X-Auto-Response-Suppress: All", "Subject: 不在です"]],
    ["auto-reply", ["From: a@x.example", "X-Auto-Response-Suppress: OOF, AutoReply", "Subject: Hi"]],
    ["auto-reply", ["From: a@x.example", "Return-Path: <>", "Subject: Hi"]],
    ["list", ["From: a@x.example", "List-Unsubscribe: <https://x.example>", "Subject: Sale"]],
    ["bounce", ["From: postmaster@x.example", "Subject: Unzustellbar: Ihre Bestellung"]],
    [
      "loop",
      [
        "From: a@x.example",
        `Message-ID: <m.${"a".repeat(12)}.${"b".repeat(26)}.${"c".repeat(16)}@reply.example>`,
      ],
    ],
    ["loop", ["From: a@x.example", ...Array.from({ length: 6 }, () => "Delivered-To: a@x.example")]],
  ])("is %s: %s", async (expected, head) => expect(await kind(...head)).toBe(expected));
});
