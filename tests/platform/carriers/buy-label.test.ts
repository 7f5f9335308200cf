import { afterEach, describe, expect, it } from "vitest";
import { CarrierRefused } from "~/platform/carriers/ask.server";
import type { Carrier } from "~/platform/carriers/carrier";
import { carriers } from "~/platform/carriers/registry";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import {
  domestic,
  easyPostBought,
  easyPostRates,
  easyPostShipment,
  easyPostTracker,
  international,
  shippoRates,
  shippoTrack,
  shippoTransaction,
} from "./samples";
import { type Exchange, PDF, standIn } from "./stand-in";

const { reference } = domestic;
let open: Awaited<ReturnType<typeof standIn>> | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
const at = async (...exchanges: Exchange[]) => {
  open = await standIn(exchanges);
  return open;
};

const accounts = {
  easypost: carriers.easypost.settings.parse({ apiKey: "EZTK-test-key-of-ours" }),
  shippo: carriers.shippo.settings.parse({ apiToken: "shippo_test_token" }),
};

const EASYPOST: Exchange[] = [
  { ask: "POST /v2/shipments", status: 201, body: easyPostShipment() },
  { ask: "POST /v2/shipments/shp_16578f588f95/buy", body: easyPostBought },
];
const SHIPPO: Exchange[] = [
  { ask: "GET /transactions?results=100&page=1", body: { results: [] } },
  { ask: "POST /shipments", status: 201, body: { object_id: "s1", rates: shippoRates } },
  { ask: "POST /transactions", status: 201, body: shippoTransaction },
];

