import express, { type ErrorRequestHandler, type Express } from "express";
import type { Store } from "../store";
import { appProxyRoutes } from "./app-proxy";
import { createTheme } from "./theme";

/** One shop's storefront, on an origin of its own. */
export function storefrontServer(store: Store, shop: string): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  const theme = createTheme(store, shop);
  app.use(appProxyRoutes(store, shop, theme));
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
