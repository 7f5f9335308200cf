import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aLine, anAddress, anOrder, aParcel, mirrored, shopifyId } from "#tests/factories/order";
import { hasBrowser, openBrowser } from "#tests/setup/browser";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { openTheme } from "#tests/setup/theme";
import { takeParcelNews } from "~/features/orders/note-tracking.server";
import { readGenericTracking } from "~/platform/carriers/read-generic";
import type { ShopifyFulfilment } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";

await vi.hoisted(async () => {
  const { freePort } = await import("#tests/demo/processes");
  process.env.SHOPIFY_APP_URL = `http://127.0.0.1:${await freePort()}`; // read when the app is imported
});

const SHOTS = process.env.SHOTS_FOLDER;
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

describe.skipIf(!hasBrowser)("a parcel's page on the storefront", () => {
  let db: FreshDatabase;
  let site: Site;
  let theme: Awaited<ReturnType<typeof openTheme>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let axe: string;

  beforeAll(async () => {
    [db, browser, axe] = await Promise.all([
      freshDatabase(),
      openBrowser(),
      readFile("node_modules/axe-core/axe.min.js", "utf8"),
    ]);
    site = await openSite();
    theme = await openTheme(site);
    context = await browser.newContext();
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([theme.close(), site.close()]);
    await db.close();
  });

  const at = (path: string) => `${theme.url}/apps/aftercare${path}`;

  async function isWell(name: string) {
    await page.evaluate(axe);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })`,
    )) as AxeResults;
    expect(
      found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`),
      name,
    ).toEqual([]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow, `${name}: wider than the screen`).toBeLessThanOrEqual(0);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  }

  let numbers = 0;
  /** An order in one parcel, as Shopify tells it, and what its carrier told besides. */
  async function parcelOf(
    locale: string,
    over: Partial<ShopifyFulfilment>,
    scans: [status: string, hoursAgo: number, message: string][],
  ) {
    const lines = [aLine(locale === "he" ? { title: "מגבת פשתן" } : {})];
    const number = `RM47312${String(++numbers).padStart(4, "0")}GB`;
    const parcel = aParcel(lines, {
      ...{ displayStatus: "fulfilled", shippedAt: ago(80), updatedAt: ago(79), inTransitAt: null },
      ...{ estimatedAt: null, tracking: [{ carrier: "Royal Mail", number, url: null }] },
      ...over,
    });
    const order = anOrder({
      ...{ id: shopifyId(), name: `#${number.slice(-6)}`, locale, lines, placedAt: ago(100) },
      shippingAddress: anAddress(locale === "he" ? { country: "IL", city: "חיפה" } : {}),
      full: { promisedFrom: null, promisedTo: null, shipBy: null, returnIds: [], fulfilments: [parcel] },
    });
    await mirrored(db.shop, order);
    const events = scans.map(([status, hours, message]) => ({
      ...{ time: ago(hours).toISOString(), status, message, city: "York" },
    }));
    const tracking = readGenericTracking({ tracking_number: number, events });
    if (scans.length > 0) await takeParcelNews(db.shop, { source: "generic", tracking });
    const link = (level: "status" | "full", path = "/parcel") =>
      at(`${path}?t=${issuePass(db.shop, { orderId: order.id, level })}&p=${parcel.id}`);
    return { order, parcel, number, link };
  }

  it.each(["en", "he"])("is well in %s on phone and desktop, wherever the parcel is", async (locale) => {
    const places = {
      moving: await parcelOf(locale, {}, [
        ["in_transit", 60, "Sorted"],
        ["teleported", 30, "Entered the wormhole"],
        ["out_for_delivery", 2, "With the driver"],
      ]),
      silent: await parcelOf(
        locale,
        { displayStatus: "in_transit", shippedAt: ago(200), updatedAt: ago(190) },
        [],
      ),
      pickup: await parcelOf(locale, {}, [["ready_for_collection", 3, "Corner shop, 4 Mill Lane"]]),
      delivered: await parcelOf(locale, {}, [["delivered", 50, "In the letterbox"]]),
      lost: await parcelOf(locale, {}, [["lost", 5, ""]]),
    };
    for (const width of [390, 1200]) {
      await page.setViewportSize({ width, height: 850 });
      for (const [place, { link }] of Object.entries(places)) {
        await page.goto(link("full"));
        await isWell(`${locale}-${width}-parcel-${place}`);
      }
      await page.goto(places.moving.link("status"));
      await isWell(`${locale}-${width}-parcel-status`);
      await page.goto(places.delivered.link("full", "/missing"));
      await isWell(`${locale}-${width}-missing`);
    }
    await page.goto(places.moving.link("status"));
    // A status' pass shows neither the carrier's words nor what is in it.
    expect(await page.content()).not.toMatch(/wormhole|tea towel|מגבת/);
  }, 60_000);

  it("says that it has not arrived without JavaScript, after the usual places were looked at, once", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const visitor = await plain.newPage();
    const { link, order, number } = await parcelOf("en", {}, [["delivered", 50, "In the letterbox"]]);
    await visitor.goto(link("full"));
    await visitor.getByRole("heading", { level: 1, name: "Your parcel has been delivered" }).waitFor();
    await visitor.getByRole("link", { name: "It has not arrived" }).click();
    await visitor.getByText("With your neighbours").waitFor();
    await visitor.getByRole("button", { name: "Tell the shop" }).click();
    await visitor.getByRole("alert").waitFor();
    await visitor.getByLabel("I have looked in all these places").check();
    await visitor.getByLabel("Anything that may help us").fill("We moved last week");
    await visitor.getByRole("button", { name: "Tell the shop" }).click();
    await visitor.getByText("We moved last week").waitFor();
    await plain.close();

    const { rows } = await db.owner.query<{ text: string }>(
      `select m.text from message m join conversation c on c."shopId" = m."shopId" and c.id = m."conversationId"
       where c."orderId" = $1`,
      [order.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).toContain(`My parcel ${number} (Royal Mail) has not arrived.`);
  });

  it("waits a day before it is looked for, proves whose it is, and shows nobody else's", async () => {
    const { link } = await parcelOf("en", {}, [["delivered", 2, ""]]);
    await page.goto(link("full", "/missing"));
    await page.getByText("up to a day before it comes").waitFor();
    expect(await page.getByRole("button", { name: "Tell the shop" }).count()).toBe(0);

    const old = await parcelOf("en", {}, [["delivered", 50, ""]]);
    await page.goto(old.link("status", "/missing"));
    await page.getByRole("button", { name: "Send me a code" }).waitFor();
    const other = await page.goto(`${link("full")}0`);
    expect(other?.status()).toBe(404);
    const theirs = issuePass(db.neighbour, { orderId: old.order.id, level: "full" });
    const strange = await page.goto(at(`/parcel?t=${theirs}&p=${old.parcel.id}`));
    expect(strange?.status()).toBe(404);
  });
});
