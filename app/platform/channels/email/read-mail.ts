import { Buffer } from "node:buffer";
import { SafeError } from "~/platform/log.server";
import { type MailAddress, oneLine, readAddresses } from "./addresses";
import { type Attachment, attachmentsOf } from "./attachments";
import { type Automatic, automaticKind } from "./automatic";
import { calendarText } from "./calendar";
import { type Body, readBody, type Seal, textOf } from "./mime-body";
import { headOf } from "./mime-head";
import { type Part, readTree } from "./mime-tree";
import { isForward, ownWords } from "./own-words";
import { type BouncedRecipient, bounceOf } from "./read-bounce";
import { isDoubted, readSenderChecks, type SenderChecks } from "./sender-checks";
import { decodeWords } from "./words-in-heads";

export type { MailAddress } from "./addresses";
export type MailAttachment = Attachment;

/** A mail in our nouns. Ids are without angle brackets; texts hold no NUL, and "\n" ends their lines. */
export type Mail = {
  messageId: string | null;
  inReplyTo: string | null;
  /** the first and the latest, at most 50 */
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** null when it says none that can be */
  date: Date | null;
  /** everything, as plain text; made from the HTML when there is no other */
  text: string;
  /** what the person wrote this time; never empty when `text` is not */
  visibleText: string;
  /** the rest of it: quotes and signature; null when there is none */
  foldedText: string | null;
  /** as it came: not to be shown without cleaning (platform/html/safe-html) */
  html: string | null;
  attachments: MailAttachment[];
  automatic: Automatic | null;
  /** of a notice of non-delivery or a complaint, whom it is about; otherwise null */
  bounce: BouncedRecipient[] | null;
  /** is it encrypted or signed? The signature is not checked */
  seal: Seal | null;
  /** sent with an empty return path: nobody may answer it by machine (RFC 3834 §2) */
  isNullSender: boolean;
  /** a mail server on the way says that the From line is not true (RFC 8601: dmarc=fail) */
  isSenderDoubted: boolean;
  /** what the last server that checked it found */
  senderChecks: SenderChecks | null;
};

/** A mail that cannot be read. The message is ours and says why; it may be shown to staff. */
export class UnreadableMail extends SafeError {
  override name = "UnreadableMail";
}

const MOST_BYTES = 60 * 1024 * 1024;
const MOST_REFERENCES = 50;
const LONGEST_ID = 900;
const DEEPEST_FORWARD = 3;

/**
 * Reads a raw mail (RFC 5322, MIME). Pure: nothing is fetched. Broken mails are read as far as they go, and
 * what belongs to nothing is an attachment. Rejects with UnreadableMail, and nothing else, when a mail is
 * larger than 60 MB; the caller keeps the raw bytes and parks it.
 */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  if (raw.length > MOST_BYTES) throw new UnreadableMail("It is larger than 60 MB");
  try {
    return read(raw);
  } catch {
    throw new UnreadableMail("Its parts cannot be told apart");
  }
}

function read(raw: Uint8Array): Mail {
  const root = readTree(Buffer.from(raw.buffer, raw.byteOffset, raw.length));
  const head = headOf(root.fields);
  const from = readAddresses(head("from").slice(0, 1))[0] ?? null;
  const subject = oneLine(decodeWords(head("subject")[0] ?? ""));
  const body = readBody(root);
  const attachments = attachmentsOf(body);
  const text = textFor(root, body, 0);
  const words = ownWords(text, { html: body.html, isForward: isForward(subject) });
  const kind = automaticKind({
    all: head,
    subject,
    from: from?.address ?? "",
    type: root.type,
    params: root.params,
  });
  const isNullSender = head("return-path").some((path) => /^<\s*>/.test(path));
  // Some servers' notices are known by their words alone; they come from nobody.
  const mayBeNotice = (from === null || isNullSender) && (kind === null || kind === "auto-reply");
  const bounce = kind === "bounce" || mayBeNotice ? bounceOf(root, text, kind === "bounce") : null;
  const automatic = bounce ? "bounce" : kind;
  return {
    messageId: ids(head("message-id")[0])[0] ?? null,
    inReplyTo: ids(head("in-reply-to")[0])[0] ?? null,
    references: firstAndLatest(ids(head("references").join(" "))),
    from,
    replyTo: readAddresses(head("reply-to")),
    to: readAddresses(head("to")),
    cc: readAddresses(head("cc")),
    subject,
    date: readDate(head("date")[0]),
    text,
    visibleText: words.visible,
    foldedText: words.folded,
    html: body.html,
    attachments,
    automatic,
    bounce,
    seal: body.seal,
    isNullSender,
    isSenderDoubted: isDoubted(head("authentication-results")),
    senderChecks: readSenderChecks(head("authentication-results")),
  };
}

/** The mail's words; of one that only carries another mail or an invitation, that one's. */
function textFor(root: Part, body: Body, level: number): string {
  if (body.text.trim() !== "") return body.text.trimEnd();
  const carried = body.files.find(({ part }) => part.type === "message/rfc822")?.part;
  if (carried && level < DEEPEST_FORWARD && root.type !== "multipart/report")
    return forwarded(carried, level + 1);
  const invitation = body.files.find(({ part }) => part.type === "text/calendar")?.part;
  return invitation ? calendarText(textOf(invitation)) : "";
}

/** A mail inside the mail, as programs write it out that forward inline. */
function forwarded(part: Part, level: number): string {
  const root = readTree(part.body);
  const head = headOf(root.fields);
  const lines = ["from", "date", "to", "subject"].flatMap((name) => {
    const value = oneLine(decodeWords(head(name)[0] ?? ""));
    return value ? [`${name[0]?.toUpperCase()}${name.slice(1)}: ${value}`] : [];
  });
  return [lines.join("\n"), textFor(root, readBody(root), level)].filter((one) => one !== "").join("\n\n");
}

/** The ids in a header, without brackets. One that is not written in brackets counts when it stands alone. */
function ids(header: string | undefined): string[] {
  if (!header) return [];
  const found = [...header.matchAll(/<\s{0,5}([^<>\s]{1,900})\s{0,5}>/g)].map((match) => match[1] ?? "");
  if (found.length > 0) return found.map((id) => id.replaceAll("\0", ""));
  const alone = header.replace(/[\0"<>]/g, "").trim();
  return alone !== "" && alone.length <= LONGEST_ID && !/\s/.test(alone) ? [alone] : [];
}

const firstAndLatest = (all: string[]) =>
  all.length <= MOST_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)];

const EARLIEST = Date.UTC(1980, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** A date that can be: not before there was mail, not in another age. */
function readDate(given: string | undefined): Date | null {
  if (!given || given.length > 200) return null;
  const plain = given
    .replace(/\([^()]*\)/g, " ")
    .replace(/^\s*\p{L}+\.?,?\s+(?=\d)/u, "")
    .trim();
  for (const text of [given, plain, plain.replace(/\s*(?:[A-Z]{3,5}|"[^"]*")$/, "")]) {
    const at = Date.parse(text);
    if (at >= EARLIEST && at < LATEST) return new Date(at);
  }
  return null;
}
