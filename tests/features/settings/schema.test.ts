import { describe, expect, test } from "vitest";
import { readableLookSchema } from "~/features/settings/brand-schema";
import { draftOf, readSettingsForm, type SettingsDraft, settingsSchema } from "~/features/settings/schema";
import { settingsSummary } from "~/features/settings/words/staff";

const draft = (): SettingsDraft => draftOf(settingsSchema.parse({}));
const problemsOf = (value: unknown) => readSettingsForm(value).problems ?? {};
const address = (over: object) => ({
  ...draft(),
  returns: { ...draft().returns, address: { line1: "1 Mill Lane", city: "York", country: "gb", ...over } },
});

describe("settings as staff send them", () => {
  test("what a new shop starts with can be saved as it is", () => {
    expect(readSettingsForm(draft()).value).toEqual(settingsSchema.parse({}));
  });

  test.each([
    "",
    " ",
    "-1",
    "3.5",
    "1e2",
    "731",
    "thirty",
    "0x1f",
  ])("a window of %j days is refused", (windowDays) => {
    const value = { ...draft(), returns: { ...draft().returns, windowDays } };
    expect(problemsOf(value)).toEqual({ "returns.windowDays": "invalid" });
  });

  test("an address of the merchant's own has what a label needs", () => {
    expect(problemsOf(address({ line1: " ", city: "" }))).toEqual({
      "returns.address.line1": "required",
      "returns.address.city": "required",
    });
    const parsed = readSettingsForm(address({})).value;
    expect(parsed?.returns.address).toMatchObject({ country: "GB", line2: null });
  });

  test("a country that is none is named", () => {
    expect(problemsOf(address({ country: "England" }))).toEqual({ "returns.address.country": "invalid" });
  });

  test("a sender that is not one mailbox is refused", () => {
    const value = { ...draft(), mail: { fromName: "", fromAddress: "a@b.example, c@d.example" } };
    expect(problemsOf(value)).toEqual({ "mail.fromAddress": "invalid" });
  });

  test("everything wrong is said at once", () => {
    const value = address({ city: null });
    value.returns.windowDays = "";
    expect(problemsOf(value)).toEqual({
      "returns.windowDays": "invalid",
      "returns.address.city": "required",
    });
  });

  test("a colour on which white cannot be read is no look, though one that was saved once is still read", () => {
    expect(readableLookSchema.safeParse({ colour: "#ffee88" }).success).toBe(false);
    expect(readableLookSchema.safeParse({ colour: "#1f4d3a" }).success).toBe(true);
    expect(settingsSchema.parse({ brand: { colour: "#ffee88" } }).brand.colour).toBe("#ffee88");
  });

  test.each([null, "text", [], { returns: 5 }])("%j is refused, not thrown", (value) => {
    expect(readSettingsForm(value).value).toBeNull();
  });
});

describe("the settings in plain words", () => {
  test("follow what is chosen", () => {
    const typed = draft();
    expect(settingsSummary(typed)[0]).toBe(
      "Shoppers without an account may return after entering a code from their mail.",
    );
    typed.returns.guests = false;
    expect(settingsSummary(typed)[0]).toBe("Only signed-in shoppers may ask for a return.");
  });
});
