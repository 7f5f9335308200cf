/**
 * Fetches a file of the app and hands it to the browser: shown in a tab of its own when it may be, else saved.
 * A plain link could not: inside Shopify's admin only requests made by script carry the session token. Answers
 * whether there was one.
 */
export async function openFile(address: string, name: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return false;
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement("a"), { href: url });
  if (answer.headers.get("content-type")?.startsWith("application/pdf")) link.target = "_blank";
  else link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
