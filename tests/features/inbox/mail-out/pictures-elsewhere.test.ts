import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation, runInboxJobs } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { mailPictureByToken } from "~/doors/mail-picture.server";
import { mailPage } from "~/features/inbox/mail-parts.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import { replyAddress } from "~/platform/channels/email/reply-address.server";
import { noteInstalled, noteUninstalled } from "~/platform/database/shops.server";
import type { PublicWire } from "~/platform/files/fetch-elsewhere.server";
import { mailPicturePath, readMailPicture } from "~/platform/files/mail-picture.server";
import { encrypt } from "~/platform/secrets.server";

const GIF = Buffer.from("GIF89a a tracking pixel");
let db: FreshDatabase;
let elsewhere: http.Server;
let asked: string[] = [];
beforeAll(async () => {
  db = await freshDatabase();
  elsewhere = http.createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    response.writeHead(200, { "set-cookie": "who=you", "content-type": "text/html" }).end(GIF);
  });
  await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  elsewhere.close();
  elsewhere.closeAllConnections();
  await db.close();
});

const wire: PublicWire = {
  reach: async () => ({ address: "127.0.0.1", port: (elsewhere.address() as AddressInfo).port }),
};
const tokenOf = (path: string) => path.replace("/mail-picture/", "");
const sourcesIn = (html: string) =>
  [...html.matchAll(/<img[^>]*? src="([^"]*)"/g)].map((match) => match[1] ?? "");

/** A shopper's mail with this page, filed. Answers the message's id. */
async function mailWith(html: string): Promise<string> {
  const { conversationId } = await aConversation(db.shop);
  const to = replyAddress(db.shop.id, conversationId);
  const raw = [
    "From: Ada <ada.rowntree@example.com>",
    `To: ${to}`,
    "Subject: Look",
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=utf-8",
    "",
    html,
  ].join("\r\n");
  await db.shop.transact((tx) =>
    keepMail(tx, { sender: "ada.rowntree@example.com", recipient: to, raw: Buffer.from(raw) }),
  );
  await runInboxJobs(db, db.shop);
  const { rows } = await db.owner.query(
    `select id from message where "conversationId" = $1 and "inboundMailId" is not null`,
    [conversationId],
  );
  return rows[0].id;
}

describe("a mail's pictures from elsewhere", () => {
  it("are not fetched until somebody asks, and then by us, whatever stands around them", async () => {
    const address = "http://shop.example/p.gif?u=1&amp;v=%22x";
    const id = await mailWith(
      `<p>Hi <img src="${address}" onerror="x()"><img src=" //cdn.example/a.png"></p>`,
    );
    const before = await mailPage(db.shop, id);
    expect(before?.remotePictures).toBe(2);
    expect(sourcesIn(before?.html ?? "")).toEqual([]);
    const page = await mailPage(db.shop, id, { remote: true });
    expect(page?.remotePictures).toBe(0);
    expect(page?.html).not.toMatch(/shop\.example|cdn\.example|onerror/);
    const [first = "", second = ""] = sourcesIn(page?.html ?? "");
    expect([first, second].every((one) => one.startsWith("/mail-picture/v1."))).toBe(true);
    expect(asked).toEqual([]);
    const answer = await mailPictureByToken(tokenOf(first), wire);
    expect(asked).toEqual(["shop.example/p.gif?u=1&v=%22x"]);
    expect(Buffer.from(await (answer ?? new Response()).arrayBuffer())).toEqual(GIF);
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      "content-type": "image/gif",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "referrer-policy": "no-referrer",
    });
    expect(answer?.headers.has("set-cookie")).toBe(false);
    expect(readMailPicture(tokenOf(second), new Date())?.address).toBe("https://cdn.example/a.png");
  });

  it("are so many and no more", async () => {
    const id = await mailWith('<img src="https://a.example/x.png">'.repeat(230));
    const page = await mailPage(db.shop, id, { remote: true });
    expect([sourcesIn(page?.html ?? "").length, page?.remotePictures]).toEqual([200, 30]);
  });

  it("are the shop's own to see", async () => {
    const id = await mailWith('<img src="https://a.example/x.png">');
    expect(await mailPage(db.neighbour, id, { remote: true })).toBeNull();
  });

  it("are at no address that somebody else made, nor for ever, nor for a shop that has left", async () => {
    asked = [];
    const now = new Date();
    const good = tokenOf(mailPicturePath(db.neighbour.id, "http://a.example/x.png", now));
    const over = tokenOf(
      mailPicturePath(db.shop.id, "https://a.example/x.png", new Date(now.getTime() - 3_601_000)),
    );
    const said = { s: db.shop.id, u: "http://169.254.169.254/", x: now.getTime() + 1_000 };
    const plain = Buffer.from(JSON.stringify(said)).toString("base64url");
    const ofAnotherKind = encrypt("another purpose", JSON.stringify(said));
    const wrong = ["", "v1.", "x", plain, `v1.${plain}`, `${good.slice(0, -2)}AA`, over, ofAnotherKind];
    for (const token of wrong) expect(await mailPictureByToken(token, wire), token).toBeNull();
    await noteUninstalled(db.neighbour.id, now);
    expect(await mailPictureByToken(good, wire)).toBeNull();
    await noteInstalled(db.neighbour.id, now);
    expect(asked).toEqual([]);
    expect(await mailPictureByToken(good, wire)).not.toBeNull();
  });
});
