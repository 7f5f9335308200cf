import { randomBytes } from "node:crypto";

const crlf = (lines: string[]) => Buffer.from(lines.join("\r\n"));
const HEAD = (at: number) => [
  "Return-Path: <ada@example.com>",
  "Received: from mx.example.com (mx.example.com [192.0.2.1]) by in.shop.example with ESMTPS; Mon, 2 Nov 2026 16:37:00 +0000",
  "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=x; h=from:to:subject; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=abc",
  "Authentication-Results: in.shop.example; spf=pass smtp.mailfrom=example.com; dkim=pass; dmarc=pass header.from=example.com",
  `Message-ID: <CAF${at}@mail.example.com>`,
  "In-Reply-To: <m.one@reply.example>",
  `References: ${Array.from({ length: 8 }, (_, n) => `<m.${n}@reply.example>`).join("\r\n ")}`,
  "Date: Mon, 2 Nov 2026 16:37:00 +0000",
  "From: =?utf-8?B?QWRhIEzDtnfDqQ==?= <ada@example.com>",
  "To: Fern & Fable <support@shop.example>",
  `Subject: =?utf-8?Q?Re:_Where_is_my_order_=231${at}=3F?=`,
  "MIME-Version: 1.0",
];
const OWN =
  "Hello,\r\n\r\nmy parcel has not come yet, could you look where it is?\r\nThe neighbours know nothing of it.\r\n\r\nThank you, Ada";
const OLD = Array.from(
  { length: 40 },
  (_, at) => `> Line ${at} of what the shop wrote before, about parcels and dates.`,
);
const QUOTE = ["On Mon, Nov 2, 2026 at 4:37 PM Fern & Fable <support@shop.example> wrote:", ...OLD];

const page = (own: string) =>
  `<html><head><style>p{margin:0}</style></head><body><div dir="ltr">${own.replaceAll("\r\n", "<br>")}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Nov 2, 2026 at 4:37 PM Fern &amp; Fable &lt;<a href="mailto:support@shop.example">support@shop.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${OLD.map((line) => `<p style="font-size:14px;color:#333">${line.slice(2)}</p>`).join("\r\n")}</blockquote></div></body></html>`;

const quotedPrintable = (text: string) =>
  Buffer.from(text)
    .toString("latin1")
    .replace(/[=\x80-\xff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
    .replace(/[^\r\n]{74}(?=[^\r\n])/g, (piece) => `${piece}=\r\n`);

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/.{76}/g, "$&\r\n");

/** A photo attached to a page in two forms: what telephones send. */
export const withPhoto = (at: number, bytes: number): Buffer =>
  crlf([
    ...HEAD(at),
    'Content-Type: multipart/mixed; boundary="mixed"',
    "",
    "--mixed",
    'Content-Type: multipart/alternative; boundary="alt"',
    "",
    "--alt",
    "Content-Type: text/plain; charset=utf-8",
    "",
    OWN,
    ...QUOTE,
    "--alt",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(page(OWN)),
    "--alt--",
    "--mixed",
    'Content-Type: image/jpeg; name="photo.jpg"',
    "Content-Disposition: attachment; filename=photo.jpg",
    "Content-Transfer-Encoding: base64",
    "",
    base64(randomBytes(bytes)),
    "--mixed--",
    "",
  ]);

/** A hundred mails such as a shop gets: short answers, pages in two forms, only pages, photos, other scripts. */
export function mailCorpus(): Buffer[] {
  return Array.from({ length: 100 }, (_, at) => {
    if (at % 10 === 0) return withPhoto(at, 60_000);
    if (at % 10 < 3)
      return crlf([...HEAD(at), "Content-Type: text/plain; charset=utf-8", "", OWN, "", ...QUOTE, ""]);
    if (at % 10 < 6)
      return crlf([
        ...HEAD(at),
        'Content-Type: multipart/alternative; boundary="alt"',
        "",
        "--alt",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        quotedPrintable([OWN, "", ...QUOTE].join("\r\n")),
        "--alt",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        quotedPrintable(page(OWN)),
        "--alt--",
        "",
      ]);
    if (at % 10 < 9)
      return crlf([
        ...HEAD(at),
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        base64(Buffer.from(page(`שלום, ${OWN}`))),
        "",
      ]);
    return Buffer.concat([
      crlf([...HEAD(at), "Content-Type: text/plain; charset=windows-1255", "", ""]),
      Buffer.from([0xf9, 0xec, 0xe5, 0xed, 13, 10]),
      crlf(QUOTE),
    ]);
  });
}
