import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runInboxJobs } from "#tests/factories/conversation";
import { aCustomer, anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, NEIGHBOUR, SHOP } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { mintCustomerToken } from "#tests/store/oauth/session-token";
import { env } from "~/env.server";
import type { AccountContact, AccountProblem } from "~/features/inbox/account-contact";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { encloseFile } from "~/features/inbox/mail-out/enclose-file.server";
import { waitingEnclosures } from "~/features/inbox/mail-out/enclosure-store.server";
import { mergeConversations } from "~/features/inbox/merge-conversations.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
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
  for (const table of ["fact", "message_photo", "message", "conversation", "rate_limit", "file"])
    await db.owner.query(`delete from ${table}`);
});

const app = { apiKey: env.SHOPIFY_API_KEY, apiSecret: env.SHOPIFY_API_SECRET };
type Said = {
  page: AccountContact;
  problems?: AccountProblem[];
  title?: string;
  text?: string;
  conversationId?: string;
  refused?: string;
};
async function post(customerId: string, body: BodyInit, more: Record<string, string> = {}, shop = SHOP) {
  const token = mintCustomerToken({ ...app, shop, customerId: `gid://shopify/Customer/${customerId}` });
  const headers = { authorization: `Bearer ${token}`, ...more };
  const answer = await fetch(`${site.url}/account/contact`, { method: "POST", headers, body });
  return { status: answer.status, ...((await answer.json()) as Said) };
}
const open = (customerId: string, asked: object = {}, shop = SHOP) =>
  post(customerId, JSON.stringify(asked), { "content-type": "application/json" }, shop);
function send(
  customerId: string,
  fields: Record<string, string>,
  { photos = [], shop = SHOP }: { photos?: Uint8Array[]; shop?: string } = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries({
    reason: "wrong",
    text: "Broken",
    requestKey: newId(),
    ...fields,
  }))
    body.append(name, value);
  for (const bytes of photos) body.append("photos", new Blob([new Uint8Array(bytes)]), "photo.jpg");
  return post(customerId, body, {}, shop);
}
const photo = () =>
  sharp({ create: { width: 1_800, height: 900, channels: 3, background: "#3a6" } })
    .jpeg()
    .toBuffer();

/** An order of a customer's, and one of the same ids next door. */
async function orderOf(customerId: string) {
  const mine = await mirrored(db.shop, anOrder({ customer: aCustomer({ id: customerId }) }));
  await mirrored(db.neighbour, { ...mine, name: "#N1", email: "neighbour@example.com" });
  return mine;
}
const conversations = async () =>
  (await db.owner.query(`select * from conversation where "shopId" = $1 order by number`, [SHOP])).rows;

