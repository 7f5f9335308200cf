import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLine, anOrder, aParcel, mirrored, shopifyId } from "#tests/factories/order";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { inForce } from "#tests/factories/return-outcome";
import { easyPostBought, easyPostShipment, easyPostTracker } from "#tests/platform/carriers/samples";
import { type Exchange, standIn } from "#tests/platform/carriers/stand-in";
import type { Site } from "#tests/setup/site";
import { approveReturn } from "~/features/returns/approve-return.server";
import * as labels from "~/features/returns/label-store.server";
import { makeLabel } from "~/features/returns/make-label.server";
import { trackParcels } from "~/features/returns/track-parcels.server";
import { sealCredentials } from "~/platform/carriers/credentials.server";
import { carrierUrl } from "~/platform/partner-pass.server";

const MAYA = { kind: "staff" as const, id: "42", name: "Maya" };
const SECRET = "a secret that EasyPost knows";
let day: ReturnDay;
let site: Site;
let account: string;
beforeAll(async () => {
  day = await openReturnDay();
  site = await (await import("#tests/setup/site")).openSite();
  const credentials = sealCredentials({ apiKey: "EZTK-test-key-of-ours", webhookSecret: SECRET });
  const ours = { carrier: "easypost", name: "Our EasyPost", credentials, position: 0 };
  await day.shop.transact((tx) => labels.insertAccount(tx, ours));
  account = (await day.shop.transact(labels.accountsOf))[0]?.id ?? "";
});
afterAll(async () => {
  await site?.close();
  await day?.close();
});

let numbers = 0;
/** A return whose label was bought: its id, and its parcel's number. */
async function labelled(): Promise<{ id: string; number: string }> {
  const number = `94001112062064062${String(++numbers).padStart(5, "0")}`;
  const id = await day.requested(await day.delivered());
  await approveReturn(day.shop, id, MAYA);
  const { wire, close } = await standIn([
    { ask: "POST /v2/shipments", status: 201, body: easyPostShipment() },
    { ask: "POST /v2/shipments/shp_16578f588f95/buy", body: { ...easyPostBought, tracking_code: number } },
  ]);
  await makeLabel(day.shop, id, wire);
  await close();
  await day.work();
  return { id, number };
}

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const scan = (status: string, datetime: string) => ({
  ...{ object: "TrackingDetail", message: "", status, status_detail: "status_update", datetime },
  tracking_location: { city: "HOUSTON", state: "TX", country: "US", zip: "77063" },
});
/** EasyPost's tracker with these scans, oldest first. */
const tracker = (number: string, ...scans: ReturnType<typeof scan>[]) => ({
  ...easyPostTracker,
  tracking_code: number,
  status: scans.at(-1)?.status ?? "unknown",
  status_detail: "status_update",
  tracking_details: scans,
});
const event = (result: object) => JSON.stringify({ object: "Event", description: "tracker.updated", result });

