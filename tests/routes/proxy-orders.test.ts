import { Liquid } from "liquidjs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import {
  aCustomer,
  aDeliveredOrder,
  aLine,
  anAddress,
  anOrder,
  aShippedOrder,
  both,
  mirrored,
} from "#tests/factories/order";
import { NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { passIn, shopperOn } from "#tests/setup/storefront";
import { sendCode } from "~/features/orders/send-code.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";

let room: MailRoom;
let db: MailRoom["db"];
let smtp: MailRoom["smtp"];
let site: Site;
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, smtp } = room);
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await room.close();
});
beforeEach(() => room.empty("rate_limit"));

const ADA = { order: "#1001", contact: "ada.rowntree@example.com" };
let shopper: ReturnType<typeof shopperOn>;
beforeAll(() => {
  shopper = shopperOn(site);
});

/** An order, and one of the same id in the neighbour's shop that belongs to somebody else. */
async function order(given: ShopifyOrder = aDeliveredOrder()): Promise<ShopifyOrder> {
  await mirrored(db.shop, given);
  await mirrored(db.neighbour, {
    ...given,
    name: "#N-1",
    email: "neighbour@example.com",
    customer: aCustomer({
      id: given.customer?.id ?? "1",
      email: "neighbour@example.com",
      firstName: "Nestor",
    }),
    lines: given.lines.map((line) => ({ ...line, title: "Neighbour's secret" })),
  });
  return given;
}

/** All the way in: looked up, a code asked for, mailed and entered. */
async function everything(of: ShopifyOrder, who = shopper): Promise<string> {
  const status = await (await who.post("", { order: of.name, contact: of.email ?? "" })).text();
  await who.post("/code", { t: passIn(status) });
  const fact = await db.owner.query<{ id: string }>(
    `select id from fact where kind = 'code.requested' and "orderId" = $1 and "shopId" = $2 order by at desc limit 1`,
    [of.id, db.shop.id],
  );
  await sendCode(db.shop, fact.rows[0]?.id ?? "");
  const code = /\d{6}/.exec(smtp.received.at(-1)?.mail.subject ?? "")?.[0] ?? "";
  return (await who.post("/order", { t: passIn(status), code })).text();
}

describe("a shopper who is not signed in", () => {
  it("sees a form, then where the order is and nothing personal, then everything", async () => {
    const of = await order(aDeliveredOrder({ name: "#1001" }));
    const form = await shopper.get("");
    expect(form.status).toBe(200);
    expect(form.headers.get("content-type")).toContain("application/liquid");
    expect(await form.text()).toContain('name="contact"');

    const answer = await shopper.post("", ADA);
    const status = await answer.text();
    expect(answer.status).toBe(200);
    expect(status).toContain("Your order has been delivered");
    expect(status).toContain("RM123456785GB");
    expect(status).toContain("5 November 2026");
    for (const personal of [
      "Ada",
      "Rowntree",
      "Larkspur",
      "York",
      "YO1",
      "example.com",
      "towel",
      "50.95",
      "5095",
    ])
      expect(status, personal).not.toContain(personal);

    const all = await everything(of);
    for (const part of [
      "12 Larkspur Lane",
      "ada.rowntree@example.com",
      "Linen tea towel",
      "£50.95",
      "Tracked 48",
      "/apps/aftercare/return?t=",
    ])
      expect(all, part).toContain(part);
    expect(all).not.toContain("Neighbour");
  });

  it("opens the status from the link in a mail", async () => {
    const of = await order(aShippedOrder({ name: "#1010" }));
    const token = issuePass(db.shop, { orderId: of.id, level: "status" });
    const page = await (await shopper.get(`/order?t=${token}`)).text();
    expect(page).toContain("Your order is on its way");
    expect(page).not.toContain("Rowntree");
  });

  it("sees all orders of the address after the code, each opened by the same pass, none of others", async () => {
    const email = "history@example.com";
    const orders = [];
    for (let at = 0; at < 13; at++)
      orders.push(
        await order(
          anOrder({
            name: `#H${at}`,
            email,
            customer: null,
            placedAt: new Date(Date.UTC(2026, 9, 1 + Math.floor(at / 2))),
          }),
        ),
      );
    const foreign = await order(anOrder({ name: "#H99", email: "other@example.com", customer: null }));
    const page = await everything(orders[12] as ShopifyOrder);
    const token = passIn(page);
    const links = (html: string) =>
      [...html.matchAll(/class="aftercare-order" href="([^"]+)"/g)].map(([, href]) =>
        (href ?? "").replaceAll("&amp;", "&"),
      );
    const next = /rel="next"/.test(page) ? /href="([^"]+)" rel="next"/.exec(page)?.[1] : undefined;
    const second = await (
      await shopper.get((next ?? "").replaceAll("&amp;", "&").replace("/apps/aftercare", ""))
    ).text();
    const ids = [...links(page), ...links(second)].map((href) => /o=(\d+)/.exec(href)?.[1]);
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
    const other = await shopper.get((links(page)[3] ?? "").replace("/apps/aftercare", ""));
    expect(other.status).toBe(200);
    expect(await other.text()).toContain("Larkspur");
    expect((await shopper.get(`/order?t=${token}&o=${foreign.id}`)).status).toBe(404);
  });

  it("may not widen a status pass to another order of the same address", async () => {
    const first = await order(anOrder({ name: "#1020" }));
    const second = await order(anOrder({ name: "#1021" }));
    const token = issuePass(db.shop, { orderId: first.id, level: "status" });
    expect((await shopper.get(`/order?t=${token}&o=${second.id}`)).status).toBe(404);
  });

  it("is asked to sign in to return something when the merchant does not let guests", async () => {
    const of = await order(aDeliveredOrder({ name: "#1030", email: "guest@example.com" }));
    await db.owner.query(
      `insert into settings ("shopId", id, value, "updatedAt") values ($1, 'settings', '{"returns":{"guests":false}}', now())`,
      [db.shop.id],
    );
    const page = await everything(of);
    expect(page).not.toContain("/return?t=");
    expect(page).toContain("please sign in to your account");
    await db.owner.query("delete from settings");
  });
});

