import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { UNSAFE_flatRoutes as flatRoutes } from "@remix-run/dev";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { closedByDefault } from "~/doors/closed-by-default";
import * as entry from "~/entry.server";

/** The app's pages over real HTTP, as the web process serves them, without a build. */
export type Site = {
  url: string;
  /** ids and addresses of every route, parameters as `:name` */
  routes: { id: string; path: string; hasPage: boolean }[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_lazyRouteDiscovery: false,
  v3_singleFetch: true,
};

type Module = Record<string, unknown>;
type Route = { id: string; parentId?: string; path?: string; index?: boolean; file: string };

const ASSETS = path.resolve("build/client/assets");

/** `alive`: the browser gets the scripts of the last build, too, so that pages come to life. */
export async function openSite({ alive = false } = {}): Promise<Site> {
  const build = await testBuild();
  const site = express();
  site.set("trust proxy", true);
  site.use(closedByDefault);
  if (alive) {
    build.assets = builtAssets();
    site.use("/assets", express.static(ASSETS));
  }
  site.all("*", createRequestHandler({ build, mode: "production" }));
  const server = http.createServer(site);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (to: string, headers = {}) => fetch(url + to, { headers, redirect: "manual" });
  const post = (to: string, form: Record<string, string>, headers = {}) =>
    fetch(url + to, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url, routes: addresses(build), get, post, close };
}

async function testBuild(): Promise<ServerBuild> {
  const found = import.meta.glob("/app/routes/**/*.{ts,tsx}") as Record<string, () => Promise<Module>>;
  const listed = Object.values(flatRoutes(path.resolve("app"), ["**/.*"])) as Route[];
  const root = (await import("~/root")) as Module;
  const routes: Record<string, unknown> = { root: { id: "root", path: "", module: root } };
  const assets: Record<string, unknown> = { root: asset({ id: "root", path: "", file: "root.tsx" }, root) };
  for (const { file, ...route } of listed) {
    const load = found[`/app/${file}`];
    if (!load) throw new Error(`No such route file: ${file}`);
    const module = await load();
    routes[route.id] = { ...route, parentId: route.parentId ?? "root", module };
    assets[route.id] = asset({ ...route, file }, module);
  }
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: {
      version: "test",
      url: "/manifest.js",
      entry: { module: "/entry.js", imports: [] },
      routes: assets,
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    basename: "/",
    future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}

/** What the build wrote down of its scripts. */
function builtAssets(): ServerBuild["assets"] {
  const file = readdirSync(ASSETS).find((name) => name.startsWith("manifest-"));
  if (!file) throw new Error("There is no whole build: `npm run build`.");
  return JSON.parse(
    readFileSync(path.join(ASSETS, file), "utf8")
      .replace(/^window\.__remixManifest=/, "")
      .replace(/;\s*$/, ""),
  );
}

const asset = ({ id, parentId, path: at, index }: Route, module: Module) => ({
  id,
  parentId,
  path: at,
  index,
  module: `/${id}.js`,
  hasLoader: "loader" in module,
  hasAction: "action" in module,
  hasErrorBoundary: "ErrorBoundary" in module,
});

function addresses(build: ServerBuild): Site["routes"] {
  const all = build.routes as unknown as Record<
    string,
    { id: string; parentId?: string; path?: string; module: Module }
  >;
  const pathOf = (id: string | undefined): string => {
    const route = id ? all[id] : undefined;
    return route ? `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
  };
  return Object.values(all)
    .filter((route) => route.id !== "root")
    .map((route) => ({
      id: route.id,
      path: pathOf(route.id) || "/",
      hasPage: route.module.default !== undefined,
    }));
}
