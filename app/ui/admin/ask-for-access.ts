/** The part of App Bridge that asks the merchant: it answers once they decided, in Shopify's own dialog. */
type Bridge = {
  scopes?: { request(scopes: string[]): Promise<{ result: "granted-all" | "declined-all" }> };
  toast?: { show(message: string, options?: { isError?: boolean }): void };
};

/** Lets the merchant allow access scopes; says `declined` when they do not. */
export async function askForAccess(scopes: string[], declined: string, onAllowed: () => void): Promise<void> {
  const bridge = (window as { shopify?: Bridge }).shopify;
  const answer = await bridge?.scopes?.request(scopes).catch(() => null);
  if (answer?.result === "granted-all") onAllowed();
  else bridge?.toast?.show(declined, { isError: true });
}
