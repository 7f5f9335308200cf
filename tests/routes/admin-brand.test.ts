import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AdminRoom, openAdminRoom, READER, STRANGER } from "#tests/factories/admin-room";
import { anOrder, mirrored } from "#tests/factories/order";
import { bearer, sessionToken } from "#tests/setup/staff";
import { kindPage } from "~/features/notifications/preview-kind.server";
import { shopFace } from "~/features/settings/queries.server";
import { noteUninstalled } from "~/platform/database/shops.server";

/** How mails look and what they say, as staff change it, asked as Shopify's admin asks. */

let room: AdminRoom;
let db: AdminRoom["db"];
let site: AdminRoom["site"];
let page: AdminRoom["page"];
let sendJson: AdminRoom["sendJson"];

beforeAll(async () => {
  room = await openAdminRoom();
  ({ db, site, page, sendJson } = room);
});
afterAll(() => room.close());
beforeEach(() => room.empty("settings", "file", "message_template", "orders"));

const upload = (side: string, bytes: Uint8Array, sub = "42") => {
  const form = new FormData();
  form.set("side", side);
  form.set("logo", new File([Buffer.from(bytes)], "logo.png", { type: "image/png" }));
  return fetch(`${site.url}/app/settings/brand.data`, {
    method: "POST",
    body: form,
    headers: bearer(sessionToken({ sub })),
  });
};
const change = (body: unknown, sub?: string) => sendJson("/app/settings/brand.data", body, sub);
const edit = (form: Record<string, string>, sub?: string) =>
  room.send("/app/notifications/kinds/orderConfirmed.data", form, sub);
const brand = async (shop = db.shop) => (await shop.transact(shopFace)).settings.brand;
const preview = async (shop = db.shop) =>
  (await shop.transact((tx) => kindPage(tx, "orderConfirmed", "en")))?.written.html ?? "";
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 20, g: 90, b: 60, alpha: 0.5 } } });

describe("the colour", () => {
  test("is decided on the page of the look alone, and must be readable", async () => {
    expect((await change({ ...(await brand()), colour: "#0a3d91" })).status).toBe(200);
    expect((await brand()).colour).toBe("#0a3d91");
    expect(await preview()).toContain("#0a3d91");
    expect((await change({ ...(await brand()), colour: "#ffee88" })).status).toBe(400);
    expect((await brand()).colour).toBe("#0a3d91");
    const settings = { brand: { colour: "#111111" } };
    const sent = await fetch(`${site.url}/app/settings.data`, {
      method: "POST",
      body: JSON.stringify(settings),
      headers: { ...bearer(sessionToken({ sub: "42" })), "content-type": "application/json" },
    });
    expect(sent.status).toBe(200);
    expect((await brand()).colour).toBe("#0a3d91");
    expect((await brand(db.neighbour)).colour).toBe("#1f4d3a");
  });
});

describe("a logo", () => {
  test("is made anew, stands in every mail, and is served as a picture and nothing else", async () => {
    const big = await picture(2_000, 400)
      .withExif({ IFD0: { Copyright: "a secret" } })
      .png()
      .toBuffer();
    expect((await upload("logo", big)).status).toBe(200);
    const { logo } = await brand();
    expect(logo).toMatchObject({ width: 600, height: 120 });
    const html = await preview();
    const [, url = ""] = /<img src="([^"]+)" alt="Fern &amp; Fable" width="160" height="32"/.exec(html) ?? [];
    expect(url).toContain(`/brand/${logo?.token}`);
    const answer = await site.get(new URL(url).pathname);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": expect.stringContaining("nosniff"),
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": expect.stringContaining("immutable"),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 600, height: 120, format: "png" });
    expect(bytes.includes("a secret")).toBe(false);
    expect(await preview(db.neighbour)).not.toContain("/brand/");
  });

  test("that is none is refused", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const broken = (await picture(10, 10).png().toBuffer()).subarray(0, 40);
    for (const bytes of [svg, broken, Buffer.from("GIF89a<script>"), Buffer.alloc(0)])
      expect([422, 400]).toContain((await upload("logo", bytes)).status);
    expect((await upload("logo", Buffer.alloc(4_500_000, 1))).status).toBe(413);
    expect((await upload("neither", await picture(10, 10).png().toBuffer())).status).toBe(400);
    expect((await brand()).logo).toBeNull();
  });

  test("has an address that cannot be made up, and no other file has one", async () => {
    await upload("logo", await picture(300, 60).png().toBuffer());
    const token = (await brand()).logo?.token ?? "";
    const [body = "", tag = ""] = token.split(".");
    const said = JSON.parse(Buffer.from(body, "base64url").toString());
    const other = Buffer.from(JSON.stringify({ ...said, s: "neighbour.myshopify.com" })).toString(
      "base64url",
    );
    for (const forged of [`${other}.${tag}`, `${body}.AAAA`, "x", ""])
      expect((await site.get(`/brand/${forged}`)).status).toBe(404);
    await db.owner.query(`update file set "contentType" = 'application/pdf'`);
    expect((await site.get(`/brand/${token}`)).status).toBe(404);
  });

  test("for dark ground stands in for the other there; taken away, mails that were sent keep it", async () => {
    await upload("logo", await picture(300, 60).png().toBuffer());
    await upload("darkLogo", await picture(300, 60).png().toBuffer());
    const { logo, darkLogo } = await brand();
    for (const one of [logo, darkLogo]) expect(await preview()).toContain(`/brand/${one?.token}`);
    expect((await change({ remove: "logo" })).status).toBe(200);
    expect(await preview()).not.toContain("<img");
    expect((await site.get(`/brand/${logo?.token}`)).status).toBe(200);
  });

  test("is gone with the app", async () => {
    await upload("logo", await picture(30, 30).png().toBuffer());
    const token = (await brand()).logo?.token;
    await noteUninstalled(db.shop.id, new Date());
    expect((await site.get(`/brand/${token}`)).status).toBe(404);
    await db.owner.query(`update shop set "uninstalledAt" = null`);
  });
});

