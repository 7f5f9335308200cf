import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { addNote } from "~/features/inbox/add-note.server";
import { notePresence } from "~/features/inbox/desk-store.server";
import { assignConversation } from "~/features/inbox/hand-on.server";
import { listConversations } from "~/features/inbox/list-queries.server";
import { mentioned } from "~/features/inbox/people";
import { listSchema } from "~/features/inbox/schema";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { changeTeam, dropTeam } from "~/features/inbox/teams/change-teams.server";
import { assignTeam } from "~/features/inbox/teams/give-to-team.server";
import { callable, type KeepTeam, reached, teamActionSchema } from "~/features/inbox/teams/team";
import { teamCounts, teamsOf } from "~/features/inbox/teams/team-store.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  for (const shop of [db.shop, db.neighbour])
    await db.owner.query(
      `insert into session (id, shop, state, "isOnline", "accessToken", "userId", "firstName", "lastName")
       values ($1 || '_42', $1, '', true, '', 42, 'Maya', 'Lind'), ($1 || '_43', $1, '', true, '', 43, 'Noor', null), ($1 || '_44', $1, '', true, '', 44, 'Ola', null)`,
      [shop.id],
    );
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["fact", "message", "conversation", "team", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

const MAYA = { id: "42", name: "Maya Lind" };
const NOOR = { id: "43", name: "Noor" };
const OLA = { id: "44", name: "Ola" };

const team = (over: Partial<KeepTeam> = {}): KeepTeam => ({
  ...{ do: "keep", id: null, name: "Returns", handOut: "none", memberIds: [NOOR.id, OLA.id] },
  ...over,
});
async function kept(over: Partial<KeepTeam> = {}, shop: Shop = db.shop): Promise<string> {
  const done = await changeTeam(shop, team(over));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.id;
}
const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));
const listed = async (asked: Record<string, string>, shop = db.shop, staffId = MAYA.id) => {
  const { rows } = await shop.transact((tx) => listConversations(tx, listSchema.parse(asked), staffId));
  return rows.map(({ id }) => id);
};

describe("teams", () => {
  it("are kept by name, once each, with people who opened the app", async () => {
    const id = await kept();
    expect(await changeTeam(db.shop, team({ name: "returns" }))).toMatchObject({
      refusal: { code: "inbox.teamExists" },
    });
    expect(await changeTeam(db.shop, team({ name: "X", memberIds: ["99"] }))).toMatchObject({
      refusal: { code: "inbox.unknownStaff" },
    });
    expect(await changeTeam(db.shop, team({ name: "" }))).toMatchObject({ refusal: { code: "inbox.empty" } });
    await kept({ id, name: "Returns crew", memberIds: [OLA.id] });
    expect(await db.shop.transact(teamsOf)).toEqual([
      { id, name: "Returns crew", handOut: "none", members: [OLA] },
    ]);
    expect(await db.neighbour.transact(teamsOf)).toEqual([]);
    expect(await changeTeam(db.neighbour, team({ id, name: "Mine" }))).toMatchObject({
      refusal: { code: "inbox.notFound" },
    });
    expect(await dropTeam(db.neighbour, id)).toMatchObject({ refusal: { code: "inbox.notFound" } });
  });

  it("two who add one of a name at once make one", async () => {
    const done = await Promise.all([changeTeam(db.shop, team()), changeTeam(db.shop, team())]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("have a list of what is theirs and not closed, with a count; removed, it is nobody's", async () => {
    const id = await kept();
    const [one, other] = [await aConversation(db.shop), await aConversation(db.shop)];
    expect(await assignTeam(db.shop, one.conversationId, id, MAYA)).toMatchObject({ ok: true });
    expect(await listed({ team: id })).toEqual([one.conversationId]);
    expect(await listed({ team: id }, db.neighbour)).toEqual([]);
    expect(await listed({ team: "nonsense" })).toHaveLength(2);
    expect(await db.shop.transact((tx) => teamCounts(tx, 99))).toEqual([{ id, name: "Returns", count: 1 }]);
    expect((await view(one.conversationId))?.facts).toMatchObject([{ toName: "Returns" }]);
    await dropTeam(db.shop, id);
    expect(await view(one.conversationId)).toMatchObject({ teamId: null });
    expect(await assignTeam(db.shop, other.conversationId, id, MAYA)).toMatchObject({
      refusal: { code: "inbox.unknownTeam" },
    });
    await kept(); // its name is free again
  });

  it("next door's are none here", async () => {
    const theirs = await kept({}, db.neighbour);
    const { conversationId } = await aConversation(db.shop);
    expect(await assignTeam(db.shop, conversationId, theirs, MAYA)).toMatchObject({
      refusal: { code: "inbox.unknownTeam" },
    });
    expect(await assignTeam(db.neighbour, conversationId, theirs, MAYA)).toMatchObject({
      refusal: { code: "inbox.notFound" },
    });
  });
});

describe("what is given to a team", () => {
  it("stays with a person of it, and leaves one of another", async () => {
    const id = await kept();
    const [one, other] = [await aConversation(db.shop), await aConversation(db.shop)];
    await assignConversation(db.shop, one.conversationId, NOOR.id, MAYA);
    await assignConversation(db.shop, other.conversationId, MAYA.id, MAYA);
    for (const { conversationId } of [one, other]) await assignTeam(db.shop, conversationId, id, MAYA);
    expect(await view(one.conversationId)).toMatchObject({ teamId: id, assignee: "Noor" });
    expect(await view(other.conversationId)).toMatchObject({ teamId: id, assignee: null });
  });

  it("goes to whoever is there and has the fewest, where the team says so", async () => {
    const id = await kept({ handOut: "leastLoaded", memberIds: [MAYA.id, NOOR.id, OLA.id] });
    const all = [
      await aConversation(db.shop),
      await aConversation(db.shop),
      await aConversation(db.shop),
      await aConversation(db.shop),
    ].map(({ conversationId }) => conversationId) as [string, string, string, string];
    await assignTeam(db.shop, all[0], id, MAYA);
    expect(await view(all[0])).toMatchObject({ assignee: null }); // nobody is there
    for (const person of [NOOR, OLA]) await db.shop.transact((tx) => notePresence(tx, all[0], person, false));
    await assignConversation(db.shop, all[1], NOOR.id, MAYA);
    await assignTeam(db.shop, all[2], id, MAYA);
    expect(await view(all[2])).toMatchObject({ assignee: "Ola" });
    expect(await listed({ view: "forMe" }, db.shop, OLA.id)).toEqual([all[2]]);
    await db.owner.query(`update conversation_presence set "seenAt" = now() - interval '1 hour'`);
    await assignTeam(db.shop, all[3], id, MAYA);
    expect(await view(all[3])).toMatchObject({ assignee: null });
  });
});

describe("a team's name in a note", () => {
  it("reaches everybody of it, once", async () => {
    await kept({ name: "Returns crew" });
    const { conversationId } = await aConversation(db.shop);
    await addNote(db.shop, { conversationId, text: "@returns crew and @Noor", requestKey: newId() }, MAYA);
    expect((await view(conversationId))?.followers.map(({ name }) => name)).toEqual(["Noor", "Ola"]);
  });

  it("that is a person's name as well reaches nobody", () => {
    const teams = [{ id: "t", name: "Noor", members: [OLA] }];
    expect(reached(mentioned("@Noor", callable([NOOR], teams)), teams)).toEqual([]);
  });

  it("holds no sign that would begin another mention", () =>
    expect(teamActionSchema.parse(team({ name: " @Re\u0000turns  @crew " }))).toMatchObject({
      name: "Re turns crew",
    }));
});
