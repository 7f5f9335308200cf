import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { fetchOutstanding, sendInvoice } from "~/platform/shopify/credit.server";
import { returnFact } from "./facts";
import { oneAtATime } from "./one-at-a-time.server";
import { readQuote } from "./quote";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

/**
 * Has Shopify mail the shopper its invoice when what was sent instead costs more than what comes back; the order
 * shows what is outstanding, and Shopify takes the payment. Once: an invoice that was sent is noted.
 */
export const invoiceReturn = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    const owes = readQuote(ours?.quote)?.exchangeDifference ?? 0n;
    if (!ours?.exchangeSentAt || ours.invoiced !== null || owes <= 0n)
      throw new NeverMind("The shopper owes nothing for the exchange");
    const outstanding = await fetchOutstanding(shop.id, ours.orderId);
    // Before the parcel is processed the whole exchange is outstanding: then the difference is asked for later.
    const isComplete = ours.refundedAt !== null;
    if (!isComplete) throw new NeverMind("The invoice follows when the parcel is back");
    if (!outstanding || outstanding.amount <= 0n) throw new NeverMind("Nothing is outstanding");
    const codes = await sendInvoice(shop.id, ours.orderId);
    if (codes.length > 0) throw new NeedsMerchant(staffWords.problems.notTaken(codes));
    await shop.transact(async (tx) => {
      await store.save(tx, ours.id, { invoiced: outstanding.amount });
      await record(tx, returnFact("return.invoiced", ours, { kind: "system" }));
    });
  });
