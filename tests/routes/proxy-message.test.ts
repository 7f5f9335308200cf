import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await db.close();
});
beforeEach(async () => {
  await db.owner.query("delete from message");
  await db.owner.query("delete from conversation");
  await db.owner.query("delete from rate_limit");
});

/** An order, and one of the same id in the neighbour's shop. */
async function order(over: Partial<ShopifyOrder> = {}): Promise<ShopifyOrder> {
  const given = await mirrored(db.shop, anOrder(over));
  await mirrored(db.neighbour, { ...given, email: "neighbour@example.com", customer: aCustomer() });
  return given;
}

const full = (orderId: string) => issuePass(db.shop, { orderId, level: "full" });
const form = (of: ShopifyOrder, over: Record<string, string> = {}) => ({
  orderId: of.id,
  text: "Where is it?",
  requestKey: newId(),
  t: full(of.id),
  ...over,
});
const messages = async () =>
  (
    await db.owner.query(`select m.*, c."orderId" from message m join conversation c on c.id = m."conversationId"
    and c."shopId" = m."shopId" order by m.at`)
  ).rows;

describe("writing from the order page", () => {
  it("keeps the message, says what happens next and shows it on the order's page", async () => {
    const mine = await order();
    const shopper = shopperOn(site);
    const answer = await shopper.post(
      "/message",
      form(mine, { text: "Hello\r\n<b>there</b> {{ shop }} שלום" }),
    );
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain("We have your message");
    expect(page).toContain("ada.rowntree@example.com");
    expect(page).toContain("&lt;b&gt;there&lt;/b&gt; &#123;&#123; shop &#125;&#125; שלום");
    const [kept] = await messages();
    expect(kept).toMatchObject({ orderId: mine.id, direction: "in", authorKind: "shopper" });
    expect(kept.text).toBe("Hello\n<b>there</b> {{ shop }} שלום");
    const later = await (await shopper.get(`/order?t=${full(mine.id)}`)).text();
    expect(later).toContain("&lt;b&gt;there&lt;/b&gt;");
    expect(later).toContain('name="requestKey"');
  });

  it("is one message and one conversation, however often the form is sent", async () => {
    const mine = await order();
    const sent = form(mine);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shopperOn(site).post("/message", sent)),
    );
    expect(answers.map((one) => one.status)).toEqual(Array(20).fill(200));
    expect(await messages()).toHaveLength(1);
    const { rows } = await db.owner.query("select count(*)::int as count from conversation");
    expect(rows[0].count).toBe(1);
  });

  it("joins the conversation that is not closed yet", async () => {
    const mine = await order();
    await shopperOn(site).post("/message", form(mine));
    await shopperOn(site).post("/message", form(mine, { text: "And also this" }));
    const kept = await messages();
    expect(new Set(kept.map((one) => one.conversationId)).size).toBe(1);
    expect(kept).toHaveLength(2);
  });

  it("lets the signed-in customer write, and nobody else's account", async () => {
    const mine = await order();
    const asking = { t: "" };
    const signedIn = shopperOn(site, { customerId: mine.customer?.id ?? "" });
    expect((await signedIn.post("/message", form(mine, asking))).status).toBe(200);
    const other = shopperOn(site, { customerId: "123456" });
    expect((await other.post("/message", form(mine, asking))).status).toBe(404);
    expect(await messages()).toHaveLength(1);
  });

  it("answers a status pass, a forged one, another shop's and an absent order alike, and keeps the text", async () => {
    const mine = await order();
    const theirs = await order({ email: "somebody@example.com" });
    const passes = {
      status: issuePass(db.shop, { orderId: mine.id, level: "status" }),
      forged: `${full(mine.id)}x`,
      nextDoor: issuePass(db.neighbour, { orderId: mine.id, level: "full" }),
      another: full(theirs.id),
      none: "",
    };
    const pages = await Promise.all([
      ...Object.values(passes).map((t) => shopperOn(site).post("/message", form(mine, { t }))),
      shopperOn(site).post("/message", form(mine, { orderId: "999" })),
      shopperOn(site, { shop: NEIGHBOUR }).post("/message", form(mine)),
    ]);
    expect(pages.map((one) => one.status)).toEqual(Array(7).fill(404));
    const bodies = new Set(await Promise.all(pages.map((one) => one.text())));
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toContain("Where is it?");
    expect(await messages()).toHaveLength(0);
  });

  it("lets a full pass write about another order of the same address", async () => {
    const [one, two] = [await order(), await order({ name: "#1002" })];
    const answer = await shopperOn(site).post("/message", form(two, { t: full(one.id) }));
    expect(answer.status).toBe(200);
  });

  it("refuses an empty and a far too long message, and gives back what was typed", async () => {
    const mine = await order();
    const empty = await shopperOn(site).post("/message", form(mine, { text: " \n\t\u0000 " }));
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Write your message first");
    const long = await shopperOn(site).post("/message", form(mine, { text: "x".repeat(200_001) }));
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("x".repeat(200_001));
    const huge = await shopperOn(site).post("/message", form(mine, { text: "x".repeat(3_000_000) }));
    expect(huge.status).toBe(413);
    expect(await messages()).toHaveLength(0);
  });

  it("takes ten thousand lines", async () => {
    const mine = await order();
    const text = Array.from({ length: 10_000 }, (_, at) => `line ${at}`).join("\n");
    expect((await shopperOn(site).post("/message", form(mine, { text }))).status).toBe(200);
    expect((await messages())[0].text).toBe(text);
  });

  it("stops after five an hour, for the visitor and for the order, and keeps the text", async () => {
    const mine = await order();
    const sent = [];
    for (let at = 0; at < 6; at++)
      sent.push(
        await shopperOn(site, { from: `203.0.113.${at}` }).post("/message", form(mine, { text: `No ${at}` })),
      );
    expect(sent.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await sent[5]?.text()).toContain("No 5");
    expect(await messages()).toHaveLength(5);
  });

  it("speaks the order's language, right to left where it is", async () => {
    const mine = await order({ locale: "he" });
    const page = await (await shopperOn(site).post("/message", form(mine))).text();
    expect(page).toContain('dir="rtl"');
    expect(page).toContain("ההודעה שלך התקבלה");
  });

  it("refuses what Shopify did not sign", async () => {
    const mine = await order();
    expect((await site.post("/proxy/message", form(mine))).status).toBe(401);
    expect((await shopperOn(site).get("/message")).status).toBe(404);
  });
});
