import { afterAll, beforeAll, expect, it } from "vitest";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { issuePass } from "~/platform/shopper-pass.server";
import { newId } from "~/values/ids";

const MAYA = { kind: "staff" as const, id: "42", name: "Maya" };

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await db.close();
});

/** A return of two of a thing and one of another, of which so many were accepted. */
async function inspected(accepted: [number, number]) {
  const order = await aReturnableOrderIn(db.shop, db.neighbour);
  const asked = await requestReturn(db.shop, {
    ...{ orderId: order.id, requestKey: newId(), note: null },
    lines: order.lines.slice(0, 2).map((line, at) => ({
      ...{ orderLineId: line.id, quantity: at === 0 ? 2 : 1, reason: "too-small" as const },
    })),
  });
  if (!asked.ok) throw new Error(asked.refusal.code);
  await approveReturn(db.shop, asked.value.id, MAYA);
  const { rows } = await db.owner.query(
    `select id, quantity from return_line where "returnId" = $1 order by quantity desc`,
    [asked.value.id],
  );
  const lines = rows.map(({ id, quantity }, at) => ({
    ...{ lineId: id, received: quantity, accepted: accepted[at] ?? 0 },
    ...{ rejected: quantity - (accepted[at] ?? 0), disposition: "restock" as const },
    rejectReason: quantity > (accepted[at] ?? 0) ? "The <b>hem</b> is torn" : null,
  }));
  const done = await inspectReturn(db.shop, asked.value.id, { lines, strays: [] }, MAYA);
  expect(done.ok).toBe(true);
  const t = issuePass(db.shop, { orderId: order.id, level: "full" });
  return (await shopperOn(site).get(`/return?t=${t}&r=${asked.value.id}`)).text();
}

it("says of what came in part why, of each thing what was found, and what comes back for the rest", async () => {
  const page = await inspected([1, 1]);
  expect(page).toContain("We could accept a part of it");
  expect(page).toContain("Not accepted: 1");
  expect(page).toContain("The &lt;b&gt;hem&lt;/b&gt; is torn");
  expect(page).toContain("You have it by");
  expect(page).toMatch(/Refund<\/th><td>£32\.50/);
});

it("promises nothing any more when nothing of it was accepted, and says why", async () => {
  const page = await inspected([0, 0]);
  expect(page).toContain("We could not accept what you sent");
  expect(page).toContain("Not accepted: 2");
  expect(page).not.toContain("You have it by");
  expect(page).not.toContain("What you get");
});

it("says that all is well when it is", async () => {
  const page = await inspected([2, 1]);
  expect(page).toContain("All is well.");
  expect(page).not.toContain("Not accepted");
  expect(page).toMatch(/Refund<\/th><td>£47\.00/);
});
