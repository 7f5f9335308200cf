import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { mergeConversations, separateConversation } from "~/features/inbox/merge-conversations.server";
import { anotherPerson, type Chosen, waitingIn } from "~/features/inbox/split";
import { splitConversation } from "~/features/inbox/split-conversation.server";
import { conversationView } from "~/features/inbox/staff-queries.server";
import { newId } from "~/values/ids";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const texts = async (id: string) => {
  const view = await db.shop.transact((tx) => conversationView(tx, id));
  return view?.messages.map(({ text }) => text);
};
const ids = async (id: string) => {
  const view = await db.shop.transact((tx) => conversationView(tx, id));
  return view?.messages.map((message) => message.id) ?? [];
};

async function three() {
  const { conversationId, order } = await aConversation(db.shop, { text: "one" });
  for (const text of ["two", "three"]) await aConversation(db.shop, { order, text });
  return { conversationId, order };
}

describe("messages taken out", () => {
  it("are a conversation of their own, come back by merging, and go again by separating", async () => {
    const { conversationId, order } = await three();
    const [, two = ""] = await ids(conversationId);
    const asked = { conversationId, messageIds: [two], requestKey: newId() };
    const done = await splitConversation(db.shop, asked, "Maya");
    if (!done.ok) throw new Error(done.refusal.code);
    expect(await splitConversation(db.shop, asked, "Maya")).toEqual(done); // the same form again
    const into = done.value.conversationId;
    expect(await texts(conversationId)).toEqual(["one", "three"]);
    expect(await texts(into)).toEqual(["two"]);
    const view = await db.shop.transact((tx) => conversationView(tx, into));
    expect(view).toMatchObject({
      orderId: order.id,
      suggested: { id: conversationId, by: "split" },
      state: "open",
      email: "ada.rowntree@example.com",
    });
    await mergeConversations(db.shop, into, conversationId, "Maya");
    expect(await texts(conversationId)).toEqual(["one", "two", "three"]);
    await separateConversation(db.shop, into, "Maya");
    expect(await texts(conversationId)).toEqual(["one", "three"]);
    expect(await texts(into)).toEqual(["two"]);
  });

  it("leave something behind, are there, and are not next door's", async () => {
    const { conversationId } = await three();
    const all = await ids(conversationId);
    const split = (messageIds: string[], shop = db.shop) =>
      splitConversation(shop, { conversationId, messageIds, requestKey: newId() }, "Maya");
    expect(await split(all)).toMatchObject({ refusal: { code: "inbox.sameConversation" } });
    expect(await split([])).toMatchObject({ refusal: { code: "inbox.empty" } });
    expect(await split([newId()])).toMatchObject({ refusal: { code: "inbox.notFound" } });
    expect(await split(all.slice(0, 1), db.neighbour)).toMatchObject({ refusal: { code: "inbox.notFound" } });
    expect(await texts(conversationId)).toHaveLength(3);
  });

  it("stay of an address that nobody has proven", async () => {
    const { conversationId } = await three();
    await db.owner.query(`update conversation set verified = false where id = $1`, [conversationId]);
    const [one = ""] = await ids(conversationId);
    const asked = { conversationId, messageIds: [one], requestKey: newId() };
    const done = await splitConversation(db.shop, asked, "Maya");
    const { rows } = await db.owner.query(`select verified from conversation where id = $1`, [
      done.ok && done.value.conversationId,
    ]);
    expect(rows).toEqual([{ verified: false }]);
  });
});

/** A message as it is chosen, Bo's unless said. */
const message = (over: Partial<Chosen> = {}): Chosen => ({
  id: newId(),
  direction: "in",
  authorKind: "other",
  authorName: "Bo",
  authorEmail: "bo@example.com",
  at: new Date("2026-11-02T10:00:00Z"),
  isOfPerson: true,
  ...over,
});

describe("since when somebody waits in them", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour));
  const came = (hour: number, over: Partial<Chosen> = {}) => message({ at: at(hour), ...over });
  const sent = (hour: number) => message({ direction: "out", authorKind: "staff", at: at(hour) });
  it.each([
    ["since the first that nobody answered", [came(9), came(11), came(10)], at(9), at(10), null],
    ["never was there an answer", [came(11), came(10)], null, at(10), null],
    ["nobody, where all was answered", [came(9), sent(10)], at(10), null, at(10)],
    ["nobody, where it was answered in what was left behind", [came(9)], at(12), null, null],
    ["not for a machine", [came(11, { isOfPerson: false })], at(9), null, null],
    ["not for notes and answers", [sent(11), came(12, { direction: "note" })], at(11), null, at(11)],
  ])("%s", (_what, chosen, answeredAt, awaitingSince, firstRepliedAt) =>
    expect(waitingIn(chosen, answeredAt)).toEqual({ awaitingSince, firstRepliedAt }));
});

describe("whose they are", () => {
  const ours = message({ direction: "out", authorKind: "staff", authorName: "Maya", authorEmail: null });
  const bos = { email: "bo@example.com", name: "Bo" };
  it.each([
    ["another person's, when all that came in is theirs", [message(), message()], bos],
    ["theirs with our answers to them", [message(), ours], bos],
    ["the shopper's, when any of it is", [message(), message({ authorKind: "shopper" })], null],
    ["the shopper's, when two others wrote", [message(), message({ authorEmail: "x@example.com" })], null],
    ["the shopper's, when nothing came in", [ours], null],
    ["the shopper's, when nobody knows who wrote", [message({ authorEmail: null })], null],
  ])("%s", (_what, chosen, person) => expect(anotherPerson(chosen)).toEqual(person));
});
