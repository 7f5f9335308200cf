import { describe, expect, it, test } from "vitest";
import { carriageOf, carrierNamed, KNOWN_CARRIERS, trackingPage } from "~/platform/carriers/known-carriers";
import { NUMBER_FORMATS } from "~/platform/carriers/number-formats";
import { surelyOf } from "~/platform/carriers/tracking-number";

describe("who carries a parcel", () => {
  test.each([
    ["named, and the number fits", "UPS", "1Z999AA10123456784", "ups", "shopify"],
    ["named in another way", "united parcel service", "1Z999AA10123456784", "ups", "shopify"],
    ["nobody named, one carrier's check digit", "Other", "1Z999AA10123456784", "ups", "number"],
    ["no name at all", null, "RR473124829GB", "royal_mail", "number"],
    ["named wrongly: the number cannot be theirs", "FedEx", "1Z999AA10123456784", "ups", "number"],
    ["named, and the number tells nothing", "UPS", "ABC-1", "ups", "shopify"],
    ["nobody named, several may be", "Other", "123456789012", null, "shopify"],
    ["a wrong check digit proves nothing", "Other", "1Z999AA10123456785", null, "shopify"],
    ["a courier of a post's group keeps its name", "Parcelforce", "RR473124829GB", "parcelforce", "shopify"],
    ["a courier that is no post does not", "UPS", "RR473124829GB", "royal_mail", "number"],
    ["a carrier we do not know keeps its own", "Acme Bikes", "1Z999AA10123456784", null, "shopify"],
  ])("%s", (_, company, number, carrier, by) => expect(carriageOf(company, number)).toEqual({ carrier, by }));

  it("is found by every name Shopify has for it", () => {
    for (const [key, { name, shopify }] of Object.entries(KNOWN_CARRIERS)) {
      expect(carrierNamed(name)).toBe(key);
      if (shopify) expect(carrierNamed(shopify)).toBe(key);
    }
    expect([carrierNamed("Other"), carrierNamed(""), carrierNamed("x".repeat(101))]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is a carrier whose numbers we know, mostly", () => {
    const numbered = new Set(NUMBER_FORMATS.map(({ carrier }) => carrier));
    const named = Object.keys(KNOWN_CARRIERS);
    expect(named.filter((key) => numbered.has(key)).length).toBeGreaterThan(30);
  });

  it("has a page of its own for a number, with nothing in it but the number", () => {
    expect(trackingPage("ups", " 1z999-AA1 ")).toBe("https://www.ups.com/track?tracknum=1Z999AA1");
    expect(trackingPage("ups", "1Z<script>")).not.toContain("<");
    expect([trackingPage("cainiao", "1"), trackingPage(null, "1"), trackingPage("constructor", "1")]).toEqual(
      [null, null, null],
    );
  });

  it("is never sure of what is no number", () => {
    for (const text of ["", "hello", "9".repeat(600), "https://example.com/1Z999AA10123456784"])
      expect(surelyOf(text)).toBeNull();
  });
});
