import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { headerOf, type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runDue } from "#tests/setup/queue";
import type { Site } from "#tests/setup/site";
import { BROWSER, bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { env } from "~/env.server";
import { kinds } from "~/features/notifications/registry";
import { closeMail } from "~/platform/channels/email/send.server";

/** The outbox as staff see it, asked as Shopify's admin asks, with really signed tokens. */

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
let sink: MailSink;

beforeAll(async () => {
  office = tokenOffice();
  Object.assign(office.scopes, { "43": "read_orders", "44": "read_products" });
  db = await freshDatabase();
  sink = await openMailSink();
  env.SMTP_URL = sink.url;
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  closeMail();
  await sink.close();
  await site.close();
  office.restore();
  await db.close();
});
beforeEach(async () => {
  for (const table of ["notification", "fact", "orders", "settings", "graphile_worker._private_jobs"])
    await db.owner.query(`delete from ${table}`);
  Object.assign(sink, { accepted: [], texts: [], answer: 250 });
  sink.refuse.clear();
});

const page = async (path: string, sub = "42") => {
  const sign = path.includes("?") ? "&" : "?";
  const token = embedded(sessionToken({ sub })).replace("?", sign);
  const answer = await site.get(`${path}${token}`, { "user-agent": BROWSER });
  return { status: answer.status, html: await answer.text() };
};
const send = (path: string, form: Record<string, string>, sub = "42") =>
  site.post(`${path}.data`, form, bearer(sessionToken({ sub })));
const sendJson = (path: string, body: unknown, sub = "42") =>
  fetch(`${site.url}${path}.data?index`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
  });
const fresh = (over: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ placedAt: new Date(Date.now() - 5_000), updatedAt: new Date(Date.now() - 5_000), ...over });
const messages = async (shop = SHOP) =>
  (
    await db.owner.query<{ id: string; state: string; kind: string; reason: string | null }>(
      `select id, state, kind, reason from notification where "shopId" = $1 order by id`,
      [shop],
    )
  ).rows;

