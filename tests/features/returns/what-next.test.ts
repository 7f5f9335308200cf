import { describe, expect, it } from "vitest";
import { METHODS } from "~/features/returns/policy-schema";
import { RETURN_STATES } from "~/features/returns/states";
import { NEXT, type Stand, whatNext } from "~/features/returns/what-next";
import { words } from "~/features/returns/words";
import { LOCALES } from "~/platform/i18n/locales";

const stand = (over: Partial<Stand> = {}): Stand => ({
  ...{
    state: "approved",
    method: "label",
    travels: true,
    handedIn: false,
    received: false,
    inspected: false,
  },
  ...{ accepted: 0, asked: 2, refunded: false, exchanges: false },
  paid: { refund: 0n, credit: 0n, giftCard: 0n },
  ...over,
});
const paid = (way: "refund" | "credit" | "giftCard") => ({ ...stand().paid, [way]: 100n });

describe("what happens next", () => {
  it.each([
    ["requested", { state: "requested" }],
    ["approved", { state: "approved" }],
    ["nothingToSend", { state: "approved", travels: false }],
    ["way", { state: "approved", method: "qr" }],
    ["labelled", { state: "labelled" }],
    ["onItsWay", { state: "labelled", handedIn: true }],
    ["received", { state: "received", received: true }],
    ["checked", { state: "received", received: true, inspected: true, accepted: 2 }],
    ["partly", { state: "received", received: true, inspected: true, accepted: 1 }],
    ["notAccepted", { state: "received", received: true, inspected: true }],
    ["refunded", { state: "refunded", received: true, paid: paid("refund") }],
    ["credited", { state: "refunded", received: true, paid: paid("credit") }],
    ["giftCard", { state: "refunded", received: true, paid: paid("giftCard") }],
    ["exchanged", { state: "refunded", received: true, exchanges: true }],
    ["sendStill", { state: "refunded", paid: paid("refund"), refunded: true }],
    ["refunded", { state: "refunded", travels: false, paid: paid("refund"), refunded: true }],
    ["closed", { state: "closed", received: true, inspected: true, accepted: 2, refunded: true }],
    ["notAccepted", { state: "closed", received: true, inspected: true }],
    ["declined", { state: "declined" }],
    ["cancelled", { state: "cancelled" }],
  ] as const)("%s", (next, over) => expect(whatNext(stand(over))).toBe(next));

  it("has a title and a sentence for every way a return can stand, in every language", () => {
    const yesNo = [true, false];
    for (const state of RETURN_STATES)
      for (const method of METHODS)
        for (const travels of yesNo)
          for (const handedIn of yesNo)
            for (const inspected of yesNo)
              for (const accepted of [0, 1, 2]) {
                const next = whatNext(stand({ state, method, travels, handedIn, inspected, accepted }));
                for (const locale of LOCALES) {
                  const { status, request } = words(locale);
                  const said =
                    next === "way"
                      ? request.methods[method]
                      : next === "nothingToSend"
                        ? { title: status.states.approved.title, text: status.nothingToSend }
                        : { ...status.states, ...status.next }[next];
                  expect(said.title.trim(), `${next} ${locale}`).not.toBe("");
                  expect(said.text.trim(), `${next} ${locale}`).not.toBe("");
                }
              }
    expect(new Set(NEXT).size).toBe(NEXT.length);
  });
});
