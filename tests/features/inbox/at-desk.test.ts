import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { addNote } from "~/features/inbox/add-note.server";
import { draftOf } from "~/features/inbox/desk-store.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { replyToConversation } from "~/features/inbox/reply-to-conversation.server";
import { sitAtDesk } from "~/features/inbox/sit-at-desk.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { takeBack } from "~/features/inbox/take-back.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ["fact", "message", "conversation", "rate_limit", "settings"])
    await db.owner.query(`delete from ${table}`);
});

const MAYA = { id: "42", name: "Maya Lind" };
const NOOR = { id: "43", name: "Noor" };
const view = (id: string) => db.shop.transact((tx) => conversationView(tx, id));
const draft = (id: string, by = MAYA) => db.shop.transact((tx) => draftOf(tx, id, by.id));
const sit = async (conversationId: string, by = MAYA, isTyping = false, text: string | null = null) => {
  const written = text === null ? null : { isNote: false, text };
  const sat = await sitAtDesk(db.shop, { conversationId, isTyping, draft: written }, by);
  return sat.ok ? sat.value.others : sat.refusal.code;
};
const reply = async (conversationId: string, text = "On its way") => {
  const seen = (await view(conversationId))?.lastMessageId ?? null;
  const done = await replyToConversation(db.shop, { conversationId, text, requestKey: newId(), seen }, MAYA);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.messageId;
};

describe("what is being written", () => {
  it("is kept for each, until it is sent or empty", async () => {
    const { conversationId } = await aConversation(db.shop);
    await sit(conversationId, MAYA, true, "Dear Ada");
    await sit(conversationId, MAYA, true, "Dear Ada, it");
    await sit(conversationId, NOOR, true, "Hi");
    await sit(conversationId, MAYA);
    expect(await draft(conversationId)).toEqual({ isNote: false, text: "Dear Ada, it" });
    await sit(conversationId, NOOR, false, "  ");
    expect(await draft(conversationId, NOOR)).toBeNull();
    await addNote(db.shop, { conversationId, text: "x", requestKey: newId() }, NOOR);
    expect(await draft(conversationId)).not.toBeNull();
    await reply(conversationId);
    expect(await draft(conversationId)).toBeNull();
  });
});

describe("who is there", () => {
  it("sees who else looks or types, for half a minute after their last sign", async () => {
    const { conversationId } = await aConversation(db.shop);
    expect(await sit(conversationId)).toEqual([]);
    expect(await sit(conversationId, NOOR, true)).toEqual([
      { staffId: "42", name: "Maya Lind", isTyping: false },
    ]);
    expect(await sit(conversationId)).toEqual([{ staffId: "43", name: "Noor", isTyping: true }]);
    await db.owner.query(`update conversation_presence set "seenAt" = now() - interval '31 seconds'`);
    expect(await sit(conversationId)).toEqual([]);
    const { rows } = await db.owner.query(`select "staffId" from conversation_presence`);
    expect(rows).toEqual([{ staffId: "42" }]);
  });

  it("is nobody next door", async () => {
    const { conversationId } = await aConversation(db.neighbour);
    expect(await sit(conversationId)).toBe("inbox.notFound");
  });
});

