import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { fetchOutstanding, sendInvoice } from "~/platform/shopify/credit.server";
import { returnFact } from "./facts";
import { awaitsPayment, isInvoiceDue } from "./late-exchange";
import { keyOf, lockLedger, promisesOf, voidEntry } from "./ledger-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import { factAt } from "./past-queries.server";
import { currentPolicy } from "./policy";
import { wasScanned } from "./request-store.server";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

/**
 * An exchange was sent at once and its parcel never came: has Shopify mail its invoice of what the order still
 * owes for what was sent, where the policy says so, after a reminder. No card is charged: there is no mandate for
 * it. Once: that it was sent is noted. A parcel that comes later lowers what the order owes by itself.
 */
export const invoiceLateExchange = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const { ours, policy, reminded, scanned } = await shop.transact(async (tx) => ({
      ours: await store.load(tx, returnId),
      policy: await currentPolicy(tx),
      reminded: await factAt(tx, returnId, "return.exchangeReminder"),
      scanned: await wasScanned(tx, returnId),
    }));
    if (
      !ours ||
      policy.instantExchange.whenLate !== "invoice" ||
      !isInvoiceDue(ours, { reminded, scanned }, shop.now())
    )
      throw new NeverMind("No invoice is due for it");
    const outstanding = await fetchOutstanding(shop.id, ours.orderId);
    if (!outstanding || outstanding.amount <= 0n) throw new NeverMind("Nothing is outstanding");
    const codes = await sendInvoice(shop.id, ours.orderId);
    if (codes.length > 0) throw new NeedsMerchant(staffWords.problems.notTaken(codes));
    await shop.transact(async (tx) => {
      await store.save(tx, ours.id, { lateInvoicedAt: tx.now });
      await store.clearProblem(tx, ours.id, "invoice-late-exchange");
      const said = { amount: String(outstanding.amount) };
      await record(tx, returnFact("return.lateInvoiced", ours, { kind: "system" }, said));
    });
  });

/**
 * The invoice for an exchange whose parcel never came was paid: its goods are bought now. What comes back pays for
 * them no longer, so that a parcel that comes after all is refunded in money, like any other.
 */
export const noteLatePayment = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const before = await shop.transact((tx) => store.load(tx, returnId));
    if (!before || !awaitsPayment(before)) throw new NeverMind("No payment is waited for");
    const outstanding = await fetchOutstanding(shop.id, before.orderId);
    if (!outstanding || outstanding.amount > 0n) throw new NeverMind("It is not paid yet");
    await shop.transact(async (tx) => {
      await lockLedger(tx, before.orderId);
      const ours = await store.lock(tx, returnId);
      if (ours && awaitsPayment(ours)) await bought(tx, ours);
    });
  });

async function bought(tx: ShopTx, ours: KeptReturn): Promise<void> {
  const key = keyOf(ours.id, { kind: "exchange", keep: false });
  const entry = (await promisesOf(tx, ours.id)).find((one) => one.key === key);
  if (entry) await voidEntry(tx, entry.id);
  await store.save(tx, ours.id, { latePaidAt: tx.now });
  await record(tx, returnFact("return.latePaid", ours, { kind: "system" }));
}
