import { describe, expect, it } from "vitest";
import { awaitsPayment, isInvoiceDue, type LateReturn } from "~/features/returns/late-exchange";

const day = (count: number) => new Date(Date.UTC(2026, 10, count, 12));
const sent: LateReturn = {
  state: "labelled",
  exchangeSentAt: day(1),
  sendBackBy: day(15),
  receivedAt: null,
  lateInvoicedAt: null,
  latePaidAt: null,
};
const reminded = { reminded: day(12), scanned: false };

describe("an invoice for an exchange whose parcel never came", () => {
  it.each([
    ["after the day", sent, reminded, day(16), true],
    ["on the day itself", sent, reminded, day(15), false],
    ["without a reminder", sent, { reminded: null, scanned: false }, day(20), false],
    [
      "hours after the reminder",
      sent,
      { reminded: day(15), scanned: false },
      new Date(+day(15) + 3_600_000),
      false,
    ],
    [
      "a day after a late reminder",
      sent,
      { reminded: day(17), scanned: false },
      new Date(+day(18) + 1),
      true,
    ],
    ["while a carrier has it", sent, { reminded: day(12), scanned: true }, day(20), false],
    ["a week after a carrier lost it", sent, { reminded: day(12), scanned: true }, day(23), true],
    ["that came", { ...sent, receivedAt: day(14) }, reminded, day(20), false],
    ["that was invoiced", { ...sent, lateInvoicedAt: day(16) }, reminded, day(20), false],
    ["that was cancelled", { ...sent, state: "cancelled" }, reminded, day(20), false],
    ["that was sent only when it came", { ...sent, sendBackBy: null }, reminded, day(20), false],
  ])("%s", (_, one, seen, now, due) => {
    expect(isInvoiceDue(one, seen, now)).toBe(due);
  });

  it("is waited for until it is paid or the parcel comes", () => {
    const invoiced = { ...sent, lateInvoicedAt: day(16) };
    expect(awaitsPayment(sent)).toBe(false);
    expect(awaitsPayment(invoiced)).toBe(true);
    expect(awaitsPayment({ ...invoiced, latePaidAt: day(17) })).toBe(false);
    expect(awaitsPayment({ ...invoiced, receivedAt: day(17) })).toBe(false);
  });
});
