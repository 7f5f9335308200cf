import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { SafeError } from "~/platform/log.server";
import { type Automatic, automaticKind } from "./automatic";
import { type Bounce, readBounce } from "./bounce";
import { htmlToText } from "./html-text";
import { ownWords } from "./own-words";

export type MailAddress = { name: string; address: string };

export type MailAttachment = {
  name: string | null;
  contentType: string;
  /** bytes */
  size: number;
  contentId: string | null;
  isInline: boolean;
  content: Uint8Array;
};

/** A mail in our nouns. Ids are without angle brackets; texts hold no NUL. */
export type Mail = {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  date: Date | null;
  /** everything, as plain text */
  text: string;
  /** what the person wrote this time */
  visibleText: string;
  /** the rest of it: quotes and signature; null when there is none */
  foldedText: string | null;
  /** as it came: not to be shown without cleaning */
  html: string | null;
  attachments: MailAttachment[];
  automatic: Automatic | null;
  bounce: Bounce | null;
  /** a mail server on the way says that the From line is not true (RFC 8601: dmarc=fail) */
  isSenderDoubted: boolean;
};

/** A mail that cannot be read. The message is ours and says why; it may be shown to staff. */
export class UnreadableMail extends SafeError {
  override name = "UnreadableMail";
}

const MOST_BYTES = 60 * 1024 * 1024;
/** The parser needs some 20 µs for each; base64 is cheap and does not count. */
const MOST_TEXT_LINES = 100_000;
const MOST_REFERENCES = 50;
const LONGEST_ID = 900;

/**
 * Reads a raw mail (RFC 5322, MIME). Pure: nothing is fetched. Broken mails are read as far as they go;
 * rejects with UnreadableMail when one is beyond the limits of depth or size, which keep a hostile one from
 * taking more than a moment.
 */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  if (raw.length > MOST_BYTES) throw new UnreadableMail("It is larger than 60 MB");
  if (textLines(raw) > MOST_TEXT_LINES) throw new UnreadableMail("It has more than 100,000 lines");
  const email = await parse(raw);
  const from = addresses(email.from ? [email.from] : [])[0] ?? null;
  const subject = oneLine(email.subject ?? "");
  const headers = valuesByName(email);
  const automatic = automaticKind({
    all: (name) => headers.get(name) ?? [],
    subject,
    from: from?.address ?? "",
  });
  const html = email.html ? withoutNul(email.html) : null;
  const text = withoutNul(email.text?.trim() ? email.text : html ? htmlToText(html) : "").trimEnd();
  const { visible, folded } = ownWords(text);
  return {
    messageId: ids(email.messageId)[0] ?? null,
    inReplyTo: ids(email.inReplyTo)[0] ?? null,
    references: ids(email.references).slice(-MOST_REFERENCES),
    from,
    replyTo: addresses(email.replyTo),
    to: addresses(email.to),
    cc: addresses(email.cc),
    subject,
    date: readDate(email.date),
    text,
    visibleText: visible,
    foldedText: folded,
    html,
    attachments: email.attachments.map(attachment),
    automatic,
    bounce: automatic === "bounce" ? readBounce(email.attachments, text, headers) : null,
    isSenderDoubted: (headers.get("authentication-results") ?? []).some((says) =>
      /\bdmarc\s*=\s*fail\b/i.test(says),
    ),
  };
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: 50,
      maxHeadersSize: 4 * 1024 * 1024,
      // A mail inside the mail is an attachment: its words are not the sender's.
      forceRfc822Attachments: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    if (/nesting/i.test(why)) throw new UnreadableMail("Its parts are nested too deep");
    if (/header/i.test(why)) throw new UnreadableMail("Its headers are too large");
    throw new UnreadableMail("Its parts cannot be told apart");
  }
}

const LF = 10;
const SPACE = 32;
const SHORTEST_BASE64_LINE = 50;

/** How many lines are not base64: shorter than such ones are, or with a space in them. */
function textLines(raw: Uint8Array): number {
  let count = 0;
  for (let from = 0; from < raw.length; ) {
    const end = raw.indexOf(LF, from);
    const to = end === -1 ? raw.length : end;
    if (to - from < SHORTEST_BASE64_LINE || raw.subarray(from, to).includes(SPACE)) count++;
    from = to + 1;
  }
  return count;
}

function valuesByName(email: Email): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { key, value } of email.headers) {
    const values = found.get(key);
    if (values) values.push(value);
    else found.set(key, [value]);
  }
  return found;
}

/** Every mailbox named, groups taken apart. */
function addresses(given: readonly Address[] | undefined): MailAddress[] {
  const found: MailAddress[] = [];
  for (const one of given ?? []) {
    const members = one.group ?? [one];
    for (const { name, address } of members)
      if (address) found.push({ name: oneLine(name).slice(0, 200), address: oneLine(address).slice(0, 320) });
  }
  return found;
}

/** The ids in a header, without brackets. One that is not written in brackets counts when it stands alone. */
function ids(header: string | undefined): string[] {
  if (!header) return [];
  const found = [...header.matchAll(/<([^<>\s]{1,900})>/g)].map((match) => match[1] ?? "");
  if (found.length > 0) return found;
  const alone = withoutNul(header.trim());
  return alone !== "" && alone.length <= LONGEST_ID && !/[\s<>]/.test(alone) ? [alone] : [];
}

function readDate(text: string | undefined): Date | null {
  const date = text ? new Date(text) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

function attachment(given: Attachment): MailAttachment {
  const content =
    typeof given.content === "string"
      ? new TextEncoder().encode(given.content)
      : new Uint8Array(given.content);
  return {
    name: given.filename ? oneLine(given.filename).slice(0, 255) : null,
    contentType: oneLine(given.mimeType).slice(0, 127) || "application/octet-stream",
    size: content.length,
    contentId: given.contentId?.replace(/^<|>$/g, "") ?? null,
    isInline: given.disposition === "inline" || given.related === true,
    content,
  };
}

const withoutNul = (text: string) => (text.includes("\0") ? text.replaceAll("\0", "") : text);

/** No name, address or subject holds a line break or another control character. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 2_000);
