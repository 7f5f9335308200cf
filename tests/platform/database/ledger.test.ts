import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anOrder, mirrored, shopifyId } from "#tests/factories/order";
import { type FreshDatabase, freshDatabase, SHOP } from "#tests/setup/database";

// The law of money, kept by the database itself: what is paid out of an order never exceeds what was paid in.

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const STATES = ["intended", "paid", "voided"] as const;
type State = (typeof STATES)[number];

const add = (orderId: string, amount: bigint, state: State = "intended", id = shopifyId()) =>
  db.owner.query(
    `insert into ledger_entry ("shopId", id, "orderId", key, kind, amount, state, at) values ($1, $2, $3, $2, 'refund', $4, $5, now())`,
    [SHOP, id, orderId, amount, state],
  );
const change = (id: string, state: State, amount: bigint) =>
  db.owner.query(`update ledger_entry set state = $3, amount = $4 where "shopId" = $1 and id = $2`, [
    SHOP,
    id,
    state,
    amount,
  ]);
const remove = (id: string) =>
  db.owner.query(`delete from ledger_entry where "shopId" = $1 and id = $2`, [SHOP, id]);

async function ledger(orderId: string) {
  const { rows } = await db.owner.query<{ paid: string; paidOut: string; sum: string }>(
    `select l.paid, l."paidOut", (select coalesce(sum(amount), 0)::text from ledger_entry e
       where e."shopId" = l."shopId" and e."orderId" = l.id and e.state <> 'voided') as sum
     from ledger l where l."shopId" = $1 and l.id = $2`,
    [SHOP, orderId],
  );
  return {
    paid: BigInt(rows[0]?.paid ?? 0),
    paidOut: BigInt(rows[0]?.paidOut ?? 0),
    sum: BigInt(rows[0]?.sum ?? 0),
  };
}

const paidOrder = async (paid: bigint) => (await mirrored(db.shop, anOrder({ paid }))).id;

it("no sequence of payouts, changes, voidings and removals pays out more than was paid in", async () => {
  const amount = fc.bigInt({ min: 0n, max: 6_000n });
  const step = fc.record({
    verb: fc.constantFrom("add", "change", "remove"),
    at: fc.nat(9),
    state: fc.constantFrom(...STATES),
    amount,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.bigInt({ min: 0n, max: 10_000n }),
      fc.array(step, { maxLength: 14 }),
      async (paid, steps) => {
        const orderId = await paidOrder(paid);
        const ids: string[] = [];
        for (const one of steps) {
          const id = ids[one.at % Math.max(ids.length, 1)];
          const doing =
            one.verb === "add" || !id
              ? add(orderId, one.amount, one.state, ids[ids.push(shopifyId()) - 1])
              : one.verb === "change"
                ? change(id, one.state, one.amount)
                : remove(id);
          await doing.catch(() => undefined); // refused is as good as not done
          const now = await ledger(orderId);
          expect(now.paidOut <= now.paid).toBe(true);
          expect(now.paidOut).toBe(now.sum);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

it("payouts at once: as many as fit, and not one more", async () => {
  const orderId = await paidOrder(1_000n);
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => add(orderId, 300n, "paid")));
  expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(3);
  expect(await ledger(orderId)).toEqual({ paid: 1_000n, paidOut: 900n, sum: 900n });
});

it.each([
  ["less than nothing", () => paidOrder(100n).then((id) => add(id, -1n))],
  ["in a state there is not", () => paidOrder(100n).then((id) => add(id, 1n, "lost" as State))],
  ["for an order without a ledger", () => add("404", 1n)],
])("a payout %s is refused", async (_what, doing) => {
  await expect(doing()).rejects.toThrow();
});

it("a payout cannot be moved to the neighbour's ledger", async () => {
  const order = anOrder({ paid: 500n });
  await mirrored(db.shop, order);
  await mirrored(db.neighbour, order);
  await add(order.id, 400n, "paid");
  const theirs = await db.owner.query(`select "paidOut"::int from ledger where "shopId" <> $1 and id = $2`, [
    SHOP,
    order.id,
  ]);
  expect(theirs.rows).toEqual([{ paidOut: 0 }]);
});
