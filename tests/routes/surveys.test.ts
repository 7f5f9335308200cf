import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aConversation, runInboxJob, runInboxJobs } from "#tests/factories/conversation";
import { type MailRoom, openMailRoom } from "#tests/factories/mail-room";
import { aShippedOrder, mirrored } from "#tests/factories/order";
import type { Site } from "#tests/setup/site";
import { closeConversation } from "~/features/inbox/change-conversation.server";
import { exportConversations, forgetConversations } from "~/features/inbox/privacy.server";
import { notify } from "~/features/notifications/notify.server";
import { sendNotifications } from "~/features/notifications/send-notification.server";
import { shownMessage } from "~/features/notifications/staff-queries.server";
import { saveSuppression } from "~/features/notifications/suppression-store.server";
import { settingsSchema } from "~/features/settings/schema";
import { saveSettings } from "~/features/settings/store.server";
import { sweepRetention } from "~/jobs/retention.server";
import { LOCALES } from "~/platform/i18n/locales";
import { ratingUrl, stopAskingUrl } from "~/platform/rating-pass.server";

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
  await room.empty(
    "rate_limit",
    "fact",
    "message",
    "conversation",
    "recommendation",
    "notification",
    "suppression",
  );
  await settle({ askNps: true });
});

/** At any hour, unless a test says which are quiet. */
const settle = (inbox: object, quiet: object | null = null) =>
  db.shop.transact((tx) => saveSettings(tx, settingsSchema.parse({ inbox, notifications: { quiet } })));
/** The outbox hears of it, as the worker lets it. */
async function tellOutbox() {
  const { rows } = await db.owner.query<{ id: string }>(
    `select id from fact where "shopId" = $1 and kind = 'order.buyerAsked' order by id`,
    [db.shop.id],
  );
  await notify(
    db.shop,
    rows.map(({ id }) => id),
  );
  const queued = (await outbox()).filter(({ state }) => state === "queued");
  await sendNotifications(
    db.shop,
    queued.map(({ id }) => id),
  );
}
const outbox = async () =>
  (await db.owner.query(`select * from notification where "shopId" = $1 order by "createdAt"`, [db.shop.id]))
    .rows;
const job = (name: string, payload: Record<string, string>) => runInboxJob(db.shop, name, payload);
const post = (url: string, form: Record<string, string>) =>
  fetch(site.url + new URL(url).pathname, { method: "POST", body: new URLSearchParams(form) });
const page = async (url: string) => (await site.get(new URL(url).pathname)).text();
const asked = async () =>
  (await db.owner.query(`select * from recommendation where "shopId" = $1`, [db.shop.id])).rows;

const wantsLess = (email: string) =>
  db.shop.transact((tx) =>
    saveSuppression(tx, email, "wish", {
      ...{ scope: "optional", reason: "complained", status: null },
      ...{ since: tx.now, until: null, soft: [] },
    }),
  );

/** Hours that are quiet now and for hours yet, by the clocks of a zone. */
function quietNow(timeZone: string) {
  const clock = (ms: number) =>
    new Intl.DateTimeFormat("en-GB", {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    }).format(new Date(Date.now() + ms));
  return { from: clock(-3 * 3_600_000), to: clock(3 * 3_600_000) };
}

/** An order of which everything arrived so many days ago, and the same next door. */
async function arrived(days: number, email = "ada.rowntree@example.com"): Promise<string> {
  const order = await mirrored(db.shop, { ...aShippedOrder(), email });
  await mirrored(db.neighbour, order);
  await db.owner.query(
    `update fulfilment set "deliveredAt" = now() - $2::int * interval '1 day' where "orderId" = $1`,
    [order.id, days],
  );
  return order.id;
}

