import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Shipment } from "~/platform/carriers/carrier";
import { checkShipment } from "~/platform/carriers/check-shipment";
import { crossesCustoms } from "~/platform/carriers/customs-border";
import { postcodeProblem } from "~/platform/carriers/postcodes";
import { domestic, international } from "./samples";

const codes = (shipment: Shipment, by?: "post" | "courier") =>
  checkShipment(shipment, by ? { by } : {}).map(({ code, of }) =>
    typeof of === "object" ? `${code} ${of.item}` : `${code} ${of}`,
  );
const from = (changes: Partial<Shipment["from"]>): Shipment => ({
  ...domestic,
  from: { ...domestic.from, ...changes },
});
const parcel = (changes: Partial<Shipment["parcel"]>): Shipment => ({
  ...domestic,
  parcel: { ...domestic.parcel, ...changes },
});
const item = (changes: Partial<Shipment["items"][number]>): Shipment => ({
  ...international,
  items: international.items.map((one) => ({ ...one, ...changes })),
});

describe("a shipment", () => {
  it("that is right can go, at home and abroad", () => {
    expect(codes(domestic)).toEqual([]);
    expect(codes(international)).toEqual([]);
    expect(codes(domestic, "courier")).toEqual([]);
  });

  it.each([
    ["nameMissing from", from({ name: " ", company: null })],
    ["streetMissing from", from({ line1: "—" })],
    ["cityMissing from", from({ city: null })],
    ["provinceMissing from", from({ province: "" })],
    ["postcodeMissing from", from({ zip: null })],
    ["postcodeWrong from", from({ zip: "941" })],
    ["phoneWrong from", from({ phone: "12" })],
    ["weightMissing parcel", parcel({ weightGrams: Number.NaN })],
    ["weightMissing parcel", parcel({ weightGrams: 0 })],
    ["weightTooLarge parcel", parcel({ weightGrams: 70_000 })],
    ["weightBelowItems parcel", parcel({ weightGrams: 350 })],
    ["sizeMissing parcel", parcel({ heightMm: 0 })],
    ["sizeTooLarge parcel", parcel({ lengthMm: 3_000 })],
    ["hsCodeMissing 0", item({ hsCode: null })],
    ["hsCodeWrong 0", item({ hsCode: "61101" })],
    ["hsCodeWrong 0", item({ hsCode: "61101112345" })],
    ["hsCodeWrong 0", item({ hsCode: "000000" })],
    ["originMissing 0", item({ origin: "" })],
    ["originUnknown 0", item({ origin: "XX" })],
    ["valueMissing 0", item({ value: { amount: 0n, currency: "USD" } })],
    ["descriptionMissing 0", item({ description: "…" })],
    ["quantityWrong 0", item({ quantity: 1.5 })],
    ["nothingDeclared parcel", { ...international, items: [] }],
    ["phoneMissing from", { ...international, from: { ...international.from, phone: null } }],
  ] as [string, Shipment][])("is stopped: %s", (code, shipment) => {
    expect(codes(shipment)).toContain(code);
  });

  it("with an unknown country is stopped for that, not for its postcode", () => {
    expect(codes(from({ country: "XQ" }))).toContain("countryUnknown from");
    expect(codes(from({ country: null }))).toContain("countryMissing from");
  });

  it.each([
    "P.O. Box 17",
    "PO BOX 17",
    "Postfach 12 34 56",
    "BP 103",
    "Apartado 9",
    "ת.ד. 1234",
    "ص.ب ١٢٣",
    "私書箱12号",
  ])("cannot go to %s by courier, but by post", (line1) => {
    expect(codes(from({ line1 }), "courier")).toContain("poBox from");
    expect(codes(from({ line1 }), "post")).not.toContain("poBox from");
  });

  it.each([
    "12 Boxwood Lane",
    "3 Poboda Street",
    "Postgasse 7",
    "BPM Tower",
  ])("can go to %s by courier", (line1) => {
    expect(codes(from({ line1 }), "courier")).toEqual([]);
  });

  it("needs HS codes only across a customs border", () => {
    const bare = item({ hsCode: null, origin: null });
    expect(codes({ ...bare, to: { ...bare.to, country: "DE", zip: "80331", province: null } })).toEqual([]);
  });

  it("is looked at without falling over, whatever was typed", () => {
    const text = fc.option(fc.string({ unit: "binary", maxLength: 60 }));
    const end = fc.record({
      name: text,
      company: text,
      line1: text,
      line2: text,
      city: text,
      province: text,
      zip: text,
      country: text,
      phone: text,
    });
    fc.assert(
      fc.property(end, end, fc.double(), (a, b, weightGrams) => {
        expect(
          Array.isArray(
            checkShipment({ ...international, from: a, to: b, parcel: { ...domestic.parcel, weightGrams } }),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("a customs border", () => {
  const at = (country: string, zip = "") => ({ country, zip });
  it.each([
    [at("FR"), at("DE"), false],
    [at("FR"), at("GB"), true],
    [at("MC"), at("IT"), false],
    [at("ES", "35001"), at("ES", "28001"), true],
    [at("DE", "78266"), at("DE", "80331"), true],
    [at("GB", "BT1 5GS"), at("IE"), false],
    [at("GB", "BT1 5GS"), at("GB", "SW1A 1AA"), false],
    [at("US"), at("PR"), false],
    [at("US"), at("CA"), true],
    [at("CH"), at("DE"), true],
  ])("between %j and %j: %s", (a, b, crossed) => {
    expect(crossesCustoms(a, b)).toBe(crossed);
    expect(crossesCustoms(b, a)).toBe(crossed);
  });
});

describe("a postcode", () => {
  it.each([
    ["SW1A 1AA", "GB"],
    ["sw1a1aa", "GB"],
    ["D-80331", "DE"],
    ["80331", "DE"],
    ["SE-114 55", "SE"],
    ["114 55", "SE"],
    ["１００-０００１", "JP"],
    ["K1A 0B1", "CA"],
    ["1012 AB", "NL"],
    ["90277-2506", "US"],
    ["00-950", "PL"],
    ["LV-1010", "LV"],
    ["", "HK"],
    ["", "IE"],
    ["D02 AF30", "IE"],
    ["6688312", "IL"],
  ])("%s is one of %s", (zip, country) => {
    expect(postcodeProblem(zip, country)).toBeNull();
  });
  it.each([
    ["8033", "DE"],
    ["SW1A", "GB"],
    ["D1A 0B1", "CA"],
    ["abcde", "US"],
    ["1012", "NL"],
  ])("%s is none of %s", (zip, country) => {
    expect(postcodeProblem(zip, country)).toBe("wrong");
  });
});
