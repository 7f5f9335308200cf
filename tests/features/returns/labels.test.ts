import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openReturnDay, type ReturnDay } from "#tests/factories/return-day";
import { inForce } from "#tests/factories/return-outcome";
import { easyPostBought, easyPostShipment } from "#tests/platform/carriers/samples";
import { type Exchange, standIn } from "#tests/platform/carriers/stand-in";
import { approveReturn } from "~/features/returns/approve-return.server";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { declineReturn } from "~/features/returns/decline-return.server";
import * as labels from "~/features/returns/label-store.server";
import { makeLabel } from "~/features/returns/make-label.server";
import { currentPolicy } from "~/features/returns/policy";
import { printLabels } from "~/features/returns/print-labels.server";
import { returnForMail } from "~/features/returns/queries.server";
import { keptPlace } from "~/features/returns/return-places";
import { shelfOf } from "~/features/returns/shelf.server";
import * as store from "~/features/returns/store.server";
import { uploadLabel } from "~/features/returns/upload-label.server";
import { voidLabels } from "~/features/returns/void-label.server";
import { settingsSchema } from "~/features/settings/schema";
import { loadSettings, saveSettings } from "~/features/settings/store.server";
import { openCredentials, sealCredentials } from "~/platform/carriers/credentials.server";
import { getFile } from "~/platform/files/files.server";
import { TryAgain } from "~/platform/queue/failures";

const MAYA = { kind: "staff" as const, id: "42", name: "Maya" };
let day: ReturnDay;
beforeAll(async () => {
  day = await openReturnDay();
});
afterAll(() => day?.close());

const account = (key = "EZTK-test-key-of-ours", position = 0) => ({
  carrier: "easypost",
  name: "Our EasyPost",
  credentials: sealCredentials({ apiKey: key }),
  position,
});
beforeEach(async () => {
  await day.shop.transact(async (tx) => {
    for (const one of await labels.accountsOf(tx)) await labels.dropAccount(tx, one.id);
    await labels.insertAccount(tx, account());
  });
});

/** An approved return whose label nobody has made yet. */
async function approved(): Promise<string> {
  const id = await day.requested(await day.delivered());
  expect(await approveReturn(day.shop, id, MAYA)).toEqual({ ok: true, value: null });
  return id;
}

/** EasyPost with this answer to the purchase; it takes up what was made under any reference. */
async function easyPost(buy: Partial<Exchange> = {}, more: Exchange[] = []) {
  return standIn([
    ...more,
    { ask: "POST /v2/shipments", status: 201, body: easyPostShipment() },
    { ask: "POST /v2/shipments/shp_16578f588f95/buy", body: easyPostBought, ...buy },
    {
      ask: "POST /v2/shipments/shp_16578f588f95/refund",
      body: easyPostShipment({ refund_status: "submitted" }),
    },
  ]);
}

const labelOf = (id: string) => day.shop.transact((tx) => labels.labelOf(tx, id));
const purchasesOf = (id: string) => day.shop.transact((tx) => labels.purchasesOf(tx, id));
const bought = (asked: { ask: string }[]) => asked.filter(({ ask }) => ask.endsWith("/buy")).length;

/** What a return gets when no account sold a label. */
const settle = (fallback: "upload" | "printable") =>
  day.shop.transact(async (tx) => {
    const { value } = await loadSettings(tx);
    await saveSettings(tx, { ...value, labels: { ...value.labels, fallback } });
  });

