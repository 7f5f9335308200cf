import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { unsubscribeUrl } from "~/platform/unsubscribe-pass.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let site: Site;
const id = newId();

beforeAll(async () => {
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
  for (const [shop, locale] of [
    [SHOP, "de"],
    [NEIGHBOUR, "he"],
  ])
    await db.owner.query(
      `insert into notification ("shopId", id, key, kind, recipient, locale, state, "createdAt")
       values ($1, $2, 'k', 'outForDelivery', 'Ada@Example.com', $3, 'sent', now())`,
      [shop, id, locale],
    );
});
afterAll(async () => {
  await site.close();
  await db.close();
});
beforeEach(async () => {
  await db.owner.query("delete from suppression");
});

const pathOf = (shop = db.shop, notificationId = id) =>
  new URL(unsubscribeUrl(shop, notificationId)).pathname;
const rows = async () =>
  (await db.owner.query(`select "shopId", address, scope, reason from suppression`)).rows;
const post = (
  path: string,
  body = "List-Unsubscribe=One-Click",
  type = "application/x-www-form-urlencoded",
) => fetch(`${site.url}${path}`, { method: "POST", body, headers: { "content-type": type } });

describe("an unsubscribe link", () => {
  it("looked at, asks in the message's language and changes nothing", async () => {
    const answer = await site.get(pathOf());
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toMatch(/<html lang="de" dir="ltr">/);
    expect(html).toMatch(/<form method="post"><button/);
    expect(html).not.toMatch(/<script|Ada@/i);
    expect(answer.headers.get("referrer-policy")).toMatch(/no-referrer$/); // the last one counts
    expect(await rows()).toEqual([]);
  });

  it("ends it with one click of a mail program, once, for its own shop", async () => {
    for (let times = 0; times < 2; times++) expect((await post(pathOf())).status).toBe(200);
    expect(await rows()).toEqual([
      { shopId: SHOP, address: "ada@example.com", scope: "optional", reason: "unsubscribed" },
    ]);
  });

  it("takes the other form of the one-click body, too (RFC 8058 §3.1)", async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect((await post(pathOf(db.neighbour), body, "multipart/form-data; boundary=x")).status).toBe(200);
    expect(await rows()).toMatchObject([{ shopId: NEIGHBOUR }]);
  });

  it("is written from right to left where that is read", async () => {
    expect(await (await site.get(pathOf(db.neighbour))).text()).toMatch(/<html lang="he" dir="rtl">/);
  });

  it("of a message that is gone looks the same, and does nothing", async () => {
    const answer = await post(pathOf(db.shop, newId()));
    expect(answer.status).toBe(200);
    expect(await rows()).toEqual([]);
  });

  it.each([
    ["made up", () => "/unsubscribe/abc.def"],
    ["changed by a letter", () => pathOf().replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
  ])("%s is not there", async (_what, path) => {
    expect((await site.get(path())).status).toBe(404);
    expect((await post(path())).status).toBe(404);
    expect(await rows()).toEqual([]);
  });

  it("is not there once the shop has removed the app", async () => {
    await db.owner.query(`update shop set "uninstalledAt" = now() where id = $1`, [SHOP]);
    const answer = await post(pathOf());
    await db.owner.query(`update shop set "uninstalledAt" = null where id = $1`, [SHOP]);
    expect(answer.status).toBe(404);
  });
});
