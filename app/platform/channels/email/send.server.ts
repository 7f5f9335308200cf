import type { SendMailOptions } from "nodemailer";
import { env } from "~/env.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { isMailbox } from "~/values/keys";
import { SIGNED_FIELDS, type SigningKey } from "./dkim";
import { closeMailServers, handOver } from "./mail-servers.server";

export type Mailbox = { name: string; address: string };

export type OutgoingMail = {
  from: Mailbox;
  to: Mailbox;
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
  attachments?: { filename: string; contentType: string; content: Uint8Array }[];
};

/** Our own sender address, for shops that have not set one. */
export const OUR_SENDER = env.MAIL_FROM;

/** Ends the pools, so that a stopping process does not wait for idle connections. */
export const closeMail = (): void => closeMailServers();

/**
 * Hands one mail to the SMTP server; resolves when the server has accepted it. Addresses go in as objects
 * and have been checked to be one plain mailbox each, so that exactly one recipient is named. When the first
 * server cannot be reached the second one is asked, if there is one (`handOver`). Throws
 * TryAgain for what passes (no connection, no login, 4xx) and NeedsMerchant when the server refuses this mail
 * for good (5xx).
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  if (!isMailbox(mail.to.address)) throw new NeedsMerchant("The recipient's address is not a mail address");
  const domain = mail.from.address.split("@")[1] ?? "localhost";
  try {
    await handOver({
      from: plain(mail.from),
      to: plain(mail.to),
      ...(mail.replyTo ? { replyTo: plain(mail.replyTo) } : {}),
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.messageId}>`,
      ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
      ...(mail.references?.length ? { references: mail.references.map((id) => `<${id}>`) } : {}),
      envelope: { from: mail.returnPath ?? mail.from.address, to: [mail.to.address] },
      headers: headersOf(mail),
      ...(mail.dkim ? { dkim: signing(mail.dkim) } : {}),
      attachments: (mail.attachments ?? []).map((one) => ({ ...one, content: Buffer.from(one.content) })),
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