const path = (shop = day.shop, id = account) => new URL(carrierUrl(shop.id, id)).pathname;
const signed = (body: string, secret = SECRET) => ({
  "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex")}`,
});
const post = (body: string, headers: Record<string, string> = signed(body), to = path()) =>
  fetch(site.url + to, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

const factsOf = async (id: string) =>
  (
    await day.owner.query<{ kind: string; at: string }>(
      `select kind, data->>'at' as at from fact where "returnId" = $1 and kind in ('return.scanned', 'return.deliveredBack') order by kind desc`,
      [id],
    )
  ).rows;
const purchaseOf = async (id: string) =>
  (await day.shop.transact((tx) => labels.purchasesOf(tx, id))).find((one) => one.state === "bought");

describe("a carrier's webhook", () => {
  it("of a return's label is its first scan; said again and in another order it is the same once", async () => {
    const { id, number } = await labelled();
    const first = event(tracker(number, scan("pre_transit", ago(9)), scan("in_transit", ago(6))));
    const second = event(
      tracker(
        number,
        scan("pre_transit", ago(9)),
        scan("in_transit", ago(6)),
        scan("out_for_delivery", ago(1)),
      ),
    );
    const answers = await Promise.all([post(second), post(first), post(first), post(second), post(first)]);
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
    expect((await post(first)).status).toBe(200);
    expect((await factsOf(id)).map((one) => one.kind)).toEqual(["return.scanned"]);
    expect(await purchaseOf(id)).toMatchObject({ parcelStatus: "outForDelivery" });
  });

  it("that it was delivered is said to staff, and is no receipt", async () => {
    await inForce(day, { refund: { when: "byHand" } });
    const { id, number } = await labelled();
    const came = tracker(number, scan("in_transit", ago(6)), scan("delivered", ago(2)));
    expect((await post(event(came))).status).toBe(200);
    await day.work();
    expect(await factsOf(id)).toEqual([
      { kind: "return.scanned", at: came.tracking_details[0]?.datetime },
      { kind: "return.deliveredBack", at: came.tracking_details[1]?.datetime },
    ]);
    expect(await day.detail(id)).toMatchObject({ state: "labelled", receivedAt: null });
  });

  it("pays and receives where the policy takes the carrier's word", async () => {
    await inForce(day, { refund: { when: "onScan" } });
    const { id, number } = await labelled();
    expect((await post(event(tracker(number, scan("in_transit", ago(6)))))).status).toBe(200);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ state: "refunded", receivedAt: null, problem: null });
    const came = tracker(number, scan("in_transit", ago(6)), scan("delivered", ago(1)));
    expect((await post(event(came))).status).toBe(200);
    await day.work();
    expect((await day.detail(id)).receivedAt).toBeInstanceOf(Date);
    await inForce(day, { refund: { when: "byHand" } });
  });

  it("of a parcel that goes back to its sender, or of an older one with the same number, says nothing", async () => {
    const { id, number } = await labelled();
    const back = tracker(number, scan("in_transit", ago(6)), scan("return_to_sender", ago(2)));
    expect((await post(event(back))).status).toBe(200);
    const old = tracker(number, scan("in_transit", ago(24 * 90)), scan("delivered", ago(24 * 80)));
    expect((await post(event(old))).status).toBe(200);
    await day.work();
    expect(await factsOf(id)).toEqual([]);
  });

  it.each<[string, (body: string) => Record<string, string>, number]>([
    ["without a signature", () => ({}), 401],
    ["with a wrong signature", () => ({ "x-hmac-signature": `hmac-sha256-hex=${"0".repeat(64)}` }), 401],
    ["signed with another secret", (body) => signed(body, "another one"), 401],
    ["signed for another body", () => signed("{}"), 401],
  ])("%s is not believed, and nothing is kept", async (_, headers, status) => {
    const { id, number } = await labelled();
    const body = event(tracker(number, scan("delivered", ago(1))));
    expect((await post(body, headers(body))).status).toBe(status);
    expect(await factsOf(id)).toEqual([]);
    expect(await purchaseOf(id)).toMatchObject({ parcelStatus: null });
  });

  it("at an address that is none, of a neighbour's, or of an account that is gone, finds nobody", async () => {
    const { id, number } = await labelled();
    const body = event(tracker(number, scan("delivered", ago(1))));
    const [encoded = "", tag = ""] = path().split("/").at(-1)?.split(".") ?? [];
    const forged = Buffer.from(
      Buffer.from(encoded, "base64url").toString().replace(day.shop.id, day.neighbour.id),
    );
    for (const to of [
      "/partner/carrier/x",
      `/partner/carrier/${"a".repeat(3_000)}`,
      `/partner/carrier/${encoded}.${tag.slice(1)}A`,
      `/partner/carrier/${forged.toString("base64url")}.${tag}`,
      path(day.neighbour), // truly signed, but the neighbour has no such account
      path(day.shop, "0199aaaa-0000-7000-8000-000000000000"),
    ])
      expect([to, (await post(body, signed(body), to)).status]).toEqual([to, 404]);
    expect(await factsOf(id)).toEqual([]);
    // the neighbour's own account knows the number as little
    const theirs = { carrier: "easypost", name: "Theirs", position: 0 };
    const credentials = sealCredentials({ apiKey: "EZTK-neighbour-key", webhookSecret: "theirs" });
    await day.neighbour.transact((tx) => labels.insertAccount(tx, { ...theirs, credentials }));
    const [other] = await day.neighbour.transact(labels.accountsOf);
    const answer = await post(body, signed(body, "theirs"), path(day.neighbour, other?.id));
    expect(answer.status).toBe(200);
    expect(await factsOf(id)).toEqual([]);
  });

  it("that is no news of a parcel, unreadable, too large, or no webhook at all", async () => {
    const refund = event({ object: "Refund", tracking_code: "94001", status: "delivered" });
    expect((await post(refund)).status).toBe(200);
    expect((await post("{")).status).toBe(400);
    const large = JSON.stringify("x".repeat(1_100_000));
    expect((await post(large)).status).toBe(413);
    expect((await fetch(site.url + path())).status).toBe(405);
    expect((await fetch(site.url + path(), { method: "PUT", body: "x" })).status).toBe(405);
  });
});

describe("a carrier's webhook of an order's parcel", () => {
  it("moves that parcel, once, and no other shop's with the same number", async () => {
    const number = "9400111206206400000017";
    const ids = { order: shopifyId(), parcel: shopifyId() };
    for (const shop of [day.shop, day.neighbour]) {
      const lines = [aLine({ id: `${ids.order}1` })];
      const parcel = aParcel(lines, {
        ...{ id: ids.parcel, displayStatus: "fulfilled", estimatedAt: null },
        ...{ shippedAt: new Date(ago(40)), updatedAt: new Date(ago(40)) },
        tracking: [{ carrier: "USPS", number, url: null }],
      });
      const full = {
        promisedFrom: null,
        promisedTo: null,
        shipBy: null,
        returnIds: [],
        fulfilments: [parcel],
      };
      await mirrored(shop, anOrder({ id: ids.order, lines, full }));
    }
    const body = event(tracker(number, scan("in_transit", ago(20)), scan("out_for_delivery", ago(2))));
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
    expect((await post(body, signed(body, "another secret"))).status).toBe(401);
    const parcels = await day.owner.query<{ shopId: string; parcelState: string; scans: number }>(
      `select f."shopId", f."parcelState", count(e.id)::int as scans from fulfilment f
       left join fulfilment_event e on e."shopId" = f."shopId" and e."fulfilmentId" = f.id
       where f.id = $1 group by 1, 2 order by 1`,
      [ids.parcel],
    );
    expect(parcels.rows).toEqual([
      { shopId: day.shop.id, parcelState: "outForDelivery", scans: 2 },
      { shopId: day.neighbour.id, parcelState: "shipped", scans: 0 },
    ]);
  });
});

describe("carriers that are asked", () => {
  const ask = "POST /v2/trackers";
  const asking = async (exchanges: Exchange[], shop = day.shop) => {
    const { wire, asked, close } = await standIn(exchanges);
    await trackParcels(shop, wire);
    await close();
    return asked.map((one) => (one.body as { tracker: { tracking_code: string } }).tracker.tracking_code);
  };
  const due = (...ids: string[]) =>
    day.owner.query(
      `update label_purchase set "nextTrackAt" = now() - interval '1 minute' where "returnId" = any($1)`,
      [ids],
    );
  const noneDue = () => day.owner.query(`update label_purchase set "nextTrackAt" = null`);

  it("tell of the first scan and of the arrival, until there is nothing to wait for", async () => {
    await noneDue();
    const { id, number } = await labelled();
    expect(await asking([])).toEqual([]); // bought a moment ago: nobody hands it in so soon
    await due(id);
    expect(await asking([{ ask, body: tracker(number, scan("in_transit", ago(3))) }])).toEqual([number]);
    expect((await factsOf(id)).map((one) => one.kind)).toEqual(["return.scanned"]);
    expect(await asking([])).toEqual([]);
    await due(id);
    await asking([{ ask, body: tracker(number, scan("in_transit", ago(3)), scan("delivered", ago(1))) }]);
    expect((await factsOf(id)).map((one) => one.kind)).toEqual(["return.scanned", "return.deliveredBack"]);
    expect(await purchaseOf(id)).toMatchObject({ parcelStatus: "delivered", nextTrackAt: null });
    await due(id);
    expect(await asking([], day.neighbour)).toEqual([]);
  });

  it("that do not answer, or refuse the key, are left alone and asked later; of an unknown parcel others go on", async () => {
    await noneDue();
    const [one, two] = [await labelled(), await labelled()];
    await due(one.id, two.id);
    expect(await asking([{ ask, status: 503, body: "<html>down</html>" }])).toHaveLength(1);
    expect((await purchaseOf(one.id))?.nextTrackAt?.getTime()).toBeGreaterThan(Date.now());
    expect((await purchaseOf(two.id))?.nextTrackAt?.getTime()).toBeGreaterThan(Date.now());
    await due(one.id, two.id);
    expect(await asking([{ ask, status: 401, body: {} }])).toHaveLength(1);
    await due(one.id, two.id);
    const unknown = { ask, status: 422, body: { error: { code: "TRACKER.CREATE.ERROR" } } };
    expect(await asking([unknown])).toHaveLength(2);
  });

  it("are not asked about a return that came or ended, nor for an account that is gone", async () => {
    await noneDue();
    const { id } = await labelled();
    await due(id);
    await day.owner.query(`update "return" set state = 'cancelled' where id = $1`, [id]);
    expect(await asking([])).toEqual([]);
    expect(await purchaseOf(id)).toMatchObject({ nextTrackAt: null });
  });
});
