import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "~/platform/channels/email/html-text";
import { ownWords } from "~/platform/channels/email/own-words";
import { readMail, UnreadableMail } from "~/platform/channels/email/read-mail";

const mail = (head: string[], body = "Hello"): Uint8Array =>
  Buffer.from([...head, "", body].join("\n").replace(/\n/g, "\r\n"));
const HEAD = [
  "From: Ada <ada@example.com>",
  "To: shop@example.com",
  "Subject: Hi",
  "Message-ID: <1@x.example>",
];

describe("readMail", () => {
  it("reads the usual parts, ids without brackets", async () => {
    const read = await readMail(
      mail([
        ...HEAD,
        "Date: Sat, 21 Nov 2026 10:00:00 +0100",
        "In-Reply-To: <0@x.example>",
        "References: <a@x.example> <0@x.example>",
        "Reply-To: =?utf-8?q?Ad=C3=A1?= <other@example.com>",
        "Cc: Group: b@example.com, c@example.com;",
      ]),
    );
    expect(read).toMatchObject({
      messageId: "1@x.example",
      inReplyTo: "0@x.example",
      references: ["a@x.example", "0@x.example"],
      from: { name: "Ada", address: "ada@example.com" },
      replyTo: [{ name: "Adá", address: "other@example.com" }],
      cc: [{ address: "b@example.com" }, { address: "c@example.com" }],
      subject: "Hi",
      date: new Date("2026-11-21T09:00:00Z"),
      text: "Hello",
      visibleText: "Hello",
      foldedText: null,
      html: null,
      automatic: null,
      bounce: null,
    });
  });

  it("reads other scripts and old charsets", async () => {
    const hebrew = Buffer.concat([
      mail(
        [...HEAD, "Content-Type: text/plain; charset=windows-1255", "Content-Transfer-Encoding: 8bit"],
        "",
      ),
      Buffer.from([0xf9, 0xec, 0xe5, 0xed]),
    ]);
    expect((await readMail(hebrew)).text).toBe("שלום");
    const japanese = mail(
      [...HEAD, "Content-Type: text/plain; charset=iso-2022-jp"],
      "\u001b$B$3$s$K$A$O\u001b(B",
    );
    expect((await readMail(japanese)).text).toBe("こんにちは");
  });

  it("lets no line break into a name or subject", async () => {
    const read = await readMail(
      mail([
        "From: =?utf-8?q?Ada=0D=0ABcc=3A_x=40evil.example?= <ada@example.com>",
        "Subject: =?utf-8?q?Hi=0D=0AX-Evil=3A_1?=",
      ]),
    );
    expect(read.from?.name).toBe("Ada Bcc: x@evil.example");
    expect(read.subject).toBe("Hi X-Evil: 1");
  });

  it("takes text from HTML when there is nothing else, and keeps attachments", async () => {
    const read = await readMail(
      mail(
        [...HEAD, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"'],
        [
          "--b",
          "Content-Type: text/html; charset=utf-8",
          "",
          "<style>p{}</style><p>It is <b>broken</b> &amp; late.</p><script>alert(1)</script>",
          "--b",
          'Content-Type: image/jpeg; name="photo.jpg"',
          "Content-Disposition: attachment; filename=photo.jpg",
          "Content-Transfer-Encoding: base64",
          "",
          "/9j/4AAQ",
          "--b--",
        ].join("\n"),
      ),
    );
    expect(read.text).toBe("It is broken & late.");
    expect(read.attachments).toMatchObject([{ name: "photo.jpg", contentType: "image/jpeg", size: 6 }]);
  });

  it.each([
    ["bounce", ["From: MAILER-DAEMON@x.example", "Subject: Undelivered Mail Returned to Sender"]],
    [
      "bounce",
      ["From: x@x.example", "Content-Type: multipart/report; report-type=delivery-status; boundary=b"],
    ],
    [
      "out-of-office",
      ["From: a@x.example", "Auto-Submitted: auto-replied", "Subject: Out of office: back Monday"],
    ],
    ["out-of-office", ["From: a@x.example", "Subject: Abwesenheitsnotiz: Urlaub"]],
    ["auto-reply", ["From: a@x.example", "Auto-Submitted: auto-generated", "Subject: We got your mail"]],
    ["auto-reply", ["From: a@x.example", "X-Autoreply: yes", "Subject: Ticket 5"]],
    ["auto-reply", ["From: a@x.example", "Precedence: auto_reply", "Subject: Ticket 5"]],
    ["list", ["From: a@x.example", "List-Id: <news.x.example>", "Subject: News"]],
    ["list", ["From: a@x.example", "Precedence: bulk", "Subject: News"]],
    ["loop", ["From: a@x.example", "X-Loop: a@x.example", "Subject: Hi"]],
    [null, ["From: a@x.example", "Auto-Submitted: no", "Subject: Am I on vacation? Where is it?"]],
  ])("tells %s mail by its headers", async (kind, head) => {
    expect((await readMail(mail(head))).automatic).toBe(kind);
  });

  it("reads what a bounce says", async () => {
    const report = [
      "--b",
      "Content-Type: text/plain",
      "",
      "Sorry.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; ada@example.com",
      "Action: failed",
      "Status: 5.1.1",
      "--b--",
    ].join("\n");
    const head = ["From: MAILER-DAEMON@mx.example", "Content-Type: multipart/report; boundary=b"];
    expect((await readMail(mail(head, report))).bounce).toEqual([
      { recipient: "ada@example.com", status: "5.1.1", reason: "userunknown", permanent: true },
    ]);
  });
});

describe("hostile mail", () => {
  it("takes any bytes within a moment, and answers or refuses", async () => {
    const fragments = fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=b\r\n",
      "Content-Type: text/html\r\n",
      "\r\n\r\n",
      "--b\r\n",
      "--b--\r\n",
      "From: a <a@b.c>, =?utf-8?B?//8=?= <\u0000>\r\n",
      "Subject: =?x?q?=?= =?utf-8?q?=FF?=\r\n",
      "<div><!--",
      "<blockquote>".repeat(50),
      "&#x110000;&#0;&",
      "> ".repeat(300),
      "On 1 Jan 2026, a <a@b.c> wrote:\r\n",
    );
    const bytes = fc.array(fc.oneof(fragments, fc.string({ unit: "binary" }), fc.string()), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(bytes, async (parts) => {
        const read = await readMail(Buffer.from(parts.join(""))).catch((error: unknown) => error);
        if (read instanceof UnreadableMail) return;
        if (read instanceof Error) throw read;
        const { text, subject, from } = read as Awaited<ReturnType<typeof readMail>>;
        expect(text).not.toContain("\0");
        expect(subject + (from?.name ?? "") + (from?.address ?? "")).not.toMatch(/[\r\n\0]/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      "10,000 parts",
      () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\nx\r\n".repeat(10_000)}--b--`,
    ],
    [
      "1,000 levels",
      () =>
        Array.from(
          { length: 1_000 },
          (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
        ).join(""),
    ],
    ["100,000 headers", () => `${"X-A: b\r\n".repeat(100_000)}\r\nx`],
    ["a References header of 1 MB", () => `References: ${"<a@b.example> ".repeat(70_000)}\r\n\r\nx`],
    ["unclosed HTML", () => `Content-Type: text/html\r\n\r\n${"<!-- <a <b ".repeat(200_000)}`],
    [
      "nested HTML",
      () => `Content-Type: text/html\r\n\r\n${"<blockquote><div class=gmail_quote>".repeat(100_000)}x`,
    ],
    ["a million quoted lines", () => `\r\n\r\n${"> a\r\nb:\r\n".repeat(500_000)}`],
    ["one line of 10 MB", () => `\r\n\r\nOn ${"1 ".repeat(5_000_000)}wrote:`],
  ])("reads or refuses %s within five seconds", async (_what, make) => {
    const raw = Buffer.from(make());
    const startedAt = performance.now();
    await readMail(raw).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableMail));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe("ownWords", () => {
  const rest = "Old words";
  it.each([
    ["English", "On Mon, Nov 2, 2026 at 4:37 PM Fern & Fable <shop@example.com> wrote:"],
    ["English, broken", "On Mon, Nov 2, 2026 at 4:37 PM Fern <\nr.a.b.c@reply.example.com> wrote:"],
    ["German", "Am 02.11.2026 um 21:11 schrieb Fern & Fable <shop@example.com>:"],
    ["French, broken", "Le lun. 2 nov. 2026 à 19:42, Fern & Fable <shop@example.com>\na écrit :"],
    [
      "Hebrew",
      "\u202bבתאריך יום ב׳, 2 בנוב׳ 2026 ב-10:00 מאת \u202aFern\u202c\u200f <\u202ashop@example.com\u202c\u200f>:\u202c",
    ],
    ["Arabic", "في الاثنين، ٢ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة Fern <shop@example.com>:"],
    ["Japanese", "2026年11月2日(月) 10:00 Fern <shop@example.com>:"],
    [
      "Outlook",
      "________________________________\nFrom: Fern <shop@example.com>\nSent: Monday, 2 November 2026\nTo: Ada\nSubject: Hi",
    ],
    [
      "Outlook in German",
      "Von: Fern <shop@example.com>\nGesendet: Montag, 2. November 2026\nAn: Ada\nBetreff: Hi",
    ],
    ["Outlook in Japanese", "差出人: Fern <shop@example.com>\n送信日時: 2026年11月2日\n宛先: Ada\n件名: Hi"],
    ["old Outlook", "-----Ursprüngliche Nachricht-----"],
  ])("finds where the earlier mail begins: %s", (_who, introduction) => {
    const found = ownWords(`Thank you!\n\n${introduction}\n\n${rest}`);
    expect(found.visible).toBe("Thank you!");
    expect(found.folded).toContain(rest);
  });

  it("folds a signature and a telephone's line, and keeps dashes that are the person's own", () => {
    expect(ownWords("Thanks\n\n-- \nAda\n+44 1")).toEqual({ visible: "Thanks", folded: "-- \nAda\n+44 1" });
    expect(ownWords("Thanks\n\nSent from my iPhone")).toEqual({
      visible: "Thanks",
      folded: "Sent from my iPhone",
    });
    expect(ownWords("Von meinem iPhone gesendet")).toEqual({
      visible: "Von meinem iPhone gesendet",
      folded: null,
    });
    expect(ownWords("One\n----\nTwo")).toEqual({ visible: "One\n----\nTwo", folded: null });
  });

  it("keeps answers between quotes, and folds the whole beside them", () => {
    const text = "On 1 Nov 2026, Fern wrote:\n> Blue?\n\nYes.\n\n> Large?\n\nNo.";
    expect(ownWords(text)).toEqual({ visible: "Yes.\n\n\nNo.", folded: text });
  });

  it("never hides everything, and loses nothing", () => {
    expect(ownWords("> only quotes\n> here").visible).toBe("> only quotes\n> here");
    const line = fc.oneof(
      fc.constantFrom("> quoted", "On 1 Nov 2026, Fern wrote:", "-- ", "", "Von: a", "An: b", "Betreff: c"),
      fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, " ")),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { visible, folded } = ownWords(lines.join("\n"));
        const kept = `${visible}\n${folded ?? ""}`;
        for (const one of lines) expect(kept).toContain(one.trim());
        if (lines.some((one) => one.trim() !== "")) expect(visible).not.toBe("");
      }),
    );
  });
});

describe("htmlToText", () => {
  it("shows lines where the reader sees lines", () => {
    expect(
      htmlToText("<p>One<br>two</p><div>three</div><ul><li>a<li>b</ul><table><tr><td>x<td>y</table>"),
    ).toBe("One\ntwo\n\nthree\n\n- a\n- b\n\nx y");
  });

  it("marks quotes, also those that only a mail program's own mark shows", () => {
    expect(htmlToText("<p>Me</p><blockquote>They</blockquote>")).toBe("Me\n\n> They");
    expect(htmlToText('<div>Me</div><div id="divRplyFwdMsg">From: x</div><div>They</div>')).toBe(
      "Me\n> From: x\n> They",
    );
    expect(htmlToText('<div>Me</div><div class="gmail_quote"><div>They</div></div><div>Me</div>')).toBe(
      "Me\n> They\nMe",
    );
  });

  it("leaves out what is not to be read and decodes what is", () => {
    expect(
      htmlToText("<style>a{}</STYLE >x &lt;b&gt; &uuml;&#8364;&hellip;<img src=x onerror=alert(1)>"),
    ).toBe("x <b> ü€…");
  });
});