describe("an answer", () => {
  const send = async () => {
    const { rows } = await db.owner.query(`select id from fact where kind = 'message.written'`);
    await runInboxJob(db.shop, "send-message", { factId: rows[0].id });
  };
  /** However slow this machine is now. */
  const anHour = () =>
    db.owner.query(
      `update message set "sendAfter" = now() + interval '1 hour' where "sendAfter" is not null`,
    );
  const stored = async (id: string) =>
    (await db.owner.query(`select state, attempts from message where id = $1`, [id])).rows[0];

  it("waits ten seconds, unseen by the shopper, and is put off when its job comes sooner", async () => {
    const { conversationId, order } = await aConversation(db.shop);
    const id = await reply(conversationId);
    const { rows: waits } = await db.owner.query(
      `select "sendAfter" - at = interval '10 seconds' as ten from message where id = $1`,
      [id],
    );
    expect(waits).toEqual([{ ten: true }]);
    await anHour();
    await send();
    expect(await stored(id)).toEqual({ state: "queued", attempts: 0 });
    const { rows } = await db.owner.query(
      `select run_at > created_at + interval '30 minutes' as later from graphile_worker.jobs where key like '%' || $1`,
      [`send:${id}`],
    );
    expect(rows).toEqual([{ later: true }]);
    const shown = await db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(shown[0]?.messages).toHaveLength(1);
    await db.owner.query(`update message set "sendAfter" = now() - interval '1 second'`);
    const after = await db.shop.transact((tx) => conversationsOfOrder(tx, order.id));
    expect(after[0]?.messages).toHaveLength(2);
  });

  it("is a draft again when it is taken back, before what was begun since; all is as it was", async () => {
    const { conversationId } = await aConversation(db.shop);
    await db.owner.query(`update conversation set "replyBy" = now() + interval '1 hour'`);
    const before = await view(conversationId);
    const id = await reply(conversationId);
    await anHour();
    expect((await view(conversationId))?.messages.at(-1)?.mayTakeBack).toBe(true);
    await sit(conversationId, MAYA, true, "And one more thing");
    expect(await takeBack(db.shop, conversationId, id, MAYA)).toMatchObject({ ok: true });
    expect(await draft(conversationId)).toEqual({
      isNote: false,
      text: "On its way\n\nAnd one more thing",
    });
    const now = await view(conversationId);
    expect(now?.messages).toEqual(before?.messages);
    expect(now).toMatchObject({ state: "open", replyBy: before?.replyBy });
    await send(); // finds nothing to send
    expect(await takeBack(db.shop, conversationId, id, MAYA)).toMatchObject({
      refusal: { code: "inbox.notFound" },
    });
  });

  it("stays out once somebody has begun to send it", async () => {
    const { conversationId } = await aConversation(db.shop);
    const id = await reply(conversationId);
    await db.owner.query(`update message set "sendAfter" = null`);
    await send().catch(() => undefined); // no mail server answers here: it is tried again later
    expect((await stored(id)).attempts).toBe(1);
    expect(await takeBack(db.shop, conversationId, id, MAYA)).toMatchObject({
      refusal: { code: "inbox.alreadyOut" },
    });
    expect(await stored(id)).toBeDefined();
  });

  it("is taken back once by two at once, or is out: never both, whoever comes first", async () => {
    for (let round = 0; round < 6; round++) {
      await db.owner.query("delete from fact");
      const { conversationId } = await aConversation(db.shop);
      const id = await reply(conversationId);
      await db.owner.query(`update message set "sendAfter" = null where id = $1`, [id]);
      const back = () => takeBack(db.shop, conversationId, id, MAYA);
      const sent = send().catch(() => undefined); // no mail server answers here
      const both = await Promise.all([back(), back()]);
      await sent;
      const taken = both.filter(({ ok }) => ok).length;
      const kept = await stored(id);
      expect([taken, kept?.attempts ?? 0]).toEqual(kept ? [0, 1] : [1, 0]);
      expect((await draft(conversationId))?.text ?? null).toBe(kept ? null : "On its way");
    }
  });

  it("goes at once where the shop wants that, and is not next door's to take back", async () => {
    await db.owner.query(
      `insert into settings ("shopId", id, value, version, "updatedAt") values ($1, 'settings', '{"inbox":{"undoSeconds":0}}', 1, now())`,
      [db.shop.id],
    );
    const { conversationId } = await aConversation(db.shop);
    const id = await reply(conversationId);
    expect((await view(conversationId))?.messages.at(-1)?.mayTakeBack).toBe(false);
    for (const shop of [db.shop, db.neighbour])
      expect(await takeBack(shop, conversationId, id, MAYA)).toMatchObject({
        refusal: { code: shop === db.shop ? "inbox.alreadyOut" : "inbox.notFound" },
      });
  });
});
