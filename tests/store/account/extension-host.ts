import { readdirSync } from "node:fs";
import express, { type Request, type RequestHandler, Router } from "express";
import { gid, legacyId } from "../actions/customers";
import { readOrder } from "../actions/read-order";
import { type Html, html, scriptJson } from "../http/html";
import { mintCustomerToken } from "../oauth/session-token";
import type { Store } from "../store";
import { visitorOf } from "../storefront/signed-in";
import { bundleExtension, extensionFor, extensionsFor, extensionWords } from "../ui-extensions";
import { returnInformation } from "./customer-account-api";

export const MENU_ITEM = "customer-account.order.action.menu-item.render";
export const ORDER_PAGE = "customer-account.order.page.render";
/** A page about no order in particular. */
export const OWN_PAGE = "customer-account.page.render";

const COMPONENTS = new URL(
  "../../../node_modules/@shopify/ui-extensions/build/ts/surfaces/customer-account/components/",
  import.meta.url,
);

/** The elements that Shopify has for customer accounts: s-page, s-drop-zone … */
const components = (): string[] =>
  readdirSync(COMPONENTS).flatMap((file) => {
    const name = /^([A-Z]\w+)\.d\.ts$/.exec(file)?.[1]?.replace("QRCode", "QrCode");
    return name ? [`s${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] : [];
  });

/** Where an extension stands: about which order, at which path of its own page. */
interface Place {
  order?: string;
  path?: string;
}

/** The app's extensions at a place, each in a sandbox of its own; nothing when there is none. */
export function accountExtensions(
  store: Store,
  shop: string,
  target: string,
  place: Place,
  handle?: string,
): Html | null {
  const { projectDirectory, appUrl } = store.settings;
  const found = extensionsFor(projectDirectory, target).filter(
    (one) => handle === undefined || one.handle === handle,
  );
  if (!appUrl || found.length === 0 || !store.installs.has(shop)) return null;
  const order = place.order ? legacyId(place.order) : "";
  const frames = found.map((one) => {
    const query = new URLSearchParams({ handle: one.handle, order, path: place.path ?? "" });
    const source = `/__store/extensions/${target}?${query}`;
    return html`<iframe class="extension" title="${one.handle}" sandbox="allow-scripts" data-order="${order}" src="${source}"></iframe>`;
  });
  return html`${frames}<script type="module" src="/__store/extension-assets/outside.js"></script>`;
}

/** A frame without an origin may load these. */
const forAnyone: RequestHandler = (_request, response, next) => {
  response.set({ "access-control-allow-origin": "*", "cache-control": "no-store" });
  next();
};

/**
 * The sandbox of the app's customer account extensions, and what Shopify gives them from outside of it. It has no
 * origin: no cookies, no storage, no way to the page around it; and no network, unless the extension asked for it.
 */
export function accountExtensionRoutes(store: Store, shop: string): Router {
  const router = Router();
  const extensionOf = (request: Request) =>
    store.installs.has(shop)
      ? extensionFor(
          store.settings.projectDirectory,
          String(request.params.target),
          request.query.handle === undefined ? undefined : String(request.query.handle),
        )
      : undefined;
  router.use(
    "/__store/extension-assets",
    forAnyone,
    express.static(new URL("./pages", import.meta.url).pathname),
  );
  router.get("/__store/extensions/:target", (request, response, next) => {
    const found = extensionOf(request);
    if (!found?.target.startsWith("customer-account.")) return next();
    const language = visitorOf(request, shop).language ?? store.shop(shop).locale;
    const known = {
      target: found.target,
      handle: found.handle,
      path: String(request.query.path ?? ""),
      language,
      words: extensionWords(found, language),
      order: gid("Order", String(request.query.order ?? "")),
      components: components(),
    };
    const own = store.storefrontUrl(shop);
    response
      .set({ "content-security-policy": sandbox(own, found.network), "cache-control": "no-store" })
      .type("html")
      .send(
        html`<!doctype html><html lang="${language}" dir="${/^(ar|he)/.test(language) ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aftercare</title>
<link rel="stylesheet" href="${own}/__store/extension-assets/extension.css"></head><body>
<script type="application/json" id="known">${scriptJson(known)}</script>
<script type="module" src="${own}/__store/extension-assets/inside.js"></script></body></html>`.text,
      );
  });
  router.get("/__store/extensions/:target/script.js", forAnyone, (request, response, next) => {
    const found = extensionOf(request);
    if (!found) return next();
    bundleExtension(found, store.gatewayUrl)
      .then((code) => response.type("text/javascript").send(code))
      .catch(next);
  });
  router.post("/__store/extension-token", (request, response) => {
    const { apiKey, apiSecret } = store.settings;
    const { customerId } = visitorOf(request, shop);
    const mint = { shop, apiKey, apiSecret: apiSecret ?? "", now: store.tokenNow() };
    const token = mintCustomerToken(customerId ? { ...mint, customerId: gid("Customer", customerId) } : mint);
    response.json({ token });
  });
  router.post("/__store/customer-account-api", express.json(), (request, response, next) => {
    const { variables } = request.body as { variables?: { id?: string } };
    ownOrder(store, shop, request, variables?.id ?? "")
      .then(async (order) => ({ order: order && (await returnInformation(store, shop, order)) }))
      .then((data) => response.json({ data }))
      .catch(next);
  });
  return router;
}

/** An order of who is signed in; null otherwise. */
export async function ownOrder(store: Store, shop: string, request: Request, id: string) {
  const order = await readOrder(store, shop, id);
  const { customerId } = visitorOf(request, shop);
  return order?.customer && legacyId(order.customer.id) === customerId ? order : null;
}

const sandbox = (own: string, network: boolean): string =>
  [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own} 'unsafe-inline'`,
    "img-src http: https: data: blob:",
    `connect-src ${network ? "http: https:" : "'none'"}`,
  ].join("; ");
