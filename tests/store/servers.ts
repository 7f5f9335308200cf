import { appGateway } from "./admin/gateway";
import { type Listening, listen } from "./http/listen";
import { mainServer } from "./main-server";
import type { Store } from "./store";
import { storefrontServer } from "./storefront/server";

/** The surfaces and their ports: the store itself, the app's gateway next to it, then a storefront per shop. */
export function createServers() {
  const open: Listening[] = [];
  const storefronts = new Map<string, string>();
  let nextPort = 0;

  async function start(handler: Parameters<typeof listen>[0], insist = false): Promise<Listening> {
    const listening = await listen(handler, { port: nextPort, insist });
    if (nextPort !== 0) nextPort++;
    open.push(listening);
    return listening;
  }

  return {
    async open(store: Store, port: number): Promise<{ url: string; gatewayUrl: string }> {
      nextPort = port;
      const main = await start(mainServer(store), true);
      const gateway = appGateway(store);
      const front = await start(gateway.handler);
      front.server.on("upgrade", gateway.upgrade);
      return { url: main.url, gatewayUrl: front.url };
    },
    async openStorefront(store: Store, shop: string): Promise<void> {
      storefronts.set(shop, (await start(storefrontServer(store, shop))).url);
    },
    storefrontUrl(shop: string): string {
      const url = storefronts.get(shop);
      if (!url) throw new Error(`${shop} has no storefront`);
      return url;
    },
    async stop(): Promise<void> {
      await Promise.all(open.map((listening) => listening.close()));
    },
  };
}
