import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOrder, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import { type NameServer, openNameServer } from "#tests/setup/dns";
import { type MailSink, openMailSink } from "#tests/setup/mail-sink";
import { runDue } from "#tests/setup/queue";
import { verifyDkim } from "#tests/setup/verify-dkim";
import { env } from "~/env.server";
import { changeSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import { checkSendingDomain, sendingDomain } from "~/features/settings/sending-domain.server";
import { closeMail } from "~/platform/channels/email/send.server";
import type { Shop } from "~/platform/database/shop.server";

// A shop's own domain, from its key to a signed mail: a real name server, a real mail server, and the signature
// verified as a receiver does.

let db: FreshDatabase;
let sink: MailSink;
let dns: NameServer;

beforeAll(async () => {
  db = await freshDatabase();
  sink = await openMailSink();
  dns = await openNameServer();
  env.SMTP_URL = sink.url; // read when the first mail goes out
  env.DNS_SERVERS = [dns.address];
  await known(db.shop);
  await known(db.neighbour, { name: "Neighbour" });
});
afterAll(async () => {
  closeMail();
  delete env.DNS_SERVERS;
  await Promise.all([sink.close(), dns.close()]);
  await db.close();
});
beforeEach(async () => {
  for (const table of ["notification", "fact", "orders", "settings", "sending_domain"])
    await db.owner.query(`delete from ${table}`);
  Object.assign(sink, { accepted: [], texts: [] });
  Object.assign(dns, { silent: false, asked: [] });
  dns.txt.clear();
});

const sendsFrom = (shop: Shop, fromAddress: string | null) =>
  changeSettings(
    shop,
    settingsSchema.parse({ mail: { fromAddress }, notifications: { confirmation: "replace" } }),
    "Staff",
  );
const enter = (view: { key: { name: string; value: string } } | null) =>
  dns.txt.set(view?.key.name ?? "", [view?.key.value ?? ""]);
async function aMail(shop: Shop): Promise<string> {
  const now = new Date(Date.now() - 5_000);
  await mirrored(shop, anOrder({ placedAt: now, updatedAt: now }));
  await runDue(db);
  return sink.accepted.at(-1)?.raw ?? "";
}

describe("a sending domain", () => {
  it("is none while the shop sends from our address", async () => {
    expect(await sendingDomain(db.shop)).toBeNull();
    expect(await checkSendingDomain(db.shop)).toEqual({ ok: false, refusal: { code: "settings.noDomain" } });
  });

  it("gets one key, of which only the public half is ever shown; the database holds ciphertext", async () => {
    await sendsFrom(db.shop, "Hello@Fern.Example");
    const [first, second] = await Promise.all([sendingDomain(db.shop), sendingDomain(db.shop)]);
    expect(first).toEqual(second);
    expect(first?.key.name).toMatch(/^aftercare-[a-z2-7]{12}\._domainkey\.fern\.example$/);
    expect(JSON.stringify(first)).not.toMatch(/PRIVATE|v1\./);
    const { rows } = await db.owner.query<{ row: string }>(
      "select to_json(d)::text as row from sending_domain d",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain("PRIVATE");
    expect(rows[0]?.row).toContain('"privateKey":"v1.');
  });

  it("of two shops has a key and a name for each", async () => {
    await sendsFrom(db.shop, "hello@fern.example");
    await sendsFrom(db.neighbour, "hello@fern.example");
    const views = [await sendingDomain(db.shop), await sendingDomain(db.neighbour)];
    expect(new Set(views.map((view) => view?.key.name)).size).toBe(2);
    expect(new Set(views.map((view) => view?.key.value)).size).toBe(2);
  });
});

describe("mail from it", () => {
  it("is signed once the DNS holds the key, so that a receiver can tell; a changed one fails", async () => {
    await sendsFrom(db.shop, "hello@fern.example");
    const view = await sendingDomain(db.shop);
    expect(verifyDkim(await aMail(db.shop), dns.txt)).toBeNull();
    expect(await checkSendingDomain(db.shop)).toMatchObject({ value: { dkim: "missing", dmarc: "missing" } });
    enter(view);
    dns.txt.set("_dmarc.fern.example", ["v=DMARC1; p=none"]);
    expect(await checkSendingDomain(db.shop)).toMatchObject({ value: { dkim: "right", dmarc: "right" } });
    await db.owner.query("delete from notification; delete from fact; delete from orders");
    const raw = await aMail(db.shop);
    expect(verifyDkim(raw, dns.txt)).toMatchObject({ domain: "fern.example", bits: 2048 });
    expect(verifyDkim(raw, dns.txt)?.signed).toEqual(
      expect.arrayContaining(["from", "to", "subject", "message-id", "date", "auto-submitted"]),
    );
    expect(verifyDkim(raw.replace(/^Subject: /m, "Subject: Re: "), dns.txt)).toBeNull();
    expect(verifyDkim(raw.replace("</body>", "!</body>"), dns.txt)).toBeNull();
  });

  it("stays signed while name servers are silent, and is not once the key is gone", async () => {
    await sendsFrom(db.shop, "hello@fern.example");
    enter(await sendingDomain(db.shop));
    await checkSendingDomain(db.shop);
    dns.silent = true;
    expect(await checkSendingDomain(db.shop)).toMatchObject({ value: { dkim: "unknown" } });
    expect((await sendingDomain(db.shop))?.verifiedAt).not.toBeNull();
    dns.silent = false;
    dns.txt.clear();
    await checkSendingDomain(db.shop);
    expect((await sendingDomain(db.shop))?.verifiedAt).toBeNull();
    expect(await aMail(db.shop)).not.toMatch(/^dkim-signature:/im);
  }, 30_000);

  it("of the neighbour, whose key nobody entered, is not signed", async () => {
    for (const shop of [db.shop, db.neighbour]) await sendsFrom(shop, "hello@fern.example");
    enter(await sendingDomain(db.shop));
    await sendingDomain(db.neighbour);
    for (const shop of [db.shop, db.neighbour]) await checkSendingDomain(shop);
    const { rows } = await db.owner.query(
      `select "shopId" from sending_domain where "verifiedAt" is not null`,
    );
    expect(rows).toEqual([{ shopId: SHOP }]);
    expect(await aMail(db.neighbour)).not.toMatch(/^dkim-signature:/im);
  });
});
