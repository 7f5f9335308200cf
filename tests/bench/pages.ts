import { createHmac } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { mintSessionToken } from "#tests/store/oauth/session-token";
import { openDatabase } from "~/platform/database/database.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import { type House, SHOP } from "./house";
import { type Measure, measure, median, percentile, say } from "./measure";
import type { Asked, PageRequest } from "./pages-part";
import { type Part, startPart } from "./part";
import { API_KEY, SECRET } from "./surroundings";

export const STAFF = "42";
/** Shopify's library answers what it takes for robots otherwise. */
export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
const ROUNDS = 3;
/** shoppers at the very same moment, on a machine that also runs Postgres and this */
const AT_ONCE = 2;
const LOOK_UPS = 150;
const HOMES = 60;

/**
 * An order looked up through the app proxy in a shop of 100,000 orders, and the admin's home, beside a bare
 * server that answers with as many bytes (for the look-up after one query). In turns, as everywhere here.
 */
export async function pageMeasures(house: House): Promise<Measure[]> {
  say("Pages: starting a web process");
  const { port, running } = await house.startWeb();
  await signInStaff(house);
  const bare = await startPart("bare-page-part.ts", {
    BARE_DATABASE_URL: house.databaseUrl,
    BARE_SHOP: SHOP,
  });
  const barePort = await bare.ask<number>("port");
  const pages = await startPart("pages-part.ts");
  let number = 0;
  const lookUps = (count: number) => Array.from({ length: count }, () => lookUp(++number * 37));
  const bareLookUps = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ path: `/?order=${at * 41 + 1}` }));

  const compare = async (app: (count: number) => PageRequest[], plain: typeof app, count: number) => {
    const taken: { app: number[]; bare: number[] } = { app: [], bare: [] };
    const first = await askAll(pages, port, app(40));
    await bare.ask("show", first.bytes);
    await askAll(pages, barePort, plain(40));
    for (let round = 0; round < ROUNDS; round++) {
      taken.app.push(...(await askAll(pages, port, app(count))).latencies);
      taken.bare.push(...(await askAll(pages, barePort, plain(count))).latencies);
    }
    return { ...taken, bytes: first.bytes };
  };
  say("Pages: looking orders up");
  const lookedUp = await compare(lookUps, bareLookUps, LOOK_UPS);
  say("Pages: the admin's home");
  const home = await compare(
    (count) => Array.from({ length: count }, adminHome),
    (count) => Array.from({ length: count }, () => ({ path: "/" })),
    HOMES,
  );
  await Promise.all([running.stop(), bare.stop(), pages.stop()]);
  const pair = (name: string, at: number, of: typeof home, most?: number) =>
    measure(`${name}, ${of.bytes} bytes`, percentile(of.app, at), "ms", {
      ceiling: percentile(of.bare, at),
      targets: most === undefined ? [] : [{ of: "value", atMost: most }],
    });
  return [
    measure("order look-up p50, 100,000 orders", median(lookedUp.app), "ms", {
      ceiling: median(lookedUp.bare),
    }),
    pair("order look-up p95, 100,000 orders", 0.95, lookedUp, 50),
    pair("admin home p50", 0.5, home),
    pair("admin home p95", 0.95, home),
  ];
}

async function askAll(pages: Part, port: number, requests: PageRequest[]): Promise<Asked> {
  const asked = await pages.ask<Asked>("ask", { port, requests, atOnce: AT_ONCE });
  if (asked.statuses[200] !== requests.length)
    throw new Error(`Not every page was shown: ${JSON.stringify(asked.statuses)}`);
  return asked;
}

/** A look-up as the app proxy passes it on; every one is another visitor's, so that no limit is reached. */
function lookUp(number: number): PageRequest {
  const query = {
    logged_in_customer_id: "",
    path_prefix: "/apps/aftercare",
    shop: SHOP,
    timestamp: String(Math.floor(Date.now() / 1000)),
  };
  const signed = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("");
  const signature = createHmac("sha256", SECRET).update(signed).digest("hex");
  const visitor = [10, (number >> 16) & 255, (number >> 8) & 255, number & 255].join(".");
  return {
    path: `/proxy?index&${new URLSearchParams({ ...query, signature })}`,
    headers: { "x-forwarded-for": visitor, "accept-language": "en-GB,en;q=0.9" },
    form: new URLSearchParams({ order: `#${number}`, contact: `shopper-${number}@bench.example` }).toString(),
  };
}

function adminHome(): PageRequest {
  const host = Buffer.from(`admin.shopify.com/store/${SHOP.split(".")[0]}`).toString("base64url");
  const token = mintSessionToken({ shop: SHOP, apiKey: API_KEY, apiSecret: SECRET, userId: STAFF });
  const query = new URLSearchParams({ shop: SHOP, host, embedded: "1", id_token: token });
  return {
    path: `/app?${query}`,
    headers: {
      "user-agent": BROWSER,
    },
  };
}

/** Sessions as Shopify's library leaves them after a visit, so that nobody has to be asked. */
export async function signInStaff({ databaseUrl }: House): Promise<void> {
  const expires = new Date(Date.now() + 3_600_000);
  const about = { shop: SHOP, state: "", accessToken: "shpat_bench", expires, scope: "write_orders" };
  const database = await openDatabase(databaseUrl);
  await sessionStorage.storeSession(new Session({ ...about, id: `offline_${SHOP}`, isOnline: false }));
  const online = new Session({ ...about, id: `${SHOP}_${STAFF}`, isOnline: true });
  online.onlineAccessInfo = {
    expires_in: 3_600,
    associated_user_scope: "write_orders",
    associated_user: {
      id: Number(STAFF),
      first_name: "Maya",
      last_name: "Lind",
      email: "maya@staff.example",
      email_verified: true,
      account_owner: true,
      locale: "en",
      collaborator: false,
    },
  };
  await sessionStorage.storeSession(online);
  await database.close();
}
