import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { processReturn } from "~/platform/shopify/return-money.server";
import { fetchReturn } from "~/platform/shopify/returns.server";
import { addDays, dayIn } from "~/values/calendar";
import { customerHistory } from "./customer-history-queries.server";
import { returnFact } from "./facts";
import { keyOf, lockLedger, noteKept, promise, promisesOf } from "./ledger-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import { customerOf } from "./order-facts-queries.server";
import { owedFor } from "./owed-for-return.server";
import { promisesFor } from "./payout";
import { currentPolicy } from "./policy";
import { endOfDay } from "./refund-by";
import { isTrusted } from "./review";
import { mayStep } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { toSend } from "./to-process";
import { wantsExchange } from "./wanted-return.server";
import { staffWords } from "./words/staff";

/**
 * Sends what was asked for instead before the parcel is back, where the policy does so: what comes back is
 * promised in the ledger as its payment, and the parcel gets a day until which it is due. Once in effect: what
 * Shopify has sent already is not sent again.
 */
export const sendExchange = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    if (
      !ours ||
      ours.exchangeSentAt ||
      ours.receivedAt ||
      !wantsExchange(ours) ||
      !mayStep(ours.state, "refunded")
    )
      throw new NeverMind("Nothing is to be sent before the parcel is back");
    if (!(await isInstant(shop, ours))) throw new NeverMind("Exchanges are sent when the parcel is back");
    if (!ours.shopifyReturnId) throw new TryAgain("Shopify has not been told of the return yet");
    await promiseExchange(shop, ours);
    const theirs = await fetchReturn(shop.id, ours.shopifyReturnId);
    if (!theirs) throw new NeedsMerchant(staffWords.problems.goneThere);
    if (theirs.exchangeLines.length === 0)
      throw new TryAgain("Shopify has not been told of the exchange yet");
    const exchange = toSend(ours, theirs);
    if (exchange.length > 0) {
      const answer = await processReturn(shop.id, {
        ...{ returnId: theirs.id, lines: [], exchange, payments: [], note: ours.rma },
        credit: { amount: 0n, currency: ours.currency },
      });
      if (!answer.ok) throw new NeedsMerchant(staffWords.problems.notTaken(answer.codes));
    }
    await noteSent(shop, ours);
  });

async function isInstant(shop: Shop, ours: KeptReturn): Promise<boolean> {
  return shop.transact(async (tx) => {
    const policy = await currentPolicy(tx);
    const { on, trustedOnly } = policy.instantExchange;
    if (!on || !trustedOnly) return on;
    const who = { customerId: await customerOf(tx, ours.orderId), email: null };
    const customer = await customerHistory(tx, who, policy.review.days);
    return isTrusted(policy, customer);
  });
}

const promiseExchange = (shop: Shop, ours: KeptReturn) =>
  shop.transact(async (tx) => {
    if (!(await lockLedger(tx, ours.orderId))) return;
    const owed = await owedFor(tx, ours);
    const exchange = (owed ? promisesFor(owed) : []).filter((one) => one.kind === "exchange");
    await promise(tx, ours, exchange, "system");
  });

const noteSent = (shop: Shop, ours: KeptReturn) =>
  shop.transact(async (tx) => {
    await lockLedger(tx, ours.orderId);
    const key = keyOf(ours.id, { kind: "exchange", keep: false });
    const entry = (await promisesOf(tx, ours.id)).find((one) => one.key === key);
    if (entry?.state === "intended") await noteKept(tx, entry);
    const policy = await currentPolicy(tx);
    const day = addDays(dayIn(tx.now, policy.timeZone), policy.instantExchange.deadlineDays);
    const sendBackBy = endOfDay(day, policy.timeZone);
    await store.save(tx, ours.id, { exchangeSentAt: tx.now, sendBackBy });
    await record(tx, returnFact("return.exchangeSent", ours, { kind: "system" }));
  });
