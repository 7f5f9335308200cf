import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { alivePage } from "#tests/setup/alive-page";
import { hasLivePages, openBrowser } from "#tests/setup/browser";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { addNote } from "~/features/inbox/add-note.server";
import { newId } from "~/values/ids";

const MAYA = { id: "42", name: "Maya" };

/** Staff who work with keys alone: whatever they press, the focus is on something afterwards. */
describe.skipIf(!hasLivePages)("the focus", { timeout: 60_000 }, () => {
  let db: FreshDatabase;
  let office: TokenOffice;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    office = tokenOffice();
    [db, browser] = await Promise.all([freshDatabase(), openBrowser()]);
    site = await (await import("#tests/setup/site")).openSite({ alive: true });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    office.restore();
    await db.close();
  });

  const open = (address: string) => alivePage(browser, site, address);

  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return "nowhere";
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : null;
      return `${at.tagName.toLowerCase()} ${at.getAttribute("aria-label") ?? label ?? at.textContent}`;
    });

  /** The focus comes to what has this name. */
  const isOn = (page: Page, name: string | RegExp) =>
    expect.poll(() => focused(page), { timeout: 20_000 }).toMatch(name);

  const press = async (page: Page, name: string | RegExp) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };

  it.each(["keys", "a mouse"])("is on what stands where the snooze's button stood, with %s", async (by) => {
    const { conversationId } = await aConversation(db.shop);
    const page = await open(`/app/inbox/${conversationId}`);
    if (by === "keys") await press(page, "Snooze");
    else await page.getByRole("button", { name: "Snooze", exact: true }).click();
    await isOn(page, "button Wake now");
    await page.close();
  });

  it("is let go by whoever clicks beside everything", async () => {
    const { conversationId } = await aConversation(db.shop);
    const page = await open(`/app/inbox/${conversationId}`);
    await page.getByRole("button", { name: "Snooze", exact: true }).focus();
    await page.getByRole("heading", { name: "Handling" }).click();
    await page.evaluate(() => document.body.append(document.createElement("i")));
    expect(await focused(page)).toBe("nowhere");
    await page.close();
  });

  it("is in the form that was opened, and on the title of what was split off", async () => {
    const { conversationId } = await aConversation(db.shop);
    await addNote(db.shop, { conversationId, text: "Another thing", requestKey: newId() }, MAYA);
    const page = await open(`/app/inbox/${conversationId}`);
    await press(page, "Move messages into a new conversation");
    await isOn(page, "button Cancel");
    await page.getByRole("checkbox").last().press("Space");
    await press(page, "Move 1 message");
    await page.waitForURL((url) => !url.pathname.endsWith(conversationId));
    await isOn(page, /^h1 /);
    await page.close();
  });

  it("is on the first field of new targets", async () => {
    const page = await open("/app/settings/inbox/targets");
    await press(page, "Add targets");
    await isOn(page, "input Name");
    await page.close();
  });

  it("stays with the team that was saved", async () => {
    const page = await open("/app/settings/inbox/teams");
    await press(page, "Add a team");
    await isOn(page, "input Name");
    await page.keyboard.type("Returns");
    await press(page, "Save");
    await isOn(page, "button Edit the team Returns");
    await page.close();
  });

  it("is back on the button that a mouse pressed, once a rule was tried", async () => {
    const page = await open("/app/settings/rules/new?from=lost");
    await page.getByRole("button", { name: "Try on past conversations" }).click();
    await page.getByText(/latest conversations|would have fired in/).waitFor();
    await isOn(page, "button Try on past conversations");
    await page.close();
  });

  it("goes on to the row that took the place of the one that was closed, and the undo keeps it", async () => {
    for (let made = 0; made < 2; made++) await aConversation(db.shop);
    const page = await open("/app/inbox");
    const rows = page.locator("a.row-link");
    const before = await rows.count();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("e");
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(before - 1);
    await isOn(page, /^a /);
    await page.keyboard.press("z");
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(before);
    await isOn(page, /^a /);
    await page.close();
  });
});
