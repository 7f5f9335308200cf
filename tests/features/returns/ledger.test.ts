import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLine, both, shopifyId } from "#tests/factories/order";
import { aReturn, aReturnableOrderIn } from "#tests/factories/return";
import { type FreshDatabase, freshDatabase } from "#tests/setup/database";
import { mirrorOrder } from "~/features/orders/mirror-order.server";
import { countGoods, countRefunds } from "~/features/returns/ledger-count-store.server";
import {
  lockLedger,
  noteKept,
  type Promised,
  promise,
  promisesOf,
  voidEntry,
  voidPromises,
} from "~/features/returns/ledger-store.server";
import { PAYOUT_KINDS } from "~/features/returns/owed";
import type { ShopifyOrder } from "~/platform/shopify/nouns";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database?.close());

type World = { order: ShopifyOrder; returns: string[]; refunds: number };

/** An order of two lines (30.00 and 20.00, tax beside them) with three returns of it, here and next door. */
async function world(paid: bigint): Promise<World> {
  const lines = [
    aLine({ quantity: 3, currentQuantity: 3, price: both(1_000), total: both(3_000), tax: 600n }),
    aLine({ quantity: 1, currentQuantity: 1, price: both(2_000), total: both(2_000), tax: 400n }),
  ];
  const order = await aReturnableOrderIn(database.shop, database.neighbour, { id: shopifyId(), lines, paid });
  const returns = [];
  for (let count = 0; count < 3; count++) returns.push(await aReturn(database.shop, order));
  return { order, returns, refunds: 0 };
}

const lineOf = (order: ShopifyOrder, at: number) => order.lines[at % order.lines.length]?.id ?? "";

type Step =
  | { do: "promise"; of: number; kind: number; amounts: [bigint, bigint] }
  | { do: "keep"; of: number }
  | { do: "void"; of: number }
  | { do: "refund"; of: number | null; amount: bigint; credit: bigint; lines: [bigint, bigint] }
  | { do: "repeat" }
  | { do: "goods"; of: number; value: bigint; came: [bigint, bigint] }
  | { do: "bought"; of: number }
  | { do: "pay"; paid: bigint }
  | { do: "edit"; total: bigint };

const amount = fc.bigInt({ min: 0n, max: 4_000n });
const of = fc.integer({ min: 0, max: 2 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("promise" as const),
    of,
    kind: fc.integer({ min: 0, max: PAYOUT_KINDS.length }),
    amounts: fc.tuple(amount, amount),
  }),
  fc.record({ do: fc.constant("keep" as const), of }),
  fc.record({ do: fc.constant("void" as const), of }),
  fc.record({
    do: fc.constant("refund" as const),
    of: fc.option(of, { nil: null }),
    amount,
    credit: amount,
    lines: fc.tuple(amount, amount),
  }),
  fc.record({ do: fc.constant("repeat" as const) }),
  fc.record({ do: fc.constant("goods" as const), of, value: amount, came: fc.tuple(amount, amount) }),
  fc.record({ do: fc.constant("bought" as const), of }),
  fc.record({ do: fc.constant("pay" as const), paid: fc.bigInt({ min: 0n, max: 9_000n }) }),
  fc.record({ do: fc.constant("edit" as const), total: fc.bigInt({ min: 0n, max: 4_000n }) }),
);

