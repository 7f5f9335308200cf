/**
 * Saves what is at an address of ours as a file. A plain link could not: inside Shopify's admin only requests made by
 * script carry the session token. Answers whether it worked.
 */
export async function saveFile(path: string, name: string): Promise<boolean> {
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) return false;
  saveBlob(await answer.blob(), name);
  return true;
}

/** Saves what this page made as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
