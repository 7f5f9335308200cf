import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bundleExtension } from "./bundle-extension";

/** Shopify refuses a UI extension whose compressed script is larger (API versions from 2025-10 on). */
const MOST_BYTES = 64 * 1024;

const modules = readdirSync("extensions").flatMap((name) => {
  const toml = readFileSync(path.join("extensions", name, "shopify.extension.toml"), "utf8");
  return [...toml.matchAll(/^\s*module = "(.+)"/gm)].map(([, module]) =>
    path.join("extensions", name, module ?? ""),
  );
});

describe("UI extensions", () => {
  it("are there", () => expect(modules.length).toBeGreaterThan(0));

  it.each([...new Set(modules)])("%s: one script, small enough, with what it should run", async (module) => {
    const { code, gzipped } = await bundleExtension(module);
    expect(gzipped).toBeLessThan(MOST_BYTES);
    expect(code).toMatch(/export\s*\{[^}]*default/);
    expect(code).not.toMatch(/from\s*["'](?!\.)/);
  });
});
