import { saveFile } from "~/ui/admin/save-file";

/** Saves a kept mail as it came. */
export const downloadMail = (inboundMailId: string): Promise<boolean> =>
  saveFile(`/app/inbox/mail/${encodeURIComponent(inboundMailId)}`, "mail.eml");

/** Saves a file that came with a message. */
export const downloadFile = (messageId: string, place: number, name: string): Promise<boolean> =>
  saveFile(`/app/inbox/message/${encodeURIComponent(messageId)}/file/${place}`, name);
