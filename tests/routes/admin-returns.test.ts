import sharp from "sharp";
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

function withToken(path: string, claims: Record<string, unknown>, shop: string | undefined): string {
  const asked = embedded(sessionToken(claims), shop);
  return `${path}${path.includes("?") ? asked.replace("?", "&") : asked}`;
}
const staff = (claims: Record<string, unknown> = {}) => {
  const shop = typeof claims.shop === "string" ? claims.shop : undefined;
  return {
    page: (path: string) => site.get(withToken(path, claims, shop), bearer(sessionToken(claims))),
    post: (path: string, form: Record<string, string>) =>
      site.post(withToken(path, claims, shop), form, bearer(sessionToken(claims))),
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
    expect(list).toContain("To decide (1)");
    expect(await (await staff().page("/app/returns?view=inspect")).text()).toContain("Nothing to inspect");
    expect(await (await staff().page("/app/returns?state=received")).text()).toContain("Nothing to inspect");
    for (const q of [
      rma,
      rma.slice(4).toLowerCase(),
      "%232077",
      "2077",
      "20",
      "towel",
      "Linen",
      "ada.rowntree@example.com",
    ])
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
         timestamptz '2026-01-01' + (n / 3) * interval '1 minute', now() from generate_series(1, 130) n`,
      [db.shop.id, order.id],
    );
    const seen: string[] = [];
    let path: string | undefined = "/app/returns?view=coming";
    for (let page = 0; path && page < 5; page++) {
      const html: string = await (await staff().page(path)).text();
      seen.push(...[...html.matchAll(/>(N\d+)</g)].map(([, rma]) => rma ?? ""));
      path = /href="(\/app\/returns\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
  });
});

describe("views of one's own", () => {
  const view = (fields: Record<string, string>, claims = {}) => staff(claims).post("/app/returns", fields);
  const save = { intent: "saveView", name: "Big <ones>", filter: "view=decide&min=50&drop=1" };
  const idOf = (answer: Response) =>
    /saved=([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
  const html = async (claims = {}) => (await staff(claims).page("/app/returns")).text();

  it("are kept for oneself or for all, renamed and deleted, and strangers' are as absent", async () => {
    const mine = idOf(await view(save));
    expect(await html()).toContain("Big &lt;ones&gt;");
    expect(await html()).toContain(`saved=${mine}`);
    expect(await html({ sub: "52" })).not.toContain(mine);
    const all = idOf(await view({ ...save, name: "For everybody", forAll: "on" }));
    expect(await html({ sub: "52" })).toContain("For everybody");
    expect(await html({ shop: NEIGHBOUR })).not.toContain("For everybody");
    for (const claims of [{ sub: "52" }, { shop: NEIGHBOUR }])
      for (const fields of [{ intent: "deleteView" }, { intent: "renameView", name: "Mine" }])
        expect((await view({ ...fields, id: mine }, claims)).status).toBe(404);
    expect((await view({ intent: "renameView", id: all, name: "All big" }, { sub: "52" })).status).toBe(200);
    expect(await html()).toContain("All big");
    expect((await view({ intent: "deleteView", id: mine })).status).toBe(302);
    expect(await html()).not.toContain("Big &lt;ones&gt;");
  });

  it("have a name, and there are not endlessly many", async () => {
    expect((await view({ ...save, name: "  " })).status).toBe(400);
    expect((await view({ ...save, name: "x".repeat(41) })).status).toBe(400);
    for (let at = 0; at < 25; at++) await view({ ...save, name: `View ${at}` }, { sub: "53" });
    const { rows } = await db.owner.query(
      `select count(*)::int as count from saved_view where "staffId" = '53'`,
    );
    expect(rows[0].count).toBe(19);
  });
});

describe("many at once", () => {
  const bulk = async (fields: Record<string, string>, claims = {}) =>
    staff(claims).post("/app/returns/bulk", fields);

  it("decides each by itself, and says what became of each", async () => {
    const [{ id: one }, { id: two }, { id: done }] = [await asked(), await asked(), await asked()];
    await staff().post(`/app/returns/${done}`, { intent: "decline", reason: "OTHER", note: "" });
    const absent = newId();
    const answer = await bulk({ intent: "approve", ids: [one, done, absent, two, one].join(",") });
    expect(await answer.json()).toEqual({
      answers: [
        { id: one, refused: null },
        { id: done, refused: "returns.alreadyDecided" },
        { id: absent, refused: "returns.notFound" },
        { id: two, refused: null },
      ],
    });
    expect((await stored(two)).state).toBe("approved");
    const { rows } = await db.owner.query(
      `select "actorName" from fact where kind = 'return.approved' and "returnId" = $1`,
      [two],
    );
    expect(rows).toEqual([{ actorName: "Maya" }]);
  });

  it("is refused without permission, for strangers, and when it cannot be read", async () => {
    const { id } = await asked();
    office.scopes["61"] = "read_orders,read_returns";
    expect((await bulk({ intent: "approve", ids: id }, { sub: "61" })).status).toBe(403);
    const strange = await bulk({ intent: "approve", ids: id }, { shop: NEIGHBOUR });
    expect(await strange.json()).toEqual({ answers: [{ id, refused: "returns.notFound" }] });
    for (const fields of [
      { intent: "approve", ids: "" },
      { intent: "pay", ids: id },
      { intent: "decline", ids: id },
    ])
      expect((await bulk(fields as Record<string, string>)).status).toBe(400);
    expect((await stored(id)).state).toBe("requested");
  });
});

describe("receiving", () => {
  const table = (query: string) => staff().page(`/app/returns/receive${query}`);
  const send = (id: string, inspection: unknown, claims = {}) =>
    staff(claims).post(`/app/returns/receive?return=${id}`, {
      return: id,
      inspection: JSON.stringify(inspection),
    });
  const lineOf = async (id: string) =>
    (
      await db.owner.query(`select * from return_line where "returnId" = $1 and "shopId" = $2`, [
        id,
        db.shop.id,
      ])
    ).rows[0];
  const found = async (id: string, over: object = {}) => ({
    lines: [
      {
        lineId: (await lineOf(id)).id,
        received: 1,
        accepted: 1,
        rejected: 0,
        disposition: "restock",
        locationId: "7",
        ...over,
      },
    ],
    strays: [],
  });
  const approved = async () => {
    const one = await asked();
    await staff().post(`/app/returns/${one.id}`, { intent: "approve" });
    return one;
  };

  it("finds by number, in a QR code's address too, and puts the parcel on the table", async () => {
    const { id } = await approved();
    const { rma } = await stored(id);
    for (const code of [rma, rma.toLowerCase(), `https://shop.example/r/${rma}?x=1`, `${rma}\r\n`]) {
      const answer = await table(`?q=${encodeURIComponent(code)}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        302,
        expect.stringContaining(`return=${id}`),
      ]);
    }
    const page = await (await table(`?return=${id}`)).text();
    expect(page).toContain("Everything is here and fine");
    expect(page).toContain("TOWEL-MOSS");
    expect(await (await table("?q=%00%25'nothing")).text()).toContain("Nothing found for");
    expect((await staff({ shop: NEIGHBOUR }).page(`/app/returns/receive?return=${id}`)).status).toBe(404);
    expect((await table("?return=x")).status).toBe(404);
  });

  it("offers the choice when a code means several", async () => {
    const { order } = await asked();
    await aReturn(db.shop, order);
    expect(await (await table(`?q=${encodeURIComponent("#2077")}`)).text()).toContain("Several returns fit");
  });

  it("keeps what was found, by whom, and says what follows", async () => {
    const { id } = await approved();
    const answer = await send(id, {
      ...(await found(id)),
      strays: [{ kind: "unexpected", title: " A sock ", sku: null, quantity: 2, note: null }],
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toContain(`~${id}~`);
    expect(await stored(id)).toMatchObject({ state: "received", inspectedAt: expect.any(Date) });
    expect(await lineOf(id)).toMatchObject({ acceptedQuantity: 1, disposition: "restock", locationId: "7" });
    const { rows } = await db.owner.query(
      `select title, quantity, "actorName" from stray_item where "returnId" = $1`,
      [id],
    );
    expect(rows).toEqual([{ title: "A sock", quantity: 2, actorName: "Maya" }]);
    const facts = await db.owner.query(
      `select "actorName" from fact where kind = 'return.inspected' and "returnId" = $1`,
      [id],
    );
    expect(facts.rows).toEqual([{ actorName: "Maya" }]);
    expect(
      await (await table(answer.headers.get("location")?.replace("/app/returns/receive", "") ?? "")).text(),
    ).toMatch(/Scan the next parcel/);
    expect(await (await staff().page(`/app/returns/${id}`)).text()).toContain("A sock");
  });

  it("wants a reason for what is rejected, and no more than was asked for", async () => {
    const { id } = await approved();
    const without = await send(id, await found(id, { accepted: 0, rejected: 1 }));
    expect([without.status, await without.text()]).toEqual([
      400,
      expect.stringContaining("Say why things were rejected"),
    ]);
    const tooMany = await send(id, await found(id, { received: 9, accepted: 9 }));
    expect([tooMany.status, await tooMany.text()]).toEqual([
      422,
      expect.stringContaining("That is more than was asked"),
    ]);
    for (const odd of ["{", null, { lines: "x" }, { lines: [], strays: [{ kind: "gift" }] }])
      expect((await send(id, odd)).status).toBe(400);
    expect(await stored(id)).toMatchObject({ state: "approved" });
  });

  it("is shut for those who may only look, and for strangers", async () => {
    const { id } = await approved();
    office.scopes["71"] = "read_orders,read_returns";
    expect((await send(id, await found(id), { sub: "71" })).status).toBe(403);
    expect((await send(id, await found(id), { shop: NEIGHBOUR })).status).toBe(404);
    expect(await stored(id)).toMatchObject({ state: "approved" });
  });

  it("lists what is expected today, soon and late by when the label was made", async () => {
    const { id } = await approved();
    const { rma } = await stored(id);
    const sections = async () => {
      const html = await (await table("")).text();
      return ["Here, not inspected", "Overdue", "Expected today", "In the next seven days"].filter(
        (title, at, all) => {
          const from = html.indexOf(title);
          const to = at + 1 < all.length ? html.indexOf(all[at + 1] ?? "") : html.indexOf("Reckoned as");
          return html.slice(from, to).includes(rma);
        },
      );
    };
    const made = (days: number) =>
      db.owner.query(`update "return" set "labelledAt" = now() - $2 * interval '1 day' where id = $1`, [
        id,
        days,
      ]);
    const seen = [];
    for (const days of [3, 7, 9, 12]) {
      await made(days);
      seen.push((await sections()).join());
    }
    expect(seen).toEqual(["In the next seven days", "Expected today", "", "Overdue"]);
  });

  it("takes a photo of a thing, checked and cleaned", async () => {
    const { id } = await approved();
    const line = (await lineOf(id)).id;
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#833" } })
      .jpeg()
      .toBuffer();
    const upload = (bytes: Uint8Array, to = { return: id, line }, claims = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(to)) body.set(name, value);
      body.set("photo", new Blob([Buffer.from(bytes)]), "p.jpg");
      return fetch(`${site.url}/app/returns/photo`, {
        method: "POST",
        body,
        headers: bearer(sessionToken(claims)),
      });
    };
    expect((await upload(photo)).status).toBe(200);
    expect((await upload(Buffer.from("<svg onload=alert(1)>"))).status).toBe(422);
    expect((await upload(photo, { return: id, line: newId() })).status).toBe(404);
    expect((await upload(photo, { return: id, line }, { shop: NEIGHBOUR })).status).toBe(404);
    const { rows } = await db.owner.query(
      `select kind, "returnLineId" from return_photo where "returnId" = $1`,
      [id],
    );
    expect(rows).toEqual([{ kind: "inspection", returnLineId: line }]);
    expect(await (await staff().page(`/app/returns/${id}`)).text()).toContain(
      "Look at photo 1 of Linen tea towel",
    );
  });
});

describe("the block on an order's page in Shopify's admin", () => {
  const block = (id: string, claims = {}) =>
    site.get(`/app/returns/of-order/${id}`, {
      ...bearer(sessionToken(claims)),
      origin: "https://extensions.shopifycdn.com",
    });

  it("reads the order's returns from another origin, with a token", async () => {
    const { id, order } = await asked();
    const answer = await block(order.id);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const { rma } = await stored(id);
    expect(await answer.json()).toEqual({
      returns: [
        {
          id,
          rma,
          state: "To decide",
          tone: "caution",
          next: expect.stringContaining("Decide"),
          things: 1,
          refund: null,
        },
      ],
    });
    const preflight = await fetch(`${site.url}/app/returns/of-order/${order.id}`, {
      method: "OPTIONS",
      headers: {
        origin: "https://extensions.shopifycdn.com",
        "access-control-request-headers": "authorization",
      },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "authorization",
    ]);
  });

  it("answers strangers, the unpermitted and the unknown with a status alone", async () => {
    const { order } = await asked();
    office.scopes["91"] = "read_products";
    const without = await site.get(`/app/returns/of-order/${order.id}`, { "user-agent": "Mozilla/5.0" });
    expect(without.status).toBeGreaterThanOrEqual(400);
    expect((await block(order.id, { sub: "91" })).status).toBe(403);
    expect((await block("9".repeat(15))).status).toBe(404);
    expect((await block("x'")).status).toBe(404);
    const strange = await block(order.id, { shop: NEIGHBOUR });
    expect(await strange.json()).toEqual({ returns: [] });
  });
});

describe("insight", () => {
  it("shows the numbers and how they are counted, and exports them", async () => {
    await asked();
    const page = await staff().page("/app/returns/insight");
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/Too small.*How this is counted/s);
    const csv = await site.get("/app/returns/export", bearer(sessionToken()));
    expect(csv.headers.get("content-type")).toContain("text/csv");
    const text = await csv.text();
    expect(text).toContain("Runs <b>small</b>");
    expect(text).not.toContain("ada.rowntree");
    for (const odd of ["?from=x&to=%00", "?product='--", "?from=2030-01-01&to=2020-01-01"])
      expect((await staff().page(`/app/returns/insight${odd}`)).status).toBe(200);
  });
});

describe("a return's page", () => {
  it("takes things off it, and closes one that came without paying; refuses what cannot be", async () => {
    const { id } = await asked();
    const post = (form: Record<string, string>, claims = {}) =>
      staff(claims).post(`/app/returns/${id}`, form);
    const { rows } = await db.owner.query(`select id, quantity from return_line where "returnId" = $1`, [id]);
    const change = (quantity: string) => ({ intent: "quantity", lineId: rows[0].id, quantity });
    expect((await post(change("99"))).status).toBe(422);
    for (const wrong of ["-1", "1.5", "", "x"]) expect((await post(change(wrong))).status).toBe(400);
    expect((await post({ ...change("0"), lineId: newId() })).status).toBe(404);
    expect((await post(change("0"), { shop: NEIGHBOUR })).status).toBe(404);
    expect((await post({ intent: "closeUnpaid", reason: " " })).status).toBe(400);
    expect((await post({ intent: "closeUnpaid", reason: "Worn" })).status).toBe(409);
    expect((await post({ intent: "closeUnpaid", reason: "Worn" }, { shop: NEIGHBOUR })).status).toBe(404);
    expect(await (await staff().page(`/app/returns/${id}`)).text()).not.toContain("Close without paying");
    await db.owner.query(
      `update "return" set state = 'received', "receivedAt" = now() where "shopId" = $1 and id = $2`,
      [db.shop.id, id],
    );
    expect(await (await staff().page(`/app/returns/${id}`)).text()).toContain("Close without paying");
    expect((await post({ intent: "closeUnpaid", reason: "Worn" })).status).toBe(200);
    expect(await stored(id)).toMatchObject({ declineNote: "Worn", refundAmount: "0" });
  });

  it("keeps notes of staff's and writes to the shopper once", async () => {
    const { id, order } = await asked();
    const post = (fields: Record<string, string>, claims = {}) =>
      staff(claims).post(`/app/returns/${id}`, fields);
    expect((await post({ intent: "note", text: " Ask the <warehouse> " })).status).toBe(200);
    expect((await post({ intent: "note", text: "  " })).status).toBe(400);
    const write = async (fields: Record<string, string>, orderId = order.id) => {
      const answer = await staff().post(`/app/orders/${orderId}/message`, fields);
      return ((await answer.json()) as { refused: string | null }).refused;
    };
    const message = { text: "Could you send a photo?", requestKey: "k".repeat(12) };
    expect(await (await staff().page(`/app/returns/${id}`)).text()).toContain("Message the shopper");
    expect(await (await staff().page(`/app/orders/${order.id}`)).text()).toContain("Message the shopper");
    for (let twice = 0; twice < 2; twice++) expect(await write(message)).toBeNull();
    expect(await write({ ...message, text: " ", requestKey: "another-key" })).toBe("inbox.empty");
    expect(await write({ text: "No key" })).toBe("input.invalid");
    expect(await write(message, "404404")).toBe("inbox.notFound");
    const { rows } = await db.owner.query(
      `select m.text, c.email from message m join conversation c on c."shopId" = m."shopId" and c.id = m."conversationId" where c."orderId" = $1`,
      [order.id],
    );
    expect(rows).toEqual([{ text: "Could you send a photo?", email: "ada.rowntree@example.com" }]);
    const page = await (await staff().page(`/app/returns/${id}`)).text();
    expect(page).toContain("Ask the &lt;warehouse&gt;");
    expect(page).toContain("Note added");
    expect(page).toContain("Open the conversation");
    const facts = await db.owner.query(
      `select data from fact where kind = 'return.noted' and "returnId" = $1`,
      [id],
    );
    expect(JSON.stringify(facts.rows)).not.toContain("warehouse");
    expect((await post({ intent: "note", text: "x" }, { shop: NEIGHBOUR })).status).toBe(404);
  });

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

  it("changes what becomes of a thing, with a new quote, until something is promised", async () => {
    const { id } = await asked();
    const { rows } = await db.owner.query(`select id from return_line where "returnId" = $1`, [id]);
    const change = (outcome: string, lineId: string = rows[0].id, claims = {}) =>
      staff(claims).post(`/app/returns/${id}`, { intent: "outcome", lineId, outcome });
    expect((await change("credit")).status).toBe(200);
    const { quote } = await stored(id);
    expect(quote).toMatchObject({ refund: "0", lines: [{ outcome: "credit", value: "1450" }] });
    expect(BigInt(quote.credit) + BigInt(quote.giftCard)).toBe(1450n);
    expect(await (await staff().page(`/app/returns/${id}`)).text()).toContain("Store credit");
    expect((await change("refund", newId())).status).toBe(404);
    expect((await change("keep")).status).toBe(400);
    expect((await change("refund", rows[0].id, { shop: NEIGHBOUR })).status).toBe(404);
    await staff().post(`/app/returns/${id}`, { intent: "decline", reason: "OTHER", note: "" });
    expect((await change("refund")).status).toBe(409);
    const facts = await db.owner.query(
      `select "actorName" from fact where kind = 'return.changed' and "returnId" = $1`,
      [id],
    );
    expect(facts.rows).toEqual([{ actorName: "Maya" }]);
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