describe("one answer for whatever does not match", () => {
  it("has the same status and bytes, apart from what was typed", async () => {
    await order(anOrder({ name: "#1040" }));
    const tries = [
      { order: "#1040", contact: "wrong@example.com" },
      { order: "#1040", contact: "AB1 2CD" },
      { order: "#9999", contact: "wrong@example.com" },
      { order: "#N-1", contact: "neighbour@example.com" },
    ];
    const answers = await Promise.all(
      tries.map(async (one) => {
        const answer = await shopper.post("", one);
        const html = (await answer.text())
          .replace(`value="${one.order}"`, "")
          .replace(`value="${one.contact}"`, "");
        return {
          status: answer.status,
          headers: [...answer.headers].filter(([name]) => !/date|length|etag/.test(name)),
          html,
        };
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
  });

  it("answers the 11th look-up with 429 and a constant body", async () => {
    await order(anOrder({ name: "#1050" }));
    for (let at = 0; at < 10; at++) await shopper.post("", { order: `#${at}`, contact: "x@example.com" });
    const bodies = await Promise.all(
      [
        { order: "#1050", contact: ADA.contact },
        { order: "#0", contact: "nobody" },
      ].map(async (one) => {
        const answer = await shopper.post("", one);
        expect(answer.status).toBe(429);
        return answer.text();
      }),
    );
    expect(bodies[0]).toBe(bodies[1]);
    expect(
      (await shopperOn(site, { from: "198.51.100.9" }).post("", { ...ADA, order: "#1050" })).status,
    ).toBe(200);
  });

  it("says the same about a code whether a mail went out or not", async () => {
    const withMail = await order(anOrder({ name: "#1060" }));
    const without = await order(anOrder({ name: "#1061", email: null, customer: null }));
    const say = async (id: string) => {
      const token = issuePass(db.shop, { orderId: id, level: "status" });
      const answer = await shopper.post("/code", { t: token });
      return `${answer.status} ${(await answer.text()).replaceAll(token, "").replaceAll(id, "")}`;
    };
    expect(await say(withMail.id)).toBe(await say(without.id));
  });
});

describe("links that open nothing", () => {
  it("all look the same: forged, over, of another shop, of an order that is not there, erased", async () => {
    const of = await order(anOrder({ name: "#1070" }));
    const erased = await order(anOrder({ name: "#1071" }));
    await db.owner.query('update orders set "redactedAt" = now() where id = $1', [erased.id]);
    const good = issuePass(db.shop, { orderId: of.id, level: "full" });
    const paths = [
      "/order",
      "/order?t=",
      "/order?t=forged",
      `/order?t=${good.slice(0, -1)}`,
      `/order?t=${issuePass(db.neighbour, { orderId: of.id, level: "full" })}`,
      `/order?t=${issuePass(db.shop, { orderId: "404", level: "full" })}`,
      `/order?t=${issuePass(db.shop, { orderId: erased.id, level: "full" })}`,
      `/order?t=${good}&o=404`,
      `/order?t=${good}&o=' or 1=1 --`,
      `/order?o=${of.id}`,
      `/code?t=${issuePass(db.neighbour, { orderId: of.id, level: "status" })}`,
    ];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await shopper.get(path);
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    for (const [at, answer] of answers.entries()) expect(answer, paths[at]).toBe(answers[0]);
    expect(answers[0]).toMatch(/^404 /);
    for (const path of ["/code", "/order"])
      expect((await shopper.post(path, { t: "forged", code: "123456" })).status).toBe(404);
  });

  it("a right code with another shop's pass opens nothing", async () => {
    const of = await order(anOrder({ name: "#1072" }));
    const theirs = issuePass(db.neighbour, { orderId: of.id, level: "status" });
    expect((await shopper.post("/order", { t: theirs, code: "123456" })).status).toBe(404);
  });
});

describe("a wrong code", () => {
  it("is refused with 403, an unreadable one with 400, and neither shows anything", async () => {
    const of = await order(anOrder({ name: "#1080" }));
    const token = issuePass(db.shop, { orderId: of.id, level: "status" });
    const wrong = await shopper.post("/order", { t: token, code: "000000" });
    const unreadable = await shopper.post("/order", { t: token, code: "{{ code }}" });
    expect([wrong.status, unreadable.status]).toEqual([403, 400]);
    for (const answer of [wrong, unreadable]) expect(await answer.text()).not.toContain("Rowntree");
  });
});

describe("a signed-in shopper", () => {
  const signedIn = (id: string, over = {}) => shopperOn(site, { customerId: id, ...over });

  it("has all their orders at once, page by page, and no one else's", async () => {
    const customer = aCustomer({ id: "4711" });
    for (let at = 0; at < 12; at++)
      await order(anOrder({ name: `#S${at}`, customer, placedAt: new Date(Date.UTC(2026, 8, 1 + at)) }));
    const first = await (await signedIn("4711").get("")).text();
    expect(first.match(/class="aftercare-order"/g)).toHaveLength(10);
    expect(first).toContain("#S11");
    const next = (/href="([^"]+)" rel="next"/.exec(first)?.[1] ?? "").replaceAll("&amp;", "&");
    const second = await (await signedIn("4711").get(next.replace("/apps/aftercare", ""))).text();
    expect(second.match(/class="aftercare-order"/g)).toHaveLength(2);
    expect(await (await signedIn("4712").get("")).text()).toContain("No orders yet");
    const theirs = await (await signedIn("4711", { shop: NEIGHBOUR }).get("")).text();
    expect(theirs).not.toContain("#S11");
  });

  it("opens their own order with everything, another's not", async () => {
    const mine = await order(aDeliveredOrder({ name: "#1090", customer: aCustomer({ id: "4720" }) }));
    const page = await (await signedIn("4720").get(`/order?o=${mine.id}`)).text();
    expect(page).toContain("12 Larkspur Lane");
    expect(page).toContain("All your orders");
    const stranger = await signedIn("4721").get(`/order?o=${mine.id}`);
    expect(stranger.status).toBe(404);
    expect(await stranger.text()).not.toContain("Larkspur");
  });

  it("can still look up an order by its number", async () => {
    expect(await (await signedIn("4730").get("?by=number")).text()).toContain('name="contact"');
  });
});

describe("who knocks", () => {
  it("is refused with 401 when the request is unsigned, tampered with or doubled", async () => {
    const signed = shopper.sign("");
    const customer = shopperOn(site, { customerId: "4711" }).sign("");
    for (const path of [
      "/proxy",
      `${signed}x`,
      `${signed}&by=number`,
      `${signed}&shop=${NEIGHBOUR}`,
      customer.replace("4711", "4712"),
      signed.replace(db.shop.id, NEIGHBOUR),
    ]) {
      const answer = await site.get(path);
      expect(answer.status, path).toBe(401);
      expect(await answer.text()).toBe("");
    }
  });

  it("ignores a shop or customer named in the form", async () => {
    const of = await order(anOrder({ name: "#1100" }));
    const answer = await shopper.post("", {
      order: "#N-1",
      contact: "neighbour@example.com",
      shop: NEIGHBOUR,
      logged_in_customer_id: of.customer?.id ?? "",
    });
    expect(answer.status).toBe(404);
  });

  it("is refused with 413 for a form that is too large, 415 for one of another kind", async () => {
    const large = await shopper.post("", { order: "x".repeat(70_000), contact: "x" });
    expect(large.status).toBe(413);
    const other = await fetch(site.url + shopper.sign(""), {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(other.status).toBe(415);
  });
});

describe("hostile input", () => {
  const NAUGHTY = [
    "{{ shop.email }}",
    "{% assign x = 1 %}{{ x }}",
    "{%- raw -%}",
    "<img src=file:///etc/passwd onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "'%&\\|!():*",
    "\u0000\u0001",
    "\ud800",
    "\u202egnp.exe",
    "👩‍👩‍👧‍👦 ☃︎",
    "שלום مرحبا",
    "x".repeat(10_000),
    "' or 1=1; --",
    "__proto__",
  ];

  it.each(
    NAUGHTY.map((text) => [text.slice(0, 40), text]),
  )("typed as order and contact: %j", async (_, text) => {
    const startedAt = performance.now();
    const answer = await shopper.post("", { order: text, contact: text });
    const html = await answer.text();
    expect([400, 404]).toContain(answer.status);
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(html).not.toMatch(/[{}]/);
    expect(html).not.toMatch(/<(img|script)\b/i);
    expect(await new Liquid().parseAndRender(html)).toBe(html);
  });

  it("in everything an order holds is shown as text, and Liquid finds no tag in it", async () => {
    const evil = "<img src=file:///etc/passwd> {{ shop.email }} {% raw %} \u202egnp 👾";
    const of = await order(
      aDeliveredOrder(
        {
          name: "#{{1}}<b>",
          email: "evil@example.com",
          customer: null,
          note: `${evil}\nsecond line`,
          shippingTitle: evil,
          shippingAddress: anAddress({ name: evil, line1: evil, city: evil, country: "ZZ" }),
          lines: [aLine({ title: evil, variantTitle: evil, imageUrl: "javascript:alert(1)" })],
        },
        { tracking: [{ carrier: evil, number: evil, url: "javascript:alert(1)" }] },
      ),
    );
    for (const level of ["status", "full"] as const) {
      const token = issuePass(db.shop, { orderId: of.id, level });
      const html = await (await shopper.get(`/order?t=${token}`)).text();
      expect(html).not.toMatch(/[{}]/);
      expect(html).not.toMatch(/<img|href="javascript|<b>/);
      expect(await new Liquid().parseAndRender(html)).toBe(html);
      if (level === "full")
        expect(html).toContain("&lt;img src=file:///etc/passwd&gt; &#123;&#123; shop.email");
    }
  });
});

describe("language", () => {
  it.each([
    ["", "de-AT,de;q=0.9,en;q=0.5", "de", "ltr", "Bestellung verfolgen"],
    ["", "xx, ja;q=0.3, fr;q=0.8", "fr", "ltr", "Suivre votre commande"],
    ["?locale=he", "de", "he", "rtl", "מעקב אחרי ההזמנה"],
    ["?locale=ar-EG", "", "ar", "rtl", "تتبّع طلبك"],
    ["?locale={{x}}", "ja", "ja", "ltr", "ご注文の追跡"],
    ["", "xx", "en", "ltr", "Track your order"],
  ])("of the form for %j and %j is %s", async (query, language, lang, dir, title) => {
    const html = await (await shopperOn(site, { language }).get(query)).text();
    expect(html).toContain(`lang="${lang}" dir="${dir}"`);
    expect(html).toContain(title);
  });

  it("keeps the language the page was asked for in its forms", async () => {
    const html = await (await shopper.get("?locale=fr")).text();
    expect(html).toContain('action="/apps/aftercare?locale=fr"');
  });

  it("of an order is the order's, its days in the shop's zone, its amounts in its currency", async () => {
    await db.owner.query(
      `insert into shop_profile ("shopId", id, "shopifyId", name, email, currency, "timeZone", locale, "storefrontUrl", address, "refreshedAt")
       values ($1, 'profile', '1', 'Fern & Fable', 'hello@example.com', 'GBP', 'Asia/Tokyo', 'en', 'https://fern.example', '{}', now())`,
      [db.shop.id],
    );
    const of = await order(
      anOrder({
        name: "#1110",
        locale: "ja-JP",
        currency: "JPY",
        total: both(6200, "JPY", "GBP"),
        placedAt: new Date("2026-11-02T20:30:00Z"),
      }),
    );
    const token = issuePass(db.shop, { orderId: of.id, level: "full" });
    const html = await (await shopperOn(site, { language: "de" }).get(`/order?t=${token}`)).text();
    expect(html).toContain('lang="ja" dir="ltr"');
    expect(html).toContain("2026年11月3日");
    expect(html).toContain("￥6,200");
    await db.owner.query("delete from shop_profile");
  });
});

it("shows a kind page with 500 when the database fails, and nothing of why", async () => {
  await db.owner.query("alter table lookup rename to lookup_gone");
  try {
    const answer = await shopper.post("", ADA);
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).toContain("Something went wrong on our side");
    expect(html).not.toMatch(/lookup|prisma|at \w+ \(/i);
  } finally {
    await db.owner.query("alter table lookup_gone rename to lookup");
  }
});
