import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type NewsRoom, openNewsRoom } from "#tests/factories/mail-room";
import { anOrder, mirrored } from "#tests/factories/order";
import { runAll, runDue } from "#tests/setup/queue";
import { resetText, restoreText, saveText } from "~/features/notifications/change-text.server";
import { kindPage, previewText } from "~/features/notifications/preview-kind.server";
import { editedKinds } from "~/features/notifications/template-store.server";
import type { EditedText } from "~/features/notifications/templates/text";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";

/** Mails in the merchant's own words, by a real SMTP server. */

let room: NewsRoom;
let db: NewsRoom["db"];
let sink: NewsRoom["sink"];
beforeAll(async () => {
  room = await openNewsRoom();
  ({ db, sink } = room);
});
afterAll(() => room.close());
beforeEach(() =>
  room.empty("notification", "fact", "orders", "message_template", "graphile_worker._private_jobs"),
);

const fresh = (over: Partial<ShopifyOrder> = {}) =>
  anOrder({ placedAt: new Date(Date.now() - 5_000), updatedAt: new Date(Date.now() - 5_000), ...over });
const words = (over: Partial<EditedText> = {}): EditedText => ({
  subject: "Ours: {{ order.name }}",
  preview: "",
  title: "Hurray",
  body: "Written by the merchant for {{ customer.name }}.\n\n{{ items_table }}",
  ...over,
});
const CONFIRMED = { key: "orderConfirmed", locale: "en" } as const;
const save = (shop: Shop, after: number, text = words()) =>
  saveText(shop, { ...CONFIRMED, after }, text, "Grace Staff");
const read = async (at = 0) => PostalMime.parse(sink.accepted[at]?.raw ?? "");
const pageOf = async (shop: Shop, key = "orderConfirmed", locale = "en") =>
  shop.transact((tx) => kindPage(tx, key, locale));
const failures = async () =>
  (await db.owner.query<{ failure: string | null }>("select failure from message_template order by version"))
    .rows;

describe("a mail", () => {
  it("is in the merchant's words, in both bodies; the neighbour's is in ours", async () => {
    await save(db.shop, 0);
    await mirrored(db.shop, fresh());
    await mirrored(db.neighbour, fresh());
    await runDue(db);
    const mails = await Promise.all(sink.accepted.map((_, at) => read(at)));
    const own = mails.filter((mail) => mail.subject === "Ours: #1001");
    expect([mails.length, own.length]).toEqual([2, 1]);
    for (const body of [own[0]?.html, own[0]?.text]) {
      expect(body).toContain("Written by the merchant for Ada Rowntree.");
      expect(body).toContain("Linen tea towel");
    }
    for (const mail of mails.filter((one) => one !== own[0]))
      expect(mail.html).not.toContain("Written by the merchant");
  });

  it("in another language is in ours", async () => {
    await save(db.shop, 0);
    await mirrored(db.shop, fresh({ locale: "de" }));
    await runDue(db);
    expect((await read()).html).not.toContain("Written by the merchant");
  });

  it("whose words fail goes out in ours, and the merchant is told once, until they mend it", async () => {
    expect((await save(db.shop, 0, words({ body: "{{ items[0].title }}" }))).ok).toBe(true);
    for (const id of ["1", "2"]) await mirrored(db.shop, fresh({ id, name: `#${id}`, lines: [] }));
    await runDue(db);
    expect(sink.accepted).toHaveLength(2);
    for (const at of [0, 1]) expect((await read(at)).subject).toContain("we have your order");
    expect(await failures()).toEqual([{ failure: expect.stringContaining("items") }]);
    expect(await db.shop.transact(editedKinds)).toEqual([
      { kind: "orderConfirmed", locale: "en", failed: true },
    ]);
    expect(await db.neighbour.transact(editedKinds)).toEqual([]);
    expect((await pageOf(db.shop))?.failure).toContain("items");
    await save(db.shop, 1);
    expect(await db.shop.transact(editedKinds)).toEqual([
      { kind: "orderConfirmed", locale: "en", failed: false },
    ]);
  });

  it("tried again is word for word the first try, whatever was saved in between", async () => {
    await save(db.shop, 0);
    sink.dropAfterText = 1;
    await mirrored(db.shop, fresh());
    await runDue(db);
    expect([sink.texts.length, sink.accepted.length]).toEqual([1, 0]);
    await save(db.shop, 1, words({ subject: "Changed", body: "Changed" }));
    await runAll(db);
    expect(new Set(sink.texts).size).toBe(1);
    expect(sink.accepted.map((mail) => mail.subject)).toEqual(["Ours: #1001"]);
  });
});