/** Does one thing in a transaction of its own. What the database refuses is undone as a whole, as in real life. */
async function take(world: World, step: Step, seen: Parameters<typeof countRefunds>[2]): Promise<boolean> {
  const { order, returns } = world;
  const about = (at: number) => ({ id: returns[at] ?? "", orderId: order.id });
  try {
    await database.shop.transact(async (tx) => {
      if (step.do !== "refund" && step.do !== "repeat") await lockLedger(tx, order.id);
      if (step.do === "promise") {
        const kind = [...PAYOUT_KINDS, "bonus" as const][step.kind] ?? "refund";
        const parts = step.amounts.map((one, at) => ({ orderLineId: lineOf(order, at), amount: one }));
        const total = step.amounts[0] + step.amounts[1];
        const promised: Promised = { kind, keep: false, amount: total, parts };
        await promise(tx, about(step.of), [promised], "system");
      } else if (step.do === "keep") {
        for (const entry of await promisesOf(tx, about(step.of).id))
          if (entry.state === "intended") await noteKept(tx, entry);
      } else if (step.do === "goods") {
        // staff sent something instead in Shopify's own admin
        const came = step.came.map((one, at) => ({ orderLineId: lineOf(order, at), amount: one }));
        await countGoods(tx, about(step.of), step.value, came);
      } else if (step.do === "bought") {
        // the invoice for what was sent ahead was paid: it is no exchange any more
        for (const entry of await promisesOf(tx, about(step.of).id))
          if (entry.kind === "exchange") await voidEntry(tx, entry.id);
      } else if (step.do === "void") await voidPromises(tx, about(step.of));
      else if (step.do === "refund") {
        seen.push({
          id: `${order.id}${++world.refunds}`,
          at: tx.now,
          amount: { amount: step.amount + step.credit, currency: "GBP" },
          credit: step.credit,
          note: null,
          lines: step.lines.map((one, at) => ({
            orderLineId: lineOf(order, at),
            quantity: 1,
            subtotal: one,
            tax: 0n,
          })),
          ofReturn: step.of === null ? null : about(step.of).id,
        });
        await countRefunds(tx, order.id, seen);
      } else if (step.do === "repeat") await countRefunds(tx, order.id, seen);
    });
    if (step.do === "pay") await mirrorAgain(world, { paid: step.paid });
    if (step.do === "edit") {
      const [first, ...rest] = order.lines;
      if (first) await mirrorAgain(world, { lines: [{ ...first, total: both(step.total) }, ...rest] });
    }
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/never_overpaid/);
    return false;
  }
}

let clock = Date.now();
const mirrorAgain = async (world: World, over: Partial<ShopifyOrder>) => {
  clock += 1_000;
  world.order = { ...world.order, ...over, updatedAt: new Date(clock) };
  await database.shop.transact((tx) => mirrorOrder(tx, world.order));
};

/** The law, by the rows themselves. */
async function check({ order }: World) {
  const { rows } = await database.owner.query(
    `select l.paid, l."paidOut", l.exchanged,
       coalesce(sum(e.amount) filter (where e.state <> 'voided' and e.kind <> 'bonus'), 0) as counted,
       coalesce(sum(e.amount) filter (where e.state = 'paid' and e.kind = 'exchange'), 0) as exchanges,
       coalesce(sum(e.amount) filter (where e.state = 'paid' and e.kind in ('refund', 'credit', 'giftCard')), 0) as money
     from ledger l left join ledger_entry e on e."shopId" = l."shopId" and e."orderId" = l.id
     where l."shopId" = $1 and l.id = $2 group by 1, 2, 3`,
    [database.shop.id, order.id],
  );
  const row = rows[0];
  expect(BigInt(row.paidOut)).toBe(BigInt(row.counted));
  expect(BigInt(row.exchanged)).toBe(BigInt(row.exchanges));
  expect(BigInt(row.paidOut)).toBeLessThanOrEqual(BigInt(row.paid));
  // Goods that paid for goods are no money: money alone stays within the money that came.
  expect(BigInt(row.money)).toBeLessThanOrEqual(BigInt(row.paid) - BigInt(row.exchanged));
  const lines = await database.owner.query(
    `select l.paid, l."paidOut", coalesce(sum(p.amount) filter (
         where e.state <> 'voided' and e.kind <> 'bonus'), 0) as counted
     from ledger_line l
       left join ledger_entry_line p on p."shopId" = l."shopId" and p."orderLineId" = l.id
       left join ledger_entry e on e."shopId" = p."shopId" and e.id = p."entryId"
     where l."shopId" = $1 and l."orderId" = $2 group by l.id, 1, 2`,
    [database.shop.id, order.id],
  );
  for (const line of lines.rows) {
    expect(BigInt(line.paidOut)).toBe(BigInt(line.counted));
    expect(BigInt(line.paidOut)).toBeLessThanOrEqual(BigInt(line.paid));
  }
}

