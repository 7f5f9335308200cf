import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Router } from "express";
import { parse } from "smol-toml";
import { build } from "vite";
import { z } from "zod";
import { gid } from "../actions/customers";
import { type Html, html, scriptJson } from "../http/html";
import { handleOf, type Store } from "../store";
import { extensionNames } from "../storefront/extensions";

const ORDER_BLOCK = "admin.order-details.block.render";

const extensionToml = z.object({
  extensions: z.array(
    z.object({ targeting: z.array(z.object({ module: z.string(), target: z.string() })).default([]) }),
  ),
});

interface Found {
  directory: string;
  module: string;
}

/** The project's extension that aims at a target of the admin; read anew for each page. */
function extensionFor(projectDirectory: string, target: string): Found | undefined {
  for (const name of extensionNames(projectDirectory)) {
    const directory = resolve(projectDirectory, "extensions", name);
    const toml = extensionToml.safeParse(
      parse(readFileSync(join(directory, "shopify.extension.toml"), "utf8")),
    );
    const aims = toml.data?.extensions.flatMap((one) => one.targeting) ?? [];
    const found = aims.find((one) => one.target === target);
    if (found) return { directory, module: join(directory, found.module) };
  }
  return undefined;
}

/** Its module as one script for the browser, as Shopify's CLI builds it. */
async function bundle({ directory, module }: Found): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    root: directory,
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, target: "es2022", lib: { entry: module, formats: ["es"], fileName: "extension" } },
  });
  const [first] = [made].flat();
  const [script] = first && "output" in first ? first.output : [];
  if (script?.type !== "chunk") throw new Error("The extension is not one script");
  return script.code;
}

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
    const words: unknown = JSON.parse(readFileSync(join(found.directory, "locales/en.default.json"), "utf8"));
    const known = {
      shop,
      gateway: store.gatewayUrl,
      app: store.adminUrl(shop),
      words,
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
    bundle(found)
      .then((code) => response.type("text/javascript").set("cache-control", "no-store").send(code))
      .catch(next);
  });
  return router;
}
