import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

/** Web and worker are two entries of one server build, so that they share every module. */
const twoCommands: Plugin = {
  name: "aftercare:two-commands",
  enforce: "post",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            rollupOptions: { input: { web: "app/web.server.ts", worker: "app/worker.server.ts" } },
          },
        }
      : {},
};

export default defineConfig({
  plugins: [
    remix({
      serverBuildFile: "[name].js",
      ignoredRouteFiles: ["**/.*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // A screen that is read again while a part of it is still looking up its address would be called "not here".
        v3_lazyRouteDiscovery: false,
        v3_singleFetch: true,
      },
    }),
    tsconfigPaths({ projects: ["./tsconfig.json"] }),
    twoCommands,
  ],
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false },
  ssr: { noExternal: ["@shopify/polaris"] },
});
