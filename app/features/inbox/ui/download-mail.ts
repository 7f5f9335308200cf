/**
 * Saves a kept mail as a file. A plain link could not: inside Shopify's admin only requests made by script
 * carry the session token.
 */
export async function downloadMail(inboundMailId: string): Promise<boolean> {
  const answer = await fetch(`/app/inbox/mail/${encodeURIComponent(inboundMailId)}`).catch(() => null);
  if (!answer?.ok) return false;
  const address = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement("a"), { href: address, download: "mail.eml" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return true;
}