describe("the contact page in the customer's account", () => {
  it("offers the customer's orders, the named one picked, in their language", async () => {
    const mine = await orderOf("901");
    const { status, page } = await open("901", { orderId: mine.id, locale: "he" });
    expect(status).toBe(200);
    expect(page.orders.map(({ id }) => id)).toContain(mine.id);
    expect(page.orderId).toBe(mine.id);
    expect(page.says.title).toBe("כתבו לנו");
    expect(page.reasons).toHaveLength(5);
    const theirs = (await open("902", { orderId: mine.id })).page;
    expect([theirs.orders, theirs.orderId]).toEqual([[], null]);
  });

  it("begins a conversation of the account about the picked order, with photos, and shows it", async () => {
    const mine = await orderOf("903");
    const sent = await send("903", { orderId: mine.id }, { photos: [await photo()] });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain("ada.rowntree@example.com");
    const [one] = await conversations();
    expect(one).toMatchObject({ channel: "account", orderId: mine.id, customerId: "903", verified: true });
    expect(sent.page.conversations).toMatchObject([
      { id: one.id, isSettled: false, messages: [{ from: "shopper", who: "You", text: "Broken" }] },
    ]);
    const [address = ""] = sent.page.conversations[0]?.messages[0]?.photos ?? [];
    const shown = await fetch(site.url + new URL(address).pathname);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
  });

  it("gives every file of its messages a link that is good for a day, and does no harm", async () => {
    await orderOf("911");
    const { conversationId = "" } = await send("911", {});
    const pdf = Buffer.from("%PDF-1.4 a label");
    const draft = { conversationId, staffId: "42" };
    await encloseFile(db.shop, draft, { name: "label.pdf", bytes: pdf, isInline: false });
    const [enclosed] = await db.shop.transact((tx) => waitingEnclosures(tx, draft));
    const before = await db.shop.transact((tx) => conversationView(tx, conversationId));
    const reply = { conversationId, text: "Here it is", requestKey: newId(), files: [enclosed?.id ?? ""] };
    await replyToConversation(
      db.shop,
      { ...reply, seen: before?.lastMessageId ?? null },
      { id: "42", name: "Maya" },
    );
    const raw = [
      "From: ada.rowntree@example.com",
      "Message-ID: <a@b>",
      'Content-Type: multipart/mixed; boundary="x"',
      "",
      "--x",
      "Content-Type: text/plain",
      "",
      "By mail",
      "--x",
      'Content-Type: text/html; name="evil.html"',
      'Content-Disposition: attachment; filename="evil.html"',
      "",
      "<script>alert(1)</script>",
      "--x--",
    ].join("\r\n");
    const recipient = replyAddress(db.shop.id, conversationId);
    const sender = "ada.rowntree@example.com";
    await db.shop.transact((tx) => keepMail(tx, { sender, recipient, raw: Buffer.from(raw) }));
    await runInboxJobs(db, db.shop);

    const [shown] = (await open("911")).page.conversations;
    const files = (shown?.messages ?? []).flatMap((message) => message.files);
    expect(files.map(({ name }) => name)).toEqual(["\u{1F4CE} label.pdf", "\u{1F4CE} evil.html"]);
    const get = (href = "") => fetch(site.url + new URL(href).pathname);
    const [label, evil] = [await get(files[0]?.href), await get(files[1]?.href)];
    expect(label.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await label.arrayBuffer())).toEqual(pdf);
    expect(evil.headers.get("content-type")).toBe("application/octet-stream");
    expect(evil.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(evil.headers.get("x-content-type-options")).toMatch(/^nosniff/);
    for (const { href } of files) expect((await get(`${href.slice(0, -2)}AA`)).status).toBe(404);
    // a shopper's looking at their own files is nobody's reading
    expect((await db.owner.query("select 1 from reading")).rowCount).toBe(0);
  });

  it("lets them write again, which opens what was closed, once however often it is sent", async () => {
    await orderOf("904");
    const { conversationId = "" } = await send("904", {});
    await closeConversation(db.shop, conversationId, "Maya");
    expect((await open("904")).page.conversations[0]?.isSettled).toBe(true);
    const again = { conversationId, text: "Still broken", requestKey: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => send("904", again)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { page } = await open("904");
    expect(page.conversations).toMatchObject([
      { isSettled: false, messages: [{ text: "Broken" }, { text: "Still broken" }] },
    ]);
    const { rows } = await db.owner.query(
      `select kind from fact where kind like 'conversation.reopened%' and "shopId" = $1`,
      [SHOP],
    );
    expect(rows).toHaveLength(1);
  });

  it("goes on where a conversation was merged into another of theirs", async () => {
    await orderOf("905");
    const { conversationId: one = "" } = await send("905", {});
    const { conversationId: other = "" } = await send("905", { text: "The second" });
    expect((await mergeConversations(db.shop, one, other, "Maya")).ok).toBe(true);
    const sent = await send("905", { conversationId: one, text: "And more" });
    expect(sent.conversationId).toBe(other);
    expect(sent.page.conversations).toHaveLength(1);
    expect(sent.page.conversations[0]?.messages.map(({ text }) => text)).toEqual([
      "Broken",
      "The second",
      "And more",
    ]);
  });

  it("shows and takes nothing of another's: customers, shops and typed addresses are as absent", async () => {
    const mine = await orderOf("906");
    const { conversationId = "" } = await send("906", { orderId: mine.id });
    for (const [who, shop] of [
      ["907", SHOP],
      ["906", NEIGHBOUR],
    ] as const) {
      expect((await open(who, {}, shop)).page.conversations).toEqual([]);
      expect(await send(who, { conversationId }, { shop })).toMatchObject({
        status: 404,
        refused: "inbox.notFound",
      });
    }
    expect((await send("907", { orderId: mine.id })).status).toBe(404);
    expect((await send("906", { conversationId: newId() })).status).toBe(404);
    // Somebody types the customer's address into the storefront's form.
    const typed = { reason: "wrong", text: "Give me a refund", requestKey: newId(), email: mine.email ?? "" };
    expect((await shopperOn(site).post("/contact", typed)).status).toBe(200);
    const { page } = await open("906");
    expect(page.conversations.map(({ id }) => id)).toEqual([conversationId]);
    expect(await conversations()).toHaveLength(2);
  });

  it("says what to mend beside its field, and takes nothing until then", async () => {
    await orderOf("908");
    const empty = await send("908", { reason: "", text: " " });
    expect(empty.status).toBe(400);
    expect(empty.problems?.map(({ field }) => field)).toEqual(["reason", "text"]);
    const broken = await send("908", {}, { photos: [Buffer.from("<svg/>")] });
    expect(broken.problems).toMatchObject([{ field: "photos" }]);
    const four = await send("908", {}, { photos: Array(4).fill(await photo()) });
    expect(four.problems).toEqual([{ field: "photos", message: "Photos (3 at most)" }]);
    expect(await conversations()).toHaveLength(0);
  });

  it("counts what begins and what goes on together: five an hour", async () => {
    await orderOf("909");
    const { conversationId = "" } = await send("909", {});
    const codes: number[] = [];
    for (let at = 0; at < 5; at++) codes.push((await send("909", { conversationId })).status);
    expect(codes).toEqual([200, 200, 200, 200, 429]);
    expect((await send("909", {})).problems).toMatchObject([{ field: "text" }]);
  });

  it("is nobody's without a token", async () => {
    const answer = await fetch(`${site.url}/account/contact`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(401);
    const asked = await fetch(`${site.url}/account/contact`, { method: "OPTIONS" });
    expect(asked.status).toBe(204);
  });
});
