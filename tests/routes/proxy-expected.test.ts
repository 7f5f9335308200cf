import { afterAll, beforeAll, expect, it } from "vitest";
import { aLine, anOrder, aParcel, mirrored } from "#tests/factories/order";
import { known } from "#tests/factories/profile";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { openSite, type Site } from "#tests/setup/site";
import { passIn, shopperOn } from "#tests/setup/storefront";
import { lookAtParcels } from "~/features/notifications/look-at-parcels.server";
import { formatDay, formatDays } from "~/platform/i18n/locales";

/** When a parcel is expected, on the order's page: the carrier's word, else what such parcels took. */

let db: FreshDatabase;
let site: Site;
beforeAll(async () => {
  db = await freshDatabase();
  await known(db.shop);
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  await db.close();
});

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

async function aParcelUnderWay(name: string, locale: string, estimatedAt: Date | null): Promise<void> {
  const lines = [aLine()];
  const parcel = aParcel(lines, { shippedAt: ago(1), inTransitAt: ago(1), estimatedAt });
  await mirrored(
    db.shop,
    anOrder({
      ...{ name, locale, lines, placedAt: ago(2), fulfilmentStatus: "fulfilled" },
      full: { promisedFrom: null, promisedTo: null, shipBy: null, fulfilments: [parcel], returnIds: [] },
    }),
  );
  await db.shop.transact((tx) => lookAtParcels(tx, [parcel.id]));
}

const plain = (html: string) => html.replace(/<!-- -->|\u2009|\u00a0/g, " ").replace(/\s+/g, " ");

it.each([
  "en",
  "de",
  "ar",
])("the days foreseen, in the shopper's language (%s), looked up and by the link", async (locale) => {
  await aParcelUnderWay(`#${locale}1`, locale, null);
  const { rows } = await db.owner.query<{ p10: Date; p90: Date }>(
    `select p10, p90 from parcel_watch w join orders o on o."shopId" = w."shopId" and o.id = w."orderId" where o.name = $1`,
    [`#${locale}1`],
  );
  const [watch] = rows;
  if (!watch) throw new Error("not watched");
  const days = plain(formatDays(watch.p10, watch.p90, locale, "Europe/London"));
  const shopper = shopperOn(site, { from: `203.0.113.${locale.charCodeAt(0)}` });
  const found = await (
    await shopper.post("", { order: `#${locale}1`, contact: "ada.rowntree@example.com" })
  ).text();
  expect(plain(found)).toContain(days);
  const linked = await (await shopper.get(`/order?t=${passIn(found)}`)).text();
  expect(plain(linked)).toContain(days);
});

it("the carrier's own day comes before ours", async () => {
  const told = ago(-3);
  await aParcelUnderWay("#own", "en", told);
  const shopper = shopperOn(site, { from: "203.0.113.77" });
  const html = plain(
    await (await shopper.post("", { order: "#own", contact: "ada.rowntree@example.com" })).text(),
  );
  expect(html).toContain(formatDay(told, "en", "Europe/London"));
  expect(html).not.toMatch(/\d – \d/);
});
