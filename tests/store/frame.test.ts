import { existsSync } from "node:fs";
import { type Browser, chromium, type FrameLocator, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Store, startStore } from "./index";
import { type StubApp, startStubApp } from "./stand-ins/stub-app";

const chromiumPath = "/usr/bin/chromium";
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=LocalNetworkAccessChecks",
];

describe.skipIf(!existsSync(chromiumPath))("the admin's frame", () => {
  let app: StubApp;
  let store: Store;
  let browser: Browser;
  let page: Page;
  let inside: FrameLocator;
  const outside: string[] = [];

  beforeAll(async () => {
    app = await startStubApp();
    const options = { appUrl: app.url, apiKey: "aftercare", apiSecret: "hush", projectDirectory: "/nowhere" };
    store = await startStore(options);
    browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
    page = await browser.newPage();
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") outside.push(request.url());
    });
    page.on("pageerror", (error) => outside.push(String(error)));
    inside = page.frameLocator("#app");
  });

  beforeEach(async () => {
    await page.goto(store.adminUrl("fern-and-fable.myshopify.com", "/app/returns?filter=open"));
    await inside.locator("#where").waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await store.stop();
    await app.close();
  });

  it("opens the page that a deep link names, with what Shopify adds to it", () => {
    const opened = app.heard.findLast((one) => one.path === "/app/returns");
    expect(Object.fromEntries(opened?.query ?? [])).toMatchObject({
      filter: "open",
      shop: "fern-and-fable.myshopify.com",
      embedded: "1",
      locale: "en",
      host: Buffer.from("admin.shopify.com/store/fern-and-fable").toString("base64url"),
      id_token: expect.stringMatching(/^ey/),
    });
  });

  it("shows the app's navigation and title, and its address keeps step", async () => {
    const nav = page.getByRole("navigation", { name: "Admin" });
    await expect
      .poll(() => nav.getByRole("link", { name: "Returns" }).getAttribute("aria-current"))
      .toBe("page");
    await page.getByRole("heading", { name: "Stub of /app/returns" }).waitFor();
    await page.getByRole("button", { name: "Do it" }).click();
    await page.getByText("Primary pressed").waitFor();
    await nav.getByRole("link", { name: "Inbox" }).click();
    await page.waitForURL("**/store/fern-and-fable/apps/aftercare/app/inbox");
    await inside.getByText("/app/inbox", { exact: true }).waitFor();
  });

  it("keeps a form's changes in the save bar until they are saved or discarded", async () => {
    const name = inside.getByRole("textbox", { name: "Name" });
    const bar = page.getByRole("region", { name: "Unsaved changes" });
    await name.fill("Ada");
    await bar.getByRole("button", { name: "Discard" }).click();
    await bar.waitFor({ state: "hidden" });
    expect(await name.inputValue()).toBe("");

    await name.fill("Noa");
    await page.getByRole("navigation", { name: "Admin" }).getByRole("link", { name: "Inbox" }).click();
    await expect.poll(() => page.url()).toContain("/app/returns");
    await bar.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved Noa").waitFor();
    await bar.waitFor({ state: "hidden" });
  });

  it("opens modals and save bars by name", async () => {
    await inside.getByRole("button", { name: "Open modal" }).click();
    const modal = inside.getByRole("dialog", { name: "A question" });
    await modal.getByText("Inside the modal").waitFor();
    await modal.getByRole("button", { name: "Yes" }).click();
    await modal.waitFor({ state: "hidden" });
    await inside.getByRole("button", { name: "Open save bar" }).click();
    await page.getByRole("region", { name: "Unsaved changes" }).getByRole("button", { name: "Save" }).click();
    await page.getByText("Bar saved").waitFor();
  });

  it("puts a session token of whoever is signed in on every request", async () => {
    await page.selectOption("#staff", "43");
    await inside.locator("#where").waitFor();
    await inside.locator("body").evaluate(() => fetch("/proxy/data"));
    const token = String(app.heard.at(-1)?.headers.authorization).split(".")[1] ?? "";
    expect(JSON.parse(Buffer.from(token, "base64url").toString())).toMatchObject({
      sub: "43",
      aud: "aftercare",
    });
  });

  it("offers to install the app where it is not, and reaches no other machine", async () => {
    store.installs.uninstall("nordlicht-haus.myshopify.com");
    await page.goto(store.adminUrl("nordlicht-haus.myshopify.com"));
    await page.getByRole("link", { name: "Install Aftercare" }).click();
    await inside.locator("body").waitFor();
    expect(store.installs.has("nordlicht-haus.myshopify.com")).toBe(true);
    expect(outside).toEqual([]);
  });
});
