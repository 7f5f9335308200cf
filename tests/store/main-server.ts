import express, { type ErrorRequestHandler, type Express, type Request } from "express";
import { adminRoutes } from "./admin/routes";
import { fileRoutes, stagedUploadRoutes } from "./admin-api/files";
import { adminApiRoutes } from "./admin-api/routes";
import { oauthRoutes } from "./oauth/routes";
import { panelRoutes } from "./panel/routes";
import { Refused, type Store } from "./store";

const CALLS_KEPT = 500;

/** One server, told apart by host: the preload says in a header which of Shopify's hosts was meant. */
export function mainServer(store: Store): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  const uploads = stagedUploadRoutes(store.shopify);
  const files = fileRoutes(store.shopify);
  const api = adminApi(store);

  app.use((request, response, next) => {
    const host = request.get("x-forwarded-shop-host");
    if (host?.startsWith("shopify-staged-uploads.")) return uploads(request, response, next);
    if (host === "cdn.shopify.com") return files(request, response, next);
    next();
  });
  app.use(api);
  app.use("/cdn", files);
  app.use("/staged-uploads", uploads);
  app.use(adminRoutes(store));
  app.use(panelRoutes(store));
  app.use((_request, response) => {
    response.status(404).json({ errors: "Not Found" });
  });
  app.use(explain);
  return app;
}

function adminApi(store: Store): express.Router {
  const { shopify, faults, installs, tokens, settings } = store;
  const shopOf = (request: Request) => shopFor(store, request);
  const router = express.Router();
  if (tokens && settings.apiSecret !== undefined) {
    router.use(
      oauthRoutes({
        apiKey: settings.apiKey,
        apiSecret: settings.apiSecret,
        tokens,
        installs,
        shopOf,
        now: store.tokenNow,
      }),
    );
  }
  const onCall = (call: Store["calls"][number]) => {
    store.calls.push(call);
    if (store.calls.length > CALLS_KEPT) store.calls.shift();
  };
  router.use(adminApiRoutes({ shopify, faults, installs, tokens, shopOf, onCall }));
  return router;
}

/** The shop whose API was called. A bare address means the first shop. */
function shopFor(store: Store, request: Request): string | undefined {
  const named = request.get("x-forwarded-shop-host") ?? request.hostname;
  const shops = store.shopify.shops();
  if (/^(localhost|[\d.]+|\[?::1\]?)$/.test(named)) return shops[0]?.domain;
  return shops.find((shop) => shop.domain === named)?.domain;
}

const explain: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof Refused) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  console.error("store:", error);
  response.status(500).json({ error: message });
};
