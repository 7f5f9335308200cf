import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { fetchOutstanding } from "~/platform/shopify/credit.server";
import { fetchExchangeWork, holdWork, releaseWork } from "~/platform/shopify/holds.server";
import { addDays, dayIn } from "~/values/calendar";
import { returnFact } from "./facts";
import { oneAtATime } from "./one-at-a-time.server";
import { owesForExchange } from "./past-queries.server";
import { currentPolicy } from "./policy";
import { endOfDay } from "./refund-by";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

const { problems } = staffWords;

/** The name of our hold on the goods of a return. Shopify allows 64 characters. */
const handleOf = (ours: Pick<KeptReturn, "rma">) => `aftercare-${ours.rma}`;

const isOwed = async (shop: Shop, orderId: string): Promise<boolean> => {
  const outstanding = await fetchOutstanding(shop.id, orderId);
  return outstanding !== null && outstanding.amount > 0n;
};

/**
 * Keeps what is sent instead from being packed while the shopper owes its difference, until the day the policy
 * names. Once: what is held already stays so, and what was packed meanwhile is not called back.
 */
export const holdExchange = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const { ours, policy, owes } = await shop.transact(async (tx) => ({
      ours: await store.load(tx, returnId),
      policy: await currentPolicy(tx),
      owes: await owesForExchange(tx, returnId),
    }));
    if (!ours?.shopifyReturnId || !policy.dearerExchange.hold || ours.heldAt || owes <= 0n)
      throw new NeverMind("Nothing is to be held back");
    if (!(await isOwed(shop, ours.orderId))) throw new NeverMind("It was paid for already");
    const about = { orderId: ours.orderId, returnId: ours.shopifyReturnId };
    const works = await fetchExchangeWork(shop.id, about, handleOf(ours));
    if (works.length === 0) throw new TryAgain("Shopify has not made the exchange's fulfilment yet");
    const open = works.filter((work) => work.isOpen);
    if (open.length === 0) throw new NeverMind("It has been packed already");
    for (const work of open.filter((one) => one.holdGids.length === 0)) {
      const codes = await holdWork(shop.id, work, {
        handle: handleOf(ours),
        notes: problems.heldFor(ours.rma),
      });
      if (codes.length > 0) throw new NeedsMerchant(problems.notHeld(codes));
    }
    await shop.transact(async (tx) => {
      const day = addDays(dayIn(tx.now, policy.timeZone), policy.dearerExchange.waitDays);
      await store.save(tx, ours.id, { heldAt: tx.now, heldUntil: endOfDay(day, policy.timeZone) });
      await store.clearProblem(tx, ours.id, "hold-exchange");
      await record(tx, returnFact("return.exchangeHeld", ours, { kind: "system" }));
    });
  });

/**
 * Lets the goods go that wait for money: once nothing is outstanding on the order; or, after the day the policy
 * names, unpaid where it says so. Where it does not, staff are told, once, and the goods go on waiting.
 */
export const releaseExchange = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const { ours, policy } = await shop.transact(async (tx) => ({
      ours: await store.load(tx, returnId),
      policy: await currentPolicy(tx),
    }));
    if (!ours?.heldUntil || !ours.shopifyReturnId) throw new NeverMind("Nothing is held back");
    const isPaid = !(await isOwed(shop, ours.orderId));
    if (!isPaid && shop.now() <= ours.heldUntil) throw new NeverMind("It still has time to be paid for");
    if (!isPaid && policy.dearerExchange.unpaid === "wait") {
      await shop.transact((tx) => record(tx, returnFact("return.exchangeUnpaid", ours, { kind: "system" })));
      throw new NeverMind("It waits for staff or its payment");
    }
    const about = { orderId: ours.orderId, returnId: ours.shopifyReturnId };
    for (const work of await fetchExchangeWork(shop.id, about, handleOf(ours))) {
      const codes = await releaseWork(shop.id, work);
      if (codes.length > 0) throw new NeedsMerchant(problems.notReleased(codes));
    }
    await shop.transact(async (tx) => {
      await store.save(tx, ours.id, { heldUntil: null });
      await store.clearProblem(tx, ours.id, "release-exchange");
      await record(tx, returnFact("return.exchangeReleased", ours, { kind: "system" }, { isPaid }));
    });
  });
