import { carts } from "../actions/carts";
import { listOrders } from "../actions/read-orders";
import { scanKinds } from "../actions/scans";
import { shoppers } from "../actions/shoppers";
import { carriers } from "../actions/tracking-numbers";
import type { Store } from "../store";

const WEBHOOKS_SHOWN = 200;

/** All the panel shows about one shop, in one go. */
export async function overview(store: Store, shop: string) {
  const { settings } = store;
  return {
    shop: store.shop(shop),
    shops: store.shopify.shops().map((one) => ({
      ...one,
      installed: store.installs.has(one.domain),
      storefrontUrl: store.storefrontUrl(one.domain),
      adminUrl: store.adminUrl(one.domain),
    })),
    proxyPrefix: store.config().proxyPrefix,
    scopes: store.installs.scopes(shop),
    appUrl: settings.appUrl ?? null,
    mailboxUrl: settings.mailboxUrl ?? null,
    takesMail: Boolean(settings.inboundSmtp),
    supportAddress: settings.supportAddress ?? store.shop(shop).email,
    standsAlone: store.tokens === undefined,
    clock: { now: store.clock.now(), offsetMs: store.clock.offsetMs() },
    faults: store.faults.settings(),
    switches: store.webhooks.switches(),
    webhooks: store.webhooks
      .log()
      .filter((one) => one.shop === shop)
      .slice(-WEBHOOKS_SHOWN)
      .reverse()
      .map(({ body, ...rest }) => ({ ...rest, bytes: body.length })),
    calls: store.calls
      .filter((one) => one.shop === shop)
      .slice(-60)
      .reverse(),
    orders: await listOrders(store, shop),
    choices: {
      shoppers: shoppers.map(({ key, about, firstName, lastName, email, currency }) => ({
        key,
        about,
        name: `${firstName} ${lastName}`,
        email,
        currency,
      })),
      carts: carts.map(({ key, about }) => ({ key, about })),
      carriers: carriers.map((one) => one.name),
      scans: scanKinds,
    },
  };
}
