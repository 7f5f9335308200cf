import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInboxJobs } from "#tests/factories/conversation";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { alivePage } from "#tests/setup/alive-page";
import { hasLivePages, openBrowser } from "#tests/setup/browser";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";

/** Staff who work with keys tie an order to a mail from somebody unknown, act on it, and take it off again. */
describe.skipIf(!hasLivePages)("an order is tied", () => {
  let db: FreshDatabase;
  let office: TokenOffice;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    office = tokenOffice();
    [db, browser] = await Promise.all([freshDatabase(), openBrowser()]);
    site = await (await import("#tests/setup/site")).openSite({ alive: true });
    const customer = aCustomer({ id: "76", email: "ada@example.com" });
    for (const id of ["7601", "7602"]) await mirrored(db.shop, anOrder({ id, name: `#${id}`, customer }));
    const raw = Buffer.from(
      "From: Eve <eve@example.org>\r\nMessage-ID: <eve@mail.example>\r\nSubject: My present\r\n\r\nIt is broken",
    );
    await db.shop.transact((tx) =>
      keepMail(tx, { sender: "eve@example.org", recipient: mailboxAddress(db.shop.id), raw }),
    );
    await runInboxJobs(db, db.shop);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    office.restore();
    await db.close();
  });

  const conversation = async () =>
    (await db.owner.query(`select id from conversation where "shopId" = $1`, [SHOP])).rows[0].id;
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at?.getAttribute("aria-label") ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? "";
    });
  const isOn = (page: Page, name: string | RegExp) =>
    expect.poll(() => focused(page), { timeout: 10_000 }).toMatch(name);

  /** Presses it with a key once it may be pressed: while something is sent, it may not. */
  const press = async (page: Page, name: string) => {
    const button = page.getByRole("button", { name, exact: true });
    await button.click({ trial: true });
    await button.press("Enter");
  };

  it("with keys alone: the focus goes in, comes back, and is on the undo", async () => {
    const page = await alivePage(browser, site, `/app/inbox/${await conversation()}`);
    await page.getByText("Tie an order to act on it.").waitFor();
    await page.keyboard.press("o");
    await isOn(page, /^Order$/);
    await page.keyboard.press("Escape");
    await isOn(page, "Find an order");
    await page.keyboard.press("o");
    await isOn(page, /^Order$/);
    await page.keyboard.type("rowntree");
    await press(page, "Tie #7602 to this conversation");
    await page.getByText("This order was placed by another address.").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await isOn(page, "Find an order");
    await page.getByRole("heading", { name: "Order #7602" }).waitFor();
    await page.getByRole("heading", { name: "Actions" }).waitFor();

    await press(page, "File it under Ada Rowntree");
    await page.getByText("Filed under Ada Rowntree by staff.").waitFor();

    await press(page, "Untie #7602");
    await isOn(page, "Tie #7602 again");
    await press(page, "Tie #7602 again");
    await page.getByRole("heading", { name: "Order #7602" }).waitFor();
    await page.close();
  }, 120_000);

  it("and from the inbox an order is found to write to its shopper", async () => {
    const page = await alivePage(browser, site, "/app/inbox");
    await press(page, "Message a shopper");
    await isOn(page, /^Order$/);
    await page.keyboard.type("7601");
    await press(page, "Open #7601 to message its shopper");
    await press(page, "Message the shopper");
    await page.getByLabel("Message", { exact: true }).fill("Would Thursday suit you?");
    await press(page, "Send");
    await page.getByRole("link", { name: "1 message" }).waitFor();
    const { rows } = await db.owner.query(
      `select m.text, c.email from message m join conversation c on c."shopId" = m."shopId" and c.id = m."conversationId"
       where c."orderId" = '7601'`,
    );
    expect(rows).toEqual([{ text: "Would Thursday suit you?", email: "ada.rowntree@example.com" }]);
    await page.close();
  }, 120_000);
});