describe("whatever happens to an order's money", () => {
  it("in any history, payouts stay within what was paid, per order and per line, and every sum is the sum of its parts", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt({ min: 0n, max: 6_000n }),
        fc.array(anyStep, { minLength: 1, maxLength: 14 }),
        async (paid, steps) => {
          const at = await world(paid);
          const seen: Parameters<typeof countRefunds>[2] = [];
          for (const step of steps) {
            if (!(await take(at, step, seen))) refused++;
            await check(at);
          }
          const neighbour = await database.owner.query(
            `select coalesce(sum("paidOut"), 0)::int as out from ledger where "shopId" = $1`,
            [database.neighbour.id],
          );
          expect(neighbour.rows).toEqual([{ out: 0 }]);
        },
      ),
      { numRuns: 25 },
    );
    expect(refused).toBeGreaterThan(0); // the constraint was really leaned on
  }, 180_000);

  it("at once from many sides: the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 8 }), async (steps) => {
        const at = await world(6_000n);
        const rest = steps.filter((step) => step.do !== "pay" && step.do !== "edit");
        const seen: Parameters<typeof countRefunds>[2] = [];
        await Promise.all(rest.map((step) => take(at, step, seen)));
        await check(at);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it("a refund made in Shopify takes a promise's place, and its return says so", async () => {
    const at = await world(6_000n);
    const seen: Parameters<typeof countRefunds>[2] = [];
    const promised: Step = { do: "promise", of: 0, kind: 0, amounts: [3_600n, 0n] };
    expect(await take(at, promised, seen)).toBe(true);
    await take(at, { do: "refund", of: null, amount: 3_600n, credit: 0n, lines: [3_600n, 0n] }, seen);
    const { rows } = await database.owner.query(
      `select e.state, e.amount::int as amount, r.problem from ledger_entry e
       left join return r on r."shopId" = e."shopId" and r.id = e."returnId"
       where e."shopId" = $1 and e."orderId" = $2 order by e.id`,
      [database.shop.id, at.order.id],
    );
    expect(rows).toEqual([
      { state: "voided", amount: 3_600, problem: expect.stringContaining("refund-return: Nothing was paid") },
      { state: "paid", amount: 3_600, problem: null },
    ]);
  });

  it("what came in an exchange can be returned for money: it was paid for with what went back", async () => {
    const at = await world(6_000n);
    const exchange: Step = { do: "promise", of: 0, kind: 3, amounts: [3_600n, 2_400n] };
    expect(await take(at, exchange, [])).toBe(true);
    expect(await take(at, { do: "promise", of: 1, kind: 0, amounts: [0n, 0n] }, [])).toBe(true);
    expect(await take(at, { do: "keep", of: 0 }, [])).toBe(true);
    const again = aLine({
      quantity: 1,
      currentQuantity: 1,
      price: both(5_000),
      total: both(5_000),
      tax: 1_000n,
    });
    await mirrorAgain(at, { lines: [...at.order.lines, again] });
    const promised: Promised = {
      kind: "refund",
      keep: false,
      amount: 6_000n,
      parts: [{ orderLineId: again.id, amount: 6_000n }],
    };
    await database.shop.transact(async (tx) => {
      await lockLedger(tx, at.order.id);
      await promise(tx, { id: at.returns[1] ?? "", orderId: at.order.id }, [promised], "system");
    });
    await check(at);
    const more: Step = { do: "promise", of: 2, kind: 0, amounts: [1n, 0n] };
    expect(await take(at, more, [])).toBe(false);
  });
});
