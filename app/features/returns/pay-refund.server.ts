import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import * as money from "~/platform/shopify/return-money.server";
import { fetchReturn } from "~/platform/shopify/returns.server";
import { formatMoney, type Money } from "~/values/money";
import * as ledger from "./ledger-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import { settleRefund } from "./settle-refund.server";
import { mayStep } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { toProcess } from "./to-process";
import { staffWords } from "./words/staff";

const { problems } = staffWords;

/** How staff wanted the refund: whose act it is, and whether things go back on the shelf. */
type Wish = { amount: Money; restock: boolean; staff: string | undefined };

/**
 * Has Shopify process the return and pay the refund that was promised in the ledger, once in effect: what
 * Shopify has already paid for this return is taken as ours instead of being paid again. Throws NeedsMerchant
 * when Shopify would pay another amount than was confirmed, or refuses.
 */
export const payRefund = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const { ours, entry, asked, counted } = await shop.transact(async (tx) => ({
      ours: await store.load(tx, returnId),
      entry: await ledger.entryOfReturn(tx, returnId),
      asked: await store.factData(tx, returnId, "return.refundStarted"),
      counted: await ledger.countedRefunds(tx, returnId),
    }));
    if (!ours || ours.refundAmount === null || !mayStep(ours.state, "refunded"))
      throw new NeverMind("Nothing is to be refunded");
    if (entry?.state === "paid")
      return shop.transact((tx) => settleRefund(tx, returnId, null, { kind: "system" }));
    if (!ours.shopifyReturnId) throw new TryAgain("Shopify has not been told of the return yet");
    const theirs = await fetchReturn(shop.id, ours.shopifyReturnId);
    if (!theirs) throw new NeedsMerchant(problems.goneThere);
    const wish: Wish = {
      amount: { amount: entry?.amount ?? 0n, currency: ours.currency },
      restock: asked.restock === true,
      staff: typeof asked.staffId === "string" ? asked.staffId : undefined,
    };
    const isNew = (refund: { id: string }) => !counted.has(refund.id);
    const after = theirs.refunds.some(isNew) ? theirs : await process(shop, ours, theirs, wish);
    const refund = after.refunds.find(isNew) ?? null;
    if (!refund && wish.amount.amount > 0n) throw new TryAgain("Shopify has not shown the refund yet");
    return shop.transact((tx) => settleRefund(tx, returnId, refund, { kind: "system" }));
  });

async function process(
  shop: Shop,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  { amount, restock, staff }: Wish,
): Promise<ShopifyReturn> {
  if (theirs.status === "requested") throw new TryAgain("Shopify has not been told of the approval yet");
  if (theirs.status !== "open") throw new NeedsMerchant(problems.notOpenThere);
  const lines = toProcess(ours.lines, theirs);
  if (lines.length === 0) {
    if (amount.amount === 0n) return theirs;
    throw new NeedsMerchant(problems.processedThere);
  }
  const suggested = await money.suggestRefund(shop.id, theirs.id, lines);
  const suggestion = { ...amount, amount: suggested.amount?.amount ?? 0n };
  if (suggestion.amount !== amount.amount)
    throw new NeedsMerchant(problems.otherAmount(formatMoney(suggestion, "en")));
  const shelf = restock ? await money.fetchRestockLocation(shop.id) : null;
  const shelvable = await shop.transact((tx) => store.shelvable(tx, ours.lines));
  const answer = await money.processReturn(
    shop.id,
    {
      returnId: theirs.id,
      lines: lines.map((line) => ({ ...line, locationGid: shelvable.has(line.orderLineId) ? shelf : null })),
      payments: amount.amount > 0n ? suggested.payments : [],
    },
    staff,
  );
  if (answer.ok) return answer.return;
  const after = await fetchReturn(shop.id, theirs.id);
  if (after && after.refunds.length > theirs.refunds.length) return after; // it went through after all
  throw new NeedsMerchant(problems.notTaken(answer.codes));
}
