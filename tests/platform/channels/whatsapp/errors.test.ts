import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureOf, inWords } from "~/platform/channels/whatsapp/errors";
import { newsOf } from "~/platform/channels/whatsapp/read-news";

describe("what Meta refuses", () => {
  it.each([
    ["TryAgain", [1, 2, 4, 80007, 130429, 131000, 131016, 131056, 133004]],
    ["NeverMind", [130472, 131021, 131026, 131047, 131049, 131050]],
    ["NeedsMerchant", [0, 10, 190, 200, 299, 100, 131031, 131042, 132000, 132001, 132015, 132016, 133010]],
  ])("%s", (name, codes) => {
    for (const code of codes) expect([code, failureOf(code, 400).name]).toEqual([code, name]);
  });

  it.each([
    [429, "TryAgain"],
    [503, "TryAgain"],
    [400, "NeedsMerchant"],
    [404, "NeedsMerchant"],
  ])("by its status %d where the code says nothing: %s", (status, name) => {
    expect(failureOf(null, status).name).toBe(name);
    expect(failureOf(999_999, status).name).toBe(name);
  });

  it("is said in words with its code", () => {
    expect(inWords(132001)).toMatch(/^WhatsApp: .*template.*\(132001\)$/);
    expect(inWords(999_999)).toBe("WhatsApp: refused (999999)");
  });
});

describe("what Meta tells", () => {
  const of = (value: object) =>
    JSON.stringify({ entry: [{ id: "1", changes: [{ field: "messages", value }] }] });
  const metadata = { phone_number_id: "106540352242922" };
  const read = (value: object) => newsOf("106540352242922", of({ metadata, ...value }));

  it("is read part by part: one that is broken keeps no other from being read", () => {
    const statuses = [
      null,
      { status: 5 },
      { id: "wamid.1", status: "read" },
      { id: "wamid.2", status: "warning" },
    ];
    expect(read({ statuses })).toEqual([{ kind: "read", providerId: "wamid.1" }]);
  });

  it("may be a button's text as well as a typed one", () => {
    const messages = [
      { from: "447700900123", type: "button", button: { text: "STOP", payload: "x" } },
      {
        from: "447700900123",
        type: "interactive",
        interactive: { button_reply: { id: "1", title: "Stop" } },
      },
      { from: "447700900123", type: "image", image: { id: "1" } },
      { from: "not a number", type: "text", text: { body: "STOP" } },
    ];
    expect(read({ messages }).map((one) => one.kind === "wrote" && [one.from, one.text])).toEqual([
      ["+447700900123", "STOP"],
      ["+447700900123", "Stop"],
    ]);
  });

  it("never breaks, whatever it is", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => of(value as object)),
        ),
        (body) => {
          expect(Array.isArray(newsOf("1", body))).toBe(true);
        },
      ),
    ));
});
