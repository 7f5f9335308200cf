import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths({ projects: ["./tsconfig.json"] })],
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/setup/postgres.ts"],
    env: {
      LOG_LEVEL: "silent",
      SHOPIFY_API_SECRET: "test-secret-of-sixteen-or-more",
      SHOPIFY_API_KEY: "test-key",
    },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // the extensions' tester is written for a bundler
    server: { deps: { inline: [/@shopify\/ui-extensions/] } },
    // Processes are killed and browsers driven on shared cores: one that fails for a busy machine is run once more, and named.
    retry: process.env.CI ? 1 : 0,
    pool: "forks",
    maxWorkers: 2,
  },
});