describe("a return's label", () => {
  it("is bought from the shop's account, its cost noted, and attached at Shopify with its number", async () => {
    const id = await approved();
    const { wire, asked, close } = await easyPost();
    await makeLabel(day.shop, id, wire);
    await close();
    expect(await labelOf(id)).toMatchObject({
      kind: "carrier",
      carrier: "USPS",
      trackingNumber: "9400111206206406260787",
    });
    expect(await purchasesOf(id)).toMatchObject([
      {
        state: "bought",
        cost: 607n,
        currency: "USD",
        service: "GroundAdvantage",
        externalId: "shp_16578f588f95",
      },
    ]);
    expect(bought(asked)).toBe(1);
    await day.work();
    expect(await day.detail(id)).toMatchObject({
      state: "labelled",
      problem: null,
      label: { attached: true },
    });
    expect(await day.neighbour.transact((tx) => labels.purchasesOf(tx, id))).toEqual([]);
  });

  it("is bought once, though the process died between the purchase and its note", async () => {
    const id = await approved();
    const first = await easyPost({ cut: true });
    await expect(makeLabel(day.shop, id, first.wire)).rejects.toThrow(TryAgain);
    await first.close();
    const [purchase] = await purchasesOf(id);
    expect(purchase?.state).toBe("buying");
    const known = { ask: `GET /v2/shipments/aftercare-${purchase?.id}`, body: easyPostBought };
    const second = await easyPost({}, [known]);
    await makeLabel(day.shop, id, second.wire);
    await second.close();
    expect(bought(second.asked)).toBe(0);
    expect(await purchasesOf(id)).toMatchObject([{ id: purchase?.id, state: "bought" }]);
    expect(await labelOf(id)).toMatchObject({ trackingNumber: "9400111206206406260787" });
    await day.work();
  });

  it("asked for twenty times at once is bought once", async () => {
    const id = await approved();
    const { wire, asked, close } = await easyPost();
    await Promise.allSettled(Array.from({ length: 20 }, () => makeLabel(day.shop, id, wire)));
    await close();
    expect(bought(asked)).toBe(1);
    expect(await purchasesOf(id)).toHaveLength(1);
    await day.work();
  });

  it("is our own when every account refuses, and staff read why", async () => {
    await day.shop.transact((tx) => labels.insertAccount(tx, account("EZTK-second-account", 1)));
    const id = await approved();
    const refusal = { status: 422, body: { error: { code: "SHIPMENT.POSTAGE.FAILURE" } } };
    const { wire, close } = await easyPost(refusal);
    await makeLabel(day.shop, id, wire);
    await close();
    expect(await labelOf(id)).toMatchObject({ kind: "printable", trackingNumber: null });
    const tried = await purchasesOf(id);
    expect(tried).toHaveLength(2);
    for (const one of tried)
      expect(one).toMatchObject({
        state: "failed",
        reason: "EasyPost sold no label (SHIPMENT.POSTAGE.FAILURE).",
      });
    await day.work();
    expect((await day.detail(id)).state).toBe("labelled");
  });

  it("is not paid for when an address is wrong: the sentence says what to mend", async () => {
    const id = await approved();
    await day.owner.query(
      `update orders set "shippingAddress" = jsonb_set("shippingAddress", '{zip}', '"nowhere"') where id = (select "orderId" from "return" where id = $1)`,
      [id],
    );
    const { wire, asked, close } = await easyPost();
    await makeLabel(day.shop, id, wire);
    await close();
    expect(asked).toEqual([]);
    expect((await purchasesOf(id))[0]?.reason).toContain("The shopper’s address has a postcode");
    expect(await labelOf(id)).toMatchObject({ kind: "printable" });
    await day.work();
  });

  it("is given back when the return is cancelled, once, and the money's way noted", async () => {
    const id = await approved();
    const { wire, asked, close } = await easyPost();
    await makeLabel(day.shop, id, wire);
    await voidLabels(day.shop, id, wire);
    expect(asked.filter(({ ask }) => ask.endsWith("/refund"))).toHaveLength(0); // still needed
    expect(await cancelReturn(day.shop, id, MAYA)).toEqual({ ok: true, value: null });
    await voidLabels(day.shop, id, wire);
    await voidLabels(day.shop, id, wire);
    await close();
    expect(asked.filter(({ ask }) => ask.endsWith("/refund"))).toHaveLength(1);
    expect(await purchasesOf(id)).toMatchObject([
      { state: "voided", reason: expect.stringContaining("given back") },
    ]);
    await day.work();
  });

  it("waits for an upload where the merchant wants that", async () => {
    await settle("upload");
    const id = await approved();
    const { wire, close } = await easyPost({ status: 422, body: {} });
    await expect(makeLabel(day.shop, id, wire)).rejects.toThrow("Upload one");
    await close();
    await settle("printable");

    const png = await sharp({ create: { width: 812, height: 1218, channels: 3, background: "white" } })
      .png({ progressive: true })
      .toBuffer();
    const given = { bytes: png, trackingNumber: "RR473124829GB" };
    expect(await uploadLabel(day.neighbour, id, given, MAYA)).toMatchObject({
      refusal: { code: "returns.notFound" },
    });
    expect(await uploadLabel(day.shop, id, given, MAYA)).toEqual({ ok: true, value: null });
    const uploaded = await labelOf(id);
    expect(uploaded).toMatchObject({ kind: "upload", trackingNumber: "RR473124829GB" });
    const file = await day.shop.transact((tx) => getFile(tx, uploaded?.a4FileId ?? ""));
    const page = (await PDFDocument.load(file?.bytes ?? new Uint8Array())).getPage(0);
    expect([page.getWidth(), page.getHeight()].map(Math.round)).toEqual([288, 432]);
    await day.work();
    expect(await day.detail(id)).toMatchObject({
      state: "labelled",
      problem: null,
      label: { attached: true },
    });
  });

  it("uploaded takes the place of a bought one, at Shopify too, and its money is asked back", async () => {
    const id = await approved();
    const { wire, asked, close } = await easyPost();
    await makeLabel(day.shop, id, wire);
    await day.work();
    const pdf = await PDFDocument.create();
    pdf.addPage([288, 432]);
    const bytes = await pdf.save();
    expect(
      await uploadLabel(day.shop, id, { bytes, trackingNumber: "1Z999AA10123456784" }, MAYA),
    ).toMatchObject({ ok: true });
    await voidLabels(day.shop, id, wire);
    await close();
    expect(asked.filter(({ ask }) => ask.endsWith("/refund"))).toHaveLength(1);
    await day.work();
    expect(await day.detail(id)).toMatchObject({ problem: null, label: { attached: true } });
  });

  it.each([
    ["a text", Buffer.from("no label at all")],
    ["a broken PDF", Buffer.from("%PDF-1.7\nnothing")],
    ["a cut PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a web page", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ])("is not %s", async (_, bytes) => {
    const id = await approved();
    const answer = await uploadLabel(day.shop, id, { bytes, trackingNumber: null }, MAYA);
    expect(answer).toMatchObject({ refusal: { code: "returns.labelUnreadable" } });
    await day.work();
  });

  it("is none for a return that was declined", async () => {
    const id = await day.requested(await day.delivered());
    await declineReturn(day.shop, id, { reason: "OTHER", note: null }, MAYA);
    const { wire, asked, close } = await easyPost();
    await expect(makeLabel(day.shop, id, wire)).rejects.toThrow("not needed");
    await close();
    expect(asked).toEqual([]);
    await day.work();
  });
});

describe("a code instead of a label to print", () => {
  const byCode = async () => {
    await inForce(day, { autoApprove: false, methods: ["qr", "label"] });
    const id = await approved();
    await day.owner.query(`update "return" set method = 'qr' where id = $1`, [id]);
    return id;
  };

  it("is the carrier's own, kept as a PNG and sent with the mail; nobody else's file", async () => {
    const id = await byCode();
    const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    const forms = [{ form_type: "label_qr_code", form_url: "https://easypost.example/qr.png" }];
    const { wire, close } = await easyPost({}, [
      { ask: "POST /v2/shipments/shp_16578f588f95/forms", body: { ...easyPostBought, forms } },
    ]);
    const download = (url: string) =>
      url.endsWith("qr.png")
        ? Promise.resolve({ contentType: "image/png" as const, bytes: png })
        : wire.download(url);
    await makeLabel(day.shop, id, { ...wire, download });
    await close();
    const { label } = await day.detail(id);
    const file = await day.shop.transact((tx) => getFile(tx, label?.qr ?? ""));
    expect(file).toMatchObject({ contentType: "image/png" });
    expect(await day.neighbour.transact((tx) => getFile(tx, label?.qr ?? ""))).toBeNull();
    const mail = await day.shop.transact((tx) => returnForMail(tx, id));
    expect(mail?.labels.map(({ contentType }) => contentType)).toEqual(["application/pdf", "image/png"]);
    await day.work();
    const bytes = await (await PDFDocument.create()).save();
    await uploadLabel(day.shop, id, { bytes, trackingNumber: null }, MAYA);
    const pdf = await PDFDocument.create();
    pdf.addPage([288, 432]);
    await uploadLabel(day.shop, id, { bytes: await pdf.save(), trackingNumber: null }, MAYA);
    expect((await day.detail(id)).label?.qr).toBeNull();
    expect(await day.shop.transact((tx) => getFile(tx, label?.qr ?? ""))).toBeNull();
    await day.work();
  });

  const switchAccountsOff = () =>
    day.shop.transact(async (tx) => {
      for (const one of await labels.accountsOf(tx)) await labels.saveAccount(tx, one.id, { enabled: false });
    });

  it("is not offered by a shop none of whose accounts gives one", async () => {
    await inForce(day, { methods: ["qr", "own"] });
    expect((await day.shop.transact(currentPolicy)).methods).toEqual(["qr", "own"]);
    await switchAccountsOff();
    expect((await day.shop.transact(currentPolicy)).methods).toEqual(["own"]);
    await inForce(day, { methods: ["qr"] });
    expect((await day.shop.transact(currentPolicy)).methods).toEqual(["address"]);
  });

  it("nor is a prepaid label, unless staff upload them: the shopper is not told that the postage is paid", async () => {
    await inForce(day, { methods: ["label", "own"] });
    expect((await day.shop.transact(currentPolicy)).methods).toEqual(["label", "own"]);
    await switchAccountsOff();
    expect((await day.shop.transact(currentPolicy)).methods).toEqual(["address", "own"]);
    await settle("upload");
    expect((await day.shop.transact(currentPolicy)).methods).toEqual(["label", "own"]);
    await settle("printable");
    await inForce(day, {});
  });
});

type Item = {
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
  measurement: { weight: { value: number } };
};

describe("where a parcel goes, and what is said of it", () => {
  const parcelOf = async (id: string) => {
    const row = await day.shop.transact((tx) => store.load(tx, id));
    return { place: row && keptPlace(row), goods: row?.lines.map((line) => line.goods) };
  };

  it("is the first place that takes it, as it was when it was approved; things go back on its shelf", async () => {
    const { locations } = await day.ask<{ locations: { nodes: { id: string }[] } }>(
      "{ locations(first: 5) { nodes { id } } }",
    );
    const locationId = locations.nodes.at(-1)?.id.split("/").at(-1) ?? "";
    const address = { line1: "Dock 4, Canal Road", city: "Leeds", zip: "LS1 4AX", country: "GB" };
    const place = (id: string, when: object) => ({ id, name: id, address, when, locationId });
    const settle = (places: object[]) =>
      day.shop.transact(async (tx) => {
        const { value } = await loadSettings(tx);
        await saveSettings(tx, settingsSchema.parse({ ...value, returns: { ...value.returns, places } }));
      });
    await settle([place("far", { countries: ["NZ"] }), place("leeds", { locationIds: [locationId] })]);
    const [id, other] = [await approved(), await approved()];
    const { wire, asked, close } = await easyPost();
    await makeLabel(day.shop, id, wire);
    const before = await parcelOf(id);
    expect(before.place).toMatchObject({ id: "leeds", locationId, address: { city: "Leeds" } });
    expect(asked.find(({ ask }) => ask === "POST /v2/shipments")?.body).toMatchObject({
      shipment: { to_address: { city: "Leeds", street1: "Dock 4, Canal Road" } },
    });
    await settle([]);
    await makeLabel(day.shop, other, wire);
    await close();
    expect((await parcelOf(id)).place).toEqual(before.place);
    expect((await parcelOf(other)).place).toMatchObject({ id: null, address: { city: "Sheffield" } });
    expect((await day.detail(id)).sendTo).toMatchObject({ city: "Leeds" });
    const row = await day.shop.transact((tx) => store.load(tx, id));
    expect(row && (await shelfOf(day.shop, row))).toBe(`gid://shopify/Location/${locationId}`);
    await day.work();
  });

  it("comes from the shop's catalogue: code, origin and weight, and the shop's word only where it is silent", async () => {
    const id = await approved();
    const { wire, close } = await easyPost();
    await makeLabel(day.shop, id, wire);
    await close();
    const [goods] = (await parcelOf(id)).goods ?? [];
    const { order } = await day.ask<{
      order: { lineItems: { nodes: { variant: { inventoryItem: Item } }[] } };
    }>(
      `query ($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { variant { inventoryItem {
        harmonizedSystemCode countryCodeOfOrigin measurement { weight { value } } } } } } } }`,
      { id: `gid://shopify/Order/${(await day.shop.transact((tx) => store.load(tx, id)))?.orderId}` },
    );
    const item = order.lineItems.nodes[0]?.variant.inventoryItem;
    expect(item?.harmonizedSystemCode).toMatch(/^\d{6}/);
    expect(goods).toEqual({
      hsCode: item?.harmonizedSystemCode,
      origin: item?.countryCodeOfOrigin,
      grams: item?.measurement.weight.value,
    });
    await day.work();
  });
});

describe("many labels", () => {
  const pagesOf = async (ids: string[], shop = day.shop) => {
    const pdf = await printLabels(shop, ids, "4x6");
    if (!pdf) return 0;
    const chunks: Uint8Array[] = [];
    for await (const chunk of pdf) chunks.push(chunk);
    return (await PDFDocument.load(Buffer.concat(chunks))).getPageCount();
  };

  it("are one document, our own and carriers' alike, and none of a neighbour's", async () => {
    await day.shop.transact(async (tx) => {
      for (const one of await labels.accountsOf(tx)) await labels.dropAccount(tx, one.id);
    });
    const own = [await approved(), await approved()];
    await day.work();
    expect(await pagesOf(own)).toBe(4);
    const pdf = await PDFDocument.create();
    pdf.addPage([288, 432]);
    await uploadLabel(day.shop, own[0] ?? "", { bytes: await pdf.save(), trackingNumber: null }, MAYA);
    expect(await pagesOf([...own, own[0] ?? "", "absent"])).toBe(3);
    expect(await pagesOf(own, day.neighbour)).toBe(0);
    await day.work();
  });
});

describe("an account", () => {
  it("keeps its key only sealed, and reads none that was tampered with", async () => {
    await day.shop.transact((tx) => labels.insertAccount(tx, account("EZTK-secret-of-ours")));
    const { rows } = await day.owner.query<{ credentials: string }>(
      "select credentials from carrier_account",
    );
    const sealed = rows.at(-1)?.credentials ?? "";
    expect(sealed).not.toContain("EZTK");
    expect(openCredentials(sealed)).toEqual({ apiKey: "EZTK-secret-of-ours" });
    expect(openCredentials(`${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`)).toEqual({});
    expect(openCredentials("v1.AAAA")).toEqual({});
  });
});
