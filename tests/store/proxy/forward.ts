import type { Request } from "express";
import { signedProxyQuery } from "./signature";

/** Where a proxied request goes, and on whose behalf. */
export interface ProxyRoute {
  appUrl: string;
  apiSecret: string;
  /** `/apps/aftercare` on the storefront */
  prefix: string;
  /** `/proxy` at the app */
  path: string;
  shop: string;
  customerId: string | undefined;
  /** Seconds. */
  timestamp: number;
}

export interface ProxiedAnswer {
  status: number;
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
}

/** Headers Shopify keeps to itself, either way, and those that belong to one connection only. */
const dropped = new Set([
  "cookie",
  "set-cookie",
  "authorization",
  "host",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "accept-encoding",
  "upgrade",
  "expect",
  "te",
  "trailer",
  "proxy-authorization",
]);

/** Sends a storefront visitor's request to the app, signed as Shopify signs it. `rest` is the path below the prefix. */
export async function forwardToApp(
  route: ProxyRoute,
  request: Pick<Request, "method" | "headers" | "socket">,
  rest: URL,
  body: Uint8Array | undefined,
): Promise<ProxiedAnswer> {
  const target = new URL(route.path + (rest.pathname === "/" ? "" : rest.pathname), route.appUrl);
  target.search = signedProxyQuery(rest.searchParams, route, route.apiSecret).toString();
  const answer = await fetch(target, {
    method: request.method,
    headers: forwardedHeaders(route, request),
    redirect: "manual",
    ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  return { status: answer.status, headers: keptHeaders(answer.headers), body: answer.body };
}

function forwardedHeaders(route: ProxyRoute, request: Pick<Request, "headers" | "socket">): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!dropped.has(name) && value !== undefined) headers.set(name, String(value));
  }
  headers.set("accept-encoding", "identity");
  headers.set("x-forwarded-for", request.socket.remoteAddress ?? "127.0.0.1");
  headers.set("x-forwarded-host", route.shop);
  headers.set("x-forwarded-proto", "https");
  headers.set("x-request-id", crypto.randomUUID());
  return headers;
}

function keptHeaders(from: Headers): Headers {
  const headers = new Headers();
  for (const [name, value] of from) if (!dropped.has(name)) headers.append(name, value);
  return headers;
}
