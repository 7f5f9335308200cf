import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { type Request, type Response, Router } from "express";
import { anyBody, bytesOf } from "../http/body";
import { keepToThisMachine } from "../http/this-machine";
import { toStorefronts } from "../mail/local-mail";
import { forwardToApp, type ProxiedAnswer } from "../proxy/forward";
import type { Store } from "../store";
import { contextOf } from "./context";
import { visitorOf } from "./signed-in";
import type { Theme } from "./theme";

/** `/apps/aftercare/*`: the app's own pages, on the shop's address. */
export function appProxyRoutes(store: Store, shop: string, theme: Theme): Router {
  const router = Router();
  router.use((request, response, next) => {
    const { proxyPrefix } = store.config();
    if (request.path !== proxyPrefix && !request.path.startsWith(`${proxyPrefix}/`)) return next();
    anyBody(request, response, (error?: unknown) => {
      if (error) return next(error);
      passOn(store, shop, theme, request, response).catch(next);
    });
  });
  return router;
}

async function passOn(
  store: Store,
  shop: string,
  theme: Theme,
  request: Request,
  response: Response,
): Promise<void> {
  const { appUrl, apiSecret } = store.settings;
  if (!appUrl || apiSecret === undefined || !store.installs.has(shop)) {
    return showProblem(
      store,
      shop,
      theme,
      request,
      response,
      404,
      "This page belongs to an app that is not installed here.",
    );
  }
  const { proxyPrefix, proxyPath } = store.config();
  const visitor = visitorOf(request, shop);
  const route = {
    appUrl,
    apiSecret,
    prefix: proxyPrefix,
    path: proxyPath,
    shop,
    customerId: visitor.customerId,
    timestamp: Math.floor(store.tokenNow() / 1000),
  };
  const asked = new URL(request.originalUrl, "http://storefront.invalid");
  const rest = new URL(
    `http://storefront.invalid${asked.pathname.slice(proxyPrefix.length) || ""}${asked.search}`,
  );
  if (asked.pathname === proxyPrefix) rest.pathname = "/";
  if (visitor.language) request.headers["accept-language"] = visitor.language;
  const answer = await forwardToApp(route, request, rest, bytesOf(request)).catch(() => undefined);
  if (!answer) {
    return showProblem(
      store,
      shop,
      theme,
      request,
      response,
      502,
      "The app behind this page does not answer right now.",
    );
  }
  await hand(store, shop, theme, request, response, answer);
}

async function hand(
  store: Store,
  shop: string,
  theme: Theme,
  request: Request,
  response: Response,
  answer: ProxiedAnswer,
): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    response.setHeader(name, name === "location" ? toStorefronts(store, value) : value);
  }
  keepToThisMachine(response);
  const type = answer.headers.get("content-type") ?? "";
  if (type.includes("application/liquid")) {
    const source = await new globalThis.Response(answer.body).text();
    const html = await theme.renderPage(source, await contextOf(store, shop, request));
    response.type("html").send(html);
    return;
  }
  if (!answer.body) return void response.end();
  Readable.fromWeb(answer.body as WebStream<Uint8Array>)
    .on("error", () => response.destroy())
    .pipe(response);
}

async function showProblem(
  store: Store,
  shop: string,
  theme: Theme,
  request: Request,
  response: Response,
  status: number,
  words: string,
): Promise<void> {
  const context = await contextOf(store, shop, request);
  response
    .status(status)
    .type("html")
    .send(await theme.renderTemplate("problem", context, { message: words }));
}
