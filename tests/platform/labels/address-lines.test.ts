import { expect, it } from "vitest";
import { addressLines } from "~/platform/labels/address-lines";

const leeds = {
  name: "Fern & Fable",
  lines: ["12 Mill Lane"],
  city: "Leeds",
  zip: "LS1 4DT",
  countryCode: "GB",
};

it.each(["ENG", "SCT", "WLS", "NIR"])("%s is no line of a British address", (province) => {
  expect(addressLines({ ...leeds, province }, "en")).toEqual([
    "Fern & Fable",
    "12 Mill Lane",
    "Leeds",
    "LS1 4DT",
    "UNITED KINGDOM",
  ]);
});

it("a county that somebody wrote is", () => {
  expect(addressLines({ ...leeds, province: "West Yorkshire" }, "en")).toContain("West Yorkshire");
});
