import { afterAll, beforeAll, expect, it } from "vitest";
import { aConversation } from "#tests/factories/conversation";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import type { Site } from "#tests/setup/site";
import { bearer, embedded, sessionToken, type TokenOffice, tokenOffice } from "#tests/setup/staff";

let db: FreshDatabase;
let office: TokenOffice;
let site: Site;
beforeAll(async () => {
  office = tokenOffice();
  db = await freshDatabase();
  site = await (await import("#tests/setup/site")).openSite();
});
afterAll(async () => {
  await site.close();
  office.restore();
  await db.close();
});

const page = (path: string) => {
  const asked = embedded(sessionToken());
  return site.get(`${path}${path.includes("?") ? asked.replace("?", "&") : asked}`, bearer(sessionToken()));
};

it("shows the period's numbers, of this shop only, and hands them out as a file", async () => {
  expect(await (await page("/app/inbox/report")).text()).toContain("No conversations yet");
  await aConversation(db.shop);
  await aConversation(db.neighbour);
  await db.owner.query(`update conversation set assignee = 'Next door' where "shopId" = $1`, [
    db.neighbour.id,
  ]);
  await db.owner.query(`update conversation set assignee = '=Maya', rating = 1 where "shopId" = $1`, [
    db.shop.id,
  ]);
  const shown = await (await page("/app/inbox/report?days=drop")).text();
  expect(shown).toContain("=Maya");
  expect(shown).toContain("100 % (1 of 1)");
  expect(shown).not.toContain("Next door");
  const file = await site.get("/app/inbox/export?days=90", bearer(sessionToken()));
  expect(file.headers.get("content-type")).toContain("text/csv");
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("'=Maya"); // no formula
  expect((await site.get("/app/inbox/export", bearer("a.b.c"))).status).toBe(401);
});

it("hands out how targets were met, of this shop only", async () => {
  for (const [shop, name] of [
    [db.shop, "VIP, soon"],
    [db.neighbour, "Next door"],
  ] as const)
    await db.owner.query(
      `insert into sla_clock ("shopId", id, "conversationId", metric, "policyId", "policyName", counts, "targetMinutes", "warnMinutes", "startedAt", outcome, "judgedAt")
       select "shopId", id || n, id, 'firstReply', 'p', $2, 'business', 60, 30, "createdAt" + n * interval '1 minute', case n when 3 then 'missed' else 'met' end, now()
       from conversation, generate_series(1, 3) n where "shopId" = $1`,
      [shop.id, name],
    );
  expect(await (await page("/app/inbox/report")).text()).toContain("Export targets");
  const file = await site.get("/app/inbox/export?days=30&of=targets", bearer(sessionToken()));
  expect(file.headers.get("content-disposition")).toContain("targets-");
  expect((await file.text()).trim().split("\r\n").slice(1)).toEqual(['"VIP, soon",firstReply,2,1']);
});
