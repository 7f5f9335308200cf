import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AdminRoom, openAdminRoom, READER } from "#tests/factories/admin-room";
import { aConversation } from "#tests/factories/conversation";
import { bearer, sessionToken } from "#tests/setup/staff";
import { emptyPolicy } from "~/features/inbox/sla/targets-form";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { teamsOf } from "~/features/inbox/teams/team-store.server";
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

const post = (to: string, body: unknown, sub?: string) => room.sendJson(to, body, sub);
const page = async (path: string, sub?: string) => (await room.page(path, sub)).html;
const sla = async (shop = db.shop) => (await shop.transact(loadSettings)).value.inbox.sla;

describe("targets", () => {
  const targets = "/app/settings/inbox/targets.data";

  test("are shown in plain words, and saved as they stand; the neighbour has none", async () => {
    expect(await page("/app/settings/inbox/targets")).toContain("No targets yet");
    expect((await post(targets, [emptyPolicy("new", "Everybody")])).status).toBe(200);
    expect(await page("/app/settings/inbox/targets")).toContain(
      "get a first reply within 8 h (low), 4 h (normal)",
    );
    expect(await sla()).toMatchObject([{ name: "Everybody", counts: "business", warnMinutes: 30 }]);
    expect(await sla(db.neighbour)).toEqual([]);
  });

  test("what makes no sense, what is no form, and who may not change them", async () => {
    expect((await post(targets, [{ ...emptyPolicy("new", ""), warn: "soon" }])).status).toBe(422);
    expect((await post(targets, { nonsense: true })).status).toBe(400);
    expect((await post(targets, [], READER)).status).toBe(403);
    expect(await page("/app/settings/inbox/targets", READER)).toContain(
      "let you look at this, not change it",
    );
    expect(await sla()).toHaveLength(1);
  });

  test("are left alone by the general settings, which may have been opened earlier", async () => {
    await changeSettings(db.shop, settingsSchema.parse({}), "Maya");
    expect(await sla()).toHaveLength(1);
  });
});

describe("teams", () => {
  const teams = "/app/settings/inbox/teams.data";
  const keep = { do: "keep", id: null, name: "Night shift", handOut: "none", memberIds: ["42"] };

  test("are kept and removed, and told when they cannot be", async () => {
    expect((await post(teams, keep)).status).toBe(200);
    expect((await post(teams, keep)).status).toBe(422);
    expect((await post(teams, keep, READER)).status).toBe(403);
    expect((await post(teams, { do: "keep" })).status).toBe(400);
    const [team] = await db.shop.transact(teamsOf);
    expect(await page("/app/settings/inbox/teams")).toContain("Night shift");
    expect(await page("/app/inbox")).toContain(`team=${team?.id}`);
    expect((await post(teams, { do: "remove", id: team?.id })).status).toBe(200);
    expect((await post(teams, { do: "remove", id: team?.id })).status).toBe(404);
  });
});

describe("many at once", () => {
  test("are changed by who may, and undone; another shop's are as absent ones", async () => {
    const [mine, theirs] = [await aConversation(db.shop), await aConversation(db.neighbour)];
    const asked = {
      step: { do: "close" },
      which: { ids: [mine.conversationId, theirs.conversationId] },
    };
    expect((await post("/app/inbox/bulk", asked, READER)).status).toBe(403);
    expect((await post("/app/inbox/bulk", { step: { do: "close" } })).status).toBe(400);
    const answer = await (await post("/app/inbox/bulk", asked)).json();
    expect(answer).toMatchObject({ done: 1, refused: [{ code: "inbox.notFound", count: 1 }] });
    expect((await post("/app/inbox/bulk", { undo: answer.undoId })).status).toBe(200);
    expect((await post("/app/inbox/bulk", { undo: answer.undoId })).status).toBe(404);
    const view = await db.shop.transact((tx) => conversationView(tx, mine.conversationId));
    expect(view?.state).toBe("open");
    expect(await page("/app/inbox", READER)).not.toContain("Choose all on this page");
  });
});

describe("suggestions", () => {
  test("are this shop's conversation's only", async () => {
    const [mine, theirs] = [await aConversation(db.shop), await aConversation(db.neighbour)];
    const of = (id: string) => room.site.get(`/app/inbox/${id}/suggestions`, bearer(sessionToken()));
    expect(await (await of(mine.conversationId)).json()).toEqual({ tags: [], macros: [] });
    expect((await of(theirs.conversationId)).status).toBe(404);
    expect((await of("nonsense")).status).toBe(404);
  });
});
