import { z } from "zod";
import { ok, refuse } from "~/values/result";
import { entryOfAction } from "../../action-ledger-store.server";
import { payBonus } from "../../pay-credit.server";
import { actionWords as words } from "../../words/actions-staff";
import { minorUnits } from "../amounts";
import { defineKind } from "../kind";

const schema = z.object({
  amount: minorUnits,
  /** paid: it counts as part of what was paid for the order; gift: it comes on top */
  counts: z.enum(["paid", "gift"]),
  /** does Shopify write to the shopper? */
  notify: z.boolean(),
});

/** Puts an amount on the shopper's store credit, in the order's currency. */
export const credit = defineKind<z.infer<typeof schema>>({
  key: "credit",
  schema,
  access: () => ["storeCredit"],
  weigh({ order, left }, { amount: typed, counts }) {
    const amount = BigInt(typed);
    if (!order.customerId) return refuse("orders.noCustomer");
    if (amount <= 0n) return refuse("input.invalid");
    const isPart = counts === "paid";
    // A gift is noted in the ledger of an order, too; one that nobody paid for has none.
    if (left === null || (isPart && amount > left))
      return refuse("returns.refundTooLarge", { left: String(left ?? 0n) });
    return ok({ cost: amount, promise: { kind: isPart ? "credit" : "bonus", amount, parts: [] } });
  },
  async perform(shop, { id, order, asked }) {
    const entry = await shop.transact((tx) => entryOfAction(tx, id));
    if (entry?.state === "paid") return { ok: true };
    if (entry?.state !== "intended" || !order.customerId)
      return { ok: false, why: words.why.refundedMeanwhile };
    const amount = { amount: entry.amount, currency: order.total.currency };
    await payBonus(shop, order.customerId, entry, amount, asked.notify);
    return { ok: true };
  },
  keeps: (asked) => asked,
});
