import express, { type ErrorRequestHandler, type Express } from "express";
import { accountExtensionRoutes } from "../account/extension-host";
import { fileRoutes } from "../admin-api/files";
import type { Store } from "../store";
import { appProxyRoutes } from "./app-proxy";
import { extensionAsset } from "./extensions";
import { storefrontPages } from "./pages";
import { createTheme } from "./theme";

/** One shop's storefront, on an origin of its own. */
export function storefrontServer(store: Store, shop: string): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  const theme = createTheme(store, shop);
  app.use(appProxyRoutes(store, shop, theme));
  app.use("/assets", express.static(new URL("./theme/assets", import.meta.url).pathname));
  app.get("/cdn/extensions/:extension/assets/:file", (request, response, next) => {
    const path = extensionAsset(
      store.settings.projectDirectory,
      request.params.extension,
      request.params.file,
    );
    if (path) response.sendFile(path);
    else next();
  });
  app.use("/cdn", fileRoutes(store.shopify));
  app.use(accountExtensionRoutes(store, shop));
  app.use(storefrontPages(store, shop, theme));
  app.use(explain);
  return app;
}

const explain: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  console.error("storefront:", error);
  response
    .status(500)
    .type("text")
    .send(error instanceof Error ? error.message : String(error));
};
