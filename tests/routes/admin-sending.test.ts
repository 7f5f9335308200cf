import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import { type NameServer, openNameServer } from "#tests/setup/dns";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { env } from "~/env.server";
import { saveSuppression } from "~/features/notifications/suppression-store.server";
import { changeSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
let dns: NameServer;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  dns = await openNameServer();
  env.DNS_SERVERS = [dns.address];
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  delete env.DNS_SERVERS;
  await site.close();
  await dns.close();
  office.restore();
  await db.close();
});

const at = (claims: Record<string, unknown>) =>
  `/app/settings/sending${embedded(sessionToken(claims), typeof claims.shop === "string" ? claims.shop : undefined)}`;
const page = async (claims: Record<string, unknown> = {}) =>
  (await site.get(at(claims), bearer(sessionToken(claims)))).text();
const act = (asked: Record<string, string>, claims: Record<string, unknown> = {}) =>
  fetch(`${site.url}${at(claims)}`, {
    method: "POST",
    headers: bearer(sessionToken(claims)),
    body: new URLSearchParams(asked),
  });

describe("the page of the sending domain", () => {
  it("has nothing to check without a domain", async () => {
    expect(await page()).toContain("an address of Aftercare");
    expect((await act({ do: "check" })).status).toBe(409);
  });

  it("shows the records to enter, and what the DNS says of them", async () => {
    const value = settingsSchema.parse({ mail: { fromAddress: "hello@fern.example" } });
    await changeSettings(db.shop, value, "Maya");
    const html = await page();
    const name = /aftercare-[a-z2-7]{12}\._domainkey\.fern\.example/.exec(html)?.[0] ?? "";
    expect(html).toContain("is not signed yet");
    expect(html).not.toContain("PRIVATE KEY");
    dns.txt.set(name, [/v=DKIM1; k=rsa; p=[\w+/=]+/.exec(html)?.[0] ?? ""]);
    expect((await act({ do: "check" })).status).toBe(200);
    expect(await page()).toContain("Mail from fern.example is signed");
  });

  it("lists addresses that are not written to; only their own shop lifts them", async () => {
    const known = {
      scope: "everything",
      reason: "addressDead",
      status: "5.1.1",
      until: null,
      soft: [],
    } as const;
    await db.shop.transact((tx) =>
      saveSuppression(tx, "gone@example.com", "bounce", { ...known, soft: [], since: tx.now }),
    );
    expect(await page()).toContain("gone@example.com");
    expect(await page({ shop: NEIGHBOUR })).not.toContain("gone@example.com");
    const { rows } = await db.owner.query<{ id: string }>("select id from suppression");
    const asked = { do: "lift", id: rows[0]?.id ?? "" };
    expect((await act(asked, { shop: NEIGHBOUR })).status).toBe(404);
    expect((await act({ do: "lift", id: "' or 1=1" })).status).toBe(400);
    expect((await act(asked)).status).toBe(200);
    expect(await page()).not.toContain("gone@example.com");
  });
});
