import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { NeedsMerchant } from "~/platform/queue/failures";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import { fetchShopProfile } from "~/platform/shopify/shop.server";

let db: FreshDatabase;
const realFetch = globalThis.fetch;
let answer: (url: URL) => Response;

beforeAll(async () => {
  db = await freshDatabase();
  globalThis.fetch = async (input) => answer(new URL(input instanceof Request ? input.url : String(input)));
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await db.close();
});
beforeEach(async () => {
  await db.owner.query("delete from session");
  for (const shop of [SHOP, NEIGHBOUR]) await keep(shop, new Date(Date.now() + 3_600_000));
});

const keep = (shop: string, expires: Date) =>
  sessionStorage.storeSession(
    new Session({
      id: `offline_${shop}`,
      shop,
      state: "",
      isOnline: false,
      accessToken: "shpat_old",
      scope: "write_orders",
      expires,
      refreshToken: "shprt_old",
      refreshTokenExpires: new Date(Date.now() + 86_400_000),
    }),
  );
const kept = async () => {
  const { rows } = await db.owner.query<{ id: string }>("select id from session order by id");
  return rows.map((row) => row.id);
};

test("a token that Shopify refuses is forgotten, so that the next visit connects again", async () => {
  answer = () => Response.json({ errors: "Invalid API key or access token" }, { status: 401 });
  await expect(fetchShopProfile(db.shop.id)).rejects.toThrow(NeedsMerchant);
  expect(await kept()).toEqual([`offline_${NEIGHBOUR}`]);
});

test("a token that another process renewed meanwhile stays", async () => {
  answer = () => {
    const renewed = new Session({ id: `offline_${SHOP}`, shop: SHOP, state: "", isOnline: false });
    renewed.accessToken = "shpat_new";
    void sessionStorage.storeSession(renewed);
    return Response.json({ errors: "Invalid API key or access token" }, { status: 401 });
  };
  await expect(fetchShopProfile(db.shop.id)).rejects.toThrow(NeedsMerchant);
  await expect.poll(kept).toContain(`offline_${SHOP}`);
});

test("a renewal that Shopify refuses for good leaves no token behind", async () => {
  await keep(SHOP, new Date(Date.now() - 1_000));
  answer = () => Response.json({ error: "invalid_grant" }, { status: 400 });
  await expect(fetchShopProfile(db.shop.id)).rejects.toThrow(NeedsMerchant);
  expect(await kept()).toEqual([`offline_${NEIGHBOUR}`]);
});
