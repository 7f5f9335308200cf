import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refundable, sharedOut, worthOf } from "~/features/returns/actions/amounts";
import { actionIn, actionNote, actionTag } from "~/features/returns/actions/mark";
import { actionsInConversation, withActionWords } from "~/features/returns/words/actions-staff";
import { newId } from "~/values/ids";

const money = (amount: bigint) => ({ amount, currency: "GBP" });
const cents = fc.bigInt({ min: 0n, max: 100_000n });

describe("an amount over lines", () => {
  it("never gives a line more than it is worth or has left, nor more than there is", () => {
    const line = fc.record({ worth: cents, left: fc.bigInt({ min: -50n, max: 100_000n }) });
    fc.assert(
      fc.property(cents, fc.array(line, { maxLength: 6 }), (amount, rooms) => {
        const lines = rooms.map((room, at) => ({ id: String(at), ...room }));
        const parts = sharedOut(amount, lines);
        const given = parts.reduce((sum, part) => sum + part.amount, 0n);
        const room = ({ worth, left }: { worth: bigint; left: bigint }) =>
          worth < left ? worth : left > 0n ? left : 0n;
        const total = rooms.reduce((sum, one) => sum + room(one), 0n);
        expect(given).toBe(amount < total ? amount : total);
        for (const [at, part] of parts.entries()) {
          expect(part.amount).toBeGreaterThanOrEqual(0n);
          expect(part.amount).toBeLessThanOrEqual(room(rooms[at] ?? { worth: 0n, left: 0n }));
        }
      }),
    );
  });

  it("knows what units were worth: all of them are the line, whatever cannot be divided", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), cents, cents, (quantity, total, tax) => {
        const line = { quantity, total: money(total), tax: money(tax) };
        expect(worthOf(line, quantity, true)).toBe(total);
        expect(worthOf(line, quantity, false)).toBe(total + tax);
        expect(worthOf(line, 0, false)).toBe(0n);
      }),
    );
  });

  it("leaves to a return what a return holds", () => {
    const line = { id: "1", quantity: 3, currentQuantity: 3 } as Parameters<typeof refundable>[0];
    const held = { orderLineId: "1", fulfilmentLineId: "F1", quantity: 2, state: "approved" as const };
    expect(refundable(line, [])).toBe(3);
    expect(refundable(line, [held])).toBe(1);
    expect(refundable(line, [{ ...held, state: "declined" }])).toBe(3);
    expect(refundable({ ...line, currentQuantity: 1 }, [held])).toBe(1);
  });
});

describe("an action's mark", () => {
  it("is read where we wrote it, and nowhere else", () => {
    const id = newId();
    expect(actionIn(actionNote("Goodwill", id))).toBe(id);
    expect(actionIn(`${actionNote("Goodwill", id)}, said the shopper`)).toBeNull();
    expect(actionIn("Goodwill")).toBeNull();
    expect(actionTag(id)).toHaveLength(40);
    expect(actionTag(id)).not.toBe(actionTag(newId()));
  });
});

describe("an action's facts in words", () => {
  const fact = (kind: string) => ({ kind, actorName: "Maya" });
  it("are said, others stay as they are", () => {
    expect(withActionWords(fact("action.refund.done"))).toMatchObject({ said: "Refund: done" });
    expect(withActionWords(fact("order.placed"))).toEqual(fact("order.placed"));
    const said = actionsInConversation([fact("action.cancel.started"), fact("action.cancel.refused")]);
    expect(said).toMatchObject([{ said: "Cancellation: not done, Shopify refused (Maya)" }]);
  });
});
