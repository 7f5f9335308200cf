import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aConversation, runInboxJob } from "#tests/factories/conversation";
import { anOrder, mirrored } from "#tests/factories/order";
import { countedImport, mboxOf } from "#tests/factories/past-mail";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { hasBrowser, openBrowser } from "#tests/setup/browser";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { BROWSER, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";
import { env } from "~/env.server";
import { addNote } from "~/features/inbox/add-note.server";
import type { RuleSays } from "~/features/inbox/automation/rule";
import { saveMacro } from "~/features/inbox/automation/save-macro.server";
import { saveRule, switchRule } from "~/features/inbox/automation/save-rule.server";
import { prioritise } from "~/features/inbox/change-conversation.server";
import { assignConversation } from "~/features/inbox/hand-on.server";
import { snoozeConversation } from "~/features/inbox/snooze-conversation.server";
import { tagConversation } from "~/features/inbox/tag-conversation.server";
import { lookFirstAt, tieOrder } from "~/features/inbox/ties/tie-order.server";
import { startingMacros, startingRules } from "~/features/inbox/words/starting-automation";
import { newId } from "~/values/ids";

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const MAYA = { id: "42", name: "Maya" };
const AT_WORK = new Date("2026-11-20T09:00:00Z");

/** The staff's screens as the server sends them, in a browser: each is well-formed for those who hear it. */
describe.skipIf(!hasBrowser)("the staff's screens", () => {
  let db: FreshDatabase;
  let office: TokenOffice;
  let site: Site;
  let browser: Browser;
  let axe: string;
  let styles: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    office = tokenOffice();
    env.INBOUND_SMTP_PORT = 2525; // where mail would come in: its address is on a screen
    [db, browser, axe] = await Promise.all([
      freshDatabase(),
      openBrowser(),
      readFile("node_modules/axe-core/axe.min.js", "utf8"),
    ]);
    // Looked at as they stand, not while they fade: what is about to vanish is not a target too small.
    styles = [
      "* { transition: none !important }",
      ...(await Promise.all(
        ["node_modules/@shopify/polaris/build/esm/styles.css", "app/ui/admin/admin.css"].map((file) =>
          readFile(file, "utf8"),
        ),
      )),
    ].join("\n");
    site = await (await import("#tests/setup/site")).openSite();
    for (const state of ["requested", "labelled", "received", "closed"]) {
      const order = await aReturnableOrderIn(db.shop, db.neighbour, { name: "#3000" });
      const id = await aReturn(db.shop, order);
      ids.order = order.id;
      ids[state] = id;
      await db.owner.query(
        `update "return" set state = $2, "labelledAt" = now(), "refundBy" = now() - interval '1 day',
           "receivedAt" = case when $2 = 'received' then now() end, problem = case when $2 = 'labelled' then 'attach-return-label: Shopify refused the label.' end
         where id = $1`,
        [id, state],
      );
    }
    ids.conversation = await handled();
    ids.tied = await tied();
    ids.import = (
      await countedImport(db.shop, { files: { "mail.mbox": mboxOf([{ id: "a@b", from: "c@d.example" }]) } })
    ).id;
    await wished();
    [ids.macro, ids.rule] = await automated(ids.conversation);
    const [aMessage] = (await notified()).rows;
    ids.message = aMessage.id;
  });

  /** A wish above somebody's limit, as it waits for an approval. */
  const wished = () =>
    db.owner.query(
      `insert into order_action ("shopId", id, "orderId", "conversationId", kind, "requestKey", asked, cost, state,
         "askedBy", "askedName", "askedAt")
       values ($1, $2, $3, $4, 'refund', 'w', '{}', 12345, 'waiting', '43', 'Leo Fairweather-Okonjo', now())`,
      [SHOP, newId(), ids.order, ids.conversation],
    );

  /** A conversation with all that staff put on one; beside it one that sleeps. */
  async function handled(): Promise<string> {
    const [one, other] = [await aConversation(db.shop), await aConversation(db.shop)];
    await tagConversation(db.shop, one.conversationId, "vip");
    await prioritise(db.shop, one.conversationId, "urgent");
    await assignConversation(db.shop, one.conversationId, MAYA.id, MAYA);
    await addNote(db.shop, { ...one, text: "Be kind", requestKey: newId() }, MAYA);
    await snoozeConversation(db.shop, other.conversationId, "tomorrow", MAYA.name);
    await db.owner.query(`update conversation set rating = 1, effort = 6 where id = $1`, [
      one.conversationId,
    ]);
    await db.owner.query(
      `insert into recommendation ("shopId", id, "orderId", email, locale, "askedAt", score)
       values ($1, 'r', $2, 'a@example.com', 'en', now(), 9)`,
      [SHOP, one.order.id],
    );
    return one.conversationId;
  }

  /** A conversation about its own order and about somebody else's. */
  async function tied(): Promise<string> {
    const { conversationId } = await aConversation(db.shop);
    const others = await mirrored(db.shop, anOrder({ name: "#3100", email: "gift@example.com" }));
    await tieOrder(db.shop, { conversationId, orderId: others.id }, MAYA);
    await lookFirstAt(db.shop, { conversationId, orderId: others.id });
    return conversationId;
  }

  /** A macro, and a rule that answers with it and was looked at for a conversation. */
  async function automated(conversationId: string): Promise<[string, string]> {
    const macro = await saveMacro(db.shop, startingMacros.whereIsIt, null, MAYA.name);
    const macroId = macro.ok ? macro.value.id : "";
    const reply = { do: "reply" as const, macroId };
    const says = {
      ...(startingRules.whereIsIt as RuleSays),
      actions: [{ do: "tag" as const, tag: "late" }, reply],
    };
    const rule = await saveRule(db.shop, says, null, MAYA.name);
    const ruleId = rule.ok ? rule.value.id : "";
    await switchRule(db.shop, ruleId, true);
    const { rows } = await db.owner.query(
      `select id from fact where "conversationId" = $1 and kind = 'message.received'`,
      [conversationId],
    );
    for (const { id } of rows) await runInboxJob(db.shop, "apply-rules", { factId: id });
    return [macroId, ruleId];
  }

  /** A message of each state, so that the log has something to say. */
  const notified = () =>
    db.owner.query(
      `insert into notification ("shopId", id, key, kind, "orderId", recipient, locale, state, reason, "createdAt")
       select $1, 'm' || state, state, 'orderConfirmed', (select id from orders where "shopId" = $1 limit 1), 'a@example.com', 'en',
         state, case when state = 'dropped' then 'noAddress' end, $2
       from unnest(array['sent', 'failed', 'dropped']) state returning id`,
      [SHOP, AT_WORK],
    );

  afterAll(async () => {
    await browser.close();
    await site.close();
    office.restore();
    await db.close();
  });

  async function isWell(page: Page, name: string) {
    const { violations, passes } = (await page.evaluate(
      `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })`,
    )) as AxeResults;
    const broken = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
    expect(broken, name).toEqual([]);
    expect(passes.length, name).toBeGreaterThan(10);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow, `${name}: wider than the screen`).toBeLessThanOrEqual(0);
  }

  const screens: [string, () => string][] = [
    ["the list", () => "/app/returns"],
    ["everything", () => "/app/returns?view=all&reason=too-small&min=1"],
    ["nothing found", () => "/app/returns?q=nothing-like-it"],
    ["a request", () => `/app/returns/${ids.requested}`],
    ["one with a problem", () => `/app/returns/${ids.labelled}`],
    ["one that is here", () => `/app/returns/${ids.received}`],
    ["one that is over", () => `/app/returns/${ids.closed}`],
    ["the receiving table", () => "/app/returns/receive"],
    ["a parcel on it", () => `/app/returns/receive?return=${ids.labelled}`],
    ["a choice", () => `/app/returns/receive?q=${encodeURIComponent("#3000")}`],
    ["an unknown code", () => "/app/returns/receive?q=zzz"],
    ["insight", () => "/app/returns/insight"],
    ["the policy", () => "/app/settings/policy"],
    ["settings", () => "/app/settings"],
    ["labels", () => "/app/settings/labels"],
    ["who may pay out", () => "/app/settings/staff"],
    ["approvals", () => "/app/orders/approvals"],
    ["sending", () => "/app/settings/sending"],
    ["the look of mails", () => "/app/settings/brand"],
    ["mail in", () => "/app/settings/mail-in"],
    ["texts", () => "/app/settings/texts"],
    ["WhatsApp", () => "/app/settings/whatsapp"],
    ["the notification log", () => "/app/notifications"],
    ["one message", () => `/app/notifications/${ids.message}`],
    ["kinds", () => "/app/notifications/kinds"],
    ["one kind", () => "/app/notifications/kinds/orderConfirmed"],
    ["one in Hebrew", () => "/app/notifications/kinds/returnRefunded?locale=he"],
    ["deliveries", () => "/app/deliveries"],
    ["how parcels are followed", () => "/app/deliveries/tracking"],
    ["the back-test", () => "/app/deliveries/back-test"],
    ["the inbox", () => "/app/inbox"],
    ["a tag's conversations", () => "/app/inbox?tag=vip"],
    ["the inbox's settings", () => "/app/inbox/settings"],
    ["when staff answer", () => "/app/settings/inbox"],
    ["targets", () => "/app/settings/inbox/targets"],
    ["teams", () => "/app/settings/inbox/teams"],
    ["macros", () => "/app/settings/macros"],
    ["a macro", () => `/app/settings/macros/${ids.macro}`],
    ["rules", () => "/app/settings/rules"],
    ["a rule", () => `/app/settings/rules/${ids.rule}`],
    ["a rule to begin with", () => "/app/settings/rules/new?from=lost"],
    ["one's own signature", () => "/app/settings/signature"],
    ["a conversation", () => `/app/inbox/${ids.conversation}`],
    ["one about somebody else's order", () => `/app/inbox/${ids.tied}`],
    ["the inbox's report", () => "/app/inbox/report"],
    ["home", () => "/app"],
    ["orders", () => "/app/orders"],
    ["an order", () => `/app/orders/${ids.order}`],
    ["look-ups", () => "/app/lookups"],
    ["the connection", () => "/app/connection"],
    ["privacy", () => "/app/privacy"],
    ["how long data is kept", () => "/app/privacy/retention"],
    ["who read what", () => "/app/privacy/readings"],
    ["bringing conversations", () => "/app/inbox/imports"],
    ["an import", () => `/app/inbox/imports/${ids.import}`],
    ["what is not there", () => "/app/nowhere"],
  ];

  it.each(
    screens,
  )("%s: no axe violation, nothing wider than a desk's or a phone's screen", async (name, path) => {
    const page = await browser.newPage({ viewport: SIZES.desktop, userAgent: BROWSER });
    await page.route("**/*", (route) =>
      route.request().url().startsWith(site.url) ? route.continue() : route.abort(),
    );
    const address = path();
    const query = embedded(sessionToken());
    await page.goto(`${site.url}${address}${address.includes("?") ? query.replace("?", "&") : query}`);
    await page.addStyleTag({ content: styles });
    await page.evaluate(axe);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await isWell(page, `${name}, ${size}`);
    }
    await page.close();
  });
});
