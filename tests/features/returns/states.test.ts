import { describe, expect, it } from "vitest";
import { readRma, rmaFrom } from "~/features/returns/rma";
import { follow, RETURN_STATES, type ReturnStep, step } from "~/features/returns/states";

describe("steps", () => {
  const allowed: Record<ReturnStep, string[]> = {
    approve: ["requested"],
    decline: ["requested"],
    cancel: ["requested", "approved", "labelled"],
    label: ["approved"],
    receive: ["approved", "labelled", "received", "refunded"],
    startRefund: ["received"],
    refunded: ["approved", "labelled", "received", "closed"],
    close: ["approved", "labelled", "received", "refunded"],
    reopen: ["closed"],
  };
  it.each(Object.entries(allowed))("%s is possible only in %j", (name, from) => {
    const possible = RETURN_STATES.filter((state) => step(state, name as ReturnStep).ok);
    expect(possible).toEqual(from);
  });

  it("says whether somebody was faster, or it is not its turn", () => {
    expect(step("declined", "approve")).toMatchObject({ refusal: { code: "returns.alreadyDecided" } });
    expect(step("requested", "receive")).toMatchObject({ refusal: { code: "returns.notAllowedNow" } });
    expect(step("cancelled", "receive")).toMatchObject({ refusal: { code: "returns.alreadyDecided" } });
  });
});

describe("following Shopify", () => {
  it.each([
    ["requested", "open", "approve"],
    ["requested", "declined", "decline"],
    ["labelled", "cancelled", "cancel"],
    ["received", "closed", "close"],
    ["closed", "open", "reopen"],
    ["declined", "open", null],
    ["cancelled", "requested", null],
    ["labelled", "requested", null],
    ["labelled", "open", null],
    ["closed", "closed", null],
  ] as const)("%s here and %s there: %s", (ours, theirs, expected) => {
    expect(follow(ours, theirs)).toBe(expected);
  });
});

describe("return numbers", () => {
  it("are short, and read back however they are typed", () => {
    const rma = rmaFrom(new Uint8Array([0, 1, 2, 3, 250, 255]));
    expect(rma).toMatch(/^RMA-[34679CDFGHJKMNPQRTVWXY]{6}$/);
    const letters = rma.slice(4);
    for (const typed of [rma, rma.toLowerCase(), letters, `rma ${letters}`, `#RMA–${letters} `])
      expect(readRma(typed)).toBe(rma);
  });
  it.each(["", "RMA-", "#1001", "RMA-0O1I2Z", "RMA-34679CD", "' or 1=1"])("%j is none", (typed) => {
    expect(readRma(typed)).toBeNull();
  });
});
