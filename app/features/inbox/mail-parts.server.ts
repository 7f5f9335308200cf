import { type Mail, type MailAttachment, readMail } from "~/platform/channels/email/read-mail";
import type { Shop } from "~/platform/database/shop.server";
import { fileAnswer } from "~/platform/files/files.server";
import { mailPicturePath } from "~/platform/files/mail-picture.server";
import { safeFileName, sniff, UNKNOWN_TYPE } from "~/platform/files/sniff";
import { safeHtml } from "~/platform/html/safe-html";
import { rawMailOf } from "./mail-parts-store.server";

export type MailPage = {
  /** safe to show in a frame without scripts (safeHtml) */
  html: string;
  /** how many pictures would have to be fetched from elsewhere, and are not */
  remotePictures: number;
};

/** More of a mail's own pictures than this are left out, in bytes: the page is one string. */
const MOST_PICTURES = 8 * 1024 * 1024;

/** More pictures from elsewhere than this are not fetched for one mail. */
const MOST_REMOTE = 200;

/**
 * A message's mail as its sender designed it, made safe; null when it has none, or no HTML. With `remote`, pictures
 * from elsewhere are shown, through us: their owner learns that somebody looked, and not who or where.
 */
export async function mailPage(
  shop: Shop,
  messageId: string,
  { remote = false }: { remote?: boolean } = {},
): Promise<MailPage | null> {
  const mail = await mailOf(shop, messageId);
  if (!mail?.html) return null;
  let shown = 0;
  const html = safeHtml(mail.html, {
    cid: picturesOf(mail),
    remote: (address) =>
      remote && ++shown <= MOST_REMOTE ? mailPicturePath(shop.id, address, shop.now()) : null,
  });
  return { html, remotePictures: html.split("data-remote-src=").length - 1 };
}

/** A file that came with a message, by its place in the mail, as it may be saved; null when there is none. */
export async function mailFile(shop: Shop, messageId: string, place: number): Promise<Response | null> {
  const mail = await mailOf(shop, messageId);
  const file = mail?.attachments[place];
  if (!file) return null;
  const { name, content } = file;
  return fileAnswer({ name: safeFileName(name ?? ""), contentType: sniff(content), bytes: content });
}

async function mailOf(shop: Shop, messageId: string): Promise<Mail | null> {
  const raw = await shop.transact((tx) => rawMailOf(tx, messageId));
  return raw ? readMail(raw) : null;
}

/** The mail's own pictures by Content-ID, as addresses that hold them: nothing has to be fetched. */
function picturesOf(mail: Mail): Map<string, string> {
  const pictures = new Map<string, string>();
  let held = 0;
  for (const { contentId, content } of mail.attachments.filter(isPicture)) {
    held += content.length;
    if (contentId && held <= MOST_PICTURES)
      pictures.set(contentId, `data:${sniff(content)};base64,${Buffer.from(content).toString("base64")}`);
  }
  return pictures;
}

const isPicture = ({ contentId, content }: MailAttachment) =>
  contentId !== null && sniff(content) !== UNKNOWN_TYPE && sniff(content).startsWith("image/");
