import { createHash } from "node:crypto";
import { headOf, readHead } from "~/platform/channels/email/mime-head";
import { type Mail, readMail } from "~/platform/channels/email/read-mail";
import { sniff, UNKNOWN_TYPE } from "~/platform/files/sniff";
import {
  type IsOurs,
  NOTHING,
  type PastPerson,
  type PastRecord,
  type SkipReason,
  skip,
} from "./past-message";
import type { FileRecord } from "./record";

const MOST_FILES = 100;

/** Reads a message of an mbox file. One that names no sender, or that nobody is to read, is passed over. */
export async function readMboxRecord({ bytes }: FileRecord, isOurs: IsOurs): Promise<PastRecord> {
  if (!bytes) return skip("tooLarge");
  const head = headOf(readHead(bytes, 0, () => false).fields);
  const unwanted = whyUnwanted(head);
  if (unwanted) return skip(unwanted);
  const mail = await readMail(bytes).catch(() => null);
  if (!mail) return skip("unreadable");
  // What mail servers write for themselves at the beginning of a mailbox ("FOLDER INTERNAL DATA") has this field.
  if (head("x-imap").length > 0 || head("x-imapbase").length > 0) return skip("other");
  if (!mail.from && mail.text.trim() === "" && mail.attachments.length === 0) return skip("empty");
  const author = mail.from ? personOf(mail.from) : null;
  const others = [...mail.to, ...mail.cc].filter(({ address }) => !isOurs(address));
  const isShop = author?.email && !mail.isSenderDoubted ? isOurs(author.email) : false;
  const outside = isShop ? (others[0] ?? null) : null;
  const threads = [mail.messageId, mail.inReplyTo, ...mail.references, ...gmailThread(head)].filter(
    (one): one is string => one !== null,
  );
  const key = mail.messageId ?? createHash("sha256").update(bytes).digest("hex");
  return {
    ...NOTHING,
    messages: [
      {
        key: `mail:${key}`,
        threads: (threads.length > 0 ? threads : [key]).map((one) => `mail:${one.toLowerCase()}`),
        mailId: mail.messageId,
        at: mail.date,
        subject: mail.subject,
        text: mail.visibleText,
        folded: mail.foldedText,
        author,
        // a machine's mail is nobody's answer
        isShop: isShop && mail.automatic === null,
        isDoubted: mail.isSenderDoubted,
        // between people of the shop only
        isNote: isShop && outside === null && mail.to.length + mail.cc.length > 0,
        isBare: false,
        automatic: mail.automatic,
        person: isShop ? outside && personOf(outside) : mail.isSenderDoubted ? null : author,
        raw: bytes,
        hasHtml: mail.html !== null,
        files: filesOf(mail),
        filesElsewhere: [],
        ref: null,
        tags: [],
        channel: "email",
      },
    ],
  };
}

const personOf = ({ name, address }: { name: string; address: string }): PastPerson => ({
  id: null,
  email: address.toLowerCase(),
  name: name || null,
});

const filesOf = (mail: Mail) =>
  mail.attachments.slice(0, MOST_FILES).map(({ name, size, isInline, content }) => {
    const contentType = sniff(content);
    return { name, size, isInline: isInline && contentType !== UNKNOWN_TYPE, contentType };
  });

type Head = ReturnType<typeof headOf>;

/** Gmail's own number of the conversation, in the files of Google Takeout. */
const gmailThread = (head: Head): string[] => head("x-gm-thrid").map((one) => `x-gm-thrid ${one.trim()}`);

/** Thunderbird's bit for what was deleted and not yet compacted (X-Mozilla-Status, MSG_FLAG_EXPUNGED). */
const EXPUNGED = 0x0008;

/** What Gmail (X-Gmail-Labels) and Thunderbird (X-Mozilla-Status) say of mails that are no conversation. */
function whyUnwanted(head: Head): SkipReason | null {
  const labels = head("x-gmail-labels")
    .join(",")
    .split(",")
    .map((one) => one.trim().toLowerCase());
  if (labels.includes("spam")) return "spam";
  if (labels.includes("trash")) return "deleted";
  if (labels.includes("drafts") || labels.includes("draft")) return "draft";
  const status = Number.parseInt(head("x-mozilla-status")[0] ?? "0", 16);
  return (status & EXPUNGED) !== 0 ? "deleted" : null;
}
