import type { SendMailOptions } from "nodemailer";
import { env } from "~/env.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { isMailbox } from "~/values/keys";
import { SIGNED_FIELDS, type SigningKey } from "./dkim";
import { closeMailServers, handOver, type RefusedRecipient } from "./mail-servers.server";

export type Mailbox = { name: string; address: string };

export type OutgoingMail = {
  from: Mailbox;
  to: Mailbox;
  /** who gets a copy, for all to see */
  cc?: Mailbox[];
  /** to whom of these alone it goes this time: the others have it */
  only?: string[];
  replyTo?: Mailbox;
  subject: string;
  text: string;
  html: string;
  /** without angle brackets; the same on every try, so that a copy is seen as one (RFC 5322 §3.6.4) */
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  /** automatic mail says so (RFC 3834); a person's answer does not */
  automatic: boolean;
  /** where its bounces go; the sender when it says nothing */
  returnPath?: string;
  /** where one POST ends mails of its sort (RFC 8058), for mail that one may do without */
  unsubscribeUrl?: string;
  /** signs it with the key of the sender's domain */
  dkim?: SigningKey;
  attachments?: Attachment[];
};

export type Attachment = {
  filename: string;
  contentType: string;
  content: Uint8Array;
  /** a picture that the HTML names `cid:` and this (RFC 2392) */
  cid?: string;
};

/** Our own sender address, for shops that have not set one. */
export const OUR_SENDER = env.MAIL_FROM;

/** Ends the pools, so that a stopping process does not wait for idle connections. */
export const closeMail = (): void => closeMailServers();

/**
 * Hands one mail to the SMTP server; resolves when the server has accepted it, with those it refused it for when
 * others get it. Addresses go in as objects and have been checked to be one plain mailbox each, so that nobody else
 * is named. When the first
 * server cannot be reached the second one is asked, if there is one (`handOver`). Throws
 * TryAgain for what passes (no connection, no login, 4xx) and NeedsMerchant when the server refuses this mail
 * for good (5xx).
 */
export async function sendMail(mail: OutgoingMail): Promise<RefusedRecipient[]> {
  const recipients = [mail.to, ...(mail.cc ?? [])].map(({ address }) => address);
  if (!recipients.every(isMailbox)) throw new NeedsMerchant("The recipient's address is not a mail address");
  const domain = mail.from.address.split("@")[1] ?? "localhost";
  try {
    return await handOver({
      from: plain(mail.from),
      to: plain(mail.to),
      ...(mail.cc?.length ? { cc: mail.cc.map(plain) } : {}),
      ...(mail.replyTo ? { replyTo: plain(mail.replyTo) } : {}),
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.messageId}>`,
      ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
      ...(mail.references?.length ? { references: mail.references.map((id) => `<${id}>`) } : {}),
      envelope: { from: mail.returnPath ?? mail.from.address, to: mail.only ?? recipients },
      headers: headersOf(mail),
      ...(mail.dkim ? { dkim: signing(mail.dkim) } : {}),
      attachments: (mail.attachments ?? []).map(enclosed),
      disableFileAccess: true,
      disableUrlAccess: true,
      textEncoding: "quoted-printable",
    } as SendMailOptions);
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    // Only about this mail: a login or greeting that is refused concerns us, and passes when we mend it.
    if ((code === "EENVELOPE" || code === "EMESSAGE") && responseCode && responseCode >= 500)
      throw new NeedsMerchant(`The mail server refused it (${responseCode})`);
    throw new TryAgain(`The mail server of ${domain} could not take it now`);
  }
}

const enclosed = ({ filename, content, ...one }: Attachment) => ({
  ...one,
  filename: oneLine(filename),
  content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  ...(one.cid ? { contentDisposition: "inline" as const } : {}),
});

function headersOf({ automatic, unsubscribeUrl }: OutgoingMail): Record<string, string> {
  return {
    ...(automatic ? { "auto-submitted": "auto-generated", "x-auto-response-suppress": "All" } : {}),
    ...(unsubscribeUrl
      ? { "list-unsubscribe": `<${unsubscribeUrl}>`, "list-unsubscribe-post": "List-Unsubscribe=One-Click" }
      : {}),
  };
}

const signing = ({ domain, selector, privateKey }: SigningKey) => ({
  domainName: domain,
  keySelector: selector,
  // Handed to crypto's sign as it is, which takes a key that was read already, and faster than its text.
  privateKey: privateKey as unknown as string,
  headerFieldNames: SIGNED_FIELDS,
});

const plain = ({ name, address }: Mailbox) => ({ name: oneLine(name), address });

/** No header may hold a line break or another control character. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 500);
