import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { typedAnswering } from "~/features/inbox/answering-form";
import { changeSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import { loadSettings } from "~/features/settings/store.server";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  office.scopes["43"] = "read_orders";
  db = await freshDatabase();
  await known(db.shop);
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const usual = typedAnswering(settingsSchema.parse({}).inbox);
const kept = (shop = db.shop) => shop.transact(loadSettings);
const send = async (body: object, { sub = "42", seen = "" } = {}) => {
  const answer = await fetch(`${site.url}/app/settings/inbox.data?seen=${seen}`, {
    method: "POST",
    headers: { ...bearer(sessionToken({ sub })), "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.status;
};

describe("when staff answer", () => {
  test("is shown with the time that a shopper would be told now, and saved", async () => {
    const page = await site.get(`/app/settings/inbox${embedded(sessionToken())}`, bearer(sessionToken()));
    const html = await page.text();
    expect(html).toContain("Business hours");
    expect(html).toMatch(/Who writes now is told: by[^<]*(<!-- -->)?[^<]*<time/);
    expect(await send({ ...usual, replyWithinHours: "3", undoSeconds: "20" })).toBe(200);
    expect((await kept()).value.inbox).toMatchObject({ replyWithinHours: 3, undoSeconds: 20 });
    expect((await kept(db.neighbour)).value.inbox.replyWithinHours).toBe(8);
  });

  test("of two who save at once the second is refused", async () => {
    const { version } = await kept();
    expect(await send({ ...usual, undoSeconds: "5" }, { seen: String(version) })).toBe(200);
    expect(await send({ ...usual, undoSeconds: "6" }, { seen: String(version) })).toBe(409);
    expect((await kept()).value.inbox.undoSeconds).toBe(5);
  });

  test("is left alone by the general settings, which may have been opened earlier", async () => {
    await changeSettings(db.shop, settingsSchema.parse({}), "Maya");
    expect((await kept()).value.inbox.undoSeconds).toBe(5);
  });

  test("is refused where it makes no sense, or from who may only read", async () => {
    expect(await send({ ...usual, undoSeconds: "31" })).toBe(422);
    expect(await send({ ...usual, week: [] })).toBe(400);
    expect(await send({ ...usual, undoSeconds: "7" }, { sub: "43" })).toBe(403);
    expect((await kept()).value.inbox.undoSeconds).toBe(5);
  });
});
