import fc from "fast-check";
import { expect, test } from "vitest";
import { paidWith, readSentAlso, sentAlso, writeSentAlso } from "~/features/returns/sent-also";

const goods = (id: string, value = 0n) => ({
  ...{ id, variantId: "7", quantity: 1, processed: value > 0n ? 1 : 0, title: null, value },
});

test("what belongs to a line of ours is not counted beside it", () => {
  const ours = { lines: [{ shopifyExchangeLineId: "1" }, { shopifyExchangeLineId: null }] };
  const found = sentAlso(ours, { exchangeLines: [goods("1", 100n), goods("2", 300n)] });
  expect(found).toEqual([{ id: "2", title: null, quantity: 1, processed: 1, value: 300n }]);
  expect(readSentAlso(JSON.parse(JSON.stringify(writeSentAlso(found))))).toEqual(found);
  expect([readSentAlso(null), readSentAlso([{ id: "1", value: "-5" }])]).toEqual([[], []]);
});

const amount = fc.bigInt({ min: -50n, max: 5_000n });
const line = fc.record({ orderLineId: fc.constantFrom("a", "b", "c"), amount });

test("goods are paid for with what came back: never more than they are worth, nor than any line has left", () => {
  fc.assert(
    fc.property(
      amount,
      fc.array(line, { maxLength: 6 }),
      fc.tuple(amount, amount, amount),
      (value, came, left) => {
        const room = new Map(["a", "b", "c"].map((id, at) => [id, left[at] ?? 0n]));
        const parts = paidWith(value, came, room);
        const of = (id: string) =>
          parts.filter((one) => one.orderLineId === id).reduce((sum, one) => sum + one.amount, 0n);
        for (const [id, most] of room) expect(of(id) <= (most > 0n ? most : 0n)).toBe(true);
        const total = of("a") + of("b") + of("c");
        expect(total <= (value > 0n ? value : 0n)).toBe(true);
        expect(parts.every((one) => one.amount > 0n)).toBe(true);
        const positive = (one: bigint) => (one > 0n ? one : 0n);
        const each = ["a", "b", "c"].map((id) => {
          const asked = came
            .filter((one) => one.orderLineId === id)
            .reduce((sum, one) => sum + positive(one.amount), 0n);
          const most = positive(room.get(id) ?? 0n);
          return asked < most ? asked : most;
        });
        const possible = each.reduce((sum, one) => sum + one, 0n);
        // nothing is left out that could have paid
        expect(total).toBe(possible < positive(value) ? possible : positive(value));
      },
    ),
  );
});
