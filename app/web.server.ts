import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import http from "node:http";
import path from "node:path";
import * as build from "virtual:remix/server-build";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { afterInstall } from "~/doors/admin.server";
import { closedByDefault } from "~/doors/closed-by-default";
import { endLiveStreams } from "~/doors/live.server";
import { startMailDoor } from "~/doors/mail.server";
import { takeInWebhook, WEBHOOK_PATH } from "~/doors/shopify-webhook.server";
import { env } from "~/env.server";
import { installShop } from "~/features/connection/install-shop.server";
import { openDatabase } from "~/platform/database/database.server";
import { readiness } from "~/platform/database/readiness.server";
import { log, withLogContext } from "~/platform/log.server";
import { drainOnSignal } from "~/process.server";

/** The web process: webhooks ahead of everything, then static files, then Remix. */
const db = await openDatabase();
afterInstall(installShop);

const site = express();
site.disable("x-powered-by");
site.set("trust proxy", true);
site.use(closedByDefault);
const files = path.resolve("build/client");
site.use("/assets", express.static(path.join(files, "assets"), { immutable: true, maxAge: "1y" }));
site.use(express.static(files, { maxAge: "1h", index: false }));
site.all("*", createRequestHandler({ build: build as unknown as ServerBuild, mode: "production" }));

const server = http.createServer((request, response) => {
  const requestId = randomUUID();
  response.setHeader("x-request-id", requestId);
  withLogContext({ requestId }, () => answer(request, response));
});

function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  const pathname = pathOf(request);
  if (pathname === null) return void response.writeHead(400, { connection: "close" }).end();
  if (pathname === WEBHOOK_PATH) {
    takeInWebhook(request, response).catch(() => response.destroy());
    return;
  }
  if (pathname === "/healthz") return void response.end("ok");
  if (pathname === "/readyz") return void ready(response);
  const startedAt = performance.now();
  const noted = AsyncLocalStorage.bind(() => {
    const ms = Math.round(performance.now() - startedAt);
    log.info(
      { method: request.method, path: withoutIds(pathname), status: response.statusCode, ms },
      "request",
    );
  });
  response.on("finish", noted);
  site(request, response);
}

/** The path asked for; null for what is no address ("//", a scheme of its own, broken escapes), as scanners send. */
function pathOf({ url = "/" }: http.IncomingMessage): string | null {
  try {
    const { pathname } = new URL(url.startsWith("/") ? url : "//", "http://aftercare");
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return null;
  }
}

async function ready(response: http.ServerResponse) {
  const parts = await readiness();
  const all = Object.values(parts).every(Boolean);
  response.writeHead(all ? 200 : 503, { "content-type": "application/json" });
  response.end(JSON.stringify(parts));
}

/** Paths can hold tokens and order numbers; the log keeps their shape only. */
const withoutIds = (pathname: string) =>
  pathname
    .split("/")
    .map((part) => (/\d|.{25,}/.test(part) ? ":id" : part))
    .join("/");

server.keepAliveTimeout = 65_000;
server.listen(env.PORT, env.HOST, () => {
  const address = server.address();
  log.info({ port: typeof address === "object" ? address?.port : address }, "web is listening");
});

const mailDoor = env.INBOUND_SMTP_PORT === undefined ? null : await startMailDoor();
if (mailDoor) log.info({ port: mailDoor.port }, "the mail door is open");

drainOnSignal(async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections that were busy a moment ago would otherwise be kept open for the next request.
  const sweeping = setInterval(() => server.closeIdleConnections(), 100);
  void closed.then(() => clearInterval(sweeping));
  endLiveStreams();
  await Promise.all([closed, mailDoor?.close()]);
  await db.close();
});
