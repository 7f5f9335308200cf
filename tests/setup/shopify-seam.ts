import { randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { sessionStorage } from "~/platform/shopify/session-storage.server";

/** What goes to Shopify goes to `origin` instead, as the preload of a real process does. Answers how to undo it. */
export function leadShopifyTo(origin: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input));
    if (!/(^|\.)(myshopify|shopify)\.com$/.test(address.hostname)) return real(input, init);
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    headers.set("x-forwarded-shop-host", address.host);
    const detour: RequestInit = { method: request.method, headers, signal: request.signal };
    if (request.body) Object.assign(detour, { body: request.body, duplex: "half" });
    return real(new URL(address.pathname + address.search, origin), detour);
  };
  return () => {
    globalThis.fetch = real;
  };
}

export type OfflineTokens = { access?: string; refresh?: string; expiresInMs?: number };

/** Gives a shop an offline token, as an installation does. */
export async function signInOffline(shop: string, tokens: OfflineTokens = {}): Promise<void> {
  const { access = `shpat_${randomUUID()}`, refresh, expiresInMs = 3_600_000 } = tokens;
  const session = new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    accessToken: access,
  });
  session.scope = "write_orders,write_returns";
  session.expires = new Date(Date.now() + expiresInMs);
  if (refresh) {
    session.refreshToken = refresh;
    session.refreshTokenExpires = new Date(Date.now() + 30 * 86_400_000);
  }
  await sessionStorage.storeSession(session);
}
