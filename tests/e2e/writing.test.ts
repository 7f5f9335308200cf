import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { alivePage } from "#tests/setup/alive-page";
import { hasLivePages, openBrowser } from "#tests/setup/browser";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { saveMacro } from "~/features/inbox/automation/save-macro.server";
import { changeTeam } from "~/features/inbox/teams/change-teams.server";
import { startingMacros } from "~/features/inbox/words/starting-automation";

const LONG = { timeout: 20_000 };

/** Writing an answer or a note with keys, in pages that are alive. */
describe.skipIf(!hasLivePages)("staff who write", { timeout: 60_000 }, () => {
  let db: FreshDatabase;
  let office: TokenOffice;
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    office = tokenOffice();
    [db, browser] = await Promise.all([freshDatabase(), openBrowser()]);
    site = await (await import("#tests/setup/site")).openSite({ alive: true });
    for (const name of ["Returns", "Wholesale"])
      await changeTeam(db.shop, { do: "keep", id: null, name, handOut: "none", memberIds: [] });
    await saveMacro(db.shop, startingMacros.whereIsIt, null, "Maya");
    await saveMacro(
      db.shop,
      { ...startingMacros.whereIsIt, name: "Thanks", actions: [{ do: "tag", tag: "thanked" }] },
      null,
      "Maya",
    );
  });
  beforeEach(async () => {
    const { conversationId } = await aConversation(db.shop);
    page = await alivePage(browser, site, `/app/inbox/${conversationId}`);
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser.close();
    await site.close();
    office.restore();
    await db.close();
  });

  const field = () => page.getByRole("textbox", { name: "Answer" });
  const options = () => page.locator('[role="option"]').allTextContents();

  it("pick a macro by its key and name: its words are in the answer, its steps beside it", async () => {
    await page.keyboard.press("m");
    const search = page.getByRole("combobox", { name: "Search macros" });
    await expect.poll(options, LONG).toHaveLength(2);
    await search.fill("thank");
    await expect.poll(options, LONG).toEqual(["Thanks"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => field().inputValue(), LONG).toMatch(/Ada|parcel|order/);
    await page.getByRole("button", { name: /thanked/ }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("mention whom they choose among the names that fit, and are told of a name that calls nobody", async () => {
    await page.getByRole("button", { name: "Internal note" }).press("Enter");
    await field().focus();
    await page.keyboard.type("Ask @");
    await expect.poll(options, LONG).toEqual(["Returns", "Wholesale"]);
    await page.keyboard.press("ArrowDown");
    expect(await field().getAttribute("aria-activedescendant")).toBe(
      await page.locator('[role="option"][aria-selected="true"]').getAttribute("id"),
    );
    await page.keyboard.press("Tab");
    expect(await field().inputValue()).toBe("Ask @Wholesale ");
    await page.keyboard.type("or @ret");
    await expect.poll(options, LONG).toEqual(["Returns"]);
    await page.keyboard.press("Escape");
    expect(await options()).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await field().inputValue()).toBe("Ask @Wholesale or @ret\n");
    await page.keyboard.press("Control+Enter");
    await page.getByText("“@ret”: no one person or team has this name").waitFor();
    expect(await field().inputValue()).toBe("");
  });
});