describe("the look", () => {
  const look = {
    font: "georgia",
    logoWidth: 120,
    logoAlt: "",
    footer: {
      text: "Company 12345\nOpen on <weekdays>",
      address: false,
      links: [{ label: "Instagram", url: "https://instagram.example/fern" }],
    },
  };

  test("font, footer and links are in every mail, in both bodies, as text", async () => {
    expect((await change(look)).status).toBe(200);
    const shown = await db.shop.transact((tx) => kindPage(tx, "orderShipped", "he"));
    expect(shown?.written.html).toContain("Georgia");
    expect(shown?.written.html).toContain("Open on &lt;weekdays&gt;");
    expect(shown?.written.html).toContain('href="https://instagram.example/fern"');
    expect(shown?.written.html).not.toContain("1 Mill Lane");
    expect(shown?.written.text).toContain("Company 12345");
    expect(shown?.written.text).toContain("Instagram: https://instagram.example/fern");
  });

  test("the footer speaks the reader's language where it has words for it, else the merchant's own", async () => {
    const translations = { he: "ח״פ 12345", fr: "" };
    expect((await change({ ...look, footer: { ...look.footer, translations } })).status).toBe(200);
    const footerIn = async (locale: string) => {
      const shown = await db.shop.transact((tx) => kindPage(tx, "orderShipped", locale));
      return ["Company 12345", "ח״פ 12345"].filter((line) => shown?.written.text.includes(line));
    };
    expect(await footerIn("he")).toEqual(["ח״פ 12345"]);
    for (const locale of ["fr", "en"]) expect(await footerIn(locale)).toEqual(["Company 12345"]);
    const unknown = { ...look.footer, translations: { tlh: "Qapla'" } };
    expect((await change({ ...look, footer: unknown })).status).toBe(400);
  });

  test("a link that is none is refused, and nothing is kept", async () => {
    for (const url of ["javascript:alert(1)", "http://x.example", "x", "https://"])
      expect(
        (await change({ ...look, footer: { ...look.footer, links: [{ label: "X", url }] } })).status,
      ).toBe(400);
    expect((await change({ ...look, font: "comic" })).status).toBe(400);
    expect((await brand()).footer.links).toEqual([]);
  });

  test("who may only read sees it and changes nothing", async () => {
    expect(await page("/app/settings/brand", READER)).toMatchObject({
      status: 200,
      html: expect.stringContaining("Brand colour"),
    });
    expect((await page("/app/settings/brand", STRANGER)).status).toBe(403);
    expect((await change(look, READER)).status).toBe(403);
    expect((await upload("logo", await picture(30, 30).png().toBuffer(), READER)).status).toBe(403);
  });
});

describe("a kind's words", () => {
  const text = { subject: "Mine {{ order.name }}", preview: "", title: "T", body: "B {{ customer.name }}" };
  const asked = { locale: "en", after: "0", text: JSON.stringify(text) };

  test("are saved, shown with who did it, and refused with the line of a mistake", async () => {
    expect((await edit({ do: "save", ...asked }, READER)).status).toBe(403);
    expect((await edit({ do: "save", ...asked })).status).toBe(200);
    expect((await edit({ do: "save", ...asked })).status).toBe(409);
    const { html } = await page("/app/notifications/kinds/orderConfirmed");
    for (const part of ["Mine {{ order.name }}", "Version 1", "Go back to ours"])
      expect(html).toContain(part);
    expect((await page("/app/notifications/kinds")).html).toMatch(/>Edited</);
    const wrong = { ...text, body: "a\n{% nope %}" };
    const refused = await edit({ do: "save", ...asked, after: "1", text: JSON.stringify(wrong) });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("nope");
    for (const bad of ["{", "[]", JSON.stringify({ ...text, body: "x".repeat(20_001) })])
      expect((await edit({ do: "save", ...asked, after: "1", text: bad })).status).toBe(400);
    expect((await edit({ do: "restore", ...asked, after: "1", version: "9" })).status).toBe(404);
    expect((await edit({ do: "reset", ...asked, after: "1" })).status).toBe(200);
  });

  test("are looked at before they are saved, of an order of this shop only", async () => {
    await mirrored(db.shop, anOrder({ name: "#4711" }));
    await mirrored(db.neighbour, anOrder({ id: "9", name: "#4799" }));
    const look = (orderName: string, sub = "42") =>
      site.post(
        "/app/notifications/kinds/orderConfirmed/preview.data",
        { ...asked, orderName },
        bearer(sessionToken({ sub })),
      );
    const seen = await look("#4711");
    expect([seen.status, (await seen.text()).includes("Mine #4711")]).toEqual([200, true]);
    expect((await look("#4799")).status).toBe(404);
    expect((await look("#4711", STRANGER)).status).toBe(403);
    expect((await page("/app/notifications/kinds")).html).not.toMatch(/>Edited</);
  });
});
