import { readFileSync } from "node:fs";
import { request as httpRequest, type IncomingMessage, type RequestListener } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { thisMachineOnly } from "../http/this-machine";
import type { Store } from "../store";

/**
 * Stands in front of the app and lends it what only Shopify has: the App Bridge script, and being allowed inside
 * the admin's frame. Everything else passes through untouched.
 */
export function appGateway(store: Store): {
  handler: RequestListener;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
} {
  const handler: RequestListener = (request, response) => {
    const path = request.url ?? "/";
    if (path.startsWith(standInPath)) {
      response.writeHead(200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "no-store",
      });
      response.end(standIn(store));
      return;
    }
    const { appUrl } = store.settings;
    if (!appUrl) {
      response.writeHead(502, { "content-type": "text/plain" }).end("This store was opened without an app.");
      return;
    }
    const onward = httpRequest(
      new URL(path, appUrl),
      { method: request.method ?? "GET", headers: onwardHeaders(request) },
      (answer) => {
        const headers = rewrittenHeaders(store, answer);
        const type = String(answer.headers["content-type"] ?? "");
        if (!/\b(html|javascript|json|x-script)\b/.test(type)) {
          response.writeHead(answer.statusCode ?? 502, headers);
          answer.pipe(response);
          return;
        }
        delete headers["content-length"];
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("end", () => {
          response.writeHead(answer.statusCode ?? 502, headers);
          response.end(localAddresses(store, Buffer.concat(pieces).toString("utf8")));
        });
      },
    );
    onward.on("error", (error) => {
      if (response.headersSent) return response.destroy();
      response.writeHead(502, { "content-type": "text/html; charset=utf-8" });
      response.end(asleep(appUrl, error.message));
    });
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  };
  return { handler, upgrade: (request, socket, head) => upgrade(store, request, socket, head) };
}

const standInPath = "/__store/app-bridge.js";
/** The stand-in, and before it what it must know of this machine. */
function standIn(store: Store): string {
  const shops = store.shopify.shops().map(({ domain }) => [domain, store.storefrontUrl(domain)]);
  const known = JSON.stringify({
    url: store.url,
    apiKey: store.settings.apiKey,
    storefronts: Object.fromEntries(shops) as Record<string, string>,
  });
  const script = readFileSync(new URL("./app-bridge.js", import.meta.url), "utf8");
  return `globalThis.__store = ${known};\n__store.handle = (shop) => String(shop).replace(".myshopify.com", "");\n${script}`;
}

const appBridge = /https:\/\/cdn\.shopify\.com\/shopifycloud\/app-bridge\.js/g;
const cdn = /https:\/\/cdn\.shopify\.com\/(?!shopifycloud\/)/g;

/** Addresses that only exist at Shopify, as they are called on this machine. */
export function localAddresses(store: Store, text: string): string {
  return text.replace(appBridge, standInPath).replace(cdn, `${store.url}/cdn/`);
}

function onwardHeaders(request: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers[name] = value;
  headers["accept-encoding"] = "identity";
  headers["x-forwarded-host"] = request.headers.host ?? "";
  headers["x-forwarded-proto"] = "http";
  headers["x-forwarded-for"] = request.socket.remoteAddress ?? "127.0.0.1";
  return headers;
}

function rewrittenHeaders(store: Store, answer: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || name === "connection" || name === "keep-alive" || name === "transfer-encoding")
      continue;
    headers[name] = rewrites.has(name) ? onThisMachine(store, name, String(value)) : value;
  }
  const policy = headers["content-security-policy"];
  headers["content-security-policy"] = [...(policy ? [policy].flat() : []), thisMachineOnly];
  return headers;
}

const rewrites = new Set([
  "link",
  "location",
  "content-security-policy",
  "x-shopify-api-request-failure-reauthorize-url",
]);

function onThisMachine(store: Store, name: string, value: string): string {
  if (name !== "content-security-policy") {
    const local = localAddresses(store, value).replace(/https:\/\/admin\.shopify\.com\//g, `${store.url}/`);
    return name === "location" && store.settings.appUrl && local.startsWith(store.settings.appUrl)
      ? local.replace(store.settings.appUrl, store.gatewayUrl)
      : local;
  }
  // 'none' stays 'none': only a policy that lets Shopify's admin in lets this one in.
  return value
    .replace(/frame-ancestors ([^;]*)/, (whole, sources: string) =>
      sources.includes("https://admin.shopify.com") ? `frame-ancestors ${store.url} ${sources}` : whole,
    )
    .replace(
      /(img-src|script-src|connect-src|style-src|font-src) ([^;]*)/g,
      (whole, kind: string, sources: string) =>
        sources.includes("cdn.shopify.com") ? `${kind} ${store.url} ${sources}` : whole,
    );
}

/** WebSockets go straight through. */
function upgrade(store: Store, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (!store.settings.appUrl) return void socket.destroy();
  const app = new URL(store.settings.appUrl);
  const onward: Socket = connect(Number(app.port || 80), app.hostname, () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
    }
    onward.write(`${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
}

const asleep = (
  appUrl: string,
  reason: string,
) => `<!doctype html><meta charset="utf-8"><title>No app there</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem;color:#2b2f2d}</style>
<h1>The app is not answering</h1><p>Nothing listens at <code>${appUrl}</code> (${reason}). Start the app, then reload.</p>`;