describe("would they recommend the shop?", () => {
  it("asked once by a mail with eleven links, each an answer, that one click ends for good", async () => {
    const orderId = await arrived(15);
    await Promise.all([job("ask-recommendation", { orderId }), job("ask-recommendation", { orderId })]);
    const [one, ...more] = await asked();
    expect(more).toEqual([]);
    await tellOutbox();
    await tellOutbox();
    expect(smtp.received).toHaveLength(1);
    expect(await outbox()).toMatchObject([
      { kind: "buyerAsked", state: "sent", orderId, recipient: one.email },
    ]);
    const { subject, html, text, headers } = smtp.received[0]?.mail ?? {};
    expect(subject).toMatch(/^How likely are you to recommend/);
    expect(new Set(String(html).match(/href="[^"]*\/rate\/[^"]+"/g)).size).toBe(11);
    expect(text).toContain("10 · Extremely likely:\n");
    const header = (key: string) => headers?.find((head) => head.key === key)?.value ?? "";
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const stop = header("list-unsubscribe").slice(1, -1);
    expect(await page(stop)).toContain("<form");
    expect((await asked())[0].stoppedAt).toBeNull();
    expect((await post(stop, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
    await db.owner.query(`update recommendation set "askedAt" = now() - interval '300 days'`);
    await job("ask-recommendation", { orderId: await arrived(15) });
    expect(await asked()).toHaveLength(1);
  });

  it("waits while it is quiet where the buyer is, is one of the day's few, and stays away from who wants less", async () => {
    const orderId = await arrived(15);
    const zone = "Europe/London"; // where factories' parcels go
    await settle({ askNps: true }, quietNow(zone));
    await job("ask-recommendation", { orderId });
    await tellOutbox();
    expect(await outbox()).toMatchObject([{ state: "held", reason: "quietHours" }]);
    expect(smtp.received).toEqual([]);

    const other = await arrived(15, "bo@example.com");
    await db.owner.query(
      `insert into notification ("shopId", id, key, kind, "orderId", recipient, locale, state, "createdAt", "sentAt")
       select "shopId", 'told-' || n, 'told-' || n, 'orderShipped', id, email, 'en', 'sent', now(), now()
       from orders, generate_series(1, 5) n where "shopId" = $1 and id = $2`,
      [db.shop.id, other],
    );
    await settle({ askNps: true });
    await job("ask-recommendation", { orderId: other });
    const third = await arrived(15, "cy@example.com");
    await job("ask-recommendation", { orderId: third });
    await wantsLess("cy@example.com");
    await tellOutbox();
    const ends = (await outbox()).filter(({ kind }) => kind === "buyerAsked");
    expect(new Map(ends.map((one) => [one.orderId, one.reason]))).toEqual(
      new Map([
        [orderId, "quietHours"],
        [other, "tooMany"],
        [third, "complained"],
      ]),
    );
    expect(smtp.received).toEqual([]);
  });

  it("staff who look at what was sent get no link that answers in the buyer's name", async () => {
    await job("ask-recommendation", { orderId: await arrived(15) });
    await tellOutbox();
    const [{ id }] = await outbox();
    const shown = await db.shop.transact((tx) => shownMessage(db.shop, tx, id));
    expect(shown).toMatchObject({ asSent: true, subject: expect.stringMatching(/^How likely/) });
    expect(shown?.html).not.toContain("/rate/");
    expect(shown?.text).toContain("10 · Extremely likely");
  });

  it("an answer is kept with its comment, a later one in its place, and nothing off the scale", async () => {
    await job("ask-recommendation", { orderId: await arrived(15) });
    const [{ id }] = await asked();
    const url = ratingUrl(db.shop, id, 9, "nps");
    const shown = await page(url);
    expect(shown).toMatch(/checked="" value="9"|value="9"[^>]*checked=""/);
    expect(shown).toContain('aria-label="0 · Not at all likely"');
    expect(shown).not.toMatch(/<script/i);
    expect((await asked())[0].score).toBeNull();
    await post(url, { score: "9", comment: "Lovely <b>pots</b>" });
    expect((await asked())[0]).toMatchObject({ score: 9, comment: "Lovely <b>pots</b>" });
    await post(url, { score: "11", comment: "" });
    await post(url, { score: "-1", comment: "" });
    expect((await asked())[0].score).toBe(9);
    await post(url, { score: "0", comment: "" });
    expect((await asked())[0]).toMatchObject({ score: 0, comment: null });
  });

  it("nobody is asked who was asked anything lately, waits for an answer, or before it is due", async () => {
    const orderId = await arrived(13);
    await job("ask-recommendation", { orderId });
    expect(await asked()).toEqual([]);
    const due = await arrived(15);
    const { conversationId } = await aConversation(db.shop);
    await job("ask-recommendation", { orderId: due });
    expect(await asked()).toEqual([]);
    await db.owner.query(
      `update conversation set "awaitingSince" = null, "ratingAskedAt" = now() - interval '29 days' where id = $1`,
      [conversationId],
    );
    await job("ask-recommendation", { orderId: due });
    expect(await asked()).toEqual([]);
    await db.owner.query(`update conversation set "ratingAskedAt" = now() - interval '30 days'`);
    await settle({ askNps: false });
    await job("ask-recommendation", { orderId: due });
    expect(await asked()).toEqual([]);
    await settle({ askNps: true });
    await job("ask-recommendation", { orderId: due });
    expect(await asked()).toHaveLength(1);
  });

  it("a delivery plans it, for so many days later, when the shop wants it", async () => {
    const orderId = await arrived(0);
    const planned = async () =>
      (
        await db.owner.query(
          `select round(extract(epoch from run_at - now()) / 86400)::int as days from graphile_worker.jobs where key = $1`,
          [`ask-recommendation:${orderId}`],
        )
      ).rows;
    await settle({ askNps: false });
    await job("plan-recommendation", { orderId });
    expect(await planned()).toEqual([]);
    await settle({ askNps: true, npsAfterDays: 7 });
    await job("plan-recommendation", { orderId });
    expect(await planned()).toEqual([{ days: 7 }]);
  });

  it("forged links, another shop's, and what is gone are absent; what they said is exported and erased", async () => {
    await job("ask-recommendation", { orderId: await arrived(15, "canary@example.com") });
    const [{ id }] = await asked();
    const next = ratingUrl(db.neighbour, id, 9, "nps");
    for (const url of [`${ratingUrl(db.shop, id, 9, "nps")}x`, next, stopAskingUrl(db.neighbour, id)]) {
      expect((await site.get(new URL(url).pathname)).status).toBe(404);
      expect((await post(url, { score: "1" })).status).toBe(404);
    }
    const person = { emailKey: "canary@example.com", orderIds: [] };
    const { recommendations } = await db.shop.transact((tx) => exportConversations(tx, person));
    expect(recommendations).toMatchObject([{ id, email: "canary@example.com" }]);
    await db.shop.transact((tx) => forgetConversations(tx, person));
    expect(await asked()).toEqual([]);
  });

  it("is let go of when it is old, but not that somebody wants no such question", async () => {
    for (const email of ["old@example.com", "stopped@example.com", "new@example.com"])
      await job("ask-recommendation", { orderId: await arrived(15, email) });
    await db.owner.query(
      `update recommendation set "askedAt" = now() - interval '731 days' where email <> 'new@example.com'`,
    );
    await db.owner.query(`update recommendation set "stoppedAt" = now() where email = 'stopped@example.com'`);
    await sweepRetention(db.shop);
    expect((await asked()).map(({ email }) => email).sort()).toEqual([
      "new@example.com",
      "stopped@example.com",
    ]);
  });

  it("speaks every language, from the right where that is read so", async () => {
    await job("ask-recommendation", { orderId: await arrived(15) });
    const [{ id }] = await asked();
    const url = ratingUrl(db.shop, id, 3, "nps");
    const titles = new Set<string>();
    for (const locale of LOCALES) {
      await db.owner.query(`update recommendation set locale = $1`, [locale]);
      const shown = await page(url);
      expect(shown.includes('dir="rtl"')).toBe(["he", "ar"].includes(locale));
      titles.add(/<h1[^>]*>(.*?)<\/h1>/.exec(shown)?.[1] ?? "");
    }
    expect(titles.size).toBe(LOCALES.length);
  });
});

describe("how easy was it?", () => {
  it("waits while it is quiet, and is not asked of who wants less mail", async () => {
    const quiet = quietNow("Europe/London");
    await settle({ closingQuestion: "ces" }, quiet);
    const { conversationId } = await aConversation(db.shop);
    await closeConversation(db.shop, conversationId, "Maya");
    await db.owner.query(
      `update conversation set "firstRepliedAt" = "createdAt", "closedAt" = now() - interval '5 hours'`,
    );
    const askedAt = async () =>
      (await db.owner.query(`select "ratingAskedAt" as at from conversation`)).rows[0].at as Date | null;
    await job("ask-rating", { conversationId });
    expect(await askedAt()).toBeNull();
    const { rows } = await db.owner.query(
      `select run_at > now() as later from graphile_worker.jobs where key = $1`,
      [`rating:${conversationId}`],
    );
    expect(rows).toEqual([{ later: true }]);
    await settle({ closingQuestion: "ces" });
    const { rows: who } = await db.owner.query<{ email: string }>(`select email from conversation`);
    await wantsLess(who[0]?.email ?? "");
    await job("ask-rating", { conversationId });
    expect(await askedAt()).toBeNull();
    await db.owner.query("delete from suppression");
    await job("ask-rating", { conversationId });
    expect(await askedAt()).not.toBeNull();
  });

  it("asked instead after closing, by a mail with seven links; kept beside what others said", async () => {
    await settle({ closingQuestion: "ces" });
    const { conversationId } = await aConversation(db.shop);
    await closeConversation(db.shop, conversationId, "Maya");
    await db.owner.query(
      `update conversation set "firstRepliedAt" = "createdAt", "closedAt" = now() - interval '5 hours'`,
    );
    await job("ask-rating", { conversationId });
    await runInboxJobs(db, db.shop);
    const { html, text } = smtp.received.at(-1)?.mail ?? {};
    expect(text).toContain("How easy was it to get this solved?");
    expect(String(html).match(/href="[^"]*\/rate\/[^"]+"/g)).toHaveLength(7);
    const url = ratingUrl(db.shop, conversationId, 6, "ces");
    expect(await page(url)).toContain('aria-label="7 · Very easy"');
    await post(url, { score: "6", comment: "Quick" });
    await post(url, { score: "8", comment: "" });
    const { rows } = await db.owner.query(`select rating, effort, "ratingComment" from conversation`);
    expect(rows).toEqual([{ rating: null, effort: 6, ratingComment: "Quick" }]);
    const facts = await db.owner.query(`select data from fact where kind = 'conversation.rated'`);
    expect(facts.rows).toEqual([{ data: { question: "ces", score: 6 } }]);
    await db.owner.query(`update conversation set "awaitingSince" = null`);
    await settle({ askNps: true });
    await job("ask-recommendation", { orderId: await arrived(15) });
    expect(await asked()).toEqual([]);
  });
});
