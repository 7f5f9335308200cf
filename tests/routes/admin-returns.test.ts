import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const staff = (claims: Record<string, unknown> = {}) => {
  const shop = typeof claims.shop === "string" ? claims.shop : undefined;
  return {
    page: (path: string) => {
      const asked = embedded(sessionToken(claims), shop);
      const address = `${path}${path.includes("?") ? asked.replace("?", "&") : asked}`;
      return site.get(address, bearer(sessionToken(claims)));
    },
    post: (path: string, form: Record<string, string>) =>
      site.post(`${path}${embedded(sessionToken(claims), shop)}`, form, bearer(sessionToken(claims))),
  };
};
const asked = async () => {
  const order = await aReturnableOrderIn(db.shop, db.neighbour, { name: "#2077" });
  return { order, id: await aReturn(db.shop, order) };
};
const stored = async (id: string) =>
  (await db.owner.query(`select * from "return" where id = $1`, [id])).rows[0];

describe("the list", () => {
  it("shows by state, counts, and finds by number and order", async () => {
    expect(await (await staff().page("/app/returns")).text()).toContain("No returns yet");
    const { id } = await asked();
    const { rma } = await stored(id);
    const list = await (await staff().page("/app/returns")).text();
    expect(list).toContain(rma);
    expect(list).toContain("To review (1)");
    expect(await (await staff().page("/app/returns?state=received")).text()).toContain("Nothing to refund");
    for (const q of [rma, rma.slice(4).toLowerCase(), "%232077", "2077", "20"])
      expect(await (await staff().page(`/app/returns?q=${q}`)).text()).toContain(rma);
    const hostile = "%25%26%5C%7C!():*' or 1=1".repeat(20);
    for (const q of [hostile, "%00", "x".repeat(5_000)])
      expect((await staff().page(`/app/returns?state=drop&after=1_x'&q=${q}`)).status).toBe(200);
    expect(await (await staff({ shop: NEIGHBOUR }).page(`/app/returns?q=${rma}`)).text()).toContain(
      "No return found",
    );
  });

  it("turns pages by cursor, over two states at once, forth and back", async () => {
    const { order } = await asked();
    await db.owner.query(
      `insert into "return" ("shopId", id, rma, "orderId", "requestKey", state, source, decision, currency, "requestedAt", "updatedAt")
       select $1, gen_random_uuid(), 'N' || n, $2, 'k' || n, case n % 2 when 0 then 'approved' else 'labelled' end, 'shopper',
         '{"rule":"window","policyVersion":1,"next":"review","grounds":null}', 'GBP',
         timestamptz '2026-01-01' + (n / 3) * interval '1 minute', now() from generate_series(1, 60) n`,
      [db.shop.id, order.id],
    );
    const seen: string[] = [];
    let path: string | undefined = "/app/returns?state=coming";
    for (let page = 0; path && page < 5; page++) {
      const html: string = await (await staff().page(path)).text();
      seen.push(...[...html.matchAll(/>(N\d+)</g)].map(([, rma]) => rma ?? ""));
      path = /href="(\/app\/returns\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });
});

describe("a return's page", () => {
  it("approves, receives, and says what is next", async () => {
    const { id } = await asked();
    const page = await (await staff().page(`/app/returns/${id}`)).text();
    expect(page).toContain("Decide whether this may come back");
    expect(page).toContain("Runs &lt;b&gt;small&lt;/b&gt;");
    expect(page).toContain("Within 30 days of delivery");
    expect((await staff().post(`/app/returns/${id}`, { intent: "approve" })).status).toBe(200);
    expect(await stored(id)).toMatchObject({ state: "approved" });
    const again = await staff().post(`/app/returns/${id}`, { intent: "approve" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Somebody has already done this");
    const line = (await db.owner.query(`select id from return_line where "returnId" = $1`, [id])).rows[0].id;
    const tooMany = await staff().post(`/app/returns/${id}`, {
      intent: "receive",
      [`received-${line}`]: "5",
    });
    expect(tooMany.status).toBe(422);
    const arrived = await staff().post(`/app/returns/${id}`, {
      intent: "receive",
      [`received-${line}`]: "1",
    });
    expect(arrived.status).toBe(200);
    expect(await stored(id)).toMatchObject({ state: "received" });
    const huge = await staff().post(`/app/returns/${id}`, { intent: "refund", amount: "99999999" });
    expect(huge.status).toBe(422);
    expect(await huge.text()).toContain("more than the shopper has paid");
  });

  it("declines with a reason and a note", async () => {
    const { id } = await asked();
    const fields = { intent: "decline", reason: "RETURN_PERIOD_ENDED", note: " Too late, sorry " };
    await staff().post(`/app/returns/${id}`, fields);
    expect(await stored(id)).toMatchObject({
      state: "declined",
      declineReason: "RETURN_PERIOD_ENDED",
      declineNote: "Too late, sorry",
    });
  });

  it("is as absent for another shop's staff, and so are its actions", async () => {
    const { id } = await asked();
    const stranger = staff({ shop: NEIGHBOUR });
    for (const one of [id, newId()]) {
      expect((await stranger.page(`/app/returns/${one}`)).status).toBe(404);
      expect((await stranger.post(`/app/returns/${one}`, { intent: "approve" })).status).toBe(404);
    }
    for (const odd of ["x", "..%2f", "1%27"])
      expect((await staff().page(`/app/returns/${odd}`)).status).toBe(404);
    expect(await stored(id)).toMatchObject({ state: "requested" });
  });

  it("refuses what cannot be read", async () => {
    const { id } = await asked();
    for (const form of [
      { intent: "explode" },
      { intent: "decline", reason: "BECAUSE" },
      { intent: "refund", amount: "-5" },
      {},
    ])
      expect((await staff().post(`/app/returns/${id}`, form as Record<string, string>)).status).toBe(400);
    expect(await stored(id)).toMatchObject({ state: "requested" });
  });

  it("explains what restricted staff may not do, and refuses it when forced", async () => {
    const { id } = await asked();
    office.scopes["77"] = "read_orders,read_returns";
    const reader = staff({ sub: "77" });
    const page = await reader.page(`/app/returns/${id}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("do not include managing returns");
    expect((await reader.post(`/app/returns/${id}`, { intent: "approve" })).status).toBe(403);
    office.scopes["78"] = "read_orders,write_returns";
    const packer = staff({ sub: "78" });
    expect((await packer.post(`/app/returns/${id}`, { intent: "refund", amount: "100" })).status).toBe(403);
    office.scopes["79"] = "read_products";
    expect((await staff({ sub: "79" }).page("/app/returns")).status).toBe(403);
    expect(await stored(id)).toMatchObject({ state: "requested" });
  });
});