describe("saving", () => {
  it("two at once: the second is refused, and nothing of it is kept", async () => {
    await save(db.shop, 0);
    const both = await Promise.all([
      save(db.shop, 1, words({ title: "Left" })),
      save(db.shop, 1, words({ title: "Right" })),
    ]);
    expect(both.filter((done) => done.ok)).toHaveLength(1);
    expect(both.find((done) => !done.ok)).toMatchObject({ refusal: { code: "notifications.textChanged" } });
    expect((await pageOf(db.shop))?.versions).toHaveLength(2);
    expect(await save(db.shop, 1)).toMatchObject({ refusal: { code: "notifications.textChanged" } });
  });

  it("a mistake is refused with its place", async () => {
    expect(await save(db.shop, 0, words({ body: "Hello\n{{ order.nmae }}" }))).toEqual({
      ok: false,
      refusal: {
        code: "notifications.textWrong",
        detail: { field: "body", message: "undefined variable: order.nmae", line: 2, column: 4 },
      },
    });
    expect((await pageOf(db.shop))?.versions).toEqual([]);
  });

  it("keeps who and when; earlier words come back, and ours do", async () => {
    await save(db.shop, 0);
    await save(db.shop, 1, words({ title: "Second" }));
    const of = (after: number) => ({ ...CONFIRMED, after });
    expect((await restoreText(db.shop, of(2), 1, "Alan")).ok).toBe(true);
    expect((await pageOf(db.shop))?.text.title).toBe("Hurray");
    expect((await resetText(db.shop, of(3), "Alan")).ok).toBe(true);
    const page = await pageOf(db.shop);
    expect(page).toMatchObject({ isEdited: false, version: 4 });
    expect(page?.versions.map((one) => [one.version, one.staffName, one.edited, one.copyOf])).toEqual([
      [4, "Alan", false, null],
      [3, "Alan", true, 1],
      [2, "Grace Staff", true, null],
      [1, "Grace Staff", true, null],
    ]);
    expect((await pageOf(db.neighbour))?.versions).toEqual([]);
    expect(await restoreText(db.neighbour, of(0), 1, "Alan")).toMatchObject({
      refusal: { code: "notifications.noVersion" },
    });
  });
});

describe("looking at it", () => {
  const look = (shop: Shop, orderName: string, text = words()) =>
    previewText(shop, { ...CONFIRMED, text, orderName });

  it("of a real order by its number; another shop's is as absent as none", async () => {
    await mirrored(db.shop, fresh({ name: "#4711" }));
    expect(await look(db.shop, "4711")).toMatchObject({
      ok: true,
      value: { problems: [], written: { subject: "Ours: #4711" } },
    });
    for (const shop of [db.neighbour, db.shop])
      expect(await look(shop, shop === db.shop ? "#4712" : "#4711")).toEqual({
        ok: false,
        refusal: { code: "orders.notFound" },
      });
  });

  it("gives staff no way into the shopper's page", async () => {
    await mirrored(db.shop, fresh({ name: "#4711" }));
    const done = await look(db.shop, "#4711", words({ body: "{{ order.url }} {{ button }}" }));
    expect(JSON.stringify(done)).not.toContain("?t=");
  });

  it("with a mistake shows ours, and says what and where", async () => {
    const done = await look(db.shop, "", words({ body: "{% if %}" }));
    expect(done).toMatchObject({ value: { problems: [{ field: "body", line: 1 }] } });
    expect(JSON.stringify(done)).toContain("we have your order");
  });
});
