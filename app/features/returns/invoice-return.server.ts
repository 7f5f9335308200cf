import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { fetchOutstanding, sendInvoice } from "~/platform/shopify/credit.server";
import { returnFact } from "./facts";
import { oneAtATime } from "./one-at-a-time.server";
import { owesForExchange } from "./past-queries.server";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

/**
 * Has Shopify mail the shopper its invoice when what was sent instead costs more than what comes back; the order
 * shows what is outstanding, and Shopify takes the payment. Once: an invoice that was sent is noted.
 */
export const invoiceReturn = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const { ours, owes } = await shop.transact(async (tx) => ({
      ours: await store.load(tx, returnId),
      owes: await owesForExchange(tx, returnId),
    }));
    // Before the parcel is processed, all that was sent is outstanding: the difference is asked for afterwards.
    if (!ours?.exchangeSentAt || !ours.refundedAt || ours.invoiced !== null || owes <= 0n)
      throw new NeverMind("The shopper owes nothing for the exchange");
    const outstanding = await fetchOutstanding(shop.id, ours.orderId);
    if (!outstanding || outstanding.amount <= 0n) throw new NeverMind("Nothing is outstanding");
    const codes = await sendInvoice(shop.id, ours.orderId);
    if (codes.length > 0) throw new NeedsMerchant(staffWords.problems.notTaken(codes));
    await shop.transact(async (tx) => {
      await store.save(tx, ours.id, { invoiced: outstanding.amount });
      await record(tx, returnFact("return.invoiced", ours, { kind: "system" }));
    });
  });
