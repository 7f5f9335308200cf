import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { askRating } from "~/features/inbox/ask-rating.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { changeInboxSettings } from "~/features/settings/change-settings.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["fact", "message", "conversation", "settings", "rate_limit"])
    await db.owner.query(`delete from ${table}`);
});

/** One that was answered so long ago and waits for its shopper since. */
async function waiting(interval: string, shop: Shop = db.shop) {
  const made = await aConversation(shop);
  await db.owner.query(
    `update conversation set state = 'waiting', "awaitingSince" = null, "firstRepliedAt" = now() - $2::interval, "lastMessageAt" = now() - $2::interval where id = $1`,
    [made.conversationId, interval],
  );
  return made;
}
const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));
const sweep = () => runInboxJob(db.shop, "close-silent", {});
const days = (autoCloseDays: number | null) => changeInboxSettings(db.shop, { autoCloseDays }, "Maya", null);

describe("what waits for a silent shopper", () => {
  it("stays as it is unless the merchant says otherwise", async () => {
    const { conversationId } = await waiting("300 days");
    await sweep();
    expect(await view(conversationId)).toMatchObject({ state: "waiting" });
  });

  it("is closed after the days that were set, noted, once; younger ones and the neighbour's are not", async () => {
    await days(7);
    const [old, young] = [await waiting("8 days"), await waiting("6 days")];
    const theirs = await waiting("30 days", db.neighbour);
    const open = await aConversation(db.shop);
    await db.owner.query(
      `update conversation set "lastMessageAt" = now() - interval '9 days' where id = $1`,
      [open.conversationId],
    );
    await Promise.all([sweep(), sweep()]);
    const closed = await view(old.conversationId);
    expect(closed).toMatchObject({ state: "closed", unread: false });
    expect(closed?.facts).toMatchObject([{ kind: "conversation.closed", actor: "system", detail: "7" }]);
    expect(await view(young.conversationId)).toMatchObject({ state: "waiting" });
    expect(await view(open.conversationId)).toMatchObject({ state: "open" });
    const next = await db.neighbour.transact((tx) => conversationView(tx, theirs.conversationId));
    expect(next?.state).toBe("waiting");
  });

  it("opens again when its shopper writes, and is not asked how it was", async () => {
    await days(1);
    const { conversationId, order } = await waiting("2 days");
    await sweep();
    await db.owner.query(`update conversation set "closedAt" = now() - interval '2 days'`);
    await askRating(db.shop, conversationId);
    const { rows } = await db.owner.query(`select "ratingAskedAt" from conversation where id = $1`, [
      conversationId,
    ]);
    expect(rows).toEqual([{ ratingAskedAt: null }]);
    await db.owner.query(`update conversation set state = 'waiting', "closedAt" = null`);
    await aConversation(db.shop, { order, text: "Sorry, I was away" });
    await sweep();
    expect(await view(conversationId)).toMatchObject({ state: "open" });
  });
});
