import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBounce } from "~/platform/channels/email/read-bounce";

const raw = (lines: string[]) => Buffer.from(lines.join("\r\n"));
const HEAD = [
  "Return-Path: <>",
  "From: MAILER-DAEMON@mx.example",
  "To: shop@shop.example",
  "Subject: Undelivered Mail",
];

/** A report as RFC 3464 has it, one block of fields for each recipient. */
const report = (blocks: string[][], type = "message/delivery-status", text = "Sorry.") =>
  raw([
    ...HEAD,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    text,
    "--b",
    `Content-Type: ${type}; charset=utf-8`,
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    ...blocks.flatMap((block) => [...block, ""]),
    "--b",
    "Content-Type: message/rfc822",
    "",
    "From: shop@shop.example",
    "To: ada@example.com",
    "Subject: Your order",
    "",
    "Hi",
    "--b--",
  ]);
const failed = (recipient: string, status: string, diagnostic: string, action = "failed") => [
  `Final-Recipient: rfc822; ${recipient}`,
  `Action: ${action}`,
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
];
const plain = (text: string, head = HEAD) =>
  raw([...head, "Content-Type: text/plain", "", ...text.split("\n")]);

describe("readBounce: reports", () => {
  it.each([
    ["5.1.1", "550 5.1.1 <ada@example.com>: Recipient address rejected: User unknown", "userunknown", true],
    ["5.0.0", "550-5.1.1 The email account that you tried to reach does not exist.", "userunknown", true],
    ["5.4.1", "550 5.4.1 [ada@example.com]: Recipient address rejected: Access denied", "userunknown", true],
    ["5.1.2", "550 Host unknown (Name server: example.com: host not found)", "hostunknown", true],
    ["5.1.10", "556 5.1.10 Recipient address has null MX", "notaccept", true],
    ["5.1.6", "551 5.1.6 User has moved; please try <b@example.com>", "hasmoved", true],
    ["5.2.2", "552 5.2.2 The email account that you tried to reach is over quota", "mailboxfull", false],
    ["4.2.2", "452 4.2.2 Mailbox full", "mailboxfull", false],
    ["5.3.4", "552 5.3.4 Message size exceeds fixed limit", "mesgtoobig", false],
    [
      "5.7.1",
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
      "blocked",
      false,
    ],
    [
      "5.7.26",
      "550-5.7.26 Unauthenticated email is not accepted due to domain's DMARC policy",
      "authfailure",
      false,
    ],
    [
      "5.7.25",
      "550 5.7.25 The IP address sending this message does not have a PTR record",
      "requireptr",
      false,
    ],
    ["4.4.7", "smtp; Delivery time expired", "expired", false],
    ["4.4.1", "connect to example.com[192.0.2.2]:25: Connection refused", "networkerror", false],
  ])("%s %s", (status, diagnostic, reason, permanent) => {
    const [one] = readBounce(report([failed("ada@example.com", status, diagnostic)])) ?? [];
    expect(one).toMatchObject({ recipient: "ada@example.com", reason, permanent });
    expect(one?.status?.[0]).toBe(status[0]);
  });

  it("lists each recipient once, with the status the receiving server gave", () => {
    const both = report([
      failed("ada@example.com", "5.0.0", "550 5.1.1 User unknown"),
      failed("bob@example.com", "5.2.2", "552 5.2.2 Mailbox full"),
      failed("ADA@example.com", "5.1.1", "550 User unknown"),
    ]);
    expect(readBounce(both)).toEqual([
      { recipient: "ada@example.com", status: "5.1.1", reason: "userunknown", permanent: true },
      { recipient: "bob@example.com", status: "5.2.2", reason: "mailboxfull", permanent: false },
    ]);
  });

  it("tells delay and success from failure", () => {
    expect(readBounce(report([failed("ada@example.com", "4.0.0", "x", "delayed")]))).toMatchObject([
      { permanent: false },
    ]);
    expect(readBounce(report([failed("ada@example.com", "5.1.1", "User unknown", "delayed")]))).toMatchObject(
      [{ permanent: false }],
    );
    expect(readBounce(report([failed("ada@example.com", "2.1.5", "250 ok", "delivered")]))).toEqual([
      { recipient: "ada@example.com", status: "2.1.5", reason: "delivered", permanent: false },
    ]);
  });

  it("reads addresses beyond ASCII (RFC 6533)", () => {
    const given = (recipient: string) => [
      `Final-Recipient: utf-8; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
    ];
    expect(
      readBounce(report([given("jos\\x{E9}@example.com")], "message/global-delivery-status")),
    ).toMatchObject([{ recipient: "josé@example.com" }]);
    expect(readBounce(report([given("josé@example.com")], "message/global-delivery-status"))).toMatchObject([
      { recipient: "josé@example.com" },
    ]);
  });

  it("reads folded fields, and brackets around the address", () => {
    const block = [
      "Final-Recipient: RFC822;",
      "\t<ada@example.com>",
      "Action: failed",
      "Status: 5.1.1 (bad mailbox)",
    ];
    expect(readBounce(report([block]))).toMatchObject([{ recipient: "ada@example.com", status: "5.1.1" }]);
  });

  it("tells complaints apart (RFC 5965)", () => {
    const complaint = raw([
      "From: fbl@example.com",
      "Subject: Abuse report",
      "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
      "",
      "--b",
      "Content-Type: message/feedback-report",
      "",
      "Feedback-Type: abuse",
      "Original-Rcpt-To: ada@example.com",
      "Original-Rcpt-To: bob@example.com",
      "",
      "--b--",
    ]);
    expect(readBounce(complaint)).toEqual(
      ["ada@example.com", "bob@example.com"].map((recipient) => ({
        recipient,
        status: null,
        reason: "feedback",
        permanent: false,
      })),
    );
  });
});

describe("readBounce: notices in words", () => {
  it("reads qmail's", () => {
    const text = `Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ada@example.com>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 <ada@example.com>... User Unknown
Giving up on 192.0.2.1.

<bob@example.com>:
Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)

--- Below this line is a copy of the message.

To: carl@example.com`;
    expect(readBounce(plain(text))).toMatchObject([
      { recipient: "ada@example.com", status: "5.1.1", reason: "userunknown", permanent: true },
      { recipient: "bob@example.com", status: "4.4.1", permanent: false },
    ]);
  });

  it("reads exim's, with the header that names who failed", () => {
    const text = `A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ada@example.com
    SMTP error from remote mail server after RCPT TO:<ada@example.com>:
    host mx.example.com [192.0.2.1]: 550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------`;
    const head = [...HEAD, "X-Failed-Recipients: ada@example.com"];
    expect(readBounce(plain(text, head))).toEqual([
      { recipient: "ada@example.com", status: "5.1.1", reason: "userunknown", permanent: true },
    ]);
  });

  it("reads old Exchange's and Japanese ones", () => {
    const exchange = `Your message\n\n  To:      shop@shop.example\n  Subject: Hi\n\ndid not reach the following recipient(s):\n\nada@example.com on Thu, 29 Apr 2026 16:51:51 -0500\n    The recipient name is not recognized`;
    expect(readBounce(plain(exchange))).toMatchObject([{ recipient: "ada@example.com", permanent: true }]);
    const japanese = raw([
      ...HEAD,
      "Content-Type: text/plain; charset=utf-8",
      "",
      "ada@example.com",
      "ユーザーが見つかりません",
    ]);
    expect(readBounce(japanese)).toMatchObject([{ recipient: "ada@example.com", reason: "userunknown" }]);
  });

  it("falls back to the mail that came back", () => {
    const notice = report([["Action: failed", "Status: 5.0.0"]]);
    expect(readBounce(notice)).toMatchObject([{ permanent: false }]);
  });
});

describe("readBounce: other mail", () => {
  it.each([
    [
      "a person's",
      plain("My parcel could not be found at ada@example.com", ["From: a@x.example", "Subject: Hi"]),
    ],
    [
      "out of office",
      plain("I am away", ["From: a@x.example", "Return-Path: <>", "Subject: Automatic reply: Hi"]),
    ],
    ["nothing", Buffer.alloc(0)],
  ])("is null for %s", (_what, mail) => expect(readBounce(mail)).toBeNull());

  it("never throws, and never takes a full box for a dead address", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(), (noise, at) => {
        const notice = report([failed("ada@example.com", "5.2.2", "552 5.2.2 Mailbox full")]);
        const place = at % notice.length;
        const broken = Buffer.concat([notice.subarray(0, place), noise, notice.subarray(place)]);
        expect(() => readBounce(broken)).not.toThrow();
      }),
    );
  });
});
