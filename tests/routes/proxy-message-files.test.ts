import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { addPhotos } from "~/features/inbox/contact-store.server";
import { encloseFile } from "~/features/inbox/mail-out/enclose-file.server";
import { mailOutView } from "~/features/inbox/mail-out/mail-out-view.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

const MAYA = { id: "42", name: "Maya" };
const pdf = Buffer.from("%PDF-1.7 a size chart");
const program = Buffer.from("<svg onload='alert(1)'/>");
let db: FreshDatabase;
let site: Site;
let picture: Buffer;
let photo: Buffer;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
  const drawn = sharp({ create: { width: 40, height: 20, channels: 3, background: "#3a6" } });
  [picture, photo] = await Promise.all([drawn.clone().png().toBuffer(), drawn.clone().jpeg().toBuffer()]);
});
afterAll(async () => {
  await site.close();
  await db.close();
});

/** A conversation with a photo, a mail with files, and an answer with files. */
async function talked() {
  const { conversationId, order } = await aConversation(db.shop);
  const first = await db.shop.transact((tx) => conversationView(tx, conversationId));
  await db.shop.transact((tx) => addPhotos(tx, first?.lastMessageId ?? "", [photo]));
  const to = replyAddress(db.shop.id, conversationId);
  const part = (head: string[], content: Buffer) =>
    ["--b", ...head, "Content-Transfer-Encoding: base64", "", content.toString("base64")].join("\r\n");
  const raw = [
    `From: ada.rowntree@example.com\r\nTo: ${to}\r\nSubject: Look\r\nMIME-Version: 1.0`,
    'Content-Type: multipart/mixed; boundary="b"\r\n',
    "--b\r\nContent-Type: text/plain\r\n\r\nHere it is.",
    part(['Content-Type: image/png; name="scratch.png"', "Content-Disposition: attachment"], picture),
    part(['Content-Type: image/png; name="evil <b>.svg"', "Content-Disposition: attachment"], program),
    "--b--",
  ].join("\r\n");
  await db.shop.transact((tx) =>
    keepMail(tx, { sender: "ada.rowntree@example.com", recipient: to, raw: Buffer.from(raw) }),
  );
  await runInboxJobs(db, db.shop);
  const draft = { conversationId, staffId: MAYA.id };
  await encloseFile(db.shop, draft, { name: "chart.pdf", bytes: pdf, isInline: false });
  await encloseFile(db.shop, draft, { name: "image.png", bytes: picture, isInline: true });
  const out = await mailOutView(db.shop, conversationId, MAYA);
  const seen = (await db.shop.transact((tx) => conversationView(tx, conversationId)))?.lastMessageId ?? null;
  await replyToConversation(
    db.shop,
    {
      conversationId,
      text: "Like this: [image.png] you see",
      requestKey: newId(),
      seen,
      files: out?.files.map(({ id }) => id) ?? [],
    },
    MAYA,
  );
  return { order, conversationId };
}

const pageOf = async (orderId: string) =>
  (await shopperOn(site).get(`/order?t=${issuePass(db.shop, { orderId, level: "full" })}`)).text();
const addressesIn = (page: string) => [
  ...new Set(
    [...page.matchAll(/"([^"]*\/file\?[^"]*)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&")),
  ),
];
/** An address on the storefront, as our own. */
const ours = (address: string) => `/file${address.slice(address.indexOf("?"))}`;

describe("the files of a shopper's conversation", () => {
  it("are on the order's page, both theirs and the shop's, and come as what they are", async () => {
    const { order } = await talked();
    // What can still be taken back has not been said.
    await db.owner.query(
      `update message set "sendAfter" = now() + interval '1 hour' where "sendAfter" is not null`,
    );
    const held = await pageOf(order.id);
    expect(held).not.toContain("Like this");
    expect(addressesIn(held)).toHaveLength(3);
    await db.owner.query(`update message set "sendAfter" = null`);
    const page = await pageOf(order.id);
    expect(page).not.toContain("[image.png]");
    expect(page).toContain("chart.pdf");
    expect(page).toContain("evil &lt;b&gt;.svg");
    expect(page).toContain('alt="Photo 1"');
    const addresses = addressesIn(page);
    expect(addresses).toHaveLength(5);
    const answers = await Promise.all(addresses.map((one) => shopperOn(site).get(ours(one))));
    const heads = answers.map(({ status, headers }) => [status, headers.get("content-type")]);
    expect(heads.map(String).sort()).toEqual(
      [
        "200,application/octet-stream",
        "200,application/pdf",
        "200,image/jpeg",
        "200,image/png",
        "200,image/png",
      ].sort(),
    );
    for (const { headers } of answers) {
      expect(headers.get("x-content-type-options")).toContain("nosniff");
      expect(headers.get("cache-control")).toContain("no-store");
    }
    const svg = answers.find(({ headers }) => headers.get("content-type") === "application/octet-stream");
    expect(svg?.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(svg?.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("are nobody else's: not the neighbour's, nor by a link that was guessed or is of another kind", async () => {
    const { order } = await talked();
    const addresses = addressesIn(await pageOf(order.id));
    for (const address of addresses) {
      expect((await shopperOn(site, { shop: NEIGHBOUR }).get(ours(address))).status).toBe(404);
      const swapped = ours(address).replace(
        /([?&])([fm])=/,
        (_all, mark, kind) => `${mark}${kind === "f" ? "m" : "f"}=`,
      );
      expect((await shopperOn(site).get(swapped)).status).toBe(404);
      expect((await shopperOn(site).get(`${ours(address)}x`)).status).toBe(404);
    }
    expect((await shopperOn(site).get("/file")).status).toBe(404);
    expect((await site.get(ours(addresses[0] ?? "")).then(({ status }) => status)) >= 400).toBe(true);
    const status = issuePass(db.shop, { orderId: order.id, level: "status" });
    expect(addressesIn(await (await shopperOn(site).get(`/order?t=${status}`)).text())).toEqual([]);
  });
});
