import { parseArgs } from "node:util";
import { startStore } from "./index";

/**
 * `npm run store -- --port 4000`: a shop for any GraphQL client, at /admin/api/{version}/graphql.json, with any
 * access token. Given an app (`--app http://127.0.0.1:3000 --key … --secret …`) it also installs and calls it.
 */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4000" },
    app: { type: "string" },
    key: { type: "string" },
    secret: { type: "string" },
    mailbox: { type: "string" },
    inbound: { type: "string" },
    "retry-speed": { type: "string" },
  },
});

const [inboundHost, inboundPort] = values.inbound?.split(":") ?? [];
const store = await startStore({
  port: Number(values.port),
  appUrl: values.app,
  apiKey: values.key,
  apiSecret: values.secret,
  mailboxUrl: values.mailbox,
  inboundSmtp: inboundHost ? { host: inboundHost, port: Number(inboundPort ?? 25) } : undefined,
  retrySpeed: values["retry-speed"] ? Number(values["retry-speed"]) : undefined,
});

const shop = store.shop();
console.log(`The store is open.
  control panel  ${store.url}
  Admin API      ${store.url}/admin/api/2026-07/graphql.json   (${shop.name})
  storefront     ${store.storefrontUrl(shop.domain)}
  admin          ${store.adminUrl(shop.domain)}
  app gateway    ${store.gatewayUrl}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void store.stop().then(() => process.exit(0)));
}
