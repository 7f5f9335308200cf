import { createTransport } from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import { escapeHtml } from "../http/html";
import { Refused, type Store } from "../store";
import { openMailbox } from "./mailbox";

export interface ShopperMail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  /** Made from the text unless given. */
  html?: string | undefined;
  inReplyTo?: string | undefined;
  references?: string[] | undefined;
  headers?: Record<string, string> | undefined;
  attachments?: { filename: string; content: string; contentType?: string | undefined }[] | undefined;
}

/** Sends a real mail over SMTP to the app's door for mail. */
export async function writeAsShopper(store: Store, mail: ShopperMail): Promise<{ messageId: string }> {
  const { inboundSmtp } = store.settings;
  if (!inboundSmtp) throw new Refused("This store does not know where the app takes in mail", 503);
  const transport = createTransport({
    ...inboundSmtp,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: 5_000,
  });
  try {
    const sent = await transport.sendMail({
      from: mail.from,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html ?? asHtml(mail.text),
      date: store.clock.now(),
      ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
      ...(mail.references ? { references: mail.references } : {}),
      ...(mail.headers ? { headers: mail.headers } : {}),
      attachments: (mail.attachments ?? []).map(({ filename, content, contentType }) => ({
        filename,
        content: Buffer.from(content, "base64"),
        ...(contentType ? { contentType } : {}),
      })),
    });
    return { messageId: sent.messageId };
  } catch (error) {
    throw new Refused(
      `The app did not take the mail: ${error instanceof Error ? error.message : String(error)}`,
      502,
    );
  } finally {
    transport.close();
  }
}

/** Answers a mail in the mailbox the way a mail program does: threaded, and with the old text quoted below. */
export async function replyAsShopper(
  store: Store,
  reply: {
    id: string;
    text: string;
    attachments?: ShopperMail["attachments"];
    headers?: ShopperMail["headers"];
  },
): Promise<{ messageId: string; to: string }> {
  const mail = await PostalMime.parse(await openMailbox(store.settings.mailboxUrl).source(reply.id));
  const to = (mail.replyTo?.[0] ?? mail.from)?.address;
  const me = mail.to?.[0];
  if (!to || !me?.address) throw new Refused("That mail has no one to answer");
  const { messageId, subject = "" } = mail;
  const references = [
    ...(mail.references ?? "").split(/\s+/).filter(Boolean),
    ...(messageId ? [messageId] : []),
  ];
  const sent = await writeAsShopper(store, {
    from: { name: me.name, address: me.address },
    to,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    text: [reply.text, "", attribution(mail), ...quotedLines(mail)].join("\n"),
    html: `${asHtml(reply.text)}\n${quotedHtml(mail)}`,
    ...(messageId ? { inReplyTo: messageId, references } : {}),
    attachments: reply.attachments,
    headers: reply.headers,
  });
  return { ...sent, to };
}

function attribution(mail: Email): string {
  const when = (mail.date ? new Date(mail.date) : new Date()).toUTCString();
  return `On ${when}, ${mail.from?.name || mail.from?.address || "someone"} wrote:`;
}

const quotedLines = (mail: Email): string[] =>
  (mail.text ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => `> ${line}`);

/** As the most widespread mail programs mark what they quote. */
const quotedHtml = (mail: Email): string =>
  `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escapeHtml(attribution(mail))}<br></div>
<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${mail.html ?? asHtml(mail.text ?? "")}</blockquote></div>`;

const asHtml = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((block) => `<p dir="auto">${escapeHtml(block).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
