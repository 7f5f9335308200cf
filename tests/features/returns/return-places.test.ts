import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goodsOf } from "~/features/returns/goods";
import { type PlacedParcel, placeFor } from "~/features/returns/return-places";
import { returnPlaceSchema, returnPlacesSchema, settingsSchema } from "~/features/settings/schema";

const address = { line1: "1 Mill Lane", city: "Leeds", country: "GB" };
const place = (id: string, when: object = {}) => returnPlaceSchema.parse({ id, name: id, address, when });
const thing = (more: Partial<PlacedParcel["things"][number]> = {}) => ({
  productTags: [],
  collections: [],
  locationId: null,
  ...more,
});
const parcel = (
  country: string | null,
  province: string | null,
  ...things: ReturnType<typeof thing>[]
): PlacedParcel => ({ to: { country, province }, things: things.length > 0 ? things : [thing()] });

describe("the place a parcel goes to", () => {
  it.each([
    ["its country", { countries: ["US", "CA"] }, parcel("CA", "ON"), true],
    ["another country", { countries: ["US", "CA"] }, parcel("MX", null), false],
    ["no country told", { countries: ["US"] }, parcel(null, null), false],
    ["its region", { regions: ["US-CA"] }, parcel("US", "CA"), true],
    ["its region, written whole", { regions: ["US-CA"] }, parcel("US", "US-CA"), true],
    ["the same letters in another country", { regions: ["US-CA"] }, parcel("CA", "CA"), false],
    ["a region or a country", { countries: ["CA"], regions: ["US-CA"] }, parcel("CA", "ON"), true],
    [
      "a tag, without case",
      { productTags: ["Bulky"] },
      parcel("GB", null, thing({ productTags: ["bulky"] })),
      true,
    ],
    [
      "a tag that only one of two things has",
      { productTags: ["bulky"] },
      parcel("GB", null, thing({ productTags: ["bulky"] }), thing()),
      false,
    ],
    ["a collection", { collections: ["shoes"] }, parcel("GB", null, thing({ collections: ["shoes"] })), true],
    [
      "where it was sent from",
      { locationIds: ["77"] },
      parcel("GB", null, thing({ locationId: "77" })),
      true,
    ],
    ["nobody knows where from", { locationIds: ["77"] }, parcel("GB", null), false],
    [
      "one of its kinds does not hold",
      { countries: ["GB"], productTags: ["bulky"] },
      parcel("GB", null, thing({ productTags: ["small"] })),
      false,
    ],
    ["it names nothing", {}, parcel(null, null), true],
  ])("%s", (_, when, sent, takes) => {
    expect(placeFor([place("a", when)], sent)?.id ?? null).toBe(takes ? "a" : null);
  });

  it("is the first that takes it, whatever follows", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("US", "CA", "GB", ""), { maxLength: 8 }), (countries) => {
        const places = countries.map((country, at) =>
          place(String(at), country ? { countries: [country] } : {}),
        );
        const first = countries.findIndex((country) => country === "CA" || country === "");
        expect(placeFor(places, parcel("CA", null))?.id ?? null).toBe(first === -1 ? null : String(first));
      }),
    );
  });

  it("is kept only with an address that a parcel can be sent to, and under an id of its own", () => {
    expect(
      returnPlaceSchema.safeParse({ id: "a", name: "A", address: { ...address, city: "" } }).success,
    ).toBe(false);
    expect(returnPlacesSchema.safeParse({ places: [place("a"), place("a")] }).success).toBe(false);
    expect(settingsSchema.parse({}).returns).toMatchObject({ places: [], locationId: null });
  });
});

describe("what is told of a thing", () => {
  const { labels } = settingsSchema.parse({ labels: { itemGrams: 500, hsCode: "610910", origin: "PT" } });

  it.each([
    [
      { hsCode: "640399", origin: "IT", grams: 900 },
      { hsCode: "640399", origin: "IT", weightGrams: 900 },
    ],
    [
      { hsCode: null, origin: "IT", grams: null },
      { hsCode: "610910", origin: "IT", weightGrams: 500 },
    ],
    [null, { hsCode: "610910", origin: "PT", weightGrams: 500 }],
    ["nonsense", { hsCode: "610910", origin: "PT", weightGrams: 500 }],
    [{ grams: -3 }, { hsCode: "610910", origin: "PT", weightGrams: 500 }],
  ])("%j", (kept, told) => {
    expect(goodsOf(kept, labels)).toEqual(told);
  });
});
