import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { fileByLink, fileLink, linkedFile } from "~/doors/file-link.server";
import { noteUninstalled } from "~/platform/database/shops.server";
import {
  deleteFiles,
  FileTooLarge,
  fileAnswer,
  getFile,
  MOST_FILE_BYTES,
  putFile,
} from "~/platform/files/files.server";
import { fileToken } from "~/platform/files/links.server";
import { safeFileName, sniff } from "~/platform/files/sniff";
import { newId } from "~/values/ids";

const PDF = new Uint8Array(Buffer.from("%PDF-1.7\n%…"));
const label = { name: "RMA-7K3F9Q-A4.pdf", contentType: "application/pdf", bytes: PDF };

describe("what a file is", () => {
  it.each([
    ["application/pdf", PDF],
    ["image/png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ["image/jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["image/webp", Buffer.from("RIFF1234WEBPVP8 ")],
    ["application/octet-stream", Buffer.from("<svg onload=alert(1)>")],
    ["application/octet-stream", Buffer.from("<!doctype html><script>")],
    ["application/octet-stream", Buffer.alloc(0)],
  ])("%s is known by its bytes", (type, bytes) => expect(sniff(bytes)).toBe(type));

  it.each([
    ["label.pdf", "label.pdf"],
    ["../../etc/passwd", "-..-etc-passwd"],
    ["\u200B.htaccess", "htaccess"],
    ["a\u202Efdp.exe", "afdp.exe"],
    ["a\r\nset-cookie: x=1", "aset-cookie- x=1"],
    ["תווית.pdf", "תווית.pdf"],
    ["...", "file"],
    ["x".repeat(300), "x".repeat(120)],
  ])("the name %j becomes %j", (name, safe) => expect(safeFileName(name)).toBe(safe));
});

describe("files of a shop", () => {
  let db: FreshDatabase;
  let id: string;
  beforeAll(async () => {
    db = await freshDatabase();
    id = await db.shop.transact((tx) => putFile(tx, label));
  });
  afterAll(() => db.close());

  it("come back as they were put in, for this shop only", async () => {
    expect(await db.shop.transact((tx) => getFile(tx, id))).toMatchObject(label);
    expect(await db.neighbour.transact((tx) => getFile(tx, id))).toBeNull();
    expect(await db.neighbour.transact((tx) => deleteFiles(tx, [id]))).toBe(0);
  });

  it("are plain bytes when they are not what they say", async () => {
    const html = { name: "x.pdf", contentType: "application/pdf", bytes: Buffer.from("<script>") };
    const bad = await db.shop.transact((tx) => putFile(tx, html));
    expect(await db.shop.transact((tx) => getFile(tx, bad))).toMatchObject({
      contentType: "application/octet-stream",
    });
  });

  it("are refused when they are too large", async () => {
    const big = { ...label, bytes: Buffer.alloc(MOST_FILE_BYTES + 1) };
    await expect(db.shop.transact((tx) => putFile(tx, big))).rejects.toThrow(FileTooLarge);
  });

  it("are handed out so that they do no harm", async () => {
    const answer = fileAnswer({ ...label, name: 'a"b תווית.pdf' });
    expect(answer.headers.get("content-disposition")).toBe(
      `inline; filename="a_b _____.pdf"; filename*=UTF-8''a%22b%20%D7%AA%D7%95%D7%95%D7%99%D7%AA.pdf`,
    );
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const bytes = fileAnswer({ ...label, contentType: "application/octet-stream" });
    expect(bytes.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(bytes.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("open with a link, and with nothing else", async () => {
    const token = fileLink(db.shop, id);
    expect((await fileByLink(token))?.status).toBe(200);
    expect((await linkedFile(db.shop, token))?.headers.get("content-type")).toBe("application/pdf");
    const later = new Date(Date.now() + 60_000);
    const wrong = {
      "another shop's": await linkedFile(db.neighbour, token),
      "one made for the neighbour": await fileByLink(fileToken(db.neighbour.id, id, later)),
      "no longer valid": await fileByLink(fileToken(db.shop.id, id, new Date(Date.now() - 1_000))),
      "for a file that is not there": await fileByLink(fileToken(db.shop.id, newId(), later)),
      guessed: await fileByLink(`${token.slice(0, -2)}AA`),
      "only the file's id": await fileByLink(id),
      empty: await linkedFile(db.shop, null),
      hostile: await fileByLink("x".repeat(5_000)),
    };
    expect(Object.entries(wrong).filter(([, answer]) => answer !== null)).toEqual([]);
    expect(token.split(".")[1]?.length).toBe(22); // 128 bits
  });

  it("stay closed once the shop has removed the app", async () => {
    const token = fileLink(db.neighbour, await db.neighbour.transact((tx) => putFile(tx, label)));
    await noteUninstalled(db.neighbour.id, new Date());
    expect(await fileByLink(token)).toBeNull();
  });
});
