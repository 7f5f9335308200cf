import type { Browser, Page } from "playwright-core";
import type { Site } from "./site";
import { BROWSER, bearer, embedded, sessionToken } from "./staff";

/** Opens a screen of the admin that comes to life, in a site opened as `alive`; every request carries a token, as App Bridge sees to. */
export async function alivePage(
  browser: Browser,
  site: Site,
  address: string,
  viewport = { width: 1280, height: 900 },
): Promise<Page> {
  const page = await browser.newPage({ viewport, userAgent: BROWSER });
  await page.route("**/*", (route) => {
    if (!route.request().url().startsWith(site.url)) return route.abort();
    return route.continue({
      headers: { ...route.request().headers(), authorization: bearer(sessionToken()).authorization },
    });
  });
  const query = embedded(sessionToken());
  await page.goto(`${site.url}${address}${address.includes("?") ? query.replace("?", "&") : query}`);
  // Polaris marks the page once it is mounted; what effects there are run right after
  await page.waitForFunction(() => document.documentElement.classList.contains("p-theme-light"));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return page;
}
