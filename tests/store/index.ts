import type { ApiCall } from "./admin-api/routes";
import { readAppConfig } from "./app-config";
import { createClock } from "./clock";
import { defaultShops } from "./default-shops";
import { createShopify } from "./engine/index";
import { createFaults } from "./faults";
import { createInstalls } from "./installs";
import { createAccessTokens } from "./oauth/access-tokens";
import { mintSessionToken } from "./oauth/session-token";
import { fillSettings, type StoreOptions } from "./options";
import { createServers } from "./servers";
import { handleOf, Refused, type Store } from "./store";
import { createPostOffice } from "./webhooks/post-office";

export { fernAndFable, nordlichtHaus } from "./default-shops";
export { mintCustomerToken, mintSessionToken } from "./oauth/session-token";
export type { StoreOptions } from "./options";
export { proxySignature, signedProxyQuery } from "./proxy/signature";
export type { Store } from "./store";
export { webhookSignature } from "./webhooks/send";

/** Opens the store on this machine. Everything it says goes to 127.0.0.1. */
export async function startStore(options: StoreOptions = {}): Promise<Store> {
  const settings = fillSettings(options);
  const config = () => readAppConfig(settings.projectDirectory);
  const clock = createClock();
  const faults = createFaults(settings.random);
  const installs = createInstalls(config);
  const tokenNow = () => (options.tokenClock === "machine" ? Date.now() : clock.now().getTime());
  const tokens = settings.apiSecret === undefined ? undefined : createAccessTokens(tokenNow);
  const calls: ApiCall[] = [];
  const shopify = createShopify({
    now: () => clock.now(),
    ...(options.planPointsPerSecond === undefined
      ? {}
      : { planPointsPerSecond: options.planPointsPerSecond }),
  });
  const webhooks = createPostOffice({ ...settings, config, clock });
  const silence = shopify.onWebhook((event) => {
    if (installs.has(event.shop)) webhooks.announce(event);
  });

  const servers = createServers();
  const store: Store = {
    url: "",
    gatewayUrl: "",
    storefrontUrl: (shop) => servers.storefrontUrl(shop),
    adminUrl: (shop, path = "") => `${store.url}/store/${handleOf(shop)}/apps/${settings.apiKey}${path}`,
    settings,
    config,
    shopify,
    clock,
    faults,
    webhooks,
    installs,
    tokens,
    calls,
    tokenNow,
    async addShop(shop) {
      await servers.openStorefront(store, shop.domain);
      const added = shopify.addShop({ primaryUrl: servers.storefrontUrl(shop.domain), ...shop });
      installs.install(shop.domain);
      return added;
    },
    shop(name) {
      const shops = shopify.shops();
      const found = name
        ? shops.find((one) => one.domain === name || handleOf(one.domain) === name)
        : shops[0];
      if (!found) throw new Refused(`No shop is called ${name ?? "anything yet"}`, 404);
      return found;
    },
    sessionToken(shop, userId) {
      if (settings.apiSecret === undefined)
        throw new Refused("A store without an app secret mints no tokens");
      const mint = { shop, apiKey: settings.apiKey, apiSecret: settings.apiSecret, now: tokenNow() };
      return mintSessionToken(userId ? { ...mint, userId } : mint);
    },
    async stop() {
      silence();
      webhooks.stop();
      await servers.stop();
    },
  };
  Object.assign(store, await servers.open(store, options.port ?? 0));
  for (const shop of options.shops ?? defaultShops) await store.addShop(shop);
  return store;
}
