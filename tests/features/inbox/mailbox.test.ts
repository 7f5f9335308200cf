import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TEST_CERTIFICATE } from "#tests/setup/certificate";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { type ImapServer, openImap } from "#tests/setup/imap";
import { env } from "~/env.server";
import { changeMailbox, mailInScreen } from "~/features/inbox/mail-in.server";
import { watchMailboxes } from "~/jobs/watch-mailboxes.server";
import { type MailboxWire, mailboxWire } from "~/platform/channels/email/mailbox.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { noteInstalled, noteUninstalled } from "~/platform/database/shops.server";

// A shop's mailbox, read over IMAP by the worker: a real server over TLS, a real database.

let db: FreshDatabase;
let imap: ImapServer;
let workers: ReturnType<typeof watchMailboxes>[] = [];
/** What the office of tokens answers, and what it was asked. */
let office: { status: number; body: object; asked: string[] };
const googleId = env.MAIL_GOOGLE_CLIENT_ID;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  env.MAIL_GOOGLE_CLIENT_ID = googleId;
  await db.close();
});
beforeEach(async () => {
  for (const table of ["inbound_mail", "mail_source"]) await db.owner.query(`delete from ${table}`);
  imap = await openImap();
  office = { status: 200, body: { access_token: "fresh" }, asked: [] };
});
afterEach(async () => {
  await Promise.all(workers.map((one) => one.stop()));
  workers = [];
  await imap.close();
});

const wire: MailboxWire = {
  reach: async () => ({ address: "127.0.0.1", port: imap.port, ca: TEST_CERTIFICATE }),
  fetch: async (_url, init) => {
    office.asked.push(String(init?.body));
    return Response.json(office.body, { status: office.status });
  },
};
const work = () => workers.push(watchMailboxes(wire, 50));

const given = {
  do: "keepMailbox" as const,
  ...{ host: "mail.example.com", port: "993", user: "help@example.com", folder: "INBOX" },
  ...{ login: "password" as const, secret: "secret" },
};
const mailbox = (
  over: Partial<Omit<typeof given, "login">> & { login?: "google" } = {},
  shop: Shop = db.shop,
) => changeMailbox(shop, { ...given, ...over }, "Maya");
const seen = async (shop: Shop = db.shop) => (await shop.transact((tx) => mailInScreen(shop, tx))).imap;
const kept = async () =>
  (
    await db.owner.query<{ shopId: string; recipient: string; raw: Buffer }>(
      `select "shopId", recipient, raw from inbound_mail order by "receivedAt", raw`,
    )
  ).rows;
const subjects = async () => (await kept()).map(({ raw }) => /Subject: (.*)\r/.exec(String(raw))?.[1]);
const aMail = (subject: string) => `From: ada@example.com\r\nSubject: ${subject}\r\n\r\nHello\r\n`;
const isWatched = (shop: Shop = db.shop) =>
  expect.poll(async () => (await seen(shop))?.seenAt, { timeout: 15_000 }).toBeTruthy();
const arrived = (some: string[]) => expect.poll(subjects, { timeout: 15_000 }).toEqual(some);
const problem = (code: string | null) =>
  expect.poll(async () => (await seen())?.problem, { timeout: 15_000 }).toBe(code);

