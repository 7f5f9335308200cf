import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { addMacro } from "~/features/inbox/macro-store.server";
import { suggestFor } from "~/features/inbox/suggest/suggest.server";
import { loadTagModel } from "~/features/inbox/suggest/tag-model-store.server";
import { tagConversation } from "~/features/inbox/tag-conversation.server";
import type { Shop } from "~/platform/database/shop.server";

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function past(shop: Shop, count: number, text: string, tag: string | null) {
  for (let n = 0; n < count; n++) {
    const email = `${text.length}-${n}@example.com`;
    const order = await mirrored(shop, anOrder({ email }));
    const { conversationId } = await aConversation(shop, { order, text });
    if (tag) await tagConversation(shop, conversationId, tag);
  }
}

it("suggests this shop's tags and macros by what its shopper wrote, and says why; nothing of the neighbour's", async () => {
  await past(db.shop, 6, "The mug came broken", "damage");
  await past(db.shop, 16, "Where is the parcel", null);
  await past(db.neighbour, 6, "The mug came broken", "their tag");
  const macro = await db.shop.transact((tx) =>
    addMacro(tx, { name: "Broken item", texts: { en: "Please send a photo of it." }, actions: [] }, "Maya"),
  );
  await db.neighbour.transact((tx) =>
    addMacro(tx, { name: "Broken for them", texts: { en: "It is broken." }, actions: [] }, "Next"),
  );
  const { conversationId } = await aConversation(db.shop, { text: "Sadly the vase is broken as well" });
  const before = await suggestFor(db.shop, conversationId);
  expect(before).toMatchObject({ ok: true, value: { tags: [] } }); // nothing is learned yet
  for (let twice = 0; twice < 2; twice++) await runInboxJob(db.shop, "learn-tags", {});
  expect(await suggestFor(db.shop, conversationId)).toMatchObject({
    ok: true,
    value: {
      tags: [{ tag: "damage", because: ["broken"] }],
      macros: [{ macro: { id: macro, name: "Broken item" }, because: ["broken"] }],
    },
  });
  await tagConversation(db.shop, conversationId, "damage");
  expect(await suggestFor(db.shop, conversationId)).toMatchObject({ value: { tags: [] } });
  expect(await suggestFor(db.neighbour, conversationId)).toMatchObject({
    refusal: { code: "inbox.notFound" },
  });
  expect(await db.neighbour.transact(loadTagModel)).toBeNull();
});
