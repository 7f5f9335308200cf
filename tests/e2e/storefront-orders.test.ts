import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  aCustomer,
  aDeliveredOrder,
  aLine,
  anAddress,
  anOrder,
  aShippedOrder,
  both,
  mirrored,
} from "#tests/factories/order";
import { hasBrowser, openBrowser } from "#tests/setup/browser";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { openTheme } from "#tests/setup/theme";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";

await vi.hoisted(async () => {
  const { freePort } = await import("#tests/demo/processes");
  process.env.SHOPIFY_APP_URL = `http://127.0.0.1:${await freePort()}`; // read when the app is imported
});

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };
const SHOTS = process.env.SHOTS_FOLDER;

describe.skipIf(!hasBrowser)("order pages on the storefront", () => {
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
    context = await browser.newContext({ javaScriptEnabled: true });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([theme.close(), site.close()]);
    await db.close();
  });
  beforeEach(async () => {
    await db.owner.query("delete from rate_limit");
    await context.clearCookies();
  });

  const at = (path: string) => `${theme.url}/apps/aftercare${path}`;
  const cookie = (name: string, value: string) => context.addCookies([{ name, value, url: theme.url }]);

  /** No axe violation, nothing wider than the screen; a picture when somebody wants to look. */
  async function isWell(name: string) {
    await page.evaluate(axe);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })`,
    )) as AxeResults;
    const broken = found.violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`,
    );
    expect(broken, name).toEqual([]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow, `${name}: wider than the screen`).toBeLessThanOrEqual(0);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  }

  const local: Record<string, () => Partial<ShopifyOrder>> = {
    en: () => ({}),
    he: () => ({
      locale: "he",
      currency: "ILS",
      shippingAddress: anAddress({
        name: "נועה לוי",
        line1: "רחוב הרצל 12",
        city: "תל אביב",
        zip: "6578901",
        country: "IL",
      }),
      lines: [
        aLine({
          title: "מגבת פשתן",
          variantTitle: "ירוק",
          price: both(4900, "ILS"),
          total: both(9800, "ILS"),
        }),
      ],
      subtotal: both(9800, "ILS"),
      shipping: both(1500, "ILS"),
      total: both(11300, "ILS"),
      note: "נא להשאיר אצל השכן 🌿",
    }),
    ar: () => ({
      locale: "ar",
      currency: "AED",
      shippingAddress: anAddress({
        name: "ليلى حداد",
        line1: "شارع الوصل 4",
        city: "دبي",
        zip: null,
        country: "AE",
      }),
      lines: [aLine({ title: "منشفة كتان", price: both(5500, "AED"), total: both(11000, "AED") })],
      subtotal: both(11000, "AED"),
      shipping: both(0, "AED"),
      total: both(11000, "AED"),
    }),
    ja: () => ({
      locale: "ja",
      currency: "JPY",
      shippingAddress: anAddress({
        name: "山田 花子",
        line1: "神宮前1-2-3",
        city: "渋谷区",
        province: "東京都",
        zip: "150-0001",
        country: "JP",
      }),
      lines: [aLine({ title: "リネンのふきん", price: both(2800, "JPY"), total: both(5600, "JPY") })],
      subtotal: both(5600, "JPY"),
      shipping: both(600, "JPY"),
      total: both(6200, "JPY"),
    }),
  };

  describe.each(Object.keys(local))("in %s", (locale) => {
    it("are well on phone and desktop, in a light and a dark theme", async () => {
      const customer = aCustomer({ id: `77${locale.charCodeAt(0)}${locale.charCodeAt(1)}`, locale });
      const email = `${locale}@example.com`;
      for (let more = 0; more < 3; more++)
        await mirrored(
          db.shop,
          anOrder({ ...local[locale]?.(), name: `#${locale}${more}`, email, customer }),
        );
      const order = await mirrored(
        db.shop,
        aDeliveredOrder(
          { ...local[locale]?.(), name: `#${locale}-1001`, email, customer, refunded: both(0) },
          {
            events: [
              {
                id: `e${locale}1`,
                status: "in_transit",
                message: "Sorted",
                city: "Leeds",
                country: "GB",
                happenedAt: new Date("2026-11-04T08:00:00Z"),
              },
              {
                id: `e${locale}2`,
                status: "delivered",
                message: null,
                city: "York",
                country: "GB",
                happenedAt: new Date("2026-11-05T13:20:00Z"),
              },
            ],
          },
        ),
      );
      const [status, full] = (["status", "full"] as const).map((level) =>
        issuePass(db.shop, { orderId: order.id, level }),
      );
      for (const [look, size, name] of [
        ["light", PHONE, "phone"],
        ["dark", DESKTOP, "desktop"],
      ] as const) {
        await cookie("look", look);
        await page.setViewportSize(size);
        await page.goto(at(`?locale=${locale}`));
        await isWell(`${locale}-${name}-form`);
        await page.goto(at(`/order?t=${status}`));
        await isWell(`${locale}-${name}-status`);
        await page.goto(at(`/code?t=${status}`));
        await isWell(`${locale}-${name}-code`);
        await page.goto(at(`/order?t=${full}`));
        await isWell(`${locale}-${name}-order`);
        await cookie("customer", customer.id);
        await page.goto(at(`?locale=${locale}`));
        await isWell(`${locale}-${name}-history`);
        await page.goto(at(`/order?t=none&locale=${locale}`));
        await isWell(`${locale}-${name}-absent`);
        await context.clearCookies();
      }
    }, 60_000);
  });

  it("work by keyboard alone: labels, focus on what to mend, the way to the order", async () => {
    await mirrored(db.shop, aShippedOrder({ name: "#K1" }));
    await page.setViewportSize(PHONE);
    await page.goto(at(""));
    await page.getByLabel("Order number").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    const focused = () =>
      page.evaluate("document.activeElement?.getAttribute('role') ?? document.activeElement?.id");
    expect(await focused()).toBe("alert");
    await isWell("en-phone-form-missing");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("aftercare-order");
    await page.keyboard.type("#K1");
    await page.keyboard.press("Tab");
    await page.keyboard.type("wrong@example.com");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("No order fits these details").waitFor();
    await isWell("en-phone-form-not-found");
    expect(await page.getByLabel("Order number").inputValue()).toBe("#K1");
    await page.getByLabel("E-mail address or postcode").fill("yo1 7hh");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Order #K1" }).waitFor();
    await page.getByRole("button", { name: "Send me a code" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Enter your code" }).waitFor();
    await page.getByLabel("Code", { exact: true }).fill("000 000");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await isWell("en-phone-code-wrong");
  });

  it("look well when looked up too often, empty, cancelled, delayed and in several parcels", async () => {
    await page.setViewportSize(DESKTOP);
    const lines = [
      aLine(),
      aLine({ title: "Stoneware mug, hand-thrown, with a very long name that goes on and on ".repeat(3) }),
    ];
    const several = aShippedOrder({ name: "#P1", lines, fulfilmentStatus: "partially_fulfilled" });
    const [first] = several.full.fulfilments;
    if (first)
      several.full.fulfilments.push({
        ...first,
        id: `${first.id}9`,
        name: "#P1-F2",
        displayStatus: "delayed",
        tracking: [],
        lines: [],
        estimatedAt: null,
      });
    const cancelled = anOrder({
      name: "#P2",
      cancelledAt: new Date("2026-11-03T09:00:00Z"),
      refunded: both(5095),
      financialStatus: "refunded",
    });
    for (const order of [several, cancelled]) {
      await mirrored(db.shop, order);
      await page.goto(at(`/order?t=${issuePass(db.shop, { orderId: order.id, level: "full" })}`));
      await isWell(`en-desktop-${order.name.slice(1)}`);
    }
    await cookie("customer", "999");
    await page.goto(at(""));
    await isWell("en-desktop-history-empty");
    await context.clearCookies();
    for (let tries = 0; tries < 11; tries++) {
      await page.goto(at(""));
      await page.getByLabel("Order number").fill(`#${tries}`);
      await page.getByLabel("E-mail address or postcode").fill("x@example.com");
      await page.getByRole("button", { name: "Show my order" }).click();
    }
    await page.getByRole("heading", { name: "Please wait a little" }).waitFor();
    await isWell("en-desktop-too-often");
  });

  it("work without JavaScript", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const visitor = await plain.newPage();
    await mirrored(db.shop, anOrder({ name: "#J1" }));
    await visitor.goto(at(""));
    await visitor.getByLabel("Order number").fill("J1");
    await visitor.getByLabel("E-mail address or postcode").fill("ada.rowntree@example.com");
    await visitor.getByRole("button", { name: "Show my order" }).click();
    await visitor.getByRole("heading", { level: 1, name: "Order #J1" }).waitFor();
    await plain.close();
  });
});
