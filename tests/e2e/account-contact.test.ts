import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { withWholeDocument } from "#tests/setup/axe-inside";
import { hasBrowser, openBrowser } from "#tests/setup/browser";
import { SHOP } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { env } from "~/env.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { newId } from "~/values/ids";

const SHOTS = process.env.SHOTS_FOLDER;

describe.skipIf(!hasBrowser)("writing to the shop in the customer's account", () => {
  let day: ReturnDay;
  let site: Site;
  let browser: Browser;
  let axe: string;
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
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await day.close();
  });

  async function isWell(page: Page, name: string) {
    const frame = page.frames().find((one) => one.url().includes("customer-account.page.render"));
    if (!frame) throw new Error("The extension is not there");
    const { violations } = (await frame.evaluate(withWholeDocument(axe))) as AxeResults;
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    for (const one of [page, frame])
      expect(await one.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  }

  it.each([
    { language: "en", shopper: "ada", width: 390 },
    { language: "he", shopper: "noa", width: 1200 },
  ])("from an order's menu to the answer ($language)", async ({ language, shopper, width }) => {
    const order = await day.delivered({ shopper });
    const { rows } = await day.owner.query(`select "customerId" as id from orders where id = $1`, [order.id]);
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    const url = day.store.storefrontUrl(SHOP);
    await context.addCookies([
      { name: "store_customer_fern-and-fable", value: rows[0].id, url },
      { name: "store_language_fern-and-fable", value: language, url },
    ]);
    const page = await context.newPage();
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await page.goto(`${url}/account/orders/${order.id}`);
    await page.frameLocator('iframe.extension[title="aftercare-contact-link"]').getByRole("link").click();
    const inside = page.frameLocator('iframe.extension[title="aftercare-contact-page"]');
    const [orders, reasons] = [inside.getByRole("combobox").nth(0), inside.getByRole("combobox").nth(1)];
    await expect.poll(() => orders.inputValue(), { timeout: 30_000 }).toBe(order.id);
    await inside.getByRole("button").last().click();
    await inside.getByRole("alert").waitFor();
    await isWell(page, `contact-${language}-1-mend`);
    await reasons.selectOption("wrong");
    await inside.getByRole("textbox").fill("The pot came in two halves.\nWhat now?");
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#a75" } })
      .jpeg()
      .toBuffer();
    await inside
      .locator("input[type=file]")
      .setInputFiles({ name: "pot.jpg", mimeType: "image/jpeg", buffer });
    await inside.getByText("pot.jpg").waitFor();
    await isWell(page, `contact-${language}-2-written`);
    await inside.getByRole("button").last().click();
    await inside.getByRole("status").waitFor();
    const { rows: begun } = await day.owner.query(
      `select c.id, m.id as "messageId" from conversation c join message m on m."conversationId" = c.id
       where c."orderId" = $1 and c.channel = 'account'`,
      [order.id],
    );
    expect(begun).toHaveLength(1);
    const reply = { conversationId: begun[0].id, text: "We send another.", requestKey: newId() };
    await replyToConversation(day.shop, { ...reply, seen: begun[0].messageId }, { id: "1", name: "Maya" });
    await day.owner.query(`update message set "sendAfter" = null`);
    await page.reload();
    await inside.locator("summary").click();
    await inside.getByText("We send another.").waitFor();
    await inside.getByRole("textbox").first().fill("Thank you!");
    await inside.locator("s-details").getByRole("button").last().click();
    await inside.getByText("Thank you!").waitFor();
    await isWell(page, `contact-${language}-3-thread`);
    expect(broken).toEqual([]);
    await context.close();
  }, 90_000);
});
