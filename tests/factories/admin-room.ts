import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, tokenOffice } from "#tests/setup/staff";
import { known } from "./profile";

/** Staff by their ids: the shop's owner, one who may only read orders, and one who may not even do that. */
export const OWNER = "42";
export const READER = "43";
export const STRANGER = "44";

/** Two shops that Shopify has told of, and the app's pages, asked as Shopify's admin asks, with really signed tokens. */
export type AdminRoom = {
  db: FreshDatabase;
  site: Site;
  /** A page; its address may have a query of its own. */
  page(path: string, sub?: string): Promise<{ status: number; html: string }>;
  send(path: string, form: Record<string, string>, sub?: string): Promise<Response>;
  sendJson(path: string, body: unknown, sub?: string): Promise<Response>;
  /** Between two tests: these tables empty, in this order. */
  empty(...tables: string[]): Promise<void>;
  close(): Promise<void>;
};

export async function openAdminRoom(): Promise<AdminRoom> {
  const office = tokenOffice();
  Object.assign(office.scopes, { [READER]: "read_orders", [STRANGER]: "read_products" });
  const db = await freshDatabase();
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
  const site = await (await import("#tests/setup/site")).openSite(); // after the office has taken fetch's place
  return {
    ...{ db, site },
    async page(path, sub = OWNER) {
      const token = sessionToken({ sub });
      const asked = path.includes("?") ? embedded(token).replace("?", "&") : embedded(token);
      const answer = await site.get(path + asked, bearer(token));
      return { status: answer.status, html: await answer.text() };
    },
    send: (path, form, sub = OWNER) => site.post(path, form, bearer(sessionToken({ sub }))),
    sendJson: (path, body, sub = OWNER) =>
      fetch(site.url + path, {
        method: "POST",
        headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    async empty(...tables) {
      for (const table of tables) await db.owner.query(`delete from ${table}`);
    },
    async close() {
      await site.close();
      office.restore();
      await db.close();
    },
  };
}
