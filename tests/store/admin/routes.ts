import express, { type Request, Router } from "express";
import { install } from "../actions/installation";
import { html, scriptJson } from "../http/html";
import { handleOf, type Store } from "../store";
import { extensionRoutes } from "./extension-host";
import { adminLayout } from "./layout";
import { orderRoutes } from "./order-routes";

/** The admin on this machine: the shop's own orders, and the app in its frame. */
export function adminRoutes(store: Store): Router {
  const router = Router();
  router.use("/admin-assets", express.static(new URL("./pages", import.meta.url).pathname));
  router.use(orderRoutes(store));
  router.use(extensionRoutes(store));
  router.get(["/storefront/:shop", "/storefront/:shop/*"], (request, response) => {
    const { domain } = store.shop(String(request.params.shop));
    const rest = request.originalUrl.slice(`/storefront/${request.params.shop}`.length) || "/";
    response.redirect(307, store.storefrontUrl(domain) + rest);
  });
  router.get("/store/:shop", (request, response) =>
    response.redirect(`/store/${request.params.shop}/orders`),
  );
  router.get("/store/:shop/oauth/install", (request, response) => {
    const shop = store.shop(request.params.shop).domain;
    install(store, { shop });
    response.redirect(store.adminUrl(shop));
  });
  router.get(["/store/:shop/apps/:app", "/store/:shop/apps/:app/*"], (request, response) => {
    const shop = store.shop(String(request.params.shop)).domain;
    const page = store.installs.has(shop) ? framed(store, shop, request) : notInstalled(store, shop);
    response.type("html").send(adminLayout(store, page));
  });
  return router;
}

/** The app's address with what Shopify adds to it, so that a deep link opens the page it names. */
function framed(store: Store, shop: string, request: Request) {
  const base = `/store/${handleOf(shop)}/apps/${String(request.params.app)}`;
  const inside = new URL(request.originalUrl.slice(base.length) || "/", store.gatewayUrl);
  const frame = {
    shop,
    handle: handleOf(shop),
    base,
    gateway: store.gatewayUrl,
    inside: inside.pathname + inside.search,
    host: Buffer.from(`admin.shopify.com/store/${handleOf(shop)}`).toString("base64url"),
    optionalScopes: store.config().optionalScopes,
  };
  return {
    shop,
    title: "Aftercare",
    active: "app" as const,
    bare: true,
    script: "frame.js",
    body: html`<div class="title-bar"><h1 id="title">Aftercare</h1><div id="title-actions"></div></div>
<div class="loading" id="loading" hidden></div>
<iframe id="app" title="Aftercare" allow="clipboard-write; clipboard-read; camera"></iframe>
<dialog id="ask"></dialog>
<script type="application/json" id="frame">${scriptJson(frame)}</script>`,
  };
}

const notInstalled = (store: Store, shop: string) => ({
  shop,
  title: "Not installed",
  active: "app" as const,
  body: html`<div class="page"><h1>Aftercare is not installed here</h1>
<p>Installing it gives it these permissions: ${store.config().scopes.join(", ")}.</p>
<p><a class="button primary" href="/store/${handleOf(shop)}/oauth/install">Install Aftercare</a></p></div>`,
});