describe("the log", () => {
  test("lists what went out and what did not, filtered, and nothing of the neighbour", async () => {
    await mirrored(db.shop, fresh({ name: "#1001" }));
    await mirrored(db.shop, fresh({ name: "#1002", email: null }));
    await mirrored(db.neighbour, fresh({ name: "#N-secret" }));
    await runDue(db);
    const all = await page("/app/notifications");
    expect(all.status).toBe(200);
    for (const part of ["#1001", "#1002", "There is no e-mail address"]) expect(all.html).toContain(part);
    expect(all.html).not.toContain("N-secret");
    expect(all.html).not.toContain("ada.rowntree@example.com");
    const dropped = await page("/app/notifications?state=dropped&reason=noAddress&kind=orderConfirmed");
    expect(dropped.html).toContain("#1002");
    expect(dropped.html).not.toContain("#1001");
    expect((await page("/app/notifications?state=%00%27--&reason=x%25")).status).toBe(200);
  });

  test("pages by cursor, forwards and back", async () => {
    for (let n = 0; n < 120; n++)
      await db.owner.query(
        `insert into notification ("shopId", id, key, kind, recipient, locale, state, "createdAt")
         values ($1, 'm' || $2, 'k' || $2, 'orderConfirmed', '', 'en', 'sent', now() - interval '1 hour' + ($2::int / 3) * interval '1 second')`,
        [SHOP, n],
      );
    const seen = new Set<string>();
    let path: string | undefined = "/app/notifications?state=sent";
    let last = "";
    for (let turn = 0; path && turn < 5; turn++) {
      const { html } = await page(path);
      for (const [, id] of html.matchAll(/href="\/app\/notifications\/(m\d+)"/g)) seen.add(id ?? "");
      last = html;
      path = /href="(\/app\/notifications\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen.size).toBe(120);
    expect(last).toMatch(/before=/);
  });
});

describe("one message", () => {
  test("says why, and shows it as it was sent; later, that the order has changed", async () => {
    const order = await mirrored(db.shop, fresh());
    await runDue(db);
    const [sent] = await messages();
    const path = `/app/notifications/${sent?.id}`;
    const { html } = await page(path);
    for (const part of [
      "The order was placed",
      "to be sent at once",
      "1 try",
      "Word for word as it was sent",
    ])
      expect(html).toContain(part);
    expect(html).not.toContain("order?t="); // the shopper's own link
    await mirrored(db.shop, { ...order, name: "#1001-B", updatedAt: new Date() });
    expect((await page(path)).html).toContain("have changed since");
  });

  test("another shop's is as absent as one that never was; so is nonsense", async () => {
    await mirrored(db.neighbour, fresh());
    await runDue(db);
    const rows = await db.owner.query<{ id: string }>("select id from notification");
    const theirs = rows.rows[0]?.id ?? "";
    const never = "01a2010d-0e69-7a46-b4d0-6b97f5b42313";
    const answers = await Promise.all(
      [theirs, never].map(async (id) => {
        const answer = await site.get(`/app/notifications/${id}.data`, bearer(sessionToken({ sub: "42" })));
        return [answer.status, (await answer.text()).replaceAll(id, "ID")];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect((await page("/app/notifications/%00")).status).toBe(404);
    expect((await send(`/app/notifications/${theirs}`, {})).status).toBe(404);
  });

  test("failed ones are sent again, once, by who may; sent ones are not", async () => {
    sink.refuse.set("ada.rowntree@example.com", 550);
    await mirrored(db.shop, fresh());
    await runDue(db);
    const [failed] = await messages();
    expect(failed).toMatchObject({ state: "failed" });
    const path = `/app/notifications/${failed?.id}`;
    expect((await page(path)).html).toContain("550");
    expect((await send(path, {}, "43")).status).toBe(403);
    sink.refuse.clear();
    expect((await send(path, {})).status).toBe(200);
    expect((await send(path, {})).status).toBe(409);
    await runDue(db);
    expect(sink.accepted).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: "sent" }]);
  });
});

describe("kinds", () => {
  test("all are listed; a switch switches, and keeps what the settings page decides", async () => {
    const { html } = await page("/app/notifications/kinds");
    for (const { key } of kinds) expect(html).toContain(`/app/notifications/kinds/${key}`);
    const path = "/app/notifications/kinds";
    expect((await sendJson(path, { do: "off", key: "orderConfirmed" }, "43")).status).toBe(403);
    expect((await sendJson(path, { do: "off", key: "orderConfirmed" })).status).toBe(200);
    expect((await sendJson(path, { do: "off", key: "noSuchKind" })).status).toBe(400);
    expect(
      (await sendJson(path, { do: "rules", quiet: { from: "25:00", to: "x" }, mostADay: 0 })).status,
    ).toBe(400);
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect(await messages()).toMatchObject([{ state: "dropped", reason: "switchedOff" }]);
  });

  test("a form without JavaScript's help may ask for it, too", async () => {
    const token = sessionToken({ sub: "42" });
    const answer = await fetch(
      `${site.url}/app/notifications/kinds?index&${embedded(token).replace("?", "")}`,
      {
        method: "POST",
        body: JSON.stringify({ do: "rules", quiet: null, mostADay: 50 }),
        headers: { ...bearer(token), "user-agent": BROWSER },
      },
    );
    expect(answer.status).toBe(200);
    const { rows } = await db.owner.query<{ quiet: unknown }>(
      `select value->'notifications'->'quiet' as quiet from settings where "shopId" = $1`,
      [SHOP],
    );
    expect(rows).toEqual([{ quiet: null }]);
  });

  test("every kind can be looked at, in any language", async () => {
    for (const { key } of kinds)
      expect([key, (await page(`/app/notifications/kinds/${key}`)).status]).toEqual([key, 200]);
    const hebrew = await page("/app/notifications/kinds/orderShipped?locale=he");
    expect(hebrew.html).toContain("dir=&quot;rtl&quot;");
    expect((await page("/app/notifications/kinds/noSuchKind")).status).toBe(404);
  });

  test("a test mail goes to one address, and is marked", async () => {
    const path = "/app/notifications/kinds/orderDelivered";
    const asked = { do: "test", locale: "de", to: "me@example.com" };
    expect((await send(path, asked, "43")).status).toBe(403);
    expect((await send(path, { ...asked, to: "a@example.com\r\nBcc: b@example.com" })).status).toBe(400);
    expect((await send(path, asked)).status).toBe(200);
    expect(sink.accepted.map(({ to }) => to)).toEqual([["me@example.com"]]);
    expect(headerOf(sink.accepted[0]?.raw ?? "", "subject")).toContain("Test");
    expect(await messages()).toEqual([]);
  });
});
