import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeliveredOrder, openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { withWholeDocument } from "#tests/setup/axe-inside";
import { hasBrowser, openBrowser } from "#tests/setup/browser";
import { SHOP } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { mintCustomerToken } from "#tests/store/oauth/session-token";
import { env } from "~/env.server";
import { type PolicyInput, policySchema } from "~/features/returns/policy-schema";
import { insertVersion } from "~/features/returns/policy-store.server";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1200, height: 900 };
const SHOTS = process.env.SHOTS_FOLDER;

const POLICY: PolicyInput = {
  windowDays: 60,
  autoApprove: false,
  reasons: { "damaged-or-defective": { photos: 1 } },
  outcomes: {
    refund: { on: true },
    credit: { on: true, bonus: { kind: "percent", percent: 10 } },
  },
  methods: ["label", "own"],
  restockingFee: { kind: "percent", percent: 5 },
};

describe.skipIf(!hasBrowser)("returning something in the customer's account", () => {
  let day: ReturnDay;
  let site: Site;
  let browser: Browser;
  let axe: string;
  /** what went wrong in the extension's own script */
  const broken: string[] = [];

  beforeAll(async () => {
    [day, browser, axe] = await Promise.all([
      openReturnDay(),
      openBrowser(),
      readFile("node_modules/axe-core/axe.min.js", "utf8"),
    ]);
    site = await openSite();
    Object.assign(day.store.settings, {
      appUrl: site.url,
      apiKey: env.SHOPIFY_API_KEY,
      apiSecret: env.SHOPIFY_API_SECRET,
    });
    await day.shop.transact((tx) => insertVersion(tx, 1, policySchema.parse(POLICY), "Maya"));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await day.close();
  });

  const at = (path: string) => `${day.store.storefrontUrl(SHOP)}${path}`;
  const pageOf = (order: DeliveredOrder) => at(`/account/orders/${order.id}/pages/aftercare-return-page`);
  const photo = () =>
    sharp({ create: { width: 1200, height: 900, channels: 3, background: "#7a9" } })
      .jpeg()
      .toBuffer();

  async function signedIn(order: DeliveredOrder | null, language = "en", viewport = PHONE) {
    const context = await browser.newContext({ viewport });
    const { rows } = await day.owner.query<{ customerId: string }>(
      `select "customerId" from orders where id = $1`,
      [order?.id ?? "0"],
    );
    const url = day.store.storefrontUrl(SHOP);
    await context.addCookies([
      { name: "store_customer_fern-and-fable", value: rows[0]?.customerId ?? "", url },
      { name: "store_language_fern-and-fable", value: language, url },
    ]);
    return context;
  }

  /** Nothing axe finds fault with, nothing wider than the screen; a picture when wanted. */
  async function isWell(page: Page, name: string) {
    const frame = page.frames().find((one) => one.url().includes("customer-account.order.page.render"));
    if (!frame) throw new Error("The extension is not there");
    const { violations, passes } = (await frame.evaluate(withWholeDocument(axe))) as AxeResults;
    if (SHOTS) {
      const { width, height } = page.viewportSize() ?? PHONE;
      await page.setViewportSize({
        width,
        height: Number(await page.evaluate("document.body.scrollHeight")),
      });
      await page.screenshot({ path: `${SHOTS}/${name}.png` });
      await page.setViewportSize({ width, height });
    }
    expect(broken, name).toEqual([]);
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`)).toEqual(
      [],
    );
    expect(passes.length, name).toBeGreaterThan(5);
    for (const one of [page, frame])
      expect(
        await one.evaluate("document.documentElement.scrollWidth - innerWidth"),
        name,
      ).toBeLessThanOrEqual(0);
  }

  const framed = (page: Page, handle = "aftercare-return-page"): FrameLocator =>
    page.frameLocator(`iframe.extension[title="${handle}"]`);
  const titleOf = (order: DeliveredOrder, place: number) => new RegExp(order.lines[place]?.title ?? "none");

  async function opened(context: BrowserContext, order: DeliveredOrder): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => broken.push(error.message));
    await page.goto(at(`/account/orders/${order.id}`));
    await framed(page, "aftercare-account").getByRole("link").click();
    await page.waitForURL(pageOf(order));
    return page;
  }

  it("goes from the order's menu to a return of two things, and shows where it is", async () => {
    const order = await day.delivered({ shopper: "ada", cart: "few", currency: "EUR" });
    const context = await signedIn(order);
    const page = await opened(context, order);
    const inside = framed(page);
    await inside.getByRole("checkbox", { name: titleOf(order, 0) }).check();
    await inside.getByRole("checkbox", { name: titleOf(order, 1) }).check();
    await isWell(page, "account-1-items");
    await inside.getByRole("button", { name: "Continue" }).click();
    await inside.getByRole("listitem").getByText("Choose a reason for each item").waitFor();
    await inside.getByRole("alert").waitFor();
    await isWell(page, "account-1-items-mend");
    await inside.getByLabel("Reason").nth(0).selectOption("damaged-or-defective");
    await inside.getByLabel("Reason").nth(1).selectOption("too-small");
    await inside.getByRole("button", { name: "Continue" }).click();
    await inside
      .getByLabel("Photo", { exact: true })
      .setInputFiles({ name: "scratch.jpg", mimeType: "image/jpeg", buffer: await photo() });
    await inside.getByRole("button", { name: "Take out photo 1" }).waitFor();
    await isWell(page, "account-2-details");
    await inside.getByRole("button", { name: "Continue" }).click();
    const quote = inside.getByRole("status").filter({ hasText: "€" });
    await inside.getByRole("radio", { name: "Refund" }).nth(0).check();
    await inside.getByRole("radio", { name: "Refund" }).nth(1).check();
    await quote.getByText("Restocking fee").waitFor();
    await quote.getByText(/is tax/).waitFor();
    const refunds = await quote.textContent();
    await inside.getByRole("radio", { name: "Store credit" }).nth(1).check();
    await quote.getByText("On top from us").waitFor();
    expect(await quote.textContent()).not.toBe(refunds);
    await inside.getByRole("radio", { name: "Address label" }).check();
    await isWell(page, "account-3-how");
    await inside.getByRole("button", { name: "Continue" }).click();
    await inside.getByRole("heading", { name: "Is everything right?" }).waitFor();
    await isWell(page, "account-4-check");
    await inside.getByRole("button", { name: "Ask for the return" }).click();
    await inside.getByText("We are looking at your request").waitFor();
    await isWell(page, "account-5-status");
    const { rows } = await day.owner.query(
      `select l.reason, l.outcome from return_line l join "return" r on r.id = l."returnId" where r."orderId" = $1 order by l.reason`,
      [order.id],
    );
    expect(rows).toEqual([
      { reason: "damaged-or-defective", outcome: "refund" },
      { reason: "too-small", outcome: "credit" },
    ]);
    await inside.getByRole("button", { name: "Add items to this return" }).click();
    await inside.getByRole("checkbox", { name: titleOf(order, 0), checked: true }).waitFor();
    await page.reload();
    await inside.getByText(/RMA-/).waitFor();
    await isWell(page, "account-6-again");
    await inside.getByText(/RMA-/).click();
    await inside.getByRole("button", { name: "Cancel this return" }).click();
    await inside.getByText("This return was cancelled").waitFor();
    await isWell(page, "account-7-cancelled");
    await inside.getByRole("link", { name: /^Order #/ }).click();
    await page.waitForURL(at(`/account/orders/${order.id}`));
    await context.close();
  }, 120_000);

  it("speaks Hebrew, from the right", async () => {
    const order = await day.delivered({ shopper: "noa", cart: "few" });
    const context = await signedIn(order, "he", DESKTOP);
    const page = await opened(context, order);
    const inside = framed(page);
    await inside.getByRole("heading", { name: "החזרה או החלפה" }).waitFor();
    await inside.getByRole("checkbox").first().check();
    expect(await inside.locator("html").getAttribute("dir")).toBe("rtl");
    await inside.getByLabel("סיבה").selectOption("too-small");
    await isWell(page, "account-he-1-items");
    await inside.getByRole("button", { name: "המשך" }).click();
    await inside.getByRole("radio").first().check();
    await isWell(page, "account-he-2-how");
    await context.close();
  }, 60_000);

  it("lets nobody else in", async () => {
    const theirs = await day.delivered({ shopper: "ada" });
    const mine = await day.delivered({ shopper: "noa" });
    const other = await signedIn(mine);
    const page = await other.newPage();
    expect((await page.goto(pageOf(theirs)))?.status()).toBe(404);
    // Even an extension that is told another's order learns nothing.
    await page.route("**/__store/extensions/customer-account.order.page.render?*", (route) =>
      route.continue({ url: route.request().url().replace(mine.id, theirs.id) }),
    );
    await page.goto(pageOf(mine));
    await framed(page).getByText("Nothing of this order can be returned here").waitFor();
    await other.clearCookies();
    await page.reload();
    expect(page.url()).toBe(at("/account/login"));
    await other.close();
  });

  it("asks who was signed out meanwhile to sign in", async () => {
    const order = await day.delivered({ shopper: "ada" });
    const context = await signedIn(order);
    const app = { shop: SHOP, apiKey: env.SHOPIFY_API_KEY, apiSecret: env.SHOPIFY_API_SECRET };
    await context.route("**/__store/extension-token", (route) =>
      route.fulfill({ json: { token: mintCustomerToken(app) } }),
    );
    const page = await context.newPage();
    await page.goto(pageOf(order));
    await framed(page).getByText("Please sign in to return something").waitFor();
    await framed(page).getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(at("/account/login"));
    await context.close();
  });
});
