import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AdminRoom, OWNER, openAdminRoom, READER } from "#tests/factories/admin-room";
import { typedAnswering } from "~/features/inbox/answering-form";
import { changeSettings } from "~/features/settings/change-settings.server";
import { settingsSchema } from "~/features/settings/schema";
import { loadSettings } from "~/features/settings/store.server";

let room: AdminRoom;
let db: AdminRoom["db"];
beforeAll(async () => {
  room = await openAdminRoom();
  ({ db } = room);
});
afterAll(() => room.close());

const usual = typedAnswering(settingsSchema.parse({}).inbox);
const kept = (shop = db.shop) => shop.transact(loadSettings);
const send = async (body: object, { sub = OWNER, seen = "" } = {}) =>
  (await room.sendJson(`/app/settings/inbox.data?seen=${seen}`, body, sub)).status;

describe("when staff answer", () => {
  test("is shown with the time that a shopper would be told now, and saved", async () => {
    const { html } = await room.page("/app/settings/inbox");
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
    expect(await send({ ...usual, undoSeconds: "7" }, { sub: READER })).toBe(403);
    expect((await kept()).value.inbox.undoSeconds).toBe(5);
  });
});
