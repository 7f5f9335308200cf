import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { shopperOn } from "#tests/setup/storefront";
import { approveReturn } from "~/features/returns/approve-return.server";
import { inspectReturn } from "~/features/returns/inspect-return.server";
import { keepStaffPhoto } from "~/features/returns/keep-staff-photo.server";
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
  const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#888" } })
    .png()
    .toBuffer();
  for (const { id } of rows)
    expect(
      await keepStaffPhoto(db.shop, { returnId: asked.value.id, returnLineId: id }, photo, MAYA),
    ).toEqual({
      ok: true,
      value: null,
    });
  const before = await seen(order.id, asked.value.id);
  expect(before).not.toContain("/photo?");
  expect(before).toContain("If you send it soon");
  const done = await inspectReturn(db.shop, asked.value.id, { lines, strays: [] }, MAYA);
  expect(done.ok).toBe(true);
  return seen(order.id, asked.value.id);
}

async function seen(orderId: string, returnId: string) {
  const t = issuePass(db.shop, { orderId, level: "full" });
  return (await shopperOn(site).get(`/return?t=${t}&r=${returnId}`)).text();
}
/** The photos on a page, as they are fetched from it. */
const photosOn = (page: string) =>
  Promise.all(
    [...page.matchAll(/<img src="[^"]*(\/photo\?[^"]+)"/g)].map(([, at = ""]) =>
      shopperOn(site).get(at.replaceAll("&amp;", "&")),
    ),
  );
/** The steps a page shows, in their order. */
const stepsOn = (page: string) =>
  ["Requested", "Approved", "Received by us", "Refunded"].filter((step) => page.includes(`>${step}<`));

it("says of what came in part why, of each thing what was found, and what comes back for the rest", async () => {
  const page = await inspected([1, 1]);
  expect(page).toContain("We could accept a part of it");
  expect(page).toContain("Not accepted: 1");
  expect(page).toContain("The &lt;b&gt;hem&lt;/b&gt; is torn");
  expect(page).toContain("You have it by");
  expect(page).not.toContain("If you send it soon");
  expect(page).toMatch(/Refund<\/th><td>£32\.50/);
  expect(stepsOn(page)).toEqual(["Requested", "Approved", "Received by us", "Refunded"]);
  const photos = await photosOn(page);
  expect(photos.map((one) => [one.status, one.headers.get("content-type")])).toEqual([[200, "image/jpeg"]]);
});

it("promises nothing any more when nothing of it was accepted, and says why", async () => {
  const page = await inspected([0, 0]);
  expect(page).toContain("We could not accept what you sent");
  expect(page).toContain("Not accepted: 2");
  expect(page).not.toContain("You have it by");
  expect(page).not.toContain("What you get");
  expect(stepsOn(page)).toEqual(["Requested", "Approved", "Received by us"]);
  expect(await photosOn(page)).toHaveLength(2);
});

it("says that all is well when it is", async () => {
  const page = await inspected([2, 1]);
  expect(page).toContain("All is well.");
  expect(page).not.toContain("Not accepted");
  expect(await photosOn(page)).toEqual([]);
  expect(page).toMatch(/Refund<\/th><td>£47\.00/);
});