describe("EasyPost", () => {
  const { easypost } = carriers;

  it("buys the cheapest label and tells what it cost", async () => {
    const { wire, asked, downloaded } = await at(...EASYPOST);
    const label = await easypost.buyLabel(accounts.easypost, domestic, wire);
    expect(label).toEqual({
      externalId: "shp_16578f588f95",
      carrier: "USPS",
      service: "GroundAdvantage",
      trackingNumber: "9400111206206406260787",
      trackingUrl: "https://track.easypost.com/djE6dHJr",
      cost: { amount: 607n, currency: "USD" },
      file: { contentType: "application/pdf", bytes: PDF },
      qr: null,
    });
    expect(downloaded).toEqual([easyPostBought.postage_label && expect.stringContaining("e813.pdf")]);
    expect(asked.map(({ ask }) => ask)).toEqual([
      `GET /v2/shipments/${reference}`,
      "POST /v2/shipments",
      "POST /v2/shipments/shp_16578f588f95/buy",
    ]);
    expect(asked[0]?.headers.authorization).toBe(`Basic ${btoa("EZTK-test-key-of-ours:")}`);
    expect(asked[1]?.body).toMatchObject({
      shipment: { reference, parcel: { weight: 15.6, length: 9.9 }, from_address: { zip: "94107" } },
    });
    expect(asked[1]?.body).not.toHaveProperty("shipment.customs_info");
    expect(asked[2]?.body).toEqual({ rate: { id: "rate_ground" } });
  });

  it("finds the label that it bought before the answer was lost, and buys no second one", async () => {
    const { wire, asked } = await at({ ask: `GET /v2/shipments/${reference}`, body: easyPostBought });
    const label = await easypost.buyLabel(accounts.easypost, domestic, wire);
    expect(label.trackingNumber).toBe("9400111206206406260787");
    expect(asked.map(({ ask }) => ask.split(" ")[0])).toEqual(["GET"]);
  });

  it("goes on where it stopped: a shipment without a label is bought, not made again", async () => {
    const { wire, asked } = await at(
      { ask: `GET /v2/shipments/${reference}`, body: easyPostShipment() },
      ...EASYPOST,
    );
    await easypost.buyLabel(accounts.easypost, domestic, wire);
    expect(asked.map(({ ask }) => ask)).not.toContain("POST /v2/shipments");
  });

  const FORMS = "POST /v2/shipments/shp_16578f588f95/forms";
  const formed = {
    ...easyPostBought,
    forms: [
      { object: "Form", form_type: "commercial_invoice", form_url: "https://easypost.example/invoice.pdf" },
      { object: "Form", form_type: "label_qr_code", form_url: "https://easypost.example/qr.png" },
    ],
  };

  it("asks for the counter's code only where one is wanted, once", async () => {
    const { wire, asked, downloaded } = await at(...EASYPOST, { ask: FORMS, status: 201, body: formed });
    const label = await easypost.buyLabel(accounts.easypost, { ...domestic, wantsQr: true }, wire);
    expect(asked.at(-1)).toMatchObject({ ask: FORMS, body: { form: { type: "label_qr_code" } } });
    expect(downloaded).toContain("https://easypost.example/qr.png");
    expect(label.qr).not.toBeNull();
    await open?.close();
    const again = await at({ ask: `GET /v2/shipments/${reference}`, body: formed });
    expect(
      (await easypost.buyLabel(accounts.easypost, { ...domestic, wantsQr: true }, again.wire)).qr,
    ).not.toBe(null);
    expect(again.asked).toHaveLength(1);
  });

  it.each([
    ["has no such code", { status: 422, body: { error: { code: "FORM.TYPE.INVALID" } } }],
    ["is down", { status: 503, body: "<h1>503</h1>" }],
    ["answers nonsense", { status: 200, body: "null" }],
  ])("hands over the label though the carrier %s", async (_, answer) => {
    const { wire } = await at(...EASYPOST, { ask: FORMS, ...answer });
    const label = await easypost.buyLabel(accounts.easypost, { ...domestic, wantsQr: true }, wire);
    expect(label).toMatchObject({ trackingNumber: "9400111206206406260787", qr: null });
  });

  it("keeps to the services that are allowed", async () => {
    const { wire, asked } = await at(...EASYPOST);
    const account = easypost.settings.parse({ apiKey: "EZTK-test-key-of-ours", services: "UPS Ground" });
    await easypost.buyLabel(account, domestic, wire);
    expect(asked.at(-1)?.body).toEqual({ rate: { id: "rate_ups" } });
    const nobody = easypost.settings.parse({ apiKey: "EZTK-test-key-of-ours", services: "DHLExpress" });
    await expect(easypost.buyLabel(nobody, domestic, wire)).rejects.toThrow("no_allowed_service");
  });

  it("declares returned goods to customs, sums per line", async () => {
    const { wire, asked } = await at(...EASYPOST);
    await easypost.buyLabel(accounts.easypost, international, wire);
    expect(asked[1]?.body).toMatchObject({
      shipment: {
        customs_info: {
          contents_type: "returned_goods",
          customs_signer: "Fern & Fable Ltd",
          customs_items: [
            { quantity: 2, value: "46.50", weight: 14.2, hs_tariff_number: "611011", origin_country: "PT" },
          ],
        },
      },
    });
  });

  it("voids, and says what becomes of the money", async () => {
    const path = "POST /v2/shipments/shp_1/refund";
    const { wire } = await at(
      { ask: path, body: easyPostShipment({ refund_status: "submitted" }) },
      { ask: path, body: easyPostShipment({ refund_status: "refunded" }) },
      { ask: path, body: easyPostShipment({ refund_status: "rejected" }) },
      { ask: path, status: 422, body: { error: { code: "SHIPMENT.REFUND.UNAVAILABLE", message: "No" } } },
    );
    const said: string[] = [];
    for (let time = 0; time < 4; time++)
      said.push(await easypost.voidLabel(accounts.easypost, "shp_1", wire));
    expect(said).toEqual(["asked", "refunded", "tooLate", "tooLate"]);
    await expect(easypost.voidLabel(accounts.easypost, "shp_none", wire)).rejects.toThrow(NeverMind);
  });

  it("does not give out a label that was voided", async () => {
    const { wire } = await at({
      ask: `GET /v2/shipments/${reference}`,
      body: { ...easyPostBought, refund_status: "submitted" },
    });
    await expect(easypost.buyLabel(accounts.easypost, domestic, wire)).rejects.toThrow(NeverMind);
  });

  it("tracks", async () => {
    const { wire } = await at({ ask: "POST /v2/trackers", body: easyPostTracker });
    const parcel = { carrier: "USPS", number: "9400111206206406260787" };
    expect((await easypost.track(accounts.easypost, parcel, wire)).events).toHaveLength(2);
  });

  it("passes over a rate that cannot be read", async () => {
    const odd = [{ id: 7 }, null, { ...easyPostRates[0], rate: "free" }, ...easyPostRates];
    const { wire } = await at(
      { ask: "POST /v2/shipments", body: easyPostShipment({ rates: odd }) },
      ...EASYPOST.slice(1),
    );
    expect((await easypost.buyLabel(accounts.easypost, domestic, wire)).cost?.amount).toBe(607n);
  });
});

