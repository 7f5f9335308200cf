import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
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
beforeEach(async () => {
  for (const table of ["message", "inbound_mail", "conversation", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

/** The staff's browser: pages as documents, forms as the embedded app sends them. */
const staff = (claims: Record<string, unknown> = {}) => {
  const shop = typeof claims.shop === "string" ? claims.shop : undefined;
  return {
    page: (path: string) => {
      const asked = embedded(sessionToken(claims), shop);
      return site.get(
        `${path}${path.includes("?") ? asked.replace("?", "&") : asked}`,
        bearer(sessionToken(claims)),
      );
    },
    file: (path: string) => site.get(path, bearer(sessionToken(claims))),
    post: (path: string, form: Record<string, string>) =>
      site.post(`${path}${embedded(sessionToken(claims), shop)}`, form, bearer(sessionToken(claims))),
  };
};

const stored = async (id: string) =>
  (await db.owner.query(`select * from message where "conversationId" = $1 order by at`, [id])).rows;
const state = async (id: string) =>
  (await db.owner.query(`select state, assignee, unread from conversation where id = $1`, [id])).rows[0];

describe("the inbox", () => {
  it("lists what is open, with counts, and finds by address and order", async () => {
    expect(await (await staff().page("/app/inbox")).text()).toContain("Nothing waits for an answer");
    const order = await mirrored(db.shop, anOrder({ name: "#2077" }));
    await aConversation(db.shop, { order, text: "Is <i>it</i> lost? שלום" });
    await aConversation(db.neighbour, { text: "Neighbour's secret" });
    const open = await (await staff().page("/app/inbox")).text();
    expect(open).toContain("Is &lt;i&gt;it&lt;/i&gt; lost? שלום");
    expect(open).toContain("Open (1)");
    expect(open).not.toContain("Neighbour");
    for (const q of ["%232077", "2077", "ADA.rowntree@example.com"])
      expect(await (await staff().page(`/app/inbox?q=${q}`)).text()).toContain("lost?");
    const nothing = "%25%26%5C%7C!():*' or 1=1".repeat(20);
    for (const q of [nothing, "nobody@example.com", "%00", "x".repeat(5_000)]) {
      const answer = await staff().page(`/app/inbox?view=drop&tag=,&after=1_x'&q=${q}`);
      expect(answer.status).toBe(200);
    }
  });

  it("turns pages by cursor, forth and back", async () => {
    await db.owner.query(
      `insert into conversation ("shopId", id, subject, state, channel, email, locale, "createdAt", "lastMessageAt")
       select $1, gen_random_uuid(), 's', 'open', 'email', 'p' || n || '@example.com', 'en', now(),
         timestamptz '2026-01-01' + (n / 2) * interval '1 minute' from generate_series(1, 120) n`,
      [db.shop.id],
    );
    const seen = new Set<string>();
    let path: string | undefined = "/app/inbox";
    for (let page = 0; path && page < 4; page++) {
      const html: string = await (await staff().page(path)).text();
      for (const [address] of html.matchAll(/p\d+@example\.com/g)) seen.add(address);
      path = /href="(\/app\/inbox\?view=open&amp;after=[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(path).toBeUndefined();
    expect(seen.size).toBe(120);
  });
});

describe("a conversation", () => {
  it("shows messages as text, with the order beside them, and takes an answer", async () => {
    const { conversationId, order } = await aConversation(db.shop, { text: "<script>alert(1)</script>" });
    const page = await (await staff().page(`/app/inbox/${conversationId}`)).text();
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain(`Order ${order.name}`);
    expect(page).toContain("Linen tea towel");
    const [first] = await stored(conversationId);
    const reply = { intent: "reply", text: "On its way", requestKey: newId(), seen: first.id };
    const path = `/app/inbox/${conversationId}`;
    expect((await staff().post(path, reply)).status).toBe(200);
    expect((await staff().post(path, reply)).status).toBe(200);
    const all = await stored(conversationId);
    expect(all.map((one) => [one.direction, one.state])).toEqual([
      ["in", "received"],
      ["out", "queued"],
    ]);
    expect(await state(conversationId)).toMatchObject({ state: "waiting", unread: false });
  });

  it("refuses an answer when somebody has written since, and gives the text back", async () => {
    const { conversationId } = await aConversation(db.shop);
    const path = `/app/inbox/${conversationId}`;
    const [first] = await stored(conversationId);
    const from = (text: string) => ({ intent: "reply", text, requestKey: newId(), seen: first.id });
    await staff().post(path, from("From Maya"));
    const second = await staff().post(path, from("From Noor, at the same time"));
    const page = await second.text();
    expect(second.status).toBe(409);
    expect(page).toContain("Somebody has written since you opened this");
    expect(page).toContain("From Noor, at the same time");
    expect(await stored(conversationId)).toHaveLength(2);
  });

  it("takes notes, is taken on, closed and opened again, and says who did it", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    const path = `/app/inbox/${conversationId}`;
    await staff().post(path, { intent: "note", text: "VIP, be kind", requestKey: newId() });
    for (const intent of ["assign", "close", "close"])
      expect((await staff().post(path, { intent })).status).toBe(200);
    expect(await state(conversationId)).toMatchObject({ state: "closed", assignee: "Maya" });
    expect((await staff().post(path, { intent: "reopen" })).status).toBe(200);
    const page = await (await staff().page(path)).text();
    for (const said of ["VIP, be kind", "Maya took this on", "Maya closed this", "Maya opened this again"])
      expect(page).toContain(said);
    const empty = await staff().post(path, { intent: "note", text: "  ", requestKey: newId() });
    expect(empty.status).toBe(422);
    const { rows } = await db.owner.query(
      `select kind from fact where "orderId" = $1 and kind like 'conversation.%' order by at`,
      [order.id],
    );
    expect(rows.map((row) => row.kind)).toEqual([
      "conversation.started",
      "conversation.assigned",
      "conversation.closed",
      "conversation.reopened",
    ]);
  });

  it("is as absent to another shop as one that never was", async () => {
    const { conversationId } = await aConversation(db.shop);
    const [first] = await stored(conversationId);
    const raw = Buffer.from("From: a@example.com\r\n\r\nsecret");
    await db.shop.transact((tx) => keepMail(tx, { sender: "a@example.com", recipient: "r@x.example", raw }));
    const { rows } = await db.owner.query("select id from inbound_mail");
    const next = staff({ shop: NEIGHBOUR });
    const plain = async (answer: Response) => [
      answer.status,
      (await answer.text()).replaceAll(/[\w-]{20,}/g, ""),
    ];
    for (const [theirs, absent] of [
      [conversationId, newId()],
      ["not-an-id", "'; drop"],
    ])
      expect((await next.page(`/app/inbox/${theirs}`)).status).toBe(
        (await next.page(`/app/inbox/${absent}`)).status,
      );
    const forms = [
      { intent: "reply", text: "x", requestKey: newId(), seen: first.id },
      { intent: "note", text: "x", requestKey: newId() },
      { intent: "close" },
      { intent: "assign" },
      { intent: "seen" },
      { intent: "tryAgain", messageId: first.id },
    ];
    for (const form of forms) {
      const [theirs, absent] = await Promise.all(
        [conversationId, newId()].map(async (id) => plain(await next.post(`/app/inbox/${id}`, form))),
      );
      expect(theirs?.[0]).toBe(404);
      expect(theirs?.[0]).toEqual(absent?.[0]);
    }
    expect((await next.file(`/app/inbox/mail/${rows[0].id}`)).status).toBe(404);
    expect((await next.post("/app/inbox/unfiled", { mailId: rows[0].id })).status).toBe(404);
    expect(await stored(conversationId)).toHaveLength(1);
    expect(await state(conversationId)).toMatchObject({ state: "open", assignee: null });
  });

  it("may be read, but not answered, by staff who may only read orders; others see nothing", async () => {
    const { conversationId } = await aConversation(db.shop, { text: "Private words" });
    office.scopes["77"] = "read_orders";
    office.scopes["78"] = "read_products";
    const path = `/app/inbox/${conversationId}`;
    const reader = staff({ sub: "77" });
    expect(await (await reader.page(path)).text()).toContain("Private words");
    for (const intent of ["close", "assign", "reply", "note"])
      expect((await reader.post(path, { intent, text: "x", requestKey: newId(), seen: "" })).status).toBe(
        403,
      );
    expect((await reader.post(path, { intent: "seen" })).status).toBe(200);
    const other = staff({ sub: "78" });
    for (const place of [path, "/app/inbox", "/app/inbox/unfiled"]) {
      const answer = await other.page(place);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("Private words");
    }
    expect(await stored(conversationId)).toHaveLength(1);
  });
});

describe("a mail as it was sent", () => {
  const raw = [
    "From: Ada <ada@example.com>",
    "Subject: Lamp",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<p>Broken</p><script>alert(1)</script><img src="https://spy.example/x.png" onerror="alert(2)">',
    "--b",
    "Content-Type: image/png; name=evil.html",
    "Content-Disposition: attachment; filename=evil.html",
    "",
    "<script>alert(3)</script>",
    "--b--",
    "",
  ].join("\r\n");

  async function filedMail(): Promise<string> {
    const recipient = mailboxAddress(db.shop.id);
    const mail = { sender: "ada@example.com", recipient, raw: Buffer.from(raw) };
    await db.shop.transact((tx) => keepMail(tx, mail));
    await runInboxJobs(db, db.shop);
    const { rows } = await db.owner.query<{ id: string }>("select id from message");
    return rows[0]?.id ?? "";
  }

  it("is shown without what runs or is fetched, and its files only ever saved", async () => {
    const id = await filedMail();
    const page = await (await staff().file(`/app/inbox/message/${id}/page`)).json();
    expect(page.html).toContain("Broken");
    expect(page.html).not.toMatch(/script|onerror|\ssrc=/);
    expect(page.remotePictures).toBe(1);
    const file = await staff().file(`/app/inbox/message/${id}/file/0`);
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="evil.html"/);
    expect(await file.text()).toBe("<script>alert(3)</script>");
  });

  it("is as absent to others as one that never was", async () => {
    const id = await filedMail();
    for (const path of [`${id}/page`, `${id}/file/0`])
      expect((await staff({ shop: NEIGHBOUR }).file(`/app/inbox/message/${path}`)).status).toBe(404);
    for (const path of [`${id}/file/1`, `${newId()}/page`, "x/page", `${id}/file/-1`])
      expect((await staff().file(`/app/inbox/message/${path}`)).status).toBe(404);
  });
});

describe("mails that could not be filed", () => {
  it("are listed with the reason, downloaded as they came, and read again", async () => {
    const raw = Buffer.from('From: "<b>" <a@example.com>\r\nSubject: x\r\n\r\n<script>alert(1)</script>');
    await db.shop.transact((tx) => keepMail(tx, { sender: "a@example.com", recipient: "r@x.example", raw }));
    await db.owner.query(`update inbound_mail set state = 'parked', reason = 'It is larger than 60 MB'`);
    expect(await (await staff().page("/app/inbox")).text()).toContain("1 mail could not be filed");
    expect(await (await staff().page("/app/inbox/unfiled")).text()).toContain("It is larger than 60 MB");
    const { rows } = await db.owner.query("select id from inbound_mail");
    const file = await staff().file(`/app/inbox/mail/${rows[0].id}`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(raw);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await staff().post("/app/inbox/unfiled", { mailId: rows[0].id })).status).toBe(200);
    expect((await db.owner.query("select state from inbound_mail")).rows).toEqual([{ state: "received" }]);
    expect((await staff().post("/app/inbox/unfiled", { mailId: "nonsense" })).status).toBe(404);
  });
});
