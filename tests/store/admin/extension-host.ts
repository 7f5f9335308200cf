import { Router } from "express";
import { gid } from "../actions/customers";
import { type Html, html, scriptJson } from "../http/html";
import { handleOf, type Store } from "../store";
import { bundleExtension, extensionFor, extensionWords } from "../ui-extensions";

const ORDER_BLOCK = "admin.order-details.block.render";

const framePath = (shop: string, order: string) =>
  `/store/${handleOf(shop)}/extensions/${ORDER_BLOCK}?order=${order.split("/").at(-1)}`;

/** The app's block on an order's page, in a frame of its own; null when the project has none or it is not installed. */
export function orderBlock(store: Store, shop: string, order: string): Html | null {
  const { projectDirectory } = store.settings;
  if (!store.installs.has(shop) || !extensionFor(projectDirectory, ORDER_BLOCK)) return null;
  return html`<iframe class="extension" title="Aftercare" src="${framePath(shop, order)}"></iframe>`;
}

/** The frame of the block, and its script. Where Shopify keeps extensions apart from its admin, a frame does here. */
export function extensionRoutes(store: Store): Router {
  const router = Router();
  router.get(`/store/:shop/extensions/${ORDER_BLOCK}`, (request, response, next) => {
    const shop = store.shop(request.params.shop).domain;
    const found = extensionFor(store.settings.projectDirectory, ORDER_BLOCK);
    if (!found) return next();
    const known = {
      shop,
      gateway: store.gatewayUrl,
      app: store.adminUrl(shop),
      words: extensionWords(found, "en"),
      target: ORDER_BLOCK,
      selected: [{ id: gid("Order", String(request.query.order ?? "")) }],
    };
    response.type("html").send(
      html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Aftercare</title>
<link rel="stylesheet" href="/admin-assets/extension.css"></head><body>
<script type="application/json" id="known">${scriptJson(known)}</script>
<script type="module" src="/admin-assets/extension.js"></script></body></html>`.text,
    );
  });
  router.get("/store/:shop/extensions/:target/script.js", (request, response, next) => {
    const found = extensionFor(store.settings.projectDirectory, String(request.params.target));
    if (!found) return next();
    bundleExtension(found)
      .then((code) => response.type("text/javascript").set("cache-control", "no-store").send(code))
      .catch(next);
  });
  return router;
}
