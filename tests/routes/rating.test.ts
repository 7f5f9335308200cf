import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob, runInboxJobs } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import type { Site } from "#tests/setup/site";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { type ClosedConversation, mayAskRating } from "~/features/inbox/rating";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { ratingUrl } from "~/platform/rating-pass.server";

let room: MailRoom;
let db: MailRoom["db"];
let smtp: MailRoom["smtp"];
let site: Site;
beforeAll(async () => {
  room = await openMailRoom();
  ({ db, smtp } = room);
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  await room.close();
});
beforeEach(async () => {
  await room.empty("rate_limit", "fact", "message", "conversation");
  // Whatever the hour, unless a test says that it is quiet.
  const any = settingsSchema.parse({ notifications: { quiet: null } });
  await db.shop.transact((tx) => saveSettings(tx, any));
});

/** A conversation that staff answered and closed, five hours ago. */
async function solved(): Promise<string> {
  const { conversationId } = await aConversation(db.shop);
  await closeConversation(db.shop, conversationId, "Maya");
  await db.owner.query(
    `update conversation set "firstRepliedAt" = "createdAt", "closedAt" = now() - interval '5 hours' where id = $1`,
    [conversationId],
  );
  return conversationId;
}

const ask = (conversationId: string) => runInboxJob(db.shop, "ask-rating", { conversationId });
const ratingOf = async (id: string) =>
  (await db.owner.query(`select rating, "ratingComment" from conversation where id = $1`, [id])).rows[0];
const pathOf = (id: string, score: 0 | 1 = 1) => new URL(ratingUrl(db.shop, id, score)).pathname;
const post = (path: string, form: Record<string, string>) =>
  fetch(site.url + path, { method: "POST", body: new URLSearchParams(form) });

describe("after staff closed a conversation", () => {
  it("its shopper is asked once, by a mail with two links", async () => {
    const id = await solved();
    await Promise.all([ask(id), ask(id)]);
    await runInboxJobs(db, db.shop);
    expect(smtp.received).toHaveLength(1);
    const { html, text, headers } = smtp.received[0]?.mail ?? {};
    expect(headers?.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(text).toContain("Was this solved well?");
    expect(String(html).match(/href="[^"]*\/rate\/[^"]+"/g)).toHaveLength(2);
    expect(
      (await db.owner.query(`select text from message where "authorKind" = 'system'`)).rows[0].text,
    ).not.toContain("/rate/");
  });

  it("a link that is looked at changes nothing; its button keeps the answer, and a later one replaces it", async () => {
    const id = await solved();
    await ask(id);
    const page = await (await site.get(pathOf(id, 0))).text();
    expect(page).toMatch(/<input type="radio" name="score" checked="" value="0"|value="0"[^>]*checked=""/);
    expect(page).not.toMatch(/<script/i);
    expect((await ratingOf(id)).rating).toBeNull();
    expect((await post(pathOf(id, 0), { score: "0", comment: "Too <b>late</b>" })).status).toBe(200);
    expect(await ratingOf(id)).toEqual({ rating: 0, ratingComment: "Too <b>late</b>" });
    await post(pathOf(id), { score: "1", comment: "" });
    expect(await ratingOf(id)).toEqual({ rating: 1, ratingComment: null });
    const view = await db.shop.transact((tx) => conversationView(tx, id));
    expect(view?.facts.filter(({ kind }) => kind === "conversation.rated")).toHaveLength(2);
  });

  it("forged links, another shop's, and conversations nobody was asked about are absent", async () => {
    const id = await solved();
    const paths = [pathOf(id), `${pathOf(id)}x`, new URL(ratingUrl(db.neighbour, id, 1)).pathname];
    for (const path of paths) {
      expect((await site.get(path)).status).toBe(404);
      expect((await post(path, { score: "1" })).status).toBe(404);
    }
    expect((await ratingOf(id)).rating).toBeNull();
  });

  it("the same address is not asked again within the gap", async () => {
    const [first, second] = [await solved(), await solved()];
    await Promise.all([ask(first), ask(second)]);
    const asked = await db.owner.query(`select id from conversation where "ratingAskedAt" is not null`);
    expect(asked.rows).toHaveLength(1);
    await db.owner.query(
      `update conversation set "ratingAskedAt" = now() - interval '31 days' where "ratingAskedAt" is not null`,
    );
    await ask(first);
    await ask(second);
    expect(
      (await db.owner.query(`select id from message where "requestKey" like 'rating:%'`)).rows,
    ).toHaveLength(2);
  });
});

const HOUR = 3_600_000;
const now = new Date("2026-11-22T12:00:00Z");
const closed: ClosedConversation = {
  id: "c",
  email: "ada@example.com",
  state: "closed",
  verified: true,
  closedAt: new Date(now.getTime() - 4 * HOUR),
  closedBy: "staff",
  firstRepliedAt: new Date(now.getTime() - 5 * HOUR),
  mergedIntoId: null,
  ratingAskedAt: null,
};
const may = (over: Partial<ClosedConversation>, lastAsked: Date | null = null) =>
  mayAskRating({ ...closed, ...over }, { now, afterMs: 4 * HOUR, gapDays: 30, lastAsked });

it.each<[string, boolean, boolean]>([
  ["after its hours", may({}), true],
  ["a moment early", may({ closedAt: new Date(now.getTime() - 4 * HOUR + 1) }), false],
  ["open again", may({ state: "open" }), false],
  ["closed by a machine", may({ closedBy: "system" }), false],
  ["never answered", may({ firstRepliedAt: null }), false],
  ["an address nobody proved", may({ verified: false }), false],
  ["no address", may({ email: "" }), false],
  ["merged into another", may({ mergedIntoId: "d" }), false],
  ["asked already", may({ ratingAskedAt: now }), false],
  ["asked a month ago about another", may({}, new Date(now.getTime() - 720 * HOUR)), true],
  ["asked less than a month ago about another", may({}, new Date(now.getTime() - 720 * HOUR + 1)), false],
])("asking, %s", (_, is, expected) => expect(is).toBe(expected));
