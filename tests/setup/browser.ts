import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATHS = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
const executablePath = PATHS.find((path) => path && existsSync(path));

/** Is there a browser to test with? `npm test` says how to get one, and fails without it under CI. */
export const hasBrowser = executablePath !== undefined && !process.env.SKIP_BROWSER;

/** Is there a build, too, so that pages can come to life? `npm test` makes one first. */
export const hasLivePages = hasBrowser && existsSync("build/client/assets");

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=LocalNetworkAccessChecks",
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS });
