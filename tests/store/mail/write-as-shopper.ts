import { createTransport } from "nodemailer";
import { Refused, type Store } from "../store";
import { type Mail, openMailbox } from "./mailbox";

export interface ShopperMail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
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
      html: asHtml(mail.text),
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
  const mail = await openMailbox(store.settings.mailboxUrl).read(reply.id);
  const to = replyAddress(mail);
  const me = mail.to[0];
  if (!to || !me) throw new Refused("That mail has no one to answer");
  const messageId = header(mail, "message-id");
  const references = [...header(mail, "references").split(/\s+/), messageId].filter(Boolean);
  const sent = await writeAsShopper(store, {
    from: { name: me.name ?? "", address: me.address },
    to,
    subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    text: `${reply.text}\n\n${quoted(mail)}`,
    ...(messageId ? { inReplyTo: messageId, references } : {}),
    attachments: reply.attachments,
    headers: reply.headers,
  });
  return { ...sent, to };
}

export function header(mail: Mail, name: string): string {
  const value = Object.entries(mail.headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "";
}

function replyAddress(mail: Mail): string | undefined {
  const named = /<([^<>\s]+)>|([^\s<>",]+@[^\s<>",]+)/.exec(header(mail, "reply-to"));
  return named?.[1] ?? named?.[2] ?? mail.from[0]?.address;
}

function quoted(mail: Mail): string {
  const when = new Date(mail.time).toUTCString();
  const who = mail.from[0]?.name ?? mail.from[0]?.address ?? "someone";
  const lines = (mail.text ?? "").trimEnd().split("\n");
  return [`On ${when}, ${who} wrote:`, ...lines.map((line) => `> ${line}`)].join("\n");
}

const asHtml = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((block) => `<p dir="auto">${escapeHtml(block).replaceAll("\n", "<br>")}</p>`)
    .join("\n");

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
