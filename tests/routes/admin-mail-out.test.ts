import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import { noteInstalled, noteUninstalled } from "~/platform/database/shops.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
  office.scopes["43"] = "read_orders";
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const pdf = Buffer.from("%PDF-1.7 a size chart");

/** A member of the staff, as the conversation's page asks. */
const staff = (claims: Record<string, unknown> = {}) => {
  const shop = typeof claims.shop === "string" ? claims.shop : undefined;
  const send = (path: string, init: RequestInit) =>
    fetch(`${site.url}${path}${embedded(sessionToken(claims), shop)}`, {
      ...init,
      headers: bearer(sessionToken(claims)),
    });
  const place = (id: string) => `/app/inbox/${id}/mail-out`;
  return {
    page: (path: string) => send(path, {}),
    look: (id: string) => send(place(id), {}),
    do: (id: string, form: Record<string, string>) =>
      send(place(id), { method: "POST", body: new URLSearchParams(form) }),
    give: (id: string, name: string, bytes: Uint8Array, where = "beside") => {
      const body = new FormData();
      body.set("name", name);
      body.set("place", where);
      body.set("file", new Blob([new Uint8Array(bytes)]), name);
      return send(place(id), { method: "POST", body });
    },
    sign: (text: string) =>
      send("/app/settings/signature", { method: "POST", body: new URLSearchParams({ text }) }),
    reply: (id: string, form: Record<string, string>) =>
      send(`/app/inbox/${id}`, { method: "POST", body: new URLSearchParams({ intent: "reply", ...form }) }),
  };
};

type Said = { mailOut: { files: { id: string; name: string }[]; copies: string[] }; refused: string | null };
const said = async (answer: Response) => (await answer.json()) as Said;

describe("the pictures in a mail", () => {
  it("are seen beside its words, by a link that is staff's for a day and leads nowhere else", async () => {
    const { conversationId } = await aConversation(db.shop);
    const to = replyAddress(db.shop.id, conversationId);
    const png = "iVBORw0KGgoAAAANSUhEUg==";
    const part = (name: string, content: string) =>
      [
        `--b\r\nContent-Type: image/png; name="${name}"`,
        `Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`,
      ].join("\r\n");
    const raw = [
      `From: ada.rowntree@example.com\r\nTo: ${to}\r\nMIME-Version: 1.0`,
      'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nBroken!',
      part("scratch.png", png),
      part("page.png", Buffer.from("<script>alert(1)</script>").toString("base64")),
      "--b--",
    ].join("\r\n");
    await db.shop.transact((tx) =>
      keepMail(tx, { sender: "ada.rowntree@example.com", recipient: to, raw: Buffer.from(raw) }),
    );
    await runInboxJobs(db, db.shop);
    const view = await db.shop.transact((tx) => conversationView(tx, conversationId));
    const [shown, hidden] = view?.messages.at(-1)?.files ?? [];
    expect([shown?.name, hidden?.name, hidden?.href]).toEqual(["scratch.png", "page.png", null]);
    const href = shown?.href ?? "";
    const answer = await site.get(href);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    for (const wrong of [`${href}x`, href.replace("/mail-file/", "/files/"), "/mail-file/"])
      expect((await site.get(wrong)).status, wrong).toBe(404);
    await noteUninstalled(db.shop.id, new Date());
    expect((await site.get(href)).status).toBe(404);
    await noteInstalled(db.shop.id, new Date());
  });
});

describe("what goes with an answer, on the conversation's page", () => {
  it("takes files one by one and sends them with the answer", async () => {
    const { conversationId } = await aConversation(db.shop);
    const given = await said(await staff().give(conversationId, "size chart.pdf", pdf));
    expect(given).toMatchObject({ refused: null, mailOut: { files: [{ name: "size chart.pdf" }] } });
    const refused = await staff().give(conversationId, "setup.exe", Buffer.from("MZ"));
    expect([refused.status, (await said(refused)).refused]).toEqual([422, "inbox.fileRefused"]);
    const large = await staff().give(conversationId, "large.pdf", Buffer.alloc(10 * 1024 * 1024 + 1));
    expect([large.status, (await said(large)).refused]).toEqual([413, "inbox.fileTooLarge"]);
    const { rows } = await db.owner.query(`select id from message where "conversationId" = $1`, [
      conversationId,
    ]);
    const files = given.mailOut.files.map(({ id }) => id).join();
    const form = { text: "Here it is", requestKey: newId(), seen: rows[0].id, files };
    expect((await staff().reply(conversationId, { ...form, files: "not-an-id" })).status).toBe(400);
    const answers = await Promise.all([1, 2].map(() => staff().reply(conversationId, form)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const sent = await db.owner.query(
      `select m.text, e.name from message m join enclosure e on e."messageId" = m.id where m."conversationId" = $1`,
      [conversationId],
    );
    expect(sent.rows).toEqual([{ text: "Here it is", name: "size chart.pdf" }]);
    expect((await said(await staff().look(conversationId))).mailOut.files).toEqual([]);
  });

  it("changes who gets copies, with a reason where it does not", async () => {
    const { conversationId } = await aConversation(db.shop);
    const added = await staff().do(conversationId, { do: "add", address: "grace@example.org" });
    expect((await said(added)).mailOut.copies).toEqual(["grace@example.org"]);
    const refused = await staff().do(conversationId, {
      do: "add",
      address: "a@b.example\r\nBcc: c@d.example",
    });
    expect([refused.status, (await said(refused)).refused]).toEqual([422, "inbox.ccInvalid"]);
    expect((await staff().do(conversationId, { do: "nonsense" })).status).toBe(400);
  });

  it("is for those who may answer; others look", async () => {
    const { conversationId } = await aConversation(db.shop);
    const reader = staff({ sub: "43" });
    expect((await reader.look(conversationId)).status).toBe(200);
    expect((await reader.give(conversationId, "a.pdf", pdf)).status).toBe(403);
    expect((await reader.do(conversationId, { do: "add", address: "g@example.org" })).status).toBe(403);
    expect((await reader.sign("Noor")).status).toBe(403);
    expect((await reader.page("/app/settings/signature")).status).toBe(200);
  });

  it("is another shop's no more than absent", async () => {
    const { conversationId } = await aConversation(db.shop);
    const nextDoor = staff({ shop: NEIGHBOUR });
    for (const id of [conversationId, newId(), "nonsense"]) {
      expect((await nextDoor.look(id)).status).toBe(404);
      expect((await nextDoor.give(id, "a.pdf", pdf)).status).toBe(404);
      expect((await nextDoor.do(id, { do: "add", address: "g@example.org" })).status).toBe(404);
    }
  });

  it("ends with the signature of whoever writes", async () => {
    expect((await staff().sign("Maya <b>of</b> Fern")).status).toBe(200);
    expect(await (await staff().page("/app/settings/signature")).text()).toContain(
      "Maya &lt;b&gt;of&lt;/b&gt; Fern",
    );
    expect((await staff().sign("x".repeat(2_001))).status).toBe(422);
    const nextDoor = await staff({ shop: NEIGHBOUR }).page("/app/settings/signature");
    expect(await nextDoor.text()).not.toContain("of&lt;/b&gt; Fern");
  });
});
