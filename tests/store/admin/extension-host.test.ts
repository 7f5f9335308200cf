import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeOrder } from "../actions/place-order";
import { type Store, startStore } from "../index";

describe("the app's block on an order's page", () => {
  let store: Store;
  let order: string;
  const get = async (path: string) => {
    const answer = await fetch(store.url + path);
    return { status: answer.status, text: await answer.text() };
  };
  beforeAll(async () => {
    store = await startStore();
    const made = await placeOrder(store, { shopper: "ada" });
    order = made.id.split("/").at(-1) ?? "";
  });
  afterAll(() => store?.stop());

  it("stands in a frame that knows the order and leads to its script", async () => {
    const page = await get(`/store/fern-and-fable/orders/${order}`);
    const path = /<iframe class="extension"[^>]* src="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const frame = await get(path.replaceAll("&amp;", "&"));
    expect(frame.status).toBe(200);
    expect(frame.text).toContain(`gid://shopify/Order/${order}`);
    expect(frame.text).toContain("Nothing of this order is coming back.");
    const script = await get(`${path.split("?")[0]}/script.js`);
    expect(script.status).toBe(200);
    expect(script.text).toContain("/app/returns/of-order/");
    expect(script.text).toMatch(/export\s*\{[^}]*default/);
  });

  it("is not there for targets nobody aims at, nor where the app is not installed", async () => {
    expect((await get("/store/fern-and-fable/extensions/admin.nowhere/script.js")).status).toBe(404);
    store.installs.uninstall("fern-and-fable.myshopify.com");
    const page = await get(`/store/fern-and-fable/orders/${order}`);
    expect(page.text).toContain("Open in Aftercare");
    expect(page.text).not.toContain('class="extension"');
  });
});