describe("a mailbox that is read", () => {
  it("begins with the next mail, and changes nothing there", async () => {
    imap.arrive(aMail("Before"));
    await mailbox();
    work();
    await isWatched();
    const raw = Buffer.concat([Buffer.from(aMail("After")), Buffer.from([0xff, 0xe9])]);
    imap.arrive(raw);
    await arrived(["After"]);
    const [row] = await kept();
    expect(row).toEqual({ shopId: db.shop.id, recipient: mailboxAddress(db.shop.id), raw });
    expect(imap.asked.filter((one) => /^(SELECT|UID STORE|UID MOVE|EXPUNGE)|BODY\[/i.test(one))).toEqual([]);
    expect((await seen())?.problem).toBeNull();
  });

  it("goes on where it was after the server restarted", async () => {
    await mailbox();
    work();
    await isWatched();
    imap.arrive(aMail("One"));
    await arrived(["One"]);
    await Promise.all(workers.map((one) => one.stop()));
    imap.arrive(aMail("Two"));
    imap.arrive(aMail("Three"));
    work();
    await expect
      .poll(async () => (await subjects()).sort(), { timeout: 15_000 })
      .toEqual(["One", "Three", "Two"]);
  });

  it("goes through the last days again when the server numbers anew, and keeps nothing twice", async () => {
    await mailbox();
    work();
    await isWatched();
    imap.arrive(aMail("One"));
    await arrived(["One"]);
    await Promise.all(workers.map((one) => one.stop()));
    imap.arrive(aMail("Two"));
    imap.uidValidity = 2;
    work();
    await expect.poll(async () => (await subjects()).sort(), { timeout: 15_000 }).toEqual(["One", "Two"]);
  });

  it("is read by one process at a time, and by the next when that stops", async () => {
    await mailbox();
    work();
    work();
    await isWatched();
    expect(imap.connections).toBe(1);
    await workers[0]?.stop();
    await workers[1]?.stop();
    workers = [];
    work();
    await expect.poll(() => imap.connections, { timeout: 15_000 }).toBe(2);
  });

  it("ends when staff end it, and when the shop removes the app: nothing more is kept", async () => {
    await mailbox();
    await mailbox({}, db.neighbour);
    work();
    await isWatched();
    await isWatched(db.neighbour);
    await changeMailbox(db.shop, { do: "dropMailbox" }, "Maya");
    await noteUninstalled(db.neighbour.id, new Date());
    imap.arrive(aMail("Last"));
    await expect.poll(() => imap.open, { timeout: 15_000 }).toBe(0);
    expect(await kept()).toEqual([]);
    await noteInstalled(db.neighbour.id, new Date());
  });
});

describe("a mailbox that cannot be read", () => {
  it("says why: the login, the folder, the server", async () => {
    imap.password = "changed";
    await mailbox();
    work();
    await problem("login");
    await Promise.all(workers.map((one) => one.stop()));
    imap.password = "secret";
    await mailbox({ folder: "Nowhere" });
    work();
    await problem("folder");
  });

  it("is reached on the public internet only", async () => {
    await expect(mailboxWire.reach("localhost", 993)).rejects.toThrow();
  });

  it("keeps its secret for the host it was typed for", async () => {
    await mailbox();
    expect((await mailbox({ secret: "", folder: "INBOX" })).ok).toBe(true);
    expect(await mailbox({ secret: "", host: "elsewhere.example.net" })).toMatchObject({ ok: false });
    expect(JSON.stringify(await seen())).not.toContain("secret");
    for (const wrong of [{ host: "127.0.0.1" }, { host: "localhost" }, { port: "25" }, { user: " " }])
      expect(await mailbox(wrong)).toMatchObject({ ok: false, refusal: { code: "input.invalid" } });
  });
});

describe("a mailbox with OAuth", () => {
  it("gets a token with the refresh token, and keeps a new one", async () => {
    env.MAIL_GOOGLE_CLIENT_ID = "client";
    imap.token = "fresh";
    office.body = { access_token: "fresh", refresh_token: "second" };
    expect((await mailbox({ login: "google", secret: "first" })).ok).toBe(true);
    work();
    await isWatched();
    expect(new URLSearchParams(office.asked[0]).get("refresh_token")).toBe("first");
    await Promise.all(workers.map((one) => one.stop()));
    work();
    await expect
      .poll(() => new URLSearchParams(office.asked[1]).get("refresh_token"), { timeout: 15_000 })
      .toBe("second");
  });

  it("asks for a new refresh token when the office refuses it", async () => {
    env.MAIL_GOOGLE_CLIENT_ID = "client";
    office = { ...office, status: 400, body: { error: "invalid_grant" } };
    await mailbox({ login: "google", secret: "first" });
    work();
    await problem("token");
  });
});

it("is found by a database owner without powers, as hosted databases have", async () => {
  await mailbox();
  const role = `${db.shop.id.replaceAll(/\W/g, "_")}_${process.pid}`;
  const owner = await db.owner.connect();
  try {
    await owner.query("begin");
    await owner.query(`create role "${role}" nosuperuser nobypassrls`);
    await owner.query(`grant usage, create on schema public to "${role}"; grant select on shop to "${role}"`);
    await owner.query(`alter table mail_source owner to "${role}"`);
    await owner.query(`alter function shops_with_mailbox() owner to "${role}"`);
    await owner.query("select set_config('app.shop_id', 'as-before', true)");
    const { rows } = await owner.query(
      "select found, current_setting('app.shop_id') as setting from shops_with_mailbox() as found",
    );
    expect(rows).toEqual([{ found: db.shop.id, setting: "as-before" }]);
  } finally {
    await owner.query("rollback");
    owner.release();
  }
});
