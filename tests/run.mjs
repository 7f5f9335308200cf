import { spawnSync } from "node:child_process";
import { ensureBuilt, ensureInstalled, goOn } from "./bootstrap.mjs";

await ensureInstalled();
await ensureBuilt();

const BROWSERS = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const browser = BROWSERS.find((path) => path && spawnSync(path, ["--version"]).status === 0);
if (!browser) {
  const how =
    "Browser tests need Chromium: `apt-get install chromium` on Debian and Ubuntu, or set CHROMIUM_PATH to a Chrome or Chromium.";
  if (process.env.CI) {
    console.error(how);
    process.exit(1);
  }
  console.warn(`${how}\nThe other tests run without it.`);
}
goOn(
  ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)],
  browser ? { CHROMIUM_PATH: browser } : { SKIP_BROWSER: "1" },
);
