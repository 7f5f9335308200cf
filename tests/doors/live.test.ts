import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase, NEIGHBOUR } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { endLiveStreams } from "~/doors/live.server";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  endLiveStreams();
  await site.close();
  office.restore();
  await db.close();
});
beforeEach(() => db.owner.query("delete from rate_limit"));

/** A screen that listens: what it has heard, and whether its stream has ended. */
async function listen(claims: Record<string, unknown> = {}) {
  const answer = await site.get("/app/inbox/live", bearer(sessionToken(claims)));
  const heard: string[] = [];
  let ended = false;
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>)
      heard.push(decoder.decode(bytes));
  };
  void read()
    .catch(() => undefined)
    .then(() => {
      ended = true;
    });
  return { answer, text: () => heard.join(""), isOver: () => ended };
}

const SOON = { timeout: 10_000, interval: 20 };

it("a change is heard by its own shop, and by nobody else", async () => {
  const [ours, theirs] = [await listen(), await listen({ shop: NEIGHBOUR })];
  expect(ours.answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  // once on opening, and once when the connection that listens for all is made
  await expect.poll(() => ours.text().split("missed").length, SOON).toBe(3);
  const { conversationId } = await aConversation(db.shop);
  await expect.poll(() => ours.text(), SOON).toContain(conversationId);
  const { conversationId: next } = await aConversation(db.neighbour);
  await expect.poll(() => theirs.text(), SOON).toContain(next);
  expect(theirs.text()).not.toContain(conversationId);
  expect(ours.text()).not.toContain("Where is my parcel");
});

it("notices that are none are passed over, and a lost connection is made again", async () => {
  const ours = await listen();
  await expect.poll(() => ours.text(), SOON).toContain("missed");
  for (const payload of ["{", "[]", '["x"]', "null", "[1,2,3]"])
    await db.owner.query("select pg_notify('aftercare_changes', $1)", [payload]);
  await db.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'aftercare changes' and datname = current_database()",
  );
  const missed = () => ours.text().split("missed").length;
  const before = missed();
  await expect.poll(missed, SOON).toBeGreaterThan(before);
  const { conversationId } = await aConversation(db.shop);
  await expect.poll(() => ours.text(), SOON).toContain(conversationId);
});

it("whose session is gone hears nothing after five seconds, and strangers never do", async () => {
  const ours = await listen();
  await expect.poll(() => ours.text(), SOON).toContain("missed");
  await db.owner.query(`delete from session where "isOnline"`);
  await expect.poll(ours.isOver, { timeout: 6_000, interval: 50 }).toBe(true);
  expect((await site.get("/app/inbox/live")).status).not.toBe(200);
});
