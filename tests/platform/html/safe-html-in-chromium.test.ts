import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { safeHtml } from "~/platform/html/safe-html";
import { hasBrowser, openBrowser } from "../../setup/browser";
import { HOSTILE } from "./hostile-html";

describe.skipIf(!hasBrowser)("safeHtml in a real browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** What a page asks for and runs when it is opened. */
  async function effectsOf(html: string): Promise<{ asked: string[]; ran: string[] }> {
    const page = await browser.newPage();
    const asked: string[] = [];
    const ran: string[] = [];
    page.on("dialog", async (dialog) => {
      ran.push(dialog.message());
      await dialog.dismiss();
    });
    await page.route("**/*", (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.setContent(`<!doctype html><body>${html}</body>`, { waitUntil: "load" });
    await page.waitForTimeout(300);
    await page.close();
    return { asked, ran };
  }

  it("asks for nothing and runs nothing, where the same page uncleaned does both", async () => {
    const loud = await effectsOf(
      '<img src="https://x.example/a.png"><img src="//x.example/" onerror="alert(1)">',
    );
    expect(loud.asked.length).toBeGreaterThan(0);
    const all = HOSTILE.map((html) => safeHtml(html, {}));
    expect(await effectsOf(all.join("\n"))).toEqual({ asked: [], ran: [] });
    expect(await effectsOf(safeHtml(HOSTILE.join("\n"), {}))).toEqual({ asked: [], ran: [] });
  });

  it("moves nothing out of its box", async () => {
    const page = await browser.newPage();
    const html = safeHtml(
      "<div style='position:fixed;top:0;left:0;margin-top:-500px;width:9999px'>x</div>",
      {},
    );
    await page.setContent(
      `<div style="height:300px"></div><div style="overflow:auto" id="mail">${html}</div>`,
    );
    const box = await page.locator("#mail div").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(300);
    await page.close();
  });
});
