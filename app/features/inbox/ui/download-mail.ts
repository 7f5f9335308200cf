/**
 * Saves something of the inbox as a file. A plain link could not: inside Shopify's admin only requests made by
 * script carry the session token. Answers whether it worked.
 */
async function save(path: string, name: string): Promise<boolean> {
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) return false;
  const address = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return true;
}

/** Saves a kept mail as it came. */
export const downloadMail = (inboundMailId: string): Promise<boolean> =>
  save(`/app/inbox/mail/${encodeURIComponent(inboundMailId)}`, "mail.eml");

/** Saves a file that came with a message. */
export const downloadFile = (messageId: string, place: number, name: string): Promise<boolean> =>
  save(`/app/inbox/message/${encodeURIComponent(messageId)}/file/${place}`, name);
