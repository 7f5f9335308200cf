import { readFile } from "node:fs/promises";
import http from "node:http";
import { Liquid } from "liquidjs";
import { signedProxyQuery } from "#tests/store/proxy/signature";
import { env } from "~/env.server";
import { SHOP } from "./database";
import type { Site } from "./site";

/** How a theme may look: ours must sit well in each. */
const LOOKS = {
  light: "body{background:#fff;color:#1c1c1c;font-family:system-ui,sans-serif}",
  dark: "body{background:#14161a;color:#e9e6df;font-family:Georgia,serif}a{color:#9ec5ff}",
};

/**
 * A storefront as a browser meets it: passes requests below /apps/aftercare on as Shopify's app proxy does,
 * and sets what comes back into a theme's layout, through Liquid. `customerId` and `look` come from its own
 * query, so that a test chooses them by the address. Listens where the environment says our app is.
 */
export async function openTheme(site: Site): Promise<{ url: string; close(): Promise<void> }> {
  const url = env.SHOPIFY_APP_URL;
  const server = http.createServer((request, response) => {
    answer(site, request).then(
      ({ status, body, ...headers }) => response.writeHead(status, headers).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) =>
    server.listen(Number(new URL(url).port), "127.0.0.1", () => listening()),
  );
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url, close };
}

/** What our own origin serves besides. */
const OUR_FILES: Readonly<Record<string, string>> = {
  "/storefront.css": "text/css",
  "/storefront-quote.js": "text/javascript",
};

async function answer(site: Site, request: http.IncomingMessage) {
  const asked = new URL(request.url ?? "/", env.SHOPIFY_APP_URL);
  const kind = OUR_FILES[asked.pathname];
  if (kind)
    return { status: 200, "content-type": kind, body: await readFile(`public${asked.pathname}`, "utf8") };
  if (!asked.pathname.startsWith("/apps/aftercare"))
    return { status: 404, "content-type": "text/plain", body: "" };
  const cookies = new Map(
    (request.headers.cookie ?? "").split("; ").map((one) => one.split("=") as [string, string]),
  );
  const visit = { shop: SHOP, prefix: "/apps/aftercare", customerId: cookies.get("customer") };
  const path = asked.pathname.replace("/apps/aftercare", "/proxy");
  const query = signedProxyQuery(asked.searchParams, visit, env.SHOPIFY_API_SECRET);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const passed = await fetch(`${site.url}${path}?${query}`, {
    method: request.method ?? "GET",
    redirect: "manual",
    headers: {
      "accept-language": request.headers["accept-language"] ?? "en",
      ...(request.headers["content-type"] ? { "content-type": request.headers["content-type"] } : {}),
    },
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  const location = passed.headers.get("location");
  if (location) return { status: passed.status, location, body: "" };
  const type = passed.headers.get("content-type") ?? "";
  if (!type.includes("liquid"))
    return { status: passed.status, "content-type": type, body: Buffer.from(await passed.arrayBuffer()) };
  const page = await new Liquid().parseAndRender(await passed.text());
  const look = cookies.get("look") === "dark" ? LOOKS.dark : LOOKS.light;
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Fern & Fable</title><style>body{margin:0}${look}</style></head><body><header><nav aria-label="Shop"><a href="/">Fern &amp; Fable</a></nav></header><main>${page}</main></body></html>`;
  return { status: passed.status, "content-type": "text/html; charset=utf-8", body };
}
