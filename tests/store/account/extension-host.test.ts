import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ship } from "../actions/parcels";
import { placeOrder } from "../actions/place-order";
import { type Store, startStore } from "../index";
import { readSessionToken } from "../oauth/session-token";

const SHOP = "fern-and-fable.myshopify.com";
const SECRET = "a-secret-for-this-test";

describe("the app's extensions in the customer's account", () => {
  let store: Store;
  let order: { id: string; number: string; customer: string };
  beforeAll(async () => {
    store = await startStore({ appUrl: "http://127.0.0.1:9", apiKey: "key", apiSecret: SECRET });
    const made = await placeOrder(store, { shopper: "ada", cart: "few" });
    await ship(store, { order: made.id });
    const { body } = await store.shopify.execute({
      shop: SHOP,
      apiVersion: "2026-07",
      query: "query Who($id: ID!) { order(id: $id) { customer { id } } }",
      variables: { id: made.id },
      throttle: false,
    });
    const { customer } = (body.data as { order: { customer: { id: string } } }).order;
    order = { id: made.id, number: made.id.split("/").at(-1) ?? "", customer: customer.id };
  });
  afterAll(() => store?.stop());

  const as = (customerId: string | undefined) => ({
    "content-type": "application/json",
    ...(customerId ? { cookie: `store_customer_fern-and-fable=${customerId.split("/").at(-1)}` } : {}),
  });
  async function get(path: string, customerId?: string) {
    const answer = await fetch(store.storefrontUrl(SHOP) + path, {
      headers: as(customerId),
      redirect: "manual",
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  async function post(path: string, body: object, customerId?: string) {
    const init = { method: "POST", headers: as(customerId), body: JSON.stringify(body) };
    return (await fetch(store.storefrontUrl(SHOP) + path, init)).json() as Promise<Record<string, unknown>>;
  }

  it("stand in sandboxes without an origin, the page's own only for who ordered", async () => {
    const menu = await get(`/account/orders/${order.number}`, order.customer);
    expect(menu.text).toMatch(/<iframe class="extension"[^>]* sandbox="allow-scripts"[^>]*menu-item\.render/);
    const page = `/account/orders/${order.number}/pages/aftercare-return-page`;
    expect((await get(page, order.customer)).text).toMatch(/sandbox="allow-scripts"[^>]*order\.page\.render/);
    expect((await get(page, "999")).status).toBe(404);
    expect((await get(page)).headers.get("location")).toBe("/account/login");
    expect((await get(page.replace("return-page", "other"), order.customer)).status).toBe(404);
    const own = await get(`/account/pages/aftercare-contact-page/orders/${order.number}`, order.customer);
    expect(own.text).toMatch(/sandbox="allow-scripts"[^>]*customer-account\.page\.render/);
    expect((await get("/account/pages/aftercare-return-page", order.customer)).status).toBe(404);
    expect((await get("/account/pages/aftercare-contact-page")).headers.get("location")).toBe(
      "/account/login",
    );
  });

  it("have a network only if they ask for it, and never more than scripts of this store", async () => {
    const policy = async (target: string) =>
      (await get(`/__store/extensions/${target}?order=${order.number}`)).headers.get(
        "content-security-policy",
      );
    expect(await policy("customer-account.order.action.menu-item.render")).toContain("connect-src 'none'");
    const page = await policy("customer-account.order.page.render");
    expect(page).toContain("connect-src http: https:");
    expect(page).toContain("default-src 'none'");
    expect((await get("/__store/extensions/admin.order-details.block.render")).status).toBe(404);
  });

  it("are the project's own scripts, told where the app is", async () => {
    const script = await get("/__store/extensions/customer-account.order.page.render/script.js");
    expect(script.headers.get("access-control-allow-origin")).toBe("*");
    expect(script.text).toContain(store.gatewayUrl);
    expect(script.text).toContain("/account/return");
  });

  it("are told apart where several aim at one place", async () => {
    const scriptOf = async (handle: string) =>
      (
        await get(
          `/__store/extensions/customer-account.order.action.menu-item.render/script.js?handle=${handle}`,
        )
      ).text;
    expect(await scriptOf("aftercare-account")).toContain("aftercare-return-page");
    expect(await scriptOf("aftercare-contact-link")).toContain("aftercare-contact-page");
  });

  it("get a token that names who is signed in, and nobody otherwise", async () => {
    const subject = async (customerId?: string) =>
      readSessionToken(String((await post("/__store/extension-token", {}, customerId)).token), SECRET)?.sub;
    expect(await subject(order.customer)).toBe(order.customer);
    expect(await subject()).toBeUndefined();
  });

  it("hear what may come back of an order from who ordered it only", async () => {
    const ask = (customerId?: string) =>
      post("/__store/customer-account-api", { query: "", variables: { id: order.id } }, customerId);
    const { data } = (await ask(order.customer)) as {
      data: { order: { returnInformation: { returnableLineItems: { nodes: { quantity: number }[] } } } };
    };
    expect(data.order.returnInformation.returnableLineItems.nodes.map((one) => one.quantity)).toEqual([
      1, 2, 1,
    ]);
    expect(await ask("999")).toEqual({ data: { order: null } });
    expect(await ask()).toEqual({ data: { order: null } });
  });
});
