import { expect, it } from "vitest";
import { zoneOfAddress } from "~/values/time-zones";

it.each([
  ["GB", null, "Europe/London"],
  ["gb", "ENG", "Europe/London"],
  ["US", "CA", "America/Los_Angeles"],
  ["US", "NY", "America/New_York"],
  ["US", "HI", "Pacific/Honolulu"],
  ["US", "??", "America/Chicago"],
  ["CA", "BC", "America/Vancouver"],
  ["AU", "WA", "Australia/Perth"],
  ["ES", "TF", "Atlantic/Canary"],
  ["ES", "M", "Europe/Madrid"],
  ["DE", null, "Europe/Berlin"],
  ["JP", "JP-13", "Asia/Tokyo"],
  ["IL", null, "Asia/Jerusalem"],
  ["XX", null, null],
  ["<script>", null, null],
  [null, "CA", null],
])("%s %s → %s", (country, province, zone) => {
  expect(zoneOfAddress({ country, province })).toBe(zone);
});

it("names only zones that there are, for every country there is", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const named = letters.flatMap((a) => letters.map((b) => zoneOfAddress({ country: a + b, province: null })));
  const zones = named.filter((zone) => zone !== null);
  expect(zones.length).toBeGreaterThan(230);
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
});
