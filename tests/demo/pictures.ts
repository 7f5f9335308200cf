import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DESKTOP, openBrowser, PHONE, USER_AGENT } from "./browser";
import { liveDay } from "./day";
import { mailTo } from "./people";
import { startStack } from "./stack";

/**
 * Takes the README's pictures from a lived day: `npm run pictures`. Needs Chromium, and pdftoppm for the
 * label's.
 */
const pictures = path.resolve("tests/demo/pictures");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "aftercare-pictures-"));
fs.mkdirSync(pictures, { recursive: true });

const stack = await startStack({ folder, say: console.log });
const browser = await openBrowser();
const shop = stack.store.shop().domain;

async function take(
  name: string,
  url: string,
  viewport: { width: number; height: number },
  ready: (page: import("playwright-core").Page) => Promise<unknown>,
) {
  const context = await browser.newContext({ viewport, userAgent: USER_AGENT, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(url);
  await ready(page);
  await page.waitForTimeout(800); // late styles and toasts
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  await context.close();
  console.log(`took ${name}`);
}

try {
  const day = await liveDay(stack);
  const admin = (at: string) => stack.store.adminUrl(shop, at);
  const inFrame = (text: string | RegExp) => async (page: import("playwright-core").Page) =>
    page
      .frameLocator("iframe")
      .first()
      .locator(".Polaris-Page")
      .getByText(text)
      .first()
      .waitFor({ timeout: 20_000 });
  await take("home", admin("/app"), DESKTOP, inFrame(/./));
  await take("return", admin(day.returnPath), DESKTOP, inFrame(/RMA-/));
  await take("policy", admin("/app/settings/policy"), DESKTOP, inFrame(/./));
  await take("receive", admin("/app/returns/receive"), DESKTOP, inFrame(/./));
  await take("news", admin("/app/notifications"), DESKTOP, inFrame(/./));
  await take("conversation", admin(day.conversationPath), DESKTOP, inFrame(/one size larger/));
  await take("order-page", day.orderUrl, PHONE, (page) =>
    page
      .getByText(/delivered/i)
      .first()
      .waitFor(),
  );
  await take("panel", stack.store.url, DESKTOP, (page) => page.waitForTimeout(1_500));
  const confirmation = await mailTo(stack, day.email, /we have your order/);
  const mailFile = path.join(folder, "mail.html");
  fs.writeFileSync(mailFile, confirmation.html);
  await take("confirmation", `file://${mailFile}`, { width: 680, height: 900 }, (page) =>
    page.waitForTimeout(100),
  );
  const labelled = await mailTo(stack, day.email, /return label/);
  const a4 = labelled.attachments[0]?.generatedFileName ?? "";
  const pdf = path.join(folder, "label.pdf");
  fs.writeFileSync(
    pdf,
    Buffer.from(
      await (await fetch(`${stack.mailboxUrl}/api/email/${labelled.id}/attachment/${a4}`)).arrayBuffer(),
    ),
  );
  execFileSync("pdftoppm", ["-r", "80", "-png", "-singlefile", pdf, path.join(pictures, "label")]);
  console.log("took label");
} finally {
  await browser.close();
  await stack.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
