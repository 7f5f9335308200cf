import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { env } from "~/env.server";
import { mintShop, type Shop } from "~/platform/database/shop.server";
import { log, withLogContext } from "~/platform/log.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import { readShopId } from "~/values/ids";

/** Runs after a shop's staff member got in for the first time, or again after the token ended. */
type OnInstalled = (shop: Shop) => Promise<void>;
let onInstalled: OnInstalled = async () => {};

/** The web process says what follows an installation; doors may not know features. */
export function afterInstall(then: OnInstalled) {
  onInstalled = then;
}

const app = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.July26,
  appUrl: env.SHOPIFY_APP_URL,
  authPathPrefix: "/auth",
  sessionStorage,
  distribution: AppDistribution.AppStore,
  useOnlineTokens: true,
  isEmbeddedApp: true,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: { level: 0, log: async (_severity, _message) => log.debug("shopify library event") },
  hooks: {
    afterAuth: async ({ session }) => {
      const shopId = readShopId(session.shop);
      if (shopId) await onInstalled(mintShop(shopId));
    },
  },
});

/** What App Bridge needs to know which app this is. Public. */
export const apiKey = env.SHOPIFY_API_KEY;

export type Staff = {
  /** Shopify's user id: calls can be made as them */
  id: string;
  name: string;
  /** may they use what needs this access scope? */
  may(scope: "write_orders" | "write_returns" | "read_orders"): boolean;
};

export type AdminVisit = { shop: Shop; staff: Staff };

/**
 * The door of the embedded admin: a session token of Shopify's, checked and exchanged by its library. Throws
 * the library's own answers (bounce page, 401 with the retry header) for whoever has none.
 */
export async function admin(request: Request): Promise<AdminVisit> {
  const { session } = await app.authenticate.admin(request);
  const shopId = readShopId(session.shop);
  if (!shopId) throw new Response(null, { status: 401 });
  const user = session.onlineAccessInfo?.associated_user;
  const scopes = new Set(
    (session.onlineAccessInfo?.associated_user_scope ?? session.scope ?? "").split(",").flatMap(implied),
  );
  const staff: Staff = {
    id: String(user?.id ?? ""),
    name: [user?.first_name, user?.last_name].filter(Boolean).join(" ") || "Staff",
    may: (scope) => user?.account_owner === true || scopes.has(scope),
  };
  return withLogContext({ shopId }, () => ({ shop: mintShop(shopId), staff }));
}

/** Shopify's rule: who may write may read. */
const implied = (scope: string) =>
  scope.startsWith("write_") ? [scope, scope.replace("write_", "read_")] : [scope.trim()];

/** Puts Shopify's headers (frame-ancestors of this shop, preload) on an HTML answer. */
export const addDocumentHeaders = app.addDocumentResponseHeaders;

/** The bounce page and the other addresses under /auth that Shopify's library answers. */
export const authenticateOnly = (request: Request) => app.authenticate.admin(request);
