import "@shopify/shopify-api/adapters/node";
import { ApiVersion, shopifyApi } from "@shopify/shopify-api";
import { env } from "~/env.server";
import { log } from "~/platform/log.server";

const api = shopifyApi({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.July26,
  hostName: new URL(env.SHOPIFY_APP_URL).host,
  isEmbeddedApp: true,
  logger: { level: 0, log: () => log.debug("shopify library event") },
});

/** Is this app proxy query signed by Shopify, within 90 seconds, and every parameter there once? */
export async function isSignedProxyQuery(query: URLSearchParams): Promise<boolean> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of query) {
    if (name in parameters) return false;
    parameters[name] = value;
  }
  return api.utils.validateHmac(parameters as never, { signator: "appProxy" }).catch(() => false);
}

/** What a session token (JWT signed by Shopify for us) says; throws when it is not valid now. */
export const readSessionToken = (token: string) => api.session.decodeSessionToken(token);