describe("Shippo", () => {
  const { shippo } = carriers;

  it("buys the cheapest label under our reference", async () => {
    const { wire, asked } = await at(...SHIPPO);
    const label = await shippo.buyLabel(accounts.shippo, domestic, wire);
    expect(label).toMatchObject({
      externalId: shippoTransaction.object_id,
      carrier: "USPS",
      service: "Ground Advantage",
      cost: { amount: 550n, currency: "USD" },
    });
    expect(asked[0]?.headers.authorization).toBe("ShippoToken shippo_test_token");
    expect(asked.at(-1)?.body).toMatchObject({ rate: "rate-a", metadata: reference, async: false });
  });

  it("finds the label that it bought before the answer was lost", async () => {
    const { wire, asked } = await at(
      {
        ask: "GET /transactions?results=100&page=1",
        body: { results: [{ object_id: 1 }, shippoTransaction] },
      },
      { ask: "GET /rates/rate-a", body: shippoRates[0] },
    );
    const label = await shippo.buyLabel(accounts.shippo, domestic, wire);
    expect(label).toMatchObject({ externalId: shippoTransaction.object_id, cost: { amount: 550n } });
    expect(asked.every(({ ask }) => ask.startsWith("GET"))).toBe(true);
  });

  it("waits for a label that is being made, and refuses with the carrier's code", async () => {
    const queued = await at(...SHIPPO.slice(0, 2), {
      ask: "POST /transactions",
      body: { ...shippoTransaction, status: "QUEUED", label_url: null },
    });
    await expect(shippo.buyLabel(accounts.shippo, domestic, queued.wire)).rejects.toThrow(TryAgain);
    await queued.close();
    const wrong = await at(...SHIPPO.slice(0, 2), {
      ask: "POST /transactions",
      body: {
        ...shippoTransaction,
        status: "ERROR",
        messages: [{ code: "invalid_zip", text: "Nora's zip" }],
      },
    });
    const refusal = shippo.buyLabel(accounts.shippo, domestic, wrong.wire);
    await expect(refusal).rejects.toMatchObject({ name: "CarrierRefused", code: "invalid_zip" });
  });

  it("asks for the counter's code with the shipment, and takes it with the label", async () => {
    const qr_code_url = "https://shippo-delivery.example/96_qr_code.pdf";
    const { wire, asked, downloaded } = await at(...SHIPPO.slice(0, 2), {
      ask: "POST /transactions",
      status: 201,
      body: { ...shippoTransaction, qr_code_url },
    });
    const label = await shippo.buyLabel(accounts.shippo, { ...domestic, wantsQr: true }, wire);
    expect(asked[1]?.body).toMatchObject({ extra: { qr_code_requested: true } });
    expect(downloaded).toEqual([shippoTransaction.label_url, qr_code_url]);
    expect(label.qr).not.toBeNull();
    await open?.close();
    const plain = await at(...SHIPPO);
    expect((await shippo.buyLabel(accounts.shippo, domestic, plain.wire)).qr).toBeNull();
    expect(plain.asked[1]?.body).not.toHaveProperty("extra");
  });

  it("tries again when the carrier behind it was silent; names the field that it does not take", async () => {
    const silent = await at(...SHIPPO.slice(0, 2), {
      ask: "POST /transactions",
      body: { ...shippoTransaction, status: "ERROR", messages: [{ source: "UPS", code: "carrier_timeout" }] },
    });
    await expect(shippo.buyLabel(accounts.shippo, domestic, silent.wire)).rejects.toThrow(TryAgain);
    await silent.close();
    const refusing = await at(...SHIPPO.slice(0, 1), {
      ask: "POST /shipments",
      status: 400,
      body: { address_from: ["Nora Whitfield lives nowhere"] },
    });
    await expect(shippo.buyLabel(accounts.shippo, domestic, refusing.wire)).rejects.toMatchObject({
      name: "CarrierRefused",
      code: "address_from",
    });
  });

  it("declares returned merchandise to customs", async () => {
    const { wire, asked } = await at(...SHIPPO);
    await shippo.buyLabel(accounts.shippo, international, wire);
    expect(asked[1]?.body).toMatchObject({
      customs_declaration: {
        contents_type: "RETURN_MERCHANDISE",
        items: [{ net_weight: "400", value_amount: "46.50", tariff_number: "611011", origin_country: "PT" }],
      },
    });
  });

  it("voids and tracks", async () => {
    const { wire } = await at(
      { ask: "POST /refunds", status: 201, body: { object_id: "r", status: "QUEUED" } },
      { ask: "GET /tracks/usps/9400111206206406260787", body: shippoTrack },
    );
    expect(await shippo.voidLabel(accounts.shippo, "t1", wire)).toBe("asked");
    const parcel = { carrier: "usps", number: "9400111206206406260787" };
    expect((await shippo.track(accounts.shippo, parcel, wire)).status).toBe("outForDelivery");
  });
});

describe.each([
  ["EasyPost", carriers.easypost, accounts.easypost, `GET /v2/shipments/${reference}`, "POST /v2/shipments"],
  ["Shippo", carriers.shippo, accounts.shippo, "GET /transactions?results=100&page=1", "POST /shipments"],
] as [string, Carrier, unknown, string, string][])("%s at its worst", (_, carrier, account, first, make) => {
  const buyAt = async (...exchanges: Exchange[]) => {
    const { wire } = await at(...exchanges);
    return carrier.buyLabel(account, domestic, wire);
  };
  const nothingYet: Exchange = { ask: first, status: 200, body: { results: [] } };

  it.each([
    ["HTML", { status: 200, contentType: "text/html", body: "<html>Sorry, we are down</html>" }],
    ["an HTML refusal", { status: 400, contentType: "text/html", body: "<html>Bad</html>" }],
    ["a wrong shape", { status: 200, body: { rates: "none", results: 7 } }],
    ["null", { status: 200, body: "null" }],
    ["500", { status: 500, body: {} }],
    ["503 in HTML", { status: 503, body: "<h1>503</h1>" }],
    ["429", { status: 429, body: {} }],
    ["an answer that breaks off", { status: 200, body: easyPostShipment(), cut: true }],
    ["an endless answer", { status: 200, body: `"${"x".repeat(5_000_000)}"` }],
  ])("tries again after %s", async (_name, answer) => {
    await expect(buyAt({ ask: first, ...answer })).rejects.toThrow(TryAgain);
  });

  it("asks the merchant when the key or the money is wrong", async () => {
    await expect(
      buyAt({ ask: first, status: 401, body: { error: { code: "APIKEY.INACTIVE" } } }),
    ).rejects.toThrow(NeedsMerchant);
    await expect(buyAt({ ask: first, status: 402, body: {} })).rejects.toThrow("payment method");
  });

  it("says with which code it was refused, and nothing of the address", async () => {
    const known = carrier.key === "easypost" ? [] : [nothingYet];
    const refusal = buyAt(...known, {
      ask: make,
      status: 422,
      body: { error: { code: "ADDRESS.INVALID", message: "388 Townsend St is not there", errors: [] } },
    });
    await expect(refusal).rejects.toThrow(CarrierRefused);
    await expect(refusal).rejects.toThrow(/refused: ADDRESS\.INVALID$/);
  });

  it("tries again when nobody answers", async () => {
    const { wire, close } = await at();
    await close();
    await expect(carrier.buyLabel(account, domestic, wire)).rejects.toThrow(TryAgain);
    open = null;
  });
});

describe("every adapter", () => {
  it.each(Object.entries(carriers))("%s has its own key and needs what it says", (key, carrier) => {
    expect(carrier.key).toBe(key);
    expect(carrier.settings.safeParse({}).success).toBe(!carrier.capabilities.needsAccount);
  });

  it("draws a printable label without an account", async () => {
    const { wire } = await at();
    const label = await carriers.printable.buyLabel({}, domestic, wire);
    expect(Buffer.from(label.file.bytes).toString("latin1", 0, 5)).toBe("%PDF-");
    expect(label.cost).toBeNull();
    await expect(carriers.upload.buyLabel({}, domestic, wire)).rejects.toThrow(NeedsMerchant);
  });
});
